"""Joining an antenna: by a coordinator in a talk, or by a form that waits for one."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from timebank.domain.channels import LANGUAGES, Channel, ContactChannel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.permissions import (
    SYSTEM,
    Actor,
    is_coordinator,
    is_operator,
    may_see_member,
    require,
    require_full_rights,
)
from timebank.domain.states import MEMBER_STEPS, MemberState, MemberStep, next_state
from timebank.models.antenna import Antenna
from timebank.models.member import Helper, Member, Person
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import open_member_account
from timebank.services.membership.member_joining import new_membership, took_step
from timebank.services.membership.people import PersonDetails, fill_person
from timebank.services.membership.welcome import welcome
from timebank.services.network.rules import rules_of


@dataclass(frozen=True)
class NewMember:
    """Someone who joins. ``number`` is the antenna's own if it has one already (a sheet's)."""

    details: PersonDetails
    joined_on: date | None = None
    joined_through: Channel = Channel.TALK
    number: int | None = None
    message: str = ""
    import_batch_id: int | None = None


@dataclass(frozen=True)
class NewHelper:
    """Who may act for a member, how the member agreed, and from which day to which."""

    person_id: int
    consent_channel: Channel
    consent_on: date
    starts_on: date
    ends_on: date
    note: str = ""


def add_member(session: Session, antenna_id: int, new: NewMember, *, actor: Actor, now: datetime) -> Member:
    """A coordinator makes someone a member, with an account at 0.

    Raises:
        NotAllowedError: not a coordinator here.
        InvalidInputError: no name, a language or number that can't be.
    """
    antenna = _antenna(session, antenna_id)
    allowed = is_coordinator(actor, antenna_id) or is_operator(actor)
    require(allowed, actor, antenna_id)
    require_full_rights(actor)
    person = Person(uid=uuid.uuid4(), created_at=now)
    fill_person(person, new.details)
    session.add(person)
    session.flush()
    member = _new_member(session, antenna, person, new, MemberState.ACTIVE, now)
    _open_account(session, antenna, member)
    if new.import_batch_id is None:  # a sheet brings members who joined long ago
        welcome(session, member, actor=actor, now=now)
    took_step(session, member, MemberStep.ACCEPT.value, actor=actor, now=now)
    write_down(
        session,
        "add_member",
        actor=actor,
        now=now,
        antenna_id=antenna_id,
        member_id=member.id,
        channel=new.joined_through,
    )
    session.flush()
    return member


def add_membership(
    session: Session, antenna_id: int, person_id: int, *, actor: Actor, now: datetime
) -> Member:
    """Someone who is known already becomes a member of this antenna too.

    Raises:
        InvalidInputError: code ``member_already``.
    """
    antenna = _antenna(session, antenna_id)
    require(is_coordinator(actor, antenna_id) or is_operator(actor), actor, antenna_id)
    person = session.get(Person, person_id)
    if person is None or person.died_on is not None:
        raise NotFoundError
    there = session.scalar(
        select(Member.id).where(
            Member.person_id == person_id,
            Member.antenna_id == antenna_id,
            Member.state.in_((MemberState.ACTIVE, MemberState.PAUSED, MemberState.APPLIED)),
        )
    )
    if there is not None:
        raise InvalidInputError("member_already", "This person is a member of this antenna already.")
    new = NewMember(details=PersonDetails(given_name=person.given_name))
    member = _new_member(session, antenna, person, new, MemberState.ACTIVE, now)
    _open_account(session, antenna, member)
    welcome(session, member, actor=actor, now=now)
    took_step(session, member, MemberStep.ACCEPT.value, actor=actor, now=now)
    write_down(session, "add_member", actor=actor, now=now, antenna_id=antenna_id, member_id=member.id)
    session.flush()
    return member


def apply_for_membership(session: Session, antenna_id: int, new: NewMember, *, now: datetime) -> Member:
    """Someone fills in the public form; a coordinator talks with them before anything else happens."""
    antenna = _antenna(session, antenna_id)
    person = Person(uid=uuid.uuid4(), created_at=now)
    fill_person(person, new.details)
    if not (person.phone or person.email or person.street):
        raise InvalidInputError(
            "reach_missing",
            "Tell us how we can reach you: a phone number, an address or an e-mail.",
            field="phone",
        )
    session.add(person)
    session.flush()
    member = _new_member(session, antenna, person, new, MemberState.APPLIED, now)
    took_step(session, member, "apply", actor=SYSTEM, now=now)
    write_down(session, "apply", actor=SYSTEM, now=now, antenna_id=antenna_id, member_id=member.id)
    session.flush()
    return member


def accept_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """After the talk: the application becomes a membership with an account.

    Raises:
        WrongStateError: it was answered before.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    accepted = next_state(MEMBER_STEPS, member.state, MemberStep.ACCEPT)
    _open_account(session, member.antenna, member)  # the database lets no active member be without one
    member.state, member.joined_on = accepted, local_day(now, member.antenna.timezone)
    session.flush()
    welcome(session, member, actor=actor, now=now)
    took_step(session, member, MemberStep.ACCEPT.value, actor=actor, now=now)
    write_down(
        session, "accept_member", actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id
    )
    session.flush()
    return member


