"""Answers to proposals: yes makes a promise, no is remembered kindly, silence lapses."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import PROPOSAL_STEPS, QUESTIONS, ProposalState, ProposalStep
from timebank.domain.channels import Channel
from timebank.domain.days import local_day, network_day
from timebank.domain.errors import InvalidInputError, WrongStateError
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, may_act_for, require
from timebank.domain.states import next_state
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.asking.ask_settling import settle_ask
from timebank.services.promising.promise_notices import tell_promised, tell_taken_back
from timebank.services.promising.proposal_checks import (
    candidate,
    flush_in_place,
    note_proposal,
    require_free_place,
    require_present,
)
from timebank.services.promising.proposals import find_proposal


@dataclass(frozen=True)
class Answer:
    """What a helper says: yes, for that day and hour; or no, and how far the no reaches."""

    yes: bool
    channel: Channel = Channel.WEB
    on_day: date | None = None
    from_minute: int | None = None
    decline_kind: DeclineKind = DeclineKind.NOT_THIS_TIME


def answer_proposal(
    session: Session, uid: uuid.UUID, answer: Answer, *, actor: Actor, now: datetime
) -> Proposal:
    """Yes makes it a promise, and both sides are told; no is remembered kindly.

    The helper, who acts for them, or a coordinator who heard it answers a question (over the border a
    coordinator of the helper's antenna); a coordinator of the ask answers someone who volunteered.

    Raises:
        WrongStateError: it was answered, the last place went to someone else, or a volunteer's own antenna
            hasn't passed it on.
        InvalidInputError: a yes without a day, or of someone who has left.
        NotAllowedError: a volunteer who would say yes to themselves.
    """
    proposal = find_proposal(session, uid, actor=actor, lock=True)
    ask = proposal.ask
    if proposal.state is ProposalState.VOLUNTEERED:
        require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
        step = ProposalStep.ACCEPT if answer.yes else ProposalStep.TAKE_BACK
        if proposal.at_own_desk:
            raise WrongStateError(state=proposal.state.value)
        if proposal.over_border and answer.yes:
            candidate(session, ask, proposal.member_id)
    else:
        _check_who_answers(proposal, actor)
        step = ProposalStep.ACCEPT if answer.yes else ProposalStep.DECLINE
    state = next_state(PROPOSAL_STEPS, proposal.state, step)
    if answer.yes:
        require_present(proposal.member)
        require_free_place(session, ask)
        proposal.on_day = answer.on_day or proposal.on_day
        if answer.from_minute is not None:
            proposal.from_minute = answer.from_minute
        if proposal.on_day is None:
            raise InvalidInputError("promise_day_missing", "Say on which day.", field="on_day")
    elif state is ProposalState.DECLINED:
        proposal.decline_kind = answer.decline_kind
    proposal.state, proposal.answered_at = state, now
    proposal.answered_by_id, proposal.answer_channel = actor.person_id or None, answer.channel
    flush_in_place(session)
    settle_ask(session, ask, actor=actor, now=now)
    if answer.yes:
        tell_promised(session, proposal, now=now)
    note_proposal(session, proposal, f"proposal_{step.value}", actor=actor, now=now)
    session.flush()
    return proposal


def _check_who_answers(proposal: Proposal, actor: Actor) -> None:
    """Another antenna's helper is rung by their own coordinators, and answers nothing that never reached them."""
    helper, home = may_act_for(actor, proposal.member_id), proposal.member.antenna_id
    require(helper or is_coordinator(actor, home), actor)
    if not proposal.reached_helper:
        raise WrongStateError(state=proposal.state.value)


def take_back_proposal(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Proposal:
    """A coordinator takes a question back, or a member their own 'I can'; or their antenna, before it is
    passed on over the border.

    Raises:
        WrongStateError: it was answered already.
    """
    proposal = find_proposal(session, uid, actor=actor, lock=True)
    own = proposal.state is ProposalState.VOLUNTEERED and may_act_for(actor, proposal.member_id)
    offered = proposal.state is ProposalState.VOLUNTEERED and proposal.at_own_desk
    here = proposal.member.antenna_id if offered else proposal.ask.antenna_id
    require(own or is_coordinator(actor, here), actor, here)
    asked = proposal.state is ProposalState.ASKED
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.TAKE_BACK)
    proposal.answered_at, proposal.answered_by_id = now, actor.person_id or None
    if asked:
        tell_taken_back(session, proposal, now=now)
    note_proposal(session, proposal, "take_back_proposal", actor=actor, now=now)
    session.flush()
    return proposal


def proposals_to_lapse(session: Session, *, now: datetime) -> list[int]:
    """Ids of questions whose day for an answer has passed in their antenna."""
    rows = session.scalars(
        select(Proposal).where(
            Proposal.state.in_(QUESTIONS), Proposal.answer_by < network_day(now) + timedelta(days=1)
        )
    )
    return [p.id for p in rows if p.answer_by < local_day(now, p.ask.antenna.timezone)]


def lapse_proposal(session: Session, proposal_id: int, *, now: datetime) -> bool:
    """No answer in time: the ask is back on the desk. A late yes still counts while a place is free."""
    proposal = session.scalar(select(Proposal).where(Proposal.id == proposal_id).with_for_update(of=Proposal))
    if proposal is None or proposal.state not in QUESTIONS:
        return False
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.LAPSE)
    note_proposal(session, proposal, "lapse_proposal", actor=SYSTEM, now=now)
    session.flush()
    return True
