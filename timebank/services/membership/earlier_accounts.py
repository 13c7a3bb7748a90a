"""Which accounts were a member's, from when to when, and how far each is theirs to read.

Who begins to share an account leaves one behind, and so do two who part. What was booked there stays
theirs to read up to the last entry of that time; what came on it later, such as a favour of the other's
that was taken back, isn't. The same holds for who left while someone at home goes on with the account.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, may_see_balance
from timebank.ledger.model import Account, AccountKind
from timebank.ledger.reading import balance_of, entries_of
from timebank.models.member import EarlierAccount, Member


@dataclass(frozen=True)
class HeldAccount:
    """An account as one of its members may read it, and since when; ``ends_on`` is None for the one of now.

    ``through_version`` is its last entry for them, None where there is no end.
    """

    id: int
    uid: uuid.UUID
    kind: AccountKind
    starts_on: date
    ends_on: date | None
    through_version: int | None


def let_account_go(session: Session, member: Member, account_id: int, *, now: datetime) -> None:
    """Keep how far this account was the member's, once all that moves hours away from it is booked."""
    today = local_day(now, member.antenna.timezone)
    row = EarlierAccount(
        member_id=member.id,
        account_id=account_id,
        starts_on=min(_since(session, member), today),
        ends_on=today,
        through_version=balance_of(session, account_id).version,
    )
    session.add(row)
    session.flush()


def earlier_accounts_of(session: Session, member: Member) -> tuple[HeldAccount, ...]:
    """The accounts that this member had before the one of now, the newest first."""
    return tuple(_held(row) for row in _rows(session, member) if row.account_id != member.account_id)


def account_of_now(session: Session, member: Member) -> HeldAccount | None:
    """The account that this member has, or had last; with an end where someone else goes on with it."""
    if member.account_id is None:
        return None
    ended = session.get(
        EarlierAccount, (member.id, member.account_id), options=[joinedload(EarlierAccount.account)]
    )
    if ended is not None:
        return _held(ended)
    account = session.get_one(Account, member.account_id)
    return HeldAccount(account.id, account.uid, account.kind, _since(session, member), None, None)


def find_earlier_account(session: Session, member: Member, uid: uuid.UUID) -> HeldAccount:
    """The account with this id, if it was this member's before the one of now.

    Raises:
        NotFoundError: it wasn't.
    """
    found = next((each for each in earlier_accounts_of(session, member) if each.uid == uid), None)
    if found is None:
        raise NotFoundError
    return found


def accounts_of(session: Session, uid: uuid.UUID, *, actor: Actor) -> tuple[HeldAccount, ...]:
    """Every account that this member has or had, the one of now first.

    Raises:
        NotFoundError: not this actor's to see.
    """
    member = session.scalar(select(Member).where(Member.uid == uid))
    if member is None or not may_see_balance(actor, member.id, member.antenna_id):
        raise NotFoundError
    now_held = account_of_now(session, member)
    return (*(() if now_held is None else (now_held,)), *earlier_accounts_of(session, member))


def holders_of(session: Session, account_id: int) -> Sequence[Member]:
    """Who has this account or had it, by member number."""
    held = select(EarlierAccount.member_id).where(EarlierAccount.account_id == account_id)
    query = select(Member).where(or_(Member.account_id == account_id, Member.id.in_(held)))
    return session.scalars(query.order_by(Member.number)).all()


def minutes_of(session: Session, held: HeldAccount) -> int:
    """What stands on the account, or stood there after the last entry that is theirs to read."""
    if held.through_version is None:
        return balance_of(session, held.id).minutes
    last = entries_of(session, held.id, limit=1, before_version=held.through_version + 1)
    return last[0].balance_minutes if last else 0


def _rows(session: Session, member: Member) -> Sequence[EarlierAccount]:
    return session.scalars(
        select(EarlierAccount)
        .where(EarlierAccount.member_id == member.id)
        .options(joinedload(EarlierAccount.account))
        .order_by(EarlierAccount.ends_on.desc(), EarlierAccount.account_id.desc())
    ).all()


def _since(session: Session, member: Member) -> date:
    """The day on which they left the account before, or became a member."""
    before = select(func.max(EarlierAccount.ends_on)).where(
        EarlierAccount.member_id == member.id, EarlierAccount.account_id != member.account_id
    )
    return session.scalar(before) or member.joined_on


def _held(row: EarlierAccount) -> HeldAccount:
    account = row.account
    return HeldAccount(account.id, account.uid, account.kind, row.starts_on, row.ends_on, row.through_version)