def change_member(
    session: Session,
    uid: uuid.UUID,
    details: PersonDetails,
    *,
    cannot_give: bool,
    version: int,
    actor: Actor,
    now: datetime,
) -> Member:
    """Change someone's details: themselves, or a coordinator for them.

    Raises:
        StaleError: someone changed them since ``version`` was read.
    """
    member = find_member(session, uid, actor=actor)
    require_full_rights(actor)
    if member.person.erased_at is not None:
        raise WrongStateError(state="erased", step="change")
    if member.person.version != version:
        raise StaleError
    fill_person(member.person, details)
    member.cannot_give = cannot_give
    # Readers hold the person's version: it grows also when only the membership changed.
    flag_modified(member.person, "given_name")
    write_down(
        session, "change_member", actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id
    )
    session.flush()
    return member


def find_member(session: Session, uid: uuid.UUID, *, actor: Actor) -> Member:
    """The member, if this actor may open their page.

    Raises:
        NotFoundError: there is none, or it's another antenna's.
    """
    member = session.scalar(select(Member).where(Member.uid == uid))
    if member is None or not (actor is SYSTEM or may_see_member(actor, member.id, member.antenna_id)):
        raise NotFoundError
    return member


def add_helper(session: Session, uid: uuid.UUID, new: NewHelper, *, actor: Actor, now: datetime) -> Helper:
    """Write down that a person may act for this member, with consent, for at most a year.

    Raises:
        InvalidInputError: days that can't be, or someone helping themselves.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id) or actor is SYSTEM, actor, member.antenna_id)
    if new.person_id == member.person_id:
        raise InvalidInputError("own_helper", "Choose someone else as the helper.", field="helper")
    person = session.get(Person, new.person_id)
    if person is None or person.died_on is not None:
        raise NotFoundError
    if new.ends_on < new.starts_on or (new.ends_on - new.starts_on).days > 366:
        raise InvalidInputError(
            "helper_days", "A helper acts for at most one year. Renew it then.", field="ends_on"
        )
    helper = Helper(
        uid=uuid.uuid4(),
        member_id=member.id,
        person_id=new.person_id,
        consent_channel=new.consent_channel,
        consent_on=new.consent_on,
        consent_note=new.note.strip()[:300],
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        recorded_by_id=actor.person_id or None,
        recorded_at=now,
    )
    session.add(helper)
    write_down(
        session,
        "add_helper",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
        channel=new.consent_channel,
    )
    session.flush()
    return helper


def _antenna(session: Session, antenna_id: int) -> Antenna:
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    return antenna


def _new_member(
    session: Session, antenna: Antenna, person: Person, new: NewMember, state: MemberState, now: datetime
) -> Member:
    member = new_membership(session, antenna, person, state, new.joined_through, now=now, number=new.number)
    member.joined_on = new.joined_on or member.joined_on
    member.message = new.message.strip()[:1000]
    member.import_batch_id = new.import_batch_id
    session.flush()
    return member


def _open_account(session: Session, antenna: Antenna, member: Member) -> None:
    if member.account_id is None:
        member.account_id = open_member_account(session, antenna.book_id, rules_of(session, antenna.id))


__all__ = ["LANGUAGES", "ContactChannel", "NewMember", "PersonDetails"]
