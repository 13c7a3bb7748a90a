"""The gate before each release: it plays the attacker, and withholds what gives someone away."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from timebank.participation.disclosure.attacker import Group, small_groups, verdict_on
from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import Draft, related
from timebank.participation.disclosure.figures import WITHHELD, Sign, first_figures
from timebank.participation.disclosure.knowledge import Knowledge, knowledge_of
from timebank.participation.disclosure.own_people import View, as_seen
from timebank.participation.disclosure.tables import Table
from timebank.participation.disclosure.targets import Spot, Target
from timebank.participation.disclosure.worlds import holds

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
    tables: Sequence[Table], history: Sequence[Draft], audience: Audience, views: Sequence[View] = ()
) -> tuple[list[Draft], GateRecord]:
    """What may be released of the new tables, given all that went to this audience before.

    What comes out is safe from a reader who knows what the tables call its own, and from each of those who know
    the people of one of ``views`` instead. A view that can't be true beside the figures costs the new ones.

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
            bench = _Bench(old, fresh, audience, views)
            bench.withhold_until_safe()
            bench.give_back()
            drafts += bench.drafts
            groups += bench.small_groups
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
        found += [each for each in groups if verdict_on(each, knowledge, facts, audience).proof is not None]
    return found


def record_of(drafts: Sequence[Draft], groups: int) -> GateRecord:
    """What is kept of the gate's work on these drafts, among them so many small groups."""
    signs = [figure.sign for draft in drafts for figure in draft.figures.values()]
    return GateRecord(len(signs), signs.count(Sign.FEW), signs.count(Sign.WITHHELD), groups)


class _Bench:
    """One part of the tables under trial: what is withheld so far, and who isn't safe yet."""

    def __init__(
        self, old: Sequence[Draft], new: Sequence[Draft], audience: Audience, views: Sequence[View] = ()
    ) -> None:
        self.old, self.new, self.audience = old, new, audience
        knowledge = knowledge_of([*old, *new], audience)
        if not _is_possible(knowledge):
            raise ValueError("the new figures contradict an earlier release")
        self.targets = self._targets(knowledge)
        self.small_groups = len(self.targets)
        self.for_good: set[Spot] = set()
        """Withheld whatever the search finds: a reader would have too few others in it, or an impossible view."""
        for view in views:
            self._look_as(view)
        self.withheld = set(self.for_good)
        self.helpless: set[Target] = set()
        """Groups for which no single figure helps: they aren't tried again one by one."""

    def _look_as(self, view: View) -> None:
        """Take in the small groups that a reader who knows these people could look for."""
        theirs = [as_seen(each, view) for each in self.new]
        few = {
            (number, place)
            for number, draft in enumerate(theirs, len(self.old))
            for place, figure in first_figures(draft.table, self.audience).items()
            if figure.sign is Sign.FEW and draft.figures[place].sign is Sign.SHOWN
        }
        seen = [*(as_seen(each, view) for each in self.old), *_without(theirs, few, len(self.old))]
        knowledge = knowledge_of(seen, self.audience)
        self.for_good |= few
        if not _is_possible(knowledge):
            self.for_good |= set(self._places())
            return
        groups = self._targets(knowledge)
        # What earlier figures tell of people whom they came to know later can't be taken back by new ones.
        told = self._unsafe(groups, set(self._places()))
        self.targets += [each for each in groups if each not in told]

    def _targets(self, knowledge: Mapping[str, Knowledge]) -> list[Target]:
        spots = frozenset(self._places())
        return [
            Target(each, knowledge, self.audience, spots) for each in small_groups(knowledge, self.audience)
        ]

    @property
    def drafts(self) -> list[Draft]:
        """The new tables without what is withheld."""
        return _without(self.new, self.withheld, len(self.old))

    def withhold_until_safe(self) -> None:
        """Take figures away, one after the other, each time the one that helps most groups."""
        unsafe = self._unsafe(self.targets, self.withheld)
        while unsafe:
            spot = self._best(unsafe)
            self.withheld.add(spot)
            # Whoever withholds only makes the attacker know less: who was safe stays so.
            unsafe = self._unsafe(unsafe, self.withheld)

    def give_back(self) -> None:
        """Show what turned out not to be needed, the coarsest first."""
        for spot in sorted(self.withheld - self.for_good, key=self._fineness, reverse=True):
            if not self._unsafe(self.targets, self.withheld - {spot}, first_only=True):
                self.withheld.remove(spot)

    def _best(self, unsafe: Sequence[Target]) -> Spot:
        """Of the new figures in the proof against the first group, the one that helps most; the finest of equals.

        A proof stands as long as all of its figures do, so that one of these must go in any case.

        Raises:
            ValueError: every new figure is withheld already.
        """
        first = unsafe[0]
        sources = first.sources(self.withheld)
        everything = sorted(self._spots(), key=self._fineness)
        spots = [spot for spot in everything if spot in sources] or everything
        if not spots:
            raise ValueError(f"earlier releases alone give a group away: {first.group.name}")
        if first in self.helpless:
            return spots[0]
        tried, best, left = unsafe[:MOST_TRIED], spots[0], len(unsafe[:MOST_TRIED])
        for spot in spots if len(spots) > 1 else ():
            still = len(self._unsafe(tried, self.withheld | {spot}))
            if still < left:
                best, left = spot, still
            if not left:
                break
        if spots is everything and left == len(tried):
            self.helpless.add(first)
        return best

    def _spots(self) -> list[Spot]:
        return [spot for spot in self._places() if spot not in self.withheld]

    def _places(self) -> list[Spot]:
        """Every place of the new tables."""
        return [
            (number, place) for number, draft in enumerate(self.new, len(self.old)) for place in draft.figures
        ]

    def _fineness(self, spot: Spot) -> tuple[int, ...]:
        """Finest first; of one cell, the minutes before the people."""
        number, (measure, cell) = spot
        frame = self.new[number - len(self.old)].table.frame
        return (frame.cells.index(cell), -frame.measures.index(measure), number)

    def _unsafe(
        self, targets: Sequence[Target], withheld: Set[Spot], *, first_only: bool = False
    ) -> list[Target]:
        found = []
        for each in targets:
            if not each.is_safe(withheld):
                found.append(each)
                if first_only:
                    break
        return found


def _is_possible(knowledge: Mapping[str, Knowledge]) -> bool:
    return all(holds(each.known, each.truth) for each in knowledge.values())


def _without(drafts: Sequence[Draft], withheld: Set[Spot], first: int) -> list[Draft]:
    """The drafts, the first of them with this number, without these figures."""
    kept = []
    for number, draft in enumerate(drafts, first):
        gone = {place: WITHHELD for at, place in withheld if at == number}
        kept.append(replace(draft, figures={**draft.figures, **gone}))
    return kept
