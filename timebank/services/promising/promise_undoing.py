"""A favour is undone or taken back: the promise that it came of stands again, and its ask needs someone again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import (
    ASK_STEPS,
    LIVE_ASKS,
    LIVE_PROPOSALS,
    PROPOSAL_STEPS,
    AskState,
    AskStep,
    ProposalStep,
)
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES, next_state
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import proposals_in, settle_ask
from timebank.services.audit import write_down

_FILLED = frozenset({AskState.FILLED, AskState.PARTLY})


def bring_promise_back(session: Session, favour_id: int, *, actor: Actor, now: datetime) -> Proposal | None:
    """Put the promise of this favour back to before it happened; None where there was none.

    Its ask is taken up again if it ended with help, unless who asked has gone since. Where it ended
    otherwise, one of the two has gone, or the same helper has another promise or question of it by
    now, nothing can stand again: this one counts as not done.
    """
    # The ask first, as whoever fills it holds it: two who undo at once wait for one another.
    held = select(Ask).join(Proposal, Proposal.ask_id == Ask.id).where(Proposal.favour_id == favour_id)
    ask = session.scalar(held.with_for_update(of=Ask))
    if ask is None:
        return None
    proposal = session.scalars(
        select(Proposal).where(Proposal.favour_id == favour_id).with_for_update(of=Proposal)
    ).one()
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, _step(session, ask, proposal))
    proposal.favour_id = None
    if ask.state in _FILLED and _asker_is_here(ask):
        ask.state = next_state(ASK_STEPS, ask.state, AskStep.UNFILL)
        ask.ended_at, ask.ended_by_id = None, None
    settle_ask(session, ask, actor=actor, now=now)
    write_down(
        session,
        "promise_back",
        actor=actor,
        now=now,
        antenna_id=ask.antenna_id,
        member_id=proposal.member_id,
        subject=f"proposal:{proposal.uid}",
    )
    session.flush()
    return proposal


def _step(session: Session, ask: Ask, proposal: Proposal) -> ProposalStep:
    others = proposals_in(session, ask, *LIVE_PROPOSALS)
    again = any(other.member_id == proposal.member_id for other in others)
    here = _asker_is_here(ask) and proposal.member.state in PRESENT_STATES
    stands = ask.state in LIVE_ASKS | _FILLED and here and not again
    return ProposalStep.UNDO if stands else ProposalStep.DROP


def _asker_is_here(ask: Ask) -> bool:
    """Whether who asked can still be helped; someone who is no member hasn't left."""
    return ask.member is None or ask.member.state in PRESENT_STATES
