from datetime import date, datetime

from tests.unit.matching.people import MONDAY, NOW, THURSDAY, TUESDAY, WEDNESDAY, ZONE
from timebank.matching.calendars import elapsed_at
from timebank.matching.week import (
    BITS_A_DAY,
    WHOLE_DAY,
    first_bit,
    half_day_at,
    half_day_mask,
    moment_of,
    monday_of,
    starts_in,
    weeks_of,
    window,
)


def test_a_window_holds_every_half_hour_that_it_touches():
    assert window(MONDAY, MONDAY, 10 * 60 + 15, 11 * 60) == 0b11 << 4


def test_a_window_is_cut_to_the_hours_of_the_calendar():
    assert window(MONDAY, TUESDAY, 6 * 60, 23 * 60) == WHOLE_DAY << BITS_A_DAY
    assert window(MONDAY, TUESDAY, 20 * 60, 22 * 60) == 0
    assert window(MONDAY, date(2026, 5, 31)) == 0


def test_nothing_runs_from_one_evening_into_the_next_morning():
    two_days = WHOLE_DAY | WHOLE_DAY << BITS_A_DAY
    starts = starts_in(two_days, 2)
    assert not starts & (1 << 23)
    assert starts & (1 << 22)


def test_a_start_needs_all_its_half_hours_in_a_row():
    assert starts_in(0b1101110, 3) == 0b10
    assert starts_in(0b1101110, 4) == 0


def test_half_days_are_mornings_afternoons_and_evenings():
    assert [half_day_at(bit) for bit in (0, 7, 8, 17, 18, 23, 25)] == [0, 0, 1, 1, 2, 2, 3]
    assert sum(half_day_mask(part) for part in range(3)) == WHOLE_DAY


def test_a_bit_is_a_moment_and_back():
    bit = first_bit(window(MONDAY, THURSDAY, 14 * 60 + 30, 16 * 60))
    assert moment_of(MONDAY, bit) == (THURSDAY, 14 * 60 + 30)


def test_calendars_are_as_many_weeks_long_as_they_must_be():
    assert weeks_of(window(MONDAY, date(2026, 6, 7))) == 1
    assert weeks_of(window(MONDAY, date(2026, 6, 8))) == 2
    assert monday_of(date(2026, 6, 7)) == MONDAY


def test_what_has_begun_is_over():
    nine = elapsed_at(NOW)
    assert window(MONDAY, TUESDAY, 8 * 60, 9 * 60) & ~nine == 0
    assert window(MONDAY, TUESDAY, 9 * 60, 9 * 60 + 30) & nine == 0
    later = elapsed_at(datetime(2026, 6, 2, 9, 1, tzinfo=ZONE))
    assert window(MONDAY, TUESDAY, 9 * 60, 9 * 60 + 30) & ~later == 0
    assert window(MONDAY, WEDNESDAY) & elapsed_at(datetime(2026, 6, 2, 23, 59, tzinfo=ZONE)) == 0
