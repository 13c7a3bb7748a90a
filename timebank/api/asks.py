"""``/api/v1/asks``: telling an ask, correcting it, asking helpers, and its ending."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.ask_schemas import (
    AskChange,
    AskedHelperSchema,
    AskEndSchema,
    AskList,
    AskSchema,
    HelperToAskSchema,
    NewAskSchema,
)
from timebank.api.door import ETAG, LINK, actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.proposal_schemas import ProposalList
from timebank.api.proposals import encode as proposal_of
from timebank.api.schemas import PageQuery
from timebank.auth import COORDINATOR, SIGNED_IN, access
from timebank.clock import now
from timebank.domain.ask_states import AskStep
from timebank.domain.permissions import Actor, is_coordinator
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_lists import asks_page, end_note_for, proposals_of
from timebank.services.asking.asks import change_ask, end_ask, find_ask, make_ask, reopen_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window, details_of
from timebank.services.listing import member_ids_of
from timebank.services.matchmaking.places import destination_of, parse_point, say_point
from timebank.services.matchmaking.suggestions import propose_suggested
from timebank.services.network.antennas import find_antenna
from timebank.services.promising.promise_lists import shown_to
from timebank.services.promising.proposals import NewProposal
from timebank.uow import reading, transact

blp = Blueprint("api_asks", __name__, url_prefix="/api/v1/asks", description="Wishes for help.")


def encode(ask: Ask, actor: Actor) -> dict[str, Any]:
    """An ask as the API tells it to this actor."""
    own = {
        "antenna": ask.antenna.slug,
        "member": ask.member.uid if ask.member is not None else None,
        "asker_phone": ask.asker_phone if is_coordinator(actor, ask.antenna_id) else "",
        "end_note": end_note_for(ask, actor=actor),
        "destination": say_point(destination_of(ask)),
    }
    plain = set(AskSchema().fields) - set(own)
    body: dict[str, Any] = AskSchema().dump({name: getattr(ask, name) for name in plain} | own)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, AskList, headers=LINK)
def index(page: dict[str, Any]) -> Response:
    """Your own asks, those that you wrote down, and those of the antennas that you coordinate."""
    actor, limit = actor_with("asks:read"), page["limit"]
    with reading() as session:
        rows = asks_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        items = [encode(each, actor) for each in rows[:limit]]
        return paged(items, rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewAskSchema)
@blp.response(201, AskSchema)
def create(new: dict[str, Any]) -> Response:
    """Ask for yourself, for whom you help, or as the antenna's team for someone else."""
    actor = actor_with("asks:write")
    return once(201, lambda ask: encode(ask, actor), _make, new, actor=actor)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, AskSchema, headers=ETAG)
def show(uid: UUID) -> Response:
    """One ask, with its ETag."""
    actor = actor_with("asks:read")
    with reading() as session:
        ask = find_ask(session, uid, actor=actor)
        return tagged(encode(ask, actor), ask.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(AskChange)
@blp.response(200, AskSchema, headers=ETAG)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Correct what it is about; a coordinator who does has looked at it."""
    actor = actor_with("asks:write")

    def work(session: Session) -> tuple[dict[str, Any], int]:
        details = _details(changes, details_of(find_ask(session, uid, actor=actor)))
        changed = change_ask(session, uid, details, version=version, actor=actor, now=now())
        session.refresh(changed)
        return encode(changed, actor), changed.version

    return tagged(*transact(work))


@blp.post("/<uuid:uid>/end")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(AskEndSchema)
@blp.response(200, AskSchema)
def end(told: dict[str, Any], uid: UUID) -> Response:
    """Give it its ending; who asks may withdraw it, the others are a coordinator's."""
    actor, step = actor_with("asks:write"), AskStep(told.pop("step"))
    return once(200, lambda ask: encode(ask, actor), end_ask, uid, step, **told, actor=actor, now=now())


@blp.post("/<uuid:uid>/reopen")
@access(COORDINATOR)
@keyed(blp)
@blp.response(200, AskSchema)
def reopen(uid: UUID) -> Response:
    """Take it up again, as a coordinator."""
    actor = actor_with("asks:write")
    return once(200, lambda ask: encode(ask, actor), reopen_ask, uid, actor=actor, now=now())


@blp.get("/<uuid:uid>/proposals")
@access(SIGNED_IN)
@blp.response(200, ProposalList)
def proposals(uid: UUID) -> Response:
    """Everybody who was asked, for a coordinator; who promised to come or came, for who asks."""
    actor, moment = actor_with("proposals:read"), now()
    with reading() as session:
        rows = proposals_of(session, find_ask(session, uid, actor=actor), actor=actor)
        return jsonify(
            items=[proposal_of(each, shown_to(session, each, actor=actor, now=moment)) for each in rows]
        )


@blp.post("/<uuid:uid>/proposals")
@access(COORDINATOR)
@keyed(blp)
@blp.arguments(HelperToAskSchema)
@blp.response(201, AskedHelperSchema)
def propose(new: dict[str, Any], uid: UUID) -> Response:
    """Ask a helper through their own channel, as a coordinator."""
    return once(201, _encode_asked, _propose, uid, new, actor=actor_with("asks:write"))


def _make(session: Session, new: dict[str, Any], *, actor: Actor) -> Ask:
    told = dict(new)
    antenna, uid = find_antenna(session, told.pop("antenna")), told.pop("member")
    ids = member_ids_of(session, [uid], field="member") if uid is not None else (None,)
    names = ("words", "asker_name", "asker_phone", "channel", "drop_point", "consent_note")
    about = {name: told.pop(name) for name in names}
    asked = NewAsk(antenna.id, member_id=ids[0], **about, details=_details(told, AskDetails()))
    ask = make_ask(session, asked, actor=actor, now=now())
    session.refresh(ask)
    return ask


def _details(told: dict[str, Any], before: AskDetails) -> AskDetails:
    values = dict(told)
    if "windows" in values:
        values["windows"] = tuple(Window(**each) for each in values["windows"])
    if "destination" in values:
        values["destination"] = parse_point(values["destination"], "destination")
    values |= {name: tuple(values[name]) for name in ("wishes", "languages") if name in values}
    return replace(before, **values)


def _propose(session: Session, uid: UUID, new: dict[str, Any], *, actor: Actor) -> Proposal:
    told, ask = dict(new), find_ask(session, uid, actor=actor)
    (member_id,) = member_ids_of(session, [told.pop("member")], field="member")
    return propose_suggested(session, ask.uid, NewProposal(member_id, **told), actor=actor, now=now())


def _encode_asked(proposal: Proposal) -> dict[str, Any]:
    people = {"ask": proposal.ask.uid, "member": proposal.member.uid}
    plain = set(AskedHelperSchema().fields) - set(people)
    known = {name: getattr(proposal, name) for name in plain}
    body: dict[str, Any] = AskedHelperSchema().dump(known | people)
    return body
