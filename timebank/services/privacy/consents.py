"""Consents: a member's yes to one purpose, from a day to a day, and the word that ends it.

The member says it here themselves, or to a coordinator, on paper or in a talk. Whoever acts for a
member can end a yes for them, but not give one.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.consents import MONTHS_MAX, TEXT_VERSION, Purpose
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.permissions import (
    Actor,
    is_coordinator,
    may_see_member,
    require,
    require_full_rights,
)
from timebank.domain.states import PRESENT_STATES
from timebank.models.consent import MemberConsent
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member

WITNESS_MAX = 120
DAYS_MAX = 31 * MONTHS_MAX


@dataclass(frozen=True)
class NewConsent:
    """A yes: to what, until when, how it was said, and who heard it where the member didn't write it."""

    purpose: Purpose
    ends_on: date
    channel: Channel = Channel.WEB
    said_on: date | None = None
    witness: str = ""


def give_consent(
    session: Session, member_uid: uuid.UUID, new: NewConsent, *, actor: Actor, now: datetime
) -> MemberConsent:
    """Write a yes down; one that stood for the same purpose ends by it.

    Raises:
        InvalidInputError: days that can't be, or nobody who heard it.
        WrongStateError: no member any more.
        NotAllowedError, NotFoundError: neither the member nor a coordinator of theirs.
    """
    member = find_member(session, member_uid, actor=actor)
    own = member.id in actor.member_ids
    require(own or is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    if member.state not in PRESENT_STATES:
        raise WrongStateError(state=member.state.value, step="consent")
    today = local_day(now, member.antenna.timezone)
    said_on, witness = new.said_on or today, clean_text(new.witness)[:WITNESS_MAX]
    _check(said_on, new.ends_on, today)
    if not own and not witness:
        raise InvalidInputError("consent_witness_missing", "Write down who heard this yes.", field="witness")
    _end(session, member.id, new.purpose, new.channel, actor, now)
    consent = MemberConsent(
        uid=uuid.uuid4(),
        member_id=member.id,
        purpose=new.purpose,
        text_version=TEXT_VERSION,
        language=member.person.language,
        channel=new.channel,
        said_on=said_on,
        ends_on=new.ends_on,
        witness=witness,
        recorded_by_id=actor.person_id or None,
        recorded_at=now,
    )
    session.add(consent)
    _write_down(session, "give_consent", member, new.purpose, new.channel, actor, now)
    session.flush()
    return consent


def withdraw_consent(
    session: Session, uid: uuid.UUID, *, channel: Channel = Channel.WEB, actor: Actor, now: datetime
) -> MemberConsent:
    """End a yes at once; a second word changes nothing.

    Raises:
        NotFoundError: there is none, or it is none of this actor's business.
    """
    consent = find_consent(session, uid, actor=actor)
    if consent.ended_at is None:
        consent.ended_at, consent.ended_by_id = now, actor.person_id or None
        consent.ended_channel = channel
        _write_down(session, "withdraw_consent", consent.member, consent.purpose, channel, actor, now)
        session.flush()
    return consent


def find_consent(session: Session, uid: uuid.UUID, *, actor: Actor) -> MemberConsent:
    """A consent, for the member, who acts for them, and their coordinators.

    Raises:
        NotFoundError: there is none, or it is none of this actor's business.
    """
    consent = session.scalar(select(MemberConsent).where(MemberConsent.uid == uid))
    if consent is None or not may_see_member(actor, consent.member_id, consent.member.antenna_id):
        raise NotFoundError
    return consent


def consents_of(session: Session, member: Member, *, actor: Actor) -> Sequence[MemberConsent]:
    """Every yes of this member, the newest first; those that ended as well.

    Raises:
        NotFoundError: none of this actor's business.
    """
    if not may_see_member(actor, member.id, member.antenna_id):
        raise NotFoundError
    return session.scalars(
        select(MemberConsent).where(MemberConsent.member_id == member.id).order_by(MemberConsent.id.desc())
    ).all()


def consent_stands(session: Session, member_id: int, purpose: Purpose, *, today: date) -> bool:
    """Whether this member's yes to ``purpose`` holds today."""
    found = session.scalar(
        select(MemberConsent.id).where(
            MemberConsent.member_id == member_id,
            MemberConsent.purpose == purpose,
            MemberConsent.ended_at.is_(None),
            MemberConsent.said_on <= today,
            MemberConsent.ends_on >= today,
        )
    )
    return found is not None


def consent_ended(session: Session, member_id: int, purpose: Purpose, *, today: date) -> bool:
    """Whether this member once said yes to ``purpose``, and none of it holds any more."""
    said = select(MemberConsent.id).where(
        MemberConsent.member_id == member_id, MemberConsent.purpose == purpose
    )
    once = session.scalar(said.limit(1)) is not None
    return once and not consent_stands(session, member_id, purpose, today=today)


def _check(said_on: date, ends_on: date, today: date) -> None:
    if said_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="said_on"
        )
    if ends_on < today or (ends_on - said_on).days > DAYS_MAX:
        raise InvalidInputError(
            "consent_days", "A yes lasts at most two years. Ask again then.", field="ends_on"
        )


def _end(
    session: Session, member_id: int, purpose: Purpose, channel: Channel, actor: Actor, now: datetime
) -> None:
    """End the yes that stands; a later one takes its place."""
    session.execute(
        update(MemberConsent)
        .where(
            MemberConsent.member_id == member_id,
            MemberConsent.purpose == purpose,
            MemberConsent.ended_at.is_(None),
        )
        .values(ended_at=now, ended_by_id=actor.person_id or None, ended_channel=channel)
    )


def _write_down(
    session: Session,
    action: str,
    member: Member,
    purpose: Purpose,
    channel: Channel,
    actor: Actor,
    now: datetime,
) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
        channel=channel,
        detail={"purpose": purpose.value},
    )
