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


def text_of(cell: Any) -> str:
    """The cell as clean text; 3.0 is '3'."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean_text(str(cell))[:4000]


def day_of(cell: Any, today: dt.date) -> dt.date:
    """The day that a cell says: a true date, 2025-01-02, 2/1/25, 03-01-2025, 3 januari 2025.

    Raises:
        InvalidInputError: ``date_missing``, ``date_impossible`` or ``date_future``.
    """
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
    if day > today:
        raise InvalidInputError("date_future", "This day is still to come: {said}.", said=day.isoformat())
    return day


def minutes_of(cell: Any) -> int:
    """The minutes that a cell says: a number of hours, a time cell (0:30), or words.

    Raises:
        InvalidInputError: ``duration_missing``, ``duration_not_understood``, ``duration_out_of_range``.
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
    return parse_minutes(text_of(cell))


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
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2}|\d{4})", text):
        year = int(match[3])
        return _day(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    words = fold_name(text).split()
    numbers = [word for word in words if word.isdigit()]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    if len(numbers) == 2 and len(months) == 1:
        return _day(int(numbers[1]), months[0], int(numbers[0]))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
