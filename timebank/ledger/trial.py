"""The trial balance of a book on a day, and what moved an account over a period, kind by kind.

Both begin from what is kept (balances) and take off what is dated later: an account isn't added up
from its first entry on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind

T = Transfer.__table__.c
A = Account.__table__.c
SIDES = ((T.credit_account_id, 1), (T.debit_account_id, -1))
"""A transfer's two sides, with the sign that its minutes have there."""


@dataclass(frozen=True)
class TrialLine:
    """All accounts of one kind; those for clearing stand one by one, each with the other side's book."""

    kind: AccountKind
    counterpart_book_id: int | None
    accounts: int
    minutes: int


@dataclass(frozen=True)
class KindMoved:
    """What transfers of one kind brought an account (``in_minutes``) and took from it, and how many they were."""

    kind: TransferKind
    count: int
    in_minutes: int
    out_minutes: int


def trial_balance_on(session: Session, book_id: int, day: date) -> tuple[TrialLine, ...]:
    """The balances at the end of ``day``, by kind of account; over all lines they sum to 0."""
    groups = (A.kind, A.counterpart_book_id)
    now = session.execute(
        select(*groups, func.count(), func.coalesce(func.sum(A.balance_minutes), 0))
        .where(A.book_id == book_id)
        .group_by(*groups)
    ).all()
    later: dict[tuple[Any, Any], int] = {}
    for own, sign in SIDES:
        rows = session.execute(
            select(*groups, func.sum(T.minutes))
            .join(Account.__table__, A.id == own)
            .where(T.book_id == book_id, T.done_on > day)
            .group_by(*groups)
        )
        for kind, counterpart, minutes in rows:
            later[kind, counterpart] = later.get((kind, counterpart), 0) + sign * int(minutes)
    lines = (
        TrialLine(kind, counterpart, count, int(minutes) - later.get((kind, counterpart), 0))
        for kind, counterpart, count, minutes in now
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


def _place(line: TrialLine) -> tuple[int, int]:
    return list(AccountKind).index(line.kind), line.counterpart_book_id or 0


def _in_order(kinds: Iterable[TransferKind]) -> list[TransferKind]:
    return sorted(kinds, key=list(TransferKind).index)
