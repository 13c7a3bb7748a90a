"""Hours that are saved: how fast they move, and which lie still."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from timebank.participation.ratios import ratio


@dataclass(frozen=True)
class Holding:
    """One account on one day. ``moved_on`` is the day of its newest entry, None if there is none."""

    balance_minutes: int
    moved_on: date | None


def positive_stock(balances_minutes: Iterable[int]) -> Fraction:
    """M+ = 1/2 sum |balance|, which is the sum of the positive ones where all sum to 0. Unit: minutes."""
    return Fraction(sum(abs(each) for each in balances_minutes), 2)


def velocity(minutes: int, stocks: Sequence[Fraction]) -> float | None:
    """Minutes of favours in the period / the mean of M+ at its month ends. Unit: times per period.

    Under 0.5 in a year, hours are hoarded. Source: DOMAIN.md section 5.
    """
    return ratio(minutes * len(stocks), sum(stocks, Fraction(0)))


def idle_share(holdings: Iterable[Holding], since: date) -> float | None:
    """Positive minutes in accounts without an entry from ``since`` on / all positive minutes. No unit.

    ``since`` is a year ago: then someone asks whether they want to give their hours away.
    """
    saved = [each for each in holdings if each.balance_minutes > 0]
    still = [each for each in saved if each.moved_on is None or each.moved_on < since]
    return ratio(sum(each.balance_minutes for each in still), sum(each.balance_minutes for each in saved))
