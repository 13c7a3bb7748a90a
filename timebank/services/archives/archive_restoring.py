"""Taking an antenna's archive into a fresh installation, so that nothing in it is another than it was.

Every row keeps its id: the hashes of the books cover ids, and the audit names them. That is why the
installation must be empty. Nothing is kept unless the books prove whole at the end.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, LargeBinary, Table, Uuid, bindparam, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.permissions import SYSTEM
from timebank.domain.states import MemberState
from timebank.ledger import restoring
from timebank.ledger.model import Account, Book, TransferKind
from timebank.ledger.orders import TransferOrder
from timebank.ledger.proof import check_books
from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.models.notice import NoticeState
from timebank.orm import UtcDateTime, insert_rows, table_of
from timebank.services.archives.archive_scope import ELSEWHERE, HELD, table
from timebank.services.archives.archiving import Archive, ArchiveError, rows_of, schema_of, take_time
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import book_orders
from timebank.services.books.causes import check_causes

CHUNK = 1000
LEDGER = frozenset({"book", "account", "limit_change", "period_closing", "transfer"})
TIES = frozenset({"favour_transfer", "gift_transfer"})

Row = dict[str, Any]
Places = dict[tuple[int, int], int]
"""(book, number it had) -> number it has now, for transfers of other antennas: their books begin anew."""


def restore_antenna(session: Session, archive: Archive, *, now: datetime) -> Antenna:
    """Write everything of an archive into an empty database, and prove its books.

    Of other antennas there is what ours names: their halves of transfers stand in books of their own,
    under the names of the people who took part, and their members have left.

    Raises:
        ArchiveError: the installation isn't empty or of another version; the books don't hold, or
            aren't those that were written down.
    """
    _check_fresh(session, archive)
    take_time(session)
    later: list[tuple[str, str, Row]] = []
    try:
        places = _restore_books(session, archive)
        for name in HELD:
            if name not in LEDGER:
                _restore_table(session, archive, name, places, later)
        for name, column, row in later:
            t = table(name)
            session.execute(update(t).where(t.c.id == row["id"]).values({column: row[column]}))
        _give_accounts(session, archive)
    except OperationalError:
        raise  # the disk or the server, not the archive
    except (DBAPIError, KeyError, TypeError, ValueError) as error:
        raise _books_differ() from error
    _prove(session, archive)
    _renumber(session)
    antenna = session.scalars(select(Antenna).where(Antenna.uid == UUID(archive.facts.antenna_uid))).one()
    write_down(
        session, "import_archive", actor=SYSTEM, now=now, antenna_id=antenna.id, channel=Channel.IMPORT
    )
    session.flush()
    return antenna


def _check_fresh(session: Session, archive: Archive) -> None:
    ours = schema_of(session)
    if archive.facts.schema != ours:
        raise ArchiveError(
            "archive_version",
            "This archive was made by another version. It needs the tables of {theirs}, these are {ours}.",
            theirs=archive.facts.schema,
            ours=ours,
        )
    if any(session.scalar(select(func.count()).select_from(each)) for each in (Antenna, Book, Person)):
        raise ArchiveError("archive_not_empty", "An archive goes into an empty database. This one isn't.")


def _restore_books(session: Session, archive: Archive) -> Places:
    """All books and accounts at 0, then our transfers as they stood, then those of other antennas anew."""
    for elsewhere in (False, True):
        for row in _read(archive, "book", elsewhere=elsewhere):
            restoring.open_restored_book(session, row)
    for elsewhere in (False, True):
        for chunk in _chunks(_read(archive, "account", elsewhere=elsewhere)):
            restoring.open_restored_accounts(session, chunk)
    for book in _read(archive, "book"):
        restoring.restore_transfers(
            session,
            book["id"],
            _read(archive, "transfer"),
            limits=_read(archive, "limit_change"),
            closings=_read(archive, "period_closing"),
        )
    restoring.close_restored_accounts(session, _read(archive, "account"))
    places: Places = {}
    for row in _read(archive, "transfer", elsewhere=True):
        reverses = row["reverses_seq"] and places[row["book_id"], row["reverses_seq"]]
        order = TransferOrder(
            key=row["id"],
            book_id=row["book_id"],
            debit_account_id=row["debit_account_id"],
            credit_account_id=row["credit_account_id"],
            minutes=row["minutes"],
            kind=TransferKind(row["kind"]),
            done_on=row["done_on"],
            actor_id=row["actor_id"],
            pair_id=row["pair_id"],
            reverses_seq=reverses,
            concerns_on=row["concerns_on"],
        )
        (posting,) = book_orders(session, [order], now=row["recorded_at"])
        places[row["book_id"], row["seq"]] = posting.seq
    return places


def _restore_table(
    session: Session, archive: Archive, name: str, places: Places, later: list[tuple[str, str, Row]]
) -> None:
    t = table(name)
    own = [column.name for column in t.columns for key in column.foreign_keys if key.column.table is t]
    for elsewhere in (True, False) if name in ELSEWHERE else (False,):
        for chunk in _chunks(_read(archive, name, elsewhere=elsewhere)):
            for row in chunk:
                _fill(name, row, places, elsewhere=elsewhere)
                for column in own:
                    if row[column] is not None and row[column] > row["id"]:
                        later.append((name, column, dict(row)))
                        row[column] = None
            _insert(session, t, chunk)


def _insert(session: Session, t: Table, rows: list[Row]) -> None:
    """Rows of other antennas lack columns, which are given what a new row would have."""
    if rows[0].keys() == set(t.columns.keys()):
        insert_rows(session, t, rows)
    else:
        session.execute(insert(t), rows)


def _fill(name: str, row: Row, places: Places, *, elsewhere: bool) -> None:
    """What a row is given on its way in, beside what the archive says."""
    if name in TIES:
        row["seq"] = places.get((row["book_id"], row["seq"]), row["seq"])
    elif name == "notice" and row["state"] == NoticeState.WAITING:
        row["state"] = NoticeState.STOPPED  # where it was made, it may have been told since
    elif name == "person" and elsewhere:
        row["preferred_channel"] = ContactChannel.PHONE
    elif name == "member" and row["account_id"] is not None:
        # Who share an account today may have agreed for one another before they did: the guard of
        # favour_confirmation asks for today's accounts, so they get theirs when all that is written.
        row["state"], row["account_id"] = MemberState.APPLIED, None


def _give_accounts(session: Session, archive: Archive) -> None:
    """Give members their accounts and states; who belongs to another antenna has left this installation."""
    t = table("member")
    statement = (
        update(t)
        .where(t.c.id == bindparam("key"))
        .values(account_id=bindparam("account"), state=bindparam("s"))
    )
    for elsewhere in (True, False):
        held = (row for row in _read(archive, "member", elsewhere=elsewhere) if row["account_id"] is not None)
        for chunk in _chunks(held):
            values = [
                {
                    "key": row["id"],
                    "account": row["account_id"],
                    "s": MemberState.LEFT if elsewhere else MemberState(row["state"]),
                }
                for row in chunk
            ]
            session.execute(statement, values)


def _prove(session: Session, archive: Archive) -> None:
    """The same head, the same balance on every account, and every invariant of the books."""
    if session.get_bind().dialect.name == "postgresql":  # it knows nothing yet of what has just come in
        session.execute(text("ANALYZE"))
    account = table_of(Account)
    for row in _read(archive, "book"):
        book = session.execute(select(table_of(Book)).where(table_of(Book).c.id == row["id"])).one()
        stated = (row["seq"], row["head"], row["closed_through"])
        if (book.seq, bytes(book.head), book.closed_through) != stated:
            raise _books_differ()
    for chunk in _chunks(_read(archive, "account")):
        ids = [row["id"] for row in chunk]
        there = {row.id: row for row in session.execute(select(account).where(account.c.id.in_(ids)))}
        for row in chunk:
            if any(getattr(there[row["id"]], name) != row[name] for name in restoring.MOVED_BY_TRANSFERS):
                raise _books_differ()
    if check_books(session).faults or check_causes(session):
        raise _books_differ()


def _renumber(session: Session) -> None:
    """PostgreSQL numbers its next rows after the restored ones; SQLite does so by itself."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for name in HELD:
        if "id" not in table(name).primary_key.columns:
            continue
        newest = session.scalar(select(func.max(table(name).c.id)))
        if newest is not None:
            session.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :newest)"),
                {"name": name, "newest": newest},
            )


def _read(archive: Archive, name: str, *, elsewhere: bool = False) -> Iterator[Row]:
    """The rows of a table as its columns hold them."""
    readers = {column.name: _reader(column) for column in table(name).columns}
    for row in rows_of(archive, name, elsewhere=elsewhere):
        yield {key: value if value is None else readers[key](value) for key, value in row.items()}


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    kind = column.type
    if isinstance(kind, UtcDateTime):
        return lambda value: datetime.fromisoformat(value).astimezone(UTC)
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, Uuid):
        return UUID
    return bytes.fromhex if isinstance(kind, LargeBinary) else lambda value: value


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _books_differ() -> ArchiveError:
    return ArchiveError(
        "archive_books_differ", "The books in this archive don't hold. Nothing was taken in: make a new one."
    )
