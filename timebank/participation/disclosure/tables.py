"""A table of the catalogue: areas by groups, with people counted and minutes summed."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from timebank.participation.periods import Period

ALL = "*"
"""In place of a group: all groups together."""

MINUTES = "minutes"
THINGS = "things"
"""Favours or asks."""

SUMS = frozenset({MINUTES, THINGS})
"""Measures that add up over groups, also where one person is in several."""

Cell = tuple[str, str]
"""(area, group), either of them possibly a whole."""

Key = tuple[str, str, str]
"""(measure, leaf area, group): the finest figures, from which all others are added up."""


class Kind(enum.StrEnum):
    """How the same table of two periods is related."""

    CUMULATIVE = "cumulative"
    """Everyone since the beginning: a later figure holds the earlier one."""

    WITHIN = "within"
    """Those of the period alone: a year holds its quarters."""


@dataclass(frozen=True)
class Frame:
    """What doesn't change from one release to the next: which table, over which cells.

    ``areas`` names each area with the leaf areas in it; a leaf has itself. ``overlapping``: one person
    can be in several groups (categories), so that groups don't add up to all. ``counts`` are the
    kinds of people counted in each cell, such as ('givers', 'receivers'); minutes and things (favours, asks)
    are those of the first kind. Tables of the same ``population`` count the same people, by other groups.
    Everyone in it is also, group by group, in the tables ``inside`` which it lies, of the same period. Whoever
    is in the groups ``at_end`` of a period is in those ``at_start`` of the next one. All areas together are the
    one area ``split_of`` of the other tables of the population.
    """

    name: str
    population: str
    kind: Kind
    areas: Mapping[str, frozenset[str]]
    groups: tuple[str, ...]
    counts: tuple[str, ...] = ("members",)
    overlapping: bool = False
    with_minutes: bool = False
    with_things: bool = False
    inside: tuple[str, ...] = ()
    at_start: tuple[str, ...] = ()
    at_end: tuple[str, ...] = ()
    split_of: str = ""

    @property
    def leaves(self) -> tuple[str, ...]:
        """The finest areas, in order."""
        return tuple(sorted(set().union(*self.areas.values())))

    @property
    def measures(self) -> tuple[str, ...]:
        """The figures in each cell."""
        sums = ((MINUTES, self.with_minutes), (THINGS, self.with_things))
        return (*self.counts, *(measure for measure, has in sums if has))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, finest first: by the number of leaves, groups before their whole."""
        areas = sorted(self.areas, key=lambda area: (len(self.areas[area]), area))
        return tuple((area, group) for area in areas for group in (*self.groups, ALL))

    def keys_of(self, measure: str, cell: Cell) -> list[Key]:
        """The finest figures that add up to this one."""
        area, group = cell
        adds_up = measure in SUMS or not self.overlapping
        groups = self.groups if group == ALL and adds_up else (group,)
        return [(measure, leaf, each) for leaf in sorted(self.areas[area]) for each in groups]

    @property
    def keys(self) -> list[Key]:
        """All finest figures. Where groups overlap, the people of all groups together are one of them."""
        return [
            (measure, leaf, group)
            for measure in self.measures
            for leaf in self.leaves
            for group in (self.groups if measure in SUMS or not self.overlapping else (*self.groups, ALL))
        ]


@dataclass(frozen=True)
class Table:
    """The truth of one frame in one period; it never leaves the house.

    ``figures`` are the finest ones, 0 where one is missing; ``own`` are those of the audience's own
    people among them, which it knows; ``dominated`` the cells whose minutes or things are mostly one or two
    people's (``audiences.is_dominated``).
    """

    frame: Frame
    period: Period
    figures: Mapping[Key, int]
    own: Mapping[Key, int] = field(default_factory=dict)
    dominated: frozenset[Cell] = frozenset()

    def true_figure(self, measure: str, cell: Cell) -> int:
        """The exact figure of a cell."""
        return sum(self.figures.get(key, 0) for key in self.frame.keys_of(measure, cell))

    def own_figure(self, measure: str, cell: Cell) -> int:
        """How much of it the audience knows as its own."""
        return sum(self.own.get(key, 0) for key in self.frame.keys_of(measure, cell))

    def others(self, measure: str, cell: Cell) -> int:
        """The rest, about which it must learn nothing."""
        return self.true_figure(measure, cell) - self.own_figure(measure, cell)
