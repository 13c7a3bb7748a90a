"""Taking favours and gifts back whose people have left since, or have another account.

A reversal mirrors its transfer exactly, so it falls on the account of then, closed or not. That account
is opened for it, and what the reversal leaves on it goes on in the same transaction: to the account
that its owner has now or, where they are gone, to or from the pot. Then it is closed again, at 0.
"""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.legs import Holder, Leg
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES
from timebank.ledger.model import Account, Transfer, TransferKind
from timebank.models.favour import Favour, FavourParty, FavourTransfer, Side
from timebank.models.gift import Gift, GiftKind
from timebank.models.member import Member
from timebank.services.books.bookkeeping import (
    CHUNK,
    Cause,
    balance_minutes,
    book_legs,
    close_member_account,
    hold_books,
    open_again,
)
from timebank.services.books.gift_booking import unbook_gift
from timebank.services.giving.favour_booking import unbook_favour
from timebank.services.membership.member_closing import even_out


def take_favour_back(session: Session, favour: Favour, *, actor: Actor, now: datetime) -> None:
    """Post the opposite of all that was booked for this favour, whoever has left since."""
    transfer_ids = [tie.transfer_id for tie in favour.transfers if not tie.reversal]
    opened = open_for_reversal(session, transfer_ids)
    unbook_favour(session, favour, actor=actor, now=now)
    close_after_reversal(session, opened, actor=actor, now=now)


def take_gift_back(session: Session, gift: Gift, *, actor: Actor, now: datetime) -> None:
    """Post the opposite of all that was booked for this gift, whoever has left since."""
    transfer_ids = [tie.transfer_id for tie in gift.transfers if not tie.reversal]
    opened = _open_for_gift(session, gift, transfer_ids)
    unbook_gift(session, gift, actor=actor, now=now)
    close_after_reversal(session, opened, actor=actor, now=now)


def _open_for_gift(session: Session, gift: Gift, transfer_ids: Sequence[uuid.UUID]) -> dict[int, Member]:
    sides = ((gift.from_member, Transfer.debit_account_id), (gift.to_member, Transfer.credit_account_id))
    owners: dict[int, Member] = {}
    for owner, column in sides:
        closed = (
            select(Account.id)
            .join(Transfer, column == Account.id)
            .where(Transfer.id.in_(transfer_ids), Account.closed_on.is_not(None))
        )
        if owner is not None:
            owners |= dict.fromkeys(session.scalars(closed), owner)
    if owners:
        hold_books(session, _books_of(session, transfer_ids))
    for account_id in sorted(owners):
        open_again(session, account_id)
    return owners


def open_for_reversal(session: Session, transfer_ids: Sequence[uuid.UUID]) -> dict[int, Member]:
    """Open the closed accounts on which reversals of these transfers fall; each with whose it was.

    Nobody else posts in their books until this transaction ends.
    """
    owners: dict[int, Member] = {}
    closed = _closed_sides(session, transfer_ids)
    if closed:
        hold_books(session, _books_of(session, transfer_ids))
    for account, favour_id, side in closed:
        if account.id not in owners:
            owners[account.id] = _owner(session, account.id, favour_id, side)
            open_again(session, account.id)
    return owners


def close_after_reversal(session: Session, opened: dict[int, Member], *, actor: Actor, now: datetime) -> None:
    """Let what reversals left on these accounts go on, and close them again."""
    waiting = list(opened.items())
    while waiting:
        account_id, owner = waiting.pop()
        today = local_day(now, owner.antenna.timezone)
        if owner.account_id == account_id:
            even_out(session, owner, GiftKind.CLOSING, None, actor=actor, now=now)
        elif owner.account_id is not None:
            account = session.get_one(Account, owner.account_id)
            if account.closed_on is not None and balance_minutes(session, account_id):
                open_again(session, account.id)
                waiting.append((account.id, owner))
            _carry_over(session, account_id, owner, today, actor=actor, now=now)
        session.expire(session.get_one(Account, account_id))
        close_member_account(session, account_id, on=today)


def _books_of(session: Session, transfer_ids: Sequence[uuid.UUID]) -> set[int]:
    books: set[int] = set()
    for start in range(0, len(transfer_ids), CHUNK):
        part = transfer_ids[start : start + CHUNK]
        books.update(session.scalars(select(Transfer.book_id).where(Transfer.id.in_(part)).distinct()))
    return books


def _closed_sides(session: Session, transfer_ids: Sequence[uuid.UUID]) -> list[tuple[Account, int, Side]]:
    """The closed accounts of these transfers, each with the favour that moved hours there and the side."""
    found: list[tuple[Account, int, Side]] = []
    for start in range(0, len(transfer_ids), CHUNK):
        part = transfer_ids[start : start + CHUNK]
        for side, column in (
            (Side.GIVER, Transfer.credit_account_id),
            (Side.RECEIVER, Transfer.debit_account_id),
        ):
            rows = session.execute(
                select(Account, FavourTransfer.favour_id)
                .join(Transfer, column == Account.id)
                .join(FavourTransfer, FavourTransfer.transfer_id == Transfer.id)
                .where(Transfer.id.in_(part), Account.closed_on.is_not(None))
                .order_by(Account.id)
            )
            found += [(account, favour_id, side) for account, favour_id in rows]
    return sorted(found, key=lambda row: (row[0].book_id, row[0].id))


def _owner(session: Session, account_id: int, favour_id: int, side: Side) -> Member:
    """Whose account it was: who has it still, else who took part on this side and has another now."""
    last = session.scalar(
        select(Member)
        .where(Member.account_id == account_id)
        .order_by(Member.state.in_(PRESENT_STATES).desc(), Member.ended_on.desc(), Member.id)
        .limit(1)
    )
    if last is not None:
        return last
    still = select(Account.id).join(
        Transfer, or_(Transfer.debit_account_id == Account.id, Transfer.credit_account_id == Account.id)
    )
    there = still.join(FavourTransfer, FavourTransfer.transfer_id == Transfer.id).where(
        FavourTransfer.favour_id == favour_id
    )
    return session.scalars(
        select(Member)
        .join(FavourParty, FavourParty.member_id == Member.id)
        .where(
            FavourParty.favour_id == favour_id,
            FavourParty.side == side,
            Member.account_id.not_in(there),
        )
        .order_by(Member.id)
        .limit(1)
    ).one()


def _carry_over(
    session: Session, account_id: int, owner: Member, today: date, *, actor: Actor, now: datetime
) -> None:
    """Bring what stands on an account of then to the one that its owner has now."""
    balance = balance_minutes(session, account_id)
    if not balance or owner.account_id is None:
        return
    book_id = owner.antenna.book_id
    then, since = Holder(book_id, account_id), Holder(book_id, owner.account_id)
    leg = Leg(then, since, balance) if balance > 0 else Leg(since, then, -balance)
    cause = Cause(key=uuid.uuid4(), kind=TransferKind.MOVE, done_on=today, actor_id=actor.person_id)
    book_legs(session, [leg], cause, now=now)
