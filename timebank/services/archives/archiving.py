"""Everything of one antenna as rows, to be kept outside of this installation or taken to another one.

The rows are read in one snapshot, some thousands at a time. Of other antennas there is only what the
antenna's own rows name (``archive_scope.ELSEWHERE``).
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, case, null, select, text
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import SYSTEM, Actor, may_see_books, require, require_full_rights
from timebank.ledger.model import Book
from timebank.models.antenna import Antenna
from timebank.services.archives.archive_scope import ELSEWHERE, HELD, OMITTED, Scope, table
from timebank.services.audit import write_down
from timebank.services.signing_in.passwords import is_own_password

BATCH = 1000
FORMAT = "timebank-archive-1"


class ArchiveError(TimebankError):
    """An archive that can't be read or restored, or an installation that can't take one in."""

    code = "archive_unreadable"
    message = "This file isn't an archive of an antenna, or it is broken."
    status = 422


@dataclass(frozen=True)
class ArchiveFacts:
    """Of whom and when an archive is. ``schema`` is the newest migration; ``seq`` and ``head`` prove its books."""

    antenna_uid: str
    slug: str
    name: str
    made_at: datetime
    schema: str
    seq: int
    head: str


@dataclass(frozen=True)
class ArchiveTable:
    """One table's rows, as often as they are asked for. ``elsewhere``: what is kept of other antennas.

    A row maps each column to what JSON knows: days, moments and keys as text, bytes as hexadecimal digits.
    """

    name: str
    elsewhere: bool
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[dict[str, Any]]]


@dataclass(frozen=True)
class Archive:
    """An antenna to be written down, or one that was read: tables in the order in which they are restored."""

    facts: ArchiveFacts
    tables: tuple[ArchiveTable, ...]


def allow_archive(session: Session, antenna_id: int, password: str, *, actor: Actor, now: datetime) -> None:
    """Let the actor take the archive along, who types their own password once more; it is written down.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
        InvalidInputError: code ``own_password_wrong``.
    """
    require(may_see_books(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    if not is_own_password(session, actor.person_id, password):
        raise InvalidInputError("own_password_wrong", "This isn't your password.", field="password")
    write_down(session, "export_archive", actor=actor, now=now, antenna_id=antenna_id)


def archive_of(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> Archive:
    """Everything of an antenna, as of this session's snapshot.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator or treasurer here, nor the operator's shell.
    """
    if actor is not SYSTEM:
        require(may_see_books(actor, antenna_id), actor, antenna_id)
    antenna = session.get_one(Antenna, antenna_id)
    book = session.get_one(Book, antenna.book_id)
    take_time(session)
    scope = Scope(antenna.id, antenna.book_id)
    facts = ArchiveFacts(
        antenna_uid=str(antenna.uid),
        slug=antenna.slug,
        name=antenna.name,
        made_at=now,
        schema=schema_of(session),
        seq=book.seq,
        head=book.head.hex(),
    )
    return Archive(facts, tuple(_tables(session, scope)))


def take_time(session: Session) -> None:
    """Let PostgreSQL take as long as it needs in this transaction, and remember which rows are the antenna's.

    What rows belong to is asked by the ids of others. A set of those that doesn't fit into ``work_mem``
    (4 MB: some 50,000) is searched from its beginning for each row, and the time grows with the square.
    To compile these long questions takes longer than to answer them.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL statement_timeout = 0"))
        session.execute(text("SET LOCAL work_mem = '256MB'"))
        session.execute(text("SET LOCAL jit = off"))


def schema_of(session: Session) -> str:
    """The newest migration of this database; an archive is restored into the same one."""
    return str(session.scalar(text("SELECT version_num FROM alembic_version")) or "")


def _tables(session: Session, scope: Scope) -> Iterator[ArchiveTable]:
    for name in HELD:
        if name in ELSEWHERE:
            yield _table(session, name, _elsewhere(scope, name), elsewhere=True)
        yield _table(session, name, _held(scope, name), elsewhere=False)


def _table(session: Session, name: str, query: Select[Any], *, elsewhere: bool) -> ArchiveTable:
    columns = tuple(query.selected_columns.keys())

    def rows() -> Iterator[dict[str, Any]]:
        found = session.execute(query.execution_options(yield_per=BATCH))
        for row in found.mappings():
            yield {column: _plain(row[column]) for column in columns}

    return ArchiveTable(name, elsewhere, columns, rows)


def _held(scope: Scope, name: str) -> Select[Any]:
    columns = []
    for column in table(name).columns:
        if column.name in OMITTED.get(name, ()):
            continue
        foreign = scope.foreign(name, column.name)
        columns.append(
            column if foreign is None else case((foreign, null()), else_=column).label(column.name)
        )
    return select(*columns).where(scope.held(name)).order_by(*table(name).primary_key.columns)


def _elsewhere(scope: Scope, name: str) -> Select[Any]:
    columns = [table(name).c[column] for column in ELSEWHERE[name]]
    return select(*columns).where(scope.elsewhere(name)).order_by(*table(name).primary_key.columns)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, uuid.UUID) else value


def rows_of(archive: Archive, name: str, *, elsewhere: bool = False) -> Iterator[dict[str, Any]]:
    """The rows of one table of an archive.

    Raises:
        ArchiveError: it holds no such table.
    """
    for each in archive.tables:
        if (each.name, each.elsewhere) == (name, elsewhere):
            return each.rows()
    raise ArchiveError
