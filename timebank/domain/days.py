"""Days as people live them: in the antenna's zone, from instants in UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def local_day(now: datetime, timezone: str) -> date:
    """The calendar day of ``now`` (aware) in ``timezone`` (IANA name)."""
    return now.astimezone(ZoneInfo(timezone)).date()
