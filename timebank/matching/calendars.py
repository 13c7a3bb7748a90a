"""When a helper can: the own free time, less what was refused, promised or is beyond the own ceiling."""

from collections import Counter
from datetime import date, datetime
from typing import NamedTuple

from timebank.matching.inputs import NO_PAST, Ask, Offer, Past
from timebank.matching.week import (
    BITS_A_DAY,
    BITS_A_WEEK,
    FIRST_MINUTE,
    HALF_HOURS_A_DAY,
    MINUTES,
    WHOLE_DAY,
    WHOLE_WEEK,
    half_day_at,
    half_day_mask,
    repeated,
    starts_in,
)


class Calendar(NamedTuple):
    """Masks over the same weeks: free time, days refused lately, weeks that are full, what is promised.

    ``busy`` are the half hours of promises with one more on each side to get from door to door;
    ``taken`` are half-days in which nothing else may start.
    """

    free: int
    refused: int
    full: int
    busy: int
    taken: int


class Starts(NamedTuple):
    """Where an ask can start for a helper, as each limit leaves it: the next is within the one before."""

    free: int
    not_refused: int
    below_ceiling: int
    left: int


def elapsed_at(now: datetime) -> int:
    """The half hours of this week that have begun."""
    minutes = now.hour * 60 + now.minute - FIRST_MINUTE
    begun = min(HALF_HOURS_A_DAY, max(0, -(-minutes // MINUTES)))
    return (1 << (BITS_A_DAY * now.weekday() + begun)) - 1


def calendar_of(offer: Offer, past: Past, monday: date, weeks: int) -> Calendar:
    """A helper's calendar over the ``weeks`` from ``monday``."""
    free = repeated(offer.free, weeks)
    for day in offer.dates_off:
        if day >= monday:
            free &= ~(WHOLE_DAY << (BITS_A_DAY * (day - monday).days))
    if past is NO_PAST and offer.ceiling_per_week > 0:
        return Calendar(free, 0, 0, 0, 0)
    refused = 0
    for weekday in past.no_to_weekdays:
        refused |= WHOLE_DAY << (BITS_A_DAY * weekday)
    busy = taken = 0
    for promise in past.promises:
        long = ((1 << promise.half_hours) - 1) << promise.start
        busy |= long | long << 1 | long >> 1
        taken |= half_day_mask(half_day_at(promise.start))
    return Calendar(free, repeated(refused, weeks), _full_weeks(offer, past), busy, taken)


def promised_by_week(past: Past) -> Counter[int]:
    """How many favours are promised in each week from this one on."""
    return Counter(promise.start // BITS_A_WEEK for promise in past.promises)


def _full_weeks(offer: Offer, past: Past) -> int:
    if offer.ceiling_per_week <= 0:
        return -1
    if len(past.promises) < offer.ceiling_per_week:
        return 0
    counts = promised_by_week(past)
    full = [week for week, count in counts.items() if count >= offer.ceiling_per_week]
    return sum(WHOLE_WEEK << (BITS_A_WEEK * week) for week in full)


def starts_of(ask: Ask, calendar: Calendar, elapsed: int) -> Starts:
    """Where ``ask`` can start in this calendar, later than ``elapsed``."""
    wanted = ask.window & ~elapsed
    free = starts_in(wanted & calendar.free, ask.half_hours)
    if not free:
        return Starts(0, 0, 0, 0)
    not_refused = free & ~calendar.refused
    below_ceiling = not_refused & ~calendar.full
    left = below_ceiling & ~calendar.taken
    if left and calendar.busy:
        left &= starts_in(wanted & calendar.free & ~calendar.busy, ask.half_hours)
    return Starts(free, not_refused, below_ceiling, left)
