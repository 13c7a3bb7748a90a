"""People who are kept though they are members nowhere: applicants who were declined, staff, helpers, callers.

A year after the last role or consent to act for someone, and the antenna's ``erase_days`` after an
application was declined or a caller's ask ended, they are erased like members who left.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import Session

from timebank.domain.days import network_day
from timebank.domain.erasing import EraseHold
from timebank.domain.errors import WrongStateError
from timebank.domain.states import MemberState, MemberStep
from timebank.models.antenna import Antenna, RoleMandate
from timebank.models.ask import Ask
from timebank.models.member import Helper, Member, MemberStepTaken, Person
from timebank.orm import table_of
from timebank.services.erase_holds import holds_of
from timebank.services.erasing import erase_person
from timebank.services.rules import rules_of

STAFF_DAYS = 365
"""How long after their last role, or their last consent to act for someone, somebody is kept."""
ERASED_CALLER = "-"
_CALLER = {"asker_phone": "", "drop_point": "", "consent_note": "", "place": "", "end_note": ""}


@dataclass(frozen=True)
class OutsiderDue:
    """Someone who is a member nowhere, the day on which they are erased, and what holds them."""

    person_id: int
    uid: uuid.UUID
    due_on: date
    holds: tuple[EraseHold, ...]


def outsiders_to_come(
    session: Session, antenna_id: int | None = None, *, now: datetime
) -> Sequence[OutsiderDue]:
    """Who will be erased without having been a member, soonest first; of one antenna only those it declined."""
    found = []
    for person in session.scalars(_outsiders(antenna_id).order_by(Person.id)):
        due_on = _due_on(session, person, now)
        if due_on is not None:
            found.append(OutsiderDue(person.id, person.uid, due_on, holds_of(session, person.id, now=now)))
    return sorted(found, key=lambda each: (each.due_on, each.person_id))


def outsiders_to_erase(session: Session, *, now: datetime) -> Sequence[OutsiderDue]:
    """Those of them whose time is over."""
    today = network_day(now)
    return [each for each in outsiders_to_come(session, now=now) if each.due_on <= today]


def erase_outsider(session: Session, person_id: int, *, now: datetime) -> bool:
    """Erase one of them whose time is over; whether this run did it. Someone held is left for later."""
    due = next((each for each in outsiders_to_erase(session, now=now) if each.person_id == person_id), None)
    if due is None:
        return False
    try:
        return erase_person(session, person_id, now=now)
    except WrongStateError:
        return False


def callers_to_erase(session: Session, *, now: datetime) -> Sequence[int]:
    """Ids of ended asks of people who were never members, whose words and name have had their time."""
    found: list[int] = []
    for antenna in session.scalars(select(Antenna).order_by(Antenna.id)):
        before = now - timedelta(days=rules_of(session, antenna.id).erase_days)
        found += session.scalars(
            select(Ask.id).where(
                Ask.antenna_id == antenna.id,
                Ask.member_id.is_(None),
                Ask.ended_at <= before,
                Ask.asker_name != ERASED_CALLER,
            )
        )
    return found


def erase_callers(session: Session, *, now: datetime) -> int:
    """Erase who asked and in which words; the kind of help, the days and how it ended stay. How many."""
    ids = list(callers_to_erase(session, now=now))
    session.execute(
        update(table_of(Ask))
        .where(Ask.id.in_(ids))
        .values(
            asker_name=ERASED_CALLER,
            words=ERASED_CALLER,
            cell_row=None,
            cell_column=None,
            to_cell_row=None,
            to_cell_column=None,
            version=Ask.version + 1,
            **_CALLER,
        )
    )
    return len(ids)


def _outsiders(antenna_id: int | None) -> Select[Person]:
    belongs = exists().where(Member.person_id == Person.id, Member.state != MemberState.DECLINED)
    query = select(Person).where(Person.erased_at.is_(None), ~belongs)
    if antenna_id is None:
        return query
    return query.where(exists().where(Member.person_id == Person.id, Member.antenna_id == antenna_id))


def _due_on(session: Session, person: Person, now: datetime) -> date | None:
    """The day after which nothing says any more why they are kept; None while something runs."""
    days = list(_declined(session, person.id))
    for last in _last_days(session, person.id):
        if last is None or last >= network_day(now):
            return None
        days.append(last + timedelta(days=STAFF_DAYS))
    return max(days, default=network_day(person.created_at) + timedelta(days=STAFF_DAYS))


def _declined(session: Session, person_id: int) -> Iterator[date]:
    rows = session.execute(
        select(MemberStepTaken.on_day, Member.antenna_id)
        .join(Member, Member.id == MemberStepTaken.member_id)
        .where(Member.person_id == person_id, MemberStepTaken.step == MemberStep.DECLINE.value)
    )
    for on_day, antenna_id in rows:
        yield on_day + timedelta(days=rules_of(session, antenna_id).erase_days)


def _last_days(session: Session, person_id: int) -> Iterator[date | None]:
    """The last day of each role and consent that they ever held; None where it has no end."""
    for row in (RoleMandate, Helper):
        found = session.execute(select(row.ends_on, row.ended_at).where(row.person_id == person_id))
        for ends_on, ended_at in found:
            yield ends_on if ended_at is None else network_day(ended_at)
