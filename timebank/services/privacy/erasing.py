"""Erasing a person while the books stay right: entries and sums stay, of 'a former member'.

Names, ways to reach them, sessions, notices, consents and every free text about them go; ids stay,
so that no total and no chain changes. Nothing of it comes back but from a backup, after which the
list of who was erased is carried out again (``flask erasures``).
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import String, cast, delete, func, or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import ContactChannel
from timebank.domain.erasing import FORMER_MEMBER, EraseHold
from timebank.domain.errors import NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require, require_full_rights
from timebank.domain.states import MemberState, SignalState
from timebank.models.antenna import RoleMandate
from timebank.models.ask import Ask
from timebank.models.favour import Favour
from timebank.models.importing import ImportBatch
from timebank.models.member import Helper, Member, Person
from timebank.models.request_key import RequestKeyRow
from timebank.models.signal import Signal
from timebank.orm import table_of
from timebank.services.audit import write_down
from timebank.services.coordinating.signal_erasing import empty_signal
from timebank.services.membership.member_joining import take_number
from timebank.services.membership.members import find_member
from timebank.services.network.rules import rules_of
from timebank.services.privacy.erase_holds import holds_of
from timebank.services.privacy.personal_data import GONE, PLACES, asks_of, favours_of, members_of


@dataclass(frozen=True)
class ErasureDue:
    """Someone who left: when their time is over, and what has to be settled before."""

    member: Member
    due_on: date
    holds: tuple[EraseHold, ...]


def erase_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Erase the person behind a membership that ended, at their own or the family's word.

    Raises:
        WrongStateError: something has to be settled first (``holds_of``).
        NotAllowedError, NotFoundError: not a coordinator of this member, or it is themselves.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    if member.person_id == actor.person_id:
        raise NotAllowedError
    erase_person(session, member.person_id, actor=actor, now=now)
    return member


def erase_person(session: Session, person_id: int, *, actor: Actor = SYSTEM, now: datetime) -> bool:
    """Erase this person; whether this run did it. Who may is asked before.

    Raises:
        WrongStateError: code ``erase_held``, something has to be settled first.
    """
    person = session.scalar(select(Person).where(Person.id == person_id).with_for_update())
    if person is None:
        raise NotFoundError
    if person.erased_at is not None:
        return False
    if holds_of(session, person_id, now=now):
        raise WrongStateError("erase_held", "Something has to be settled first.")
    members = session.scalars(select(Member).where(Member.person_id == person_id).order_by(Member.id)).all()
    _forget_requests(session, person, members)
    _forget_imports(session, person, members)
    kin = _helpers_only_of(session, person_id)
    _empty_details(person, members, now)
    session.flush()  # the guards let texts go only of someone who is erased
    for signal in session.scalars(select(Signal).where(Signal.about_member_id.in_(members_of(person_id)))):
        empty_signal(session, signal, now=now)
    session.execute(
        update(table_of(Signal))
        .where(Signal.told_by_id == person_id, Signal.state != SignalState.ERASED)
        .values(told_by="")
    )
    _empty_places(session, person_id)
    for member in members:
        member.number = take_number(session, member.antenna, None)
        write_down(session, "erase", actor=actor, now=now, antenna_id=member.antenna_id)
    session.flush()
    for other_id in kin:
        erase_person(session, other_id, actor=actor, now=now)
    return True


def erasures_to_come(session: Session, antenna_id: int, *, now: datetime) -> Sequence[ErasureDue]:
    """Who left this antenna and isn't erased yet, by the day their time is over; nothing is erased."""
    days = timedelta(days=rules_of(session, antenna_id).erase_days)
    rows = session.scalars(
        select(Member)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.ended_on.is_not(None), Person.erased_at.is_(None))
        .order_by(Member.ended_on, Member.id)
    )
    found = []
    for member in rows:
        due_on = erased_on(session, member, days)
        if due_on is not None:
            found.append(ErasureDue(member, due_on, holds_of(session, member.person_id, now=now)))
    return found


def erased_on(session: Session, member: Member, days: timedelta) -> date | None:
    """The day on which the person behind a membership that ended is erased; None where another place says it."""
    if member.ended_on is None or _here_again(session, member):
        return None
    return member.ended_on + days


