"""Books of a chosen size: correctly chained rows, put in by bulk instead of one by one.

A hundred members and a hundred transfers a day, for as many days as it takes. The same rows go into
SQLite and PostgreSQL. The guards are taken off while the rows go in and are put back after.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.orm import Session

from timebank.extensions import db
from timebank.ledger.chain import GENESIS
from timebank.ledger.model import Account, AccountKind, Book, Transfer, TransferKind
from timebank.ledger.orders import AccountHead, BookHead, TransferOrder, decide
from timebank.services.bookkeeping import open_antenna_books, open_member_account
from timebank.uow import transact

MEMBERS = 100
A_DAY = 100
LAST_DAY = date(2026, 6, 30)
CHUNK = 10_000
TRANSFER, ACCOUNT, BOOK = Transfer.__table__, Account.__table__, Book.__table__


@dataclass
class Filled:
    """A book and its heads, as they stand after the rows that were made."""

    book: BookHead
    accounts: list[AccountHead]


def open_books(session: Session) -> Filled:
    """An empty book with its members."""
    from timebank.domain.rules import Rules

    book_id, _pot = open_antenna_books(session, "bench")
    ids = [open_member_account(session, book_id, Rules()) for _ in range(MEMBERS)]
    head = BookHead(book_id, 0, GENESIS, datetime(1700, 1, 1, tzinfo=UTC), None)
    return Filled(head, [AccountHead(each, book_id, 0, 0, None, None, None) for each in ids])


def rows_of(filled: Filled, count: int) -> Iterator[list[dict[str, Any]]]:
    """``count`` rows in chunks, oldest first; the heads move on with them."""
    draw = random.Random(7)
    first = LAST_DAY - timedelta(days=count // A_DAY)
    chunk: list[dict[str, Any]] = []
    for number in range(count):
        day = first + timedelta(days=number // A_DAY)
        receiver, giver = draw.sample(filled.accounts, 2)
        order = TransferOrder(
            key=uuid.UUID(int=draw.getrandbits(128), version=4),
            book_id=filled.book.id,
            debit_account_id=receiver.id,
            credit_account_id=giver.id,
            minutes=15 * draw.randint(1, 12),
            kind=TransferKind.FAVOUR,
            done_on=day,
            actor_id=0,
        )
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        chunk.append(decide(filled.book, receiver, giver, order, b"", moment))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def fill(count: int) -> Filled:
    """Fill the migrated, empty database of the app at hand."""
    filled = transact(open_books)
    with db.engine.connect() as connection:
        guards = _take_guards_off(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(update(BOOK).values(last_at=filled.book.last_at))
        for chunk in rows_of(filled, count):
            _put_in(connection, chunk)
        _move_heads(connection, filled)
        _put_guards_back(connection, guards)
        connection.commit()
        connection.execute(text("ANALYZE"))
        connection.commit()
    return filled


def _take_guards_off(connection: Connection) -> list[tuple[str, str]]:
    if connection.dialect.name == "postgresql":
        for table in ("transfer", "account", "book"):
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        return []
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    guards = [(row[0], row[1]) for row in rows]
    for name, _sql in guards:
        connection.execute(text(f"DROP TRIGGER {name}"))
    return guards


def _put_guards_back(connection: Connection, guards: list[tuple[str, str]]) -> None:
    if connection.dialect.name == "postgresql":
        for table in ("transfer", "account", "book"):
            connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
    for _name, definition in guards:
        connection.exec_driver_sql(definition)


def _put_in(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if connection.dialect.name != "postgresql":
        connection.execute(insert(TRANSFER), rows)
        return
    names = list(rows[0])
    cursor = connection.connection.driver_connection.cursor()
    with cursor.copy(f"COPY transfer ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([str(row["kind"]) if name == "kind" else row[name] for name in names])


def _move_heads(connection: Connection, filled: Filled) -> None:
    for each in filled.accounts:
        moved = {"balance_minutes": each.balance_minutes, "version": each.version}
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == each.id).values(moved))
    head = filled.book
    moved_head = {"seq": head.seq, "head": head.head, "last_at": head.last_at}
    connection.execute(update(BOOK).where(BOOK.c.id == head.id).values(moved_head))


def account_ids() -> list[int]:
    """The members' accounts, in the app at hand."""
    with Session(db.engine) as session:
        return list(session.scalars(select(Account.id).where(Account.kind == AccountKind.MEMBER)))
