"""Everything that an audience knows, as sums between bounds: the attacker's notes.

The attacker holds every release ever made to it, knows the rules by which they were made and the
figures of its own people, and is told a little more than a real one could know: on which side of a
cell there were fewer than k, so that nothing rests on its not guessing right. The unknowns are the
figures of everyone else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import Draft, holds_other, rows_of_periods, same_people
from timebank.participation.disclosure.figures import Sign, base_of, bounds_of
from timebank.participation.disclosure.tables import ALL, MINUTES, Cell, Key, Kind, Table
from timebank.participation.disclosure.worlds import Known
from timebank.participation.periods import Period

MINUTES_OF_A_DAY = 1440
MOST_PARTNERS = 1000
"""Nobody helps, or is helped by, more people than this in one period."""


@dataclass(frozen=True)
class Knowledge:
    """The unknowns, their true values, and what is known of them."""

    index: dict[tuple[int, Key], int]
    truth: tuple[int, ...]
    known: tuple[Known, ...]
    drafts: tuple[Draft, ...]

    def form(self, place: int, measure: str, cell: Cell) -> dict[int, int]:
        """The sum that a cell of the draft at ``place`` is."""
        return {self.index[place, key]: 1 for key in self.drafts[place].table.frame.keys_of(measure, cell)}


def difference(whole: dict[int, int], part: dict[int, int]) -> dict[int, int]:
    """``whole - part``, without what cancels out."""
    found = dict(whole)
    for unknown, times in part.items():
        found[unknown] = found.get(unknown, 0) - times
    return {unknown: times for unknown, times in found.items() if times}


def knowledge_of(drafts: Sequence[Draft], audience: Audience) -> Knowledge:
    """What the audience knows once it has all of these."""
    index: dict[tuple[int, Key], int] = {}
    truth: list[int] = []
    for place, draft in enumerate(drafts):
        for key in draft.table.frame.keys:
            index[place, key] = len(truth)
            truth.append(draft.table.figures.get(key, 0) - draft.table.own.get(key, 0))
    bare = Knowledge(index, tuple(truth), (), tuple(drafts))
    known = [*_printed(bare, audience), *_rules(bare), *_over_time(bare), *_same_people(bare)]
    return Knowledge(index, tuple(truth), tuple(known), tuple(drafts))


def _printed(base: Knowledge, audience: Audience) -> Iterator[Known]:
    """What each figure says of its cell."""
    for place, draft in enumerate(base.drafts):
        table = draft.table
        for (measure, cell), figure in draft.figures.items():
            form, own = base.form(place, measure, cell), table.own_figure(measure, cell)
            if figure.value is not None:
                low, high = bounds_of(figure.value, base_of(audience, measure))
                yield Known(form, max(low - own, 0), high - own)
            if measure != MINUTES and figure.sign is not Sign.WITHHELD:
                yield _side_of_k(table, measure, cell, form, audience.k, shown=figure.sign is Sign.SHOWN)


def _side_of_k(table: Table, measure: str, cell: Cell, form: dict[int, int], k: int, *, shown: bool) -> Known:
    """That a printed cell had k others or none; of a sign, on which side of k it was."""
    others = table.others(measure, cell)
    if others >= k:
        return Known(form, k, None)
    return Known(form, 0, 0 if shown else k - 1)


def _rules(base: Knowledge) -> Iterator[Known]:
    """What holds within each table, whatever happened."""
    for place, draft in enumerate(base.drafts):
        frame = draft.table.frame
        if frame.overlapping:
            yield from _overlaps(base, place)
        if frame.with_minutes:
            most = MINUTES_OF_A_DAY * draft.table.period.days
            yield from _needs(base, place, MINUTES, frame.counts[0], most)
        if frame.linked:
            one, other = frame.counts
            yield from _needs(base, place, one, other, MOST_PARTNERS)
            yield from _needs(base, place, other, one, MOST_PARTNERS)


def _overlaps(base: Knowledge, place: int) -> Iterator[Known]:
    """All groups together hold each group, and no more than all of them in a row."""
    frame = base.drafts[place].table.frame
    for kind in frame.counts:
        for leaf in frame.leaves:
            whole = {base.index[place, (kind, leaf, ALL)]: 1}
            groups = [{base.index[place, (kind, leaf, group)]: 1} for group in frame.groups]
            for group in groups:
                yield Known(difference(whole, group), 0, None)
            together = {unknown: 1 for group in groups for unknown in group}
            yield Known(difference(together, whole), 0, None)


def _needs(base: Knowledge, place: int, measure: str, source: str, most: int) -> Iterator[Known]:
    """Without anyone in ``source`` there is nothing in ``measure``, with them at most ``most`` each."""
    frame = base.drafts[place].table.frame
    for leaf in frame.leaves:
        for group in frame.groups:
            yield Known(
                {
                    base.index[place, (source, leaf, group)]: most,
                    base.index[place, (measure, leaf, group)]: -1,
                },
                0,
                None,
            )


def _over_time(base: Knowledge) -> Iterator[Known]:
    """A later or longer period holds an earlier or shorter one; parts that fill it add up to it at least."""
    tables = [draft.table for draft in base.drafts]
    for whole, table in enumerate(tables):
        parts = [place for place, other in enumerate(tables) if holds_other(table, other)]
        for (place, key), unknown in base.index.items():
            if place == whole:
                inner = {each: base.index[each, key] for each in parts if (each, key) in base.index}
                yield from (Known({unknown: 1, part: -1}, 0, None) for part in inner.values())
                if table.frame.kind is Kind.WITHIN:
                    periods = {tables[each].period: part for each, part in inner.items()}
                    yield from _laid_end_to_end(table, key, unknown, periods)


def _laid_end_to_end(table: Table, key: Key, unknown: int, inner: Mapping[Period, int]) -> Iterator[Known]:
    for row in rows_of_periods(inner):
        if len(row) < 2:
            continue
        form = {unknown: -1} | {inner[period]: 1 for period in row}
        full = sum(period.days for period in row) == table.period.days
        if key[0] == MINUTES:
            yield Known(form, 0 if full else None, 0)
        elif full:
            yield Known(form, 0, None)


def _same_people(base: Knowledge) -> Iterator[Known]:
    """Tables that count the same people by other groups have the same wholes."""
    for one, draft in enumerate(base.drafts):
        for other in range(one):
            if not same_people(draft.table, base.drafts[other].table):
                continue
            frame, second = draft.table.frame, base.drafts[other].table.frame
            for measure in (each for each in frame.measures if each in second.measures):
                for area in (each for each in frame.areas if frame.areas[each] == second.areas.get(each)):
                    form = base.form(one, measure, (area, ALL))
                    yield Known(difference(form, base.form(other, measure, (area, ALL))), 0, 0)
