"""Rows of the desk in someone's hands: a courtesy among coordinators that ends by itself and refuses nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.desk import HOLD_MINUTES, is_held
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.desk import Hold

_ROW = re.compile(r"[a-z]{2,20}:[a-z0-9-]{1,60}")


@dataclass(frozen=True)
class Held:
    """Who has a row, and since when; ``mine`` where it is the reader."""

    name: str
    since: datetime
    mine: bool


def take_row(session: Session, antenna_id: int, row: str, *, actor: Actor, now: datetime) -> Hold:
    """Take a row in hand; who was first keeps it for half an hour, and that hold is the answer.

    Raises:
        NotFoundError: it isn't the name of a row.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    if not _ROW.fullmatch(row):
        raise NotFoundError
    found = session.get(Hold, (antenna_id, row), with_for_update=True)
    if found is not None and found.person_id != actor.person_id and is_held(found.taken_at, now):
        return found
    if found is None:
        found = Hold(antenna_id=antenna_id, row=row, person_id=actor.person_id, taken_at=now)
        session.add(found)
    found.person_id, found.taken_at = actor.person_id, now
    session.flush()
    over = now - timedelta(minutes=HOLD_MINUTES)
    session.execute(delete(Hold).where(Hold.antenna_id == antenna_id, Hold.taken_at <= over))
    session.flush()
    return found


def let_row_go(session: Session, antenna_id: int, row: str, *, actor: Actor) -> None:
    """Put a row back; nothing happens where someone else has it.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    own = Hold.antenna_id == antenna_id, Hold.row == row, Hold.person_id == actor.person_id
    session.execute(delete(Hold).where(*own))
    session.flush()


def holds_of(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> Mapping[str, Held]:
    """The rows of this antenna that someone has in hand, by their names."""
    over = now - timedelta(minutes=HOLD_MINUTES)
    query = (
        select(Hold)
        .options(joinedload(Hold.person))
        .where(Hold.antenna_id == antenna_id, Hold.taken_at > over)
    )
    return {
        hold.row: Held(hold.person.name, hold.taken_at, hold.person_id == actor.person_id)
        for hold in session.scalars(query)
    }
