"""Who was suggested, who was asked and who said yes in a period, from what was written down then.

A list of suggestions is kept when a coordinator asks someone for an ask; so a turn is counted for
asks for which someone was asked. Who said 'I can' by themselves wasn't asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import OfferState, ProposalState
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, is_coordinator, may_see_participation, require
from timebank.domain.states import PRESENT_STATES
from timebank.models.ask import Ask
from timebank.models.member import Member, Person, full_name
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal, ShownList
from timebank.participation.ages import age_band
from timebank.participation.evenness import Count, GroupLine, Turns, count_turns, lines_of_groups
from timebank.participation.periods import Period
from timebank.services.measuring.participation_scope import Scope, scope_of_antenna
from timebank.services.measuring.sectors import sectors_by_street

KINDS = ("language", "age", "street", "sector", "since", "channel")
"""By what people are told apart: language, age band, street, statistical sector, since when members, channel."""

NEW_FOR = timedelta(days=365)
NEWCOMER, LONGER = "newcomer", "longer"
SAID_YES = (
    ProposalState.ACCEPTED,
    ProposalState.DONE,
    ProposalState.NOT_DONE,
    ProposalState.CALLED_OFF,
)


@dataclass(frozen=True)
class NeverAsked:
    """Someone who was suggested, but for whom another was asked each time; ``times`` is in how many asks."""

    uid: UUID
    name: str
    number: int
    times: int


@dataclass(frozen=True)
class Evenness:
    """All together, the lines of each of ``KINDS``, and by name who was never asked (coordinators only)."""

    period: Period
    all: Count
    lines: Mapping[str, tuple[GroupLine, ...]]
    never_asked: tuple[NeverAsked, ...]


def evenness_of(session: Session, antenna_id: int, period: Period, *, actor: Actor) -> Evenness:
    """How evenly an antenna treats those of its present members who could help, for its team and board.

    Who could: whose offer stands today, or who was suggested or asked in the period. Where a sheet puts streets in
    sectors, streets are for the coordinators alone: a sector without its larger streets would tell the board of a few.

    Raises:
        NotAllowedError, NotFoundError: neither coordinator nor treasurer here.
    """
    require(may_see_participation(actor, antenna_id), actor, antenna_id)
    scope = scope_of_antenna(session, antenna_id)
    suggested = _suggested(session, scope, period)
    asked, yes = _asked(session, scope, period)
    could = {*suggested, *asked, *_offering(session, antenna_id)}
    sectors = sectors_by_street(session, [antenna_id])
    knows_members = is_coordinator(actor, antenna_id)
    turns, never = [], []
    for row in _members(session, antenna_id, period):
        if row.id not in could:
            continue
        times = len(suggested.get(row.id, ()))
        counts = (times, len(asked.get(row.id, ())), len(yes.get(row.id, ())))
        sector = sectors.get((antenna_id, fold_name(row.street)), "")
        street = row.street.strip() if knows_members or not sectors else ""
        groups = _groups(row, period.last) | {"street": street, "sector": sector}
        turns.append(Turns(groups, *counts))
        if times and row.id not in asked:
            never.append(NeverAsked(row.uid, full_name(row.given_name, row.family_name), row.number, times))
    return Evenness(
        period=period,
        all=count_turns(turns),
        lines={kind: lines_of_groups(turns, kind) for kind in KINDS},
        never_asked=tuple(never) if knows_members else (),
    )


def _offering(session: Session, antenna_id: int) -> Iterable[int]:
    return session.scalars(
        select(Offer.member_id)
        .join(Member, Member.id == Offer.member_id)
        .where(Member.antenna_id == antenna_id, Offer.state == OfferState.STANDING)
    )


def _suggested(session: Session, scope: Scope, period: Period) -> dict[int, set[int]]:
    """For each member the asks in whose lists they stood."""
    rows = session.execute(
        select(ShownList.ask_id, ShownList.shown)
        .join(Ask, Ask.id == ShownList.ask_id)
        .where(scope.made_in(Ask.antenna_id, ShownList.shown_at, period))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for ask_id, shown in rows:
        for each in shown:
            found[each["member"]].add(ask_id)
    return found


def _asked(session: Session, scope: Scope, period: Period) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """For each member the asks that they were asked for, and those to which they said yes."""
    rows = session.execute(
        select(Proposal.member_id, Proposal.ask_id, Proposal.state)
        .join(Ask, Ask.id == Proposal.ask_id)
        .join(Member, Member.id == Proposal.member_id)
        .where(
            scope.made_in(Ask.antenna_id, Proposal.asked_at, period),
            Proposal.asked_by_id.is_distinct_from(Member.person_id),
        )
    )
    asked: dict[int, set[int]] = defaultdict(set)
    yes: dict[int, set[int]] = defaultdict(set)
    for member_id, ask_id, state in rows:
        asked[member_id].add(ask_id)
        if state in SAID_YES:
            yes[member_id].add(ask_id)
    return asked, yes


@dataclass(frozen=True)
class _Row:
    id: int
    uid: UUID
    number: int
    joined_on: date
    given_name: str
    family_name: str
    language: str
    birth_year: int | None
    street: str
    channel: str


def _members(session: Session, antenna_id: int, period: Period) -> list[_Row]:
    rows = session.execute(
        select(
            Member.id,
            Member.uid,
            Member.number,
            Member.joined_on,
            Person.given_name,
            Person.family_name,
            Person.language,
            Person.birth_year,
            Person.street,
            Person.preferred_channel,
        )
        .join(Person, Person.id == Member.person_id)
        .where(
            Member.antenna_id == antenna_id,
            Member.state.in_(PRESENT_STATES),
            Member.joined_on < period.after,
        )
        .order_by(Person.sort_name, Member.number)
    )
    return [_Row(*tuple(row)) for row in rows]


def _groups(row: _Row, last: date) -> dict[str, str]:
    return {
        "language": row.language,
        "age": age_band(None if row.birth_year is None else last.year - row.birth_year),
        "since": NEWCOMER if last - row.joined_on < NEW_FOR else LONGER,
        "channel": str(row.channel),
    }
