"""Which entries take something back: a reversal itself, and what brings it along from a closed account.

A reversal falls on the account of then. Where that is closed, what it leaves goes on to the account of now in
the same transaction, as a move: this is the entry that the owner sees.
"""

import uuid
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from timebank.ledger.model import Transfer, TransferKind
from timebank.ledger.reading import EntryLine

CHUNK = 200
LONGEST = timedelta(seconds=1)
"""The rows of one transaction are recorded within this time: a million of them."""


def taken_back_by(session: Session, entries: Sequence[EntryLine]) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    """The keys of what each of these entries takes back, by the entry's own key; others are missing."""
    moves = [each for each in entries if each.kind is TransferKind.MOVE]
    found: dict[uuid.UUID, tuple[uuid.UUID, ...]] = _reversals(
        session, [each for each in entries if each.reverses_seq is not None]
    )
    for start in range(0, len(moves), CHUNK):
        found |= _brought_along(session, moves[start : start + CHUNK])
    return found


def _reversals(session: Session, entries: Sequence[EntryLine]) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    found: dict[uuid.UUID, tuple[uuid.UUID, ...]] = {}
    first, back = aliased(Transfer), aliased(Transfer)
    for start in range(0, len(entries), CHUNK):
        keys = [each.key for each in entries[start : start + CHUNK]]
        rows = session.execute(
            select(back.id, first.id)
            .join(first, and_(first.book_id == back.book_id, first.seq == back.reverses_seq))
            .where(back.id.in_(keys))
        )
        found |= {key: (original,) for key, original in rows}
    return found


def _brought_along(session: Session, moves: Sequence[EntryLine]) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    """Reversals on the account on the other side, recorded just before the move: one transaction writes its
    rows a microsecond apart, and nobody else's come between.
    """
    first, back = aliased(Transfer), aliased(Transfer)
    around = [
        and_(
            or_(
                back.debit_account_id == each.other_account_id,
                back.credit_account_id == each.other_account_id,
            ),
            back.recorded_at.between(each.recorded_at - LONGEST, each.recorded_at),
        )
        for each in moves
    ]
    rows = session.execute(
        select(back.recorded_at, back.seq, back.debit_account_id, back.credit_account_id, first.id)
        .join(first, and_(first.book_id == back.book_id, first.seq == back.reverses_seq))
        .where(back.kind == TransferKind.REVERSAL, or_(*around))
        .order_by(back.seq)
    ).all()
    found = {}
    for each in moves:
        originals = tuple(
            original
            for at, seq, debit, credit, original in rows
            if each.other_account_id in (debit, credit)
            and seq < each.seq
            and each.recorded_at - at == timedelta(microseconds=each.seq - seq)
        )
        if originals:
            found[each.key] = originals
    return found
