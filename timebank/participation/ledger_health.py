"""Whether the books hold, and how often something had to be put right."""

from collections.abc import Iterable
from dataclasses import dataclass

from timebank.participation.ratios import ratio


@dataclass(frozen=True)
class LedgerHealth:
    """Sums of a period. ``balance_sum_minutes`` must be 0; the counts are favours."""

    balance_sum_minutes: int
    favours: int
    reversed: int
    disputed: int

    @property
    def balanced(self) -> bool:
        """The invariant of DOMAIN.md section 5: the balances sum to 0."""
        return self.balance_sum_minutes == 0

    @property
    def reversed_share(self) -> float | None:
        """Favours that were reversed / favours that were booked. No unit."""
        return ratio(self.reversed, self.favours)

    @property
    def disputed_share(self) -> float | None:
        """Favours that someone disputed / favours that were booked. No unit."""
        return ratio(self.disputed, self.favours)


def hours_agree(given_minutes: Iterable[int], received_minutes: Iterable[int], entries_minutes: int) -> bool:
    """Whether minutes given = minutes received = the credits in the books, the antenna's pot included."""
    return sum(given_minutes) == sum(received_minutes) == entries_minutes
