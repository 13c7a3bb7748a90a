"""Days as people live them: in the antenna's zone, from instants in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

NETWORK_ZONE = "Europe/Brussels"
"""Where a day is meant that belongs to no antenna; an antenna's own zone starts as this one."""


def local_day(now: datetime, timezone: str) -> date:
    """The calendar day of ``now`` (aware) in ``timezone`` (IANA name)."""
    return now.astimezone(ZoneInfo(timezone)).date()


def network_day(now: datetime) -> date:
    """The calendar day of ``now`` (aware) where the network lives."""
    return local_day(now, NETWORK_ZONE)


def clocks_show(day: date, minute: int, timezone: str) -> bool:
    """Whether this minute of the day is there in ``timezone``: one night a year lacks an hour."""
    wanted = datetime.combine(day, time()) + timedelta(minutes=minute)
    zone = ZoneInfo(timezone)
    shown = wanted.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return shown.replace(tzinfo=None) == wanted


@lru_cache(maxsize=100)
def clock_offsets(timezone: str, first_year: int, last_year: int) -> tuple[tuple[datetime, int], ...]:
    """From which moment (UTC) on clocks in ``timezone`` are how many seconds ahead of UTC, newest first.

    The last one holds from the start of the first year. Clocks change at a full hour of UTC.
    """
    zone, moment = ZoneInfo(timezone), datetime(first_year, 1, 1, tzinfo=UTC)
    found = [(moment, _ahead(moment, zone))]
    while moment.year <= last_year:
        day, moment = moment, moment + timedelta(days=1)
        if _ahead(moment, zone) != found[0][1]:
            hours = (day + timedelta(hours=hour) for hour in range(1, 25))
            changed = next(each for each in hours if _ahead(each, zone) != found[0][1])
            found.insert(0, (changed, _ahead(changed, zone)))
    return tuple(found)


def _ahead(moment: datetime, zone: ZoneInfo) -> int:
    shown = moment.astimezone(zone).replace(tzinfo=UTC)
    return int((shown - moment).total_seconds())
