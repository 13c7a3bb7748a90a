"""The gate before each release: it plays the attacker, and withholds what gives someone away."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from timebank.participation.disclosure.attacker import Facts, Group, proof_against, small_groups
from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import Draft, related
from timebank.participation.disclosure.figures import WITHHELD, Place, Sign, first_figures
from timebank.participation.disclosure.knowledge import knowledge_of
from timebank.participation.disclosure.tables import Table
from timebank.participation.disclosure.worlds import holds

Spot = tuple[int, Place]
"""(number of the draft, place in its table)."""

MOST_TRIED = 12
"""Among how many unsafe groups a figure is compared with the others that could be withheld."""


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
            drafts += bench.drafts
            groups += len(bench.groups)
    order = {id(table): place for place, table in enumerate(tables)}
    drafts.sort(key=lambda draft: order[id(draft.table)])
    return drafts, record_of(drafts, groups)


def provable(drafts: Sequence[Draft], audience: Audience) -> list[Group]:
    """The small groups that someone with all of these could prove something about."""
    found = []
    for part in related(drafts):
        knowledge = knowledge_of(part, audience)
        groups = small_groups(knowledge, audience)
        facts = {measure: each.known for measure, each in knowledge.items()}
        found += [each for each in groups if proof_against(each, knowledge, facts, audience) is not None]
    return found


def record_of(drafts: Sequence[Draft], groups: int) -> GateRecord:
    """What is kept of the gate's work on these drafts, among them so many small groups."""
    signs = [figure.sign for draft in drafts for figure in draft.figures.values()]
    return GateRecord(len(signs), signs.count(Sign.FEW), signs.count(Sign.WITHHELD), groups)


class _Bench:
    """One part of the tables under trial: what is withheld so far, and who isn't safe yet."""

    def __init__(self, old: Sequence[Draft], new: Sequence[Draft], audience: Audience) -> None:
        self.old, self.new, self.audience = old, new, audience
        self.knowledge = knowledge_of([*old, *new], audience)
        if not all(holds(each.known, each.truth) for each in self.knowledge.values()):
            raise ValueError("the new figures contradict an earlier release")
        self.groups = small_groups(self.knowledge, audience)
        self.withheld: set[Spot] = set()

    @property
    def drafts(self) -> list[Draft]:
        """The new tables without what is withheld."""
        kept = []
        for number, draft in enumerate(self.new, len(self.old)):
            gone = {place: WITHHELD for at, place in self.withheld if at == number}
            kept.append(replace(draft, figures={**draft.figures, **gone}))
        return kept

    def withhold_until_safe(self) -> None:
        """Take figures away, one after the other, each time the one that helps most groups."""
        unsafe = self._unsafe(self.groups, self.withheld)
        while unsafe:
            spot = self._best(unsafe)
            self.withheld.add(spot)
            # Whoever withholds only makes the attacker know less: who was safe stays so.
            unsafe = self._unsafe(unsafe, self.withheld)

    def give_back(self) -> None:
        """Show what turned out not to be needed, the coarsest first."""
        for spot in sorted(self.withheld, key=self._fineness, reverse=True):
            if not self._unsafe(self.groups, self.withheld - {spot}, first_only=True):
                self.withheld.remove(spot)

    def _best(self, unsafe: Sequence[Group]) -> Spot:
        """Of the new figures in the proof against the first group, the one that helps most; the finest of equals.

        A proof stands as long as all of its figures do, so that one of these must go in any case.

        Raises:
            ValueError: every new figure is withheld already.
        """
        proof = proof_against(unsafe[0], self.knowledge, self._facts(self.withheld), self.audience)
        sources = {each.source for each in proof or ()}
        spots = [spot for spot in self._spots() if spot in sources] or self._spots()
        if not spots:
            raise ValueError(f"earlier releases alone give a group away: {unsafe[0].name}")
        tried = unsafe[:MOST_TRIED]
        return min(
            spots,
            key=lambda spot: (len(self._unsafe(tried, self.withheld | {spot})), *self._fineness(spot)),
        )

    def _spots(self) -> list[Spot]:
        return [
            (number, place)
            for number, draft in enumerate(self.new, len(self.old))
            for place in draft.figures
            if (number, place) not in self.withheld
        ]

    def _fineness(self, spot: Spot) -> tuple[int, ...]:
        """Finest first; of one cell, the minutes before the people."""
        number, (measure, cell) = spot
        frame = self.new[number - len(self.old)].table.frame
        return (frame.cells.index(cell), -frame.measures.index(measure), number)

    def _facts(self, withheld: Set[Spot]) -> Facts:
        return {
            measure: [each for each in knowledge.known if each.source not in withheld]
            for measure, knowledge in self.knowledge.items()
        }

    def _unsafe(
        self, groups: Sequence[Group], withheld: Set[Spot], *, first_only: bool = False
    ) -> list[Group]:
        facts = self._facts(withheld)
        found = []
        for group in groups:
            if proof_against(group, self.knowledge, facts, self.audience) is not None:
                found.append(group)
                if first_only:
                    break
        return found
