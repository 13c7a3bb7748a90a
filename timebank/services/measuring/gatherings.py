"""Gatherings: planned by a coordinator, and afterwards who came, ticked by first name."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.permissions import Actor, belongs, is_coordinator, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.models.gathering import NEW_FACES_MAX, Attendance, Gathering, GatheringKind
from timebank.models.member import Member
from timebank.orm import insert_rows, table_of
from timebank.services.audit import write_down

TITLE_MAX = 80
PLACE_MAX = 120
AHEAD_MAX = timedelta(days=366)


@dataclass(frozen=True)
class GatheringDetails:
    """What, when and where. ``from_minute`` is the local minute of the day, if it is known."""

    title: str
    held_on: date
    from_minute: int | None = None
    place: str = ""
    kind: GatheringKind = GatheringKind.COFFEE


@dataclass(frozen=True)
class WhoCame:
    """Member ids to note and to take away again, and how many came who aren't members yet."""

    came: frozenset[int] = frozenset()
    not_there: frozenset[int] = frozenset()
    new_faces: int | None = None


def plan_gathering(
    session: Session, antenna_id: int, details: GatheringDetails, *, actor: Actor, now: datetime
) -> Gathering:
    """Put a gathering into the antenna's list, also one that has been.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
        InvalidInputError: no title, or a day that is too far.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    gathering = Gathering(uid=uuid.uuid4(), antenna_id=antenna_id, planned_at=now)
    gathering.planned_by_id = actor.person_id or None
    _fill(gathering, details, local_day(now, antenna.timezone))
    session.add(gathering)
    session.flush()
    session.refresh(gathering)
    _note(session, gathering, "plan_gathering", actor, now)
    return gathering


def change_gathering(
    session: Session, uid: uuid.UUID, details: GatheringDetails, *, version: int, actor: Actor, now: datetime
) -> Gathering:
    """Another day, place or title.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        InvalidInputError: a day to come for one to which people came (``not_yet``).
        WrongStateError: it is called off.
    """
    gathering = _lock(session, uid, actor)
    if gathering.version != version:
        raise StaleError
    _refuse_called_off(gathering, "change")
    today = local_day(now, gathering.antenna.timezone)
    if details.held_on > today and (gathering.new_faces or _came(session, gathering)):
        raise _not_yet("held_on")
    _fill(gathering, details, today)
    _note(session, gathering, "change_gathering", actor, now)
    return gathering


def call_off_gathering(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Gathering:
    """It doesn't take place; it stays in the list, so that whoever comes by knows.

    Raises:
        WrongStateError: it is called off already, or people came.
    """
    gathering = _lock(session, uid, actor)
    _refuse_called_off(gathering, "call_off")
    if gathering.new_faces or _came(session, gathering):
        raise WrongStateError(state="held", step="call_off")
    gathering.called_off_at = now
    _note(session, gathering, "call_off_gathering", actor, now)
    return gathering


def note_attendance(
    session: Session, uid: uuid.UUID, who: WhoCame, *, actor: Actor, now: datetime
) -> Gathering:
    """Write down who came, by differences: two who tick at the same time both count.

    Noting someone twice is noting them once.

    Raises:
        InvalidInputError: before the day (``not_yet``), someone of another antenna, or too many new faces.
        WrongStateError: it is called off.
    """
    gathering = _lock(session, uid, actor)
    _refuse_called_off(gathering, "attendance")
    if gathering.held_on > local_day(now, gathering.antenna.timezone):
        raise _not_yet("came")
    if who.new_faces is not None and not 0 <= who.new_faces <= NEW_FACES_MAX:
        raise InvalidInputError(
            "number_out_of_range",
            "Choose between {low} and {high}.",
            field="new_faces",
            low=0,
            high=NEW_FACES_MAX,
        )
    came = who.came - who.not_there
    _refuse_strangers(session, gathering, came)
    session.execute(
        delete(Attendance).where(
            Attendance.gathering_id == gathering.id, Attendance.member_id.in_(who.not_there)
        ),
        execution_options={"synchronize_session": False},
    )
    new = sorted(came - _came(session, gathering))
    rows = [{"gathering_id": gathering.id, "member_id": each, "noted_at": now} for each in new]
    insert_rows(session, table_of(Attendance), rows)
    if who.new_faces is not None:
        gathering.new_faces = who.new_faces
    _note(session, gathering, "note_attendance", actor, now)
    return gathering


def find_gathering(session: Session, uid: uuid.UUID, *, actor: Actor) -> Gathering:
    """A gathering, for whoever belongs to its antenna.

    Raises:
        NotFoundError: there is none, or none of this actor's business.
    """
    gathering = session.scalar(select(Gathering).where(Gathering.uid == uid))
    if gathering is None or not belongs(actor, gathering.antenna_id):
        raise NotFoundError
    return gathering


def details_of(gathering: Gathering) -> GatheringDetails:
    """What is kept, to change a part of it."""
    return GatheringDetails(
        gathering.title, gathering.held_on, gathering.from_minute, gathering.place, gathering.kind
    )


def _lock(session: Session, uid: uuid.UUID, actor: Actor) -> Gathering:
    query = select(Gathering).where(Gathering.uid == uid).with_for_update(of=Gathering)
    gathering = session.scalar(query)
    if gathering is None:
        raise NotFoundError
    require(is_coordinator(actor, gathering.antenna_id), actor, gathering.antenna_id)
    require_full_rights(actor)
    return gathering


def _came(session: Session, gathering: Gathering) -> frozenset[int]:
    rows = session.scalars(select(Attendance.member_id).where(Attendance.gathering_id == gathering.id))
    return frozenset(rows)


def _refuse_strangers(session: Session, gathering: Gathering, came: Collection[int]) -> None:
    known = set(
        session.scalars(
            select(Member.id).where(Member.id.in_(came), Member.antenna_id == gathering.antenna_id)
        )
    )
    if known != set(came):
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="came")


def _refuse_called_off(gathering: Gathering, step: str) -> None:
    if gathering.called_off_at is not None:
        raise WrongStateError(state="called off", step=step)


def _not_yet(field: str) -> InvalidInputError:
    return InvalidInputError("not_yet", "This day is still to come. Say afterwards how it went.", field=field)


def _fill(gathering: Gathering, details: GatheringDetails, today: date) -> None:
    title = clean_text(details.title)
    if not title:
        raise InvalidInputError("title_missing", "Say what it is called.", field="title")
    for field, text, most in (("title", title, TITLE_MAX), ("place", details.place, PLACE_MAX)):
        if len(text) > most:
            raise InvalidInputError(
                "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=most
            )
    if not today - 20 * AHEAD_MAX < details.held_on <= today + AHEAD_MAX:
        raise InvalidInputError("date_far", "Choose a day within a year.", field="held_on")
    if details.from_minute is not None and not 0 <= details.from_minute < 24 * 60:
        raise InvalidInputError("time_not_understood", "Write the time like 10:30.", field="from_minute")
    gathering.title, gathering.held_on = title, details.held_on
    gathering.from_minute, gathering.place = details.from_minute, clean_text(details.place)
    gathering.kind = details.kind


def _note(session: Session, gathering: Gathering, action: str, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=gathering.antenna_id,
        subject=f"gathering:{gathering.uid}",
    )
    session.flush()
