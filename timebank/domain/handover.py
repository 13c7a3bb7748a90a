"""Who of a team stops soon, who goes on beside them, and how many are left then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.domain.roster import Span, holders_on

OVERLAP_DAYS = 28
"""So long whoever stops and whoever goes on should work together: four weeks."""
SEEN_AHEAD = timedelta(days=2 * OVERLAP_DAYS)
"""A handover is seen this long before it: time to find someone and then to work together."""


@dataclass(frozen=True)
class Beside:
    """Someone who goes on after another one's last day, and for how many days the two work together."""

    person_id: int
    together_days: int

    @property
    def is_short(self) -> bool:
        """Whether the two have fewer than four weeks together."""
        return self.together_days < OVERLAP_DAYS


@dataclass(frozen=True)
class Leaving:
    """Someone whose last day comes soon. ``left`` is how many have the role on the day after it."""

    person_id: int
    last_day: date
    beside: tuple[Beside, ...]
    left: int


def leaving_soon(spans: Iterable[Span], today: date) -> tuple[Leaving, ...]:
    """Who of today's or tomorrow's holders stops within eight weeks, the first to stop first."""
    known = tuple(spans)
    last_days = {span.person_id: _last_day(known, span.person_id) for span in known}
    soon = sorted(
        (day, person_id)
        for person_id, day in last_days.items()
        if day is not None and today <= day <= today + SEEN_AHEAD
    )
    return tuple(_leaving(known, person_id, day) for day, person_id in soon)


def _last_day(spans: Sequence[Span], person_id: int) -> date | None:
    """The last day of anyone's last role; None where one stands open."""
    ends = [span.ends_on for span in spans if span.person_id == person_id]
    return None if None in ends else max(day for day in ends if day is not None)


def _leaving(spans: Sequence[Span], person_id: int, last_day: date) -> Leaving:
    after = holders_on(spans, last_day + timedelta(days=1)) - {person_id}
    own = min(span.starts_on for span in spans if span.person_id == person_id)
    beside = []
    for other in sorted(after):
        start = min(span.starts_on for span in spans if span.person_id == other)
        beside.append(Beside(other, max(0, (last_day - max(own, start)).days + 1)))
    return Leaving(person_id, last_day, tuple(beside), len(after))
