"""Whether PostgreSQL still answers: one that has fallen silent is found out within seconds.

A server that is frozen, or behind a cable that was pulled, neither answers nor hangs up. Its own
``statement_timeout`` is frozen with it, and TCP sees nothing amiss as long as the other machine's
kernel acknowledges. So a statement that has been silent for a moment asks, by a second connection,
whether the server is there at all: a busy one is waited for on, a silent one is given up.
"""

import time
from collections.abc import Callable, Generator
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

QUIET_SECONDS = 1
"""A statement that hasn't been answered for so long asks whether the server is there."""
CONNECT_SECONDS = 2
"""The server has so long to let a new connection in; libpq takes no less."""
REST_SECONDS = 1
"""After a silence nobody knocks again for so long, or one request would wait several times."""


class SilentServerError(psycopg.OperationalError):
    """The server doesn't answer. What was sent last may still be done when it wakes up."""


def answers(where: str) -> bool:
    """Any answer of the server is a sign of life, also a refusal because it is full or starting."""
    return PGconn.ping(where.encode()) in (Ping.OK, Ping.REJECT)


class WatchedConnection(psycopg.Connection[Any]):
    """A connection on which nothing waits for a server that isn't there."""

    on_silence: Callable[[], None] | None = None

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **kwargs: Any) -> Any:
        """Run one of psycopg's waits, and look after the server while it lasts.

        Raises:
            SilentServerError: the server didn't answer; the connection is closed then.
        """
        return super().wait(self._watched(gen), *args, **kwargs)

    def _watched(self, gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """``gen``, as it is; psycopg resumes it ten times a second with nothing while it waits."""
        looked = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and time.monotonic() - looked > QUIET_SECONDS:
                    self._look()
                    looked = time.monotonic()
                wanted = gen.send(ready)
        except StopIteration as end:
            return end.value

    def _look(self) -> None:
        where = make_conninfo(self.info.dsn, password=self.info.password, connect_timeout=CONNECT_SECONDS)
        if answers(where):
            return
        self.close()
        if self.on_silence is not None:
            self.on_silence()
        raise SilentServerError("the database server doesn't answer")


class Door:
    """Lets an engine's connections in: each is watched, and after a silence there is a rest."""

    def __init__(self) -> None:
        self._rest_until = 0.0

    def connect(self, _dialect: Any, _record: Any, args: list[Any], options: dict[str, Any]) -> Any:
        """A new connection, for SQLAlchemy's ``do_connect``.

        Raises:
            psycopg.OperationalError: there is none to be had, or there was none a moment ago.
        """
        if time.monotonic() < self._rest_until:
            raise SilentServerError("the database server didn't answer a moment ago")
        try:
            connection = WatchedConnection.connect(*args, **options)
        except psycopg.errors.ConnectionTimeout:
            self._rest()
            raise
        connection.on_silence = self._rest
        return connection

    def _rest(self) -> None:
        self._rest_until = time.monotonic() + REST_SECONDS
