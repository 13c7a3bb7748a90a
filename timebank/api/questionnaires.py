"""``/api/v1/questionnaires``: rounds of the questionnaire, for coordinators; no answer is ever read back.

Neither keeping answers nor taking them back has an Idempotency-Key: what is kept with a key is a
fingerprint of the body, from which anyone could find out who answered what by trying.
"""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import ETAG, actor_with, keyed, once, precondition, tagged
from timebank.api.population_schemas import AntennaQuery
from timebank.api.questionnaire_schemas import (
    KeptRoundSchema,
    NewAnswerSchema,
    NewRoundSchema,
    RoundChange,
    RoundList,
    RoundSchema,
    WhoseAnswersSchema,
)
from timebank.auth import COORDINATOR, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.domain.scales import ANSWERS, ITEMS
from timebank.models.questionnaire import QuestionnaireRound
from timebank.participation.disclosure.audiences import BOARD
from timebank.services.measuring.questionnaire_results import RoundView, change_of, find_round, list_rounds
from timebank.services.measuring.questionnaires import (
    NewAnswer,
    NewRound,
    add_answer,
    note_asked,
    open_round,
    withdraw_answers,
)
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint(
    "api_questionnaires",
    __name__,
    url_prefix="/api/v1/questionnaires",
    description="Rounds of the questionnaire.",
)


def encode(view: RoundView) -> dict[str, Any]:
    """A round as the API tells it: counts, and after its end one mean where enough answered twice."""
    found = view.round
    known = {name: getattr(found, name) for name in ("uid", "scale", "starts_on", "ends_on", "asked")}
    known |= {
        "antenna": found.antenna.slug,
        "items": ITEMS[found.scale],
        "answers": ANSWERS[found.scale],
        "first": view.first,
        "again": view.again,
        "erased_on": view.erased_on,
        "erased_at": found.erased_at,
        "change": change_of(found, least=BOARD.k),
    }
    body: dict[str, Any] = RoundSchema().dump(known)
    return body


@blp.get("")
@access(COORDINATOR)
@blp.arguments(AntennaQuery, location="query")
@blp.response(200, RoundList)
def index(query: dict[str, Any]) -> Response:
    """The antenna's rounds, newest first."""
    actor = actor_with("questionnaires:read")
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        views = list_rounds(session, antenna.id, actor=actor)
        return jsonify({"items": [encode(each) for each in views]})


@blp.post("")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(NewRoundSchema)
@blp.response(201, KeptRoundSchema)
def create(new: dict[str, Any]) -> Response:
    """Begin a round; one of the same scale at a time."""
    actor, told = actor_with("questionnaires:write"), dict(new)
    with reading() as session:
        antenna_id = find_antenna(session, told.pop("antenna")).id
    return once(201, _kept, open_round, antenna_id, NewRound(**told), actor=actor, now=now())


@blp.get("/<uuid:uid>")
@access(COORDINATOR)
@blp.response(200, RoundSchema, headers=ETAG)
def show(uid: UUID) -> Response:
    """One round, with its ETag."""
    actor = actor_with("questionnaires:read")
    with reading() as session:
        return tagged(*_read(session, uid, actor))


@blp.patch("/<uuid:uid>")
@access(COORDINATOR)
@precondition(blp)
@blp.arguments(RoundChange)
@blp.response(200, RoundSchema, headers=ETAG)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Write down to how many members the list was offered."""
    actor = actor_with("questionnaires:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        note_asked(session, uid, changes["asked"], version=version, actor=actor, now=now())
        return _read(session, uid, actor)

    return tagged(*transact(work))


@blp.post("/<uuid:uid>/answers")
@access(COORDINATOR)
@blp.arguments(NewAnswerSchema)
@blp.response(200, RoundSchema, headers=ETAG)
def answer(told: dict[str, Any], uid: UUID) -> Response:
    """Keep the score of one member's answers. Sent twice it is refused, and one score is kept."""
    actor = actor_with("questionnaires:write")
    new = NewAnswer(
        told["member"],
        tuple(told["answers"]),
        agreed=told["agreed"],
        second=told["second"],
        channel=Channel(told["channel"]),
    )

    def work(session: Session) -> tuple[dict[str, Any], int]:
        add_answer(session, uid, new, actor=actor, now=now())
        return _read(session, uid, actor)

    return tagged(*transact(work))


@blp.post("/<uuid:uid>/withdraw")
@access(COORDINATOR)
@blp.arguments(WhoseAnswersSchema)
@blp.response(204)
def withdraw(told: dict[str, Any], uid: UUID) -> None:
    """Someone would rather not have answered: what there is goes. The answer doesn't tell whether there was any."""
    actor = actor_with("questionnaires:write")
    transact(withdraw_answers, uid, told["member"], actor=actor, now=now())


def _read(session: Session, uid: UUID, actor: Actor) -> tuple[dict[str, Any], int]:
    view = find_round(session, uid, actor=actor)
    return encode(view), view.round.version


def _kept(made: QuestionnaireRound) -> dict[str, Any]:
    known = {name: getattr(made, name) for name in set(KeptRoundSchema().fields) - {"antenna"}}
    body: dict[str, Any] = KeptRoundSchema().dump(known | {"antenna": made.antenna.slug})
    return body
