"""A small group under trial, with what was found out about it so far, so that little is looked for twice."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from timebank.participation.disclosure.attacker import Group, Verdict, verdict_on
from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.figures import Place
from timebank.participation.disclosure.knowledge import Knowledge
from timebank.participation.disclosure.worlds import Known, holds

Spot = tuple[int, Place]
"""(number of the draft, place in its table)."""

MOST_KEPT = 6
"""How many verdicts of each kind are kept for a group."""


@dataclass(frozen=True)
class _Found:
    """A verdict, what was withheld when it was found, and the new figures that a proof needs."""

    verdict: Verdict
    withheld: frozenset[Spot]
    new: Set[object]


class Target:
    """A small group, and what the reader knows from whom it is to be safe. ``spots`` are the new figures."""

    def __init__(
        self, group: Group, knowledge: Mapping[str, Knowledge], audience: Audience, spots: Set[Spot]
    ) -> None:
        self.group, self.knowledge, self.audience, self.spots = group, knowledge, audience, spots
        self._proofs: list[_Found] = []
        self._shown: list[_Found] = []

    def is_safe(self, withheld: Set[Spot]) -> bool:
        """Whether nothing follows about the group for this reader while these figures are withheld."""
        if any(self._still_shows(each, withheld) for each in self._shown):
            return True
        if self._proof(withheld) is not None:
            return False
        verdict = self._look(withheld)
        found = _Found(
            verdict, frozenset(withheld), self.spots & {each.source for each in verdict.proof or ()}
        )
        kept = self._shown if found.verdict.proof is None else self._proofs
        kept.insert(0, found)
        del kept[MOST_KEPT:]
        return found.verdict.proof is None

    def sources(self, withheld: Set[Spot]) -> set[object]:
        """Where the facts of a proof against the group are known from, if there is a proof."""
        found = self._proof(withheld)
        proof = self._look(withheld).proof if found is None else found.verdict.proof
        return {each.source for each in proof or ()}

    def _look(self, withheld: Set[Spot]) -> Verdict:
        facts = {
            measure: [fact for fact in each.known if fact.source not in withheld]
            for measure, each in self.knowledge.items()
        }
        return verdict_on(self.group, self.knowledge, facts, self.audience)

    def _still_shows(self, found: _Found, withheld: Set[Spot]) -> bool:
        """Whether its neighbourhoods agree with the figures, too, that were withheld then and aren't any more."""
        back = found.withheld - withheld
        if not back:
            return True
        return all(holds(self._facts_of(measure, back), place) for measure, place in found.verdict.places)

    def _facts_of(self, measure: str, spots: Set[Spot]) -> list[Known]:
        return [fact for fact in self.knowledge[measure].known if fact.source in spots]

    def _proof(self, withheld: Set[Spot]) -> _Found | None:
        """A proof that stands, as all figures in it are told. One without new figures isn't counted on.

        It may be that the search only failed to find what is there; then it is looked for again.
        """
        for each in self._proofs:
            if each.new and not each.new & withheld:
                return each
        return None
