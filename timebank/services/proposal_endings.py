"""What becomes of questions and promises when a helper goes or rests, or two antennas help no more."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.ask_states import PROPOSAL_STEPS, QUESTIONS, ProposalState, ProposalStep
from timebank.domain.permissions import Actor
from timebank.domain.states import next_state
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.ask_settling import settle_ask
from timebank.services.promise_notices import tell_called_off, tell_taken_back
from timebank.services.proposal_checks import note_proposal


def take_back_between(session: Session, one_id: int, other_id: int, *, actor: Actor, now: datetime) -> None:
    """Take back what waits between two antennas; a helper who was asked hears that it isn't needed."""
    helper = aliased(Member)
    both = (one_id, other_id)
    waiting = session.scalars(
        select(Proposal.id)
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(helper, helper.id == Proposal.member_id)
        .where(
            Proposal.state.in_(QUESTIONS),
            Ask.antenna_id.in_(both),
            helper.antenna_id.in_(both),
            helper.antenna_id != Ask.antenna_id,
        )
    ).all()
    for proposal in _held(session, Proposal.id.in_(waiting)):
        _take_back(session, proposal, tell=True, actor=actor, now=now)
    session.flush()


def end_questions_of(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """A helper rests or goes: what other antennas asked of them is taken back; ``tell`` lets them hear it."""
    for proposal in _held(session, Proposal.member_id == member.id):
        if proposal.over_border and proposal.state in QUESTIONS:
            _take_back(session, proposal, tell=tell, actor=actor, now=now)
    session.flush()


def end_promises_of(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """A helper goes: their promises over the border are called off, and each ask is back on its desk.

    With ``tell`` who asked hears of it; after a death nobody does, but from people.
    """
    for proposal in _held(session, Proposal.member_id == member.id):
        if not proposal.over_border or proposal.state is not ProposalState.ACCEPTED:
            continue
        proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.CALL_OFF)
        settle_ask(session, proposal.ask, actor=actor, now=now)
        if tell:
            tell_called_off(session, proposal, to_helper=False, now=now)
        note_proposal(session, proposal, "promise_called_off", actor=actor, now=now)
    session.flush()


def _held(session: Session, which: ColumnElement[bool]) -> Sequence[Proposal]:
    """The live questions and promises among these, locked after their asks: always in this order."""
    live = Proposal.state.in_(QUESTIONS | {ProposalState.ACCEPTED})
    asks = select(Proposal.ask_id).where(which, live)
    session.execute(select(Ask.id).where(Ask.id.in_(asks)).order_by(Ask.id).with_for_update()).all()
    return session.scalars(
        select(Proposal)
        .where(which, live)
        .order_by(Proposal.id)
        .with_for_update(of=Proposal)
        .execution_options(populate_existing=True)
    ).all()


def _take_back(session: Session, proposal: Proposal, *, tell: bool, actor: Actor, now: datetime) -> None:
    asked = proposal.state is ProposalState.ASKED
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.TAKE_BACK)
    proposal.answered_at, proposal.answered_by_id = now, actor.person_id or None
    if asked and tell:
        tell_taken_back(session, proposal, now=now)
    note_proposal(session, proposal, "take_back_proposal", actor=actor, now=now)
