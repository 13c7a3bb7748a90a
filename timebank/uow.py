"""The unit of work: the only place that opens sessions and the only one that commits.

``transact`` runs a service and commits once; ``transact_once`` does so under a request key, so that
the same request has one outcome however often it comes; ``reading`` gives one snapshot to read,
``glancing`` a single statement's, and ``reading_file`` a whole database in a file.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import quote

from sqlalchemy import bindparam, create_engine, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from timebank.clock import now as clock_now
from timebank.domain.errors import BusyError, KeyReusedError, TimebankError
from timebank.extensions import db
from timebank.models.request_key import RequestKeyRow
from timebank.orm import table_of

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 8
PATIENCE_SECONDS = 2
"""So long after its start nothing is tried again that waited for a lock: who asks hears within five seconds."""
LOCK_TIMED_OUT = "55P03"
LOST_RACES = frozenset({"40001", "40P01", "23505", "55P03"})
REQUEST_KEY = table_of(RequestKeyRow)
KEPT = select(REQUEST_KEY.c.fingerprint, REQUEST_KEY.c.outcome).where(
    REQUEST_KEY.c.scope == bindparam("scope"), REQUEST_KEY.c.key == bindparam("key")
)
KEEP = insert(REQUEST_KEY)


@dataclass(frozen=True)
class RequestKey:
    """Names one request: who and what (``scope``), its sender's key, and a hash of its content."""

    scope: str
    key: str
    fingerprint: str


@dataclass(frozen=True)
class Outcome:
    """How a request ended. ``body`` is what its first run answered; a refusal is raised instead."""

    body: dict[str, Any]
    replayed: bool


