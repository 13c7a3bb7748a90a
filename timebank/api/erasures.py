"""``/api/v1/erasures``: what will be erased and when, erasing one person at their word, and their own file."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import actor_with, keyed, once
from timebank.api.erasure_schemas import ComingSchema, ErasedSchema, ErasureSchema, OwnFileSchema
from timebank.api.population_schemas import AntennaQuery
from timebank.auth import COORDINATOR, SIGNED_IN, access
from timebank.clock import now
from timebank.documents.own_file import as_json
from timebank.models.member import Member
from timebank.services.network.antennas import find_antenna
from timebank.services.privacy.erasing import erase_member
from timebank.services.privacy.own_file import own_file_of
from timebank.services.privacy.retention import Coming, erasure_of, what_will_go
from timebank.uow import reading, transact

blp = Blueprint(
    "api_erasures", __name__, url_prefix="/api/v1/erasures", description="What is kept no longer than needed."
)
files = Blueprint(
    "api_files", __name__, url_prefix="/api/v1/files", description="Everything that is kept about someone."
)


@blp.get("")
@access(COORDINATOR)
@blp.arguments(AntennaQuery, location="query")
@blp.response(200, ComingSchema)
def index(query: dict[str, Any]) -> Response:
    """Who and what will be erased in this antenna, and on which day. Nothing is erased by it."""
    actor = actor_with("erasures:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        coming = what_will_go(session, antenna, actor=actor, now=now())
        return jsonify(_coming(antenna.slug, coming))


@blp.get("/<uuid:uid>")
@access(COORDINATOR)
@blp.response(200, ErasureSchema)
def show(uid: UUID) -> Response:
    """When this member is erased, and what has to be settled first."""
    actor = actor_with("erasures:read")
    with reading() as session:
        found = erasure_of(session, uid, actor=actor, now=now())
        told = _whose(found.member) | {"due_on": found.due_on, "holds": found.holds}
    return jsonify(ErasureSchema().dump(told))


@blp.post("/<uuid:uid>")
@access(COORDINATOR)
@keyed(blp)
@blp.response(200, ErasedSchema)
def erase(uid: UUID) -> Response:
    """Erase someone who left, for good, at their own or the family's word."""
    actor = actor_with("erasures:write")
    return once(200, _erased, erase_member, uid, actor=actor, now=now())


@files.post("/<uuid:uid>")
@access(SIGNED_IN)
@files.response(200, OwnFileSchema)
def make_file(uid: UUID) -> Response:
    """The file of a member: your own, or as a coordinator for them. Nothing of it is kept; that it was made is."""
    actor = actor_with("files:read")
    made = transact(own_file_of, uid, actor=actor, now=now())
    return Response(as_json(made), mimetype="application/json")


def _whose(member: Member) -> dict[str, Any]:
    return {"member": member.uid, "antenna": member.antenna.slug, "erased_at": member.person.erased_at}


def _erased(member: Member) -> dict[str, Any]:
    body: dict[str, Any] = ErasedSchema().dump(_whose(member))
    return body


def _coming(slug: str, coming: Coming) -> dict[str, Any]:
    leavers = [
        {
            "member": due.member.uid,
            "number": due.member.number,
            "ended_on": due.member.ended_on,
            "due_on": due.due_on,
            "holds": due.holds,
        }
        for due in coming.leavers
    ]
    days = {name: getattr(coming, name) for name in ("erase_days", "signal_days", "referral_days")}
    told = {"antenna": slug, "leavers": leavers, "declined": [each.due_on for each in coming.declined]}
    told |= days | {"signals": coming.signals, "referrals": coming.referrals}
    body: dict[str, Any] = ComingSchema().dump(told)
    return body
