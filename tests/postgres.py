"""A real PostgreSQL for tests: given by a URL, Debian's, or the one that pip installs.

``shared_cluster()`` is one server for all workers of a test run, in memory where there is room.
``own_cluster()`` is one's own, on disk and durable, to be stopped, killed and started again.
fsync, full_page_writes and synchronous_commit are always on: without them the app doesn't start.
"""

import contextlib
import fcntl
import os
import secrets
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tests.postgres_server import PostgresServer, process_alive, run_client

GIVEN_URL = "TIMEBANK_TEST_POSTGRES_URL"
ROOM_IN_MEMORY_BYTES = 700_000_000


class PostgresCluster:
    """A running server and the databases that were made on it.

    ``server`` is None when the server was given by a URL: that one can't be stopped or killed.
    """

    def __init__(self, admin_url: str, server: PostgresServer | None = None) -> None:
        self.admin_url = admin_url
        self.server = server
        self._made: list[str] = []

    def url_of(self, database: str) -> str:
        """The URL of one database, as TIMEBANK_DATABASE_URL takes it."""
        return f"{self.admin_url.rpartition('/')[0]}/{database}"

    def create_database(self, *, template: str | None = None, name: str | None = None) -> str:
        """Make an empty database, or a copy of ``template`` (its name); its URL."""
        name = name or f"t_{secrets.token_hex(6)}"
        with self._admin() as admin:
            if template is not None:
                _close_connections(admin, template)
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(statement.format(sql.Identifier(name), sql.Identifier(template or "template0")))
        self._made.append(name)
        return self.url_of(name)

    def drop_database(self, url: str) -> None:
        """Remove the database behind ``url``, also from under open connections."""
        name = url.rpartition("/")[2]
        with self._admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        self._made = [each for each in self._made if each != name]

    def template(self, name: str, build: Callable[[str], None], *, template: str | None = None) -> str:
        """The name of a database that ``build(url)`` filled, once for all workers: for ``template=``.

        It starts empty, or as a copy of another ``template``.
        """
        with self._admin() as admin:
            admin.execute("SELECT pg_advisory_lock(hashtext(%s))", (name,))
            if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                return name
            unfinished = f"{name}_unfinished"
            self.drop_database(self.url_of(unfinished))
            build(self.create_database(template=template, name=unfinished))
            _close_connections(admin, unfinished)
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            admin.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))
        self._made = [each for each in self._made if each != unfinished]
        if self.server is None:
            self._made.append(name)
        return name

    def dump(self, url: str, file: Path) -> None:
        """Back the database behind ``url`` up into ``file``, in pg_dump's custom format."""
        run_client("pg_dump", "--format=custom", "--dbname", url, "--file", str(file))

    def restore(self, file: Path) -> str:
        """Put a backup back into a new database; its URL."""
        url = self.create_database()
        run_client("pg_restore", "--exit-on-error", "--no-owner", "--dbname", url, str(file))
        return url

    def start(self) -> None:
        """Start the server again after ``stop`` or ``kill9``; wait until it answers."""
        self._own_server().start()

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: smart, fast, or immediate (which recovers like a crash at the next start)."""
        self._own_server().stop(mode)

    def kill9(self) -> None:
        """SIGKILL the server and all its children at once, as a power cut for processes."""
        self._own_server().kill9()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Nothing of the server moves during the block, as when its machine hangs."""
        self._own_server().freeze()
        try:
            yield
        finally:
            self._own_server().thaw()

    def drop_what_was_made(self) -> None:
        """Remove this object's databases from a server that stays."""
        for name in list(self._made):
            self.drop_database(self.url_of(name))

    def _own_server(self) -> PostgresServer:
        if self.server is None:
            raise RuntimeError(f"the server of {GIVEN_URL} isn't ours to stop; use own_cluster()")
        return self.server

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(self.admin_url, autocommit=True, connect_timeout=10)


def _close_connections(admin: psycopg.Connection, database: str) -> None:
    """A database can be copied or renamed only while nobody is connected to it."""
    admin.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE datname = %s AND pid <> pg_backend_pid()",
        (database,),
    )


@contextmanager
def own_cluster(*, durable: bool = True, **settings: str) -> Iterator[PostgresCluster]:
    """A server of one's own, removed at the end; ``settings`` go into postgresql.conf.

    Durable: its files are on disk. Otherwise in memory where there is room, which is faster.
    """
    folder = Path(tempfile.mkdtemp(prefix="timebank-pg-", dir=_disk() if durable else _fast_place()))
    server = PostgresServer(folder)
    try:
        server.create(settings)
        server.start()
        yield PostgresCluster(server.admin_url, server)
    finally:
        server.remove()


@contextmanager
def shared_cluster() -> Iterator[PostgresCluster]:
    """The run's one server; the first worker starts it and the last one out removes it."""
    if given := os.environ.get(GIVEN_URL):
        cluster = PostgresCluster(given)
        try:
            yield cluster
        finally:
            cluster.drop_what_was_made()
        return
    _remove_forgotten()
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex
    folder = _fast_place() / f"timebank-pg-shared-{run[:16]}"
    user = folder.with_suffix(f".user-{os.getpid()}-{secrets.token_hex(3)}")
    server = PostgresServer(folder)
    with _locked(folder):
        user.touch()
        if not folder.exists():
            folder.mkdir()
            server.create({"max_connections": "120"})
            server.start()
    try:
        yield PostgresCluster(server.admin_url, server)
    finally:
        with _locked(folder):
            user.unlink()
            if not list(folder.parent.glob(f"{folder.name}.user-*")):
                server.remove()
                folder.with_suffix(".lock").unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove_forgotten() -> None:
    """Stop servers whose test processes were killed before they could."""
    for folder in _fast_place().glob("timebank-pg-shared-*"):
        if not folder.is_dir():
            continue
        users = list(folder.parent.glob(f"{folder.name}.user-*"))
        if not users or any(process_alive(int(user.name.rsplit("-", 2)[-2])) for user in users):
            continue
        PostgresServer(folder).remove()
        for leftover in (*users, folder.with_suffix(".lock")):
            leftover.unlink(missing_ok=True)


def _fast_place() -> Path:
    memory = Path("/dev/shm")
    with contextlib.suppress(OSError):
        if os.statvfs(memory).f_flag & os.ST_NOEXEC:
            return _disk()
        if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_IN_MEMORY_BYTES:
            return memory
    return _disk()


def _disk() -> Path:
    return Path(tempfile.gettempdir())
