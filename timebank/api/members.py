"""``/api/v1/members``: members, for themselves, their helpers and their coordinators."""

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import ETAG, LINK, actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.schemas import MemberChange, MemberList, MemberSchema, NewMemberSchema, PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.permissions import Actor
from timebank.models.member import Member
from timebank.services.listing import members_page
from timebank.services.membership.members import NewMember, add_member, change_member, find_member
from timebank.services.membership.people import PersonDetails
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint("api_members", __name__, url_prefix="/api/v1/members", description="Places in an antenna.")


def encode(member: Member) -> dict[str, Any]:
    """A member as the API tells it."""
    own = {
        "uid": member.uid,
        "antenna": member.antenna.slug,
        "number": member.number,
        "state": member.state,
        "cannot_give": member.cannot_give,
        "account": member.account.uid if member.account else None,
    }
    body: dict[str, Any] = MemberSchema().dump(_details(member).__dict__ | own)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, MemberList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """Your own places, whom you help, and the members of the antennas that you coordinate."""
    actor, limit = actor_with("members:read"), page["limit"]
    with reading() as session:
        rows = members_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewMemberSchema)
@blp.response(201, MemberSchema)
def create(new: dict[str, Any]) -> Response:
    """Make someone a member, as a coordinator of the antenna."""
    actor = actor_with("members:write")
    return once(201, encode, _add, new, actor=actor)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, MemberSchema, headers=ETAG)
def show(uid: UUID) -> Response:
    """One member, with the ETag of their details."""
    actor = actor_with("members:read")
    with reading() as session:
        member = find_member(session, uid, actor=actor)
        return tagged(encode(member), member.person.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(MemberChange)
@blp.response(200, MemberSchema, headers=ETAG)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Change someone's details; what is left out stays."""
    actor = actor_with("members:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        member = find_member(session, uid, actor=actor)
        cannot_give = changes.pop("cannot_give", member.cannot_give)
        details = replace(_details(member), **changes)
        changed = change_member(
            session, uid, details, cannot_give=cannot_give, version=version, actor=actor, now=now()
        )
        return encode(changed), changed.person.version

    return tagged(*transact(work))


def _details(member: Member) -> PersonDetails:
    return PersonDetails(**{each.name: getattr(member.person, each.name) for each in fields(PersonDetails)})


def _add(session: Session, new: dict[str, Any], *, actor: Actor) -> Member:
    told = dict(new)
    antenna = find_antenna(session, told.pop("antenna"))
    cannot_give = told.pop("cannot_give", False)
    member = add_member(session, antenna.id, NewMember(details=PersonDetails(**told)), actor=actor, now=now())
    member.cannot_give = cannot_give
    return member
