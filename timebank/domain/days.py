"""Days as people live them: in the antenna's zone, from instants in UTC."""

from datetime import UTC, date, datetime, time, timedelta
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
