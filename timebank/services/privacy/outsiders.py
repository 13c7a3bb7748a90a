"""People who are kept though they are members nowhere: applicants who were declined, staff, helpers, callers.

A year after the last role or consent to act for someone, and the antenna's ``erase_days`` after an
application was declined or a caller's ask ended, they are erased like members who left.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
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
from timebank.services.network.rules import rules_of
from timebank.services.privacy.erase_holds import holds_of
from timebank.services.privacy.erasing import erase_person

STAFF_DAYS = 365
"""How long after their last role, or their last consent to act for someone, somebody is kept."""
STAFF_KEPT = timedelta(days=STAFF_DAYS)
ERASED_CALLER = "-"
_CALLER = {"asker_phone": "", "drop_point": "", "consent_note": "", "place": "", "end_note": ""}


@dataclass(frozen=True)
class OutsiderDue:
    """Someone who is a member nowhere, the day on which they are erased, and what holds them then."""

    person_id: int
    uid: uuid.UUID
    due_on: date
    holds: tuple[EraseHold, ...]


def outsiders_to_come(
    session: Session, antenna_id: int | None = None, *, now: datetime
) -> Sequence[OutsiderDue]:
    """Who will be erased without having been a member, soonest first; of one antenna only those it declined.

    What holds them is asked only about those whose time is over: for anyone else it can still change.
    """
    today = network_day(now)
    return [
        OutsiderDue(person_id, uid, due_on, holds_of(session, person_id, now=now) if due_on <= today else ())
        for due_on, person_id, uid in _due_days(session, _outsiders(antenna_id), now)
    ]


def outsiders_to_erase(session: Session, *, now: datetime) -> Sequence[OutsiderDue]:
    """Those of them whose time is over."""
    today = network_day(now)
    return [each for each in outsiders_to_come(session, now=now) if each.due_on <= today]


def outsider_due_on(session: Session, person_id: int, *, now: datetime) -> date | None:
    """The day on which this person is erased, if they are a member nowhere and nothing of theirs runs."""
    due = _due_days(session, _outsiders().where(Person.id == person_id), now)
    return due[0][0] if due else None


def erase_outsider(session: Session, person_id: int, *, now: datetime) -> bool:
    """Erase one of them whose time is over; whether this run did it. Someone held is left for later."""
    due_on = outsider_due_on(session, person_id, now=now)
    if due_on is None or due_on > network_day(now):
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


def _outsiders(antenna_id: int | None = None) -> Select[int]:
    """The ids of people who are members nowhere and aren't erased yet."""
    belongs = exists().where(Member.person_id == Person.id, Member.state != MemberState.DECLINED)
    query = select(Person.id).where(Person.erased_at.is_(None), ~belongs)
    if antenna_id is None:
        return query
    return query.where(exists().where(Member.person_id == Person.id, Member.antenna_id == antenna_id))


def _due_days(session: Session, which: Select[int], now: datetime) -> list[tuple[date, int, uuid.UUID]]:
    """(the day after which nothing says any more why they are kept, id, uid), soonest first.

    Whoever holds a role or a consent that runs isn't among them. The statements are as many for one
    person as for thousands.
    """
    last_days = _last_days(session, which, now)
    people = session.execute(select(Person.id, Person.uid, Person.created_at).where(Person.id.in_(which)))
    found = []
    for person_id, uid, created_at in people:
        days = last_days.get(person_id, [network_day(created_at) + STAFF_KEPT])
        if None not in days:
            found.append((max(day for day in days if day is not None), person_id, uid))
    return sorted(found)


def _last_days(session: Session, which: Select[int], now: datetime) -> dict[int, list[date | None]]:
    """For each person the days until which something says why they are kept; None for what still runs."""
    today, found = network_day(now), defaultdict[int, list[date | None]](list)
    for row in (RoleMandate, Helper):
        rows = session.execute(
            select(row.person_id, row.ends_on, row.ended_at).where(row.person_id.in_(which))
        )
        for person_id, ends_on, ended_at in rows:
            last = ends_on if ended_at is None else network_day(ended_at)
            found[person_id].append(None if last is None or last >= today else last + STAFF_KEPT)
    declined = session.execute(
        select(Member.person_id, Member.antenna_id, MemberStepTaken.on_day)
        .join(Member, Member.id == MemberStepTaken.member_id)
        .where(Member.person_id.in_(which), MemberStepTaken.step == MemberStep.DECLINE.value)
    )
    kept: dict[int, timedelta] = {}
    for person_id, antenna_id, on_day in declined:
        if antenna_id not in kept:
            kept[antenna_id] = timedelta(days=rules_of(session, antenna_id).erase_days)
        found[person_id].append(on_day + kept[antenna_id])
    return found
