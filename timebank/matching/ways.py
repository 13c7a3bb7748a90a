"""How a helper would come: on foot, by bike, by car, with a lift, or only by phone; and how far that is."""

import enum
from typing import NamedTuple

from timebank.matching.inputs import Ask, Offer
from timebank.matching.places import metres_between


class Means(enum.StrEnum):
    """How a helper gets there."""

    FOOT = "foot"
    BIKE = "bike"
    CAR = "car"
    PHONE = "phone"


class Way(NamedTuple):
    """The way to the asker's door. ``metres`` is None when one of the two places isn't known.

    ``means`` is None when it is farther than this helper goes; ``reach_metres`` is how far that is.
    """

    means: Means | None
    metres: int | None
    reach_metres: int


def way_of(ask: Ask, offer: Offer) -> Way:
    """How far the helper lives from the asker, and the first means that reaches: foot, bike, car.

    A lift starts at the helper's home, and neither the door nor the destination may lie farther from
    it than ``lift_metres``. A place that isn't known is taken to be within reach.
    """
    if ask.by_car:
        return _lift(ask, offer)
    reach = max(offer.walk_metres, offer.bike_metres, offer.drive_metres)
    if ask.place is None or offer.place is None:
        return Way(_means(offer, 0) if reach else None, None, reach)
    metres = metres_between(ask.place, offer.place)
    return Way(_means(offer, metres) if metres <= reach else None, metres, reach)


def phones(ask: Ask, offer: Offer) -> bool:
    """Whether this help can be given by phone, for both."""
    return ask.by_phone_suits and ask.category in offer.phone_for


def _lift(ask: Ask, offer: Offer) -> Way:
    reach = offer.lift_metres
    metres = farthest = None
    if ask.place is not None and offer.place is not None:
        metres = farthest = metres_between(ask.place, offer.place)
        if ask.destination is not None:
            farthest = max(metres, metres_between(offer.place, ask.destination))
    goes = reach > 0 and (farthest is None or farthest <= reach)
    return Way(Means.CAR if goes else None, metres, reach)


def _means(offer: Offer, metres: int) -> Means:
    if metres <= offer.walk_metres:
        return Means.FOOT
    return Means.BIKE if metres <= offer.bike_metres else Means.CAR
