"""The two nights of the year in which a clock skips an hour, or shows it twice."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from timebank.domain.days import clock_offsets, clocks_show

FORWARD, BACK = date(2027, 3, 28), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("day", "minute", "there"),
    [
        (FORWARD, 119, True),
        (FORWARD, 120, False),
        (FORWARD, 150, False),
        (FORWARD, 179, False),
        (FORWARD, 180, True),
        (BACK, 150, True),
        (BACK, 1440, True),
    ],
)
def test_only_the_hour_that_is_skipped_isn_t_there(day: date, minute: int, there: bool) -> None:
    assert clocks_show(day, minute, "Europe/Brussels") is there


def test_each_zone_has_its_own_night() -> None:
    assert clocks_show(FORWARD, 150, "UTC")


def test_clocks_are_as_far_ahead_of_utc_as_python_says_at_any_hour() -> None:
    offsets = clock_offsets("Europe/Brussels", 2025, 2026)
    assert offsets[0] == (datetime(2026, 10, 25, 1, tzinfo=UTC), 3600)
    assert offsets[1] == (datetime(2026, 3, 29, 1, tzinfo=UTC), 7200)
    for zone in ("Europe/Brussels", "Atlantic/Azores", "UTC"):
        offsets = clock_offsets(zone, 2025, 2026)
        for hour in range(2 * 365 * 24):
            moment = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
            ahead = next(seconds for since, seconds in offsets if since <= moment)
            assert timedelta(seconds=ahead) == moment.astimezone(ZoneInfo(zone)).utcoffset()
