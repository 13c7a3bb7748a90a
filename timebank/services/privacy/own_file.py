"""A person's own file: every row of every table that is about them, to read and to take along."""

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.models.member import Member
from timebank.orm import table_of
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member
from timebank.services.privacy.personal_data import PLACES, Place


@dataclass(frozen=True)
class Section:
    """One table: its columns, and the rows that are about the person; values as text, number or list."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class OwnFile:
    """Everything that is kept about one person; a table without a row of theirs is left out."""

    name: str
    language: str
    antenna_id: int
    made_at: datetime
    sections: tuple[Section, ...]


def own_file_of(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> OwnFile:
    """The file of the person behind this membership; that someone made it for them is written down.

    Who coordinates one of their antennas makes it only if they coordinate all of them: it holds
    what the others know too.

    Raises:
        NotAllowedError, NotFoundError: neither the person nor such a coordinator.
    """
    member = find_member(session, uid, actor=actor)
    places = session.scalars(select(Member.antenna_id).where(Member.person_id == member.person_id)).all()
    own = member.person_id == actor.person_id
    require(own or all(is_coordinator(actor, each) for each in places), actor, member.antenna_id)
    require_full_rights(actor)
    shown = [place for place in PLACES if not place.private and (own or not place.own_only)]
    sections = tuple(_section(session, place, member.person_id) for place in shown)
    write_down(
        session, "make_own_file", actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id
    )
    return OwnFile(
        name=member.person.name,
        language=member.person.language,
        antenna_id=member.antenna_id,
        made_at=now,
        sections=tuple(section for section in reversed(sections) if section.rows),
    )


def _section(session: Session, place: Place, person_id: int) -> Section:
    table = table_of(place.model)
    shown = [column for column in table.columns if column.name not in place.hidden]
    order = list(table.primary_key.columns)
    rows = session.execute(select(*shown).where(place.mine(person_id)).order_by(*order))
    return Section(
        table=table.name,
        columns=tuple(column.name for column in shown),
        rows=tuple(tuple(_plain(value) for value in row) for row in rows),
    )


def _plain(value: Any) -> Any:
    """A value as JSON knows it; days and moments in ISO 8601."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value
