"""Books of a chosen size: correctly chained rows, put in by bulk instead of one by one.

A hundred members and a hundred transfers a day, for as many days as it takes. The same rows go into
SQLite and PostgreSQL, as text that both read. The guards are taken off while the rows go in and are
put back after.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, select, text, update
from sqlalchemy.orm import Session

from timebank.domain.rules import Rules
from timebank.extensions import db
from timebank.ledger.chain import GENESIS, leaf, memo_digest, microseconds, next_head
from timebank.ledger.model import Account, AccountKind, Book, Transfer
from timebank.orm import table_of
from timebank.services.books.bookkeeping import open_antenna_books, open_member_account
from timebank.uow import transact

MEMBERS = 100
A_DAY = 100
LAST_DAY = date(2026, 6, 30)
CHUNK = 10_000
NO_MEMO = memo_digest("", None)
TRANSFER, ACCOUNT, BOOK = table_of(Transfer), table_of(Account), table_of(Book)
FASTER = ("synchronous = OFF", "journal_mode = OFF", "cache_size = -400000", "foreign_keys = OFF")
"""For a file that is thrown away if the filling fails."""
Row = tuple[object, ...]
Beside = Callable[[list[Row]], Iterable[tuple[str, str, list[Row]]]]
"""For transfers, with the table's columns: (table, its columns in parentheses, rows) to be put in with them."""


@dataclass
class Filled:
    """A book and its accounts, as they stand after the rows that were made."""

    book_id: int
    accounts: list[int]
    seq: int = 0
    head: bytes = GENESIS
    last_at: datetime = datetime(1700, 1, 1, tzinfo=UTC)
    versions: list[int] = field(default_factory=lambda: [0] * MEMBERS)
    balances: list[int] = field(default_factory=lambda: [0] * MEMBERS)
    given: list[int] = field(default_factory=lambda: [0] * MEMBERS)


def open_books(session: Session) -> Filled:
    """An empty book with its members."""
    book_id, _pot = open_antenna_books(session, "bench")
    return Filled(book_id, [open_member_account(session, book_id, Rules()) for _ in range(MEMBERS)])


def rows_of(filled: Filled, count: int) -> Iterator[list[Row]]:
    """``count`` rows in chunks, oldest first, with the table's columns; the heads move on with them."""
    draw = random.Random(7)
    first = LAST_DAY - timedelta(days=count // A_DAY)
    for start in range(0, count, CHUNK):
        chunk = []
        for number in range(start, min(start + CHUNK, count)):
            if number % A_DAY == 0:
                day = first + timedelta(days=number // A_DAY)
                noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
                told = (day.isoformat(), microseconds(noon))
            chunk.append(_row(filled, *told, number % A_DAY, draw.random))
        filled.last_at = noon + timedelta(microseconds=A_DAY - 1)
        yield chunk


def _row(filled: Filled, day: str, noon_us: int, place: int, draw: Callable[[], float]) -> Row:
    """The next row: the ``place``-th of this day."""
    debit = int(MEMBERS * draw())
    credit = (debit + 1 + int((MEMBERS - 1) * draw())) % MEMBERS
    minutes = 15 + 15 * int(12 * draw())
    versions, balances = filled.versions, filled.balances
    versions[debit] += 1
    versions[credit] += 1
    balances[debit] -= minutes
    balances[credit] += minutes
    filled.given[credit] += minutes
    running = (versions[debit], balances[debit], versions[credit], balances[credit])
    filled.seq = seq = filled.seq + 1
    key = f"00000000-0000-4000-8000-{seq:012x}"
    sides = (filled.accounts[debit], filled.accounts[credit])
    spelled = leaf(
        *(filled.book_id, seq, key, sides, minutes, running, "favour", None, None),
        *(day, None, noon_us + place, 0, NO_MEMO),
    )
    filled.head = next_head(filled.head, spelled)
    return (
        *(filled.book_id, seq, f"00000000000040008000{seq:012x}", *sides, minutes, *running),
        *(
            "favour",
            None,
            None,
            day,
            None,
            f"{day} 12:00:00.{place:06d}",
            0,
            None,
            None,
            NO_MEMO,
            filled.head,
        ),
    )


def fill(count: int) -> Filled:
    """Fill the migrated, empty database of the app at hand."""
    filled = transact(open_books)
    fill_books(filled, count)
    return filled


def fill_books(filled: Filled, count: int, beside: Beside = lambda _rows: ()) -> None:
    """Put ``count`` transfers into books of 100 members, and for each chunk of them what belongs ``beside``."""
    db.engine.dispose()
    with db.engine.connect() as connection:
        take_off, put_back = guards_of(connection)
        for statement in take_off:
            connection.exec_driver_sql(statement)
        for chunk in rows_of(filled, count):
            _put_in(connection, TRANSFER.name, "", chunk)
            for each in beside(chunk):
                _put_in(connection, *each)
        _move_heads(connection, filled)
        for statement in put_back:
            connection.exec_driver_sql(statement)
        connection.commit()
        connection.execute(text("ANALYZE"))
        connection.commit()
        connection.invalidate()


def guards_of(connection: Connection) -> tuple[list[str], list[str]]:
    """The statements that take the guards off, and those that put them back."""
    if connection.dialect.name == "postgresql":
        return [
            "SET session_replication_role = replica",
            "SET TIME ZONE 'UTC'",
            "SET statement_timeout = 0",
        ], []
    faster = [f"PRAGMA {pragma}" for pragma in FASTER]
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    connection.commit()
    driver = connection.connection.driver_connection
    for pragma in faster:
        driver.execute(pragma)
    return [f"DROP TRIGGER {name}" for name, _sql in rows], [sql for _name, sql in rows]


def _put_in(connection: Connection, name: str, columns: str, rows: list[Row]) -> None:
    """``columns`` in parentheses; all of the table's where they are empty."""
    if connection.dialect.name != "postgresql":
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(f"INSERT INTO {name} {columns} VALUES ({marks})", rows)
        return
    cursor = connection.connection.driver_connection.cursor()
    with cursor.copy(f"COPY {name} {columns} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _move_heads(connection: Connection, filled: Filled) -> None:
    heads = zip(filled.accounts, filled.balances, filled.versions, filled.given, strict=True)
    for account_id, balance, version, given in heads:
        moved = {"balance_minutes": balance, "version": version, "given_minutes": given}
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(moved))
    moved_head = {"seq": filled.seq, "head": filled.head, "last_at": filled.last_at}
    connection.execute(update(BOOK).where(BOOK.c.id == filled.book_id).values(moved_head))


def account_ids() -> list[int]:
    """The members' accounts, in the app at hand."""
    with Session(db.engine) as session:
        return list(session.scalars(select(Account.id).where(Account.kind == AccountKind.MEMBER)))
