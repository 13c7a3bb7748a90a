"""After a yes: called off, happened (and written down as a favour), or fell through."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import PROPOSAL_STEPS, ProposalState, ProposalStep
from timebank.domain.channels import Channel
from timebank.domain.days import local_day, network_day
from timebank.domain.errors import InvalidInputError, WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, may_act_for, require
from timebank.domain.states import next_state
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import settle_ask
from timebank.services.audit import write_down
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favours import log_favour
from timebank.services.giving.new_favour import NewFavour
from timebank.services.promising.promise_notices import tell_called_off, tell_over
from timebank.services.promising.proposals import find_proposal

NOTE_MAX = 300


@dataclass(frozen=True)
class Happening:
    """How a promise went: the time as it was said, thanks, and through which channel it was told.

    ``evidence`` is a slip or call that confirms the favour at once.
    """

    time_said: str = ""
    with_hours: bool = True
    thanks: str = ""
    channel: Channel = Channel.WEB
    evidence: Evidence | None = None
    allow_double: bool = False


def call_off(session: Session, uid: uuid.UUID, *, note: str = "", actor: Actor, now: datetime) -> Proposal:
    """The helper can't come after all: who asked is told, and the ask is back on the desk.

    Raises:
        WrongStateError: it isn't a promise.
        NotAllowedError: neither the helper, nor who acts for them, nor a coordinator of one of the two.
    """
    proposal = _promise(session, uid, ProposalStep.CALL_OFF, actor=actor)
    proposal.closed_note = note.strip()[:NOTE_MAX]
    _close(session, proposal, actor=actor, now=now)
    tell_called_off(session, proposal, to_helper=False, now=now)
    return proposal


def say_it_happened(
    session: Session, uid: uuid.UUID, how: Happening, *, actor: Actor, now: datetime
) -> Proposal:
    """It took place: the favour is written down with what the ask knows already.

    Where who asked isn't a member yet, the promise is kept as done and no favour is written.

    Raises:
        WrongStateError: it isn't a promise, or its day is still to come.
        InvalidInputError, NearDoubleError: what ``log_favour`` refuses.
    """
    proposal = _promise(session, uid, ProposalStep.HAPPEN, actor=actor)
    ask = proposal.ask
    if proposal.on_day is None or proposal.on_day > local_day(now, ask.antenna.timezone):
        raise WrongStateError("not_yet", "This day is still to come.", state=proposal.state.value)
    if ask.member_id is not None:
        own_side = next((m for m in (proposal.member_id, ask.member_id) if may_act_for(actor, m)), None)
        new = NewFavour(
            antenna_id=ask.antenna_id,
            giver_ids=(proposal.member_id,),
            receiver_ids=(ask.member_id,),
            done_on=proposal.on_day,
            time_said=how.time_said,
            with_hours=how.with_hours,
            category=ask.category,
            thanks=how.thanks,
            channel=how.channel,
            logged_for_id=None if own_side is None else own_side,
            evidence=how.evidence,
            allow_double=how.allow_double,
        )
        proposal.favour_id = log_favour(session, new, actor=actor, now=now).id
    _close(session, proposal, actor=actor, now=now)
    return proposal


def say_it_fell_through(
    session: Session, uid: uuid.UUID, note: str, *, actor: Actor, now: datetime
) -> Proposal:
    """It didn't take place. Nobody is blamed; the ask is back on the desk.

    Raises:
        InvalidInputError: no word on why, which the next coordinator needs.
        WrongStateError: it isn't a promise.
    """
    if not note.strip():
        raise InvalidInputError("reason_missing", "Say in a few words what is wrong.", field="note")
    proposal = _promise(session, uid, ProposalStep.FALL_THROUGH, actor=actor)
    proposal.closed_note = note.strip()[:NOTE_MAX]
    _close(session, proposal, actor=actor, now=now)
    return proposal


def promises_to_ask_about(session: Session, *, now: datetime) -> list[int]:
    """Ids of promises whose day has passed and of which nobody has said yet how they went."""
    rows = session.scalars(
        select(Proposal).where(
            Proposal.state == ProposalState.ACCEPTED,
            Proposal.asked_how_at.is_(None),
            Proposal.on_day < network_day(now) + timedelta(days=1),
        )
    )
    return [p.id for p in rows if p.on_day and p.on_day < local_day(now, p.ask.antenna.timezone)]


def ask_how_it_went(session: Session, proposal_id: int, *, now: datetime) -> bool:
    """Ask the helper of one promise, once; whether this run did it."""
    proposal = session.scalar(select(Proposal).where(Proposal.id == proposal_id).with_for_update(of=Proposal))
    if proposal is None or proposal.state is not ProposalState.ACCEPTED or proposal.asked_how_at:
        return False
    proposal.asked_how_at = now
    tell_over(session, proposal, now=now)
    session.flush()
    return True


def _promise(session: Session, uid: uuid.UUID, step: ProposalStep, *, actor: Actor) -> Proposal:
    """The promise, locked and moved on by ``step``, for its two sides and their coordinators."""
    proposal = find_proposal(session, uid, actor=actor, lock=True)
    helper = may_act_for(actor, proposal.member_id)
    asker = proposal.ask.member_id is not None and may_act_for(actor, proposal.ask.member_id)
    antennas = (proposal.ask.antenna_id, proposal.member.antenna_id)
    coordinator = any(is_coordinator(actor, each) for each in antennas)
    require(coordinator or helper or (asker and step is not ProposalStep.CALL_OFF), actor)
    proposal.state = next_state(PROPOSAL_STEPS, proposal.state, step)
    return proposal


def _close(session: Session, proposal: Proposal, *, actor: Actor, now: datetime) -> None:
    proposal.answered_by_id = proposal.answered_by_id or actor.person_id or None
    settle_ask(session, proposal.ask, actor=actor, now=now)
    write_down(
        session,
        f"promise_{proposal.state.value}",
        actor=actor,
        now=now,
        antenna_id=proposal.ask.antenna_id,
        member_id=proposal.member_id,
        subject=f"proposal:{proposal.uid}",
    )
    session.flush()
