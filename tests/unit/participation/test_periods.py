"""Months, quarters and years meet without a gap or an overlap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from timebank.participation.periods import (
    Period,
    days_before,
    month_of,
    quarter_of,
    read_period,
    year_earlier,
    year_of,
)


@given(st.integers(1990, 2100))
def test_months_fill_quarters_and_quarters_fill_the_year(year):
    months = [month_of(year, number) for number in range(1, 13)]
    quarters = [quarter_of(year, number) for number in range(1, 5)]
    for parts in (months, quarters):
        assert all(one.after == other.first for one, other in pairwise(parts))
        assert Period(parts[0].first, parts[-1].after) == year_of(year)
    assert sum(month.days for month in months) == year_of(year).days
    assert all(month.months == 1 for month in months)
    assert year_of(year).months == 12


def test_the_first_day_is_in_and_the_day_after_the_last_is_not():
    february = month_of(2028, 2)
    assert date(2028, 2, 1) in february
    assert february.last == date(2028, 2, 29) in february
    assert date(2028, 3, 1) not in february
    assert february.within(quarter_of(2028, 1))
    assert not quarter_of(2028, 1).within(february)


def test_any_days_go_from_the_first_to_the_last():
    today = date(2026, 11, 23)
    assert read_period("2026-01-05..2026-03-31", today) == Period(date(2026, 1, 5), date(2026, 4, 1))
    assert read_period("2026-01-05..2026-01-05", today).days == 1
    for text in (
        "2026-01-05..2026-01-04",
        "2026-02-30..2026-03-01",
        "1999-01-01..2026-03-01",
        "2026-01-05..",
    ):
        with pytest.raises(ValueError, match=r"period|day|month"):
            read_period(text, today)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_the_last_days_end_with_the_day_itself(day, days):
    period = days_before(day, days)
    assert (period.last, period.days) == (day, days)
    assert day - timedelta(days=days) not in period


def test_a_year_earlier_keeps_the_days_even_from_a_leap_day():
    assert year_earlier(year_of(2026)) == year_of(2025)
    assert year_earlier(Period(date(2028, 2, 29), date(2028, 3, 2))) == Period(
        date(2027, 2, 28), date(2027, 3, 2)
    )


def test_a_period_without_days_is_refused():
    with pytest.raises(ValueError, match="no day"):
        Period(date(2026, 1, 1), date(2026, 1, 1))


def test_half_a_month_is_counted_in_days():
    assert float(Period(date(2026, 1, 5), date(2026, 1, 20)).months) == pytest.approx(15 / 30.4375)
