"""Which figures of an antenna a page shows, what each is, and how to read it: hints, never marks."""

from flask_babel import LazyString, lazy_gettext as _l

from timebank.participation.asks import ANSWERED
from timebank.web.measuring.participation_words import (
    Measure,
    asks,
    at_most_all,
    days,
    favours,
    members,
    mixed,
    number,
    percent,
    shaped,
)
from timebank.web.words import minutes_words

MEMBERS = (
    Measure(
        _l("Members"),
        lambda found: number(found.taking_part.enrolled),
        _l("Everyone with a place here on the last day of the period, also who takes a break."),
    ),
    Measure(
        _l("Take part"),
        lambda found: percent(at_most_all(found.taking_part.active_share)),
        _l("Members who gave or received help at least once, out of all members in the period."),
        _l("We wish for more than half over a year."),
        behind=members(lambda found: found.taking_part.active),
    ),
    Measure(
        _l("Give and receive"),
        lambda found: percent(found.reciprocity.two_way_share),
        _l("Of the members who took part: those who both gave and received, be it one favour each."),
        _l("The figure that tells most about us. We wish for more than 40 per cent."),
        behind=members(lambda found: found.taking_part.active),
    ),
    Measure(
        _l("Newcomers who met two people"),
        lambda found: percent(found.taking_part.newcomer_integration),
        _l(
            "Of those who joined in the period: who had favours with at least two different people within 90"
            " days. Who joined less than 90 days ago doesn't count yet."
        ),
        _l("We wish for more than 60 per cent. Less? Introduce newcomers to two neighbours."),
    ),
    Measure(
        _l("Stayed"),
        lambda found: percent(found.taking_part.retention.share_of_those_who_could),
        _l("Of those who took part a year before: who still does. Who died or moved isn't counted."),
        behind=members(lambda found: found.taking_part.retention.active_before),
    ),
)

HELP = (
    Measure(
        _l("Favours"),
        lambda found: number(found.favours.count),
        _l("Favours that are agreed and weren't taken back, by the day on which they were done."),
    ),
    Measure(
        _l("Hours given"),
        lambda found: minutes_words(found.favours.minutes, "short"),
        _l("The hours of all givers together. Gifts and hours from the pot aren't in it."),
    ),
    Measure(
        _l("Giving and receiving in balance"),
        lambda found: percent(found.reciprocity.system),
        _l(
            "100 per cent is: everyone received as much as they gave."
            " 0 per cent is: some only give and others only receive."
        ),
        behind=favours(lambda found: found.favours.count),
    ),
    Measure(
        _l("Help within the team"),
        shaped(lambda shape: shape.core_share, percent),
        _l(
            "Hours in which both sides were coordinator, treasurer or antenna person that day, out of all hours."
        ),
        _l("More than half means a closed circle: invite others in."),
        behind=favours(lambda found: found.favours.count),
    ),
    Measure(
        _l("Days until a favour is written down"),
        lambda found: days(found.favours.median_lag),
        _l(
            "Half of the favours are written down within so many days. Those that came from a sheet don't count."
        ),
        _l("Slower than before? People who trust one another write less down: ask about it."),
        behind=favours(lambda found: found.favours.count),
    ),
    Measure(
        _l("Promises that were written down"),
        lambda found: percent(found.favours.recorded_share),
        _l("Of the promises whose day is past: those from which a favour was written down."),
    ),
)

ASKS = (
    Measure(
        _l("Asks"),
        lambda found: number(found.asking.asks),
        _l("Asks that were made in the period, by whichever way."),
    ),
    Measure(
        _l("Asks per 100 members, each month"),
        lambda found: number(found.asking.per_hundred),
        _l("The asks of the period, as if there were exactly 100 members, for one month."),
        _l("Fewer than before? Time to go and visit people."),
    ),
    Measure(
        _l("Asks that were filled"),
        lambda found: percent(found.asking.fill_rate),
        _l(
            "Asks that were filled, out of those that were filled, filled in part, or for which nobody was found."
            " Asks that were referred or withdrawn aren't in it."
        ),
        _l("One town that counts this reaches 61 per cent."),
        behind=asks(lambda found: sum(found.asking.outcomes.get(each, 0) for each in ANSWERED)),
    ),
    Measure(
        _l("Days until someone agreed to help"),
        lambda found: days(found.asking.median_days),
        _l(
            "After so many days half of the asks have a helper. Asks that still wait count as long as they waited."
        ),
        _l("We wish for three days at most."),
        behind=asks(lambda found: found.asking.asks),
    ),
    Measure(
        _l("Asks by paper or voice"),
        lambda found: percent(found.asking.non_web_share),
        _l("Asks that came in a talk, by phone, on a card, a slip or by letter, out of all asks."),
        behind=asks(lambda found: found.asking.asks),
    ),
    Measure(
        _l("Wait by paper or voice against the web"),
        lambda found: number(found.asking.channel_equity),
        _l(
            "The days until someone agreed, for asks by paper or voice, divided by those for asks on these"
            " pages. The day of the ask counts as day 1."
        ),
        _l("1 is fair. More than 1.25: who rings or writes waits longer than who has a screen."),
    ),
    Measure(
        _l("Offer help, but don't ask"),
        lambda found: percent(found.asking.shyness_gap),
        _l("Of the members with an offer: those who asked for nothing in 12 months."),
        _l("The lower, the better: asking lets someone else give."),
    ),
    Measure(
        _l("Referrals of which we know the end"),
        lambda found: percent(found.referrals.outcome_share),
        _l("Of the asks that were handed to a service: those of which someone heard whether it helped."),
        _l("We wish for more than 70 per cent."),
        behind=asks(lambda found: found.referrals.consented),
    ),
)

