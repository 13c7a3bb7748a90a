"""From what was counted to every indicator, by the functions that each have one formula."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from fractions import Fraction

from timebank.domain.channels import Channel
from timebank.participation import activity, asks, fairness, network, reach, reciprocity, recording, stock
from timebank.participation.ages import OLD_BANDS
from timebank.participation.counted import AskTotals, Beside, Totals
from timebank.participation.facts import LeftBecause, MemberFact
from timebank.participation.indicators import (
    Asking,
    Favours,
    Indicators,
    Reciprocity,
    Saved,
    Shape,
    TakingPart,
)
from timebank.participation.ledger_health import LedgerHealth
from timebank.participation.periods import Period
from timebank.participation.totals import MemberTotal, PairTotal, Wait, count_by, member_days

P90 = Fraction(9, 10)
NOTHING_BESIDE = Beside()


def work_out(totals: Totals, beside: Beside = NOTHING_BESIDE) -> Indicators:
    """What the totals say, with what others counted."""
    part = _taking_part(totals, beside)
    stories = None if beside.stories is None else reach.stories_per_25(beside.stories, part.mean_enrolled)
    return Indicators(
        period=totals.period,
        taking_part=part,
        favours=_favours(totals),
        reciprocity=_reciprocity(totals),
        shape=_shape(totals) if totals.one_antenna else None,
        asking=_asking(totals.asks, part.mean_enrolled, totals.period),
        referrals=totals.referrals,
        saved=_saved(totals),
        beside=beside,
        stories_per_25=stories,
    )


def own_totals(totals: Totals) -> list[MemberTotal]:
    """What the scope's own members gave and received; neighbours of other antennas stand apart."""
    own = {each.member_id for each in totals.members}
    return [each for each in totals.favours.members if each.member_id in own]


def own_pairs(totals: Totals) -> list[PairTotal]:
    """The pairs of which both are the scope's own members."""
    own = {each.member_id for each in totals.members}
    return [each for each in totals.favours.pairs if each.giver_id in own and each.receiver_id in own]


def enrolled_at_the_end(totals: Totals) -> list[MemberFact]:
    """The members on the period's last day, or today where that is yet to come."""
    return reach.enrolled_on(totals.members, totals.known_through)


def _taking_part(totals: Totals, beside: Beside) -> TakingPart:
    period, own, present = totals.period, own_totals(totals), enrolled_at_the_end(totals)
    days = Period(period.first, min(period.after, totals.known_through + timedelta(days=1)))
    enrolled, active = (
        activity.mean_enrolled(member_days(totals.members, days), days),
        activity.active_count(own),
    )
    by_group = {
        "language": count_by(each.language for each in present),
        "age_band": count_by(each.age_band for each in present),
        "area": count_by(each.area for each in present),
        "sector": _by_sector(present),
    }
    old = sum(by_group["age_band"].get(band, 0) for band in OLD_BANDS)
    return TakingPart(
        enrolled=len(present),
        mean_enrolled=enrolled,
        joined=sum(each.joined_on in period for each in totals.members),
        left=sum(each.left_on is not None and each.left_on in period for each in totals.members),
        active=active,
        givers=sum(each.gave for each in own),
        receivers=sum(each.received for each in own),
        active_share=activity.active_share(active, enrolled),
        retention=_retention(totals, own),
        newcomer_integration=network.newcomer_integration(totals.favours.newcomers, totals.known_through),
        by_language=by_group["language"],
        by_age_band=by_group["age_band"],
        by_gender_words=count_by(each.gender_words for each in present),
        by_area=by_group["area"],
        by_sector=by_group["sector"],
        coverage=reach.coverage(old, beside.inhabitants_65),
        parity={
            name: reach.parity(by_group[name], inhabitants)
            for name, inhabitants in beside.inhabitants.items()
            if name in by_group and inhabitants
        },
    )


def _by_sector(present: Iterable[MemberFact]) -> dict[str, int]:
    """Empty where no street has a sector."""
    counted = count_by(each.sector for each in present)
    return counted if any(counted) else {}


