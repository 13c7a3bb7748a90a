"""``/api/v1/consents`` and ``/api/v1/looks``: what members said yes to, and what a partner may ask by it."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.consent_schemas import (
    ConsentList,
    ConsentQuery,
    ConsentSchema,
    LookSchema,
    NewConsentSchema,
    TakesPartSchema,
    WithdrawSchema,
)
from timebank.api.door import actor_with, keyed, once
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.models.consent import MemberConsent
from timebank.services.membership.members import find_member
from timebank.services.network.antennas import find_antenna
from timebank.services.privacy.consents import NewConsent, consents_of, give_consent, withdraw_consent
from timebank.services.telling.partner_looks import Question, TakesPart, ask_whether_takes_part
from timebank.uow import reading

blp = Blueprint(
    "api_consents", __name__, url_prefix="/api/v1/consents", description="What members said yes to."
)
looks = Blueprint(
    "api_looks", __name__, url_prefix="/api/v1/looks", description="Whether a consenting person takes part."
)


def encode(consent: MemberConsent) -> dict[str, Any]:
    """A consent as the API tells it."""
    fields = {name: getattr(consent, name) for name in set(ConsentSchema().fields) - {"member"}}
    body: dict[str, Any] = ConsentSchema().dump(fields | {"member": consent.member.uid})
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(ConsentQuery, location="query")
@blp.response(200, ConsentList)
def index(query: dict[str, Any]) -> Response:
    """Every yes of one member, also those that ended; the newest first."""
    actor = actor_with("consents:read")
    with reading() as session:
        rows = consents_of(session, find_member(session, query["member"], actor=actor), actor=actor)
        return jsonify({"items": [encode(each) for each in rows]})


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewConsentSchema)
@blp.response(201, ConsentSchema)
def create(new: dict[str, Any]) -> Response:
    """Write a yes down: the member's own, or as a coordinator with who heard it."""
    actor = actor_with("consents:write")
    told = dict(new)
    member, told["channel"] = told.pop("member"), Channel(told["channel"])
    return once(201, encode, give_consent, member, NewConsent(**told), actor=actor, now=now())


@blp.post("/<uuid:uid>/withdraw")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(WithdrawSchema)
@blp.response(200, ConsentSchema)
def end(told: dict[str, Any], uid: UUID) -> Response:
    """End a yes at once."""
    actor, channel = actor_with("consents:write"), Channel(told["channel"])
    return once(200, encode, withdraw_consent, uid, channel=channel, actor=actor, now=now())


@looks.post("")
@access(SIGNED_IN)
@keyed(looks)
@looks.arguments(LookSchema)
@looks.response(200, TakesPartSchema)
def ask(told: dict[str, Any]) -> Response:
    """As a partner's staff: does this person take part? Each look is kept, and the person sees it."""
    actor, asked = actor_with("participation:look"), dict(told)
    slug = asked.pop("antenna")

    def work(session: Session) -> TakesPart:
        antenna_id = find_antenna(session, slug).id
        return ask_whether_takes_part(session, antenna_id, Question(**asked), actor=actor, now=now())

    return once(200, _encode_answer, work)


def _encode_answer(answer: TakesPart) -> dict[str, Any]:
    body: dict[str, Any] = TakesPartSchema().dump(
        {"takes_part": True if answer.since else None, "since": answer.since}
    )
    return body