TEAM = (
    Measure(
        _l("Matches by one person"),
        lambda found: percent(found.reciprocity.broker_dependence),
        _l("Of all questions to helpers that got a yes: the share of the person who asked most of them."),
        _l("From 70 per cent on, all hangs on one person: share the desk."),
    ),
    Measure(
        _l("Work for the antenna"),
        lambda found: percent(found.reciprocity.cost_of_trust),
        _l("Hours of work for the antenna that were written down, compared with the hours of favours."),
    ),
    Measure(
        _l("How fast hours move"),
        lambda found: number(found.saved.velocity),
        _l("The hours given in the period, divided by the hours that were saved on average."),
        _l("Less than 0.5 in a year: hours are kept instead of used."),
    ),
    Measure(
        _l("Hours that lie still"),
        lambda found: percent(found.saved.idle_share),
        _l("Of the hours that members have saved today: those of who neither gave nor received for a year."),
        _l("Ask whether they would like to give them away."),
    ),
    Measure(
        _l("Favours taken back"),
        lambda found: percent(found.saved.health.reversed_share),
        _l("Favours that were reversed, out of all favours that were agreed or talked about."),
        behind=favours(lambda found: found.saved.health.favours),
    ),
    Measure(
        _l("Favours talked about"),
        lambda found: percent(found.saved.health.disputed_share),
        _l("Favours of which someone said that something was wrong."),
        behind=favours(lambda found: found.saved.health.favours),
    ),
)

SHAPE = (
    Measure(
        _l("Have swapped"),
        shaped(lambda shape: shape.dyadic_reciprocity, percent),
        _l("Of everyone who helped someone: how often that person helped them, too."),
        _l("Low, while many give and receive: people pass help on. That is what we wish for."),
    ),
    Measure(
        _l("Hours of the busiest pairs"),
        shaped(lambda shape: shape.repeat_pair_share, percent),
        _l("The share of hours of the tenth of pairs with the most hours. With visits, some of it is good."),
    ),
    Measure(
        _l("In one large circle"),
        shaped(lambda shape: shape.giant_component_share, percent),
        _l("Of those who took part: who is linked with one another through favours, in however many steps."),
    ),
    Measure(
        _l("Members without any favour"),
        shaped(lambda shape: shape.isolates),
        _l("Members on the last day who had no favour with another member here in the period."),
    ),
    Measure(
        _l("Hangs on one hub"),
        shaped(lambda shape: shape.centralisation),
        _l("0 is: everyone helps about as many people. 1 is: one person stands in the middle of everything."),
    ),
    Measure(
        _l("Giving rests on few"),
        lambda found: number(found.reciprocity.gini_of_giving),
        _l("0 is: everyone who takes part gives as much. Close to 1 is: one person gives nearly all."),
    ),
    Measure(
        _l("Across languages"),
        mixed(lambda shape: shape.across_languages),
        _l(
            "-1 is: people help only within their language. 1 is: only across. Beside it: what chance would give."
        ),
    ),
    Measure(
        _l("Across ages"),
        mixed(lambda shape: shape.across_age_bands),
        _l("The same for age groups."),
    ),
    Measure(
        _l("Across streets"),
        mixed(lambda shape: shape.across_areas),
        _l("The same for streets."),
    ),
    Measure(
        _l("Across sectors"),
        mixed(lambda shape: shape.across_sectors),
        _l("The same for sectors, where a sheet says which street lies in which one."),
    ),
)


SECTIONS: tuple[tuple[LazyString, tuple[Measure, ...]], ...] = (
    (_l("Who takes part"), MEMBERS),
    (_l("The help"), HELP),
    (_l("Asking"), ASKS),
    (_l("The team and the hours"), TEAM),
)
