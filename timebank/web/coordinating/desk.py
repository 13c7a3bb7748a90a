"""The coordinators' desk: one queue, rows in hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.desk import DeskKind, DeskRow
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor
from timebank.models.antenna import Antenna
from timebank.services.coordinating.desk import desk_rows
from timebank.services.coordinating.desk_team import team_warnings
from timebank.services.coordinating.holds import Held, holds_of, let_row_go, take_row
from timebank.services.coordinating.roster_lists import turns_between
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.coordinating.desk_words import (
    OF_ANTENNA,
    gone_words,
    own_words,
    since_words,
    step_address,
    step_words,
    time_words,
)


@dataclass(frozen=True)
class DeskLine:
    """A row as the page shows it: the sentence of its next step and where it leads, and who has it."""

    row: DeskRow
    step: str
    address: str
    said: str
    gone: str
    since: str
    held: str
    mine: bool


@bp.get("/desk/<slug>")
@access(COORDINATOR)
def desk_queue(slug: str) -> str:
    """Everything that needs a person, in the order in which it does."""
    actor, moment = current_actor(), now()
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        today = local_day(moment, antenna.timezone)
        return render_template(
            "desk/queue.html",
            here=antenna,
            lines=desk_lines(session, antenna, actor=actor, now=moment),
            turns=turns_between(session, antenna.id, today, today, actor=actor),
            warnings=team_warnings(session, antenna.id, actor=actor, now=moment),
        )


@bp.post("/desk/<slug>/rows/<row>/take")
@access(COORDINATOR)
def take_desk_row(slug: str, row: str) -> ResponseReturnValue:
    """Take a row in hand and go to its page; where someone was faster, back to the desk."""
    with reading() as session:
        antenna = find_antenna(session, slug)
    kind = request.form.get("kind", "")
    hold = transact(take_row, antenna.id, row, actor=current_actor(), now=now())
    if hold.person_id != current_actor().person_id:
        flash(_("Someone else was faster. You can still open it."), "info")
    elif kind in set(DeskKind):
        return redirect(_page_of(DeskKind(kind), slug))
    return redirect(url_for("web.desk_queue", slug=slug))


@bp.post("/desk/<slug>/rows/<row>/let-go")
@access(COORDINATOR)
def let_desk_row_go(slug: str, row: str) -> ResponseReturnValue:
    """Put a row back for the others."""
    with reading() as session:
        antenna = find_antenna(session, slug)
    transact(let_row_go, antenna.id, row, actor=current_actor())
    return redirect(url_for("web.desk_queue", slug=slug))


def desk_lines(session: Session, antenna: Antenna, *, actor: Actor, now: datetime) -> list[DeskLine]:
    """The rows of this antenna's desk, ready to be shown."""
    held = holds_of(session, antenna.id, actor=actor, now=now)
    rows = desk_rows(session, antenna.id, actor=actor, now=now)
    return [_line(row, held, antenna, now) for row in rows]


def _page_of(kind: DeskKind, slug: str) -> str:
    try:
        target = slug if kind in OF_ANTENNA else str(UUID(request.form.get("target", "")))
        return step_address(kind, target)
    except ValueError:
        raise NotFoundError from None


def _line(row: DeskRow, held: Mapping[str, Held], antenna: Antenna, now: datetime) -> DeskLine:
    hold = held.get(row.key)
    return DeskLine(
        row=row,
        step=step_words(row),
        address=step_address(row.kind, row.target),
        said=own_words(row),
        gone=gone_words(row.gone),
        since=since_words(row, local_day(now, antenna.timezone), antenna.timezone),
        held=_held_words(hold, antenna.timezone) if hold else "",
        mine=hold is not None and hold.mine,
    )


def _held_words(hold: Held, timezone: str) -> str:
    time = time_words(hold.since, timezone)
    if hold.mine:
        return str(_("You have this since %(time)s", time=time))
    return str(_("%(name)s has this since %(time)s", name=hold.name, time=time))
