"""What leaving, moving and dying have in common: a step, an even account, and ties that end."""

import uuid
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.permissions import Actor
from timebank.domain.states import MEMBER_STEPS, GiftState, MemberStep, next_state
from timebank.ledger.model import Account
from timebank.models.consent import MemberConsent
from timebank.models.gift import Gift, GiftKind
from timebank.models.login import PrintedCard
from timebank.models.member import Helper, Member
from timebank.services.audit import write_down
from timebank.services.bookkeeping import balance_minutes, close_member_account
from timebank.services.gift_booking import book_gift
from timebank.services.households import others_on_account
from timebank.services.member_joining import took_step
from timebank.services.notices import stop_notices


def take_step(
    session: Session, member: Member, step: MemberStep, *, actor: Actor, now: datetime, note: str = ""
) -> None:
    """Take one step of the membership's life and write it down; who may is asked before.

    Raises:
        WrongStateError: it can't be taken from here.
    """
    member.state = next_state(MEMBER_STEPS, member.state, step)
    took_step(session, member, step.value, actor=actor, now=now, note=note)
    write_down(
        session,
        f"member_{step.value}",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
    )
    session.flush()


def even_out(
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
    return member.account_id is not None and bool(others_on_account(session, member))


def end_membership(session: Session, member: Member, now: datetime) -> None:
    """Close the account, unless someone at home still uses it."""
    member.ended_on = local_day(now, member.antenna.timezone)
    if member.account_id is None or _shared_with_someone(session, member):
        return
    session.expire(session.get_one(Account, member.account_id))
    close_member_account(session, member.account_id, on=member.ended_on)


def end_ties(session: Session, member: Member, now: datetime) -> None:
    """Consents, cards and what was still to be told end with the membership."""
    end_helpers(session, Helper.member_id == member.id, now)
    session.execute(
        update(MemberConsent)
        .where(MemberConsent.member_id == member.id, MemberConsent.ended_at.is_(None))
        .values(ended_at=now)
    )
    stop_notices(session, member.person_id, antenna_id=member.antenna_id)
    end_cards(session, member, now)


def end_cards(session: Session, member: Member, now: datetime) -> None:
    """Every card of this member stops working."""
    session.execute(
        update(PrintedCard)
        .where(PrintedCard.member_id == member.id, PrintedCard.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def end_helpers(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    """End these consents now, those that were to begin later too."""
    session.execute(update(Helper).where(which, Helper.ended_at.is_(None)).values(ended_at=now))
