"""Who is plainly out of the question for an ask, told in a few comparisons before the rules are read.

Whoever is left out here ``fitting.examine`` would refuse: the screen saves time and decides nothing.
"""

from collections.abc import Callable, Iterable, Iterator

from timebank.matching.checks import Checks, checks_for, offers_this
from timebank.matching.fitting import Look
from timebank.matching.inputs import Ask, Offer
from timebank.matching.places import least_metres
from timebank.matching.rules import Rule
from timebank.matching.ways import phones
from timebank.matching.week import folded

SCREENED = frozenset({Rule.PAUSED, Rule.HERSELF, Rule.LANGUAGE})
"""The rules that need no look any more at somebody who passed."""


def screened(ask: Ask, offers: Iterable[Offer], look: Look) -> Iterator[tuple[Offer, Checks]]:
    """Those who offer this kind of help and could do it, each with the simple rules still to be read.

    For whom a rule was set aside for this ask, all rules are read.
    """
    every = checks_for(ask, look.ctx)
    abroad = tuple(each for each in every if each[0] not in SCREENED)
    here = tuple(each for each in abroad if each[0] is not Rule.BORDER)
    waived = {helper for asked, helper in look.ctx.waived if asked == ask.id}
    wanted, today = folded(ask.window & ~look.elapsed), look.ctx.now.date()
    kind, asker, spoken, near = ask.category, ask.asker, ask.languages, _nearness_to(ask)
    for offer in offers:
        if waived and offer.helper in waived:
            if offers_this(ask, offer):
                yield offer, every
        elif (
            (kind in offer.categories or kind in offer.may_be_asked)
            and wanted & offer.free
            and offer.helper != asker
            and (not spoken or not offer.languages or not spoken.isdisjoint(offer.languages))
            and (offer.paused_until is None or offer.paused_until <= today)
            and near(offer)
        ):
            yield offer, here if offer.antenna == ask.antenna else abroad


def _nearness_to(ask: Ask) -> Callable[[Offer], bool]:
    """Whether the rows and columns of the map leave a helper within reach of the asker's door."""
    if ask.place is None:
        return lambda _: True
    row, column = ask.place
    metres_a_row, metres_a_column = least_metres(ask.place)
    lift = ask.by_car

    def near(offer: Offer) -> bool:
        if offer.place is None:
            return True
        rows, columns = abs(offer.place[0] - row), abs(offer.place[1] - column)
        away = max(metres_a_row * rows, metres_a_column * columns)
        if lift:
            return away <= offer.lift_metres or phones(ask, offer)
        return (
            away <= offer.walk_metres
            or away <= offer.drive_metres
            or away <= offer.bike_metres
            or phones(ask, offer)
        )

    return near
