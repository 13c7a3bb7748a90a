"""What a quarter told, its year tells too: new truths brought into line with those that were told.

Books go on after a release: a favour is taken back, an ask begins again, a slip comes in late. What was
told stays told, and figures that contradict it would prove that something was changed, and of how many
people. So a longer period counts at least what its parts did, and no more than all of them together.
"""

from collections.abc import Sequence
from dataclasses import replace

from timebank.participation.disclosure.drafts import Draft, holds_other
from timebank.participation.disclosure.tables import ALL, SUMS, Key, Table


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
