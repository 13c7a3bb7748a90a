"""Counting attempts in the database, so that a limit holds over all workers.

Only the channel that was tried is held back: foreign failures never lock someone out of another way.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
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


class TooManyTodayError(TimebankError):
    """Tried so often in a day that waiting doesn't help: a coordinator calls, or is called."""

    code = "too_many_today"
    message = "That was tried too often today. Call your antenna: they help you in."
    status = 429


@dataclass(frozen=True)
class Limit:
    """At most ``count`` attempts in any ``minutes`` on end; ``error`` is what the next one meets."""

    minutes: int
    count: int
    error: type[TimebankError] = TooManyAttemptsError


PER_CHANNEL = (Limit(1440, 20, TooManyTodayError), Limit(15, 5))
"""RELIABILITY.md 1.2: five failures, then a quarter of an hour; twenty a day, then a coordinator calls."""
DURING_ALARM = (*PER_CHANNEL, Limit(1, 1))
"""The delay that an alarm adds: one attempt a minute on each channel. It keeps no worker waiting."""
JOINING = (Limit(60, 30),)
"""More forms than this in an hour for one antenna aren't from neighbours; there is the phone as well."""
ALARM = Limit(10, 200)
"""More failures than this over the whole network: someone is trying many cards or names."""
EVERYWHERE = "failures"
"""The channel on which every failure of the network counts."""


def count_attempt(
    session: Session, channel: str, *, now: datetime, limits: tuple[Limit, ...] | None = None
) -> None:
    """Count one attempt on ``channel`` ('card:<uid>', 'password:<id>', ...) before it is judged.

    An attempt that is refused isn't kept, so that waiting helps whoever else is trying.

    Raises:
        TooManyAttemptsError, TooManyTodayError: it was tried as often as a limit allows already.
    """
    _one_at_a_time(session, channel)
    _count(session, channel, now)
    usual = DURING_ALARM if limits is None and alarm_stands(session, now=now) else PER_CHANNEL
    for limit in limits or usual:
        if attempts_of(session, channel, minutes=limit.minutes, now=now) > limit.count:
            raise limit.error


def count_failure(session: Session, *, now: datetime) -> int:
    """Count one failure for the whole network; how many there were in the alarm's minutes."""
    _count(session, EVERYWHERE, now)
    return attempts_of(session, EVERYWHERE, minutes=ALARM.minutes, now=now)


def alarm_stands(session: Session, *, now: datetime) -> bool:
    """Whether so many fail everywhere that it must be one who tries them all."""
    return attempts_of(session, EVERYWHERE, minutes=ALARM.minutes, now=now) > ALARM.count


def clear_attempts(session: Session, channel: str) -> None:
    """Forget what was tried here: whoever got in is the one it belongs to."""
    session.execute(delete(AttemptCount).where(AttemptCount.bucket == _bucket(channel)))


def attempts_of(session: Session, channel: str, *, minutes: int, now: datetime) -> int:
    """How often this channel was tried in the last ``minutes``, counted by whole minutes."""
    total = session.scalar(
        select(func.coalesce(func.sum(AttemptCount.count), 0)).where(
            AttemptCount.bucket == _bucket(channel),
            AttemptCount.window_start >= window_start(now - timedelta(minutes=minutes), 1),
        )
    )
    return int(total or 0)


def _one_at_a_time(session: Session, channel: str) -> None:
    """Two that count in different minutes touch different rows, and neither would see the other's."""
    if session.get_bind().dialect.name == "postgresql":
        lock = int.from_bytes(bytes.fromhex(_bucket(channel))[:8], signed=True)
        session.execute(select(func.pg_advisory_xact_lock(lock)))


def _count(session: Session, channel: str, now: datetime) -> None:
    """Add one in a single statement, exact under any race: a second writer of a minute waits for the first."""
    postgresql = session.get_bind().dialect.name == "postgresql"
    make: Any = postgresql_insert if postgresql else sqlite_insert
    statement = make(AttemptCount).values(bucket=_bucket(channel), window_start=window_start(now, 1), count=1)
    statement = statement.on_conflict_do_update(
        index_elements=[AttemptCount.bucket, AttemptCount.window_start],
        set_={"count": AttemptCount.count + 1},
    )
    session.execute(statement)


def _bucket(channel: str) -> str:
    return hashlib.sha256(channel.encode()).hexdigest()
