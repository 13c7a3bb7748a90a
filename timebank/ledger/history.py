"""Which limits and closed periods held when a transfer was written, as the triggers kept them."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.ledger.model import Account, LimitChange, PeriodClosing

Limits = tuple[int | None, int | None]
"""(floor, ceiling) in minutes; None refuses nothing."""


@dataclass
class History:
    """One book's. Asked for rising numbers, as a replay does, it goes along with them."""

    limits: dict[int, list[tuple[int, Limits]]] = field(default_factory=dict)
    closings: list[tuple[int, date]] = field(default_factory=list)

    def limits_at(self, account_id: int, version: int) -> Limits:
        """The limits under which the account came to this version."""
        found: Limits = (None, None)
        for after, limits in self.limits.get(account_id, ()):
            if after >= version:
                break
            found = limits
        return found

    def closed_through(self, seq: int) -> date | None:
        """The last day that was closed when this transfer was written."""
        found = None
        for after, day in self.closings:
            if after >= seq:
                break
            found = day
        return found

    def newest_limits(self, account_id: int) -> Limits:
        """What was set last."""
        changes = self.limits.get(account_id)
        return changes[-1][1] if changes else (None, None)

    @property
    def newest_closing(self) -> date | None:
        """The last day that is closed now."""
        return self.closings[-1][1] if self.closings else None


def history_of(session: Session, book_id: int) -> History:
    """What was kept for this book and its accounts, oldest first."""
    history = History()
    changes = (
        select(LimitChange.account_id, LimitChange.after_version)
        .add_columns(LimitChange.floor_minutes, LimitChange.ceiling_minutes)
        .join(Account, Account.id == LimitChange.account_id)
        .where(Account.book_id == book_id)
        .order_by(LimitChange.id)
    )
    for account_id, after, floor, ceiling in session.execute(changes):
        history.limits.setdefault(account_id, []).append((after, (floor, ceiling)))
    closings = select(PeriodClosing.after_seq, PeriodClosing.closed_through).where(
        PeriodClosing.book_id == book_id
    )
    history.closings = [(after, day) for after, day in session.execute(closings.order_by(PeriodClosing.id))]
    return history
