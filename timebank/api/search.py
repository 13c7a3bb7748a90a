"""``/api/v1/search``: people, asks and offers of one antenna, for its team."""

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import actor_with
from timebank.api.search_schemas import FoundSchema, SearchQuery
from timebank.auth import STAFF, access
from timebank.clock import now
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.services.asking.categories import categories_of
from timebank.services.coordinating.searching import Found, search_antenna
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_search", __name__, url_prefix="/api/v1/search", description="Finding what is meant.")


@blp.get("")
@access(STAFF)
@blp.arguments(SearchQuery, location="query")
@blp.response(200, FoundSchema)
def index(query: dict[str, Any]) -> Response:
    """What is found with these words. Offers are found by the code of a kind of help, or an own kind's name."""
    actor = actor_with("members:read")
    actor_with("asks:read")
    actor_with("offers:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        kinds = categories_of(session, antenna.id, retired=True)
        names = {
            each.code: f"{each.code.replace('_', ' ')} {' '.join(each.names.values())}" for each in kinds
        }
        today = local_day(now(), antenna.timezone)
        found = search_antenna(session, antenna.id, query["q"], kind_names=names, actor=actor, today=today)
        return jsonify(FoundSchema().dump(_encode(found)))


def _encode(found: Found) -> dict[str, Any]:
    return {
        "people": [_person(each, coordinator=found.coordinator) for each in found.people],
        "asks": [
            {"ask": each.uid, "asker": each.asker, "words": each.words, "state": each.state}
            for each in found.asks
        ],
        "offers": [_offer(each) for each in found.offers],
        "more": sorted(found.more),
    }


def _person(member: Member, *, coordinator: bool) -> dict[str, Any]:
    """A phone number is told of who likes to be rung, as on the page."""
    person, known = member.person, _who(member) | {"state": member.state, "street": "", "phone": ""}
    if coordinator:
        known["street"] = f"{person.street} {person.house_number}".strip()
        known["phone"] = person.phone if person.preferred_channel is ContactChannel.PHONE else ""
    return known


def _offer(offer: Offer) -> dict[str, Any]:
    kinds = [kind.category for kind in offer.kinds]
    return _who(offer.member) | {"kinds": kinds, "words": offer.words}


def _who(member: Member) -> dict[str, Any]:
    return {"member": member.uid, "number": member.number, "name": member.person.name}
