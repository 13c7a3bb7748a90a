"""Whom one may ask for what: candidates, places that are free, and two people kept apart."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from timebank.domain.ask_states import LIVE_PROPOSALS, OfferState, ProposalState
from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError, NotAllowedError, WrongStateError
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.ask import Ask
from timebank.models.matching import Apart, Pool
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import proposals_in
from timebank.services.audit import write_down


def may_pool(session: Session, ask_antenna_id: int, helper_antenna_id: int) -> bool:
    """Whether both antennas have agreed that this one's helpers may be proposed to the other."""
    pairs = select(Pool).where(
        Pool.antenna_id.in_((ask_antenna_id, helper_antenna_id)),
        Pool.with_antenna_id.in_((ask_antenna_id, helper_antenna_id)),
        Pool.ended_at.is_(None),
    )
    return len(session.scalars(pairs).all()) == 2


def pooled_with(session: Session, antenna_id: int) -> frozenset[int]:
    """The antennas that pool helpers with this one: both have said so."""
    live = Pool.ended_at.is_(None)
    ours = set(session.scalars(select(Pool.with_antenna_id).where(Pool.antenna_id == antenna_id, live)))
    theirs = set(session.scalars(select(Pool.antenna_id).where(Pool.with_antenna_id == antenna_id, live)))
    return frozenset(ours & theirs)


def reached_helper() -> ColumnElement[bool]:
    """``Proposal.reached_helper`` in SQL, for a query that joins the ask and the helper's membership."""
    offered = Proposal.asked_by_id == Member.person_id
    return or_(offered, Proposal.passed_on_at.is_not(None), Member.antenna_id == Ask.antenna_id)


def candidate(session: Session, ask: Ask, member_id: int) -> Member:
    """The member, if they can be asked for this: active, another person, not kept apart, of this
    antenna or of one that pools with it.

    Raises:
        InvalidInputError: not someone who can be asked.
        NotAllowedError: code ``kept_apart``.
    """
    # Whoever lets a member go or rest waits for this question, or it waits for them and finds them gone.
    held = {"read": True, "of": Member}
    member = session.get(Member, member_id, with_for_update=held, populate_existing=True)
    if member is None or member.state is not MemberState.ACTIVE:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="member")
    if member.id == ask.member_id:
        raise InvalidInputError(
            "own_ask", "Someone can't help themselves. Choose another helper.", field="member"
        )
    if member.antenna_id != ask.antenna_id:
        offer = session.scalar(select(Offer).where(Offer.member_id == member.id))
        willing = offer is not None and offer.over_border and offer.state is OfferState.STANDING
        if not willing or not may_pool(session, ask.antenna_id, member.antenna_id):
            raise InvalidInputError(
                "not_this_antenna_s", "This helper is of another antenna.", field="member"
            )
    if ask.member_id is not None:
        low, high = sorted((member.id, ask.member_id))
        kept = select(Apart.id).where(Apart.member_id == low, Apart.other_member_id == high)
        if session.scalar(kept) is not None:
            raise NotAllowedError("kept_apart", "These two aren't proposed to one another.")
    return member


def require_present(member: Member) -> None:
    """The helper is still a member; who rests may say yes all the same.

    Raises:
        InvalidInputError: code ``not_a_member``.
    """
    if member.state not in PRESENT_STATES:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="member")


def require_place(session: Session, ask: Ask, member: Member) -> None:
    """A place is free, and this member has neither a question nor a promise for it yet.

    Raises:
        WrongStateError: it has ended, is full, or they were asked already.
    """
    if ask.ended_at is not None:
        raise WrongStateError(state=ask.state.value)
    require_free_place(session, ask)
    if any(p.member_id == member.id for p in proposals_in(session, ask, *LIVE_PROPOSALS)):
        raise WrongStateError("asked_already", "This person was asked already.", state=ask.state.value)


def require_free_place(session: Session, ask: Ask) -> None:
    """The ask goes on, and not all of its places have a promise.

    Raises:
        WrongStateError: code ``no_place_left``.
    """
    taken = len(proposals_in(session, ask, ProposalState.ACCEPTED, ProposalState.DONE))
    if ask.ended_at is not None or taken >= ask.slots:
        raise WrongStateError(
            "no_place_left",
            "Someone else has said yes already. Thank you all the same.",
            state=ask.state.value,
        )


def flush_in_place(session: Session) -> None:
    """Flush; the database's own guard of an ask's places says the same as ours, to who raced us."""
    try:
        session.flush()
    except DBAPIError as error:
        if "TB409" in str(error.orig):
            raise WrongStateError(
                "no_place_left",
                "Someone else has said yes already. Thank you all the same.",
                state="promised",
            ) from error
        raise


def note_proposal(session: Session, proposal: Proposal, action: str, *, actor: Actor, now: datetime) -> None:
    """Write a step of a proposal\'s life into the audit."""
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=proposal.ask.antenna_id,
        member_id=proposal.member_id,
        subject=f"proposal:{proposal.uid}",
        channel=proposal.answer_channel or Channel.WEB,
    )
