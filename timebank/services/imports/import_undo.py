"""Taking a whole import back: favours by reversal, members who did nothing since by leaving.

Asks and offers are taken back by ``import_posts``.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from timebank.domain.days import local_day
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES, FavourState, MemberState, MemberStep
from timebank.ledger.model import Account, TransferKind
from timebank.ledger.orders import TransferOrder
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, FavourTransfer
from timebank.models.gift import Gift
from timebank.models.importing import ImportBatch, ImportKind, ImportState
from timebank.models.member import Member, MemberStepTaken
from timebank.orm import insert_rows, table_of
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import Cause, book_orders, close_member_account, reversal_orders
from timebank.services.giving.favour_booking import booking_day, closed_through
from timebank.services.giving.favours import LIVE_STATES
from timebank.services.giving.taking_back import close_after_reversal, open_for_reversal
from timebank.services.imports.import_posts import undo_posts
from timebank.services.imports.importing import find_batch

AFTER_UNDO: tuple[tuple[FavourState, FavourState], ...] = (
    (FavourState.CONFIRMED, FavourState.REVERSED),
    (FavourState.DISPUTED, FavourState.WITHDRAWN),
    (FavourState.LOGGED, FavourState.UNDONE),
    (FavourState.AWAITING_SECOND, FavourState.UNDONE),
)
"""Where each favour of the sheet goes; one that was taken back by itself stays as it is."""


def undo_import(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> int:
    """Take back what an import booked; how many favours, members, or asks and offers.

    Members with favours or gifts of their own since then stay, as do asks and offers taken up since.

    Raises:
        WrongStateError: it isn't booked, or was taken back before.
    """
    batch = find_batch(session, uid, actor=actor)
    if batch.state is not ImportState.POSTED:
        raise WrongStateError(state=batch.state.value)
    if batch.kind is ImportKind.POSTS:
        count = undo_posts(session, batch, actor=actor, now=now)
    else:
        undo = _undo_members if batch.kind is ImportKind.MEMBERS else _undo_favours
        count = undo(session, batch, actor, now)
    batch.state, batch.undone_at = ImportState.UNDONE, now
    batch.undone_by_id = actor.person_id or None
    write_down(
        session,
        "undo_import",
        actor=actor,
        now=now,
        antenna_id=batch.antenna_id,
        subject=f"import:{batch.uid}",
        detail={"count": count},
    )
    session.flush()
    return count


def _undo_favours(session: Session, batch: ImportBatch, actor: Actor, now: datetime) -> int:
    antenna = session.get_one(Antenna, batch.antenna_id)
    standing = _standing(session, batch)
    opened = open_for_reversal(session, [row.transfer_id for row in standing])
    _take_back(session, batch, antenna, standing, actor, now)
    close_after_reversal(session, opened, actor=actor, now=now)
    count = 0
    for state, target in AFTER_UNDO:
        done = session.execute(
            update(Favour)
            .where(Favour.import_batch_id == batch.id, Favour.state == state)
            .values(state=target, version=Favour.version + 1),
            execution_options={"synchronize_session": False},
        )
        count += max(getattr(done, "rowcount", 0), 0)
    return count


def _standing(session: Session, batch: ImportBatch) -> list[Row[Any]]:
    """The transfers of this import that nothing has taken back yet."""
    back = aliased(FavourTransfer)
    gone = exists().where(back.favour_id == Favour.id, back.reversal.is_(True))
    query = (
        select(
            Favour.done_on,
            FavourTransfer.favour_id,
            FavourTransfer.transfer_id,
            FavourTransfer.book_id,
            FavourTransfer.seq,
        )
        .join(Favour, Favour.id == FavourTransfer.favour_id)
        .where(Favour.import_batch_id == batch.id, FavourTransfer.reversal.is_(False), ~gone)
    )
    return list(session.execute(query))


def _take_back(
    session: Session,
    batch: ImportBatch,
    antenna: Antenna,
    rows: Sequence[Row[Any]],
    actor: Actor,
    now: datetime,
) -> None:
    """Reverse each transfer under its day, or under today where the period of that day is closed."""
    by_day: dict[date, list[uuid.UUID]] = defaultdict(list)
    for row in rows:
        by_day[row.done_on].append(row.transfer_id)
    closed = closed_through(session, {antenna.book_id})
    orders: list[TransferOrder] = []
    for day, transfer_ids in sorted(by_day.items()):
        done_on, concerns_on = booking_day(day, closed, local_day(now, antenna.timezone))
        cause = Cause(
            key=uuid.uuid5(batch.uid, "undo"),
            kind=TransferKind.REVERSAL,
            done_on=done_on,
            actor_id=actor.person_id,
            concerns_on=concerns_on,
        )
        orders += reversal_orders(session, transfer_ids, cause)
    favours = {(row.book_id, row.seq): row.favour_id for row in rows}
    ties = [
        {
            "favour_id": favours[order.book_id, order.reverses_seq],
            "transfer_id": posting.key,
            "book_id": posting.book_id,
            "seq": posting.seq,
            "reversal": True,
        }
        for order, posting in zip(orders, book_orders(session, orders, now=now), strict=True)
    ]
    insert_rows(session, table_of(FavourTransfer), ties)


def _undo_members(session: Session, batch: ImportBatch, actor: Actor, now: datetime) -> int:
    antenna = session.get_one(Antenna, batch.antenna_id)
    today = local_day(now, antenna.timezone)
    busy = exists().where(
        FavourParty.member_id == Member.id,
        Favour.id == FavourParty.favour_id,
        Favour.state.in_(LIVE_STATES),
    )
    gifts = exists().where(or_(Gift.from_member_id == Member.id, Gift.to_member_id == Member.id))
    members = session.scalars(
        select(Member)
        .join(Account, Account.id == Member.account_id)
        .where(
            Member.import_batch_id == batch.id,
            Member.state.in_(PRESENT_STATES),
            Member.household_id.is_(None),
            Account.balance_minutes == 0,
            ~busy,
            ~gifts,
        )
    ).all()
    for member in members:
        _withdraw(session, member, today, actor, now)
    session.flush()
    return len(members)


def _withdraw(session: Session, member: Member, today: date, actor: Actor, now: datetime) -> None:
    """End a membership that a sheet made by mistake, and free its number for the right sheet."""
    member.state, member.ended_on = MemberState.LEFT, today
    member.number = -member.id
    session.add(
        MemberStepTaken(
            member_id=member.id,
            step=MemberStep.LEAVE.value,
            on_day=today,
            recorded_by_id=actor.person_id or None,
            recorded_at=now,
        )
    )
    if member.account_id is not None:
        close_member_account(session, member.account_id, on=today)
