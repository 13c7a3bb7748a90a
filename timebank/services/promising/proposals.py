"""Proposals: asking one candidate, or hearing 'I can' from a member.

The answers are in ``proposal_answers``, what comes after a promise in ``promises``.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ASK_STEPS, AskState, AskStep, ProposalState
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, may_act_for, require
from timebank.domain.states import next_state
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.asking.asks import find_ask
from timebank.services.promising.promise_notices import tell_asked
from timebank.services.promising.proposal_checks import (
    candidate,
    flush_in_place,
    may_pool,
    note_proposal,
    require_place,
)

ANSWER_DAYS = 2
"""A question waits this many days for its answer, and never past the day of the help."""

PROMISED_STATES = frozenset(
    {ProposalState.ACCEPTED, ProposalState.CALLED_OFF, ProposalState.DONE, ProposalState.NOT_DONE}
)
"""A proposal that was once agreed to: who asked may know of it."""


@dataclass(frozen=True)
class NewProposal:
    """Whom to ask, for when, and how. ``from_minute`` is the local minute of the day.

    ``reasons`` are the codes that the coordinator saw. ``override_note`` says why someone is asked
    whom a rule would leave out.
    """

    member_id: int
    on_day: date | None = None
    from_minute: int | None = None
    minutes: int | None = None
    introduction: bool = False
    channel: ContactChannel | None = None
    answer_by: date | None = None
    reasons: tuple[dict[str, Any], ...] = ()
    override_note: str = ""


def find_proposal(session: Session, uid: uuid.UUID, *, actor: Actor, lock: bool = False) -> Proposal:
    """The proposal, for the helper, who acts for them, the coordinators of both antennas, and,
    once it is a promise, for who asked. Over the border the helper finds it once it was passed on.

    With ``lock``, the ask is locked first and then the proposal: always in this order.

    Raises:
        NotFoundError: no such proposal, or none of this actor's business.
    """
    proposal = session.scalar(select(Proposal).where(Proposal.uid == uid))
    if proposal is None or not (actor is SYSTEM or _concerns(proposal, actor)):
        raise NotFoundError
    if lock:
        session.execute(select(Ask.id).where(Ask.id == proposal.ask_id).with_for_update())
        session.refresh(proposal, with_for_update=True)
        session.refresh(proposal.ask)
    return proposal


def propose(
    session: Session, ask_uid: uuid.UUID, new: NewProposal, *, actor: Actor, now: datetime
) -> Proposal:
    """Put the question to one candidate; a first look at a new ask goes with it.

    Of another antenna's helper it is put to that antenna's coordinators (``over_border``).

    Raises:
        WrongStateError: the ask has ended, has no place left, or this person was asked already.
        InvalidInputError: not a member who can be asked, or a day that can't be.
        NotAllowedError: not a coordinator here, or two people who are kept apart.
    """
    ask = find_ask(session, ask_uid, actor=actor, lock=True)
    require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    member = candidate(session, ask, new.member_id)
    if ask.state is AskState.NEW:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.LOOK)
    require_place(session, ask, member)
    proposal = _new_row(session, ask, member, new, actor=actor, now=now)
    if member.antenna_id != ask.antenna_id:
        proposal.state = ProposalState.HANDED_OVER
    else:
        tell_asked(session, proposal, now=now)
    note_proposal(session, proposal, "propose", actor=actor, now=now)
    session.flush()
    return proposal


def volunteer(
    session: Session, ask_uid: uuid.UUID, member_id: int, *, actor: Actor, now: datetime
) -> Proposal:
    """A member says 'I can' to an open ask of their antenna; a coordinator answers them.

    To an ask just over the border they say it by the desk of their own antenna (``over_border``).

    Raises:
        NotFoundError: no such ask in one of this actor's antennas, or of one that helps over the border with it.
        InvalidInputError: over the border, where they didn't say that they would help there.
        WrongStateError: it isn't open any more, or they were asked already.
    """
    ask = session.scalar(select(Ask).where(Ask.uid == ask_uid).with_for_update(of=Ask))
    places = {m.antenna_id for m in actor.memberships if m.member_id == member_id and m.active}
    if ask is None or ask.state is not AskState.OPEN:
        raise NotFoundError
    if not any(each == ask.antenna_id or may_pool(session, ask.antenna_id, each) for each in places):
        raise NotFoundError
    member = candidate(session, ask, member_id)
    require_place(session, ask, member)
    new = NewProposal(member_id=member_id)
    proposal = _new_row(session, ask, member, new, actor=actor, now=now)
    proposal.state = ProposalState.VOLUNTEERED
    note_proposal(session, proposal, "volunteer", actor=actor, now=now)
    session.flush()
    return proposal


def _concerns(proposal: Proposal, actor: Actor) -> bool:
    ask = proposal.ask
    promised = proposal.state in PROMISED_STATES
    asker = promised and ask.member_id is not None and may_act_for(actor, ask.member_id)
    staff = any(is_coordinator(actor, each) for each in (ask.antenna_id, proposal.member.antenna_id))
    return asker or staff or (proposal.reached_helper and may_act_for(actor, proposal.member_id))


def _new_row(
    session: Session, ask: Ask, member: Member, new: NewProposal, *, actor: Actor, now: datetime
) -> Proposal:
    today = local_day(now, ask.antenna.timezone)
    window = next((w for w in ask.windows if w.on_day >= today), None)
    on_day = new.on_day or (window.on_day if window else None)
    if on_day is not None and on_day < today:
        raise InvalidInputError(
            "date_past", "This day has gone by. Choose today or a day to come.", field="on_day"
        )
    from_minute = new.from_minute if new.from_minute is not None else ask.fixed_minute
    if from_minute is None and window is not None and window.on_day == on_day:
        from_minute = window.from_minute
    latest = today + timedelta(days=ANSWER_DAYS)
    proposal = Proposal(
        uid=uuid.uuid4(),
        ask_id=ask.id,
        member_id=member.id,
        state=ProposalState.ASKED,
        on_day=on_day,
        from_minute=from_minute,
        minutes=new.minutes or ask.minutes,
        introduction=new.introduction or ask.first_meeting,
        reasons=list(new.reasons),
        override_note=new.override_note.strip()[:300],
        ask_channel=new.channel or member.person.preferred_channel,
        asked_by_id=actor.person_id or None,
        asked_at=now,
        answer_by=new.answer_by or (min(latest, on_day) if on_day else latest),
    )
    session.add(proposal)
    flush_in_place(session)
    return proposal
