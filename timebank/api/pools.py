"""``/api/v1/antennas/<slug>/pools``: agreements of two antennas to help over their border."""

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once
from timebank.api.pool_schemas import (
    NewPoolSchema,
    PoolDecisionSchema,
    PoolEndedSchema,
    PoolEndSchema,
    PoolList,
    PoolSchema,
)
from timebank.auth import COORDINATOR, access
from timebank.clock import now
from timebank.domain.permissions import Actor
from timebank.models.antenna import Antenna
from timebank.models.matching import Pool
from timebank.services.matchmaking.pools import (
    Neighbour,
    PoolDecision,
    agree_to_pool,
    end_pool,
    neighbours_of,
    propose_pool,
)
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint(
    "api_pools",
    __name__,
    url_prefix="/api/v1/antennas",
    description="Agreements of two antennas to help over their border.",
)


def encode(found: Neighbour) -> dict[str, Any]:
    """An agreement, or a proposal of one, as the API tells it."""
    told = {"antenna": found.antenna.slug, "name": found.antenna.name, "state": found.state}
    sides = {"ours": _decision(found.ours), "theirs": _decision(found.theirs)}
    body: dict[str, Any] = PoolSchema().dump(told | sides)
    return body


@blp.get("/<slug>/pools")
@access(COORDINATOR)
@blp.response(200, PoolList)
def index(slug: str) -> Response:
    """The antennas with which there is an agreement or a proposal of one: a few at most, so all at once."""
    actor = actor_with("antennas:read")
    with reading() as session:
        rows = neighbours_of(session, find_antenna(session, slug).id, actor=actor)
        return jsonify({"items": [encode(each) for each in rows]})


@blp.post("/<slug>/pools")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(NewPoolSchema)
@blp.response(201, PoolSchema)
def create(told: dict[str, Any], slug: str) -> Response:
    """Propose it to another antenna."""
    actor = actor_with("antennas:write")
    return once(201, encode, _propose, slug, told, actor=actor)


@blp.post("/<slug>/pools/<other>/agree")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(PoolDecisionSchema)
@blp.response(200, PoolSchema)
def agree(told: dict[str, Any], slug: str, other: str) -> Response:
    """Say yes to what another antenna proposed."""
    actor = actor_with("antennas:write")
    return once(200, encode, _agree, slug, other, told, actor=actor)


@blp.post("/<slug>/pools/<other>/end")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(PoolEndSchema)
@blp.response(200, PoolEndedSchema)
def end(told: dict[str, Any], slug: str, other: str) -> Response:
    """End it, take a proposal back, or say no to one; what was promised stays promised."""
    actor = actor_with("antennas:write")
    return once(200, _encode_end, _end, slug, other, told["note"], actor=actor)


def _propose(session: Session, slug: str, told: dict[str, Any], *, actor: Actor) -> Neighbour:
    here, other = find_antenna(session, slug), told["antenna"]
    return propose_pool(session, here.id, other, _told(told), actor=actor, now=now())


def _agree(session: Session, slug: str, other: str, told: dict[str, Any], *, actor: Actor) -> Neighbour:
    here = find_antenna(session, slug)
    return agree_to_pool(session, here.id, other, _told(told), actor=actor, now=now())


def _end(session: Session, slug: str, other: str, note: str, *, actor: Actor) -> Antenna:
    return end_pool(session, find_antenna(session, slug).id, other, note, actor=actor, now=now())


def _told(told: dict[str, Any]) -> PoolDecision:
    return PoolDecision(told["agreed_on"], told["agreed_by"])


def _decision(pool: Pool | None) -> dict[str, Any] | None:
    return None if pool is None else {"agreed_on": pool.agreed_on, "agreed_by": pool.agreed_by}


def _encode_end(other: Antenna) -> dict[str, Any]:
    return {"antenna": other.slug, "state": "ended"}
