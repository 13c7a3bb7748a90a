"""The two databases: how a connection is opened so that what is acknowledged is never lost.

SQLite: foreign keys and recursive triggers on, our own BEGIN (IMMEDIATE for writers), the journal
that is safe for this build, and what is deleted is written over. PostgreSQL: refuse to work where a
commit may be lost, and don't wait for a server that has fallen silent.
"""

import logging
import sqlite3
import time
from functools import partial
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DataError, InterfaceError, InvalidatePoolError, OperationalError

from timebank.answering import Door

logger = logging.getLogger("timebank.database")

BUSY_TIMEOUT_MS = 15_000
RESTED_SECONDS = 1
"""A connection that wasn't used for so long is asked whether its server is still there."""
MUST_BE_ON = ("fsync", "full_page_writes", "synchronous_commit")


class UnsafeDatabaseError(RuntimeError):
    """The database may lose or corrupt what it acknowledged; the message says what to change."""


def journal_for(version: tuple[int, int, int]) -> tuple[str, str]:
    """(journal_mode, synchronous) for this SQLite.

    In WAL mode 3.7.0 to 3.51.2 can corrupt a file when a checkpoint races a commit (fixed in
    3.51.3, and in 3.50.7 and 3.44.6): those get a rollback journal with EXTRA, others WAL with FULL.
    """
    fixed = (
        version >= (3, 51, 3)
        or (3, 50, 7) <= version < (3, 51, 0)
        or (3, 44, 6) <= version < (3, 45, 0)
        or version < (3, 7, 0)
    )
    return ("WAL", "FULL") if fixed else ("DELETE", "EXTRA")


def prepare_engine(engine: Engine) -> None:
    """Set an engine's connections up, once; call it before the first connection."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "do_connect", Door().connect)
        event.listen(engine, "connect", _check_postgresql)
        event.listen(engine, "checkin", _lay_down)
        event.listen(engine, "checkout", partial(_wake_up, engine))


def check_engine(engine: Engine) -> None:
    """Refuse to start on an unsafe database.

    One that doesn't answer is no reason not to start: a server that comes back after its own
    restart is checked at the first connection, as each one is, and ``/readyz`` tells meanwhile.

    Raises:
        UnsafeDatabaseError: naming every setting of PostgreSQL that can lose a commit.
    """
    if engine.dialect.name != "postgresql":
        return
    try:
        engine.connect().close()
    except (OperationalError, InterfaceError):
        logger.warning("the database doesn't answer yet")


def _check_postgresql(connection: Any, _record: Any) -> None:
    connection.autocommit = True  # nothing begins here that would have to be ended
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"current_setting('{name}')" for name in MUST_BE_ON))
        found = dict(zip(MUST_BE_ON, cursor.fetchone(), strict=True))
    connection.autocommit = False
    unsafe = [name for name, value in found.items() if value not in {"on", "remote_write", "remote_apply"}]
    if unsafe:
        raise UnsafeDatabaseError(
            "PostgreSQL can lose what it acknowledged: set "
            + ", ".join(f"{name} = on" for name in unsafe)
            + "."
        )


def _lay_down(_connection: Any, record: Any) -> None:
    record.info["rested_since"] = time.monotonic()


def _wake_up(engine: Engine, connection: Any, record: Any, _proxy: Any) -> None:
    """After a restart of the server all connections are made anew, instead of the first requests failing.

    To ask each time, as the pool itself would, takes longer than it takes to read a row.
    """
    if time.monotonic() - record.info.get("rested_since", time.monotonic()) < RESTED_SECONDS:
        return
    try:
        engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    journal, synchronous = journal_for(sqlite3.sqlite_version_info)
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        f"journal_mode = {journal}",
        f"synchronous = {synchronous}",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        "secure_delete = ON",  # what was erased is written over, here and so in every copy of the file
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once, so that two of them never wait for each other's upgrade."""
    read_only = connection.get_execution_options().get("timebank_read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def run_script(connection: Connection, script: str) -> None:
    """Run a script of SQL statements; SQLite takes them one by one, a trigger's body as a whole."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(script)
        return
    statement = ""
    for line in script.splitlines():
        if not statement and (not line.strip() or line.startswith("--")):
            continue
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            connection.exec_driver_sql(statement)
            statement = ""


def is_number_too_large(error: Exception) -> bool:
    """Whether a query asked for a number beyond what the database can hold: there is no such row."""
    if isinstance(error, OverflowError):
        return "SQLite INTEGER" in str(error)
    return isinstance(error, DataError) and getattr(error.orig, "sqlstate", "") == "22003"
