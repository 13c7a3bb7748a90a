"""What goes over the border by the desk of the helper's own antenna: passed on, or declined.

The helper hears nothing of a question before their own coordinators have put it to them. Their own 'I can'
goes the other way: passed on, it is answered by the coordinators of the ask.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from timebank.domain.ask_states import PROPOSAL_STEPS, ProposalState, ProposalStep
from timebank.domain.days import local_day
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import next_state
from timebank.models.proposal import Proposal
from timebank.services.promising.promise_notices import tell_asked
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposal_checks import candidate, note_proposal, require_free_place
from timebank.services.promising.proposals import ANSWER_DAYS, find_proposal

NOTE_MAX = 300


def pass_on(
    session: Session, uid: uuid.UUID, answer: Answer | None = None, *, actor: Actor, now: datetime
) -> Proposal:
    """Put the question to the helper, through their own channel; or with ``answer``, what they said on the
    phone just now. A helper's own 'I can' is put to the ask's antenna, and ``answer`` doesn't count.

    Raises:
        WrongStateError: it was passed on or answered already, or the last place went to someone else.
        InvalidInputError: they can't be asked any more: they rest, have left, take back their wish, or
            the two antennas help no more; or a yes without a day.
        NotAllowedError: not a coordinator of the helper's antenna.
    """
    proposal = _handed_over(session, uid, actor=actor)
    offered = proposal.state is ProposalState.VOLUNTEERED
    candidate(session, proposal.ask, proposal.member_id)
    require_free_place(session, proposal.ask)
    today = local_day(now, proposal.ask.antenna.timezone)
    latest = today + timedelta(days=ANSWER_DAYS)
    if not offered:
        proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.PASS_ON)
    proposal.answer_by = min(latest, max(today, proposal.on_day or latest))
    proposal.passed_on_at, proposal.passed_on_by_id = now, actor.person_id or None
    note_proposal(session, proposal, "pass_on_proposal", actor=actor, now=now)
    session.flush()
    if offered:
        return proposal
    if answer is None:
        tell_asked(session, proposal, now=now)
        session.flush()
        return proposal
    return answer_proposal(session, uid, answer, actor=actor, now=now)


def decline_for(session: Session, uid: uuid.UUID, note: str = "", *, actor: Actor, now: datetime) -> Proposal:
    """Say no for the helper, who isn't asked and doesn't hear of it; ``note`` is for the ask's coordinators.

    It doesn't count as a no of the helper's.

    Raises:
        WrongStateError: it was passed on or answered already.
        NotAllowedError: not a coordinator of the helper's antenna.
    """
    proposal = _handed_over(session, uid, actor=actor)
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, ProposalStep.DECLINE)
    proposal.answered_at, proposal.answered_by_id = now, actor.person_id or None
    proposal.closed_note = note.strip()[:NOTE_MAX]
    note_proposal(session, proposal, "decline_for_helper", actor=actor, now=now)
    session.flush()
    return proposal


def _handed_over(session: Session, uid: uuid.UUID, *, actor: Actor) -> Proposal:
    proposal = find_proposal(session, uid, actor=actor, lock=True)
    require(is_coordinator(actor, proposal.member.antenna_id), actor)
    if not proposal.at_own_desk:
        raise WrongStateError(state=proposal.state.value)
    return proposal
