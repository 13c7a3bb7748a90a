"""Favours from a sheet, in full minutes as written, all of one sheet in one transaction.

They are agreed already, so they are booked at once; only hours of the uploader's own household wait
for the other side or another coordinator, as any such hours do.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.legs import Holder, Leg
from timebank.domain.permissions import Actor
from timebank.domain.rules import GroupMode
from timebank.domain.states import FavourState
from timebank.ledger.model import TransferKind
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy, Favour, FavourConfirmation, FavourParty, FavourTransfer, Side
from timebank.models.importing import ImportBatch
from timebank.models.member import Member
from timebank.orm import insert_rows, table_of
from timebank.services.books.bookkeeping import Cause, book_orders, orders_of
from timebank.services.giving.favour_booking import booking_day, closed_through
from timebank.services.imports.import_batches import finish_batch
from timebank.sheets.rows import FavourRow, Progress

CHUNK = 2000
FAVOUR, PARTY, CONFIRMATION, TIE = (
    table_of(model) for model in (Favour, FavourParty, FavourConfirmation, FavourTransfer)
)


@dataclass(frozen=True)
class _Place:
    """A member as an import needs them; number 0 is the pot."""

    member_id: int | None
    person_id: int | None
    account_id: int


def import_favours(
    session: Session,
    batch: ImportBatch,
    rows: Sequence[FavourRow],
    *,
    actor: Actor,
    now: datetime,
    on_progress: Progress | None = None,
) -> int:
    """Book every row; how many.

    Raises:
        TimebankError: the books refuse one; then none is booked.
    """
    antenna = session.get_one(Antenna, batch.antenna_id)
    places = _places(session, antenna)
    done = 0
    for chunk in _chunks(rows):
        _import_chunk(session, batch, antenna, chunk, places, actor, now)
        done += len(chunk)
        if on_progress is not None:
            on_progress(done, len(rows))
    return finish_batch(session, batch, len(rows), actor=actor, now=now)


def _import_chunk(
    session: Session,
    batch: ImportBatch,
    antenna: Antenna,
    rows: Sequence[FavourRow],
    places: dict[int, _Place],
    actor: Actor,
    now: datetime,
) -> None:
    own = {m.account_id for m in actor.memberships}
    waits = [
        places[row.giver].account_id in own or places[row.giver].person_id == actor.person_id for row in rows
    ]
    uids = [uuid.uuid4() for _ in rows]
    values = [
        _favour(batch, row, uid, actor, now, waits=wait)
        for row, uid, wait in zip(rows, uids, waits, strict=True)
    ]
    ids = _insert_favours(session, batch, values)
    insert_rows(session, PARTY, list(_parties(rows, ids, places)))
    agreed = [
        (favour_id, row, uid)
        for favour_id, row, uid, wait in zip(ids, rows, uids, waits, strict=True)
        if not wait
    ]
    if not agreed:
        return
    insert_rows(session, CONFIRMATION, [_agreement(f, actor, now) for f, _row, _uid in agreed])
    _book(session, antenna, agreed, places, actor, now)


def _insert_favours(session: Session, batch: ImportBatch, values: Sequence[dict[str, Any]]) -> list[int]:
    """Insert these favours; their ids, in the same order."""
    newest = session.scalar(select(func.max(FAVOUR.c.id))) or 0
    insert_rows(session, FAVOUR, values)
    query = select(FAVOUR.c.uid, FAVOUR.c.id).where(
        FAVOUR.c.id > newest, FAVOUR.c.import_batch_id == batch.id
    )
    ids = dict(session.execute(query).all())
    return [ids[each["uid"]] for each in values]


def _book(
    session: Session,
    antenna: Antenna,
    agreed: Sequence[tuple[int, FavourRow, uuid.UUID]],
    places: dict[int, _Place],
    actor: Actor,
    now: datetime,
) -> None:
    today = local_day(now, antenna.timezone)
    closed = closed_through(session, {antenna.book_id})
    orders, owners = [], {}
    for favour_id, row, uid in agreed:
        done_on, concerns_on = booking_day(row.done_on, closed, today)
        kind = TransferKind.FAVOUR if row.receiver else TransferKind.ANTENNA_WORK
        cause = Cause(uuid.uuid5(uid, "book"), kind, done_on, actor.person_id, concerns_on=concerns_on)
        debit = Holder(antenna.book_id, places[row.receiver].account_id)
        credit = Holder(antenna.book_id, places[row.giver].account_id)
        for order in orders_of(session, [Leg(debit, credit, row.minutes)], cause):
            orders.append(order)
            owners[order.key] = favour_id
    ties: list[dict[str, Any]] = [
        {
            "favour_id": owners[p.key],
            "transfer_id": p.key,
            "book_id": p.book_id,
            "seq": p.seq,
            "reversal": False,
        }
        for p in book_orders(session, orders, now=now)
    ]
    insert_rows(session, TIE, ties)


def _places(session: Session, antenna: Antenna) -> dict[int, _Place]:
    rows = session.execute(
        select(Member.number, Member.id, Member.person_id, Member.account_id).where(
            Member.antenna_id == antenna.id, Member.account_id.is_not(None)
        )
    )
    places = {
        number: _Place(member_id, person_id, account_id)
        for number, member_id, person_id, account_id in rows
        if account_id is not None
    }
    return places | {0: _Place(None, None, antenna.pot_account_id)}


def _favour(
    batch: ImportBatch, row: FavourRow, uid: uuid.UUID, actor: Actor, now: datetime, *, waits: bool
) -> dict[str, Any]:
    return {
        "uid": uid,
        "antenna_id": batch.antenna_id,
        "state": FavourState.LOGGED if waits else FavourState.CONFIRMED,
        "done_on": row.done_on,
        "minutes": row.minutes,
        "travel_minutes": 0,
        "with_hours": True,
        "stated": "",
        "for_antenna": row.receiver == 0,
        "group_mode": GroupMode.POT,
        "category": row.category,
        "note": row.note,
        "thanks": "",
        "channel": Channel.IMPORT,
        "logged_by_id": actor.person_id or None,
        "logged_at": now,
        "undo_until": now,
        "dispute_reason": "",
        "settlement": "",
        "import_batch_id": batch.id,
        "version": 1,
    }


def _parties(
    rows: Sequence[FavourRow], ids: Sequence[int], places: dict[int, _Place]
) -> Iterator[dict[str, Any]]:
    for row, favour_id in zip(rows, ids, strict=True):
        yield {"favour_id": favour_id, "member_id": places[row.giver].member_id, "side": Side.GIVER}
        if row.receiver:
            yield {"favour_id": favour_id, "member_id": places[row.receiver].member_id, "side": Side.RECEIVER}


def _agreement(favour_id: int, actor: Actor, now: datetime) -> dict[str, Any]:
    return {
        "favour_id": favour_id,
        "rests_on": ConfirmedBy.IMPORT,
        "confirmed_by_id": actor.person_id or None,
        "heard_from": "",
        "recorded_at": now,
    }


def _chunks(rows: Sequence[FavourRow]) -> Iterator[Sequence[FavourRow]]:
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