def last_erased_at(session: Session) -> datetime | None:
    """When someone was last erased: what was kept outside the database before that can hold their name."""
    return session.scalar(select(func.max(Person.erased_at)))


def erased_uids(session: Session) -> Sequence[tuple[uuid.UUID, datetime]]:
    """Who was erased and when, oldest first: to be kept outside the database, beside the backups."""
    rows = session.execute(
        select(Person.uid, Person.erased_at).where(Person.erased_at.is_not(None)).order_by(Person.erased_at)
    )
    return [(uid, at) for uid, at in rows if at is not None]


def _here_again(session: Session, member: Member) -> bool:
    """Whether the person has a place somewhere, or ended one later: that one says when their time is over."""
    other = select(func.count()).where(
        Member.person_id == member.person_id,
        Member.id != member.id,
        Member.state != MemberState.DECLINED,
        or_(Member.ended_on.is_(None), Member.ended_on > member.ended_on),
    )
    return bool(session.scalar(other))


def _empty_details(person: Person, members: Sequence[Member], now: datetime) -> None:
    language = members[0].antenna.language if members else person.language
    person.given_name, person.family_name = FORMER_MEMBER[language], ""
    person.sort_name = fold_name(person.given_name)
    person.language, person.preferred_channel = language, ContactChannel.TALK
    person.phone = person.email = person.street = person.house_number = ""
    person.building = person.postal_code = person.gender_words = ""
    person.cell_row = person.cell_column = person.birth_year = None
    person.erased_at = now


def _empty_places(session: Session, person_id: int) -> None:
    options = {"synchronize_session": False}
    for place in PLACES:
        if place.blank is None:
            continue
        table, mine = table_of(place.model), place.mine(person_id)
        if place.blank is GONE:
            session.execute(delete(table).where(mine), execution_options=options)
            continue
        written = mine if place.filled is None else mine & place.filled
        session.execute(update(table).where(written).values(**place.blank), execution_options=options)
    session.expire_all()


def _forget_requests(session: Session, person: Person, members: Sequence[Member]) -> None:
    """Kept outcomes of requests, by them or naming them: an outcome can hold a name or a line of thanks."""
    said = cast(RequestKeyRow.outcome, String)
    named = [said.contains(str(uid)) for uid in (person.uid, *(member.uid for member in members))]
    favours = session.scalars(select(Favour.uid).where(Favour.id.in_(favours_of(person.id))))
    asks = session.scalars(select(Ask.uid).where(Ask.id.in_(asks_of(person.id))))
    named += [said.contains(str(uid)) for uid in (*favours, *asks)]
    by_them = [RequestKeyRow.scope.like(f"{door}:{person.id}:%") for door in ("web", "api")]
    for start in range(0, len(named), 200):
        session.execute(delete(RequestKeyRow).where(or_(*named[start : start + 200])))
    session.execute(delete(RequestKeyRow).where(or_(*by_them)))


def _forget_imports(session: Session, person: Person, members: Sequence[Member]) -> None:
    """A sheet's report and choices of names, where this person's name stands in them."""
    antennas = {member.antenna_id for member in members}
    for batch in session.scalars(select(ImportBatch).where(ImportBatch.antenna_id.in_(antennas))):
        told = fold_name(json.dumps([batch.report, batch.choices, batch.filename], ensure_ascii=False))
        names = [fold_name(name) for name in (person.family_name, person.given_name) if name]
        if names and all(name in told for name in names):
            batch.choices, batch.filename, batch.content = {}, "-", None
            batch.report = {
                name: value if isinstance(value, int) else type(value)()
                for name, value in batch.report.items()
            }


def _helpers_only_of(session: Session, person_id: int) -> Sequence[int]:
    """Who was known only because they acted for this person: a daughter, a neighbour who is no member."""
    mine = members_of(person_id)
    known = select(Member.person_id).union(
        select(RoleMandate.person_id),
        select(Helper.person_id).where(Helper.member_id.not_in(mine)),
    )
    query = select(Helper.person_id).where(
        Helper.member_id.in_(mine), Helper.person_id.not_in(known), Helper.person_id != person_id
    )
    return list(session.scalars(query.distinct()))
