"""Opening and closing accounts and books, and erasing a transfer's text: no minutes move here."""

import uuid
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError, PeriodClosedError, WrongStateError
from timebank.ledger.chain import EPOCH, GENESIS
from timebank.ledger.model import Account, AccountKind, Book, Transfer


def open_book(session: Session, name: str) -> Book:
    """A new, empty book; its first transfer sets its time."""
    book = Book(name=name, seq=0, head=GENESIS, last_at=EPOCH, closed_through=None)
    session.add(book)
    session.flush()
    return book


def open_account(
    session: Session, book_id: int, kind: AccountKind, *, counterpart_book_id: int | None = None
) -> Account:
    """A new account at 0 in this book."""
    account = Account(
        uid=uuid.uuid4(),
        book_id=book_id,
        kind=kind,
        counterpart_book_id=counterpart_book_id,
        balance_minutes=0,
        version=0,
    )
    session.add(account)
    session.flush()
    return account


def set_refusing_limits(
    session: Session, account_id: int, *, floor_minutes: int | None, ceiling_minutes: int | None
) -> None:
    """From now on refuse what would go beyond; None refuses nothing."""
    session.execute(
        update(Account)
        .where(Account.id == account_id)
        .values(floor_minutes=floor_minutes, ceiling_minutes=ceiling_minutes)
    )


def close_account(session: Session, account_id: int, *, on: date) -> None:
    """Close an account for good.

    Raises:
        WrongStateError: code ``account_not_empty``, it doesn't stand at 0.
    """
    done = session.execute(
        update(Account).where(Account.id == account_id, Account.balance_minutes == 0).values(closed_on=on)
    )
    if getattr(done, "rowcount", 0) != 1:
        raise WrongStateError(
            "account_not_empty", "This account still holds hours. Give them away first.", state="open"
        )


def reopen_account(session: Session, account_id: int) -> None:
    """Take entries on a closed account again: a reversal falls on the account of then."""
    session.execute(update(Account).where(Account.id == account_id).values(closed_on=None))


def close_period(session: Session, book_id: int, *, through: date) -> None:
    """Take no entry dated on or before ``through`` any more.

    Raises:
        PeriodClosedError: the book is closed beyond that day already.
    """
    book = session.scalar(select(Book).where(Book.id == book_id).execution_options(populate_existing=True))
    if book is None:
        raise NotFoundError
    if book.closed_through is not None and through < book.closed_through:
        raise PeriodClosedError(closed_through=book.closed_through)
    session.execute(update(Book).where(Book.id == book_id).values(closed_through=through))


def erase_memo(session: Session, book_id: int, seq: int) -> None:
    """Erase a transfer's text and salt; its hash stays, so the chain still holds."""
    session.execute(
        update(Transfer)
        .where(Transfer.book_id == book_id, Transfer.seq == seq)
        .values(memo=None, memo_salt=None)
    )
