"""What is asked of the books, and the rule that turns it into a row: pure, tested alone."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from timebank.domain.errors import (
    AccountClosedError,
    InvalidInputError,
    LimitError,
    NotFoundError,
    PeriodClosedError,
)
from timebank.ledger.chain import leaf, memo_digest, microseconds, next_head
from timebank.ledger.model import MINUTES_MAX, TransferKind


@dataclass(frozen=True)
class TransferOrder:
    """One transfer to post: ``minutes`` from the debited to the credited account of one book.

    ``key`` is the caller's and makes posting idempotent. ``concerns_on`` names the day of a closed
    period that a correction is about; ``pair_id`` ties the halves of a transfer between antennas.
    """

    key: uuid.UUID
    book_id: int
    debit_account_id: int
    credit_account_id: int
    minutes: int
    kind: TransferKind
    done_on: date
    actor_id: int
    memo: str = ""
    pair_id: uuid.UUID | None = None
    reverses_seq: int | None = None
    concerns_on: date | None = None

    def same_deed(self, other: Any) -> bool:
        """Whether ``other``, an order or a row of the books, moves the same minutes for the same reason."""
        return all(getattr(self, name) == getattr(other, name) for name in _DEED)


_DEED = ("book_id", "debit_account_id", "credit_account_id", "minutes", "done_on", "kind", "reverses_seq")


@dataclass(frozen=True)
class Posting:
    """What the books hold now for an order's key. ``replayed`` says that it stood there before."""

    book_id: int
    seq: int
    key: uuid.UUID
    debit_balance_minutes: int
    credit_balance_minutes: int
    replayed: bool


@dataclass
class BookHead:
    """The newest row of a book, carried along while several orders are decided."""

    id: int
    seq: int
    head: bytes
    last_at: datetime
    closed_through: date | None


@dataclass
class AccountHead:
    """An account's newest balance, carried along while several orders are decided."""

    id: int
    book_id: int
    balance_minutes: int
    version: int
    floor_minutes: int | None
    ceiling_minutes: int | None
    closed_on: date | None


def check_order(order: TransferOrder) -> None:
    """Refuse what no state of the books could take.

    Raises:
        InvalidInputError: minutes out of range, or one account on both sides.
    """
    if not 1 <= order.minutes <= MINUTES_MAX:
        raise InvalidInputError(
            "minutes_out_of_range", "Choose between 1 and {maximum} minutes.", maximum=MINUTES_MAX
        )
    if order.debit_account_id == order.credit_account_id:
        raise InvalidInputError("same_account", "Minutes can't move within one account.")


def decide(
    book: BookHead, debit: AccountHead, credit: AccountHead, order: TransferOrder, salt: bytes, now: datetime
) -> dict[str, Any]:
    """The row that books ``order`` on these heads; the heads move on with it.

    Raises:
        PeriodClosedError, AccountClosedError, LimitError, NotFoundError: a rule refuses it; the
            heads stay as they were.
    """
    debit_balance, credit_balance = _balances_after(book, debit, credit, order)
    recorded_at = max(now, book.last_at + timedelta(microseconds=1))
    digest = memo_digest(order.memo, salt if order.memo else None)
    running = (debit.version + 1, debit_balance, credit.version + 1, credit_balance)
    leaf_bytes = leaf(
        book.id,
        book.seq + 1,
        order.key,
        (debit.id, credit.id),
        order.minutes,
        running,
        order.kind.value,
        order.reverses_seq,
        order.pair_id,
        order.done_on,
        order.concerns_on,
        microseconds(recorded_at),
        order.actor_id,
        digest,
    )
    book.seq, book.head, book.last_at = book.seq + 1, next_head(book.head, leaf_bytes), recorded_at
    debit.version, debit.balance_minutes, credit.version, credit.balance_minutes = running
    return order_values(order, salt) | {
        "seq": book.seq,
        "debit_version": running[0],
        "debit_balance_minutes": running[1],
        "credit_version": running[2],
        "credit_balance_minutes": running[3],
        "recorded_at": recorded_at,
        "memo_hash": digest,
        "hash": book.head,
    }


def _balances_after(
    book: BookHead, debit: AccountHead, credit: AccountHead, order: TransferOrder
) -> tuple[int, int]:
    """Both balances after the order, if every rule of the books lets it pass."""
    if debit.book_id != book.id or credit.book_id != book.id:
        raise NotFoundError
    if book.closed_through is not None and order.done_on <= book.closed_through:
        raise PeriodClosedError(closed_through=book.closed_through)
    if debit.closed_on is not None or credit.closed_on is not None:
        raise AccountClosedError
    debit_balance = debit.balance_minutes - order.minutes
    credit_balance = credit.balance_minutes + order.minutes
    if order.reverses_seq is None:
        if debit.floor_minutes is not None and debit_balance < debit.floor_minutes:
            raise floor_error()
        if credit.ceiling_minutes is not None and credit_balance > credit.ceiling_minutes:
            raise ceiling_error()
    return debit_balance, credit_balance


def order_values(order: TransferOrder, salt: bytes) -> dict[str, Any]:
    """The columns that come from the order itself."""
    return {
        "id": order.key,
        "book_id": order.book_id,
        "debit_account_id": order.debit_account_id,
        "credit_account_id": order.credit_account_id,
        "minutes": order.minutes,
        "kind": order.kind,
        "reverses_seq": order.reverses_seq,
        "pair_id": order.pair_id,
        "done_on": order.done_on,
        "concerns_on": order.concerns_on,
        "actor_id": order.actor_id,
        "memo": order.memo or None,
        "memo_salt": salt if order.memo else None,
    }


def floor_error() -> LimitError:
    """The debited account would fall below what the antenna's rules allow."""
    return LimitError("limit_floor", "This goes below what the antenna's rules allow. Call your antenna.")


def ceiling_error() -> LimitError:
    """The credited account would rise above what the antenna's rules allow."""
    return LimitError("limit_ceiling", "This goes above what the antenna's rules allow. Call your antenna.")
