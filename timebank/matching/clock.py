"""From half-days to clock times: when each favour of a plan starts, and which two can't both be."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from timebank.matching.problem import Option, Problem
from timebank.matching.week import BITS_A_DAY, first_bit

Choice = tuple[int, Option]
"""The number of a task, and the option taken for one of its slots."""


class Timed(NamedTuple):
    """A choice with its start, or with the choice that leaves it none."""

    choice: Choice
    start: int | None
    before: Choice | None = None


def clashing_starts(start: int, half_hours: int, other_half_hours: int) -> int:
    """Where something else can't start, with half an hour between the two to get from door to door."""
    first = max(0, start - other_half_hours)
    return ((1 << (start + half_hours + 1 - first)) - 1) << first


def timed(problem: Problem, chosen: Iterable[Choice]) -> list[Timed]:
    """Each choice at its earliest start. In one day half-days follow each other, so earliest is best."""
    days: dict[tuple[int, int], list[Choice]] = defaultdict(list)
    for choice in chosen:
        days[choice[1].helper, choice[1].half_day // 3].append(choice)
    found = []
    for (_, day), choices in days.items():
        not_before, before = BITS_A_DAY * day, None
        for choice in sorted(choices, key=lambda each: each[1].half_day):
            number, option = choice
            starts = option.starts >> not_before << not_before
            if not starts:
                found.append(Timed(choice, None, before))
                continue
            start = first_bit(starts)
            found.append(Timed(choice, start))
            not_before, before = start + problem.tasks[number].half_hours + 1, choice
    return found


def clashes(problem: Problem, chosen: Iterable[Choice]) -> set[Choice]:
    """Of every two choices that no clock times suit, the dearer one."""
    found: set[Choice] = set()
    for each in timed(problem, chosen):
        if each.start is None and each.before is not None:
            found.add(max(each.choice, each.before, key=lambda choice: (choice[1].cost, choice[0])))
    return found
