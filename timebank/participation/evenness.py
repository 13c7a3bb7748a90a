"""Whether those who could help are suggested and asked alike, whatever group they belong to.

What is compared is how many people of a group had a turn at all, with everybody outside the group. No
one is ranked, and nothing is said of fewer than ``LEAST`` people.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LEAST = 5
"""How many people a line tells of at the least; groups with fewer are put together."""

OTHERS = "*"
"""The name of the groups that were put together. ``""`` is the group of whom it isn't known."""


class Advice(enum.StrEnum):
    """What a line says to do: at the first of the three steps at which a group stays behind."""

    EVEN = "even"
    FEWER_SUGGESTED = "fewer_suggested"
    FEWER_ASKED = "fewer_asked"
    FEWER_YES = "fewer_yes"


@dataclass(frozen=True)
class Turns:
    """One member who could help: the groups by kind of group, and for how many asks they had a turn."""

    groups: Mapping[str, str]
    suggested: int = 0
    asked: int = 0
    yes: int = 0


@dataclass(frozen=True)
class Count:
    """People: who could help, and of them who were suggested, were asked, and said yes once or more."""

    people: int
    suggested: int
    asked: int
    yes: int


@dataclass(frozen=True)
class GroupLine:
    """One group of a kind, with what to do."""

    name: str
    count: Count
    advice: Advice


def count_turns(turns: Iterable[Turns]) -> Count:
    """How many people had a turn of each sort at least once."""
    rows = list(turns)
    return Count(
        people=len(rows),
        suggested=sum(each.suggested > 0 for each in rows),
        asked=sum(each.asked > 0 for each in rows),
        yes=sum(each.yes > 0 for each in rows),
    )


def lines_of_groups(turns: Sequence[Turns], kind: str) -> tuple[GroupLine, ...]:
    """One line for each group of this kind, by name, those put together last; none where there is one group."""
    names = merged_names(Counter(each.groups[kind] for each in turns))
    if len(set(names.values())) < 2:
        return ()
    lines = []
    for name in sorted(set(names.values()), key=lambda each: (each == OTHERS, each == "", each)):
        inside = [each for each in turns if names[each.groups[kind]] == name]
        outside = [each for each in turns if names[each.groups[kind]] != name]
        count = count_turns(inside)
        lines.append(GroupLine(name, count, advise(count, count_turns(outside))))
    return tuple(lines)


def merged_names(sizes: Mapping[str, int]) -> dict[str, str]:
    """Under which name each group is told: its own, or ``OTHERS`` for those with fewer than ``LEAST``.

    Where these are too few even together, the smallest of the rest goes with them.
    """
    by_size = sorted(sizes, key=lambda name: (sizes[name], name))
    together = [name for name in by_size if sizes[name] < LEAST]
    rest = by_size[len(together) :]
    while together and rest and sum(sizes[name] for name in together) < LEAST:
        together.append(rest.pop(0))
    return {name: OTHERS if name in together else name for name in sizes}


def advise(group: Count, others: Count) -> Advice:
    """The first step at which clearly fewer of the group had a turn than of the others.

    Suggested and asked are shares of who could help, yes is a share of who was asked.
    """
    if _clearly_fewer(group.suggested, group.people, others.suggested, others.people):
        return Advice.FEWER_SUGGESTED
    if _clearly_fewer(group.asked, group.people, others.asked, others.people):
        return Advice.FEWER_ASKED
    if _clearly_fewer(group.yes, group.asked, others.yes, others.asked):
        return Advice.FEWER_YES
    return Advice.EVEN


def _clearly_fewer(part: int, whole: int, other_part: int, other_whole: int) -> bool:
    """(part + 1) / whole < 4/5 * other_part / other_whole, for at least ``LEAST`` people on either side.

    The four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4 D),
    with the caution that they ask for where people are few: one person more mustn't turn it.
    """
    if min(whole, other_whole) < LEAST:
        return False
    return 5 * (part + 1) * other_whole < 4 * other_part * whole
