"""Reading the books: balances, statements, entries. Each answer takes a fixed number of statements.

An *entry* is one side of a transfer in one account: minutes are positive where the account was
credited (gave time) and negative where it was debited (got help).
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind

T = Transfer.__table__.c
BIG = 2**62


@dataclass(frozen=True)
class Balance:
    """An account's minutes and the version of its newest entry."""

    minutes: int
    version: int


@dataclass(frozen=True)
class Cursor:
    """Where a page of a statement ends: the last line's day and version, and the balance before it."""

    done_on: date
    version: int
    balance_minutes: int


@dataclass(frozen=True)
class EntryLine:
    """One entry. ``balance_minutes`` is the balance after it, in the order of the list it stands in."""

    book_id: int
    seq: int
    key: uuid.UUID
    version: int
    other_account_id: int
    minutes: int
    balance_minutes: int
    kind: TransferKind
    done_on: date
    concerns_on: date | None
    recorded_at: datetime
    memo: str
    actor_id: int
    reverses_seq: int | None
    pair_id: uuid.UUID | None


@dataclass(frozen=True)
class Moved:
    """Minutes that an account was credited and debited over some time."""

    given_minutes: int
    received_minutes: int


NOTHING = Moved(0, 0)


@dataclass(frozen=True)
class StatementPage:
    """A part of a statement, newest first. Opening and closing are those of the whole period."""

    opening_minutes: int
    closing_minutes: int
    given_minutes: int
    received_minutes: int
    lines: tuple[EntryLine, ...]
    next: Cursor | None


def balance_of(session: Session, account_id: int) -> Balance:
    """The balance now.

    Raises:
        sqlalchemy.exc.NoResultFound: there is no such account.
    """
    row = session.execute(
        select(Account.balance_minutes, Account.version).where(Account.id == account_id)
    ).one()
    return Balance(*row)


def balances_of(session: Session, account_ids: Sequence[int]) -> dict[int, int]:
    """The balances of these accounts, in one statement."""
    rows = session.execute(
        select(Account.id, Account.balance_minutes).where(Account.id.in_(list(account_ids)))
    )
    return {row[0]: row[1] for row in rows}


def transfer_by_key(session: Session, key: uuid.UUID) -> Transfer | None:
    """The transfer that was posted under this key."""
    return session.scalar(select(Transfer).where(Transfer.id == key))


def entries_of(
    session: Session, account_id: int, *, limit: int = 50, before_version: int | None = None
) -> tuple[EntryLine, ...]:
    """The newest entries in the order they were recorded, with the balances stored on them.

    A page costs the same at any depth: it is found by (account, version).
    """
    sides = []
    for credited in (False, True):
        version = T.credit_version if credited else T.debit_version
        query = _side(account_id, credited=credited).where(version < (before_version or BIG))
        sides.append(query.order_by(version.desc()).limit(limit).subquery())
    both = union_all(*(select(side) for side in sides)).subquery()
    rows = session.execute(select(both).order_by(both.c.version.desc()).limit(limit))
    return tuple(_line(row) for row in rows)


def statement_of(
    session: Session,
    account_id: int,
    *,
    start: date | None = None,
    end: date | None = None,
    limit: int = 50,
    after: Cursor | None = None,
    through_version: int | None = None,
) -> StatementPage:
    """A page of the statement of the days ``start`` to ``end`` (both included), by day, newest first.

    At most four statements, and none that grows with the account: its sums since ever are kept, what
    was later is taken off them, and only a period with a start of its own is added up. With
    ``through_version`` it is as if nothing had come after that entry, and all up to it is added up.
    """
    last = BIG if through_version is None else through_version
    ever = _moved_ever(session, account_id) if through_version is None else _moved(session, account_id, last)
    later = NOTHING if end is None else _moved(session, account_id, last, T.done_on > end)
    until = Moved(ever.given_minutes - later.given_minutes, ever.received_minutes - later.received_minutes)
    days = T.done_on.between(start, end or date.max)
    period = until if start is None else _moved(session, account_id, last, days)
    closing = until.given_minutes - until.received_minutes
    opening = closing - period.given_minutes + period.received_minutes
    lines = _page(session, account_id, (start, end), last, limit + 1, after)
    running = closing if after is None else after.balance_minutes
    numbered: list[EntryLine] = []
    for line in lines[:limit]:
        numbered.append(replace(line, balance_minutes=running))
        running -= line.minutes
    more = len(lines) > limit
    oldest = numbered[-1] if numbered else None
    return StatementPage(
        opening_minutes=opening,
        closing_minutes=closing,
        given_minutes=period.given_minutes,
        received_minutes=period.received_minutes,
        lines=tuple(numbered),
        next=Cursor(oldest.done_on, oldest.version, running) if more and oldest else None,
    )


