"""Whether an antenna suggests and asks its people alike: a page for its team and its board."""

from flask import g, render_template
from flask_babel import lazy_gettext as _l

from timebank.auth import STAFF, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import is_coordinator
from timebank.participation.evenness import OTHERS, Advice
from timebank.services.matchmaking.evenness import KINDS, LONGER, NEWCOMER, evenness_of
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading
from timebank.web import bp
from timebank.web.measuring.periods import chosen_period
from timebank.web.words import language_words

MOST_NAMES = 50

KIND_WORDS = {
    "language": _l("By language"),
    "age": _l("By age"),
    "street": _l("By street"),
    "sector": _l("By sector"),
    "since": _l("By how long they are members"),
    "channel": _l("By how they like to be reached"),
}
ADVICE_WORDS = {
    Advice.EVEN: _l("As often as the others. Nothing to do."),
    Advice.FEWER_SUGGESTED: _l(
        "Clearly fewer of them are suggested. Look together whether their offers say when, what and how far."
    ),
    Advice.FEWER_ASKED: _l(
        "They are suggested, but clearly fewer are asked. Ask one of them first the next few times."
    ),
    Advice.FEWER_YES: _l("Clearly fewer say yes. Ask them what would suit them better."),
}
GROUP_WORDS = {
    NEWCOMER: _l("Members for less than a year"),
    LONGER: _l("Members for a year and longer"),
    "phone": _l("By phone"),
    "letter": _l("By letter"),
    "mail": _l("By e-mail"),
    "talk": _l("In a talk"),
    OTHERS: _l("Smaller groups together"),
    "": _l("Not known"),
}


@bp.get("/antennas/<slug>/evenness")
@access(STAFF)
def evenness(slug: str) -> str:
    """Of those who could help: how many were suggested, asked and said yes, group by group."""
    actor = current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        today = local_day(now(), antenna.timezone)
        choice = chosen_period(today, antenna.id, actor)
        return render_template(
            "participation/evenness.html",
            here=antenna,
            found=evenness_of(session, antenna.id, choice.period, actor=actor),
            names=is_coordinator(actor, antenna.id),
            most=MOST_NAMES,
            choice=choice,
            kinds=[(kind, KIND_WORDS[kind]) for kind in KINDS],
            group=_group_words,
            advice=ADVICE_WORDS,
        )


def _group_words(kind: str, name: str) -> str:
    if kind == "language" and name not in (OTHERS, ""):
        return language_words(name)
    return str(GROUP_WORDS.get(name, name))
