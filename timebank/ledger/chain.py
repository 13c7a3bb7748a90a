"""The hash chain of a book: what a transfer's hash covers, byte for byte (leaf format 'tb1').

``hash = SHA-256(previous head || SHA-256(leaf))``, and the leaf is the text of every column but the
memo and its salt, joined by '|', in the order below. The memo is covered through
``memo_hash = SHA-256(salt || memo)``, so its text can be erased and the chain still holds.
PostgreSQL computes the same in ``transfer_leaf`` (``migrations/sql/ledger_postgresql.sql``).
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
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
    key: UUID | str,
    sides: Sequence[int],
    minutes: int,
    running: Sequence[int],
    kind: str,
    reverses_seq: int | None,
    pair_id: UUID | str | None,
    done_on: date | str,
    concerns_on: date | str | None,
    recorded_us: int,
    actor_id: int,
    memo_hash: bytes,
) -> bytes:
    """The leaf's bytes. ``sides`` are the debit and credit account, ``running`` the debit's version
    and balance and the credit's version and balance after it. Keys and days may come as text."""
    return (
        f"tb1|{book_id}|{seq}|{key}|{sides[0]}|{sides[1]}|{minutes}"
        f"|{running[0]}|{running[1]}|{running[2]}|{running[3]}|{kind}|{reverses_seq or 0}|{pair_id or '-'}"
        f"|{done_on}|{concerns_on or '-'}|{recorded_us}|{actor_id}|{memo_hash.hex()}"
    ).encode()


def next_head(head: bytes, leaf_bytes: bytes) -> bytes:
    """The head of the chain after this leaf."""
    return hashlib.sha256(head + hashlib.sha256(leaf_bytes).digest()).digest()
