"""Proving the books: everything is replayed from the first transfer on, in flat memory.

The numbers are those of the invariants in ``docs/ledger.md``: 1 two accounts and positive minutes,
2 the sum is 0, 3 balance = sum of entries = newest row, 4 versions without gap, 5 seq without gap
and growing time, 6 the chain, 7 keys used once, 8 reversals mirror one transfer once, 9 nothing
booked into a closed period, 10 no balance beyond a limit that refuses, 11 closed accounts stand at
0, 12 every half of a pair has its other half. 9 and 10 go by ``ledger.history``, 7 by the unique
keys that ``ledger.guards`` looks for.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.ledger.chain import EPOCH, GENESIS, leaf, memo_digest, microseconds, next_head
from timebank.ledger.history import History, history_of
from timebank.ledger.model import MINUTES_MAX, Account, AccountKind, Book, Transfer

BATCH = 5000
FAULTS_MAX = 100
UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError)
"""What reading raises where a value was written that no column of this kind holds."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where (``seq`` is None for a whole book or account) and which invariant."""

    book_id: int
    seq: int | None
    invariant: int
    message: str


@dataclass(frozen=True)
class Proof:
    """What a check found. ``heads`` is each book's newest (seq, hash), to keep in a second place."""

    checked: int
    faults: tuple[Fault, ...]
    heads: dict[int, tuple[int, str]]

    @property
    def holds(self) -> bool:
        """Whether no fault was found."""
        return not self.faults


@dataclass
class _State:
    """What the replay of one book has come to."""

    book_id: int
    history: History
    seq: int = 0
    head: bytes = GENESIS
    last_at: datetime = EPOCH
    balances: dict[int, list[int]] = field(default_factory=dict)
    reversed: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    pairs: dict[uuid.UUID, int] = field(default_factory=dict)

    def fault(self, seq: int | None, invariant: int, message: str) -> None:
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(Fault(self.book_id, seq, invariant, message))


def check_books(session: Session, *, on_progress: Callable[[int, int], None] | None = None) -> Proof:
    """Replay every book and prove each invariant; ``on_progress(done, total)`` is called now and then.

    Faults are in the order of the books, and within a book the first bad transfer comes first.
    """
    total = session.scalar(select(func.count()).select_from(Transfer)) or 0
    faults: list[Fault] = []
    pairs: dict[uuid.UUID, int] = {}
    heads: dict[int, tuple[int, str]] = {}
    checked = 0
    for book_id in session.scalars(select(Book.id).order_by(Book.id)).all():
        state = _State(book_id, history_of(session, book_id), pairs=pairs)
        try:
            kinds = dict(
                session.execute(select(Account.id, Account.kind).where(Account.book_id == book_id)).all()
            )
            for row in _rows(session, state):
                _check_row(session, state, row, kinds)
                checked += 1
                if on_progress is not None and checked % BATCH == 0:
                    on_progress(checked, total)
            _check_book(session, state)
        except UNREADABLE as error:
            state.fault(None, 3, f"book {book_id} or one of its accounts can't be read: {error}")
        heads[book_id] = (state.seq, state.head.hex())
        faults += state.faults
    faults += [
        Fault(0, None, 12, f"the transfer between antennas {pair} lacks its other half")
        for pair, minutes in pairs.items()
        if minutes
    ]
    if on_progress is not None:
        on_progress(checked, total)
    return Proof(checked, tuple(faults), heads)


def _rows(session: Session, state: _State) -> Iterator[Any]:
    """The book's transfers in their order; one that can't be read is a fault and left out."""
    table = Transfer.__table__.c
    here = select(Transfer.__table__).where(table.book_id == state.book_id).order_by(table.seq)
    while True:
        try:
            after = here.where(table.seq > state.seq)
            with session.execute(after.execution_options(yield_per=BATCH)) as rows:
                yield from rows
        except UNREADABLE:
            yield from _one_by_one(session, state)
        else:
            return


def _one_by_one(session: Session, state: _State) -> Iterator[Any]:
    """The batch in which something can't be read, so that it is known which."""
    table = Transfer.__table__.c
    next_ones = select(table.seq, table.hash).where(table.book_id == state.book_id, table.seq > state.seq)
    for seq, head in session.execute(next_ones.order_by(table.seq).limit(BATCH)).all():
        query = select(Transfer.__table__).where(table.book_id == state.book_id, table.seq == seq)
        try:
            row = session.execute(query).one()
        except UNREADABLE as error:
            state.fault(seq, 6, f"transfer {seq} can't be read, it was changed: {error}")
            state.seq, state.head = seq, bytes(head)
        else:
            yield row


def _check_row(session: Session, state: _State, row: Any, kinds: dict[int, AccountKind]) -> None:
    seq = row.seq
    if seq != state.seq + 1:
        state.fault(seq, 5, f"transfer {seq} follows transfer {state.seq}")
    if row.recorded_at <= state.last_at:
        state.fault(seq, 5, f"transfer {seq} isn't recorded after the one before it")
    if not 1 <= row.minutes <= MINUTES_MAX or row.debit_account_id == row.credit_account_id:
        state.fault(seq, 1, f"transfer {seq} doesn't move minutes between two accounts")
    if row.memo is not None and memo_digest(row.memo, row.memo_salt) != row.memo_hash:
        state.fault(seq, 6, f"the text of transfer {seq} isn't the one that was recorded")
    _check_hash(state, row)
    _check_side(state, row, row.debit_account_id, -row.minutes, kinds)
    _check_side(state, row, row.credit_account_id, row.minutes, kinds)
    if state.history.closed_through(seq) is not None:
        _check_day(state, row)
    if row.reverses_seq is not None:
        _check_reversal(session, state, row)
    if row.pair_id is not None:
        _check_pair(state, row, kinds)
    state.seq, state.last_at = seq, row.recorded_at


