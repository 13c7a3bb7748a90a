"""What a coordinator hands over, on a page and on paper."""

from collections.abc import Sequence
from typing import Any

from flask import g, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.desk import DeskKind
from timebank.domain.permissions import is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.services.antennas import find_antenna
from timebank.services.handover import handover_of
from timebank.services.signal_lists import about_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.desk import DeskLine, desk_lines

SECTIONS = (
    (
        _l("Asks that need someone"),
        (DeskKind.NEW_ASK, DeskKind.CALLED_OFF, DeskKind.URGENT_ASK, DeskKind.OPEN_ASK, DeskKind.PAST_DAY),
    ),
    (_l("Proposals without an answer"), (DeskKind.VOLUNTEER, DeskKind.NO_ANSWER)),
    (_l("How did it go?"), (DeskKind.HOW_IT_WENT,)),
    (
        _l("People to ring or to see"),
        (DeskKind.CONDOLENCE, DeskKind.TO_CONFIRM, DeskKind.APPLICATION, DeskKind.TO_TELL, DeskKind.QUIET),
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
        return render_template("handover/show.html", **_report(session, _antenna(session, slug)))


@bp.get("/antennas/<slug>/handover/sheet")
@access(COORDINATOR)
def handover_sheet(slug: str) -> str:
    """The same on paper; what was noticed of people stays in the timebank."""
    with reading() as session:
        antenna = _antenna(session, slug)
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
    return {
        "here": antenna,
        "today": local_day(moment, antenna.timezone),
        "report": handover_of(session, antenna.id, actor=actor, now=moment),
        "sections": [(title, _of(lines, kinds)) for title, kinds in SECTIONS],
        "about": about_of,
    }


def _of(lines: Sequence[DeskLine], kinds: Sequence[DeskKind]) -> list[DeskLine]:
    return [line for line in lines if line.row.kind in kinds]


def _antenna(session: Session, slug: str) -> Antenna:
    antenna = find_antenna(session, slug)
    g.antenna_id = antenna.id
    require(is_coordinator(current_actor(), antenna.id), current_actor(), antenna.id)
    return antenna
