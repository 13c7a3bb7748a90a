"""Half hours as bits of one integer: where a window meets somebody's free time, in a few operations.

A day has 24 half hours, 08:00 to 20:00, and a 25th bit that is never set, so that nothing runs from
one evening into the next morning. Bit 0 is Monday 08:00 of the week that ``Context.now`` lies in; a
calendar may be as many weeks long as it needs. A half-day is a morning (08-12), an afternoon (12-17)
or an evening (17-20), numbered ``3 * day + part``.
"""

from datetime import date, timedelta
from functools import lru_cache

HALF_HOURS_A_DAY = 24
BITS_A_DAY = 25
BITS_A_WEEK = 7 * BITS_A_DAY
FIRST_MINUTE = 8 * 60
MINUTES = 30
PARTS = ((0, 8), (8, 18), (18, 24))
HALF_DAYS_A_WEEK = 21

WHOLE_DAY = (1 << HALF_HOURS_A_DAY) - 1
WHOLE_WEEK = sum(WHOLE_DAY << (BITS_A_DAY * day) for day in range(7))
_PART_OF = tuple(part for part, (first, end) in enumerate(PARTS) for _ in range(first, end))
_PART_MASKS = tuple(((1 << (end - first)) - 1) << first for first, end in PARTS)


def monday_of(day: date) -> date:
    """The Monday of the week that ``day`` lies in."""
    return day - timedelta(days=day.weekday())


def window(monday: date, day: date, start_minute: int = FIRST_MINUTE, end_minute: int = 20 * 60) -> int:
    """The half hours of ``day`` that the minutes of the day from start to end touch; 0 before ``monday``.

    What lies before 08:00 or after 20:00 is cut off.
    """
    first = max(0, (start_minute - FIRST_MINUTE) // MINUTES)
    end = min(HALF_HOURS_A_DAY, -((FIRST_MINUTE - end_minute) // MINUTES))
    days = (day - monday).days
    if end <= first or days < 0:
        return 0
    return (((1 << (end - first)) - 1) << first) << (BITS_A_DAY * days)


def half_days_of_week(*chosen: tuple[int, int]) -> int:
    """A weekly mask of half-days, each as (weekday from 0 on Monday, part 0-2)."""
    return sum(half_day_mask(3 * weekday + part) for weekday, part in set(chosen))


def half_day_mask(half_day: int) -> int:
    """All half hours of one half-day."""
    day, part = divmod(half_day, 3)
    return _PART_MASKS[part] << (BITS_A_DAY * day)


def half_day_at(bit: int) -> int:
    """The half-day in which the half hour ``bit`` lies."""
    day, half_hour = divmod(bit, BITS_A_DAY)
    return 3 * day + _PART_OF[half_hour]


@lru_cache(maxsize=8192)
def by_half_day(mask: int) -> tuple[tuple[int, int], ...]:
    """Each half-day that ``mask`` touches, the earliest first, with the half hours that lie in it."""
    found = []
    while mask:
        day, half_hour = divmod((mask & -mask).bit_length() - 1, BITS_A_DAY)
        part = _PART_OF[half_hour]
        here = mask & (_PART_MASKS[part] << (BITS_A_DAY * day))
        found.append((3 * day + part, here))
        mask ^= here
    return tuple(found)


def weeks_of(mask: int) -> int:
    """How many weeks a calendar must have to hold ``mask``."""
    return -(-mask.bit_length() // BITS_A_WEEK)


def repeated(weekly: int, weeks: int) -> int:
    """A weekly mask written out over ``weeks`` weeks."""
    if weeks == 1:
        return weekly
    return sum(weekly << (BITS_A_WEEK * week) for week in range(weeks))


def folded(mask: int) -> int:
    """A weekly mask of every half hour that ``mask`` has in any of its weeks."""
    weekly = 0
    while mask:
        weekly |= mask & WHOLE_WEEK
        mask >>= BITS_A_WEEK
    return weekly


def starts_in(free: int, half_hours: int) -> int:
    """The half hours at which something of this length can start and run within ``free``."""
    for _ in range(half_hours - 1):
        free &= free >> 1
    return free


def first_bit(mask: int) -> int:
    """The earliest half hour of a mask that isn't empty."""
    return (mask & -mask).bit_length() - 1


def moment_of(monday: date, bit: int) -> tuple[date, int]:
    """The day and the minute of the day at which the half hour ``bit`` begins."""
    day, half_hour = divmod(bit, BITS_A_DAY)
    return monday + timedelta(days=day), FIRST_MINUTE + MINUTES * half_hour
