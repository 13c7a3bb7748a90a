"""What a cell says: a day, a time that something took, a number, a text."""

import datetime as dt
import re
from typing import Any

from timebank.domain.errors import InvalidInputError
from timebank.domain.names import clean_text, fold_name
from timebank.domain.quarters import check_minutes, parse_minutes

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan janvier janv january",
            "februari feb fevrier fevr february",
            "maart mrt mars march mar",
            "april apr avril avr",
            "mei mai may",
            "juni jun juin june",
            "juli jul juillet juil july",
            "augustus aug aout august",
            "september sep sept septembre",
            "oktober okt octobre oct october",
            "november nov novembre",
            "december dec decembre",
        ),
        1,
    )
    for name in names.split()
}


FIRST_DAY = dt.date(1980, 1, 1)
"""No time bank has a favour or a member from before; a day before it is a slip of the pen."""
_ORDINAL = re.compile(r"(\d+)(?:er|ere|e|de|ste|st|nd|rd|th)")
_TWO_WAYS = re.compile(r"\d{1,2}[.,](?:15|30|45)")


def text_of(cell: Any) -> str:
    """The cell as clean text; 3.0 is '3'."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean_text(str(cell))[:4000]


def day_of(cell: Any, today: dt.date) -> dt.date:
    """The day that a cell says: a true date, 2025-01-02, 2/1/25, 03-01-2025, 3 januari 2025, 1er mai 25.

    Raises:
        InvalidInputError: ``date_missing``, ``date_impossible``, ``date_without_year``, ``date_early``
            or ``date_future``.
    """
    day = _day_said(cell)
    if day < FIRST_DAY:
        raise InvalidInputError(
            "date_early", "This day is too long ago: {said}. Correct the year.", said=day.isoformat()
        )
    if day > today:
        raise InvalidInputError("date_future", "This day is still to come: {said}.", said=day.isoformat())
    return day


def any_day_of(cell: Any) -> dt.date | None:
    """As ``day_of``, for a day that may lie ahead or long ago; None where the cell is blank."""
    return _day_said(cell) if text_of(cell) else None


def birth_year_of(cell: Any, today: dt.date) -> int | None:
    """The year of birth that a cell says, also by the whole day; None if blank, 0 if it says no year."""
    if whole_of(cell) is not None or not text_of(cell):
        return whole_of(cell)
    try:
        year = _day_said(cell).year
    except InvalidInputError:
        return 0
    return year - 100 if year > today.year else year


def _day_said(cell: Any) -> dt.date:
    if isinstance(cell, dt.datetime):
        day: dt.date | None = cell.date()
    elif isinstance(cell, dt.date):
        day = cell
    else:
        text = text_of(cell)
        if not text:
            raise InvalidInputError("date_missing", "There is no day in this row.")
        day = _written_day(text)
    if day is None:
        raise InvalidInputError("date_impossible", "This isn't a day: {said}.", said=text_of(cell)[:40])
    return day


def minutes_of(cell: Any) -> int:
    """The minutes that a cell says: a number of hours, a time cell (0:30), or words.

    Raises:
        InvalidInputError: ``duration_missing``, ``duration_not_understood``, ``duration_out_of_range``,
            or ``duration_two_ways`` for 1,30: an hour and a half to who wrote it, 78 minutes in figures.
    """
    if isinstance(cell, dt.timedelta):
        return check_minutes(cell.total_seconds() / 60)
    if isinstance(cell, dt.datetime):
        days = (cell.date() - dt.date(1899, 12, 30)).days
        return check_minutes(days * 1440 + cell.hour * 60 + cell.minute)
    if isinstance(cell, dt.time):
        return check_minutes(cell.hour * 60 + cell.minute)
    if isinstance(cell, bool):
        return parse_minutes(str(cell))
    if isinstance(cell, int | float):
        return check_minutes(round(cell * 60, 6))
    text = text_of(cell)
    if _TWO_WAYS.fullmatch(text):
        raise InvalidInputError(
            "duration_two_ways",
            "“{said}” can be read in two ways. Write it like 1u30 or 1,5.",
            said=text,
        )
    return parse_minutes(text)


def plain_minutes_of(cell: Any) -> int:
    """As ``minutes_of``, for a column of minutes: a bare number is minutes, not hours."""
    if re.fullmatch(r"\d{1,5}", text_of(cell)):
        return check_minutes(int(text_of(cell)))
    return minutes_of(cell)


def whole_of(cell: Any) -> int | None:
    """A whole number, or None."""
    text = text_of(cell)
    return int(text) if re.fullmatch(r"\d{1,9}", text) else None


def _written_day(text: str) -> dt.date | None:
    if match := re.fullmatch(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ].*)?", text):
        return _day(match[1], int(match[3]), match[4])
    if match := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2}|\d{4})", text):
        return _day(match[3], int(match[2]), match[1])
    words = [_ORDINAL.sub(r"\1", word) for word in fold_name(text).split()]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if len(numbers) == 2 and len(months) == 1:
        return _day(numbers[1], months[0], numbers[0])
    if re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}", text) or (len(numbers), len(months)) == (1, 1):
        raise InvalidInputError("date_without_year", "The year is missing: {said}.", said=text[:40])
    return None


def _day(year: str, month: int, day: str) -> dt.date | None:
    """The day, or None; a year of two figures is of this century."""
    if len(year) not in (2, 4) or len(day) > 2:
        return None
    try:
        return dt.date(int(year) + 2000 * (len(year) == 2), month, int(day))
    except ValueError:
        return None
