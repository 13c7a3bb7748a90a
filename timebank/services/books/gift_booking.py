"""The books' side of a gift: one transfer, or a pair between antennas, and its taking back."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.legs import Holder, Leg
from timebank.domain.permissions import Actor
from timebank.ledger.model import TransferKind
from timebank.models.antenna import Antenna
from timebank.models.gift import Gift, GiftTransfer
from timebank.models.member import Member
from timebank.services.books.bookkeeping import Cause, book_legs, take_back
from timebank.services.coordinating.notices import queue_notice
from timebank.services.giving.favour_booking import booking_day, closed_through


def book_gift(session: Session, gift: Gift, *, actor: Actor, now: datetime) -> None:
    """Post the gift's minutes; its key derives from the gift, so it is booked once.

    Raises:
        LimitError, PeriodClosedError, AccountClosedError: the books refuse it.
    """
    leg = Leg(
        _holder(session, gift.from_antenna_id, gift.from_member),
        _holder(session, gift.to_antenna_id, gift.to_member),
        gift.minutes,
    )
    cause = _cause(session, gift, "book", TransferKind(gift.kind.value), actor, now)
    postings = book_legs(session, [leg], cause, now=now)
    gift.transfers += [GiftTransfer(transfer_id=p.key, book_id=p.book_id, seq=p.seq) for p in postings]
    session.flush()


def unbook_gift(session: Session, gift: Gift, *, actor: Actor, now: datetime) -> None:
    """Post the opposite of what was booked for this gift."""
    booked = [t.transfer_id for t in gift.transfers if not t.reversal]
    cause = _cause(session, gift, "take-back", TransferKind.REVERSAL, actor, now)
    postings = take_back(session, booked, cause, now=now)
    gift.transfers += [
        GiftTransfer(transfer_id=p.key, book_id=p.book_id, seq=p.seq, reversal=True) for p in postings
    ]
    session.flush()


def tell_gift(session: Session, gift: Gift, *, now: datetime) -> None:
    """Tell who received it; the giver of an unnamed gift stays unnamed."""
    if gift.to_member is None:
        return
    queue_notice(
        session,
        gift.to_member.person,
        "gift_received",
        dedupe_key=f"gift_received:{gift.uid}",
        now=now,
        antenna_id=gift.to_antenna_id,
        params={"gift": str(gift.uid)},
    )


def _holder(session: Session, antenna_id: int, member: Member | None) -> Holder:
    antenna = session.get_one(Antenna, antenna_id)
    if member is None:
        return Holder(antenna.book_id, antenna.pot_account_id)
    if member.account_id is None:
        raise ValueError("a present member has an account")
    return Holder(antenna.book_id, member.account_id)


def _cause(session: Session, gift: Gift, deed: str, kind: TransferKind, actor: Actor, now: datetime) -> Cause:
    antenna = session.get_one(Antenna, gift.from_antenna_id)
    other = session.get_one(Antenna, gift.to_antenna_id)
    today = local_day(now, antenna.timezone)
    closed = closed_through(session, {antenna.book_id, other.book_id})
    done_on, concerns_on = booking_day(gift.done_on, closed, today)
    return Cause(
        key=uuid.uuid5(gift.uid, deed),
        kind=kind,
        done_on=done_on,
        actor_id=actor.person_id,
        concerns_on=concerns_on,
    )
