"""How many take part, and who stays."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from timebank.participation.facts import LeftBecause
from timebank.participation.periods import Period
from timebank.participation.ratios import ratio
from timebank.participation.totals import MemberTotal


def active_count(totals: Sequence[MemberTotal]) -> int:
    """n: members who gave or received at least one favour in the period. Unit: members."""
    return sum(each.gave or each.received for each in totals)


def mean_enrolled(member_days: int, period: Period) -> float:
    """N: the mean number of members over the period, days of membership / days. Unit: members."""
    return member_days / period.days


def active_share(active: int, enrolled: float) -> float | None:
    """n / N, over 90 days and over 12 months. No unit; can pass 1 where many come and go.

    Source: DOMAIN.md section 5, after Collom 2012. First target: > 0.5 over 12 months.
    """
    return ratio(active, enrolled)


@dataclass(frozen=True)
class Retention:
    """What became of those who were active in the year before. Counts of members."""

    active_before: int
    still_active: int
    died: int
    moved: int
    otherwise: int

    @property
    def share(self) -> float | None:
        """Active in both years / active in the year before. No unit; deaths and moves are in the whole."""
        return ratio(self.still_active, self.active_before)

    @property
    def share_of_those_who_could(self) -> float | None:
        """The same without those who died or moved, which nobody can help. No unit."""
        return ratio(self.still_active, self.active_before - self.died - self.moved)


def retention(
    before: Collection[int], now: Collection[int], endings: Mapping[int, LeftBecause | None]
) -> Retention:
    """Who of the members active ``before`` is active ``now``; deaths and moves stand apart.

    ``endings`` holds the reason of those whose membership ended. Someone who was active this year
    and then died counts as active. Source: DOMAIN.md section 5.
    """
    earlier, present = set(before), set(now)
    gone = [endings.get(member) for member in earlier - present]
    died, moved = gone.count(LeftBecause.DIED), gone.count(LeftBecause.MOVED)
    return Retention(len(earlier), len(earlier & present), died, moved, len(gone) - died - moved)
