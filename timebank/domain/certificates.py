"""What a certificate of participation may say, and over which time; how long its code can be checked."""

import enum
from datetime import date, timedelta

HOLDS = timedelta(days=365)
"""So long after it was made its code is answered; then a new one is made."""
STANDING_MAX = 12
"""As many certificates of one member hold at once: enough for whoever asks for one."""


class Tells(enum.StrEnum):
    """What it says beside who takes part, where and since when. Never a balance, nor what was done."""

    NOTHING = "nothing"
    TIMES = "times"
    HOURS = "hours"


class Stretch(enum.StrEnum):
    """Over which time it counts."""

    YEAR = "year"
    SINCE = "since"


def stretch_of(stretch: Stretch, *, joined_on: date, made_on: date) -> tuple[date, date]:
    """The first and last day that are counted: twelve months at most, or all of the membership."""
    a_year_ago = made_on - timedelta(days=364)
    start = joined_on if stretch is Stretch.SINCE else max(joined_on, a_year_ago)
    return min(start, made_on), made_on
