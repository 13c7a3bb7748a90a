"""``/api/v1/antennas/<slug>/opening``: preparing a new antenna step by step, and the day it goes live."""

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once
from timebank.api.opening_schemas import (
    NewAntennaSchema,
    OpeningSchema,
    PracticeSchema,
    StageSchema,
    StepDoneSchema,
)
from timebank.auth import OPERATOR, STAFF, access
from timebank.clock import now
from timebank.domain.errors import NotFoundError
from timebank.domain.opening import Step
from timebank.domain.permissions import Actor
from timebank.models.antenna import Antenna
from timebank.services.network.antennas import AntennaDetails, find_antenna
from timebank.services.network.opening import go_live, opening_steps, prepare_antenna, tick_step, untick_step
from timebank.services.network.practice import PracticeAsk, begin_practice, end_practice, practice_asks
from timebank.uow import reading

blp = Blueprint(
    "api_opening", __name__, url_prefix="/api/v1/antennas", description="Opening an antenna step by step."
)


@blp.post("")
@access(OPERATOR)
@keyed(blp)
@blp.arguments(NewAntennaSchema)
@blp.response(201, StageSchema)
def create(new: dict[str, Any]) -> Response:
    """Prepare a new antenna, as the operator. Until it goes live nothing is sent to anyone outside its team."""
    actor = actor_with("antennas:write")
    return once(201, StageSchema().dump, _prepare, new, actor=actor)


@blp.get("/<slug>/opening")
@access(STAFF)
@blp.response(200, OpeningSchema)
def show(slug: str) -> Response:
    """Every step with whether it is done, for the antenna's coordinators and the operator."""
    actor = actor_with("antennas:read")
    with reading() as session:
        antenna = find_antenna(session, slug)
        steps = opening_steps(session, antenna, actor=actor, now=now())
        return jsonify(OpeningSchema().dump(_stage(session, antenna) | {"steps": steps}))


@blp.post("/<slug>/opening/steps/<step>/done")
@access(STAFF)
@keyed(blp)
@blp.arguments(StepDoneSchema)
@blp.response(200, StageSchema)
def done(told: dict[str, Any], slug: str, step: str) -> Response:
    """Say in a word that a step is done; saying it again changes the word."""
    actor, found = actor_with("antennas:write"), _step(step)
    return once(200, StageSchema().dump, _tick, slug, found, told["note"], actor=actor)


@blp.post("/<slug>/opening/steps/<step>/again")
@access(STAFF)
@keyed(blp)
@blp.response(200, StageSchema)
def again(slug: str, step: str) -> Response:
    """Take back that a step is done."""
    actor, found = actor_with("antennas:write"), _step(step)
    return once(200, StageSchema().dump, _untick, slug, found, actor=actor)


@blp.post("/<slug>/opening/live")
@access(STAFF)
@keyed(blp)
@blp.response(200, StageSchema)
def live(slug: str) -> Response:
    """Open the antenna today, once no required step stands open; the practice asks go."""
    actor = actor_with("antennas:write")
    return once(200, StageSchema().dump, _go_live, slug, actor=actor)


@blp.post("/<slug>/opening/practice/begin")
@access(STAFF)
@keyed(blp)
@blp.arguments(PracticeSchema)
@blp.response(200, StageSchema)
def practise(told: dict[str, Any], slug: str) -> Response:
    """Put invented asks on the desk to practise on, as a coordinator; nothing where some are there."""
    actor = actor_with("antennas:write")
    asks = [PracticeAsk(**each) for each in told["asks"]]
    return once(200, StageSchema().dump, _practise, slug, asks, actor=actor)


@blp.post("/<slug>/opening/practice/end")
@access(STAFF)
@keyed(blp)
@blp.response(200, StageSchema)
def stop_practising(slug: str) -> Response:
    """Take the invented asks away, with all that came of them."""
    actor = actor_with("antennas:write")
    return once(200, StageSchema().dump, _stop, slug, actor=actor)


def _prepare(session: Session, new: dict[str, Any], *, actor: Actor) -> dict[str, Any]:
    told = dict(new)
    slug, partner = told.pop("slug"), told.pop("partner")
    details = AntennaDetails(**(told | {"languages": tuple(told["languages"])}))
    return _stage(session, prepare_antenna(session, slug, details, partner, actor=actor, now=now()))


def _tick(session: Session, slug: str, step: Step, note: str, *, actor: Actor) -> dict[str, Any]:
    antenna = find_antenna(session, slug)
    tick_step(session, antenna.id, step, note, actor=actor, now=now())
    return _stage(session, antenna)


def _untick(session: Session, slug: str, step: Step, *, actor: Actor) -> dict[str, Any]:
    antenna = find_antenna(session, slug)
    untick_step(session, antenna.id, step, actor=actor, now=now())
    return _stage(session, antenna)


def _go_live(session: Session, slug: str, *, actor: Actor) -> dict[str, Any]:
    antenna_id = find_antenna(session, slug).id
    return _stage(session, go_live(session, antenna_id, actor=actor, now=now()))


def _practise(session: Session, slug: str, asks: list[PracticeAsk], *, actor: Actor) -> dict[str, Any]:
    antenna = find_antenna(session, slug)
    begin_practice(session, antenna.id, asks, actor=actor, now=now())
    return _stage(session, antenna)


def _stop(session: Session, slug: str, *, actor: Actor) -> dict[str, Any]:
    antenna = find_antenna(session, slug)
    end_practice(session, antenna.id, actor=actor, now=now())
    return _stage(session, antenna)


def _stage(session: Session, antenna: Antenna) -> dict[str, Any]:
    practising = bool(practice_asks(session, antenna.id))
    return {"antenna": antenna.slug, "live_on": antenna.live_on, "practising": practising}


def _step(named: str) -> Step:
    """The step of this name.

    Raises:
        NotFoundError: there is none.
    """
    try:
        return Step(named)
    except ValueError:
        raise NotFoundError from None
