"""Two people who share one account, and part again."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotAllowedError, StaleError
from timebank.domain.legs import Holder, Leg
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES
from timebank.ledger.model import TransferKind
from timebank.models.member import Household, Member
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import (
    Cause,
    balance_minutes,
    book_legs,
    close_member_account,
    hold_books,
    open_member_account,
)
from timebank.services.membership.earlier_accounts import let_account_go
from timebank.services.membership.member_joining import took_step
from timebank.services.membership.members import find_member
from timebank.services.network.rules import rules_of

DECISION_MAX = 200


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


def part_account(
    session: Session,
    uid: uuid.UUID,
    minutes: int,
    decision: str,
    *,
    balance: int | None = None,
    actor: Actor,
    now: datetime,
) -> tuple[Household, ...]:
    """Two who share an account part: ``minutes`` of it are this member's, the rest stays with the other.

    Each gets an account of their own, and the shared one is closed: no minute is lost, and what was
    booked on it stays in the books. ``minutes`` lies between 0 and the balance, which is below 0 where more
    was received than given. ``decision`` says in words who agreed on what. ``balance`` is what stood
    there when they agreed on it.

    Raises:
        InvalidInputError: code ``not_shared``, ``decision_missing``, or ``share_out_of_range``.
        StaleError: hours moved since they agreed.
        NotAllowedError: not their coordinator, or one of them.
    """
    one = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, one.antenna_id), actor, one.antenna_id)
    other = _other_of(session, one, decision, actor)
    shared = other.account_id
    if shared is None:
        raise ValueError("who shares an account has one")
    hold_books(session, {one.antenna.book_id})
    there = balance_minutes(session, shared)
    if balance is not None and balance != there:
        raise StaleError
    if not min(there, 0) <= minutes <= max(there, 0):
        raise InvalidInputError(
            "share_out_of_range", "Nobody can get more than what stands on the account.", field="time"
        )
    parts = [(one, minutes), (other, there - minutes)]
    made = tuple(_part(session, member, part, decision, actor=actor, now=now) for member, part in parts)
    for member in (one, other):
        let_account_go(session, member, shared, now=now)
    close_member_account(session, shared, on=local_day(now, one.antenna.timezone))
    session.flush()
    return made


def _other_of(session: Session, one: Member, decision: str, actor: Actor) -> Member:
    """With whom this member shares an account, once the decision can be taken as it is written."""
    others = others_on_account(session, one) if one.state in PRESENT_STATES else ()
    if len(others) != 1:
        raise InvalidInputError("not_shared", "This member shares no account with anyone.")
    if actor.person_id in (one.person_id, others[0].person_id):
        raise NotAllowedError(
            "own_favour", "You are part of this favour yourself. Let another coordinator do this."
        )
    if not decision.strip():
        raise InvalidInputError(
            "decision_missing", "Write down who agreed on how the hours are divided.", field="decision"
        )
    if len(decision.strip()) > DECISION_MAX:
        raise InvalidInputError(
            "text_long",
            "Make this shorter: at most {maximum} characters.",
            field="decision",
            maximum=DECISION_MAX,
        )
    return others[0]


def _part(
    session: Session, member: Member, minutes: int, decision: str, *, actor: Actor, now: datetime
) -> Household:
    """An account of one's own, as a household of one, with this part of what was shared."""
    antenna, shared = member.antenna, member.account_id
    if shared is None:
        raise ValueError("a present member has an account")
    account_id = open_member_account(session, antenna.book_id, rules_of(session, antenna.id), household=True)
    household = Household(antenna_id=antenna.id, account_id=account_id, created_at=now)
    session.add(household)
    session.flush()
    _move(session, member, shared, household, minutes, actor=actor, now=now)
    took_step(session, member, "part", actor=actor, now=now, note=decision)
    write_down(
        session,
        "part_account",
        actor=actor,
        now=now,
        antenna_id=antenna.id,
        member_id=member.id,
        detail={"minutes": minutes},
    )
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
    _move(session, member, old, household, balance_minutes(session, old), actor=actor, now=now)
    let_account_go(session, member, old, now=now)
    close_member_account(session, old, on=local_day(now, member.antenna.timezone))


def _move(
    session: Session,
    member: Member,
    old: int,
    household: Household,
    minutes: int,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Bring these minutes along, and let the member use the other account from now on."""
    antenna = member.antenna
    if minutes:
        then, since = Holder(antenna.book_id, old), Holder(antenna.book_id, household.account_id)
        leg = Leg(then, since, minutes) if minutes > 0 else Leg(since, then, -minutes)
        cause = Cause(
            key=uuid.uuid5(member.uid, f"household/{household.id}"),
            kind=TransferKind.MOVE,
            done_on=local_day(now, antenna.timezone),
            actor_id=actor.person_id,
        )
        book_legs(session, [leg], cause, now=now)
    member.account_id = household.account_id
    member.household_id = household.id
    session.flush()
