"""Reading gatherings: what comes, who came, page by page, and the totals of a period."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Role, belongs, is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.models.gathering import Attendance, Gathering
from timebank.models.member import Member, Person
from timebank.participation.periods import Period

SHOWN = 50
"""The most gatherings that have been on one page, newest first."""


@dataclass(frozen=True)
class AntennaGatherings:
    """Those to come, the next one first, and the last ones that were; ``came`` is visits by gathering id."""

    coming: tuple[Gathering, ...]
    been: tuple[Gathering, ...]
    came: dict[int, int]


@dataclass(frozen=True)
class GatheringTotals:
    """Gatherings of a period that took place. ``visits`` and ``people`` are of members, ``first_visits`` of members
    who had never come before, ``new_faces`` of people who weren't members."""

    gatherings: int
    visits: int
    people: int
    first_visits: int
    new_faces: int

    @property
    def attendance(self) -> tuple[int, int, int]:
        """(visits, different people, new faces) as ``participation.reach.attendance`` counts them."""
        return self.visits, self.people, self.first_visits


def list_gatherings(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> AntennaGatherings:
    """What comes, for whoever belongs here; who came is counted for coordinators only.

    Raises:
        NotFoundError: does not belong here.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None or not belongs(actor, antenna_id):
        raise NotFoundError
    today = local_day(now, antenna.timezone)
    query = select(Gathering).where(Gathering.antenna_id == antenna_id)
    coming = session.scalars(
        query.where(Gathering.held_on >= today).order_by(Gathering.held_on, Gathering.id)
    ).all()
    if not is_coordinator(actor, antenna_id):
        return AntennaGatherings(tuple(coming), (), {})
    been = session.scalars(
        query.where(Gathering.held_on < today)
        .order_by(Gathering.held_on.desc(), Gathering.id.desc())
        .limit(SHOWN)
    ).all()
    counted = session.execute(
        select(Attendance.gathering_id, func.count())
        .where(Attendance.gathering_id.in_([each.id for each in (*coming, *been)]))
        .group_by(Attendance.gathering_id)
    )
    return AntennaGatherings(tuple(coming), tuple(been), {row[0]: row[1] for row in counted})


def who_came(session: Session, gathering: Gathering, *, actor: Actor) -> Sequence[Member]:
    """Who came, by name, for the antenna's coordinators.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, gathering.antenna_id), actor, gathering.antenna_id)
    return session.scalars(
        select(Member)
        .join(Attendance, Attendance.member_id == Member.id)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Member.person))
        .where(Attendance.gathering_id == gathering.id)
        .order_by(Person.sort_name, Member.number)
    ).all()


def gatherings_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Gathering]:
    """By cursor, newest first: those of every antenna to which the actor belongs."""
    places = {each.antenna_id for each in actor.memberships} | actor.antennas_as(*Role)
    query = select(Gathering).where(Gathering.antenna_id.in_(places))
    if before is not None:
        query = query.where(Gathering.id < before)
    return session.scalars(query.order_by(Gathering.id.desc()).limit(limit)).all()


def gathering_totals(session: Session, antenna_ids: Collection[int], period: Period) -> GatheringTotals:
    """The totals of a period over these antennas, in three statements whatever their size."""
    held = _held(antenna_ids)
    within = (Gathering.held_on >= period.first, Gathering.held_on < period.after)
    gatherings, new_faces = session.execute(
        select(func.count(), func.coalesce(func.sum(Gathering.new_faces), 0)).where(*held, *within)
    ).one()
    row = session.execute(
        select(func.count(), func.count(func.distinct(Attendance.member_id)))
        .select_from(Attendance)
        .join(Gathering, Gathering.id == Attendance.gathering_id)
        .where(*held, *within)
    ).one()
    first = _first_visits(held).subquery()
    beginners = session.scalar(
        select(func.count())
        .select_from(first)
        .where(first.c.first_on >= period.first, first.c.first_on < period.after)
    )
    return GatheringTotals(gatherings, row[0], row[1], beginners or 0, int(new_faces))


def _held(antenna_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    return Gathering.antenna_id.in_(antenna_ids), Gathering.called_off_at.is_(None)


def _first_visits(held: tuple[ColumnElement[bool], ...]) -> Select[int, date]:
    """Each member's first gathering."""
    return (
        select(Attendance.member_id, func.min(Gathering.held_on).label("first_on"))
        .join(Gathering, Gathering.id == Attendance.gathering_id)
        .where(*held)
        .group_by(Attendance.member_id)
    )