def _retention(totals: Totals, own: Iterable[MemberTotal]) -> activity.Retention:
    endings: dict[int, LeftBecause | None] = {
        each.member_id: each.left_because for each in totals.members if each.left_on is not None
    }
    before = totals.favours.active_before & {each.member_id for each in totals.members}
    return activity.retention(before, {each.member_id for each in own}, endings)


def _favours(totals: Totals) -> Favours:
    counted = totals.favours
    return Favours(
        count=counted.favours,
        minutes=counted.minutes,
        slices=counted.slices,
        median_lag=recording.median_lag(counted.lags),
        recorded_share=recording.recorded_share(totals.asks.recorded, totals.asks.agreed),
    )


def _reciprocity(totals: Totals) -> Reciprocity:
    own = own_totals(totals)
    return Reciprocity(
        two_way_share=reciprocity.two_way_share(own),
        balance_histogram=reciprocity.balance_histogram(own),
        system=reciprocity.system_reciprocity(own),
        gini_of_giving=fairness.gini_of_giving(each.given_minutes for each in own),
        broker_dependence=fairness.broker_dependence(totals.asks.approvals),
        cost_of_trust=fairness.cost_of_trust(totals.favours.antenna_work_minutes, totals.favours.minutes),
    )


def _shape(totals: Totals) -> Shape:
    pairs, active = own_pairs(totals), activity.active_count(own_totals(totals))
    ties = network.ties_of(pairs)
    return Shape(
        dyadic_reciprocity=reciprocity.dyadic_reciprocity(pairs),
        corrected_reciprocity=reciprocity.corrected_reciprocity(pairs, active),
        density=reciprocity.density(pairs, active),
        core_share=network.core_share(totals.favours.team_minutes, totals.favours.minutes),
        repeat_pair_share=network.repeat_pair_share(pairs),
        giant_component_share=network.giant_component_share(ties),
        isolates=network.isolates([each.member_id for each in enrolled_at_the_end(totals)], ties),
        centralisation=network.centralisation(ties),
        across_languages=network.ei_index(ties, _groups((m.member_id, m.language) for m in totals.members)),
        across_age_bands=network.ei_index(ties, _groups((m.member_id, m.age_band) for m in totals.members)),
        across_areas=network.ei_index(ties, _groups((m.member_id, m.area) for m in totals.members)),
        across_sectors=network.ei_index(ties, _groups((m.member_id, m.sector) for m in totals.members)),
    )


def _groups(named: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Who is in which group; those of whom it isn't known are in none."""
    return {member: group for member, group in named if group}


def _asking(counted: AskTotals, enrolled: float, period: Period) -> Asking:
    everything = _together(counted.waits)
    asked = sum(counted.outcomes.values())
    return Asking(
        asks=asked,
        outcomes=counted.outcomes,
        by_channel=counted.by_channel,
        by_category=counted.by_category,
        fill_rate=asks.fill_rate(counted.outcomes),
        median_days=asks.days_to_fill(everything),
        p90_days=asks.days_to_fill(everything, P90),
        median_days_by_channel={way: asks.days_to_fill(waits) for way, waits in counted.waits.items()},
        channel_equity=asks.channel_equity(counted.waits),
        shyness_gap=asks.shyness_gap(counted.with_offer, counted.with_ask),
        per_hundred=asks.asks_per_hundred(asked, enrolled, period),
        non_web_share=asks.non_web_share(counted.by_channel),
    )


def _together(waits: Mapping[Channel, Iterable[Wait]]) -> list[Wait]:
    """The waits of all channels, equal ones together."""
    counted: Counter[tuple[int, bool]] = Counter()
    for each in (wait for some in waits.values() for wait in some):
        counted[each.days, each.filled] += each.asks
    return [Wait(days, filled, counted[days, filled]) for days, filled in sorted(counted)]


def _saved(totals: Totals) -> Saved:
    counted, books = totals.favours, totals.books
    year_ago = totals.known_through - timedelta(days=365)
    return Saved(
        health=LedgerHealth(books.balance_sum_minutes, counted.booked, counted.reversed, counted.disputed),
        velocity=stock.velocity(counted.minutes, books.stocks),
        idle_share=stock.idle_share(books.holdings, year_ago),
    )
