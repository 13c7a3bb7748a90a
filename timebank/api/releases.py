"""``/api/v1/releases``: the figures that antennas tell, and an antenna's yes or no to them."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint

from timebank.api.door import actor_with, keyed, once, paged, tagged, whole_cursor
from timebank.api.release_schemas import DecisionSchema, ReleaseList, ReleaseSchema
from timebank.api.schemas import PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.release_states import ReleaseState
from timebank.models.release import Release
from timebank.participation.disclosure.figures import Sign
from timebank.services.telling.release_lists import releases_page
from timebank.services.telling.releases import decide_release, find_release
from timebank.uow import reading

blp = Blueprint(
    "api_releases",
    __name__,
    url_prefix="/api/v1/releases",
    description="Figures that antennas tell their partners and everybody.",
)


def encode(release: Release) -> dict[str, Any]:
    """How the API tells a release; the truth behind it never leaves the house."""
    apart = {"antenna", "tables"}
    known = {name: getattr(release, name) for name in set(ReleaseSchema().fields) - apart}
    tables = [
        {"name": table["name"], "figures": [each | {"sign": Sign(each["sign"])} for each in table["figures"]]}
        for table in release.contents["tables"]
    ]
    body: dict[str, Any] = ReleaseSchema().dump(known | {"antenna": release.antenna.slug, "tables": tables})
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, ReleaseList)
def index(page: dict[str, Any]) -> Response:
    """Those of antennas whose books you read; as a partner's staff what your antennas approved for outside."""
    actor, limit = actor_with("releases:read"), page["limit"]
    with reading() as session:
        rows = releases_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, ReleaseSchema)
def show(uid: UUID) -> Response:
    """One release, with its ETag."""
    actor = actor_with("releases:read")
    with reading() as session:
        release = find_release(session, uid, actor=actor)
        return tagged(encode(release), 1 if release.state is ReleaseState.PREPARED else 2)


@blp.post("/<uuid:uid>/decision")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(DecisionSchema)
@blp.response(200, ReleaseSchema)
def decide(told: dict[str, Any], uid: UUID) -> Response:
    """Say yes, after which it is told for good, or no."""
    actor = actor_with("releases:write")
    return once(200, encode, decide_release, uid, told["step"], told["refusal"], actor=actor, now=now())
