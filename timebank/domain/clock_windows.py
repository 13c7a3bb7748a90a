"""Cutting time into windows, to count what happens in each."""

from datetime import UTC, datetime


def window_start(now: datetime, minutes: int) -> datetime:
    """The start of the window of ``minutes`` that ``now`` (aware) lies in; windows begin in 1970."""
    step = minutes * 60
    return datetime.fromtimestamp(int(now.timestamp()) // step * step, UTC)
