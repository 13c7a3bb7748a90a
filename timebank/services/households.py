"""Two people who share one account."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError
from timebank.domain.legs import Holder, Leg
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES
from timebank.ledger.model import TransferKind
from timebank.models.member import Household, Member
from timebank.services.audit import write_down
from timebank.services.bookkeeping import (
    Cause,
    balance_minutes,
    book_legs,
    close_member_account,
    open_member_account,
)
from timebank.services.members import find_member
from timebank.services.rules import rules_of


def share_account(
    session: Session, uid: uuid.UUID, other_uid: uuid.UUID, *, actor: Actor, now: datetime
) -> Household:
    """Two members of one antenna share an account from now on; what each had comes along.

    Raises:
        InvalidInputError: code ``household``: not two present members of one antenna, or one of them
            shares an account already.
        NotAllowedError: not their coordinator.
    """
    one, other = find_member(session, uid, actor=actor), find_member(session, other_uid, actor=actor)
    require(is_coordinator(actor, one.antenna_id), actor, one.antenna_id)
    present = one.state in PRESENT_STATES and other.state in PRESENT_STATES
    single = not others_on_account(session, one) and not others_on_account(session, other)
    if one.id == other.id or one.antenna_id != other.antenna_id or not (present and single):
        raise InvalidInputError(
            "household", "Choose two members of this antenna who don't share an account yet.", field="other"
        )
    antenna = one.antenna
    account_id = open_member_account(session, antenna.book_id, rules_of(session, antenna.id), household=True)
    household = Household(antenna_id=antenna.id, account_id=account_id, created_at=now)
    session.add(household)
    session.flush()
    for member in (one, other):
        _bring_along(session, member, household, actor=actor, now=now)
    write_down(session, "share_account", actor=actor, now=now, antenna_id=antenna.id, member_id=one.id)
    session.flush()
    return household


def others_on_account(session: Session, member: Member) -> Sequence[Member]:
    """The other present members who share this member's account."""
    return session.scalars(
        select(Member).where(
            Member.account_id == member.account_id, Member.id != member.id, Member.state.in_(PRESENT_STATES)
        )
    ).all()


def _bring_along(
    session: Session, member: Member, household: Household, *, actor: Actor, now: datetime
) -> None:
    old = member.account_id
    if old is None:
        raise ValueError("a present member has an account")
    antenna = member.antenna
    today = local_day(now, antenna.timezone)
    balance = balance_minutes(session, old)
    if balance:
        mine, shared = Holder(antenna.book_id, old), Holder(antenna.book_id, household.account_id)
        leg = Leg(mine, shared, balance) if balance > 0 else Leg(shared, mine, -balance)
        cause = Cause(
            key=uuid.uuid5(member.uid, f"household/{household.id}"),
            kind=TransferKind.MOVE,
            done_on=today,
            actor_id=actor.person_id,
        )
        book_legs(session, [leg], cause, now=now)
    close_member_account(session, old, on=today)
    member.account_id = household.account_id
    member.household_id = household.id
    session.flush()
