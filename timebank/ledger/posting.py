"""The only writers of the books.

On PostgreSQL one INSERT carries the order and a trigger decides under the book's lock. On SQLite,
where the write lock is held from BEGIN IMMEDIATE, and for long batches on both, ``decide`` works the
rows out under the lock and triggers check them: a batch moves its book and each account once, where
a thousand versions of one row in one transaction would slow each other down.
Locks are taken by book in id order, then by account, so that posts never wait in a circle.
"""

import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, column, insert, select, table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from timebank.domain.errors import (
    AccountClosedError,
    KeyReusedError,
    NotFoundError,
    PeriodClosedError,
    ReversalError,
    TimebankError,
)
from timebank.ledger.model import Account, Book, Transfer, TransferKind
from timebank.ledger.orders import (
    AccountHead,
    BookHead,
    Posting,
    TransferOrder,
    ceiling_error,
    check_order,
    decide,
    floor_error,
    order_values,
)
from timebank.orm import insert_rows, table_of

CHUNK = 1000
BATCH_FROM = 50
"""From so many orders on, PostgreSQL is sent whole rows too; below, a round trip less is faster."""
TRANSFER = table_of(Transfer)
ORDERED = table("transfer", *(column(each.name, each.type) for each in TRANSFER.columns))
"""The same table without its key, which PostgreSQL's trigger fills in."""
POST = insert(ORDERED).returning(
    *(ORDERED.c[name] for name in ("book_id", "seq", "id", "debit_balance_minutes", "credit_balance_minutes"))
)
KNOWN = select(TRANSFER).where(TRANSFER.c.id.in_(bindparam("keys", expanding=True)))
_ACCOUNT, _BOOK = table_of(Account), table_of(Book)
HEADS = (
    select(*(_ACCOUNT.c[each.name] for each in fields(AccountHead)))
    .add_columns(*(_BOOK.c[each.name] for each in fields(BookHead)))
    .join(_BOOK, _BOOK.c.id == _ACCOUNT.c.book_id)
    .where(_ACCOUNT.c.id.in_(bindparam("ids", expanding=True)))
)
ACCOUNT_COLUMNS = len(fields(AccountHead))


def post_transfer(session: Session, order: TransferOrder, *, now: datetime) -> Posting:
    """Post one order; the same key with the same content gives the posting that stands there.

    Raises:
        LimitError, PeriodClosedError, AccountClosedError, ReversalError, NotFoundError: refused.
        KeyReusedError: the key stands for something else.
    """
    return post_transfers(session, [order], now=now)[0]


def post_transfers(session: Session, orders: Sequence[TransferOrder], *, now: datetime) -> list[Posting]:
    """Post all orders, in their order, or none. Errors as of ``post_transfer``."""
    orders_by_key: dict[uuid.UUID, TransferOrder] = {}
    for order in orders:
        check_order(order)
        if not orders_by_key.setdefault(order.key, order).same_deed(order):
            raise KeyReusedError
    wanted = list(orders_by_key.values())
    by_trigger = session.get_bind().dialect.name == "postgresql" and len(wanted) < BATCH_FROM
    try:
        found = (_post_orders if by_trigger else _post_rows)(session, wanted, now)
    except DBAPIError as error:
        refusal = _refusal_of(error)
        if refusal is None:
            raise
        raise refusal from error
    return [found[order.key] for order in orders]


def reverse_transfer(
    session: Session,
    book_id: int,
    seq: int,
    *,
    key: uuid.UUID,
    done_on: date,
    actor_id: int,
    memo: str = "",
    concerns_on: date | None = None,
    now: datetime,
) -> Posting:
    """Post the opposite of one transfer, once.

    Raises:
        ReversalError: it is a reversal, was reversed before, or is half of a pair between antennas,
            which is taken back as a whole by posting both opposites at once.
    """
    row = session.get(Transfer, (book_id, seq))
    if row is None:
        raise NotFoundError
    if row.pair_id is not None or row.reverses_seq is not None:
        raise ReversalError
    order = TransferOrder(
        key=key,
        book_id=book_id,
        debit_account_id=row.credit_account_id,
        credit_account_id=row.debit_account_id,
        minutes=row.minutes,
        kind=TransferKind.REVERSAL,
        done_on=done_on,
        actor_id=actor_id,
        memo=memo,
        reverses_seq=seq,
        concerns_on=concerns_on,
    )
    return post_transfer(session, order, now=now)


