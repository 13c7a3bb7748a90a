"""What becomes of questions and promises when a helper goes or rests, or two antennas help no more."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.ask_states import (
    LIVE_PROPOSALS,
    PROPOSAL_STEPS,
    QUESTIONS,
    ProposalState,
    ProposalStep,
)
from timebank.domain.desk import GoneHelper
from timebank.domain.permissions import Actor, is_coordinator, may_act_for
from timebank.domain.roster import DAY_MINUTES
from timebank.domain.states import MemberState, next_state
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import settle_ask
from timebank.services.promising.promise_notices import tell_called_off, tell_taken_back
from timebank.services.promising.proposal_checks import note_proposal


def take_back_between(session: Session, one_id: int, other_id: int, *, actor: Actor, now: datetime) -> None:
    """Take back what waits between two antennas; a helper who was asked hears that it isn't needed."""
    helper = aliased(Member)
    both = (one_id, other_id)
    waiting = session.scalars(
        select(Proposal.id)
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(helper, helper.id == Proposal.member_id)
        .where(
            Proposal.state.in_(QUESTIONS | {ProposalState.VOLUNTEERED}),
            Ask.antenna_id.in_(both),
            helper.antenna_id.in_(both),
            helper.antenna_id != Ask.antenna_id,
        )
    ).all()
    for proposal in _held(session, Proposal.id.in_(waiting)):
        _take_back(session, proposal, tell=True, actor=actor, now=now)
    session.flush()


def end_questions_of(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """A helper rests or goes: what was asked of them, and their own 'I can', is taken back.

    With ``tell`` they hear that they needn't answer.
    """
    for proposal in _held(session, Proposal.member_id == member.id):
        if proposal.state is not ProposalState.ACCEPTED:
            _take_back(session, proposal, tell=tell, actor=actor, now=now)
    session.flush()


def end_promises_of(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """A helper goes: their promises are called off, and each ask is back on its desk.

    With ``tell`` who asked hears of those whose hour is still to come; after a death nobody does, but
    from people.
    """
    for proposal in _held(session, Proposal.member_id == member.id):
        if proposal.state is not ProposalState.ACCEPTED:
            continue
        proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.CALL_OFF)
        settle_ask(session, proposal.ask, actor=actor, now=now)
        if tell and _is_to_come(proposal, now):
            tell_called_off(session, proposal, to_helper=False, now=now)
        note_proposal(session, proposal, "promise_called_off", actor=actor, now=now)
    session.flush()


def gone_helper(proposals: Sequence[Proposal]) -> GoneHelper | None:
    """The helper of the last of an ask's proposals, where it ended and they rest or have gone.

    Over the border nobody learns more than that.
    """
    ended = [each for each in proposals if each.state not in LIVE_PROPOSALS]
    if not ended or ended[-1].state not in (ProposalState.TAKEN_BACK, ProposalState.CALLED_OFF):
        return None
    last = ended[-1]
    if last.member.state is MemberState.ACTIVE or last.member.person.erased_at is not None:
        return None
    how = None if last.over_border else last.member.state
    return GoneHelper(last.member.person.name, how)


def why_closed(proposal: Proposal, *, actor: Actor) -> str:
    """In a few words why it came to nothing, for coordinators who stand beside the two, and never for these.

    Over the border it is for the helper's own coordinators; those of the ask read what was written for
    them, where the helper never heard of it.
    """
    ask, member = proposal.ask, proposal.member
    sides = [each for each in (ask.member_id, member.id) if each is not None]
    if any(may_act_for(actor, each) for each in sides):
        return ""
    theirs = is_coordinator(actor, ask.antenna_id) and not (proposal.over_border and proposal.reached_helper)
    return proposal.closed_note if theirs or is_coordinator(actor, member.antenna_id) else ""


def why_called_off(proposals: Sequence[Proposal], *, actor: Actor) -> str:
    """The same of the last of an ask's proposals that ended, if it was a promise that didn't hold."""
    ended = [each for each in proposals if each.state not in LIVE_PROPOSALS]
    if not ended or ended[-1].state not in (ProposalState.CALLED_OFF, ProposalState.NOT_DONE):
        return ""
    return why_closed(ended[-1], actor=actor)


def _is_to_come(proposal: Proposal, now: datetime) -> bool:
    local = now.astimezone(ZoneInfo(proposal.ask.antenna.timezone))
    minute = DAY_MINUTES if proposal.from_minute is None else proposal.from_minute
    return (proposal.on_day or date.max, minute) > (local.date(), local.hour * 60 + local.minute)


def _held(session: Session, which: ColumnElement[bool]) -> Sequence[Proposal]:
    """Those of these that wait or were promised, locked after their asks: always in this order."""
    live = Proposal.state.in_(LIVE_PROPOSALS)
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
