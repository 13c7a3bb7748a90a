"""The two nights of the year in which a clock skips an hour, or shows it twice."""

from datetime import date

import pytest

from timebank.domain.days import clocks_show

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
