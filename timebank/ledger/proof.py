"""Proving the books: everything is replayed from the first transfer on, in flat memory.

The numbers are those of the invariants in ``docs/ledger.md``: 1 two accounts and positive minutes,
2 the sum is 0, 3 balance = sum of entries = newest row, 4 versions without gap, 5 seq without gap
and growing time, 6 the chain, 7 keys used once, 8 reversals mirror one transfer once, 9 nothing
booked into a closed period, 10 no balance beyond a limit that refuses, 11 closed accounts stand at
0, 12 every half of a pair has its other half.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.ledger.chain import GENESIS, leaf, memo_digest, microseconds, next_head
from timebank.ledger.history import History, history_of
from timebank.ledger.model import MINUTES_MAX, Account, AccountKind, Book, Transfer
from timebank.ledger.spelled import spelled_batches

FAULTS_MAX = 100
UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError)
"""What reading raises where a value was written that no column of this kind holds."""
NOTHING = (0, 0, 0)
"""What an account holds before its first transfer: version, balance, and minutes given."""


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
    last_us: int = 0
    held: dict[int, tuple[int, int, int]] = field(default_factory=dict)
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
            for rows in spelled_batches(session, book_id):
                for row in rows:
                    _check_row(session, state, row, kinds)
                checked += len(rows)
                if on_progress is not None:
                    on_progress(checked, total)
            _check_book(session, state)
        except UNREADABLE as error:
            state.fault(state.seq + 1, 3, f"book {book_id} or one of its accounts can't be read: {error}")
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


def _check_row(session: Session, state: _State, row: Any, kinds: dict[int, AccountKind]) -> None:
    """The row is taken apart once, in the order of the table's columns: naming a column of a row
    again and again would take a third of the time."""
    _book, seq, key, debit, credit, minutes, *running, kind, reverses, pair, done_on, concerns_on = row[:15]
    recorded_us, actor_id, memo, salt, memo_hash, stated = row[15:]
    debit_version, debit_balance, credit_version, credit_balance = running
    if seq != state.seq + 1:
        state.fault(seq, 5, f"transfer {seq} follows transfer {state.seq}")
    if recorded_us <= state.last_us:
        state.fault(seq, 5, f"transfer {seq} isn't recorded after the one before it")
    if not 1 <= minutes <= MINUTES_MAX or debit == credit:
        state.fault(seq, 1, f"transfer {seq} doesn't move minutes between two accounts")
    if memo is not None and memo_digest(memo, salt) != memo_hash:
        state.fault(seq, 6, f"the text of transfer {seq} isn't the one that was recorded")
    sides, days = (debit, credit), (done_on, concerns_on)
    spelled = leaf(
        *(state.book_id, seq, key, sides, minutes, running, kind, reverses, pair, *days),
        *(recorded_us, actor_id, memo_hash),
    )
    if next_head(state.head, spelled) != stated:
        state.fault(seq, 6, f"the chain breaks at transfer {seq}: it was changed, or one before it")
    _check_side(state, seq, debit, debit_version, debit_balance, -minutes, kinds)
    _check_side(state, seq, credit, credit_version, credit_balance, minutes, kinds)
    if state.history.limits and reverses is None:
        _check_limits(state, seq, debit, debit_version, debit_balance, credit_side=False)
        _check_limits(state, seq, credit, credit_version, credit_balance, credit_side=True)
    closed = state.history.closed_through(seq) if state.history.closings else None
    if closed is not None and done_on <= closed.isoformat():
        state.fault(seq, 9, f"transfer {seq} is dated in a period that was closed")
    if reverses is not None:
        _check_reversal(session, state, row)
    if pair is not None:
        _check_pair(state, row, kinds)
    state.seq, state.last_us, state.head = seq, recorded_us, stated


def _check_side(
    state: _State,
    seq: int,
    account_id: int,
    version: int,
    balance: int,
    minutes: int,
    kinds: dict[int, AccountKind],
) -> None:
    held_version, held_balance, given = state.held.get(account_id, NOTHING)
    if account_id not in kinds:
        state.fault(seq, 3, f"transfer {seq} names an account of another book")
    if version != held_version + 1:
        state.fault(seq, 4, f"transfer {seq} skips a version of account {account_id}")
    if balance != held_balance + minutes:
        state.fault(seq, 3, f"transfer {seq} states a wrong balance of account {account_id}")
    state.held[account_id] = version, balance, given + minutes if minutes > 0 else given


def _check_limits(
    state: _State, seq: int, account_id: int, version: int, balance: int, *, credit_side: bool
) -> None:
    if account_id not in state.history.limits:
        return
    floor, ceiling = state.history.limits_at(account_id, version)
    below = not credit_side and floor is not None and balance < floor
    above = credit_side and ceiling is not None and balance > ceiling
    if below or above:
        state.fault(seq, 10, f"transfer {seq} goes beyond a limit of account {account_id}")


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
    stated = (book.seq, bytes(book.head), microseconds(book.last_at))
    if stated != (state.seq, state.head, state.last_us):
        state.fault(None, 5, f"book {book.id} says {book.seq} transfers, {state.seq} are there")
    if book.closed_through != state.history.newest_closing:
        state.fault(None, 9, f"book {book.id} says another closed period than was closed last")
    accounts = session.execute(select(Account.__table__).where(Account.book_id == book.id)).all()
    total = 0
    for account in accounts:
        version, balance, given = state.held.get(account.id, NOTHING)
        total += account.balance_minutes
        if (account.balance_minutes, account.version) != (balance, version):
            state.fault(
                None, 3, f"account {account.id} says {account.balance_minutes}, its entries {balance}"
            )
        if account.given_minutes != given:
            state.fault(None, 3, f"account {account.id} says it gave {account.given_minutes}, not {given}")
        if state.history.newest_limits(account.id) != (account.floor_minutes, account.ceiling_minutes):
            state.fault(None, 10, f"account {account.id} says other limits than were set last")
        if account.closed_on is not None and account.balance_minutes:
            state.fault(None, 11, f"account {account.id} is closed with {account.balance_minutes} minutes")
    if total:
        state.fault(None, 2, f"the balances of book {book.id} sum to {total}, not to 0")
