"""How long asks wait, from released figures and nothing else: within which of the told days half of them had a helper.

A median of days would be one person's day, and with the next release the next one's. The days are told as a few
fixed classes instead, each a rounded figure that passed the gate, so these lines tell nothing that those don't.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from timebank.participation.catalogue import ASKERS, ASKS_MADE, DAYS_OF, WAYS, WHOLE
from timebank.participation.disclosure.figures import FEW, Figure, Released, Sign, share
from timebank.participation.disclosure.tables import ALL, THINGS

LONGER = 8
"""In days: more than the longest class, a week."""
SOON = "asks_in_three_days"
"""What counts as soon where ways to ask are compared."""
SHARES = {"half_found": 50, "most_found": 90}
"""The lines on waiting, and the percentage of asks that had a helper."""


Key = tuple[str, str]
"""(code of the line of a report, group within it, or nothing)."""


@dataclass(frozen=True)
class Told:
    """A figure as it was released, and the people behind it where it doesn't count people itself."""

    figure: Figure
    behind: Figure | None = None


def told_of_waits(tables: Mapping[str, Released]) -> dict[Key, Told]:
    """The lines on waiting, by (code, group); none where a release doesn't tell of it."""
    if not {ASKS_MADE.name, *DAYS_OF} <= tables.keys():
        return {}
    made = tables[ASKS_MADE.name]
    behind = made.figures[ASKERS, (WHOLE, ALL)]
    told: dict[Key, Told] = {
        (code, ""): Told(_days(tables, percent), behind) for code, percent in SHARES.items()
    }
    for way in WAYS:
        cell = (WHOLE, way)
        told["soon_by_channel", way] = Told(
            _percent(tables[SOON].figures[THINGS, cell], made.figures[THINGS, cell]),
            made.figures[ASKERS, cell],
        )
    return told


def _days(tables: Mapping[str, Released], percent: int) -> Figure:
    """The first class that holds so many of all asks; a sign where the classes that are told don't say."""
    made = tables[ASKS_MADE.name].figures[THINGS, (WHOLE, ALL)]
    if not made.value:
        return FEW
    found = {days: tables[name].figures[THINGS, (WHOLE, ALL)].value for name, days in DAYS_OF.items()}
    for days in sorted(found):
        enough = found[days]
        if enough is not None and 100 * enough >= percent * made.value:
            return Figure(Sign.SHOWN, days)
    longest = found[max(found)]
    return FEW if longest is None else Figure(Sign.SHOWN, LONGER)


def _percent(part: Figure, whole: Figure) -> Figure:
    found = share(part, whole)
    return FEW if found is None else Figure(Sign.SHOWN, found)
