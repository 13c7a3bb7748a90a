"""What leaving, moving and dying have in common: a step, an even account, and ties that end.

A leaver's account stays open for the antenna's days, so that late favours still find it.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from timebank.domain.days import local_day
from timebank.domain.permissions import SYSTEM, Actor
from timebank.domain.states import (
    MEMBER_STEPS,
    PRESENT_STATES,
    GiftState,
    MemberState,
    MemberStep,
    next_state,
)
from timebank.ledger.model import Account
from timebank.models.antenna import Antenna
from timebank.models.consent import MemberConsent
from timebank.models.gift import Gift, GiftKind
from timebank.models.login import PrintedCard
from timebank.models.member import Helper, Member
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import balance_minutes, close_member_account, hold_books
from timebank.services.books.gift_booking import book_gift
from timebank.services.coordinating.notices import stop_notices
from timebank.services.holding import hold_members
from timebank.services.membership.earlier_accounts import let_account_go
from timebank.services.membership.hours_wishes import HoursPlace, wished_place
from timebank.services.membership.households import others_on_account
from timebank.services.membership.member_joining import took_step
from timebank.services.network.rules import rules_of


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
    session: Session, member: Member, kind: GiftKind, place: HoursPlace | None, *, actor: Actor, now: datetime
) -> None:
    """Bring the account to 0: a surplus to that place or the pot, a debt from the pot (or with a move, along)."""
    if _shared_with_someone(session, member):
        return
    balance = balance_minutes(session, member.account_id)
    if not balance:
        return
    pot = HoursPlace(None, member.antenna_id)
    other = place if place is not None and (balance > 0 or kind is GiftKind.MOVE) else pot
    here = (member.antenna_id, member.id)
    there = (other.antenna_id, None if other.member is None else other.member.id)
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
    """The last day is today, and the account closes."""
    set_last_day(session, member, now)
    close_account_of(session, member, now)


def set_last_day(session: Session, member: Member, now: datetime) -> None:
    """The last day is today; what someone at home books from now on isn't theirs to read."""
    member.ended_on = local_day(now, member.antenna.timezone)
    if member.account_id is not None and _shared_with_someone(session, member):
        let_account_go(session, member, member.account_id, now=now)


def close_account_of(session: Session, member: Member, now: datetime) -> None:
    """Close the account, unless someone at home still uses it."""
    if member.account_id is None or _shared_with_someone(session, member):
        return
    session.expire(session.get_one(Account, member.account_id))
    close_member_account(session, member.account_id, on=local_day(now, member.antenna.timezone))


def leavers_to_close(session: Session, *, now: datetime) -> list[int]:
    """Ids of who left so long ago that their hours go where they wished, or to the pot."""
    found: list[int] = []
    for antenna in session.scalars(select(Antenna).order_by(Antenna.id)).all():
        last_day = local_day(now, antenna.timezone) - timedelta(
            days=rules_of(session, antenna.id).leaver_days
        )
        later = aliased(Member)
        still_used = exists().where(
            later.account_id == Member.account_id,
            or_(
                later.state.in_(PRESENT_STATES),
                later.ended_on > last_day,
                and_(later.ended_on == Member.ended_on, later.id > Member.id),
                later.ended_on > Member.ended_on,
            ),
        )
        found += session.scalars(
            select(Member.id)
            .join(Account, Account.id == Member.account_id)
            .where(
                Member.antenna_id == antenna.id,
                Member.state == MemberState.LEFT,
                Member.ended_on <= last_day,
                Account.closed_on.is_(None),
                ~still_used,
            )
            .order_by(Member.id)
        )
    return found


def close_leaver(session: Session, member_id: int, *, now: datetime) -> bool:
    """Let what is left on a leaver's account go, and close it; whether this run did it.

    Raises:
        TimebankError: the books refuse it; it stays as it is.
    """
    member = hold_members(session, [member_id])[member_id]
    hold_books(session, {member.antenna.book_id})
    if member_id not in leavers_to_close(session, now=now):
        return False
    even_out(session, member, GiftKind.CLOSING, wished_place(session, member), actor=SYSTEM, now=now)
    close_account_of(session, member, now)
    write_down(
        session, "close_leaver", actor=SYSTEM, now=now, antenna_id=member.antenna_id, member_id=member.id
    )
    session.flush()
    return True


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


def has_open_account(session: Session, member: Member) -> bool:
    """Whether this member's account still takes entries."""
    if member.account_id is None:
        return False
    return session.get_one(Account, member.account_id).closed_on is None


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
