"""The desk's rows about people: who waits for a first talk, who went quiet, whom nobody has asked yet."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.ask_states import OfferState, ProposalState
from timebank.domain.desk import FEW, QUIET_DAYS, UNUSED_DAYS, DeskKind, DeskRow
from timebank.domain.states import FavourState, MemberState
from timebank.models.antenna import RoleMandate
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.services.membership.condolences import condolences_to_do


def start_of(day: date) -> datetime:
    """A day as a moment, to put it in order with moments."""
    return datetime.combine(day, time.min, UTC)


def member_rows(session: Session, antenna_id: int, today: date) -> Iterator[DeskRow]:
    """Who waits for a first talk, who died, and a few of whom nothing was heard for long; the team, a
    partner's staff and operators are heard of without ringing them."""
    for member in session.scalars(
        select(Member).where(Member.antenna_id == antenna_id, Member.state == MemberState.APPLIED)
    ):
        key, since = f"member:{member.uid}", start_of(member.joined_on)
        yield DeskRow(DeskKind.APPLICATION, key, str(member.uid), since, member.person.name, member.message)
    for member in condolences_to_do(session, antenna_id, today):
        key, since = f"condolence:{member.uid}", start_of(member.ended_on or today)
        yield DeskRow(DeskKind.CONDOLENCE, key, str(member.uid), since, member.person.name)
    for member, day in session.execute(_quiet(antenna_id, today).limit(FEW)):
        key, since = f"member:{member.uid}", start_of(day)
        yield DeskRow(DeskKind.QUIET, key, str(member.uid), since, member.person.name)


def offer_rows(session: Session, antenna_id: int, today: date, now: datetime) -> Iterator[DeskRow]:
    """A few offers that nobody was ever asked for."""
    query = _unused(antenna_id, today, now).options(joinedload(Offer.member))
    for offer in session.scalars(query.limit(FEW)):
        key, target = f"offer:{offer.uid}", str(offer.member.uid)
        since, who = offer.made_at, offer.member.person.name
        yield DeskRow(DeskKind.UNUSED_OFFER, key, target, since, who, offer.words)


def hints_left(session: Session, antenna_id: int, today: date, now: datetime) -> Mapping[DeskKind, int]:
    """How many quiet members and unused offers there are beside the few that the desk shows."""
    queries = {
        DeskKind.QUIET: _quiet(antenna_id, today),
        DeskKind.UNUSED_OFFER: _unused(antenna_id, today, now),
    }
    counted = {
        kind: session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
        for kind, query in queries.items()
    }
    return {kind: max(0, number - FEW) for kind, number in counted.items()}


def _quiet(antenna_id: int, today: date) -> Select[Member, date]:
    """Members of whom nothing was heard for long, with the day of the last they were heard of."""
    edge = today - timedelta(days=QUIET_DAYS)
    gone = FavourState.WITHDRAWN, FavourState.UNDONE, FavourState.REVERSED
    favour = (
        select(func.max(Favour.done_on))
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(FavourParty.member_id == Member.id, Favour.state.not_in(gone))
        .scalar_subquery()
    )
    kept = ProposalState.ACCEPTED, ProposalState.DONE
    ask = select(Ask.id).where(Ask.member_id == Member.id, Ask.made_at >= start_of(edge))
    promise = select(Proposal.id).where(
        Proposal.member_id == Member.id, Proposal.on_day >= edge, Proposal.state.in_(kept)
    )
    last = func.coalesce(favour, Member.joined_on)
    quiet = select(Member, last).where(
        Member.antenna_id == antenna_id,
        Member.state == MemberState.ACTIVE,
        last < edge,
        Member.joined_on < edge,
        ~ask.exists(),
        ~promise.exists(),
        ~_role_on(today).exists(),
    )
    return quiet.order_by(last, Member.id)


def _unused(antenna_id: int, today: date, now: datetime) -> Select[Offer]:
    asked = select(Proposal.id).where(Proposal.member_id == Offer.member_id)
    return (
        select(Offer)
        .join(Member, Member.id == Offer.member_id)
        .where(
            Member.antenna_id == antenna_id,
            Member.state == MemberState.ACTIVE,
            Offer.state == OfferState.STANDING,
            Offer.made_at <= now - timedelta(days=UNUSED_DAYS),
            or_(Offer.paused_until.is_(None), Offer.paused_until < today),
            ~asked.exists(),
        )
        .order_by(Offer.made_at, Offer.id)
    )


def _role_on(today: date) -> Select[int]:
    """A role that the member's person has on this day, in any antenna or for a partner."""
    return select(RoleMandate.id).where(
        RoleMandate.person_id == Member.person_id,
        RoleMandate.starts_on <= today,
        or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= today),
        RoleMandate.ended_at.is_(None),
    )
