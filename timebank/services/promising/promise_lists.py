"""Lists of proposals: what one was asked, one's agenda, and what a coordinator rings about."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.ask_states import QUESTIONS, ProposalState
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor, Role, is_coordinator, may_act_for, require
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.promising.promise_views import PromiseView, promise_view
from timebank.services.promising.proposal_checks import reached_helper
from timebank.services.promising.proposal_endings import why_closed
from timebank.services.promising.proposals import PROMISED_STATES, find_proposal

LIVE = (ProposalState.VOLUNTEERED, ProposalState.ASKED, ProposalState.ACCEPTED)


@dataclass(frozen=True)
class Agenda:
    """What waits for an answer, of what one should say how it went, what is to come, and one's own
    'I can' that waits for the coordinator. Each with the next day first."""

    questions: tuple[PromiseView, ...]
    over: tuple[PromiseView, ...]
    coming: tuple[PromiseView, ...]
    offered: tuple[PromiseView, ...]


@dataclass(frozen=True)
class ProposalPage:
    """One proposal as this actor sees it, and the steps that they can take now (``steps_for``).

    ``coordinator`` is true for who stands beside the two: a coordinator who isn't the helper, of the
    antenna ``antenna_id``. ``helper`` is theirs to ring, where a question came to them over the border;
    ``note`` says why it came to nothing (``why_closed``).
    """

    promise: PromiseView
    steps: frozenset[str]
    coordinator: bool
    antenna_id: int
    helper: Member | None = None
    note: str = ""


@dataclass(frozen=True)
class Call:
    """Someone to ring: who, the number, and in which language."""

    promise: PromiseView
    name: str
    phone: str
    language: str


@dataclass(frozen=True)
class CallList:
    """Whom a coordinator rings: questions without an answer, volunteers who wait for one, and promises
    whose day is over."""

    questions: tuple[Call, ...]
    volunteers: tuple[Call, ...]
    over: tuple[Call, ...]

    def __len__(self) -> int:
        """How many there are to ring."""
        return len(self.questions) + len(self.volunteers) + len(self.over)


def agenda_of(session: Session, *, actor: Actor, now: datetime) -> Agenda:
    """What the actor, and whom they help, were asked and have promised, or are helped with."""
    mine = actor.member_ids | actor.helps
    rows = session.scalars(
        _loaded()
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(
            Proposal.state.in_(LIVE),
            or_(
                Proposal.member_id.in_(mine),
                (Proposal.state == ProposalState.ACCEPTED) & Ask.member_id.in_(mine),
            ),
        )
    ).all()
    found: dict[str, list[PromiseView]] = {"questions": [], "over": [], "coming": [], "offered": []}
    names = {ProposalState.ASKED: "questions", ProposalState.VOLUNTEERED: "offered"}
    for proposal in sorted(rows, key=_by_day):
        for_helper = may_act_for(actor, proposal.member_id)
        over = (proposal.on_day or date.max) < local_day(now, proposal.ask.antenna.timezone)
        name = names.get(proposal.state, "over" if over else "coming")
        if name == "over" and not for_helper:
            continue
        found[name].append(promise_view(session, proposal, for_helper=for_helper, language=actor.language))
    return Agenda(**{name: tuple(views) for name, views in found.items()})


def proposal_page(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> ProposalPage:
    """One proposal, for its two sides and the coordinators.

    Raises:
        NotFoundError: none of this actor's business.
    """
    return shown_to(session, find_proposal(session, uid, actor=actor), actor=actor, now=now)


def proposals_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Proposal]:
    """Proposals by cursor, newest first: one's own as helper, those that were promised to one, and those
    of the antennas that one coordinates."""
    mine, staff = actor.member_ids | actor.helps, actor.antennas_as(Role.COORDINATOR)
    query = (
        _loaded()
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(Member, Member.id == Proposal.member_id)
        .where(
            or_(
                Proposal.member_id.in_(mine) & reached_helper(),
                Proposal.state.in_(PROMISED_STATES) & Ask.member_id.in_(mine),
                Ask.antenna_id.in_(staff),
                Member.antenna_id.in_(staff),
            )
        )
    )
    if before is not None:
        query = query.where(Proposal.id < before)
    return session.scalars(query.order_by(Proposal.id.desc()).limit(limit)).all()


def shown_to(session: Session, proposal: Proposal, *, actor: Actor, now: datetime) -> ProposalPage:
    """A proposal that this actor may see, from the side on which they stand."""
    helper = may_act_for(actor, proposal.member_id) and proposal.reached_helper
    asked_here = is_coordinator(actor, proposal.ask.antenna_id)
    home = is_coordinator(actor, proposal.member.antenna_id)
    coordinator = (asked_here or home) and not helper
    view = promise_view(session, proposal, for_helper=helper or coordinator, language=actor.language)
    return ProposalPage(
        promise=view,
        steps=steps_for(proposal, actor=actor, now=now),
        coordinator=coordinator,
        antenna_id=proposal.ask.antenna_id if asked_here and not home else view.antenna_id,
        helper=proposal.member if coordinator and home and proposal.over_border else None,
        note=why_closed(proposal, actor=actor),
    )


def steps_for(proposal: Proposal, *, actor: Actor, now: datetime) -> frozenset[str]:
    """What this actor can do now: 'pass_on', 'decline', 'answer', 'take_back', 'call_off', 'happened',
    'fell_through'."""
    ask, state = proposal.ask, proposal.state
    helper = may_act_for(actor, proposal.member_id)
    coordinator, home = (is_coordinator(actor, each) for each in (ask.antenna_id, proposal.member.antenna_id))
    asker = ask.member_id is not None and may_act_for(actor, ask.member_id)
    steps: set[str] = set()
    if proposal.at_own_desk and home:
        steps |= {"pass_on", "decline"} if state is ProposalState.HANDED_OVER else {"pass_on", "take_back"}
    open_question = state in (ProposalState.ASKED, ProposalState.LAPSED) and proposal.reached_helper
    if open_question and proposal.member.state in PRESENT_STATES and (helper or home):
        steps.add("answer")
    if state is ProposalState.VOLUNTEERED and coordinator and not proposal.at_own_desk:
        steps.add("answer")
    if (state in QUESTIONS and coordinator) or (state is ProposalState.VOLUNTEERED and helper):
        steps.add("take_back")
    if state is ProposalState.ACCEPTED:
        coordinator = coordinator or home
        steps |= {"call_off"} if helper or coordinator else set()
        over = (proposal.on_day or date.max) <= local_day(now, ask.antenna.timezone)
        steps |= {"happened", "fell_through"} if over and (helper or asker or coordinator) else set()
    return frozenset(steps)


def calls_of(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> CallList:
    """Everybody of this antenna to ring about proposals: questions that don't go by mail, or whose last
    day is here.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    rows = session.scalars(
        _loaded()
        .join(Member, Member.id == Proposal.member_id)
        .where(Member.antenna_id == antenna_id, Proposal.state.in_(LIVE))
    ).all()
    found: dict[str, list[Call]] = {"questions": [], "volunteers": [], "over": []}
    for proposal in sorted(rows, key=_by_day):
        name = call_kind(proposal, today)
        # An 'I can' over the border is the desk's, and its number is its own antenna's.
        if name and not (name == "volunteers" and proposal.over_border):
            found[name].append(_call(session, proposal))
    return CallList(**{name: tuple(calls) for name, calls in found.items()})


