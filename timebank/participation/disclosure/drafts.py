"""A table with what is printed of it, and how tables of one population hold one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timebank.participation.disclosure.figures import Figure, Place, Released
from timebank.participation.disclosure.tables import Kind, Table
from timebank.participation.periods import Period


@dataclass(frozen=True)
class Draft:
    """The truth and what the audience gets of it. Kept with each release: the next gate needs it."""

    table: Table
    figures: Mapping[Place, Figure]

    @property
    def released(self) -> Released:
        """What leaves the house."""
        return Released(self.table.frame, self.table.period, self.figures)


def holds_other(whole: Table, part: Table) -> bool:
    """Whether everyone in ``part`` is in ``whole`` too, cell by cell."""
    if whole.frame.name in part.frame.inside:
        return part.period == whole.period
    if whole is part or whole.frame.name != part.frame.name:
        return False
    if whole.frame.kind is Kind.CUMULATIVE:
        return part.period.after < whole.period.after
    return part.period != whole.period and part.period.within(whole.period)


def same_people(one: Table, other: Table) -> bool:
    """Whether two tables count the same people by different groups."""
    return (
        one.frame.name != other.frame.name
        and one.frame.population == other.frame.population
        and one.frame.kind is other.frame.kind
        and one.period == other.period
    )


def is_split_of(fine: Table, whole: Table) -> bool:
    """Whether the areas of one table are together an area of another one that counts the same people."""
    area = fine.frame.split_of
    return bool(area) and area in whole.frame.areas and same_people(fine, whole)


def follows(later: Table, earlier: Table) -> bool:
    """Whether who was there at the end of ``earlier`` is who was there when ``later`` began."""
    same = later.frame.name == earlier.frame.name and bool(later.frame.at_start and earlier.frame.at_end)
    return same and earlier.period.after == later.period.first


def related(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts in parts that tell nothing about one another: of other people, or of other times."""
    parts: list[list[Draft]] = []
    for draft in drafts:
        linked = [part for part in parts if any(_touch(draft.table, each.table) for each in part)]
        joined = [each for part in linked for each in part]
        parts = [part for part in parts if part not in linked] + [[*joined, draft]]
    return parts


def rows_of_periods(periods: Iterable[Period]) -> list[list[Period]]:
    """Two ways to lay these periods end to end without overlap: the shortest first, the longest first."""
    known = sorted(set(periods))
    chosen = []
    for sign in (1, -1):
        row: list[Period] = []
        for each in sorted(known, key=lambda period: (period.first, sign * period.days)):
            if not row or row[-1].after <= each.first:
                row.append(each)
        if row not in chosen:
            chosen.append(row)
    return chosen


def _touch(one: Table, other: Table) -> bool:
    return any(
        each(*pair) for each in (holds_other, same_people, follows) for pair in ((one, other), (other, one))
    )
