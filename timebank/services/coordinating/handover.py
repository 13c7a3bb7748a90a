"""What a coordinator hands over: who stops and who goes on, and what the desk doesn't show today.

What needs a person today are the rows of the desk itself (``services.desk``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.ask_states import QUESTIONS, ProposalState
from timebank.domain.days import local_day
from timebank.domain.desk import DeskKind
from timebank.domain.handover import Leaving, leaving_soon
from timebank.domain.permissions import Actor, Role, is_coordinator, require
from timebank.domain.roster import WEEKS_SHOWN, Span
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.proposal import Proposal
from timebank.models.referral import Referral
from timebank.models.signal import Signal
from timebank.services.coordinating.desk_people import hints_left
from timebank.services.coordinating.roster_lists import Turn, turns_between
from timebank.services.coordinating.signal_lists import list_signals
from timebank.services.membership.member_lists import COORDINATORS_MIN, team_of
from timebank.services.promising.promise_lists import call_kind
from timebank.services.promising.promise_views import PromiseView, promise_views
from timebank.services.referring.directory_lists import list_directory
from timebank.services.referring.referral_lists import referrals_to_follow


@dataclass(frozen=True)
class Mandate:
    """A coordinator's name, and from when until when."""

    name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Handover:
    """Beside the desk's rows of today: the team, and what runs without anyone's hand just now.

    ``questions`` wait for a helper who has time to answer, ``promises`` are to come, ``signals`` and
    ``referrals`` have a later day on which someone looks again. ``names`` are by person id. ``left``
    counts by kind the hints that the desk doesn't show.
    """

    coordinators: tuple[Mandate, ...]
    leaving: tuple[Leaving, ...]
    names: Mapping[int, str]
    questions: tuple[PromiseView, ...]
    promises: tuple[PromiseView, ...]
    signals: tuple[Signal, ...]
    referrals: tuple[Referral, ...]
    turns: tuple[Turn, ...]
    stale: tuple[DirectoryEntry, ...]
    left: Mapping[DeskKind, int]
    coordinators_min: int = COORDINATORS_MIN


def handover_of(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> Handover:
    """What whoever takes over has to know, for the antenna's coordinators.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    team = [
        (mandate, person)
        for mandate, person in team_of(session, antenna_id, today)
        if mandate.role is Role.COORDINATOR and person.died_on is None
    ]
    spans = [Span(mandate.person_id, mandate.starts_on, mandate.ends_on) for mandate, _person in team]
    questions, promises = _proposals(session, antenna_id, actor, today)
    last = today + timedelta(weeks=WEEKS_SHOWN)
    return Handover(
        coordinators=tuple(Mandate(person.name, each.starts_on, each.ends_on) for each, person in team),
        leaving=leaving_soon(spans, today),
        names={person.id: person.name for _mandate, person in team},
        questions=questions,
        promises=promises,
        signals=tuple(
            each
            for each in list_signals(session, antenna_id, actor=actor)
            if each.follow_up_on is not None and each.follow_up_on > today
        ),
        referrals=referrals_to_follow(session, antenna_id, actor=actor, now=now).later,
        turns=turns_between(session, antenna_id, today, last, actor=actor),
        stale=list_directory(session, antenna_id, show="stale", actor=actor, now=now).entries,
        left=hints_left(session, antenna_id, today, now),
    )


def _proposals(
    session: Session, antenna_id: int, actor: Actor, today: date
) -> tuple[tuple[PromiseView, ...], tuple[PromiseView, ...]]:
    """(questions, promises) that aren't on the desk: neither to ring about, nor over."""
    rows = session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .options(
            joinedload(Proposal.ask).joinedload(Ask.member),
            joinedload(Proposal.ask).joinedload(Ask.antenna),
            joinedload(Proposal.member),
            joinedload(Proposal.favour),
        )
        .where(Ask.antenna_id == antenna_id, Proposal.state.in_(QUESTIONS | {ProposalState.ACCEPTED}))
        .order_by(Proposal.on_day, Proposal.from_minute, Proposal.id)
    )
    views = promise_views(
        session,
        [each for each in rows if each.over_border or not call_kind(each, today)],
        for_helper=True,
        language=actor.language,
    )
    asked = tuple(each for each in views if each.state in QUESTIONS)
    return asked, tuple(each for each in views if each.state is ProposalState.ACCEPTED)
