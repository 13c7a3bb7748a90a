"""The gate before each release: it plays the attacker, and withholds what gives someone away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timebank.participation.disclosure.attacker import Group, is_safe, small_groups
from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import Draft, related
from timebank.participation.disclosure.figures import WITHHELD, Figure, Place, Sign, first_figures
from timebank.participation.disclosure.knowledge import knowledge_of
from timebank.participation.disclosure.tables import Table
from timebank.participation.disclosure.worlds import holds

Spot = tuple[int, Place]
"""(number of the new table, place in it)."""


@dataclass(frozen=True)
class GateRecord:
    """What the gate did, kept beside the release. Counts of figures and of groups."""

    figures: int
    few: int
    withheld: int
    small_groups: int


def pass_gate(
    tables: Sequence[Table], history: Sequence[Draft], audience: Audience
) -> tuple[list[Draft], GateRecord]:
    """What may be released of the new tables, given all that went to this audience before.

    Raises:
        ValueError: a table's figures contradict an earlier one (someone left a cumulative figure, or
            became the audience's own), or the history alone already gives a group away.
    """
    new = [Draft(table, first_figures(table, audience)) for table in tables]
    drafts, groups = [], 0
    for part in related([*history, *new]):
        fresh = [each for each in part if any(each is draft for draft in new)]
        if fresh:
            old = [each for each in part if not any(each is draft for draft in new)]
            bench = _Bench(old, fresh, audience)
            bench.withhold_until_safe()
            bench.give_back()
            drafts += bench.new
            groups += len(bench.groups)
    order = {id(table): place for place, table in enumerate(tables)}
    drafts.sort(key=lambda draft: order[id(draft.table)])
    return drafts, _record(drafts, groups)


def provable(drafts: Sequence[Draft], audience: Audience) -> list[Group]:
    """The small groups that someone with all of these could prove something about."""
    found = []
    for part in related(drafts):
        knowledge = knowledge_of(part, audience)
        groups = small_groups(knowledge, audience)
        found += [each for each in groups if not is_safe(each, knowledge, knowledge.known, audience)]
    return found


def _record(drafts: Sequence[Draft], groups: int) -> GateRecord:
    signs = [figure.sign for draft in drafts for figure in draft.figures.values()]
    return GateRecord(len(signs), signs.count(Sign.FEW), signs.count(Sign.WITHHELD), groups)


class _Bench:
    """One part of the tables under trial: what is withheld so far, and who isn't safe yet."""

    def __init__(self, old: Sequence[Draft], new: Sequence[Draft], audience: Audience) -> None:
        self.old, self.new, self.audience = list(old), list(new), audience
        self.knowledge = knowledge_of([*self.old, *self.new], audience)
        if not holds(self.knowledge.known, self.knowledge.truth):
            raise ValueError("the new figures contradict an earlier release")
        self.groups = small_groups(self.knowledge, audience)
        self.withheld: list[Spot] = []

    def withhold_until_safe(self) -> None:
        """Take figures away, one after the other, each time the one that helps most groups."""
        unsafe = self._unsafe(self.groups, self.new)
        while unsafe:
            spot, unsafe = self._best(unsafe)
            self.new = _without(self.new, spot)
            self.withheld.append(spot)

    def give_back(self) -> None:
        """Show what turned out not to be needed, the coarsest first."""
        for spot in sorted(self.withheld, key=self._fineness, reverse=True):
            number, place = spot
            shown = first_figures(self.new[number].table, self.audience)[place]
            trial = _with(self.new, spot, shown)
            if not self._unsafe(self.groups, trial, first_only=True):
                self.new = trial

    def _best(self, unsafe: Sequence[Group]) -> tuple[Spot, list[Group]]:
        """The figure to take away, and who is still unsafe without it.

        Withholding only ever makes the attacker know less, so whoever was safe stays so.
        """
        best: tuple[int, tuple[int, ...], Spot, list[Group]] | None = None
        for spot in sorted(self._spots(), key=self._fineness):
            left = self._unsafe(unsafe, _without(self.new, spot))
            rank = (len(left), self._fineness(spot))
            if best is None or rank < best[:2]:
                best = (*rank, spot, left)
        if best is None:
            raise ValueError("earlier releases alone give a group away")
        return best[2], best[3]

    def _spots(self) -> list[Spot]:
        return [
            (number, place)
            for number, draft in enumerate(self.new)
            for place, figure in draft.figures.items()
            if figure.sign is not Sign.WITHHELD
        ]

    def _fineness(self, spot: Spot) -> tuple[int, ...]:
        """Finest first; of one cell, the minutes before the people."""
        number, (measure, cell) = spot
        frame = self.new[number].table.frame
        return (frame.cells.index(cell), -frame.measures.index(measure), number)

    def _unsafe(
        self, groups: Sequence[Group], new: Sequence[Draft], *, first_only: bool = False
    ) -> list[Group]:
        known = knowledge_of([*self.old, *new], self.audience).known
        found = []
        for group in groups:
            if not is_safe(group, self.knowledge, known, self.audience):
                found.append(group)
                if first_only:
                    break
        return found


def _without(drafts: Sequence[Draft], spot: Spot) -> list[Draft]:
    return _with(drafts, spot, WITHHELD)


def _with(drafts: Sequence[Draft], spot: Spot, figure: Figure) -> list[Draft]:
    number, place = spot
    figures: Mapping[Place, Figure] = {**drafts[number].figures, place: figure}
    return [replace(each, figures=figures) if at == number else each for at, each in enumerate(drafts)]
