"""What a coordinator hands over, on a page and on paper."""

from collections.abc import Sequence
from typing import Any

from flask import g, render_template, request, url_for
from flask_babel import lazy_gettext as _l, ngettext
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.desk import DeskKind
from timebank.models.antenna import Antenna
from timebank.services.coordinating.handover import Handover, handover_of
from timebank.services.coordinating.signal_lists import about_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.coordinating.desk import DeskLine, desk_lines
from timebank.web.here import antenna_here

SECTIONS = (
    (
        _l("Asks that need someone"),
        (DeskKind.NEW_ASK, DeskKind.CALLED_OFF, DeskKind.URGENT_ASK, DeskKind.OPEN_ASK, DeskKind.PAST_DAY),
    ),
    (
        _l("Proposals without an answer"),
        (DeskKind.VOLUNTEER, DeskKind.OFFER_OVER, DeskKind.OVER_BORDER, DeskKind.NO_ANSWER),
    ),
    (_l("How did it go?"), (DeskKind.HOW_IT_WENT,)),
    (
        _l("People to ring or to see"),
        (
            DeskKind.CONDOLENCE,
            DeskKind.TO_CONFIRM,
            DeskKind.APPLICATION,
            DeskKind.TO_TELL,
            DeskKind.TO_POST,
            DeskKind.QUIET,
        ),
    ),
    (
        _l("Being talked about, or waiting for a second person"),
        (DeskKind.DISPUTE, DeskKind.FAVOUR_SECOND, DeskKind.GIFT_SECOND),
    ),
    (_l("Signals that need a look"), (DeskKind.SIGNAL,)),
    (_l("Referrals: ask how it went"), (DeskKind.REFERRAL,)),
    (_l("Offers that nobody was asked for yet"), (DeskKind.UNUSED_OFFER,)),
)
"""The desk's rows as they are handed over; services to check are listed by name instead."""


@bp.get("/antennas/<slug>/handover")
@access(COORDINATOR)
def handover(slug: str) -> str:
    """Everything that whoever takes over has to know, with the way to each page."""
    with reading() as session:
        return render_template("handover/show.html", **_report(session, antenna_here(session, slug)))


@bp.get("/antennas/<slug>/handover/sheet")
@access(COORDINATOR)
def handover_sheet(slug: str) -> str:
    """The same on paper; what was noticed of people stays in the timebank."""
    with reading() as session:
        antenna = antenna_here(session, slug)
        return render_template(
            "print/handover.html",
            **_report(session, antenna),
            antenna=on_page(antenna, g.lang),
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            screen_back=url_for("web.handover", slug=slug),
        )


def _report(session: Session, antenna: Antenna) -> dict[str, Any]:
    actor, moment = current_actor(), now()
    lines = desk_lines(session, antenna, actor=actor, now=moment)
    report = handover_of(session, antenna.id, actor=actor, now=moment)
    return {
        "here": antenna,
        "today": local_day(moment, antenna.timezone),
        "report": report,
        "sections": [(title, _of(lines, kinds), _left(report, kinds, antenna)) for title, kinds in SECTIONS],
        "about": about_of,
    }


def _left(report: Handover, kinds: Sequence[DeskKind], antenna: Antenna) -> list[tuple[str, str]]:
    """What a section doesn't show, in words and with the page that does."""
    quiet = report.left[DeskKind.QUIET] if DeskKind.QUIET in kinds else 0
    unused = report.left[DeskKind.UNUSED_OFFER] if DeskKind.UNUSED_OFFER in kinds else 0
    found = []
    if quiet:
        words = ngettext(
            "And %(num)s more of whom nothing was heard for two months",
            "And %(num)s more of whom nothing was heard for two months",
            quiet,
        )
        found.append((words, url_for("web.signs", slug=antenna.slug, list="not-seen")))
    if unused:
        words = ngettext(
            "And %(num)s more offer that nobody was asked for yet",
            "And %(num)s more offers that nobody was asked for yet",
            unused,
        )
        found.append((words, url_for("web.offers_of_antenna", slug=antenna.slug)))
    return found


def _of(lines: Sequence[DeskLine], kinds: Sequence[DeskKind]) -> list[DeskLine]:
    return [line for line in lines if line.row.kind in kinds]
