"""Who could help: suggestions for an ask, why not the others, the plan, and what an ask's words say."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint

from timebank.api.door import actor_with
from timebank.api.matching_schemas import (
    PlanQuery,
    PlanSchema,
    RefusalList,
    SuggestionList,
    SuggestionQuery,
    ToldSchema,
    UnderstoodSchema,
)
from timebank.auth import COORDINATOR, STAFF, access
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import may_log_for_others, require
from timebank.matching.reasons import Caution, Reason
from timebank.matching.rules import Objection, Rule
from timebank.models.member import Member
from timebank.services.asking.ask_guesses import UnderstoodAsk, understand_ask
from timebank.services.matchmaking.plans import PlanRow, PlanView, fixes_of, plan_for
from timebank.services.matchmaking.suggestions import Candidate, Refusal, refusals_for, suggest_for
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading

blp = Blueprint("api_matching", __name__, url_prefix="/api/v1", description="Who could help, and why.")


@blp.get("/asks/<uuid:uid>/suggestions")
@access(COORDINATOR)
@blp.arguments(SuggestionQuery, location="query")
@blp.response(200, SuggestionList)
def suggestions(query: dict[str, Any], uid: UUID) -> Response:
    """The best helpers for an ask that hasn't ended, best first, each with its reasons."""
    actor = actor_with("asks:read")
    with reading() as session:
        found = suggest_for(session, uid, most=query["limit"], actor=actor, now=now())
        return jsonify(SuggestionList().dump({"items": [_suggestion(each) for each in found]}))


@blp.get("/asks/<uuid:uid>/others")
@access(COORDINATOR)
@blp.response(200, RefusalList)
def others(uid: UUID) -> Response:
    """Why the others aren't suggested."""
    actor = actor_with("asks:read")
    with reading() as session:
        found = refusals_for(session, uid, actor=actor, now=now())
        return jsonify(RefusalList().dump({"items": [_refusal(each) for each in found]}))


@blp.get("/plans")
@access(COORDINATOR)
@blp.arguments(PlanQuery, location="query")
@blp.response(200, PlanSchema)
def plans(query: dict[str, Any]) -> Response:
    """All open asks of an antenna at once; nobody is asked by looking."""
    actor = actor_with("plans:read")
    pairs = [fix.split(":") for fix in query["fix"]]
    with reading() as session:
        antenna = find_antenna(session, query["antenna"])
        fixes = fixes_of(session, [(UUID(ask), UUID(member)) for ask, member in pairs])
        view = plan_for(session, antenna.id, fixes, actor=actor, now=now())
        return jsonify(PlanSchema().dump(_plan(view)))


@blp.post("/intake/guess")
@access(STAFF)
@blp.arguments(ToldSchema)
@blp.response(200, UnderstoodSchema)
def guess(told: dict[str, Any]) -> Response:
    """What an ask's own words say, for the antenna's team; nothing is kept."""
    actor = actor_with("asks:read")
    with reading() as session:
        antenna = find_antenna(session, told["antenna"])
        require(may_log_for_others(actor, antenna.id), actor, antenna.id)
        today = local_day(now(), antenna.timezone)
        return jsonify(_understood(understand_ask(session, antenna, told["words"], today=today)))


def _suggestion(each: Candidate) -> dict[str, Any]:
    found, member = each.suggestion, each.member
    return _who(member) | {
        "number": None if found.over_border else member.number,
        "phone": each.phone,
        "over_border": found.over_border,
        "day": found.day,
        "minute": found.minute,
        "reasons": [_coded(reason, member) for reason in found.reasons_for_asker],
        "reasons_for_helper": [_coded(reason, member) for reason in found.reasons_for_helper],
        "cautions": [_coded(caution, member) for caution in found.cautions],
    }


def _refusal(each: Refusal) -> dict[str, Any]:
    objections = [_objection(why, each.member) for why in each.objections]
    return _who(each.member) | {"objections": objections, "may_waive": each.may_waive}


def _objection(why: Objection, member: Member) -> dict[str, Any]:
    """An objection; of two who are kept apart it isn't told which of them wished it."""
    params = {} if why.rule is Rule.EXCLUDED else _params(why.params, member)
    return {"rule": why.rule, "params": params, "waiver": why.waiver}


def _coded(each: Reason | Caution, member: Member) -> dict[str, Any]:
    return {"code": each.code, "params": _params(each.params, member)}


def _params(params: Mapping[str, Any], member: Member) -> dict[str, Any]:
    """The values of a sentence; a helper's antenna by its slug."""
    return dict(params) | ({"antenna": member.antenna.slug} if "antenna" in params else {})


def _who(member: Member) -> dict[str, Any]:
    who = {"member": member.uid, "number": member.number, "name": member.person.name}
    return who | {"antenna": member.antenna.slug}


def _plan(view: PlanView) -> dict[str, Any]:
    numbers = ("filled_slots", "open_slots", "total_metres", "optimal")
    return {name: getattr(view, name) for name in numbers} | {"rows": [_row(row) for row in view.rows]}


def _row(row: PlanRow) -> dict[str, Any]:
    asks = [ask.uid for ask in row.blocked_by]
    return {
        "ask": row.ask.uid,
        "placements": [
            _who(p.member) | {"day": p.day, "minute": p.minute, "fixed": p.fixed} for p in row.planned
        ],
        "backups": [
            _who(b.member) | {"loses": [ask.uid for ask in b.loses], "extra_metres": b.extra_metres}
            for b in row.backups
        ],
        "open_slots": row.open_slots,
        "obstacle": row.obstacle
        and {"code": row.obstacle.code, "params": dict(row.obstacle.params), "asks": asks},
        "swaps": [
            {"helper": s.helper.uid, "moved": s.moved.uid, "instead": s.instead.uid} for s in row.swaps
        ],
    }


def _understood(found: UnderstoodAsk) -> dict[str, Any]:
    categories = [
        {"category": each.category, "share": each.share, "because": [f.words for f in each.because]}
        for each in found.guess.categories
    ]
    flags = [
        {"boundary": flag.boundary, "reason": flag.reason, "words": [f.words for f in flag.found]}
        for flag in found.flags
    ]
    told = found.details.__dict__ | {"categories": categories, "flags": flags}
    body: dict[str, Any] = UnderstoodSchema().dump(told)
    return body
