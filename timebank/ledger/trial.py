"""The trial balance of a book on a day, and what moved an account over a period, kind by kind.

Both begin from what is kept (balances) and take off what is dated later: an account isn't added up
from its first entry on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select, union_all
from sqlalchemy.orm import Session

from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind

T = Transfer.__table__.c
A = Account.__table__.c
SIDES = ((T.credit_account_id, 1), (T.debit_account_id, -1))
"""A transfer's two sides, with the sign that its minutes have there."""


@dataclass(frozen=True)
class TrialLine:
    """All accounts of one kind; those for clearing stand one by one, each with the other side's book.

    ``more_given_minutes`` adds up the balances above 0 and ``more_received_minutes`` those below, as a
    trial balance does: two members who stand at +60 and -60 show, though together they make 0.
    """

    kind: AccountKind
    counterpart_book_id: int | None
    accounts: int
    more_given_minutes: int
    more_received_minutes: int

    @property
    def minutes(self) -> int:
        """All balances of the line together."""
        return self.more_given_minutes - self.more_received_minutes


@dataclass(frozen=True)
class KindMoved:
    """What transfers of one kind brought an account (``in_minutes``) and took from it, and how many they were."""

    kind: TransferKind
    count: int
    in_minutes: int
    out_minutes: int


def trial_balance_on(session: Session, book_id: int, day: date) -> tuple[TrialLine, ...]:
    """The balances at the end of ``day``, by kind of account; over all lines they sum to 0."""
    sides = [
        select(own.label("account_id"), (sign * T.minutes).label("minutes")).where(
            T.book_id == book_id, T.done_on > day
        )
        for own, sign in SIDES
    ]
    each = union_all(*sides).subquery()
    later = select(each.c.account_id, func.sum(each.c.minutes).label("minutes")).group_by(each.c.account_id)
    after = later.subquery()
    balance = A.balance_minutes - func.coalesce(after.c.minutes, 0)
    rows = session.execute(
        select(A.kind, A.counterpart_book_id, func.count(), _above_zero(balance), _above_zero(-balance))
        .outerjoin_from(Account.__table__, after, after.c.account_id == A.id)
        .where(A.book_id == book_id)
        .group_by(A.kind, A.counterpart_book_id)
    )
    lines = (
        TrialLine(kind, counterpart, count, int(given), int(received))
        for kind, counterpart, count, given, received in rows
    )
    return tuple(sorted(lines, key=_place))


def moved_by_kind(session: Session, account_id: int, start: date, end: date) -> tuple[KindMoved, ...]:
    """What came into and went out of one account on the days from ``start`` to ``end``, both included."""
    found: dict[TransferKind, list[int]] = {}
    for own, sign in SIDES:
        rows = session.execute(
            select(T.kind, func.count(), func.sum(T.minutes))
            .where(own == account_id, T.done_on.between(start, end))
            .group_by(T.kind)
        )
        for kind, count, minutes in rows:
            line = found.setdefault(kind, [0, 0, 0])
            line[0] += count
            line[1 if sign > 0 else 2] += int(minutes)
    return tuple(KindMoved(kind, *found[kind]) for kind in _in_order(found))


def _above_zero(balance: ColumnElement[int]) -> ColumnElement[int]:
    return func.sum(case((balance > 0, balance), else_=0))


def _place(line: TrialLine) -> tuple[int, int]:
    return list(AccountKind).index(line.kind), line.counterpart_book_id or 0


def _in_order(kinds: Iterable[TransferKind]) -> list[TransferKind]:
    return sorted(kinds, key=list(TransferKind).index)