def _check_hash(state: _State, row: Any) -> None:
    running = (row.debit_version, row.debit_balance_minutes, row.credit_version, row.credit_balance_minutes)
    computed = next_head(
        state.head,
        leaf(
            row.book_id,
            row.seq,
            row.id,
            (row.debit_account_id, row.credit_account_id),
            row.minutes,
            running,
            row.kind.value,
            row.reverses_seq,
            row.pair_id,
            row.done_on,
            row.concerns_on,
            microseconds(row.recorded_at),
            row.actor_id,
            row.memo_hash,
        ),
    )
    if computed != row.hash:
        state.fault(row.seq, 6, f"the chain breaks at transfer {row.seq}: it was changed, or one before it")
    state.head = bytes(row.hash)


def _check_side(
    state: _State, row: Any, account_id: int, minutes: int, kinds: dict[int, AccountKind]
) -> None:
    debit = minutes < 0
    if account_id not in kinds:
        state.fault(row.seq, 3, f"transfer {row.seq} names an account of another book")
    held = state.balances.setdefault(account_id, [0, 0])
    balance = row.debit_balance_minutes if debit else row.credit_balance_minutes
    version = row.debit_version if debit else row.credit_version
    if version != held[1] + 1:
        state.fault(row.seq, 4, f"transfer {row.seq} skips a version of account {account_id}")
    if balance != held[0] + minutes:
        state.fault(row.seq, 3, f"transfer {row.seq} states a wrong balance of account {account_id}")
    held[0], held[1] = balance, version
    if account_id in state.history.limits and row.reverses_seq is None:
        floor, ceiling = state.history.limits_at(account_id, version)
        if (debit and floor is not None and balance < floor) or (
            not debit and ceiling is not None and balance > ceiling
        ):
            state.fault(row.seq, 10, f"transfer {row.seq} goes beyond a limit of account {account_id}")


def _check_day(state: _State, row: Any) -> None:
    closed = state.history.closed_through(row.seq)
    if closed is not None and row.done_on <= closed:
        state.fault(row.seq, 9, f"transfer {row.seq} is dated in a period that was closed")


def _check_reversal(session: Session, state: _State, row: Any) -> None:
    original = session.execute(
        select(Transfer.__table__).where(Transfer.book_id == row.book_id, Transfer.seq == row.reverses_seq)
    ).one_or_none()
    mirrors = (
        original is not None
        and original.seq < row.seq
        and original.reverses_seq is None
        and original.debit_account_id == row.credit_account_id
        and original.credit_account_id == row.debit_account_id
        and original.minutes == row.minutes
    )
    if not mirrors:
        state.fault(row.seq, 8, f"transfer {row.seq} doesn't mirror transfer {row.reverses_seq}")
    if row.reverses_seq in state.reversed:
        state.fault(row.seq, 8, f"transfer {row.reverses_seq} is reversed twice")
    state.reversed.add(row.reverses_seq)


def _check_pair(state: _State, row: Any, kinds: dict[int, AccountKind]) -> None:
    """Both halves of a pair cancel out over their clearing accounts."""
    into = kinds.get(row.credit_account_id) is AccountKind.CLEARING
    out_of = kinds.get(row.debit_account_id) is AccountKind.CLEARING
    if into == out_of:
        state.fault(row.seq, 12, f"transfer {row.seq} between antennas doesn't go over clearing")
        return
    rest = state.pairs.get(row.pair_id, 0) + (row.minutes if into else -row.minutes)
    state.pairs[row.pair_id] = rest
    if not rest:
        del state.pairs[row.pair_id]


def _check_book(session: Session, state: _State) -> None:
    book = session.execute(select(Book.__table__).where(Book.id == state.book_id)).one()
    if (book.seq, bytes(book.head), book.last_at) != (state.seq, state.head, state.last_at):
        state.fault(None, 5, f"book {book.id} says {book.seq} transfers, {state.seq} are there")
    if book.closed_through != state.history.newest_closing:
        state.fault(None, 9, f"book {book.id} says another closed period than was closed last")
    accounts = session.execute(select(Account.__table__).where(Account.book_id == book.id)).all()
    total = 0
    for account in accounts:
        balance, version = state.balances.get(account.id, [0, 0])
        total += account.balance_minutes
        if (account.balance_minutes, account.version) != (balance, version):
            state.fault(
                None, 3, f"account {account.id} says {account.balance_minutes}, its entries {balance}"
            )
        if state.history.newest_limits(account.id) != (account.floor_minutes, account.ceiling_minutes):
            state.fault(None, 10, f"account {account.id} says other limits than were set last")
        if account.closed_on is not None and account.balance_minutes:
            state.fault(None, 11, f"account {account.id} is closed with {account.balance_minutes} minutes")
    if total:
        state.fault(None, 2, f"the balances of book {book.id} sum to {total}, not to 0")
