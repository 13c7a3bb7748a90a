"""``/api/v1/proposals``: what helpers were asked, their answers, and how a promise went."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify, request
from flask_smorest import Blueprint

from timebank.api.door import ETAG, LINK, actor_with, keyed, once, paged, whole_cursor
from timebank.api.favours import evidence_of
from timebank.api.proposal_schemas import (
    AnswerSchema,
    CallOffSchema,
    FellThroughSchema,
    HappenedSchema,
    ProposalList,
    ProposalSchema,
    ProposalStepSchema,
)
from timebank.api.schemas import PageQuery
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.models.proposal import Proposal
from timebank.services.matchmaking.over_border import decline_for, pass_on
from timebank.services.promising.promise_lists import ProposalPage, proposal_page, proposals_page, shown_to
from timebank.services.promising.promises import Happening, call_off, say_it_fell_through, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal, take_back_proposal
from timebank.services.promising.proposals import find_proposal
from timebank.uow import reading

blp = Blueprint(
    "api_proposals",
    __name__,
    url_prefix="/api/v1/proposals",
    description="Questions to helpers, and the promises that they become.",
)


def encode(proposal: Proposal, shown: ProposalPage) -> dict[str, Any]:
    """A proposal as the API tells it to whom it is shown."""
    apart = {
        "antenna": proposal.ask.antenna.slug,
        "helper_antenna": proposal.member.antenna.slug,
        "ask": proposal.ask.uid,
        "member": proposal.member.uid,
        "favour": shown.promise.favour_uid,
        "steps": sorted(shown.steps),
        "note": shown.note,
    }
    plain = set(ProposalSchema().fields) - set(apart)
    body: dict[str, Any] = ProposalSchema().dump(
        {name: getattr(shown.promise, name) for name in plain} | apart
    )
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, ProposalList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """What you were asked, what you were promised, and those of the antennas that you coordinate."""
    actor, limit = actor_with("proposals:read"), page["limit"]
    with reading() as session:
        rows = proposals_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        items = [encode(each, shown_to(session, each, actor=actor, now=now())) for each in rows[:limit]]
        return paged(items, rows[limit - 1].id if rows[limit:] else None)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, ProposalSchema, headers=ETAG)
def show(uid: UUID) -> Response:
    """One proposal, with its ETag; who asked finds it once it is a promise."""
    actor = actor_with("proposals:read")
    with reading() as session:
        shown = proposal_page(session, uid, actor=actor, now=now())
        response = jsonify(encode(find_proposal(session, uid, actor=actor), shown))
    # The ask, both sides' consent and the day change what is shown, so no single version stands for it.
    response.add_etag()
    response.make_conditional(request)
    return response


@blp.post("/<uuid:uid>/answer")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(AnswerSchema)
@blp.response(200, ProposalStepSchema)
def answer(told: dict[str, Any], uid: UUID) -> Response:
    """Say yes, which makes it a promise, or no."""
    actor = actor_with("proposals:write")
    said = Answer(**told, channel=Channel.API)
    return once(200, encode_step, answer_proposal, uid, said, actor=actor, now=now())


@blp.post("/<uuid:uid>/pass-on")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, ProposalStepSchema)
def passing_on(uid: UUID) -> Response:
    """As a coordinator of the helper's antenna, put another antenna's question to them."""
    actor = actor_with("proposals:write")
    return once(200, encode_step, pass_on, uid, actor=actor, now=now())


@blp.post("/<uuid:uid>/decline")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(CallOffSchema)
@blp.response(200, ProposalStepSchema)
def declining(told: dict[str, Any], uid: UUID) -> Response:
    """As a coordinator of the helper's antenna, say no for them: they aren't asked."""
    actor = actor_with("proposals:write")
    return once(200, encode_step, decline_for, uid, told["note"], actor=actor, now=now())


@blp.post("/<uuid:uid>/take-back")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, ProposalStepSchema)
def take_back(uid: UUID) -> Response:
    """Take a question back as a coordinator, or your own 'I can'."""
    actor = actor_with("proposals:write")
    return once(200, encode_step, take_back_proposal, uid, actor=actor, now=now())


@blp.post("/<uuid:uid>/call-off")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(CallOffSchema)
@blp.response(200, ProposalStepSchema)
def calling_off(told: dict[str, Any], uid: UUID) -> Response:
    """Say that the helper can't come after all."""
    actor = actor_with("proposals:write")
    return once(200, encode_step, call_off, uid, note=told["note"], actor=actor, now=now())


@blp.post("/<uuid:uid>/happened")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(HappenedSchema)
@blp.response(200, ProposalStepSchema)
def happened(told: dict[str, Any], uid: UUID) -> Response:
    """Say that it took place, from its day on: the favour is written down."""
    actor = actor_with("proposals:write")
    how = Happening(
        time_said=f"{told['minutes']} min" if told["minutes"] else "",
        with_hours=bool(told["minutes"]),
        thanks=told["thanks"],
        channel=Channel.API,
        evidence=evidence_of(told["evidence"]),
        allow_double=told["allow_double"],
    )
    return once(200, encode_step, say_it_happened, uid, how, actor=actor, now=now())


@blp.post("/<uuid:uid>/fell-through")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(FellThroughSchema)
@blp.response(200, ProposalStepSchema)
def fell_through(told: dict[str, Any], uid: UUID) -> Response:
    """Say that it didn't take place."""
    actor = actor_with("proposals:write")
    return once(200, encode_step, say_it_fell_through, uid, told["note"], actor=actor, now=now())


def encode_step(proposal: Proposal) -> dict[str, Any]:
    """Where a proposal stands, without names."""
    plain = ("uid", "state", "on_day", "from_minute")
    favour = None if proposal.favour is None else proposal.favour.uid
    body: dict[str, Any] = ProposalStepSchema().dump(
        {name: getattr(proposal, name) for name in plain} | {"favour": favour}
    )
    return body
