"""What a cell says, however the coordinator or the spreadsheet wrote it."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from timebank.domain.errors import InvalidInputError
from timebank.domain.quarters import FAVOUR_MAX
from timebank.sheets.cells import day_of, minutes_of, plain_minutes_of, text_of, whole_of

TODAY = dt.date(2026, 11, 23)
THIRD = dt.date(2025, 1, 3)
AFTERNOON = dt.datetime.fromisoformat("2025-01-03T14:30")
HALF_PAST_ONE = dt.datetime.fromisoformat("1899-12-30T01:30")
ONE_DAY = dt.datetime.fromisoformat("1899-12-31T00:00")
"""How a spreadsheet keeps times: as days since its own beginning."""
past_days = st.dates(dt.date(2000, 1, 1), TODAY)
DAY_STYLES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d 00:00:00")


@pytest.mark.parametrize(
    "cell",
    [
        THIRD, AFTERNOON, "2025-01-03", "2025-1-3", "3/1/25", "03-01-2025", "3.1.2025",
        "2025-01-03T10:00", "3 januari 2025", "vrijdag 3 januari 2025", "3 janvier 2025", "3 January 2025",
        "3 jan. 2025", " 3/1/2025 ", "2025/01/03", "3-jan-25", "3 januari 25", "January 3rd, 2025",
        "le 3e janvier 2025",
    ],
)  # fmt: skip
def test_a_day_is_understood_as_sheets_write_it(cell: Any) -> None:
    assert day_of(cell, TODAY) == THIRD


@settings(max_examples=60)
@given(day=past_days, style=st.sampled_from(DAY_STYLES))
def test_every_day_is_read_back_with_the_day_before_the_month(day: dt.date, style: str) -> None:
    assert day_of(day.strftime(style), TODAY) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (None, "date_missing"),
        ("  ", "date_missing"),
        ("30/02/2025", "date_impossible"),
        ("2025-13-01", "date_impossible"),
        ("29 februari 2025", "date_impossible"),
        ("last week", "date_impossible"),
        (45660.5, "date_impossible"),
        ("05/06", "date_without_year"),
        ("3 mars", "date_without_year"),
        ("3/1/1825", "date_early"),
        (dt.date(1900, 1, 1), "date_early"),
        ("24/11/2026", "date_future"),
        (dt.date(2026, 11, 24), "date_future"),
    ],
)
def test_what_is_no_day_is_said_so(cell: Any, code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        day_of(cell, TODAY)
    assert caught.value.error_code == code


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (1.5, 90), (2, 120), (0.25, 15), (1 / 3, 20), (dt.time(1, 30), 90), (dt.timedelta(minutes=90), 90),
        (HALF_PAST_ONE, 90), (ONE_DAY, 1440), ("1,5", 90), ("1u30", 90),
        ("01:30:00", 90), ("anderhalf uur", 90),
    ],
)  # fmt: skip
def test_a_time_is_understood_as_sheets_keep_it(cell: Any, minutes: int) -> None:
    assert minutes_of(cell) == minutes


@settings(max_examples=60)
@given(minutes=st.integers(1, FAVOUR_MAX))
def test_hours_as_a_figure_or_a_time_cell_lose_no_minute(minutes: int) -> None:
    assert minutes_of(minutes / 60) == minutes
    assert minutes_of(dt.timedelta(minutes=minutes)) == minutes
    assert plain_minutes_of(minutes) == plain_minutes_of(float(minutes)) == minutes
    assert plain_minutes_of(f"{minutes} min") == minutes


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (None, "duration_missing"),
        ("", "duration_missing"),
        (True, "duration_not_understood"),
        ("a while", "duration_not_understood"),
        (0, "duration_out_of_range"),
        (-1.5, "duration_out_of_range"),
        (24.5, "duration_out_of_range"),
        (float("nan"), "duration_out_of_range"),
        (float("inf"), "duration_out_of_range"),
        (dt.timedelta(days=2), "duration_out_of_range"),
        (dt.time(0, 0), "duration_out_of_range"),
    ],
)
def test_what_is_no_time_is_said_so(cell: Any, code: str) -> None:
    for read in (minutes_of, plain_minutes_of):
        with pytest.raises(InvalidInputError) as caught:
            read(cell)
        assert caught.value.error_code == code


@pytest.mark.parametrize("said", ["1,30", "1.30", "0,45", "2,15"])
def test_a_figure_that_can_be_read_in_two_ways_is_not_guessed(said: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        minutes_of(said)
    assert caught.value.error_code == "duration_two_ways"
    assert minutes_of(float(said.replace(",", "."))) == round(float(said.replace(",", ".")) * 60)


def test_a_whole_figure_is_read_as_such_and_nothing_else() -> None:
    assert [whole_of(cell) for cell in (3, 3.0, "3", " 12 ", "003")] == [3, 3, 3, 12, 3]
    assert [whole_of(cell) for cell in (None, "", 3.5, "-3", "3a", "1234567890", "²")] == [None] * 7


@settings(max_examples=100)
@given(cell=st.none() | st.text(max_size=40) | st.floats() | st.booleans() | st.integers() | st.dates())
def test_no_cell_can_make_a_text_that_isn_t_clean(cell: Any) -> None:
    text = text_of(cell)
    assert text == text.strip()
    assert text.isprintable() or not text.isascii()
    assert text_of(text) == text
