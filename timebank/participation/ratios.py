"""Division and quantiles that say 'not defined' where there is nothing to divide."""

from collections.abc import Iterable, Mapping
from fractions import Fraction


def ratio(part: float | Fraction, whole: float | Fraction) -> float | None:
    """``part / whole``; None where ``whole`` is 0. No unit."""
    return float(part / whole) if whole else None


def weighted_median(counts: Mapping[int, int]) -> float | None:
    """The median of whole numbers, each with how often it occurs; None where there is none.

    Between the two middle ones of an even count lies their mean.
    """
    total = sum(counts.values())
    if total <= 0:
        return None
    return (_at(counts, (total - 1) // 2) + _at(counts, total // 2)) / 2


def _at(counts: Mapping[int, int], place: int) -> int:
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > place:
            return value
    raise AssertionError("the place lies within the counts")


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Each count as a share of all of them, 0..1, in the order of the names; empty if all are 0."""
    total = sum(counts.values())
    return {name: counts[name] / total for name in sorted(counts)} if total else {}


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    kept = list(values)
    return sum(kept) / len(kept) if kept else None
