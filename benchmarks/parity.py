"""Whether some people's asks fare worse than other people's: by language, wish, and how well they walk.

The engine knows neither how an ask came in nor how well the asker walks, so a channel can't be drawn
here; the product counts it from real asks (docs/indicators.md).
"""

from collections.abc import Callable, Iterable
from statistics import fmean
from typing import NamedTuple

from benchmarks.neighbours import Member
from timebank.matching.inputs import Ask

GROUPS: dict[str, Callable[[Member, Ask], bool]] = {
    "mother tongue neither French nor Dutch": lambda who, _: who.mother_tongue not in {"fr", "nl"},
    "no French": lambda who, _: "fr" not in who.languages,
    "a woman is asked for": lambda _, ask: ask.gender_wanted is not None,
    "hardly goes out": lambda who, _: who.mobility <= 1,
}


class Fate(NamedTuple):
    """How an ask ended: whether it was filled, and how many days until the yes (0 where that isn't known)."""

    who: Member
    ask: Ask
    filled: bool
    days: int = 0


def fill_ratios(fates: Iterable[Fate]) -> dict[str, float]:
    """For each group its fill by that of everybody else, of the same kinds of help; 1 is alike.

    A group asks for other things than the others do, so each kind of help is compared with itself and
    counts by how often the group asks for it.
    """
    known = list(fates)
    return {name: _ratio(known, belongs, lambda fate: float(fate.filled)) for name, belongs in GROUPS.items()}


def waiting_ratios(fates: Iterable[Fate]) -> dict[str, float]:
    """The same for the days from an ask to its yes, of those that were filled; 1 is alike."""
    known = [fate for fate in fates if fate.filled]
    return {name: _ratio(known, belongs, lambda fate: float(fate.days)) for name, belongs in GROUPS.items()}


def _ratio(
    fates: list[Fate], belongs: Callable[[Member, Ask], bool], value: Callable[[Fate], float]
) -> float:
    mine = theirs = 0.0
    for category in {fate.ask.category for fate in fates}:
        kind = [fate for fate in fates if fate.ask.category == category]
        inside = [value(fate) for fate in kind if belongs(fate.who, fate.ask)]
        outside = [value(fate) for fate in kind if not belongs(fate.who, fate.ask)]
        if inside and outside:
            mine += len(inside) * fmean(inside)
            theirs += len(inside) * fmean(outside)
    return mine / theirs if theirs else 1.0
