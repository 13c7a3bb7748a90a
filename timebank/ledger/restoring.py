"""Restoring a book from an archive, into a database that has none of it yet.

Numbers, ids and moments stay as they were, so that the chain's hashes do too (they cover them). The
rows go in complete, in their order, under the same guards as any other; limits and closings are set
at the very transfer after which they were set first, so that the history is written by its own triggers.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from timebank.ledger.chain import EPOCH, GENESIS
from timebank.ledger.model import Account, Book, Transfer
from timebank.orm import insert_rows, table_of

CHUNK = 10_000
"""So many transfers go in by one statement. Each moves its book and accounts to new versions of their
rows, and PostgreSQL walks over all the old ones until the end of the transaction."""
BOOK, ACCOUNT, TRANSFER = table_of(Book), table_of(Account), table_of(Transfer)
MOVED_BY_TRANSFERS = (
    "balance_minutes",
    "version",
    "given_minutes",
    "floor_minutes",
    "ceiling_minutes",
    "closed_on",
)

Row = Mapping[str, Any]


def open_restored_book(session: Session, row: Row) -> None:
    """An empty book under the id and name that it had."""
    empty = {"id": row["id"], "name": row["name"], "seq": 0, "head": GENESIS, "last_at": EPOCH}
    session.execute(insert(BOOK), empty)


def open_restored_accounts(session: Session, rows: Sequence[Row]) -> None:
    """Accounts at 0, without limits, under the ids that they had."""
    names = ("id", "uid", "book_id", "kind", "counterpart_book_id")
    zero = {"balance_minutes": 0, "version": 0, "given_minutes": 0}
    if rows:
        session.execute(insert(ACCOUNT), [{name: row[name] for name in names} | zero for row in rows])


def restore_transfers(
    session: Session, book_id: int, rows: Iterable[Row], *, limits: Iterable[Row], closings: Iterable[Row]
) -> None:
    """Every transfer of a book, with its limits and closed periods, each after the row that it followed.

    ``limits`` are rows of ``limit_change`` and ``closings`` of ``period_closing``, oldest first.

    Raises:
        sqlalchemy.exc.DBAPIError: a guard refuses a row, so it isn't the chain that was written down.
    """
    waiting = _Waiting(limits, closings)
    batch: list[Row] = []
    for row in rows:
        if waiting.before(row) or len(batch) == CHUNK:
            insert_rows(session, TRANSFER, batch)
            batch = []
            waiting.settle(session, book_id, row)
        batch.append(row)
    insert_rows(session, TRANSFER, batch)
    waiting.settle(session, book_id, None)


def close_restored_accounts(session: Session, rows: Iterable[Row]) -> None:
    """Close the accounts that were closed, once everything is posted."""
    for row in rows:
        if row["closed_on"] is not None:
            session.execute(
                update(ACCOUNT).where(ACCOUNT.c.id == row["id"]).values(closed_on=row["closed_on"])
            )


class _Waiting:
    """What was set between transfers, and after which one."""

    def __init__(self, limits: Iterable[Row], closings: Iterable[Row]) -> None:
        self.limits: dict[int, deque[Row]] = {}
        for change in limits:
            self.limits.setdefault(change["account_id"], deque()).append(change)
        self.closings: deque[tuple[int, date]] = deque(
            (each["after_seq"], each["closed_through"]) for each in closings
        )

    def before(self, row: Row) -> bool:
        """Whether something was set before this transfer."""
        if self.closings and self.closings[0][0] < row["seq"]:
            return True
        return any(
            changes and changes[0]["after_version"] < version
            for changes, version in ((self.limits.get(account), version) for account, version in _sides(row))
        )

    def settle(self, session: Session, book_id: int, row: Row | None) -> None:
        """Set what was set before this transfer; all that is left where there is none."""
        while self.closings and (row is None or self.closings[0][0] < row["seq"]):
            _seq, day = self.closings.popleft()
            session.execute(update(BOOK).where(BOOK.c.id == book_id).values(closed_through=day))
        sides = [(each, None) for each in self.limits] if row is None else _sides(row)
        for account_id, version in sides:
            changes = self.limits.get(account_id)
            while changes and (version is None or changes[0]["after_version"] < version):
                change = changes.popleft()
                values = {name: change[name] for name in ("floor_minutes", "ceiling_minutes")}
                session.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(values))


def _sides(row: Row) -> list[tuple[int, int]]:
    return [
        (row["debit_account_id"], row["debit_version"]),
        (row["credit_account_id"], row["credit_version"]),
    ]
