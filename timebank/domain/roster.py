"""Turns at an antenna's phone or table: what a turn is, and whose it can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY_MINUTES = 24 * 60
WEEKS_SHOWN = 4
REPEATS_MAX = 13
"""A turn is planned for at most so many weeks at a time: a quarter of a year."""
AHEAD_MAX = timedelta(days=366)


@dataclass(frozen=True)
class Span:
    """From when until when someone has a role; ``ends_on`` is its last day, None where it stands open."""

    person_id: int
    starts_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        """Whether the role gives a right on this day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def is_span(from_minute: int, until_minute: int) -> bool:
    """Whether these local minutes of a day are a turn: it ends after it begins, on the same day."""
    return 0 <= from_minute < until_minute <= DAY_MINUTES


def holders_on(spans: Iterable[Span], day: date) -> frozenset[int]:
    """The ids of the people who have a role on this day."""
    return frozenset(span.person_id for span in spans if span.holds(day))


def monday_of(day: date) -> date:
    """The first day of this day's week."""
    return day - timedelta(days=day.weekday())