def trial_balance(session: Session, book_id: int | None = None) -> dict[AccountKind, int]:
    """The sum of balances for each kind of account; over all kinds it is 0."""
    query = select(Account.kind, func.coalesce(func.sum(Account.balance_minutes), 0)).group_by(Account.kind)
    if book_id is not None:
        query = query.where(Account.book_id == book_id)
    return {kind: int(total) for kind, total in session.execute(query)}


def reversed_by(session: Session, keys: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """For transfers (book id, seq): the seq of the reversal that took them back, where there is one."""
    if not keys:
        return {}
    books: dict[int, list[int]] = {}
    for book_id, seq in keys:
        books.setdefault(book_id, []).append(seq)
    clauses = [and_(T.book_id == book_id, T.reverses_seq.in_(seqs)) for book_id, seqs in books.items()]
    rows = session.execute(select(T.book_id, T.reverses_seq, T.seq).where(or_(*clauses)))
    return {(book_id, reverses_seq): seq for book_id, reverses_seq, seq in rows}


def _side(account_id: int, *, credited: bool) -> Select[Any]:
    """One side of an account's transfers, as entries."""
    own = T.credit_account_id if credited else T.debit_account_id
    return select(
        T.book_id,
        T.seq,
        T.id.label("key"),
        (T.credit_version if credited else T.debit_version).label("version"),
        (T.debit_account_id if credited else T.credit_account_id).label("other_account_id"),
        (T.minutes if credited else -T.minutes).label("minutes"),
        (T.credit_balance_minutes if credited else T.debit_balance_minutes).label("balance_minutes"),
        T.kind,
        T.done_on,
        T.concerns_on,
        T.recorded_at,
        func.coalesce(T.memo, literal("")).label("memo"),
        T.actor_id,
        T.reverses_seq,
        T.pair_id,
    ).where(own == account_id)


def _page(
    session: Session,
    account_id: int,
    days: tuple[date | None, date | None],
    through_version: int,
    limit: int,
    after: Cursor | None,
) -> list[EntryLine]:
    (start, end), sides = days, []
    for credited in (False, True):
        version = T.credit_version if credited else T.debit_version
        query = _side(account_id, credited=credited).where(*_through(version, through_version))
        if start is not None:
            query = query.where(T.done_on >= start)
        if end is not None:
            query = query.where(T.done_on <= end)
        if after is not None:
            earlier = and_(T.done_on == after.done_on, version < after.version)
            query = query.where(T.done_on <= after.done_on, or_(T.done_on < after.done_on, earlier))
        sides.append(query.order_by(T.done_on.desc(), version.desc()).limit(limit).subquery())
    both = union_all(*(select(side) for side in sides)).subquery()
    order = (both.c.done_on.desc(), both.c.version.desc())
    return [_line(row) for row in session.execute(select(both).order_by(*order).limit(limit))]


def _moved_ever(session: Session, account_id: int) -> Moved:
    account = Account.__table__.c
    given, balance = session.execute(
        select(account.given_minutes, account.balance_minutes).where(account.id == account_id)
    ).one()
    return Moved(given, given - balance)


def _through(version: ColumnElement[int], last: int) -> tuple[ColumnElement[bool], ...]:
    """Up to the entry ``last``. No condition where that is none: SQLite would go by it through all of an
    account's entries, instead of through those of the days that are asked for."""
    return () if last == BIG else (version <= last,)


def _moved(session: Session, account_id: int, through_version: int, *days: ColumnElement[bool]) -> Moved:
    sides = ((T.credit_account_id, T.credit_version), (T.debit_account_id, T.debit_version))
    sums = [
        select(func.coalesce(func.sum(T.minutes), 0))
        .where(own == account_id, *_through(version, through_version), *days)
        .scalar_subquery()
        for own, version in sides
    ]
    given, received = session.execute(select(*sums)).one()
    return Moved(int(given), int(received))


def _line(row: Any) -> EntryLine:
    return EntryLine(**row._asdict())
