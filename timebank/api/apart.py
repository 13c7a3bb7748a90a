"""``/api/v1/apart``: members who aren't proposed to one another; for coordinators alone."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.apart_schemas import ApartList, ApartQuery, PairSchema
from timebank.api.door import actor_with, keyed, once
from timebank.auth import COORDINATOR, access
from timebank.clock import now
from timebank.domain.permissions import Actor
from timebank.services.matchmaking.apart import apart_from, end_apart, keep_apart
from timebank.uow import reading

blp = Blueprint(
    "api_apart",
    __name__,
    url_prefix="/api/v1/apart",
    description="Members who aren't proposed to one another.",
)


@blp.get("")
@access(COORDINATOR)
@blp.arguments(ApartQuery, location="query")
@blp.response(200, ApartList)
def index(query: dict[str, Any]) -> Response:
    """Who is kept apart from one member. Tell neither of the two about the other."""
    actor = actor_with("members:read")
    with reading() as session:
        found = apart_from(session, query["member"], actor=actor)
        items = [{"member": query["member"], "other": each.uid} for each in found]
        return jsonify(ApartList().dump({"items": items}))


@blp.post("")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(PairSchema)
@blp.response(201, PairSchema)
def create(pair: dict[str, UUID]) -> Response:
    """These two aren't proposed to one another from now on."""
    actor = actor_with("members:write")
    return once(201, PairSchema().dump, _keep, pair, actor=actor)


@blp.post("/end")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(PairSchema)
@blp.response(200, PairSchema)
def end(pair: dict[str, UUID]) -> Response:
    """These two may be proposed to one another again."""
    actor = actor_with("members:write")
    return once(200, PairSchema().dump, _end, pair, actor=actor)


def _keep(session: Session, pair: dict[str, UUID], *, actor: Actor) -> dict[str, UUID]:
    keep_apart(session, pair["member"], pair["other"], actor=actor, now=now())
    return pair


def _end(session: Session, pair: dict[str, UUID], *, actor: Actor) -> dict[str, UUID]:
    end_apart(session, pair["member"], pair["other"], actor=actor, now=now())
    return pair
