"""Proving that every transfer has its cause and every confirmed favour its transfers (invariant 13)."""

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.states import FavourState, GiftState
from timebank.ledger.model import Transfer, TransferKind
from timebank.ledger.proof import Fault
from timebank.models.favour import Favour, FavourTransfer
from timebank.models.gift import Gift, GiftTransfer

INVARIANT = 13


def check_causes(session: Session) -> tuple[Fault, ...]:
    """Transfers without a favour or gift, favours and gifts without their transfers.

    Transfers of kind 'move' come from households too, which need no cause of their own.
    """
    return _without_cause(session) + _without_transfers(session) + _not_taken_back(session)


def _without_cause(session: Session) -> tuple[Fault, ...]:
    by_favour = exists().where(FavourTransfer.transfer_id == Transfer.id)
    by_gift = exists().where(GiftTransfer.transfer_id == Transfer.id)
    rows = session.execute(
        select(Transfer.book_id, Transfer.seq)
        .where(~or_(by_favour, by_gift), Transfer.kind != TransferKind.MOVE)
        .order_by(Transfer.book_id, Transfer.seq)
        .limit(100)
    )
    return tuple(Fault(b, seq, INVARIANT, f"transfer {seq} has no cause") for b, seq in rows)


def _without_transfers(session: Session) -> tuple[Fault, ...]:
    booked = exists().where(FavourTransfer.favour_id == Favour.id, FavourTransfer.reversal.is_(False))
    favours = session.scalars(
        select(Favour.uid)
        .where(Favour.state == FavourState.CONFIRMED, Favour.with_hours.is_(True), ~booked)
        .limit(100)
    )
    given = exists().where(GiftTransfer.gift_id == Gift.id, GiftTransfer.reversal.is_(False))
    gifts = session.scalars(select(Gift.uid).where(Gift.state == GiftState.BOOKED, ~given).limit(100))
    return tuple(
        Fault(0, None, INVARIANT, f"favour {uid} is confirmed and not booked") for uid in favours
    ) + tuple(Fault(0, None, INVARIANT, f"gift {uid} is booked without a transfer") for uid in gifts)


def _not_taken_back(session: Session) -> tuple[Fault, ...]:
    """A favour that was taken back has as many reversals as transfers."""
    gone = (FavourState.UNDONE, FavourState.WITHDRAWN, FavourState.REVERSED)
    rows = session.execute(
        select(
            Favour.uid,
            func.count().filter(FavourTransfer.reversal.is_(False)),
            func.count().filter(FavourTransfer.reversal.is_(True)),
        )
        .join(FavourTransfer, FavourTransfer.favour_id == Favour.id)
        .where(Favour.state.in_(gone))
        .group_by(Favour.uid)
    )
    return tuple(
        Fault(0, None, INVARIANT, f"favour {uid} was taken back, and its hours weren't")
        for uid, booked, reversed_ in rows
        if booked != reversed_
    )