def _post_orders(
    session: Session, orders: Sequence[TransferOrder], now: datetime
) -> dict[uuid.UUID, Posting]:
    """PostgreSQL's trigger fills the rows in; an order that comes without a row stands there already."""
    books = {order.book_id for order in orders}
    if len(books) > 1:
        lock_books(session, books)
    values = [order_values(order, os.urandom(16)) | {"recorded_at": now} for order in orders]
    rows = session.execute(POST, values[0] if len(values) == 1 else values)
    found = {
        key: Posting(book_id, seq, key, debit_balance, credit_balance, replayed=False)
        for book_id, seq, key, debit_balance, credit_balance in rows
    }
    known = [order for order in orders if order.key not in found]
    if known:
        found |= _replays(session, known)
    if len(found) < len(orders):
        raise NotFoundError
    return found


def _post_rows(session: Session, orders: Sequence[TransferOrder], now: datetime) -> dict[uuid.UUID, Posting]:
    """The rows are worked out here, under the lock, and checked by the triggers as they go in."""
    if session.get_bind().dialect.name == "postgresql":
        lock_books(session, {order.book_id for order in orders})
    sides = {order.debit_account_id for order in orders} | {order.credit_account_id for order in orders}
    books, accounts = _heads(session, sides)
    found: dict[uuid.UUID, Posting] = {}
    for chunk in _chunks(orders):
        found |= _replays(session, chunk)
        rows: list[dict[str, Any]] = []
        for order in chunk:
            if order.key in found:
                continue
            book, debit = books.get(order.book_id), accounts.get(order.debit_account_id)
            credit = accounts.get(order.credit_account_id)
            if book is None or debit is None or credit is None:
                raise NotFoundError
            row = decide(book, debit, credit, order, os.urandom(16), now)
            rows.append(row)
            balances = (row["debit_balance_minutes"], row["credit_balance_minutes"])
            found[order.key] = Posting(book.id, row["seq"], order.key, *balances, replayed=False)
        insert_rows(session, TRANSFER, rows)
    return found


def lock_books(session: Session, book_ids: set[int]) -> None:
    """Take the books' locks in the order of their ids; SQLite holds its one lock from BEGIN IMMEDIATE on."""
    session.execute(
        select(Book.id).where(Book.id.in_(book_ids)).order_by(Book.id).with_for_update(key_share=True)
    )


def _chunks(orders: Sequence[TransferOrder]) -> Iterator[Sequence[TransferOrder]]:
    for start in range(0, len(orders), CHUNK):
        yield orders[start : start + CHUNK]


def _replays(session: Session, orders: Sequence[TransferOrder]) -> dict[uuid.UUID, Posting]:
    """The postings that stand under these keys already.

    Raises:
        KeyReusedError: one stands for something else.
    """
    wanted = {order.key: order for order in orders}
    rows = session.execute(KNOWN, {"keys": list(wanted)})
    found: dict[uuid.UUID, Posting] = {}
    for row in rows:
        if not wanted[row.id].same_deed(row):
            raise KeyReusedError
        balances = (row.debit_balance_minutes, row.credit_balance_minutes)
        found[row.id] = Posting(row.book_id, row.seq, row.id, *balances, replayed=True)
    return found


def _heads(session: Session, account_ids: set[int]) -> tuple[dict[int, BookHead], dict[int, AccountHead]]:
    """The heads of these accounts and of the books that they stand in, by id."""
    books: dict[int, BookHead] = {}
    accounts: dict[int, AccountHead] = {}
    wanted = sorted(account_ids)
    for start in range(0, len(wanted), CHUNK):
        for row in session.execute(HEADS, {"ids": wanted[start : start + CHUNK]}):
            account, book = AccountHead(*row[:ACCOUNT_COLUMNS]), BookHead(*row[ACCOUNT_COLUMNS:])
            accounts[account.id] = account
            books.setdefault(book.id, book)
    return books, accounts


def _refusal_of(error: DBAPIError) -> TimebankError | None:
    """What a guard of the database meant, or None for any other error."""
    code = getattr(error.orig, "sqlstate", None) or str(error.orig)[:5]
    if code == "TB001":
        return floor_error()
    if code == "TB002":
        return ceiling_error()
    if code == "TB404":
        return NotFoundError()
    if (
        code == "TB409"
        or "uq_transfer_reverses" in str(error.orig)
        or "transfer.reverses_seq" in str(error.orig)
    ):
        return ReversalError()
    if code == "TB410":
        return AccountClosedError()
    if code == "TB423":
        diagnosis = getattr(error.orig, "diag", None)
        return PeriodClosedError(closed_through=getattr(diagnosis, "message_detail", None) or "")
    return None
