"""Another attacker, which shares no search with the gate: linear programs solved by HiGHS (scipy).

It has all that was released to one audience, that audience's own people, and the rules. It bounds every
cell, every cell without a part of it, and every growth, people and minutes together in one program, and
names the groups of 1 to k-1 people that it can prove, and the minutes or things of such a group that it
knows to within a quarter. Things are those of the kind of people with the number ``things_of``: the givers',
or else the receivers'. For one thing it looks at the truth: on which side of k a sign was, and
(for minutes) how many people a group has.
"""

import math
from itertools import permutations, product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from timebank.participation.disclosure.figures import Sign
from timebank.participation.disclosure.tables import ALL, Kind

LITTLE = 1e-6
SUMS = ("minutes", "things")
MOST_THINGS = 1000


class Judge:
    def __init__(self, drafts, k, base_people=None, base_minutes=None, *, things_of=0):
        self.drafts, self.k, self.things_of = list(drafts), k, things_of
        self.base_people, self.base_minutes = base_people or k, base_minutes or 60 * k
        self.column, self.rows = {}, []
        for number, draft in enumerate(self.drafts):
            frame = draft.table.frame
            for measure in frame.measures:
                groups = list(frame.groups)
                if frame.overlapping and measure not in SUMS:
                    groups.append(ALL)
                for leaf in frame.leaves:
                    for group in groups:
                        self.column[number, measure, leaf, group] = len(self.column)
        for number in range(len(self.drafts)):
            self._read(number)
            self._reason_within(number)
        for one, other in permutations(range(len(self.drafts)), 2):
            self._reason_between(one, other)
            self._reason_of_areas(one, other)
        self._fill_years()
        self._build()

    def cell(self, number, measure, area, group):
        """Columns and signs of a cell."""
        frame = self.drafts[number].table.frame
        whole = group == ALL and not (frame.overlapping and measure not in SUMS)
        groups = frame.groups if whole else [group]
        return {self.column[number, measure, leaf, g]: 1 for leaf in frame.areas[area] for g in groups}

    def true(self, number, measure, area, group):
        return self.drafts[number].table.others(measure, (area, group))

    def _row(self, form, low=None, high=None):
        self.rows.append((form, low, high))

    def _read(self, number):
        draft = self.drafts[number]
        for (measure, (area, group)), figure in draft.figures.items():
            form = self.cell(number, measure, area, group)
            own = draft.table.own_figure(measure, (area, group))
            people = measure not in SUMS
            if figure.sign is Sign.SHOWN:
                base = self.base_minutes if measure == "minutes" else self.base_people
                low = max(figure.value - base // 2, self.k if people else 0)
                self._row(form, low - own, figure.value + (base - 1) // 2 - own)
                others = self.true(number, measure, area, group)
                if people and (others == 0 or others >= self.k):
                    self._row(form, self.k if others else 0, None if others else 0)
            if figure.sign is Sign.FEW and people:
                many = self.true(number, measure, area, group) >= self.k
                self._row(form, self.k if many else 0, None if many else self.k - 1)

    def _reason_within(self, number):
        table = self.drafts[number].table
        for leaf in table.frame.leaves:
            for kind in table.frame.counts if table.frame.overlapping else ():
                together = {self.column[number, kind, leaf, ALL]: -1}
                for group in table.frame.groups:
                    one = self.column[number, kind, leaf, group]
                    self._row({self.column[number, kind, leaf, ALL]: 1, one: -1}, low=0)
                    together[one] = 1
                self._row(together, low=0)
            for group in table.frame.groups if table.frame.with_minutes else ():
                giver = self.column[number, table.frame.counts[0], leaf, group]
                minutes = self.column[number, "minutes", leaf, group]
                self._row({giver: 1440 * table.period.days, minutes: -1}, low=0)
            for group in table.frame.groups if table.frame.with_things else ():
                things = self.column[number, "things", leaf, group]
                for kind in table.frame.counts[self.things_of :][:1]:
                    person = self.column[number, kind, leaf, group]
                    self._row({things: 1, person: -1}, low=0)
                    self._row({person: MOST_THINGS, things: -1}, low=0)

    def _reason_between(self, one, other):
        late, early = self.drafts[one].table, self.drafts[other].table
        if self.includes(late, early):
            for (number, *key), column in self.column.items():
                if number == one:
                    self._row({column: 1, self.column[other, *key]: -1}, low=0)
            self._reason_of_rests(one, other)
        if self.follows(late, early):
            for leaf in late.frame.leaves:
                began = {self.column[one, "members", leaf, each]: 1 for each in late.frame.at_start}
                ended = {self.column[other, "members", leaf, each]: 1 for each in early.frame.at_end}
                self._row(minus(began, ended), 0, 0)
        others = late.frame.name != early.frame.name and late.frame.population == early.frame.population
        for area in late.frame.areas if others and late.period == early.period else ():
            if area not in early.frame.areas:
                continue
            kind = late.frame.counts[0]
            self._row(minus(self.cell(one, kind, area, ALL), self.cell(other, kind, area, ALL)), 0, 0)

    def _reason_of_areas(self, one, other):
        """The areas of a table together are the one area of another table of the same people."""
        fine, whole = self.drafts[one].table, self.drafts[other].table
        split = fine.frame.split_of and fine.frame.population == whole.frame.population
        if split and fine.period == whole.period and fine.frame.split_of in whole.frame.areas:
            for measure in set(fine.frame.measures) & set(whole.frame.measures):
                for group in (*fine.frame.groups, ALL):
                    together = {}
                    for area in fine.frame.areas:
                        together |= self.cell(one, measure, area, group)
                    self._row(minus(together, self.cell(other, measure, fine.frame.split_of, group)), 0, 0)

    def _fill_years(self):
        for number, draft in enumerate(self.drafts):
            table = draft.table
            inside = [
                at for at, each in enumerate(self.drafts)
                if each.table.frame.name == table.frame.name and each.table.period.within(table.period) and at != number
            ]  # fmt: skip
            days = sum(self.drafts[at].table.period.days for at in inside)
            if table.frame.kind is Kind.WITHIN and days == table.period.days:
                for at, *key in list(self.column):
                    if at == number:
                        form = {self.column[number, *key]: -1} | {self.column[i, *key]: 1 for i in inside}
                        self._row(form, 0, 0 if key[0] in SUMS else None)

    def _reason_of_rests(self, one, other):
        """Whoever is in the whole and not in the part has a favour or an ask outside the part."""
        frame = self.drafts[one].table.frame
        for leaf, group in product(frame.leaves, frame.groups if frame.with_things else ()):
            for kind in frame.counts[self.things_of :][:1]:
                rest = {
                    self.column[one, "things", leaf, group]: 1,
                    self.column[other, "things", leaf, group]: -1,
                }
                people = {self.column[one, kind, leaf, group]: 1, self.column[other, kind, leaf, group]: -1}
                self._row(minus(rest, people), low=0)

    @staticmethod
    def follows(late, early):
        return late.frame.name == early.frame.name and early.period.after == late.period.first

    @staticmethod
    def includes(late, early):
        if late.frame.name in early.frame.inside:
            return late.period == early.period
        if late.frame.name != early.frame.name:
            return False
        if late.frame.kind is Kind.CUMULATIVE:
            return late.period.first > early.period.first
        return late.period != early.period and early.period.within(late.period)

    def _build(self):
        upper, limits = [], []
        for form, low, high in self.rows:
            if high is not None:
                upper.append(form)
                limits.append(high)
            if low is not None:
                upper.append({column: -times for column, times in form.items()})
                limits.append(-low)
        self.matrix = lil_matrix((len(upper), len(self.column)))
        for place, form in enumerate(upper):
            for column, times in form.items():
                self.matrix[place, column] = times
        self.matrix, self.limits = self.matrix.tocsr(), np.array(limits, dtype=float)

    def bounds(self, form):
        """The least and the most that a sum can be."""
        line = np.zeros(len(self.column))
        for column, times in form.items():
            line[column] = times
        least, most = self._solve(line), self._solve(-line)
        return -math.inf if least is None else least, math.inf if most is None else -most

    def _solve(self, line):
        """The least value, or None without end. Presolve can't always tell 'no end' from 'impossible'."""
        program = {"A_ub": self.matrix, "b_ub": self.limits, "bounds": (0, None), "method": "highs"}
        found = linprog(line, **program)
        if found.status not in (0, 3):
            found = linprog(line, **program, options={"presolve": False})
        assert found.status in (0, 3), found.message
        return found.fun if found.status == 0 else None

    def groups(self):
        """(name, kind's form, forms of its sums, true size) of every group."""
        for number, draft in enumerate(self.drafts):
            frame = draft.table.frame
            for kind in frame.counts:
                sums = [each for each in SUMS if each in frame.measures and kind == frame.counts[0]]
                for area in frame.areas:
                    for group in (*frame.groups, ALL):
                        yield self._group(number, kind, (area, group), None, sums)
                        if group == ALL:
                            for each in frame.groups:
                                adding_up = [] if frame.overlapping else sums
                                yield self._group(number, kind, (area, ALL), (area, each), adding_up)
                if frame.split_of:
                    for cell in product(frame.areas, (*frame.groups, ALL)):
                        yield self._all_but(number, kind, cell, sums)
                for area, part in permutations(frame.areas, 2):
                    if frame.areas[part] < frame.areas[area]:
                        for group in (*frame.groups, ALL):
                            yield self._group(number, kind, (area, group), (part, group), sums)
        for one, other in permutations(range(len(self.drafts)), 2):
            late, early = self.drafts[one].table, self.drafts[other].table
            if self.includes(late, early):
                for kind in late.frame.counts:
                    for cell in late.frame.cells:
                        form = minus(self.cell(one, kind, *cell), self.cell(other, kind, *cell))
                        size = self.true(one, kind, *cell) - self.true(other, kind, *cell)
                        yield f"growth of {kind} {cell}", form, {}, size

    def _all_but(self, number, kind, cell, sums):
        """Whoever of a group is in none but the other areas."""
        others = [each for each in self.drafts[number].table.frame.areas if each != cell[0]]
        size = sum(self.true(number, kind, each, cell[1]) for each in others)
        forms = []
        for measure in (kind, *sums):
            forms.append({})
            for each in others:
                forms[-1] |= self.cell(number, measure, each, cell[1])
        name = f"{self.drafts[number].table.period.first} {kind} all but {cell}"
        return name, forms[0], dict(zip(sums, forms[1:], strict=True)), size

    def _group(self, number, kind, cell, part, sums):
        form, size = self.cell(number, kind, *cell), self.true(number, kind, *cell)
        theirs = {each: self.cell(number, each, *cell) for each in sums}
        if part:
            form, size = minus(form, self.cell(number, kind, *part)), size - self.true(number, kind, *part)
            theirs = {each: minus(theirs[each], self.cell(number, each, *part)) for each in sums}
        return f"{self.drafts[number].table.period.first} {kind} {cell} without {part}", form, theirs, size

    def proven(self):
        """What it can prove: (group, low, high)."""
        found = []
        for name, form, sums, size in self.groups():
            if not 1 <= size < self.k:
                continue
            low, high = self.bounds(form)
            if math.ceil(low - LITTLE) >= 1 and math.floor(high + LITTLE) < self.k:
                found.append((name, low, high))
            for measure, theirs in sums.items():
                low, high = self.bounds(theirs)
                if low > LITTLE and 5 * low >= 3 * high + LITTLE:
                    found.append((f"{measure} of {name}", low, high))
        return found


def minus(one, other):
    found = dict(one)
    for column, times in other.items():
        found[column] = found.get(column, 0) - times
    return {column: times for column, times in found.items() if times}
