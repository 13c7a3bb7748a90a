"""Rows of the desk in words, each a sentence that says what to do next, and the page on which it is done."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import url_for
from flask_babel import gettext as _, lazy_gettext as _l, ngettext

from timebank.domain.desk import DeskKind, DeskRow, GoneHelper
from timebank.domain.states import MemberState
from timebank.web.words import long_date

STEPS = {
    DeskKind.NEW_ASK: ("web.ask", _l("Look at what %(who)s asks")),
    DeskKind.CALLED_OFF: ("web.ask", _l("It was called off: find someone else for %(who)s")),
    DeskKind.URGENT_ASK: ("web.ask", _l("Find someone for %(who)s now")),
    DeskKind.VOLUNTEER: ("web.proposal", _l("Answer %(who)s, who says: I can")),
    DeskKind.OVER_BORDER: ("web.proposal", _l("%(what)s asks for %(who)s: ring, or say no")),
    DeskKind.OFFER_OVER: ("web.proposal", _l("%(who)s says: I can, for someone of %(what)s. Pass it on")),
    DeskKind.NO_ANSWER: ("web.proposal", _l("Ring %(who)s: is there time for %(what)s?")),
    DeskKind.SIGNAL: ("web.signal", _l("Look after what was noticed: %(who)s")),
    DeskKind.CONDOLENCE: ("web.condolence_page", _l("%(who)s has died: tell those who were near, yourself")),
    DeskKind.OPEN_ASK: ("web.ask", _l("Find someone for %(who)s")),
    DeskKind.DISPUTE: ("web.settle", _l("Talk about it: %(who)s helped %(what)s")),
    DeskKind.FAVOUR_SECOND: ("web.favour", _l("Be the second person: %(who)s helped %(what)s")),
    DeskKind.GIFT_SECOND: ("web.gift", _l("Be the second person: hours from the pot for %(who)s")),
    DeskKind.TO_CONFIRM: ("web.heard", _l("Ring to hear whether it is right: %(who)s helped %(what)s")),
    DeskKind.HOW_IT_WENT: ("web.proposal", _l("Ask %(who)s how it went with %(what)s")),
    DeskKind.REFERRAL: ("web.referral", _l("Ask %(who)s how it went with %(what)s")),
    DeskKind.APPLICATION: ("web.member", _l("Have a first talk with %(who)s")),
    DeskKind.POOL: ("web.pools", _l("Answer %(who)s, who would help over the border")),
    DeskKind.PAST_DAY: ("web.end_ask_page", _l("The day is over: how did it end for %(who)s?")),
    DeskKind.QUIET: ("web.member", _l("Ring %(who)s for a chat")),
    DeskKind.UNUSED_OFFER: ("web.offer", _l("Think of %(who)s, whom nobody has asked yet")),
}
_SPOKEN = frozenset(
    {
        DeskKind.NEW_ASK,
        DeskKind.CALLED_OFF,
        DeskKind.URGENT_ASK,
        DeskKind.VOLUNTEER,
        DeskKind.SIGNAL,
        DeskKind.OPEN_ASK,
        DeskKind.PAST_DAY,
        DeskKind.APPLICATION,
        DeskKind.UNUSED_OFFER,
    }
)
"""Rows whose ``what`` is in someone's own words."""


GONE = {
    MemberState.PAUSED: _l("%(name)s takes a break"),
    MemberState.MOVED: _l("%(name)s isn't a member here any more"),
    MemberState.LEFT: _l("%(name)s isn't a member here any more"),
    MemberState.DIED: _l("%(name)s has died"),
}
"""Why a helper can't be asked any more."""

COUNTED = frozenset({DeskKind.TO_TELL, DeskKind.TO_POST, DeskKind.STALE})
"""Rows that stand for several things and lead to the antenna's list of them."""
OF_ANTENNA = COUNTED | {DeskKind.POOL}
"""Rows whose page is one of the antenna's own; their target is its short name."""


def step_words(row: DeskRow) -> str:
    """What to do next, as a sentence."""
    if row.kind is DeskKind.TO_TELL:
        return str(ngettext("Tell %(num)s person something", "Tell %(num)s people something", row.number))
    if row.kind is DeskKind.TO_POST:
        return str(ngettext("Send %(num)s letter by post", "Send %(num)s letters by post", row.number))
    if row.kind is DeskKind.STALE:
        words = ngettext("Check %(num)s service again", "Check %(num)s services again", row.number)
        return str(words)
    what = row.what or _("the antenna")
    return str(STEPS[row.kind][1]) % {"who": row.who, "what": what}


def step_address(kind: DeskKind, target: str) -> str:
    """The page on which the next step is done; ``target`` is a uid, or an antenna's slug.

    After a call comes the list of whom to ring, with who is next.
    """
    if kind is DeskKind.STALE:
        return url_for("web.directory", slug=target, show="stale")
    if kind in (DeskKind.TO_TELL, DeskKind.TO_POST):
        part = "by-post" if kind is DeskKind.TO_POST else None
        return url_for("web.tell_desk", slug=target, _anchor=part)
    if kind is DeskKind.POOL:
        return url_for("web.pools", slug=target)
    come_back: dict[str, Any] = {"from": "ring"} if kind is DeskKind.TO_CONFIRM else {}
    return url_for(STEPS[kind][0], uid=target, **come_back)


def own_words(row: DeskRow) -> str:
    """What the person said, where the row is about that."""
    return row.what if row.kind in _SPOKEN else ""


def gone_words(gone: GoneHelper | None) -> str:
    """Why who was asked or had promised doesn't come; over the border only that they don't."""
    if gone is None:
        return ""
    words = _l("%(name)s can't help any more") if gone.how is None else GONE[gone.how]
    return str(words) % {"name": gone.name}


def since_words(row: DeskRow, today: date, timezone: str) -> str:
    """'since today', 'since Tuesday 3 November'; of a quiet member, since when nothing was heard."""
    if row.kind is DeskKind.STALE:
        return ""
    day = row.since.astimezone(ZoneInfo(timezone)).date()
    words = _("today") if day >= today else long_date(day)
    if row.kind is DeskKind.QUIET:
        return str(_("nothing heard since %(day)s", day=words))
    return str(_("since %(day)s", day=words))


def time_words(moment: datetime, timezone: str) -> str:
    """'9:05', as the antenna's clock shows it."""
    local = moment.astimezone(ZoneInfo(timezone))
    return f"{local.hour}:{local.minute:02d}"
