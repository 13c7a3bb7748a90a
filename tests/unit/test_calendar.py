"""The iCalendar writer, read back by a parser that isn't ours."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given, strategies as st

from timebank.documents.calendar import CalendarEntry, calendar_file

AT = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


def entry(**changes: object) -> CalendarEntry:
    values: dict[str, object] = {
        "uid": "1@timebank",
        "sequence": 2,
        "starts": datetime(2026, 10, 25, 9, 0, tzinfo=BRUSSELS),
        "ends": datetime(2026, 10, 25, 10, 30, tzinfo=BRUSSELS),
        "summary": "You help Ben",
        "cancelled": False,
    }
    return CalendarEntry(**(values | changes))  # type: ignore[arg-type]


def events(*entries: CalendarEntry) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(calendar_file("Agenda", entries, at=AT)).walk("VEVENT"))


def test_another_program_reads_what_was_written() -> None:
    (event,) = events(entry())
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == ("1@timebank", 2, "CONFIRMED")
    assert event["DTSTAMP"].dt == AT
    assert (str(event["SUMMARY"]), event["DTEND"].dt - event["DTSTART"].dt) == (
        "You help Ben",
        timedelta(minutes=90),
    )


def test_the_hour_that_comes_twice_stays_two_hours() -> None:
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS)
    first, second, later = events(
        entry(starts=twice), entry(starts=twice.replace(fold=1)), entry(starts=twice.replace(hour=9))
    )
    hours = [each["DTSTART"].dt.astimezone(UTC).hour for each in (first, second, later)]
    assert hours == [0, 1, 8]


def test_a_day_without_an_hour_is_a_whole_day() -> None:
    (event,) = events(entry(starts=date(2026, 10, 25), ends=None, cancelled=True))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 25), date(2026, 10, 26))
    assert str(event["STATUS"]) == "CANCELLED"


def test_an_empty_calendar_is_one_too() -> None:
    written = calendar_file("Mon agenda, à moi; ici", [], at=AT)
    assert "X-WR-CALNAME:Mon agenda\\, à moi\\; ici\r\n" in written.decode()
    found = icalendar.Calendar.from_ical(written)
    assert found["VERSION"] == "2.0"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")) | st.just("\n")))
def test_any_words_come_back_and_no_line_is_too_long(words: str) -> None:
    written = calendar_file("Agenda", [entry(summary=words)], at=AT)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    written.decode()
    (event,) = events(entry(summary=words))
    assert str(event["SUMMARY"]) == words
