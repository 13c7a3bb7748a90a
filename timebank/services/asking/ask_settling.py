"""What an ask becomes by its proposals: promised, open again, filled; and what becomes of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import (
    ASK_STEPS,
    LIVE_PROPOSALS,
    PROPOSAL_STEPS,
    AskState,
    AskStep,
    ProposalState,
    ProposalStep,
)
from timebank.domain.permissions import Actor
from timebank.domain.states import next_state
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.promising.promise_notices import tell_called_off, tell_taken_back


def proposals_in(session: Session, ask: Ask, *states: ProposalState) -> Sequence[Proposal]:
    """The ask's proposals in one of ``states``, in the order in which they were made."""
    return session.scalars(
        select(Proposal).where(Proposal.ask_id == ask.id, Proposal.state.in_(states)).order_by(Proposal.id)
    ).all()


def settle_ask(session: Session, ask: Ask, *, actor: Actor, now: datetime) -> None:
    """Move the ask on after one of its proposals changed.

    It is promised while every place has a promise, open while one is free, and filled once all
    of its places are done; who was still asked or said 'I can' then hears that they aren't needed
    any more. An ask that has ended stays as it ended.
    """
    session.flush()
    promised = len(proposals_in(session, ask, ProposalState.ACCEPTED))
    done = len(proposals_in(session, ask, ProposalState.DONE))
    full = promised + done >= ask.slots
    if ask.state is AskState.NEW and promised:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.LOOK)
    if ask.state is AskState.OPEN and full:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.PROMISE)
    if ask.state is AskState.PROMISED and not full:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.LOOSEN)
    if ask.state is AskState.PROMISED and done >= ask.slots:
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.FILL)
        ask.ended_at, ask.ended_by_id = now, actor.person_id or None
        drop_proposals(session, ask, actor=actor, now=now)
    session.flush()


def drop_proposals(session: Session, ask: Ask, *, tell: bool = True, actor: Actor, now: datetime) -> None:
    """The ask ends: take back what was asked, call off what was promised, and ``tell`` the helpers."""
    for proposal in proposals_in(session, ask, *LIVE_PROPOSALS):
        promised = proposal.state is ProposalState.ACCEPTED
        step = ProposalStep.CALL_OFF if promised else ProposalStep.TAKE_BACK
        asked = proposal.state is ProposalState.ASKED
        proposal.state = next_state(PROPOSAL_STEPS, proposal.state, step)
        proposal.answered_at, proposal.answered_by_id = now, actor.person_id or None
        if promised and tell:
            tell_called_off(session, proposal, to_helper=True, now=now)
        elif asked and tell:
            tell_taken_back(session, proposal, now=now)
    session.flush()
