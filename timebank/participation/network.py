"""The shape of who helps whom: open or closed, whole or in pieces. Only ever per antenna, never as a graph."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.participation.facts import FavourFact
from timebank.participation.ratios import ratio
from timebank.participation.totals import Newcomer, PairTotal

Tie = tuple[int, int]


def ties_of(pairs: Iterable[PairTotal]) -> set[Tie]:
    """Who is tied to whom, in whatever direction: (smaller number, larger number)."""
    return {(min(each.giver_id, each.receiver_id), max(each.giver_id, each.receiver_id)) for each in pairs}


def core_share(team_minutes: int, minutes: int) -> float | None:
    """Minutes with both sides in the antenna's team / all minutes. No unit.

    Over 0.5 is a closed group (DOMAIN.md section 5, research report lines 4127-4134).
    """
    return ratio(team_minutes, minutes)


def team_minutes(favours: Iterable[FavourFact]) -> int:
    """The minutes of favours with both sides in the antenna's team."""
    return sum(each.minutes for each in favours if each.both_in_team)


def repeat_pair_share(pairs: Sequence[PairTotal]) -> float | None:
    """Minutes of the tenth of ordered pairs with the most minutes / all minutes. No unit.

    A tenth is rounded up, so that there is always one pair. Some repetition is good: visits do repeat.
    """
    minutes = sorted((each.minutes for each in pairs), reverse=True)
    return ratio(sum(minutes[: -(-len(minutes) // 10)]), sum(minutes))


def newcomer_integration(
    newcomers: Iterable[Newcomer], known_through: date, *, partners: int = 2, days: int = 90
) -> float | None:
    """Of those who joined in the period, the share with ``partners`` or more within ``days``. No unit.

    Source: DOMAIN.md section 5; first target: > 0.6. Those whose ``days`` run beyond ``known_through``
    can't be judged yet, and count on neither side.
    """
    judged = [each for each in newcomers if each.joined_on + timedelta(days=days - 1) <= known_through]
    return ratio(sum(each.partners >= partners for each in judged), len(judged))


@dataclass(frozen=True)
class EIIndex:
    """Ties across groups against ties within them. Counts of ties; ``by_chance`` is -1..1 or None."""

    external: int
    internal: int
    by_chance: float | None

    @property
    def value(self) -> float | None:
        """(external - internal) / (external + internal): -1 apart, 1 bridging. No unit."""
        return ratio(self.external - self.internal, self.external + self.internal)


def ei_index(ties: Collection[Tie], group_of: Mapping[int, str]) -> EIIndex:
    """The E-I index (Krackhardt and Stern 1988) of ties by language, age band or street.

    A tie with someone whose group isn't known counts on neither side. ``by_chance`` is what random
    mixing of the people in ``group_of`` would give: a large group has more ties within.
    """
    known = [(group_of[one], group_of[other]) for one, other in ties if one in group_of and other in group_of]
    internal = sum(one == other for one, other in known)
    people = len(group_of)
    within = ratio(sum(n * (n - 1) for n in Counter(group_of.values()).values()), people * (people - 1))
    return EIIndex(len(known) - internal, internal, None if within is None else 1 - 2 * within)


def giant_component_share(ties: Collection[Tie]) -> float | None:
    """Members of the largest connected part / members with a tie. No unit."""
    sizes = component_sizes(ties)
    return ratio(max(sizes, default=0), sum(sizes))


def component_sizes(ties: Collection[Tie]) -> list[int]:
    """The sizes of the connected parts, largest first. Unit: members."""
    neighbours = _neighbours(ties)
    seen: set[int] = set()
    sizes = []
    for start in neighbours:
        if start in seen:
            continue
        seen.add(start)
        waiting, size = [start], 0
        while waiting:
            size += 1
            new = neighbours[waiting.pop()] - seen
            seen |= new
            waiting.extend(new)
        sizes.append(size)
    return sorted(sizes, reverse=True)


def isolates(enrolled: Collection[int], ties: Collection[Tie]) -> int:
    """How many enrolled members have no tie. Unit: members; fewer is better."""
    tied = {member for tie in ties for member in tie}
    return len(set(enrolled) - tied)


def centralisation(ties: Collection[Tie]) -> float | None:
    """sum_i (k_max - k_i) / ((n - 1)(n - 2)): 1 is a star, one hub that does all. No unit.

    Source: Freeman 1979, on degrees of undirected ties among the n members who have one. None for n < 3.
    """
    degrees = [len(others) for others in _neighbours(ties).values()]
    n, most = len(degrees), max(degrees, default=0)
    return ratio(sum(most - each for each in degrees), (n - 1) * (n - 2)) if n > 2 else None


def _neighbours(ties: Iterable[Tie]) -> dict[int, set[int]]:
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, other in ties:
        neighbours[one].add(other)
        neighbours[other].add(one)
    return neighbours
