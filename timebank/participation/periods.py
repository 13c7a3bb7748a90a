"""Periods: half open, from the first day to the day after the last."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

LAST_YEAR = "12m"
"""The name of the 12 months that end today."""

_NAMED = re.compile(r"(20[0-9]{2})(?:-q([1-4])|-(0[1-9]|1[0-2]))?")

_DAYS = re.compile(r"(20[0-9]{2}-[0-9]{2}-[0-9]{2})\.\.(20[0-9]{2}-[0-9]{2}-[0-9]{2})")

DAYS_OF_A_MONTH = Fraction(1461, 48)
"""The mean length of a month over four years: 30.4375 days."""


@dataclass(frozen=True, order=True)
class Period:
    """The days ``first`` <= day < ``after``.

    Raises:
        ValueError: there would be no day in it.
    """

    first: date
    after: date

    def __post_init__(self) -> None:
        if self.after <= self.first:
            raise ValueError(f"no day lies between {self.first} and {self.after}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.after - self.first).days

    @property
    def last(self) -> date:
        """Its last day, as people say it."""
        return self.after - timedelta(days=1)

    @property
    def months(self) -> Fraction:
        """How many months: whole ones from a first to a first, otherwise days / 30.4375."""
        if self.first.day == self.after.day == 1:
            return Fraction(12 * (self.after.year - self.first.year) + self.after.month - self.first.month)
        return self.days / DAYS_OF_A_MONTH

    def within(self, other: "Period") -> bool:
        """Whether ``other`` holds every day of it."""
        return other.first <= self.first and self.after <= other.after


def month_of(year: int, month: int) -> Period:
    """A calendar month, 1..12."""
    return _months(year, month, 1)


def quarter_of(year: int, quarter: int) -> Period:
    """A calendar quarter, 1..4."""
    return _months(year, 3 * quarter - 2, 3)


def year_of(year: int) -> Period:
    """A calendar year."""
    return _months(year, 1, 12)


def days_before(day: date, days: int) -> Period:
    """The ``days`` days that end with ``day``: 'the last 90 days'."""
    after = day + timedelta(days=1)
    return Period(after - timedelta(days=days), after)


def read_period(text: str, today: date) -> Period:
    """A period as addresses name it: '2026', '2026-q3', '2026-09', or '12m', the 12 months to today; or any
    days, from the first to the last: '2026-01-05..2026-03-31'.

    Raises:
        ValueError: it is none of these, or the last day comes before the first.
    """
    if (days := _DAYS.fullmatch(text)) is not None:
        first, last = (date.fromisoformat(day) for day in days.groups())
        return Period(first, last + timedelta(days=1))
    if text == LAST_YEAR:
        return Period(_year_earlier(today) + timedelta(days=1), today + timedelta(days=1))
    found = _NAMED.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} names no period")
    year, quarter, month = found.groups()
    if quarter:
        return quarter_of(int(year), int(quarter))
    return month_of(int(year), int(month)) if month else year_of(int(year))


def is_any_days(text: str) -> bool:
    """Whether ``read_period`` takes this for days of someone's own choice and not for a part of the calendar."""
    return ".." in text


def year_earlier(period: Period) -> Period:
    """The same days a year before, to lay beside it; 29 February becomes the 28th."""
    return Period(_year_earlier(period.first), _year_earlier(period.after))


def _months(year: int, month: int, count: int) -> Period:
    place = 12 * year + month - 1 + count
    return Period(date(year, month, 1), date(place // 12, place % 12 + 1, 1))


def _year_earlier(day: date) -> date:
    leap_day = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
