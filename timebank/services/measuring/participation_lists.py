"""Whom an antenna's coordinators might ring, by name, and what the team might talk about.

In the order of names, never of hours or of anything else that could be read as a ranking.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import ProposalState
from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import FavourState, MemberState
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty
from timebank.models.member import Member, Person
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.participation import signals
from timebank.participation.indicators import Indicators
from timebank.participation.periods import days_before
from timebank.participation.working_out import work_out
from timebank.services.measuring.participation import totals_of
from timebank.services.measuring.participation_scope import scope_of_antenna
from timebank.services.measuring.sectors import sectors_by_street
from timebank.services.promising.proposal_checks import reached_helper

YEAR_DAYS = 365
ASKED_DAYS, ASKED_WEEKS, ASKED_MOST = 28, 4, 8
"""Within four weeks, who named no limit of their own is asked eight times at most."""

UNANSWERED = (
    *(ProposalState.VOLUNTEERED, ProposalState.HANDED_OVER, ProposalState.ASKED),
    *(ProposalState.LAPSED, ProposalState.TAKEN_BACK),
)
NEVER_HAPPENED = (FavourState.WITHDRAWN, FavourState.UNDONE, FavourState.REVERSED)


@dataclass(frozen=True)
class ToRing:
    """A member to ring or visit. ``since`` is the day they were last heard of, or joined; ``times`` how
    often they were asked; each only where the list is about it. ``sector`` is where they live, or nothing."""

    uid: UUID
    name: str
    number: int
    phone: str
    channel: ContactChannel
    sector: str = ""
    since: date | None = None
    times: int | None = None


@dataclass(frozen=True)
class Signs:
    """Lists of names for the coordinators of one antenna, and signs of the antenna as a whole.

    ``year`` are the figures of the last 12 months that the signs rest on.
    """

    never_ask: tuple[ToRing, ...]
    not_seen: tuple[ToRing, ...]
    asked_often: tuple[ToRing, ...]
    newcomers: tuple[ToRing, ...]
    antenna: signals.AntennaSigns
    year: Indicators


@dataclass(frozen=True)
class _Seen:
    """An active member, ready to be put on a list, with the days that count as being heard of."""

    person: ToRing
    joined_on: date
    last_on: date


def signs_of(
    session: Session,
    antenna_id: int,
    *,
    actor: Actor,
    now: datetime,
    seen_elsewhere: Mapping[int, date] | None = None,
) -> Signs:
    """The lists to ring of an antenna. ``seen_elsewhere`` has days on which members came to a gathering.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    scope = scope_of_antenna(session, antenna_id)
    today = scope.today(now)
    totals = totals_of(session, scope, days_before(today, YEAR_DAYS), now=now)
    year = work_out(totals)
    people = _people(session, antenna_id, scope.zone_of(antenna_id), seen_elsewhere or {})
    last_seen = {member_id: each.last_on for member_id, each in people.items()}
    joined = {member_id: each.joined_on for member_id, each in people.items()}
    alone = signals.newcomers_to_introduce(totals.favours.newcomers, today)
    asked, own_most = _asked(session, antenna_id, now)
    often = signals.asked_too_often(asked, most=ASKED_MOST, own_most=own_most)
    shape = year.shape
    return Signs(
        never_ask=_named(people, signals.offers_but_never_asks(totals.asks.with_offer, totals.asks.with_ask)),
        not_seen=_named(people, signals.not_seen(last_seen, today), since=last_seen),
        asked_often=_named(people, often, times=asked),
        newcomers=_named(people, alone, since=joined),
        antenna=signals.antenna_signs(
            core_share=shape.core_share if shape else None,
            channel_equity=year.asking.channel_equity,
            broker_dependence=year.reciprocity.broker_dependence,
        ),
        year=year,
    )


def _named(
    people: Mapping[int, _Seen],
    member_ids: Collection[int],
    *,
    since: Mapping[int, date] | None = None,
    times: Mapping[int, int] | None = None,
) -> tuple[ToRing, ...]:
    """Those of the active members whose ids these are, in the order of names."""
    chosen = set(member_ids)
    return tuple(
        replace(
            each.person,
            since=None if since is None else since[member_id],
            times=None if times is None else times[member_id],
        )
        for member_id, each in people.items()
        if member_id in chosen
    )


def _people(session: Session, antenna_id: int, zone: str, elsewhere: Mapping[int, date]) -> dict[int, _Seen]:
    """The active members by id, in the order of their names."""
    favour = (
        select(func.max(Favour.done_on))
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(FavourParty.member_id == Member.id, Favour.state.not_in(NEVER_HAPPENED))
    )
    ask = select(func.max(Ask.made_at)).where(Ask.member_id == Member.id)
    answer = (
        select(func.max(Proposal.answered_at))
        .join(Ask, Ask.id == Proposal.ask_id)
        .where(Proposal.member_id == Member.id, Proposal.state.not_in(UNANSWERED), reached_helper())
        .correlate(Member)
    )
    rows = session.execute(
        select(
            *(Member.id, Member.uid, Person.given_name, Person.family_name, Member.number, Person.phone),
            *(Person.preferred_channel, Person.street, Member.joined_on),
            *(each.scalar_subquery() for each in (favour, ask, answer)),
        )
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.state == MemberState.ACTIVE, Person.died_on.is_(None))
        .order_by(Person.sort_name, Member.number)
    )
    sectors = sectors_by_street(session, [antenna_id])
    people = {}
    for member_id, uid, given, family, number, phone, channel, street, joined_on, helped_on, *moments in rows:
        days = [joined_on, helped_on, elsewhere.get(member_id), *(_day(each, zone) for each in moments)]
        name = f"{given} {family}".strip()
        last_on = max(day for day in days if day is not None)
        sector = sectors.get((antenna_id, fold_name(street)), "")
        people[member_id] = _Seen(ToRing(uid, name, number, phone, channel, sector), joined_on, last_on)
    return people


def _day(moment: datetime | None, zone: str) -> date | None:
    return None if moment is None else local_day(moment, zone)


def _asked(session: Session, antenna_id: int, now: datetime) -> tuple[dict[int, int], dict[int, int]]:
    """How often each helper was asked in the last four weeks, and how often at most they want to be."""
    rows = session.execute(
        select(Proposal.member_id, Offer.per_week_max, func.count())
        .join(Member, Member.id == Proposal.member_id)
        .join(Ask, Ask.id == Proposal.ask_id)
        .outerjoin(Offer, Offer.member_id == Member.id)
        .where(
            Member.antenna_id == antenna_id,
            Proposal.asked_at >= now - timedelta(days=ASKED_DAYS),
            Proposal.asked_by_id != Member.person_id,
            reached_helper(),
        )
        .group_by(Proposal.member_id, Offer.per_week_max)
    ).all()
    limits = {
        member_id: ASKED_WEEKS * per_week for member_id, per_week, _times in rows if per_week is not None
    }
    return {member_id: times for member_id, _per_week, times in rows}, limits
