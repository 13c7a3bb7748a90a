"""Pausing, moving to another antenna, leaving and dying (DOMAIN.md 3b and 4f).

A debt is forgiven from the pot; what is left over goes where the member wished, or to the pot. Death
stops every notice at once, and nothing is ever asked of the family.
"""

import uuid
from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.domain.states import MEMBER_STEPS, GiftState, MemberState, MemberStep, next_state
from timebank.ledger.model import Account
from timebank.models.antenna import RoleMandate
from timebank.models.gift import Gift, GiftKind
from timebank.models.login import ApiToken, LoginSession, PrintedCard
from timebank.models.member import Helper, Member, MemberStepTaken
from timebank.services.audit import write_down
from timebank.services.bookkeeping import balance_minutes, close_member_account
from timebank.services.gift_booking import book_gift
from timebank.services.member_joining import join_from
from timebank.services.members import find_member
from timebank.services.notices import stop_notices


def pause_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Nothing is asked for a while; the account stays."""
    return _step(session, uid, MemberStep.PAUSE, actor=actor, now=now)


def resume_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Back from a pause."""
    return _step(session, uid, MemberStep.RESUME, actor=actor, now=now)


def decline_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """An application that doesn't become a membership."""
    return _step(session, uid, MemberStep.DECLINE, actor=actor, now=now)


def move_member(
    session: Session, uid: uuid.UUID, to_antenna_id: int, *, with_hours: bool, actor: Actor, now: datetime
) -> Member:
    """Move to another antenna, with or without the hours; the new membership.

    Raises:
        InvalidInputError: it is the same antenna.
    """
    member = find_member(session, uid, actor=actor)
    if member.antenna_id == to_antenna_id:
        raise InvalidInputError("same_antenna", "Choose another antenna.", field="antenna")
    _step(session, uid, MemberStep.MOVE, actor=actor, now=now)
    new = join_from(session, member, to_antenna_id, now=now)
    if with_hours:
        _even_out(session, member, GiftKind.MOVE, new, actor=actor, now=now)
    else:
        _even_out(session, member, GiftKind.CLOSING, None, actor=actor, now=now)
    _end(session, member, now)
    session.flush()
    return new


def leave_member(
    session: Session,
    uid: uuid.UUID,
    *,
    hours_to: uuid.UUID | None = None,
    reason: str = "",
    actor: Actor,
    now: datetime,
) -> Member:
    """Leave. What is left over goes to the member ``hours_to``, or to the pot.

    Raises:
        NotFoundError: ``hours_to`` is nobody this actor knows.
    """
    heir = None if hours_to is None else find_member(session, hours_to, actor=actor)
    member = _step(session, uid, MemberStep.LEAVE, actor=actor, now=now, note=reason)
    _even_out(session, member, GiftKind.CLOSING, heir, actor=actor, now=now)
    _end(session, member, now)
    _end_ties(session, member, now)
    session.flush()
    return member


def record_death(
    session: Session,
    uid: uuid.UUID,
    *,
    died_on: date,
    hours_to: uuid.UUID | None = None,
    actor: Actor,
    now: datetime,
) -> Member:
    """Write down that someone died: every notice, session, card and role of theirs ends at once.

    The hours go silently to the named member of a written wish, or to the pot.

    Raises:
        InvalidInputError: a day that is still to come.
    """
    if died_on > now.date():
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="died_on"
        )
    heir = None if hours_to is None else find_member(session, hours_to, actor=actor)
    member = _step(session, uid, MemberStep.DIE, actor=actor, now=now)
    person = member.person
    person.died_on = died_on
    stop_notices(session, person.id)
    if member.account_id is not None:
        _even_out(session, member, GiftKind.CLOSING, heir, actor=actor, now=now)
    _end(session, member, now)
    _end_ties(session, member, now)
    session.execute(
        update(LoginSession)
        .where(LoginSession.person_id == person.id, LoginSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    session.execute(
        update(ApiToken)
        .where(ApiToken.person_id == person.id, ApiToken.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    session.execute(
        update(RoleMandate)
        .where(RoleMandate.person_id == person.id, RoleMandate.starts_on <= died_on)
        .values(ends_on=died_on)
    )
    session.flush()
    return member


def _step(
    session: Session, uid: uuid.UUID, step: MemberStep, *, actor: Actor, now: datetime, note: str = ""
) -> Member:
    member = find_member(session, uid, actor=actor)
    own_wish = (
        step in (MemberStep.PAUSE, MemberStep.RESUME, MemberStep.LEAVE) and member.id in actor.member_ids
    )
    require(own_wish or is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    member.state = next_state(MEMBER_STEPS, member.state, step)
    session.add(
        MemberStepTaken(
            member_id=member.id,
            step=step.value,
            on_day=local_day(now, member.antenna.timezone),
            note=note.strip()[:200],
            recorded_by_id=actor.person_id or None,
            recorded_at=now,
        )
    )
    write_down(
        session,
        f"member_{step.value}",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
    )
    session.flush()
    return member


def _even_out(
    session: Session, member: Member, kind: GiftKind, heir: Member | None, *, actor: Actor, now: datetime
) -> None:
    """Bring the account to 0: a surplus to the heir or the pot, a debt from the pot (or with a move, along)."""
    if _shared_with_someone(session, member):
        return
    balance = balance_minutes(session, member.account_id)
    if not balance:
        return
    other = heir if balance > 0 or kind is GiftKind.MOVE else None
    other_antenna = member.antenna_id if other is None else other.antenna_id
    here = (member.antenna_id, member.id, member)
    there = (other_antenna, None if other is None else other.id, other)
    source, target = (here, there) if balance > 0 else (there, here)
    gift = Gift(
        uid=uuid.uuid4(),
        kind=kind,
        state=GiftState.BOOKED,
        from_antenna_id=source[0],
        from_member_id=source[1],
        to_antenna_id=target[0],
        to_member_id=target[1],
        minutes=abs(balance),
        done_on=local_day(now, member.antenna.timezone),
        unnamed=True,
        channel=member.joined_through,
        proposed_by_id=actor.person_id or None,
        proposed_at=now,
    )
    session.add(gift)
    session.flush()
    session.refresh(gift, ["from_member", "to_member"])
    book_gift(session, gift, actor=actor, now=now)


def _shared_with_someone(session: Session, member: Member) -> bool:
    """Whether another present member of the household keeps the account."""
    from timebank.services.households import others_on_account

    return member.account_id is not None and bool(others_on_account(session, member))


def _end(session: Session, member: Member, now: datetime) -> None:
    member.ended_on = local_day(now, member.antenna.timezone)
    if member.account_id is None or _shared_with_someone(session, member):
        return
    session.expire(session.get_one(Account, member.account_id))
    close_member_account(session, member.account_id, on=member.ended_on)


def _end_ties(session: Session, member: Member, now: datetime) -> None:
    """Consents and cards end with the membership."""
    today = local_day(now, member.antenna.timezone)
    session.execute(
        update(Helper)
        .where(Helper.member_id == member.id, Helper.ends_on > today, Helper.starts_on <= today)
        .values(ends_on=today)
    )
    session.execute(
        update(PrintedCard)
        .where(PrintedCard.member_id == member.id, PrintedCard.revoked_at.is_(None))
        .values(revoked_at=now)
    )


__all__ = [
    "MemberState",
    "decline_member",
    "leave_member",
    "move_member",
    "pause_member",
    "record_death",
    "resume_member",
]
