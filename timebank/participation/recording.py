"""How fully and how soon favours are written down."""

from collections.abc import Iterable, Mapping

from timebank.participation.facts import FavourFact
from timebank.participation.ratios import ratio, weighted_median


def lag_days(favours: Iterable[FavourFact]) -> dict[int, int]:
    """Days from the favour to its entry -> how many favours; a database groups the same."""
    counts: dict[int, int] = {}
    for each in favours:
        days = (each.recorded_on - each.done_on).days
        counts[days] = counts.get(days, 0) + 1
    return counts


def median_lag(counts: Mapping[int, int]) -> float | None:
    """The median of days from favour to entry. Unit: days.

    People who trust one another write less down (Ferndale time bank): a long lag is a sign of that.
    """
    return weighted_median(counts)


def recorded_share(recorded: int, agreed: int) -> float | None:
    """Agreed proposals whose favour was written down / agreed proposals whose day is past. No unit."""
    return ratio(recorded, agreed)
