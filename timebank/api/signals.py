"""``/api/v1/signals``: told by antenna persons, read and followed up by coordinators only."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.schemas import PageQuery
from timebank.api.signal_schemas import (
    KeptSignalSchema,
    NewLineSchema,
    NewSignalSchema,
    SignalChange,
    SignalEndSchema,
    SignalList,
    SignalSchema,
    WholeSignalSchema,
)
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, may_tell_signal, require
from timebank.models.member import Member
from timebank.models.signal import Signal
from timebank.services.coordinating.signal_lists import assignee_uid, signal_page, signals_page
from timebank.services.coordinating.signals import (
    FollowUp,
    SignalDetails,
    add_line,
    change_signal,
    details_of,
    end_signal,
    find_signal,
    follow_signal,
    put_back_signal,
    reopen_signal,
    tell_signal,
)
from timebank.services.listing import member_ids_of
from timebank.services.network.antennas import find_antenna
from timebank.uow import reading, transact

blp = Blueprint(
    "api_signals", __name__, url_prefix="/api/v1/signals", description="Something noticed that needs a look."
)


def encode(session: Session, signal: Signal) -> dict[str, Any]:
    """A signal as the API tells it to a coordinator."""
    plain = set(SignalSchema().fields) - {"antenna", "about_member", "assignee"}
    known = {name: getattr(signal, name) for name in plain} | {
        "antenna": signal.antenna.slug,
        "about_member": signal.about.uid if signal.about is not None else None,
        "assignee": assignee_uid(session, signal),
    }
    body: dict[str, Any] = SignalSchema().dump(known)
    return body


def encode_kept(signal: Signal) -> dict[str, Any]:
    """What is kept of an answer under its key: nothing that has to be erased one day."""
    known = {"uid": signal.uid, "antenna": signal.antenna.slug, "state": signal.state}
    body: dict[str, Any] = KeptSignalSchema().dump(known)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, SignalList)
def index(page: dict[str, Any]) -> Response:
    """The signals of the antennas that you coordinate; nobody else sees any."""
    actor, limit = actor_with("signals:read"), page["limit"]
    with reading() as session:
        rows = signals_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        items = [encode(session, each) for each in rows[:limit]]
        return paged(items, rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewSignalSchema)
@blp.response(201, KeptSignalSchema)
def create(new: dict[str, Any]) -> Response:
    """Pass on that something was noticed, as an antenna person or a coordinator."""
    actor = actor_with("signals:write")
    return once(201, encode_kept, _tell, new, actor=actor)


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, WholeSignalSchema)
def show(uid: UUID) -> Response:
    """One signal with what was done, and its ETag."""
    actor = actor_with("signals:read")
    with reading() as session:
        page = signal_page(session, uid, actor=actor, now=now())
        lines = [
            {
                "deed": each.deed,
                "words": each.words,
                "by": each.actor.name if each.actor else "",
                "at": each.at,
            }
            for each in page.lines
        ]
        body = encode(session, page.signal) | WholeSignalSchema(only=["lines"]).dump({"lines": lines})
        return tagged(body, page.signal.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(SignalChange)
@blp.response(200, SignalSchema)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Correct what was told, or say who has it and when they look again."""
    actor = actor_with("signals:write")
    return tagged(*transact(_change, uid, changes, version=version, actor=actor))


@blp.post("/<uuid:uid>/lines")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewLineSchema)
@blp.response(200, KeptSignalSchema)
def line(new: dict[str, Any], uid: UUID) -> Response:
    """Write down in a short line what was done."""
    actor = actor_with("signals:write")
    return once(200, encode_kept, add_line, uid, new["words"], actor=actor, now=now())


@blp.post("/<uuid:uid>/put-back")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, KeptSignalSchema)
def put_back(uid: UUID) -> Response:
    """Who has it can't go on with it."""
    actor = actor_with("signals:write")
    return once(200, encode_kept, put_back_signal, uid, actor=actor, now=now())


@blp.post("/<uuid:uid>/end")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(SignalEndSchema)
@blp.response(200, KeptSignalSchema)
def end(told: dict[str, Any], uid: UUID) -> Response:
    """It is over, and how."""
    actor = actor_with("signals:write")
    return once(200, encode_kept, end_signal, uid, told["outcome"], told["words"], actor=actor, now=now())


@blp.post("/<uuid:uid>/reopen")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, KeptSignalSchema)
def reopen(uid: UUID) -> Response:
    """It wasn't over: you have it, from today."""
    actor = actor_with("signals:write")
    return once(200, encode_kept, reopen_signal, uid, actor=actor, now=now())


def _tell(session: Session, new: dict[str, Any], *, actor: Actor) -> Signal:
    told = dict(new)
    antenna = find_antenna(session, told.pop("antenna"))
    require(may_tell_signal(actor, antenna.id), actor, antenna.id)
    details = _details(session, told, SignalDetails(words=""))
    return tell_signal(session, antenna.id, details, actor=actor, now=now())


def _change(
    session: Session, uid: UUID, changes: dict[str, Any], *, version: int, actor: Actor
) -> tuple[dict[str, Any], int]:
    signal, told = find_signal(session, uid, actor=actor), dict(changes)
    assignee, day = told.pop("assignee", None), told.pop("follow_up_on", None)
    if told or not (assignee or day):
        details = _details(session, told, details_of(signal))
        signal = change_signal(session, uid, details, version=version, actor=actor, now=now())
        version = signal.version
    if assignee or day:
        person_id = signal.assignee_id
        if assignee is not None:
            (member_id,) = member_ids_of(session, [assignee], field="assignee")
            person_id = session.get_one(Member, member_id).person_id
        today = local_day(now(), signal.antenna.timezone)
        follow = FollowUp(person_id or 0, day or signal.follow_up_on or today)
        signal = follow_signal(session, uid, follow, version=version, actor=actor, now=now())
    session.refresh(signal)
    return encode(session, signal), signal.version


def _details(session: Session, told: dict[str, Any], before: SignalDetails) -> SignalDetails:
    values = dict(told)
    if "about_member" in values:
        uid = values.pop("about_member")
        ids = member_ids_of(session, [uid], field="about_member") if uid is not None else (None,)
        values["about_member_id"] = ids[0]
    if "channel" in values:
        values["channel"] = Channel(values["channel"])
    return replace(before, **values)
