"""Replaying a stretch of a book: some ten thousand transfers that follow each other.

A stretch begins with what the transfer before it states (its hash, its time), and with the versions and
balances that its own first transfers imply. So stretches can be replayed in any order, by several
processes at once; ``ledger/proof.py`` then holds against each other how one ends and the next begins.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.ledger.chain import GENESIS, leaf, memo_digest, next_head
from timebank.ledger.history import History, history_of
from timebank.ledger.model import MINUTES_MAX, Account, AccountKind, Transfer, TransferKind
from timebank.ledger.spelled import COLUMNS, named, spelled_batches

FAULTS_MAX = 100
HASH, RECORDED_AT = COLUMNS.index("hash"), COLUMNS.index("recorded_at")
UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError)
"""What reading raises where a value was written that no column of this kind holds."""


def _instant(microseconds: int) -> None:
    """What isn't an instant comes as 0 (``ledger/spelled.py``)."""
    if microseconds <= 0:
        raise ValueError("not an instant")


MAKES_SENSE: dict[str, Callable[[Any], Any]] = {
    "id": uuid.UUID,
    "pair_id": uuid.UUID,
    "kind": TransferKind,
    "done_on": date.fromisoformat,
    "concerns_on": date.fromisoformat,
    "recorded_at": _instant,
}
"""How columns are read that a shell can write nonsense into; only done where the chain breaks."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where (``seq`` is None for a whole book or account) and which invariant."""

    book_id: int
    seq: int | None
    invariant: int
    message: str


@dataclass(frozen=True)
class Stretch:
    """A book's transfers that come after ``after_seq``, up to and with ``through_seq``."""

    book_id: int
    after_seq: int
    through_seq: int


@dataclass
class Replayed:
    """What replaying a stretch came to. ``seq``, ``head`` and ``last_us`` are those of its last transfer.

    ``opened`` is with which version and balance each account must have come into it, and at which
    transfer that shows; ``held`` is each account's version and balance at its end, and the minutes
    given within it. ``reversed`` names for each reversed transfer the one that did it; ``pairs`` is
    what is left open over clearing. After something that can't be read, nothing was checked any more.
    """

    stretch: Stretch
    seq: int
    history: History = field(default_factory=History)
    head: bytes = GENESIS
    last_us: int = 0
    opened: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    held: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    reversed: dict[int, int] = field(default_factory=dict)
    pairs: dict[uuid.UUID, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    checked: int = 0
    readable: bool = True

    def fault(self, seq: int, invariant: int, message: str) -> None:
        """Note a fault, unless there are so many that nobody reads on."""
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(Fault(self.stretch.book_id, seq, invariant, message))


def replay_stretch(session: Session, stretch: Stretch) -> Replayed:
    """Prove every transfer of the stretch, as far as that can be done without those before it."""
    state = Replayed(stretch, stretch.after_seq)
    book_id = stretch.book_id
    try:
        state.history = history_of(session, book_id)
        accounts = select(Account.id, Account.kind).where(Account.book_id == book_id)
        kinds = dict(session.execute(accounts).all())
        _begin(session, state)
        for rows in spelled_batches(session, book_id, stretch.after_seq, stretch.through_seq):
            for row in rows:
                _check_row(session, state, row, kinds)
            state.checked += len(rows)
    except UNREADABLE as error:
        state.fault(state.seq + 1, 3, f"book {book_id} or one of its accounts can't be read: {error}")
        state.readable = False
    return state


def _begin(session: Session, state: Replayed) -> None:
    """Go on from the transfer before the stretch; what is right about it is proven with its own."""
    before = state.stretch.after_seq
    if not before:
        return
    for rows in spelled_batches(session, state.stretch.book_id, before - 1, before):
        for row in rows:
            state.head, state.last_us = row[HASH], row[RECORDED_AT]


def _check_row(
    session: Session, state: Replayed, row: Sequence[Any], kinds: Mapping[int, AccountKind]
) -> None:
    """The row is taken apart once, in the order of the table's columns."""
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
        *(state.stretch.book_id, seq, key, sides, minutes, running, kind, reverses, pair, *days),
        *(recorded_us, actor_id, memo_hash),
    )
    if next_head(state.head, spelled) != stated:
        reason = _senseless(named(row)) or "it was changed, or one before it"
        state.fault(seq, 6, f"the chain breaks at transfer {seq}: {reason}")
    _check_side(state, seq, debit, debit_version, debit_balance, -minutes, kinds)
    _check_side(state, seq, credit, credit_version, credit_balance, minutes, kinds)
    if state.history.limits and reverses is None:
        _check_limits(state, seq, debit, debit_version, debit_balance, credit_side=False)
        _check_limits(state, seq, credit, credit_version, credit_balance, credit_side=True)
    closed = state.history.closed_through(seq) if state.history.closings else None
    if closed is not None and done_on <= closed.isoformat():
        state.fault(seq, 9, f"transfer {seq} is dated in a period that was closed")
    if reverses is not None:
        _check_reversal(session, state, named(row))
    if pair is not None:
        _check_pair(state, named(row), kinds)
    state.seq, state.last_us, state.head = seq, recorded_us, stated


def _senseless(row: Any) -> str:
    """Which column holds what none of its kind can hold, if one does: then it was surely changed."""
    for name, read in MAKES_SENSE.items():
        value = getattr(row, name)
        try:
            if value is not None:
                read(value)
        except UNREADABLE:
            return f"it was changed, its {name} can't be read"
    return ""


def _check_side(
    state: Replayed,
    seq: int,
    account_id: int,
    version: int,
    balance: int,
    minutes: int,
    kinds: Mapping[int, AccountKind],
) -> None:
    given = minutes if minutes > 0 else 0
    if account_id in state.held:
        held_version, held_balance, given_before = state.held[account_id]
        if version != held_version + 1:
            state.fault(seq, 4, f"transfer {seq} skips a version of account {account_id}")
        if balance != held_balance + minutes:
            state.fault(seq, 3, f"transfer {seq} states a wrong balance of account {account_id}")
        given += given_before
    else:
        state.opened[account_id] = seq, version - 1, balance - minutes
    if account_id not in kinds:
        state.fault(seq, 3, f"transfer {seq} names an account of another book")
    state.held[account_id] = version, balance, given


def _check_limits(
    state: Replayed, seq: int, account_id: int, version: int, balance: int, *, credit_side: bool
) -> None:
    if account_id not in state.history.limits:
        return
    floor, ceiling = state.history.limits_at(account_id, version)
    below = not credit_side and floor is not None and balance < floor
    above = credit_side and ceiling is not None and balance > ceiling
    if below or above:
        state.fault(seq, 10, f"transfer {seq} goes beyond a limit of account {account_id}")


def _check_reversal(session: Session, state: Replayed, row: Any) -> None:
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
    state.reversed[row.reverses_seq] = row.seq


def _check_pair(state: Replayed, row: Any, kinds: Mapping[int, AccountKind]) -> None:
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
