"""``/api/v1/offers``: what members like to do, as a list to read and each one's own."""

from dataclasses import fields
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import ETAG, LINK, actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.offer_schemas import OfferDetailsSchema, OfferQuery, OfferSchema, StandingOfferList
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, Role, is_coordinator
from timebank.models.member import Member
from timebank.models.offer import Offer, Readiness
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import end_offer, find_offer, offers_page, save_offer
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint("api_offers", __name__, url_prefix="/api/v1/offers", description="Help that is offered.")

_STAFF = (Role.COORDINATOR, Role.ANTENNA_PERSON, Role.TREASURER)
_LISTS = ("likes", "may_be_asked", "languages", "limits")


def encode(member: Member, offer: Offer | None) -> dict[str, Any]:
    """A member's offer as the API tells it; without one, what a new one begins with."""
    known = OfferDetails(channel=Channel.API).__dict__ | {"state": None}
    if offer is not None:
        known = {each: getattr(offer, each) for each in known if each not in ("likes", "may_be_asked")}
        known |= {"likes": _kinds(offer, Readiness.LIKES)}
        known |= {"may_be_asked": _kinds(offer, Readiness.MAY_BE_ASKED)}
    body: dict[str, Any] = OfferSchema().dump(known | {"member": member.uid})
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(OfferQuery, location="query")
@blp.response(200, StandingOfferList, headers=LINK)
def index(query: dict[str, Any]) -> Response:
    """What stands in an antenna, for its members and its team."""
    actor, limit, before = actor_with("offers:read"), query["limit"], whole_cursor(query)
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        today, kind = local_day(now(), antenna.timezone), query["category"]
        rows = offers_page(
            session, antenna.id, actor=actor, category=kind, today=today, before=before, limit=limit + 1
        )
        staff = antenna.id in actor.antennas_as(*_STAFF)
        items = StandingOfferList().dump({"items": [_line(each, staff=staff) for each in rows[:limit]]})
        return paged(items["items"], rows[limit - 1].id if rows[limit:] else None)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, OfferSchema, headers=ETAG)
def show(uid: UUID) -> Response:
    """The offer of this member, with its ETag."""
    actor = actor_with("offers:read")
    with reading() as session:
        member, offer = find_offer(session, uid, actor=actor)
        return tagged(encode(member, offer), 0 if offer is None else offer.version)


@blp.put("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(OfferDetailsSchema)
@blp.response(200, OfferSchema, headers=ETAG)
def save(told: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Write the offer of this member down as a whole; an ended one stands again."""
    return tagged(*transact(_save, uid, told, version=version, actor=actor_with("offers:write")))


@blp.post("/<uuid:uid>/end")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, OfferSchema)
def end(uid: UUID) -> Response:
    """Nothing on offer any more; what was promised stays promised."""
    actor = actor_with("offers:write")
    return once(200, lambda offer: encode(offer.member, offer), end_offer, uid, actor=actor, now=now())


def _save(
    session: Session, uid: UUID, told: dict[str, Any], *, version: int, actor: Actor
) -> tuple[dict[str, Any], int]:
    member, _offer = find_offer(session, uid, actor=actor)
    values = told | {name: tuple(told[name]) for name in _LISTS}
    if not is_coordinator(actor, member.antenna_id):
        values["channel"] = Channel.API
    details = OfferDetails(**{each.name: values[each.name] for each in fields(OfferDetails)})
    offer = save_offer(session, uid, details, version=version or None, actor=actor, now=now())
    session.refresh(offer)
    return encode(member, offer), offer.version


def _line(offer: Offer, *, staff: bool) -> dict[str, Any]:
    """As the page lists it: words go with what someone likes to do."""
    likes, person = _kinds(offer, Readiness.LIKES), offer.member.person
    return {
        "member": offer.member.uid if staff else None,
        "number": offer.member.number if staff else None,
        "name": person.name if staff else person.given_name,
        "kinds": [kind.category for kind in offer.kinds],
        "when_asked": _kinds(offer, Readiness.MAY_BE_ASKED) if staff else [],
        "words": offer.words if likes else "",
    }


def _kinds(offer: Offer, readiness: Readiness) -> list[str]:
    return [kind.category for kind in offer.kinds if kind.readiness is readiness]
