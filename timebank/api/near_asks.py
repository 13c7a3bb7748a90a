"""``/api/v1/asks/near``: open asks that fit what one likes to do, and one's own 'I can' to them."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once
from timebank.api.proposal_schemas import ICanSchema, NearAsks, NearAskSchema, ProposalStepSchema
from timebank.api.proposals import encode_step
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.permissions import Actor
from timebank.models.proposal import Proposal
from timebank.services.asking.near_asks import NearAsk, asks_near
from timebank.services.listing import member_ids_of
from timebank.services.promising.proposals import volunteer
from timebank.uow import reading

blp = Blueprint(
    "api_near_asks", __name__, url_prefix="/api/v1/asks", description="What neighbours near you ask for."
)


@blp.get("/near")
@access(SIGNED_IN)
@blp.response(200, NearAsks)
def index() -> Response:
    """Open asks of your antennas, and just over the border, that fit your offer."""
    actor = actor_with("proposals:read")
    with reading() as session:
        return jsonify(items=[_encode(each) for each in asks_near(session, actor=actor, now=now())])


@blp.post("/<uuid:uid>/i-can")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(ICanSchema)
@blp.response(201, ProposalStepSchema)
def i_can(told: dict[str, Any], uid: UUID) -> Response:
    """Say that you can; a coordinator answers, and nothing is fixed before."""
    actor = actor_with("proposals:write")
    return once(201, encode_step, _volunteer, uid, told["member"], actor=actor)


def _volunteer(session: Session, uid: UUID, member: UUID, *, actor: Actor) -> Proposal:
    (member_id,) = member_ids_of(session, [member], field="member")
    return volunteer(session, uid, member_id, actor=actor, now=now())


def _encode(near: NearAsk) -> dict[str, Any]:
    own = {
        "ask": near.ask_uid,
        "antenna": near.slug,
        "over_border": bool(near.antenna),
        "member": near.member_uid,
        "parts": [part.name.lower() for part in near.parts],
        "proposal": near.proposal_uid,
    }
    plain = set(NearAskSchema().fields) - set(own)
    body: dict[str, Any] = NearAskSchema().dump({name: getattr(near, name) for name in plain} | own)
    return body
