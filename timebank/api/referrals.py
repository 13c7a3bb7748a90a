"""``/api/v1/referrals``: asks that were handed to a service, and what came of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once, paged, tagged, whole_cursor
from timebank.api.referral_schemas import HeardSchema, NewReferralSchema, ReferralList, ReferralSchema
from timebank.api.schemas import PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor, is_coordinator
from timebank.models.referral import Referral
from timebank.services.referring.referral_lists import referrals_page
from timebank.services.referring.referrals import (
    Beside,
    Heard,
    NewReferral,
    find_referral,
    follow_up_referral,
    refer_ask,
)
from timebank.uow import reading

blp = Blueprint(
    "api_referrals",
    __name__,
    url_prefix="/api/v1/referrals",
    description="Asks that were handed to a service.",
)


def encode_for(actor: Actor) -> Callable[[Referral], dict[str, Any]]:
    """How the API tells a referral to this actor: the coordinators' note only to coordinators."""

    def encode(referral: Referral) -> dict[str, Any]:
        apart = {"antenna", "ask", "service", "service_name", "note"}
        known = {name: getattr(referral, name) for name in set(ReferralSchema().fields) - apart} | {
            "antenna": referral.ask.antenna.slug,
            "ask": referral.ask.uid,
            "service": referral.entry.uid,
            "service_name": referral.entry.name,
            "note": referral.note if is_coordinator(actor, referral.ask.antenna_id) else "",
        }
        body: dict[str, Any] = ReferralSchema().dump(known)
        return body

    return encode


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, ReferralList)
def index(page: dict[str, Any]) -> Response:
    """Your own referrals, and those of the antennas that you coordinate."""
    actor, limit = actor_with("referrals:read"), page["limit"]
    encode = encode_for(actor)
    with reading() as session:
        rows = referrals_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewReferralSchema)
@blp.response(201, ReferralSchema)
def create(new: dict[str, Any]) -> Response:
    """Hand an ask, with the person's yes, to a service: the ask ends as referred."""
    actor = actor_with("referrals:write")
    told = dict(new)
    ask, beside = told.pop("ask"), told.pop("beside")
    told["entry_uid"] = told.pop("service")
    told["consent_channel"] = Channel(told["consent_channel"])
    told["beside"] = None if beside is None else Beside(**beside)
    return once(201, encode_for(actor), refer_ask, ask, NewReferral(**told), actor=actor, now=now())


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, ReferralSchema)
def show(uid: UUID) -> Response:
    """One referral, with its ETag."""
    actor = actor_with("referrals:read")
    with reading() as session:
        referral = find_referral(session, uid, actor=actor)
        return tagged(encode_for(actor)(referral), referral.version)


@blp.post("/<uuid:uid>/follow-up")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(HeardSchema)
@blp.response(200, ReferralSchema)
def follow_up(told: dict[str, Any], uid: UUID) -> Response:
    """Write down what came of it, or that they still wait and when someone asks again."""
    actor = actor_with("referrals:write")
    return once(200, encode_for(actor), _follow_up, uid, Heard(**told), actor=actor)


def _follow_up(session: Session, uid: UUID, heard: Heard, *, actor: Actor) -> Referral:
    version = find_referral(session, uid, actor=actor).version
    return follow_up_referral(session, uid, heard, version=version, actor=actor, now=now())
