"""What coarse places cost: of what is planned on 100 m cells, how much is really within reach."""

from math import asin, cos, radians, sin, sqrt

from benchmarks.neighbours import Member, Town
from timebank.matching.inputs import Ask, Offer
from timebank.matching.places import DETOUR, EARTH_DIAMETER_METRES
from timebank.matching.planning import Plan


def true_metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two positions in degrees: great circle (haversine) times the detour of streets."""
    (latitude, longitude), (other_latitude, other_longitude) = one, other
    north = sin(radians(other_latitude - latitude) / 2) ** 2
    east = sin(radians(other_longitude - longitude) / 2) ** 2
    chord = north + cos(radians(latitude)) * cos(radians(other_latitude)) * east
    return EARTH_DIAMETER_METRES * DETOUR * asin(sqrt(chord))


def within_true_reach(found: Plan, week: list[Ask], town: Town) -> tuple[int, int]:
    """How many of the planned favours at somebody's home are really within the helper's reach, and of how many.

    Lifts are left out: how far a hospital is depends on the hospital's own cell.
    """
    asks, offers = {ask.id: ask for ask in week}, {offer.helper: offer for offer in town.offers}
    people = {member.id: member for member in town.members}
    judged = [
        _is_within(offers[each.helper], people[each.helper], people[asks[each.ask].asker])
        for each in found.placements
        if not asks[each.ask].by_car and not offers[each.helper].phone_for
    ]
    return sum(judged), len(judged)


def _is_within(offer: Offer, helper: Member, asker: Member) -> bool:
    reach = max(offer.walk_metres, offer.bike_metres, offer.drive_metres)
    return true_metres(helper.position, asker.position) <= reach
