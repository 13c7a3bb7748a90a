"""The hash chain of a book: what a transfer's hash covers, byte for byte (leaf format 'tb1').

``hash = SHA-256(previous head || SHA-256(leaf))``, and the leaf is the text of every column but the
memo and its salt, joined by '|', in the order below. The memo is covered through
``memo_hash = SHA-256(salt || memo)``, so its text can be erased and the chain still holds.
PostgreSQL computes the same in ``transfer_leaf`` (``migrations/sql/ledger_postgresql.sql``).
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

GENESIS = hashlib.sha256(b"tb1").digest()
"""The head of a book without transfers."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def memo_digest(memo: str, salt: bytes | None) -> bytes:
    """SHA-256 over salt and memo."""
    return hashlib.sha256((salt or b"") + memo.encode()).digest()


def microseconds(moment: datetime) -> int:
    """Whole microseconds since 1970 in UTC."""
    return (moment - EPOCH) // _MICROSECOND


def leaf(
    book_id: int,
    seq: int,
    key: UUID,
    sides: Sequence[int],
    minutes: int,
    running: Sequence[int],
    kind: str,
    reverses_seq: int | None,
    pair_id: UUID | None,
    done_on: date,
    concerns_on: date | None,
    recorded_us: int,
    actor_id: int,
    memo_hash: bytes,
) -> bytes:
    """The leaf's bytes. ``sides`` are the debit and credit account, ``running`` the debit's version
    and balance and the credit's version and balance after it."""
    parts: tuple[Any, ...] = (
        "tb1",
        book_id,
        seq,
        key,
        *sides,
        minutes,
        *running,
        kind,
        reverses_seq or 0,
        pair_id or "-",
        done_on,
        concerns_on or "-",
        recorded_us,
        actor_id,
        memo_hash.hex(),
    )
    return "|".join(map(str, parts)).encode()


def next_head(head: bytes, leaf_bytes: bytes) -> bytes:
    """The head of the chain after this leaf."""
    return hashlib.sha256(head + hashlib.sha256(leaf_bytes).digest()).digest()
