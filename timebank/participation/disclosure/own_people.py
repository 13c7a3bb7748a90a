"""What a reader knows of its own people, as their part of each table, in line with what was told.

A partner knows some neighbours by name. Who they are is found anew at each release, since it comes to know
more; their part of earlier tables is then worked out from the books of today. Books go on after a release
(``carrying``), so the others, whose figures the gate reasons about, are brought into line with what was told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timebank.participation.disclosure.carrying import in_line, split_in_line
from timebank.participation.disclosure.drafts import Draft, related
from timebank.participation.disclosure.tables import ALL, SUMS, Key, Table
from timebank.participation.periods import Period

TableKey = tuple[str, Period]
"""(name of the frame, period): which table of one antenna and audience."""

View = Mapping[TableKey, Mapping[Key, int]]
"""A reader's own people in each table, as ``Table.own`` has them; none in a table that isn't there."""


def as_seen(draft: Draft, view: View) -> Draft:
    """The draft for a reader whose own people are those of the view."""
    return replace(draft, table=replace(draft.table, own=view.get(key_of(draft.table), {})))


def key_of(table: Table) -> TableKey:
    """By which a view knows this table."""
    return table.frame.name, table.period


def bearing_on(tables: Sequence[Table], history: Sequence[Draft]) -> list[Table]:
    """The told tables that say something of the new ones, in the order in which they were told."""
    new = [Draft(table, {}) for table in tables]
    linked = [
        part for part in related([*history, *new]) if any(each is draft for each in part for draft in new)
    ]
    near = [each for part in linked for each in part]
    return [draft.table for draft in history if any(draft is each for each in near)]


def view_of(
    tables: Sequence[Table], everyone: Mapping[TableKey, Table], others: Mapping[TableKey, Table]
) -> View:
    """The view of a reader, from its tables in the order in which they were or will be told.

    ``everyone`` and ``others`` are the same tables by the books of today: of all, and without its own people.
    """
    view: dict[TableKey, Mapping[Key, int]] = {}
    done: list[Draft] = []
    for table in tables:
        key = key_of(table)
        if key not in others:
            continue
        if table.frame.overlapping:
            rest = in_line(_capped(others[key], table), done)
            rest = split_in_line(rest, [each.table for each in done])
            done.append(Draft(rest, {}))
            own = {each: table.figures.get(each, 0) - rest.figures[each] for each in table.frame.keys}
        else:
            own = _counted(table, everyone[key], others[key])
        view[key] = {each: count for each, count in own.items() if count}
    return view


def _counted(table: Table, everyone: Table, others: Table) -> dict[Key, int]:
    """Each person is in one group: its own are who they are today, as far as so many were told."""
    return {
        key: min(table.figures.get(key, 0), everyone.figures.get(key, 0) - others.figures.get(key, 0))
        for key in table.frame.keys
    }


def _capped(others: Table, told: Table) -> Table:
    """The others, no more of them than were told; all groups together no more than the groups in a row."""
    figures: dict[Key, int] = {}
    for key in sorted(told.frame.keys, key=lambda key: key[2] == ALL):
        figures[key] = min(others.figures.get(key, 0), told.figures.get(key, 0))
        measure, leaf, group = key
        if group == ALL and measure not in SUMS:
            figures[key] = min(figures[key], sum(figures[measure, leaf, each] for each in told.frame.groups))
    return replace(others, frame=told.frame, figures=figures, dominated=frozenset())
