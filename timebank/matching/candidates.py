"""Many asks held against many offers: by antenna and category, with each calendar worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from timebank.matching.checks import checks_for, offers_this
from timebank.matching.fitting import Fit, Look, examine
from timebank.matching.inputs import Ask, Offer
from timebank.matching.rules import Rule
from timebank.matching.screening import screened


class Candidates:
    """The offers of a plan, to ask who could help with what. The order in which they come is forgotten."""

    def __init__(self, offers: Iterable[Offer], look: Look) -> None:
        self.look = look
        self._by_helper = {offer.helper: offer for offer in sorted(offers, key=lambda each: each.helper)}
        self._calendars = {helper: look.calendar(offer) for helper, offer in self._by_helper.items()}
        self._rooms = {
            helper: each.free & ~(each.refused | each.full | each.taken)
            for helper, each in self._calendars.items()
        }
        self._at: dict[tuple[int, str], list[Offer]] = defaultdict(list)
        for offer in self._by_helper.values():
            for category in offer.categories | offer.may_be_asked:
                self._at[offer.antenna, category].append(offer)
        self._over_border: dict[int, set[int]] = defaultdict(set)
        for one, other in look.ctx.pooled:
            self._over_border[one].add(other)
            self._over_border[other].add(one)
        self._waived: dict[int, set[int]] = defaultdict(set)
        for ask, helper in look.ctx.waived:
            self._waived[ask].add(helper)

    def fits(self, ask: Ask) -> list[tuple[Offer, Fit]]:
        """Who could help with ``ask``, and how."""
        look, found = self.look, []
        wanted = ask.window & ~look.elapsed
        waived = self._waived.get(ask.id, ())
        for offer, checks in screened(ask, self._who_offers(ask), look):
            helper = offer.helper
            if wanted & self._rooms[helper] or helper in waived:
                fit = examine(ask, offer, look, checks, self._calendars[helper])
                if isinstance(fit, Fit):
                    found.append((offer, fit))
        return found

    def refusals(self, ask: Ask) -> list[Rule]:
        """For each offer of this kind that doesn't fit, a rule that forbids it."""
        return [rule for rule in self._examined(ask) if not isinstance(rule, Fit)]

    def _examined(self, ask: Ask) -> Iterator[Fit | Rule]:
        look, checks = self.look, checks_for(ask, self.look.ctx)
        wanted = ask.window & ~look.elapsed
        waived = self._waived.get(ask.id, ())
        for offer in self._who_offers(ask):
            calendar = self._calendars[offer.helper]
            if not wanted & calendar.free and offer.helper not in waived:
                yield Rule.TIME
            else:
                yield examine(ask, offer, look, checks, calendar)

    def _who_offers(self, ask: Ask) -> Iterator[Offer]:
        antennas = {ask.antenna} | self._over_border.get(ask.antenna, set())
        for antenna in sorted(antennas):
            yield from self._at.get((antenna, ask.category), ())
        for helper in sorted(self._waived.get(ask.id, ())):
            offer = self._by_helper.get(helper)
            if offer is not None and offer.antenna not in antennas and offers_this(ask, offer):
                yield offer
