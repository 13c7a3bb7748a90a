"""The books' side of a favour: its legs posted once, and taken back by their opposites.

The keys of its transfers derive from the favour, so the books refuse to take one favour twice.
"""

import uuid
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import LimitError
from timebank.domain.legs import Holder, legs_of
from timebank.domain.permissions import Actor
from timebank.domain.rules import Rules
from timebank.domain.states import FavourState
from timebank.ledger.model import Book, TransferKind
from timebank.ledger.orders import Posting
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, FavourTransfer, Side
from timebank.models.member import Member
from timebank.orm import table_of
from timebank.services.books.bookkeeping import Cause, book_legs, take_back
from timebank.services.giving.terms import Terms
from timebank.services.holding import hold_members

TIE = insert(table_of(FavourTransfer)).inline()


def book_favour(session: Session, favour: Favour, terms: Terms, *, actor: Actor, now: datetime) -> None:
    """Post the favour's legs; a favour without hours moves nothing.

    A favour of a closed period is dated today and names the day that it concerns.

    Raises:
        LimitError, PeriodClosedError, AccountClosedError: the books refuse it.
    """
    if not favour.with_hours:
        return
    if favour.for_antenna:
        _check_antenna_work(session, favour, terms.rules)
    pot = Holder(terms.home.book_id, terms.home.pot_account_id)
    legs = legs_of(
        [_holder(terms, m) for m in favour.givers],
        [_holder(terms, m) for m in favour.receivers],
        pot,
        favour.minutes,
        favour.group_mode,
    )
    books = {holder.book_id for leg in legs for holder in (leg.debit, leg.credit)}
    today = local_day(now, terms.home.timezone)
    done_on, concerns_on = booking_day(favour.done_on, terms.closed_through(books), today)
    cause = Cause(
        key=uuid.uuid5(favour.uid, "book"),
        kind=TransferKind.ANTENNA_WORK if favour.for_antenna else TransferKind.FAVOUR,
        done_on=done_on,
        actor_id=actor.person_id,
        concerns_on=concerns_on,
    )
    _tie(session, favour, book_legs(session, legs, cause, now=now), reversal=False)


def unbook_favour(session: Session, favour: Favour, *, actor: Actor, now: datetime) -> None:
    """Post the opposite of everything that was booked for this favour and isn't taken back yet."""
    booked = [t.transfer_id for t in favour.transfers if not t.reversal]
    if not booked or any(t.reversal for t in favour.transfers):
        return
    antenna = session.get_one(Antenna, favour.antenna_id)
    books = {t.book_id for t in favour.transfers}
    today = local_day(now, antenna.timezone)
    done_on, concerns_on = booking_day(favour.done_on, closed_through(session, books), today)
    cause = Cause(
        key=uuid.uuid5(favour.uid, "take-back"),
        kind=TransferKind.REVERSAL,
        done_on=done_on,
        actor_id=actor.person_id,
        concerns_on=concerns_on,
    )
    _tie(session, favour, take_back(session, booked, cause, now=now), reversal=True)


def closed_through(session: Session, book_ids: set[int]) -> date | None:
    """The last day that one of these books has closed."""
    book = table_of(Book).c
    newest: date | None = session.scalar(select(func.max(book.closed_through)).where(book.id.in_(book_ids)))
    return newest


def booking_day(done_on: date, closed: date | None, today: date) -> tuple[date, date | None]:
    """(day to book under, day it concerns): today where ``done_on`` is closed."""
    if closed is None or done_on > closed:
        return done_on, None
    return today, done_on


def _holder(terms: Terms, member: Member) -> Holder:
    if member.account_id is None:
        raise ValueError("a present member has an account")
    return Holder(terms.books[member.antenna_id].book_id, member.account_id)


def _tie(session: Session, favour: Favour, postings: list[Posting], *, reversal: bool) -> None:
    """The ties are read again when someone asks for them: most often nobody does."""
    rows = [
        {
            "favour_id": favour.id,
            "transfer_id": p.key,
            "book_id": p.book_id,
            "seq": p.seq,
            "reversal": reversal,
        }
        for p in postings
    ]
    session.execute(TIE, rows[0] if len(rows) == 1 else rows)
    session.expire(favour, ["transfers"])


def _check_antenna_work(session: Session, favour: Favour, rules: Rules) -> None:
    """The pot pays each giver's antenna work up to the antenna's minutes a month."""
    hold_members(session, [member.id for member in favour.givers])
    month_start = favour.done_on.replace(day=1)
    next_month = date(month_start.year + month_start.month // 12, month_start.month % 12 + 1, 1)
    for member in favour.givers:
        earlier = session.scalar(
            select(func.coalesce(func.sum(Favour.minutes), 0))
            .join(FavourParty, FavourParty.favour_id == Favour.id)
            .where(
                FavourParty.member_id == member.id,
                FavourParty.side == Side.GIVER,
                Favour.for_antenna.is_(True),
                Favour.state == FavourState.CONFIRMED,
                Favour.done_on >= month_start,
                Favour.done_on < next_month,
                Favour.id != favour.id,
            )
        )
        if (earlier or 0) + favour.minutes > rules.antenna_work_monthly_minutes:
            raise LimitError(
                "antenna_work_limit",
                "The pot gives at most {minutes} minutes a month for antenna work to one person.",
                minutes=rules.antenna_work_monthly_minutes,
            )
