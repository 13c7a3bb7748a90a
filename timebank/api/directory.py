"""``/api/v1/directory``: services to refer to, read by members and kept right by coordinators."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.directory_schemas import (
    NewServiceSchema,
    ServiceChange,
    ServiceList,
    ServiceQuery,
    ServiceSchema,
)
from timebank.api.door import actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.days import NETWORK_ZONE, local_day
from timebank.domain.permissions import Actor
from timebank.models.directory import DirectoryEntry
from timebank.services.network.antennas import find_antenna
from timebank.services.referring.directory import (
    EntryDetails,
    add_entry,
    change_entry,
    check_entry,
    details_of,
    end_entry,
    find_entry,
    reopen_entry,
)
from timebank.services.referring.directory_lists import directory_page, may_edit
from timebank.uow import reading, transact

blp = Blueprint(
    "api_directory", __name__, url_prefix="/api/v1/directory", description="Services to refer to."
)


def encode_for(actor: Actor) -> Callable[[DirectoryEntry], dict[str, Any]]:
    """How the API tells a service to this actor: owner and notes only to who keeps it right."""

    def encode(entry: DirectoryEntry) -> dict[str, Any]:
        known = {name: getattr(entry, name) for name in ServiceSchema().fields if name != "owner"}
        known["antenna"] = entry.antenna.slug if entry.antenna is not None else None
        known["owner"] = entry.owner_name
        if not may_edit(entry, actor):
            known |= {"owner": "", "notes": ""}
        body: dict[str, Any] = ServiceSchema().dump(known)
        return body

    return encode


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(ServiceQuery, location="query")
@blp.response(200, ServiceList)
def index(page: dict[str, Any]) -> Response:
    """The services of your antennas and of the whole network; words are found with typing errors, too."""
    actor, limit = actor_with("directory:read"), page["limit"]
    encode, before = encode_for(actor), whole_cursor(page)
    with reading() as session:
        antenna = find_antenna(session, page["antenna"]) if page["antenna"] else None
        look = {"words": page["words"], "kind": page["kind"]}
        rows = directory_page(session, antenna, **look, actor=actor, before=before, limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewServiceSchema)
@blp.response(201, ServiceSchema)
def create(new: dict[str, Any]) -> Response:
    """Add a service, as a coordinator."""
    actor = actor_with("directory:write")
    return once(201, encode_for(actor), _add, new, actor=actor)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, ServiceSchema)
def show(uid: UUID) -> Response:
    """One service, with its ETag."""
    actor = actor_with("directory:read")
    with reading() as session:
        entry = find_entry(session, uid, actor=actor)
        return tagged(encode_for(actor)(entry), entry.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(ServiceChange)
@blp.response(200, ServiceSchema)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Change what is known of a service; what is left out stays."""
    actor = actor_with("directory:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        told = dict(changes)
        if "owner_words" in told:
            told["owner_id"] = None
        details = replace(details_of(find_entry(session, uid, actor=actor)), **told)
        changed = change_entry(session, uid, details, version=version, actor=actor, now=now())
        return encode_for(actor)(changed), changed.version

    return tagged(*transact(work))


@blp.post("/<uuid:uid>/check")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, ServiceSchema)
def check(uid: UUID) -> Response:
    """All of it is still right today."""
    actor = actor_with("directory:write")
    return once(200, encode_for(actor), check_entry, uid, actor=actor, now=now())


@blp.post("/<uuid:uid>/end")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, ServiceSchema)
def end(uid: UUID) -> Response:
    """It exists no longer."""
    actor = actor_with("directory:write")
    return once(200, encode_for(actor), end_entry, uid, actor=actor, now=now())


@blp.post("/<uuid:uid>/reopen")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, ServiceSchema)
def reopen(uid: UUID) -> Response:
    """It exists after all."""
    actor = actor_with("directory:write")
    return once(200, encode_for(actor), reopen_entry, uid, actor=actor, now=now())


def _add(session: Session, new: dict[str, Any], *, actor: Actor) -> DirectoryEntry:
    told = dict(new)
    slug = told.pop("antenna")
    antenna = find_antenna(session, slug) if slug is not None else None
    today = local_day(now(), antenna.timezone if antenna is not None else NETWORK_ZONE)
    told |= {name: tuple(told[name]) for name in ("kinds", "languages") if name in told}
    antenna_id = antenna.id if antenna is not None else None
    return add_entry(session, antenna_id, EntryDetails(**told), checked_on=today, actor=actor, now=now())
