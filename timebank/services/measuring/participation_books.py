"""What the accounts of a scope hold, and what they held at each month's end."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from timebank.ledger.model import Account, AccountKind, Transfer
from timebank.participation.counted import BookTotals
from timebank.participation.periods import Period, month_of
from timebank.participation.stock import Holding, positive_stock
from timebank.services.measuring.participation_days import month_text
from timebank.services.measuring.participation_scope import Scope

PEOPLES = (AccountKind.MEMBER, AccountKind.HOUSEHOLD)
Month = tuple[int, int]
Moves = Mapping[int, Mapping[Month, int]]


def book_totals(session: Session, scope: Scope, period: Period, *, now: datetime) -> BookTotals:
    """The balances today, and M+ at the end of every month that ended in the period."""
    credited = select(func.max(Transfer.done_on)).where(Transfer.credit_account_id == Account.id)
    debited = select(func.max(Transfer.done_on)).where(Transfer.debit_account_id == Account.id)
    accounts = session.execute(
        select(
            Account.id,
            Account.kind,
            Account.balance_minutes,
            credited.scalar_subquery(),
            debited.scalar_subquery(),
        ).where(Account.book_id.in_(scope.book_ids))
    ).all()
    ends = month_ends(period, scope.today(now))
    balances = {account_id: minutes for account_id, _kind, minutes, _in, _out in accounts}
    return BookTotals(
        balance_sum_minutes=sum(balances.values()),
        stocks=tuple(_stocks(balances, _moves(session, scope, period), ends)),
        holdings=tuple(
            Holding(minutes, max((day for day in (gave, got) if day is not None), default=None))
            for _id, kind, minutes, gave, got in accounts
            if kind in PEOPLES
        ),
    )


def month_ends(period: Period, today: date) -> list[Month]:
    """The months (year, month) whose last day lies in the period and isn't after today, oldest first."""
    found, year, month = [], period.first.year, period.first.month
    while (end := month_of(year, month).last) <= min(period.last, today):
        if end in period:
            found.append((year, month))
        year, month = year + month // 12, month % 12 + 1
    return found


def _moves(session: Session, scope: Scope, period: Period) -> Moves:
    """By how much each account rose in each month since the period began.

    Months are compared, not days: so SQLite reads the books through once, instead of account by account.
    """
    sides = union_all(
        *(
            select(
                account.label("account_id"),
                month_text(session, Transfer.done_on).label("month"),
                minutes.label("minutes"),
            ).where(Transfer.book_id.in_(scope.book_ids))
            for account, minutes in (
                (Transfer.credit_account_id, Transfer.minutes),
                (Transfer.debit_account_id, -Transfer.minutes),
            )
        )
    ).subquery()
    groups = sides.c.account_id, sides.c.month
    moves: dict[int, dict[Month, int]] = defaultdict(dict)
    for account_id, month, minutes in session.execute(
        select(*groups, func.sum(sides.c.minutes))
        .where(sides.c.month >= f"{period.first:%Y-%m}")
        .group_by(*groups)
    ):
        moves[account_id][int(month[:4]), int(month[5:])] = int(minutes)
    return moves


def _stocks(balances: Mapping[int, int], moves: Moves, ends: Sequence[Month]) -> list[Fraction]:
    """M+ at each end, found backwards: today's balances without what moved after it."""
    held, found = dict(balances), []
    months = sorted({month for moved in moves.values() for month in moved}, reverse=True)
    for end in reversed(ends):
        while months and months[0] > end:
            month = months.pop(0)
            for account_id, moved in moves.items():
                held[account_id] -= moved.get(month, 0)
        found.append(positive_stock(held.values()))
    return found[::-1]
