"""Counting attempts in the database, so that a limit holds over all workers.

Only the channel that was tried is held back: foreign failures never lock someone out of another way.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from timebank.domain.clock_windows import window_start
from timebank.domain.errors import TimebankError
from timebank.models.login import AttemptCount


class TooManyAttemptsError(TimebankError):
    """Tried too often; the sentence says how long to wait and whom to call."""

    code = "too_many_attempts"
    message = "That was tried too often. Wait a quarter of an hour, or call your antenna."
    status = 429


@dataclass(frozen=True)
class Limit:
    """At most ``count`` attempts in a window of ``minutes``."""

    minutes: int
    count: int


PER_CHANNEL = (Limit(15, 5), Limit(1440, 20))
"""RELIABILITY.md 1.2: five failures, then a quarter of an hour; twenty a day, then the coordinator calls."""


def count_attempt(
    session: Session, channel: str, *, now: datetime, limits: tuple[Limit, ...] = PER_CHANNEL
) -> None:
    """Count one attempt on ``channel`` ('card:<uid>', 'password:<id>', ...) before it is judged.

    Raises:
        TooManyAttemptsError: it was tried as often as a limit allows already.
    """
    for limit in limits:
        if _raise_count(session, _bucket(channel, limit), window_start(now, limit.minutes)) > limit.count:
            raise TooManyAttemptsError


def clear_attempts(
    session: Session, channel: str, *, now: datetime, limits: tuple[Limit, ...] = PER_CHANNEL
) -> None:
    """Forget the short window's failures after a success."""
    first = limits[0]
    row = session.get(AttemptCount, (_bucket(channel, first), window_start(now, first.minutes)))
    if row is not None:
        row.count = 0


def attempts_of(session: Session, channel: str, *, since: datetime) -> int:
    """How often this channel was tried since then."""
    buckets = [_bucket(channel, limit) for limit in PER_CHANNEL[:1]]
    total = session.scalar(
        select(func.coalesce(func.sum(AttemptCount.count), 0)).where(
            AttemptCount.bucket.in_(buckets), AttemptCount.window_start >= since - timedelta(minutes=15)
        )
    )
    return int(total or 0)


def _raise_count(session: Session, bucket: str, start: datetime) -> int:
    """Add one in a single statement; the count after it, exact under any race."""
    postgresql = session.get_bind().dialect.name == "postgresql"
    make: Any = postgresql_insert if postgresql else sqlite_insert
    statement = make(AttemptCount).values(bucket=bucket, window_start=start, count=1)
    statement = statement.on_conflict_do_update(
        index_elements=[AttemptCount.bucket, AttemptCount.window_start],
        set_={"count": AttemptCount.count + 1},
    ).returning(AttemptCount.count)
    return int(session.execute(statement).scalar_one())


def _bucket(channel: str, limit: Limit) -> str:
    return hashlib.sha256(f"{channel}/{limit.minutes}".encode()).hexdigest()
