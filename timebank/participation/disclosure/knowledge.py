"""Everything that an audience knows, as sums between bounds: the attacker's notes.

The attacker holds every release ever made to it, knows the rules by which they were made and the
figures of its own people, and is told a little more than a real one could know: on which side of a
cell there were fewer than k, so that nothing rests on its not guessing right. The unknowns are the
figures of everyone else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import (
    Draft,
    follows,
    holds_other,
    rows_of_periods,
    same_people,
)
from timebank.participation.disclosure.figures import Place, Sign, base_of, bounds_of
from timebank.participation.disclosure.tables import ALL, MINUTES, SUMS, THINGS, Cell, Key, Kind, Table
from timebank.participation.disclosure.worlds import Form, Known, value_of
from timebank.participation.periods import Period

MINUTES_OF_A_DAY = 1440
WHO_IS_THERE = "who is there"
"""Source of what is known of things from where people truly are: in another neighbourhood they may be elsewhere."""


@dataclass(frozen=True)
class Knowledge:
    """Of one measure: the unknowns, their true values, and what is known of them.

    Sums of givers, of receivers, of minutes and of things share nothing but that nobody has minutes or things
    without being there; ``attacker`` sees to that.
    """

    measure: str
    index: dict[tuple[int, Key], int]
    truth: tuple[int, ...]
    known: tuple[Known, ...]
    drafts: tuple[Draft, ...]

    def form(self, number: int, cell: Cell) -> dict[int, int]:
        """The sum that a cell of the draft of this number is."""
        keys = self.drafts[number].table.frame.keys_of(self.measure, cell)
        return {self.index[number, key]: 1 for key in keys}

    def near(self, form: Form) -> set[int]:
        """The unknowns of the same leaf areas, in whatever group, table and period."""
        leaves = {key[1] for (_, key), unknown in self.index.items() if unknown in form}
        return {unknown for (_, key), unknown in self.index.items() if key[1] in leaves}

    @property
    def numbers(self) -> list[int]:
        """The numbers of the drafts that have this measure."""
        return [at for at, draft in enumerate(self.drafts) if self.measure in draft.table.frame.measures]


def difference(whole: Form, part: Form) -> dict[int, int]:
    """``whole - part``, without what cancels out."""
    found = dict(whole)
    for unknown, times in part.items():
        found[unknown] = found.get(unknown, 0) - times
    return {unknown: times for unknown, times in found.items() if times}


def knowledge_of(drafts: Sequence[Draft], audience: Audience) -> dict[str, Knowledge]:
    """What the audience knows once it has all of these, by measure."""
    measures = {measure: None for draft in drafts for measure in draft.table.frame.measures}
    return {measure: _of_measure(measure, drafts, audience) for measure in measures}


def _of_measure(measure: str, drafts: Sequence[Draft], audience: Audience) -> Knowledge:
    index: dict[tuple[int, Key], int] = {}
    truth: list[int] = []
    for number, draft in enumerate(drafts):
        for key in (each for each in draft.table.frame.keys if each[0] == measure):
            index[number, key] = len(truth)
            truth.append(draft.table.figures.get(key, 0) - draft.table.own.get(key, 0))
    base = Knowledge(measure, index, tuple(truth), (), tuple(drafts))
    known = [
        *_printed(base, audience),
        *_rules(base),
        *_over_time(base),
        *_same_people(base),
        *_from_year_to_year(base),
    ]
    return replace(base, known=tuple(known))


def _printed(base: Knowledge, audience: Audience) -> Iterator[Known]:
    """What each figure says of its cell; its source is (number of the draft, place)."""
    for number in base.numbers:
        for cell in base.drafts[number].table.frame.cells:
            known = _of_figure(base, number, (base.measure, cell), audience)
            if known.low is not None or known.high is not None:
                yield known


def _of_figure(base: Knowledge, number: int, place: Place, audience: Audience) -> Known:
    """The bounds from rounding; and that a printed cell has k others or none, or on which side of k a sign is."""
    draft, (measure, cell) = base.drafts[number], place
    figure, others = draft.figures[place], draft.table.others(measure, cell)
    low: int | None = None
    high: int | None = None
    if figure.value is not None:
        own = draft.table.own_figure(measure, cell)
        low, high = (each - own for each in bounds_of(figure.value, base_of(audience, measure)))
    if measure not in SUMS and figure.sign is not Sign.WITHHELD:
        if others >= audience.k:
            low = max(low or 0, audience.k)
        elif figure.sign is Sign.FEW:
            high = audience.k - 1
        elif not others:
            high = 0
        # Fewer than k others behind a figure that is shown: some of its people became known later.
    return Known(base.form(number, cell), low, high, (number, place))


def _rules(base: Knowledge) -> Iterator[Known]:
    """What holds within each table, whatever happened."""
    for number in base.numbers:
        if base.measure == MINUTES:
            yield from _possible_minutes(base, number)
        elif base.measure == THINGS:
            yield from _possible_things(base, number)
        elif base.drafts[number].table.frame.overlapping:
            yield from _overlaps(base, number)


def _possible_minutes(base: Knowledge, number: int) -> Iterator[Known]:
    """Nobody gives more than all day, and where nobody gave there are none; the attacker is told where."""
    table = base.drafts[number].table
    for key in (each for each in table.frame.keys if each[0] == MINUTES):
        source = (table.frame.counts[0], *key[1:])
        givers = table.figures.get(source, 0) - table.own.get(source, 0)
        yield Known({base.index[number, key]: 1}, None, MINUTES_OF_A_DAY * table.period.days * givers)


def _possible_things(base: Knowledge, number: int) -> Iterator[Known]:
    """Where nobody is there are no favours or asks; the attacker is told where."""
    table = base.drafts[number].table
    for key in (each for each in table.frame.keys if each[0] == THINGS):
        source = (table.frame.counts[0], *key[1:])
        if table.figures.get(source, 0) == table.own.get(source, 0):
            yield Known({base.index[number, key]: 1}, None, 0, WHO_IS_THERE)


def _overlaps(base: Knowledge, number: int) -> Iterator[Known]:
    """All groups together hold each group, and no more than all of them in a row."""
    frame = base.drafts[number].table.frame
    for leaf in frame.leaves:
        whole = {base.index[number, (base.measure, leaf, ALL)]: 1}
        groups = [{base.index[number, (base.measure, leaf, group)]: 1} for group in frame.groups]
        for group in groups:
            yield Known(difference(whole, group), 0, None)
        together = {unknown: 1 for group in groups for unknown in group}
        yield Known(difference(together, whole), 0, None)


def _over_time(base: Knowledge) -> Iterator[Known]:
    """A later or longer period holds an earlier or shorter one; parts that fill it add up to it at least."""
    tables = [draft.table for draft in base.drafts]
    for whole, table in enumerate(tables):
        parts = [place for place, other in enumerate(tables) if holds_other(table, other)]
        if table.frame.kind is Kind.CUMULATIVE:
            # The one before is enough: it holds all that came before itself.
            parts = sorted(parts, key=lambda place: tables[place].period.after)[-1:]
        for key in (each for each in table.frame.keys if each[0] == base.measure):
            unknown = base.index[whole, key]
            inner = {each: base.index[each, key] for each in parts if (each, key) in base.index}
            yield from (Known({unknown: 1, part: -1}, 0, None) for part in inner.values())
            if table.frame.kind is Kind.WITHIN:
                periods = {
                    tables[each].period: part
                    for each, part in inner.items()
                    if tables[each].frame.name == table.frame.name
                }
                yield from _laid_end_to_end(table, key, unknown, periods)


def _laid_end_to_end(table: Table, key: Key, unknown: int, inner: Mapping[Period, int]) -> Iterator[Known]:
    for row in rows_of_periods(inner):
        if len(row) < 2:
            continue
        form = {unknown: -1} | {inner[period]: 1 for period in row}
        full = sum(period.days for period in row) == table.period.days
        if key[0] in SUMS:
            yield Known(form, 0 if full else None, 0)
        elif full:
            yield Known(form, 0, None)


def _same_people(base: Knowledge) -> Iterator[Known]:
    """Tables that count the same people by other groups have the same wholes."""
    for one in base.numbers:
        for other in (each for each in base.numbers if each < one):
            frame, second = base.drafts[one].table.frame, base.drafts[other].table.frame
            if not same_people(base.drafts[one].table, base.drafts[other].table):
                continue
            for area in (each for each in frame.areas if frame.areas[each] == second.areas.get(each)):
                whole = base.form(other, (area, ALL))
                yield Known(difference(base.form(one, (area, ALL)), whole), 0, 0)
            yield from _split(base, one, other)
            yield from _split(base, other, one)


def _split(base: Knowledge, fine: int, coarse: int) -> Iterator[Known]:
    """The areas of one table are together an area of the other, in each group that both have."""
    frame, second = base.drafts[fine].table.frame, base.drafts[coarse].table.frame
    if not frame.split_of or frame.split_of not in second.areas:
        return
    groups = frame.groups if frame.groups == second.groups else ()
    for group in (*groups, ALL):
        together = {unknown: 1 for area in frame.areas for unknown in base.form(fine, (area, group))}
        yield Known(difference(together, base.form(coarse, (frame.split_of, group))), 0, 0)


def _from_year_to_year(base: Knowledge) -> Iterator[Known]:
    """Who was there at a period's end begins the next one, wherever that is still true of the figures."""
    for later in base.numbers:
        for earlier in base.numbers:
            one, other = base.drafts[later].table, base.drafts[earlier].table
            if not follows(one, other):
                continue
            for leaf in set(one.frame.leaves) & set(other.frame.leaves):
                began = {base.index[later, (base.measure, leaf, each)]: 1 for each in one.frame.at_start}
                ended = {base.index[earlier, (base.measure, leaf, each)]: 1 for each in other.frame.at_end}
                form = difference(began, ended)
                if value_of(form, base.truth) == 0:
                    yield Known(form, 0, 0)
