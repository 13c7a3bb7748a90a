"""``/api/v1/antennas/<slug>/roster``: who is on duty when, for an antenna's team."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import ETAG, actor_with, keyed, once, precondition, tagged
from timebank.api.roster_schemas import (
    NewTurnSchema,
    PlannedTurnList,
    PlannedTurnSchema,
    RosterQuery,
    TeamList,
    TurnChange,
    TurnGoneSchema,
    TurnList,
    TurnSchema,
)
from timebank.auth import COORDINATOR, STAFF, access
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.antenna import Antenna
from timebank.services.coordinating.roster import DutyDetails, add_duty, change_duty, remove_duty, step_in
from timebank.services.coordinating.roster_lists import (
    Turn,
    people_on_duty,
    person_on_duty,
    turn_of,
    turns_between,
)
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint("api_roster", __name__, url_prefix="/api/v1/antennas", description="Who is on duty when.")
TURN = "/<slug>/roster/<int(max=999999999999):turn>"


@blp.get("/<slug>/roster")
@access(STAFF)
@blp.arguments(RosterQuery, location="query")
@blp.response(200, TurnList)
def index(query: dict[str, Any], slug: str) -> Response:
    """The turns of some weeks, all at once."""
    actor = actor_with("antennas:read")
    with reading() as session:
        antenna = find_antenna(session, slug)
        first = _first(antenna, query)
        last = first + timedelta(weeks=query["weeks"], days=-1)
        turns = turns_between(session, antenna.id, first, last, actor=actor)
        return jsonify(TurnList().dump({"items": turns}))


@blp.get("/<slug>/roster/people")
@access(COORDINATOR)
@blp.arguments(RosterQuery(only=["first"]), location="query")
@blp.response(200, TeamList)
def people(query: dict[str, Any], slug: str) -> Response:
    """Who can have a turn on this day or later, for coordinators."""
    actor = actor_with("antennas:read")
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
        found = people_on_duty(session, antenna.id, _first(antenna, query))
        return jsonify(TeamList().dump({"items": found}))


@blp.post("/<slug>/roster")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(NewTurnSchema)
@blp.response(201, PlannedTurnList)
def create(new: dict[str, Any], slug: str) -> Response:
    """Plan a turn, for one week or for several, as a coordinator."""
    actor = actor_with("antennas:write")
    return once(201, _encode_planned, _plan, slug, new, actor=actor)


@blp.get(TURN)
@access(STAFF)
@blp.response(200, TurnSchema, headers=ETAG)
def show(slug: str, turn: int) -> Response:
    """One turn, with its ETag."""
    actor = actor_with("antennas:read")
    with reading() as session:
        found = turn_of(session, find_antenna(session, slug).id, turn, actor=actor)
        return tagged(TurnSchema().dump(found), found.version)


@blp.patch(TURN)
@access(COORDINATOR)
@precondition(blp)
@blp.arguments(TurnChange)
@blp.response(200, TurnSchema, headers=ETAG)
def change(changes: dict[str, Any], slug: str, turn: int, *, version: int) -> Response:
    """Another day, time, person or substitute, as a coordinator."""
    actor = actor_with("antennas:write")
    changed = transact(_change, slug, turn, changes, version=version, actor=actor)
    return tagged(TurnSchema().dump(changed), changed.version)


@blp.post(f"{TURN}/step-in")
@access(STAFF)
@keyed(blp)
@precondition(blp)
@blp.response(200, PlannedTurnSchema)
def take_over(slug: str, turn: int, *, version: int) -> Response:
    """Take this turn over."""
    actor = actor_with("antennas:write")
    return once(200, PlannedTurnSchema().dump, _step_in, slug, turn, version=version, actor=actor)


@blp.post(f"{TURN}/remove")
@access(COORDINATOR)
@keyed(blp)
@precondition(blp)
@blp.response(200, TurnGoneSchema)
def remove(slug: str, turn: int, *, version: int) -> Response:
    """This turn doesn't take place."""
    actor = actor_with("antennas:write")
    return once(200, TurnGoneSchema().dump, _remove, slug, turn, version=version, actor=actor)


def _first(antenna: Antenna, query: dict[str, Any]) -> date:
    """The day that was asked for; no calendar goes on for weeks after the last years that there are."""
    told: date = query["first"] or local_day(now(), antenna.timezone)
    return min(told, date(date.max.year - 2, 1, 1))


def _encode_planned(turns: list[Turn]) -> dict[str, Any]:
    body: dict[str, Any] = PlannedTurnList().dump({"items": turns})
    return body


def _plan(session: Session, slug: str, new: dict[str, Any], *, actor: Actor) -> list[Turn]:
    antenna_id, weeks = find_antenna(session, slug).id, new["weeks"]
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    details = DutyDetails(
        new["on_day"],
        new["from_minute"],
        new["until_minute"],
        person_on_duty(session, antenna_id, new["person"], new["on_day"], "person"),
        _substitute(session, antenna_id, new["substitute"], new["on_day"]),
    )
    made = add_duty(session, antenna_id, details, weeks=weeks, actor=actor, now=now())
    return [turn_of(session, antenna_id, each.id, actor=actor) for each in made]


def _change(
    session: Session, slug: str, turn: int, changes: dict[str, Any], *, version: int, actor: Actor
) -> Turn:
    antenna_id = find_antenna(session, slug).id
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    kept = turn_of(session, antenna_id, turn, actor=actor)
    on_day: date = changes.get("on_day", kept.on_day)
    person_id, substitute_id = kept.person_id, kept.substitute_id
    if "person" in changes:
        person_id = person_on_duty(session, antenna_id, changes["person"], on_day, "person")
    if "substitute" in changes:
        substitute_id = _substitute(session, antenna_id, changes["substitute"], on_day)
    details = DutyDetails(
        on_day,
        changes.get("from_minute", kept.from_minute),
        changes.get("until_minute", kept.until_minute),
        person_id,
        substitute_id,
    )
    change_duty(session, antenna_id, turn, details, version=version, actor=actor, now=now())
    return turn_of(session, antenna_id, turn, actor=actor)


def _step_in(session: Session, slug: str, turn: int, *, version: int, actor: Actor) -> Turn:
    antenna_id = find_antenna(session, slug).id
    step_in(session, antenna_id, turn, version=version, actor=actor, now=now())
    return turn_of(session, antenna_id, turn, actor=actor)


def _remove(session: Session, slug: str, turn: int, *, version: int, actor: Actor) -> dict[str, int]:
    antenna_id = find_antenna(session, slug).id
    remove_duty(session, antenna_id, turn, version=version, actor=actor, now=now())
    return {"id": turn}


def _substitute(session: Session, antenna_id: int, uid: UUID | None, day: date) -> int | None:
    return None if uid is None else person_on_duty(session, antenna_id, uid, day, "substitute")
