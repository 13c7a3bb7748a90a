"""``/api/v1/gatherings``: what an antenna does together, and for its coordinators who came."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.gathering_schemas import (
    AttendanceSchema,
    GatheringChange,
    GatheringList,
    GatheringSchema,
    NewGatheringSchema,
    WholeGatheringSchema,
)
from timebank.api.schemas import PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.gathering import Gathering
from timebank.services.listing import member_ids_of
from timebank.services.measuring.gathering_lists import gatherings_page, who_came
from timebank.services.measuring.gatherings import (
    GatheringDetails,
    WhoCame,
    call_off_gathering,
    change_gathering,
    details_of,
    find_gathering,
    note_attendance,
    plan_gathering,
)
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint(
    "api_gatherings",
    __name__,
    url_prefix="/api/v1/gatherings",
    description="What an antenna does together, and who came.",
)


def encode(gathering: Gathering) -> dict[str, Any]:
    """A gathering as the API tells it to whoever belongs to its antenna."""
    known = {name: getattr(gathering, name) for name in set(GatheringSchema().fields) - {"antenna"}}
    body: dict[str, Any] = GatheringSchema().dump(known | {"antenna": gathering.antenna.slug})
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, GatheringList)
def index(page: dict[str, Any]) -> Response:
    """The gatherings of your antennas."""
    actor, limit = actor_with("gatherings:read"), page["limit"]
    with reading() as session:
        rows = gatherings_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewGatheringSchema)
@blp.response(201, GatheringSchema)
def create(new: dict[str, Any]) -> Response:
    """Plan a gathering, as a coordinator."""
    actor = actor_with("gatherings:write")
    return once(201, encode, _plan, new, actor=actor)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, WholeGatheringSchema)
def show(uid: UUID) -> Response:
    """One gathering, with its ETag; who came only to coordinators."""
    actor = actor_with("gatherings:read")
    with reading() as session:
        found = find_gathering(session, uid, actor=actor)
        beside: dict[str, Any] = {"came": None, "new_faces": None}
        if is_coordinator(actor, found.antenna_id):
            came = [str(each.uid) for each in who_came(session, found, actor=actor)]
            beside = {"came": came, "new_faces": found.new_faces}
        return tagged(encode(found) | beside, found.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(GatheringChange)
@blp.response(200, GatheringSchema)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Another day, place or title."""
    actor = actor_with("gatherings:write")
    return tagged(*transact(_change, uid, changes, version=version, actor=actor))


@blp.post("/<uuid:uid>/attendance")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(AttendanceSchema)
@blp.response(200, GatheringSchema)
def attendance(who: dict[str, Any], uid: UUID) -> Response:
    """Say who came, who didn't after all, and how many aren't members yet."""
    actor = actor_with("gatherings:write")
    return once(200, encode, _note, uid, who, actor=actor)


@blp.post("/<uuid:uid>/call-off")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, GatheringSchema)
def call_off(uid: UUID) -> Response:
    """It doesn't take place."""
    actor = actor_with("gatherings:write")
    return once(200, encode, call_off_gathering, uid, actor=actor, now=now())


def _plan(session: Session, new: dict[str, Any], *, actor: Actor) -> Gathering:
    told = dict(new)
    antenna = find_antenna(session, told.pop("antenna"))
    return plan_gathering(session, antenna.id, GatheringDetails(**told), actor=actor, now=now())


def _change(
    session: Session, uid: UUID, changes: dict[str, Any], *, version: int, actor: Actor
) -> tuple[dict[str, Any], int]:
    details = replace(details_of(find_gathering(session, uid, actor=actor)), **changes)
    gathering = change_gathering(session, uid, details, version=version, actor=actor, now=now())
    return encode(gathering), gathering.version


def _note(session: Session, uid: UUID, who: dict[str, Any], *, actor: Actor) -> Gathering:
    found = find_gathering(session, uid, actor=actor)
    require(is_coordinator(actor, found.antenna_id), actor, found.antenna_id)
    came = frozenset(member_ids_of(session, who["came"], field="came"))
    not_there = frozenset(member_ids_of(session, who["not_there"], field="not_there"))
    return note_attendance(session, uid, WhoCame(came, not_there, who["new_faces"]), actor=actor, now=now())
