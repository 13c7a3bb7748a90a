"""Proving the books: everything is replayed from the first transfer on, in flat memory.

The numbers are those of the invariants in ``docs/ledger.md``: 1 two accounts and positive minutes,
2 the sum is 0, 3 balance = sum of entries = newest row, 4 versions without gap, 5 seq without gap
and growing time, 6 the chain, 7 keys used once, 8 reversals mirror one transfer once, 9 nothing
booked into a closed period, 10 no balance beyond a limit that refuses, 11 closed accounts stand at
0, 12 every half of a pair has its other half.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.ledger.chain import GENESIS, microseconds
from timebank.ledger.history import history_of
from timebank.ledger.model import Account, Book, Transfer
from timebank.ledger.replay import FAULTS_MAX, UNREADABLE, Fault, Replayed, Stretch, replay_stretch

STRETCH = 50_000
NOTHING = (0, 0, 0)
"""What an account holds before its first transfer: version, balance, and minutes given."""
Replay = Callable[[Sequence[Stretch]], Iterable[Replayed]]
"""Replays stretches, and gives what came of them in their order."""


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
class _Joined:
    """What a book's stretches have come to, one after the other."""

    book_id: int
    seq: int = 0
    head: bytes = GENESIS
    last_us: int = 0
    held: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    reversed: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    readable: bool = True

    def fault(self, seq: int | None, invariant: int, message: str) -> None:
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(Fault(self.book_id, seq, invariant, message))


def check_books(
    session: Session, *, on_progress: Callable[[int, int], None] | None = None, replay: Replay | None = None
) -> Proof:
    """Replay every book and prove each invariant; ``on_progress(done, total)`` is called now and then.

    Faults are in the order of the books, and within a book the first bad transfer comes first.
    ``replay`` may have the stretches replayed by other processes: what they read may be newer
    than ``session``'s snapshot, but of a stretch they read the same, since nothing in it changes.
    """
    total, stretches = stretches_of(session)
    books = {stretch.book_id: _Joined(stretch.book_id) for stretch in stretches}
    pairs: dict[uuid.UUID, int] = {}
    checked = 0
    parts = (replay_stretch(session, each) for each in stretches) if replay is None else replay(stretches)
    for part in parts:
        checked += part.checked
        if on_progress is not None:
            on_progress(checked, total)
        _join(books[part.stretch.book_id], part)
        _join_pairs(pairs, part)
    faults: list[Fault] = []
    for book in books.values():
        if book.readable:
            _check_book(session, book)
        faults += book.faults
    faults += [
        Fault(0, None, 12, f"the transfer between antennas {pair} lacks its other half") for pair in pairs
    ]
    if on_progress is not None:
        on_progress(checked, total)
    return Proof(
        checked, tuple(faults), {book.book_id: (book.seq, book.head.hex()) for book in books.values()}
    )


def stretches_of(session: Session) -> tuple[int, list[Stretch]]:
    """(how many transfers there are, the stretches that all books fall into, at least one for each)."""
    counts = select(Transfer.book_id, func.count(), func.max(Transfer.seq)).group_by(Transfer.book_id)
    ends = {book_id: (count, last) for book_id, count, last in session.execute(counts)}
    stretches: list[Stretch] = []
    for book_id in session.scalars(select(Book.id).order_by(Book.id)):
        count, last = ends.get(book_id, (0, 0))
        starts = list(range(0, max(count, 1), STRETCH))
        ends_of_each = [*starts[1:], max(count, last)]
        stretches += [Stretch(book_id, *both) for both in zip(starts, ends_of_each, strict=True)]
    return sum(count for count, _last in ends.values()), stretches


def _join(book: _Joined, part: Replayed) -> None:
    """Hold how the stretch begins against how the one before it ended."""
    if not book.readable:
        return
    fits = _Joined(book.book_id)
    if part.checked and part.stretch.after_seq != book.seq:
        first = part.stretch.after_seq + 1
        fits.fault(first, 5, f"transfer {first} follows transfer {book.seq}")
    for account_id, (seq, version, balance) in part.opened.items():
        held_version, held_balance, _given = book.held.get(account_id, NOTHING)
        if version != held_version:
            fits.fault(seq, 4, f"transfer {seq} skips a version of account {account_id}")
        if balance != held_balance:
            fits.fault(seq, 3, f"transfer {seq} states a wrong balance of account {account_id}")
    for reversed_seq, seq in part.reversed.items():
        if reversed_seq in book.reversed:
            fits.fault(seq, 8, f"transfer {reversed_seq} is reversed twice")
    book.faults = sorted([*book.faults, *fits.faults, *part.faults], key=lambda fault: fault.seq or 0)[
        :FAULTS_MAX
    ]
    for account_id, (version, balance, given) in part.held.items():
        given_before = book.held.get(account_id, NOTHING)[2]
        book.held[account_id] = version, balance, given_before + given
    book.reversed |= part.reversed.keys()
    book.readable = part.readable
    if part.checked:
        book.seq, book.head, book.last_us = part.seq, part.head, part.last_us


def _join_pairs(pairs: dict[uuid.UUID, int], part: Replayed) -> None:
    for pair, minutes in part.pairs.items():
        rest = pairs.pop(pair, 0) + minutes
        if rest:
            pairs[pair] = rest


def _check_book(session: Session, state: _Joined) -> None:
    try:
        _check_heads(session, state)
    except UNREADABLE as error:
        message = f"book {state.book_id} or one of its accounts can't be read: {error}"
        state.fault(state.seq + 1, 3, message)


def _check_heads(session: Session, state: _Joined) -> None:
    history = history_of(session, state.book_id)
    book = session.execute(select(Book.__table__).where(Book.id == state.book_id)).one()
    stated = (book.seq, bytes(book.head), microseconds(book.last_at))
    if stated != (state.seq, state.head, state.last_us):
        state.fault(None, 5, f"book {book.id} says {book.seq} transfers, {state.seq} are there")
    if book.closed_through != history.newest_closing:
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
        if history.newest_limits(account.id) != (account.floor_minutes, account.ceiling_minutes):
            state.fault(None, 10, f"account {account.id} says other limits than were set last")
        if account.closed_on is not None and account.balance_minutes:
            state.fault(None, 11, f"account {account.id} is closed with {account.balance_minutes} minutes")
    if total:
        state.fault(None, 2, f"the balances of book {book.id} sum to {total}, not to 0")