def transact(work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run ``work(session, ...)`` and commit; run it again when it lost a race.

    Raises:
        BusyError: the database couldn't be written to after all attempts.
        OperationalError: the database is away; when it went while committing, the work may be done.
        TimebankError: whatever ``work`` refuses; nothing is written then.
    """

    def once(session: Session) -> T:
        return work(session, *args, **kwargs)

    return _retried(once, under_key=False)


def transact_once(
    request: RequestKey,
    encode: Callable[[T], dict[str, Any]],
    work: Callable[Concatenate[Session, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Outcome:
    """Run ``work`` at most once for ``request``; keep its outcome, refusals too, under the key.

    The key is written with its outcome, in the work's own transaction; what a refused work had
    written is undone before. Of two doubles at the same time one can't write the key: it starts
    again, and finds the other's outcome. A late double of a refused request is refused again,
    even if it would be possible by then.

    Raises:
        KeyReusedError: the key was used before with another content.
        TimebankError: the refusal, on the first run and on every replay.
    """

    def once(session: Session) -> Outcome | TimebankError:
        known = _kept(session, request)
        if known is not None:
            return _replay(known, request)
        try:
            body = encode(work(session, *args, **kwargs))
        except TimebankError as refusal:
            session.rollback()
            _keep(session, request, {"refused": _pack(refusal)})
            return refusal
        _keep(session, request, {"body": body})
        return Outcome(body=body, replayed=False)

    result = _retried(once, under_key=True)
    if isinstance(result, TimebankError):
        raise result
    return result


@contextmanager
def reading() -> Iterator[Session]:
    """A session on one snapshot; what it reads belongs together. Nothing it does is kept.

    On PostgreSQL, where a read-only transaction has nothing to keep, it ends by COMMIT: after a
    ROLLBACK psycopg throws away every statement that the connection has prepared.
    """
    with Session(db.engine, expire_on_commit=False) as session:
        options: dict[str, Any] = {"timebank_read_only": True}
        if db.engine.dialect.name != "postgresql":
            session.connection(execution_options=options)
            yield session
            return
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        snapshot = session.connection(execution_options=options).get_transaction()
        yield session
        if snapshot is not None and snapshot.is_active:
            snapshot.commit()


@contextmanager
def glancing() -> Iterator[Session]:
    """A session to read by one statement, which is a snapshot by itself: PostgreSQL begins and ends nothing for it."""
    if db.engine.dialect.name != "postgresql":
        with reading() as session:
            yield session
        return
    with Session(db.engine, expire_on_commit=False) as session:
        session.connection(execution_options={"isolation_level": "AUTOCOMMIT"})
        yield session


@contextmanager
def reading_file(path: Path) -> Iterator[Session]:
    """A session on an SQLite file that nobody writes to, such as a backup; nothing appears beside it."""
    engine = create_engine(f"sqlite:///file:{quote(str(path.resolve()))}?mode=ro&immutable=1&uri=true")
    try:
        with Session(engine, expire_on_commit=False) as session:
            yield session
    finally:
        engine.dispose()


def _retried(once: Callable[[Session], T], *, under_key: bool) -> T:
    """Whether a commit that was cut off was done isn't known: only a key keeps it from being done twice."""
    begun = time.monotonic()
    for attempt in range(ATTEMPTS):
        in_doubt = False
        try:
            with Session(db.engine, expire_on_commit=False) as session:
                result = once(session)
                in_doubt = not under_key
                session.commit()
                return result
        except (IntegrityError, OperationalError, StaleDataError, DBAPIError) as error:
            if not _lost_race(error) or (in_doubt and _cut_off(error)):
                raise
            if attempt + 1 == ATTEMPTS or _waited_enough(error, time.monotonic() - begun):
                raise BusyError from error
            time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
    raise AssertionError("the loop returns or raises")


def _waited_enough(error: Exception, seconds: float) -> bool:
    """Whether someone else holds what is needed for longer than a person waits."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    return state == LOCK_TIMED_OUT and seconds > PATIENCE_SECONDS


def _lost_race(error: Exception) -> bool:
    """Whether running the work again can succeed: someone else was first, or the lock was busy."""
    if isinstance(error, StaleDataError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if _cut_off(error):
        return True
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in LOST_RACES
    text = str(error.orig)
    return "database is locked" in text or text.startswith("UNIQUE constraint failed")


def _cut_off(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _kept(session: Session, request: RequestKey) -> Any:
    """What is kept under the request's key: its fingerprint and outcome, or None."""
    return session.execute(KEPT, {"scope": request.scope, "key": request.key}).one_or_none()


def _keep(session: Session, request: RequestKey, outcome: dict[str, Any]) -> None:
    row = {"scope": request.scope, "key": request.key, "fingerprint": request.fingerprint}
    session.execute(KEEP, row | {"outcome": outcome, "created_at": clock_now()})


def _replay(kept: Any, request: RequestKey) -> Outcome | TimebankError:
    if kept.fingerprint != request.fingerprint:
        return KeyReusedError()
    if "refused" in kept.outcome:
        return _unpack(kept.outcome["refused"])
    return Outcome(body=kept.outcome["body"], replayed=True)


def _pack(error: TimebankError) -> dict[str, Any]:
    params = {name: value if isinstance(value, int) else str(value) for name, value in error.params.items()}
    return {
        "type": type(error).__name__,
        "code": error.error_code,
        "message": error.template,
        "params": params,
    }


def _unpack(stored: dict[str, Any]) -> TimebankError:
    kinds = {kind.__name__: kind for kind in _all_errors(TimebankError)}
    kind = kinds.get(stored["type"], TimebankError)
    return kind(stored["code"], stored["message"], **stored["params"])


def _all_errors(kind: type[TimebankError]) -> Iterator[type[TimebankError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _all_errors(child)


def stored_outcome(request: RequestKey) -> Outcome | None:
    """The outcome that is kept for ``request``, if it ended well; None when it is unknown."""
    with reading() as session:
        kept = _kept(session, request)
        if kept is None or "body" not in kept.outcome:
            return None
        return Outcome(body=kept.outcome["body"], replayed=True)
