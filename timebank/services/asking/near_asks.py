"""Open asks of one's own antenna, and over its border, that fit what one likes to do, without names."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.ask_states import AskState, OfferState, ProposalState
from timebank.domain.days import local_day
from timebank.domain.help import PART_MINUTES, DayPart
from timebank.domain.permissions import Actor
from timebank.matching.places import metres_between
from timebank.models.ask import Ask
from timebank.models.matching import Apart
from timebank.models.member import Member
from timebank.models.offer import Offer
from timebank.models.proposal import Proposal
from timebank.services.asking.ask_settling import proposals_in
from timebank.services.asking.categories import OWN, categories_of
from timebank.services.matchmaking.places import StreetCells
from timebank.services.promising.proposal_checks import pooled_with

SHOWN = 20


@dataclass(frozen=True)
class NearAsk:
    """An ask as any neighbour may see it. ``metres`` is the way there by street, None if unknown;
    ``proposal_uid`` is one's own 'I can', where that was said; ``member_uid`` is which of one's memberships
    it fits. ``antenna`` is another one's name, ``slug`` that of the ask's, whichever it is."""

    ask_uid: uuid.UUID
    member_id: int
    member_uid: uuid.UUID
    slug: str
    category: str
    own_kind: str
    on_day: date | None
    parts: tuple[DayPart, ...]
    minutes: int
    metres: int | None
    proposal_uid: uuid.UUID | None
    antenna: str = ""


def asks_near(session: Session, *, actor: Actor, now: datetime) -> tuple[NearAsk, ...]:
    """What is asked for in one's antennas, and over the border where both agreed and one is willing, and
    fits one's offer there, the next day first."""
    found: list[NearAsk] = []
    for place in actor.memberships:
        if not place.active:
            continue
        offer = session.scalar(select(Offer).where(Offer.member_id == place.member_id))
        if offer is None or offer.state is not OfferState.STANDING:
            continue
        found += _of_antenna(session, session.get_one(Member, place.member_id), offer, now)
    return tuple(sorted(found, key=lambda each: each.on_day or date.max)[:SHOWN])


def _of_antenna(session: Session, member: Member, offer: Offer, now: datetime) -> Iterable[NearAsk]:
    around = frozenset({member.antenna_id}) | (
        pooled_with(session, member.antenna_id) if offer.over_border else frozenset()
    )
    streets = StreetCells(session, around)
    home = streets.home_of(member.person, member.antenna_id)
    names = {
        each.code: each.name_in(member.person.language) for each in categories_of(session, member.antenna_id)
    }
    asked = _asked_before(session, member)
    for ask in _open_asks(session, member, offer, around):
        own, today = asked.get(ask.id), local_day(now, ask.antenna.timezone)
        day = next((w.on_day for w in ask.windows if w.on_day >= today), None)
        if (ask.windows and day is None) or (own is not None and own.state is not ProposalState.VOLUNTEERED):
            continue
        if len(proposals_in(session, ask, ProposalState.ACCEPTED, ProposalState.DONE)) >= ask.slots:
            continue
        place = streets.place_of(ask)
        yield NearAsk(
            ask_uid=ask.uid,
            member_id=member.id,
            member_uid=member.uid,
            slug=ask.antenna.slug,
            category=ask.category,
            own_kind=names.get(ask.category, ""),
            on_day=day,
            parts=_parts(ask, day),
            minutes=ask.minutes,
            metres=None if home is None or place is None else metres_between(home, place),
            proposal_uid=None if own is None else own.uid,
            antenna="" if ask.antenna_id == member.antenna_id else ask.antenna.name,
        )


def _open_asks(session: Session, member: Member, offer: Offer, around: frozenset[int]) -> Iterable[Ask]:
    """Open asks of others that fit, but for those of who is kept apart from this member.

    An antenna's own kinds of help mean nothing in another one.
    """
    rows = session.execute(
        select(Apart.member_id, Apart.other_member_id).where(
            or_(Apart.member_id == member.id, Apart.other_member_id == member.id)
        )
    )
    apart = {each for row in rows for each in row}
    query = (
        select(Ask)
        .options(joinedload(Ask.member), joinedload(Ask.antenna), selectinload(Ask.windows))
        .where(
            Ask.antenna_id.in_(around),
            or_(Ask.antenna_id == member.antenna_id, ~Ask.category.startswith(OWN, autoescape=True)),
            Ask.state == AskState.OPEN,
            Ask.category.in_([kind.category for kind in offer.kinds]),
        )
        .order_by(Ask.id)
    )
    return [a for a in session.scalars(query) if a.member_id != member.id and a.member_id not in apart]


def _asked_before(session: Session, member: Member) -> dict[int, Proposal]:
    """This member's newest proposal for each ask, but for an 'I can' that was taken back."""
    rows = session.scalars(
        select(Proposal)
        .where(Proposal.member_id == member.id, Proposal.state != ProposalState.TAKEN_BACK)
        .order_by(Proposal.id)
    )
    return {proposal.ask_id: proposal for proposal in rows}


def _parts(ask: Ask, day: date | None) -> tuple[DayPart, ...]:
    """The parts of this day in which the help is wanted."""
    spans = [(w.from_minute, w.until_minute) for w in ask.windows if w.on_day == day]
    return tuple(
        part
        for part, (start, end) in PART_MINUTES.items()
        if any(since < end and until > start for since, until in spans)
    )
