"""What a quarter told, its year tells too: new truths brought into line with those that were told.

Books go on after a release: a favour is taken back, an ask begins again, a slip comes in late. What was
told stays told, and figures that contradict it would prove that something was changed, and of how many
people. So a longer period counts at least what its parts did, and no more than all of them together.
"""

from collections.abc import Sequence
from dataclasses import replace

from timebank.participation.disclosure.drafts import Draft, holds_other, is_split_of
from timebank.participation.disclosure.tables import ALL, MINUTES, SUMS, Key, Table


def in_line(table: Table, history: Sequence[Draft]) -> Table:
    """The table with each figure between the largest of its told parts and their sum.

    The upper bound, and that minutes and things are exactly their sum, hold where the parts fill the period. Who
    is in all groups together is fitted last, between the largest group and the sum of the groups.
    """
    parts = [draft.table for draft in history if holds_other(table, draft.table)]
    if not parts:
        return table
    keys = sorted(table.frame.keys, key=lambda key: key[2] == ALL)
    figures = dict(table.figures)
    for key in keys:
        figures[key] = _fitted(key, table, figures, parts)
    return replace(table, figures=figures)


def all_in_line(tables: Sequence[Table], history: Sequence[Draft]) -> list[Table]:
    """Each of the tables of one period, those by area brought into line with the ones of the whole."""
    fitted = [in_line(table, history) for table in tables]
    return [split_in_line(table, fitted) if table.frame.split_of else table for table in fitted]


def split_in_line(table: Table, others: Sequence[Table]) -> Table:
    """A table by area whose areas are together what the table of the whole has, group by group.

    What more or fewer there are is put in the largest area. Where the people of all groups together then can't be
    divided any more, the smallest areas go up in the largest.
    """
    whole = next((each for each in others if is_split_of(table, each)), None)
    if whole is None:
        return table
    figures = dict(table.figures)
    for measure in table.frame.measures:
        for group in table.frame.groups:
            goal = whole.true_figure(measure, (table.frame.split_of, group))
            _add_up(figures, [(measure, leaf, group) for leaf in table.frame.leaves], goal)
    for measure in table.frame.counts:
        _together(figures, table, measure, whole.true_figure(measure, (table.frame.split_of, ALL)))
    for group in table.frame.groups if table.frame.with_minutes else ():
        _to_givers(figures, table, group)
    return replace(table, figures=figures)


def _add_up(figures: dict[Key, int], keys: Sequence[Key], goal: int) -> None:
    for key in sorted(keys, key=lambda key: -figures.get(key, 0)):
        rest = goal - sum(figures.get(each, 0) for each in keys)
        figures[key] = max(0, figures.get(key, 0) + rest)


def _together(figures: dict[Key, int], table: Table, measure: str, goal: int) -> None:
    """The people of all groups of each area: no fewer than in one group, no more than in all of them in a row."""
    leaves = sorted(table.frame.leaves, key=lambda leaf: figures.get((measure, leaf, ALL), 0))
    for place in range(len(leaves) - 1):
        least = {leaf: max(_row(figures, table, measure, leaf)) for leaf in leaves}
        if sum(least.values()) <= goal:
            break
        for group in table.frame.groups:
            figures[measure, leaves[-1], group] += figures.get((measure, leaves[place], group), 0)
            figures[measure, leaves[place], group] = 0
    for leaf in leaves:
        row = _row(figures, table, measure, leaf)
        figures[measure, leaf, ALL] = min(sum(row), max(max(row), figures.get((measure, leaf, ALL), 0)))
    for leaf in reversed(leaves):
        row, key = _row(figures, table, measure, leaf), (measure, leaf, ALL)
        rest = goal - sum(figures[measure, each, ALL] for each in leaves)
        figures[key] = min(sum(row), max(max(row), figures[key] + rest))


def _row(figures: dict[Key, int], table: Table, measure: str, leaf: str) -> list[int]:
    return [figures.get((measure, leaf, group), 0) for group in table.frame.groups]


def _to_givers(figures: dict[Key, int], table: Table, group: str) -> None:
    """Minutes of an area without givers go where there are most of them."""
    kind = table.frame.counts[0]
    most = max(table.frame.leaves, key=lambda leaf: figures.get((kind, leaf, group), 0))
    for leaf in table.frame.leaves:
        if leaf != most and not figures.get((kind, leaf, group), 0):
            figures[MINUTES, most, group] += figures.get((MINUTES, leaf, group), 0)
            figures[MINUTES, leaf, group] = 0


def _fitted(key: Key, table: Table, figures: dict[Key, int], parts: Sequence[Table]) -> int:
    measure, leaf, group = key
    parts = [part for part in parts if measure in part.frame.measures]
    full = sum(part.period.days for part in parts) == table.period.days
    told = [part.figures.get(key, 0) for part in parts]
    low, high = max(told, default=0), sum(told) if full else None
    if measure in SUMS:
        return sum(told) if full else max(sum(told), figures.get(key, 0))
    if group == ALL:
        groups = [figures[measure, leaf, each] for each in table.frame.groups]
        low, most = max([low, *groups]), sum(groups)
        high = most if high is None else min(high, most)
    value = max(low, figures.get(key, 0))
    return value if high is None else min(high, value)