def untold_promises(session: Session, member: Member, today: date) -> Sequence[Proposal]:
    """Promises of or to this member whose day is here or over and of which nobody has said how they went."""
    return session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .options(joinedload(Proposal.ask).joinedload(Ask.member), joinedload(Proposal.member))
        .where(
            or_(Proposal.member_id == member.id, Ask.member_id == member.id),
            Proposal.state == ProposalState.ACCEPTED,
            Proposal.on_day <= today,
        )
        .order_by(Proposal.on_day, Proposal.id)
    ).all()


def card_of(session: Session, uid: uuid.UUID, *, for_helper: bool, actor: Actor) -> Call:
    """A promise for one side's paper card, in their language.

    Raises:
        WrongStateError: it isn't a promise.
        NotAllowedError, NotFoundError: not a coordinator of that side's antenna, or of the ask.
    """
    proposal = find_proposal(session, uid, actor=actor)
    ask = proposal.ask
    side = for_helper and is_coordinator(actor, proposal.member.antenna_id)
    require(side or is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    if proposal.state is not ProposalState.ACCEPTED:
        raise WrongStateError(state=proposal.state.value)
    if for_helper:
        return _call(session, proposal)
    asker = None if ask.member is None else ask.member.person
    language = ask.antenna.language if asker is None else asker.language
    phone = ask.asker_phone if asker is None else asker.phone
    view = promise_view(session, proposal, for_helper=False, language=language)
    return Call(view, ask.asker, phone, language)


def call_kind(proposal: Proposal, today: date) -> str:
    """On which list of ``CallList`` a proposal stands: 'questions', 'volunteers', 'over', or none ('')."""
    if proposal.state is ProposalState.VOLUNTEERED:
        return "volunteers"
    if proposal.state is ProposalState.ACCEPTED:
        return "over" if (proposal.on_day or date.max) < today else ""
    by_mail = proposal.ask_channel is ContactChannel.MAIL and bool(proposal.member.person.email)
    return "" if by_mail and proposal.answer_by > today else "questions"


def _call(session: Session, proposal: Proposal) -> Call:
    person = proposal.member.person
    view = promise_view(session, proposal, for_helper=True, language=person.language)
    return Call(view, person.name, person.phone, person.language)


def _by_day(proposal: Proposal) -> tuple[date, int, int]:
    return proposal.on_day or date.max, proposal.from_minute or 0, proposal.id


def _loaded() -> Select[Proposal]:
    return select(Proposal).options(joinedload(Proposal.ask), joinedload(Proposal.member))
