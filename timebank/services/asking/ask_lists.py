"""Finding asks: an antenna's open ones, one's own, a page for the API, and who asks by what was said."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.ask_states import LIVE_ASKS, ProposalState
from timebank.domain.digits import number_in
from timebank.domain.names import fold_name
from timebank.domain.permissions import (
    Actor,
    Role,
    is_coordinator,
    may_act_for,
    may_log_for_others,
    require,
)
from timebank.domain.states import PRESENT_STATES
from timebank.models.ask import Ask
from timebank.models.member import Member, Person
from timebank.models.proposal import Proposal

OWN_SHOWN = 30
NUMBER_MAX = 2**31 - 1
"""No member has a number above what the database can hold: such digits are a phone's, or a slip."""


def live_asks(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Ask]:
    """The antenna's asks that still need someone, most urgent first, then in the order they came.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    return session.scalars(
        select(Ask)
        .options(joinedload(Ask.member), selectinload(Ask.windows))
        .where(Ask.antenna_id == antenna_id, Ask.state.in_(LIVE_ASKS))
        .order_by(Ask.urgency.desc(), Ask.id)
    ).all()


def own_asks(session: Session, *, actor: Actor) -> Sequence[Ask]:
    """The newest asks of the actor, of whom they help, and those they wrote down for others."""
    mine = actor.member_ids | actor.helps
    return session.scalars(
        select(Ask)
        .options(joinedload(Ask.member), selectinload(Ask.windows))
        .where(or_(Ask.member_id.in_(mine), Ask.made_by_id == actor.person_id))
        .order_by(Ask.id.desc())
        .limit(OWN_SHOWN)
    ).all()


def asks_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Ask]:
    """Asks by cursor, newest first: one's own, and those of the antennas that one coordinates."""
    query = (
        select(Ask)
        .options(joinedload(Ask.member), selectinload(Ask.windows))
        .where(
            or_(
                Ask.member_id.in_(actor.member_ids | actor.helps),
                Ask.made_by_id == actor.person_id,
                Ask.antenna_id.in_(actor.antennas_as(Role.COORDINATOR)),
            )
        )
    )
    if before is not None:
        query = query.where(Ask.id < before)
    return session.scalars(query.order_by(Ask.id.desc()).limit(limit)).all()


def proposals_of(session: Session, ask: Ask, *, actor: Actor) -> Sequence[Proposal]:
    """For the ask's coordinators everybody who was asked or said 'I can', in order; for who asks only who
    promised to come or came; for others nobody."""
    query = select(Proposal).options(joinedload(Proposal.member)).where(Proposal.ask_id == ask.id)
    if not is_coordinator(actor, ask.antenna_id):
        if ask.member_id is None or not may_act_for(actor, ask.member_id):
            return ()
        query = query.where(Proposal.state.in_((ProposalState.ACCEPTED, ProposalState.DONE)))
    return session.scalars(query.order_by(Proposal.id)).all()


def end_note_for(ask: Ask, *, actor: Actor) -> str:
    """What was written down at its end for who takes over: for coordinators, and whoever wrote it."""
    wrote = ask.ended_by_id is not None and ask.ended_by_id == actor.person_id
    return ask.end_note if wrote or is_coordinator(actor, ask.antenna_id) else ""


def members_called(session: Session, antenna_id: int, said: str, *, actor: Actor) -> Sequence[Member]:
    """The members whom ``said`` may mean: a number, or words that are all in the name; at most ten.

    Raises:
        NotAllowedError, NotFoundError: not one who writes down for others here.
    """
    require(may_log_for_others(actor, antenna_id), actor, antenna_id)
    words = fold_name(said).split()
    if not words:
        return ()
    numbers = [number_in(word) for word in words if word.isdecimal()]
    if any(number is None or number > NUMBER_MAX for number in numbers):
        return ()
    query = (
        select(Member)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Member.person))
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
        .order_by(Person.sort_name, Member.number)
        .limit(10)
    )
    for word in words:
        if not word.isdecimal():
            query = query.where(Person.sort_name.contains(word, autoescape=True))
    if numbers:
        query = query.where(Member.number == numbers[-1])
    return session.scalars(query).all()
