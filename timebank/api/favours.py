"""``/api/v1/favours``: writing favours down, agreeing, disputing, taking back."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import LINK, actor_with, keyed, once, paged, whole_cursor
from timebank.api.schemas import (
    ConfirmSchema,
    FavourList,
    FavourSchema,
    NewFavourSchema,
    PageQuery,
    ReasonSchema,
)
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.models.favour import ConfirmedBy, Favour
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour, dispute_favour, find_favour, reverse_favour
from timebank.services.giving.favours import log_favour
from timebank.services.giving.new_favour import NewFavour
from timebank.services.listing import favours_page, member_ids_of
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_favours", __name__, url_prefix="/api/v1/favours", description="Help given and received.")

TOLD = FavourSchema()


def encode(favour: Favour) -> dict[str, Any]:
    """A favour as the API tells it."""
    people = {
        "givers": [member.uid for member in favour.givers],
        "receivers": [member.uid for member in favour.receivers],
    }
    plain = ("uid", "state", "for_antenna", "done_on", "minutes", "category", "note", "thanks", "logged_at")
    told = {name: getattr(favour, name) for name in plain} | {"channel": favour.channel.value}
    body: dict[str, Any] = TOLD.dump(told | people)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, FavourList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """Your own favours, those of whom you help, and those of the antennas whose books you read."""
    actor, limit = actor_with("favours:read"), page["limit"]
    with reading() as session:
        rows = favours_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewFavourSchema)
@blp.response(201, FavourSchema)
def create(new: dict[str, Any]) -> Response:
    """Write a favour down; where its receiver does, or brings evidence, the hours are booked at once."""
    return once(201, encode, _log, new, actor=actor_with("favours:write"))


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, FavourSchema)
def show(uid: UUID) -> Response:
    """One favour."""
    actor = actor_with("favours:read")
    with reading() as session:
        return jsonify(encode(find_favour(session, uid, actor=actor)))


@blp.post("/<uuid:uid>/confirm")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(ConfirmSchema)
@blp.response(200, FavourSchema)
def confirm(body: dict[str, Any], uid: UUID) -> Response:
    """Agree with a favour, and book its hours; with evidence on someone else's behalf."""
    actor = actor_with("favours:write")
    evidence = evidence_of(body["evidence"])
    return once(200, encode, confirm_favour, uid, actor=actor, now=now(), evidence=evidence)


@blp.post("/<uuid:uid>/dispute")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(ReasonSchema)
@blp.response(200, FavourSchema)
def dispute(body: dict[str, Any], uid: UUID) -> Response:
    """Say that something is wrong; a coordinator settles it."""
    actor = actor_with("favours:write")
    return once(200, encode, dispute_favour, uid, body["reason"], actor=actor, now=now())


@blp.post("/<uuid:uid>/reverse")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(ReasonSchema)
@blp.response(200, FavourSchema)
def reverse(body: dict[str, Any], uid: UUID) -> Response:
    """Correct a confirmed favour by the opposite transfers, as a coordinator who is no part of it."""
    actor = actor_with("favours:write")
    return once(200, encode, reverse_favour, uid, body["reason"], actor=actor, now=now())


def _log(session: Session, new: dict[str, Any], *, actor: Actor) -> Favour:
    told = NewFavour(
        antenna_id=find_antenna(session, new["antenna"]).id,
        giver_ids=member_ids_of(session, new["givers"], field="givers"),
        receiver_ids=member_ids_of(session, new["receivers"], field="receivers"),
        for_antenna=new["for_antenna"],
        done_on=new["done_on"],
        time_said=f"{new['minutes']} min" if new["minutes"] else "",
        with_hours=bool(new["minutes"]),
        category=new["category"],
        note=new["note"],
        thanks=new["thanks"],
        channel=Channel.API,
        group_mode=new["group_mode"],
        evidence=evidence_of(new["evidence"]),
        allow_double=new["allow_double"],
    )
    return log_favour(session, told, actor=actor, now=now())


def evidence_of(told: dict[str, Any] | None) -> Evidence | None:
    """What was told of the evidence, if anything was."""
    if told is None:
        return None
    return Evidence(ConfirmedBy(told["rests_on"]), told["heard_from"], told["heard_at"])
