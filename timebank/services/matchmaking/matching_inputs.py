"""What matching needs to know, read with a fixed number of statements however many asks and offers there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.ask_states import LIVE_PROPOSALS, OfferState, ProposalState
from timebank.domain.days import local_day
from timebank.domain.help import PARTS, AskedAs, DayPart, Limit, Wish, has_part
from timebank.domain.states import MemberState
from timebank.matching import inputs as engine
from timebank.matching.week import half_days_of_week, monday_of, window
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.models.offer import Offer, Readiness
from timebank.models.proposal import Proposal
from timebank.services.matchmaking.matching_past import kept_apart, known_pairs, pasts_of
from timebank.services.matchmaking.places import StreetCells, destination_of
from timebank.services.promising.proposal_checks import pooled_with

ANY_DAY_WITHIN = 14
"""An ask without a day can be met on any of the coming two weeks."""
HALF_HOUR = 30
PHONE_SUITS = frozenset({"phone_call", "phone_and_computer", "paperwork"})
"""Kinds of help that some give by phone."""
IN_A_CAR = frozenset({"lift"})

_HOUSES = {
    Wish.HAS_CAT: engine.House.CAT,
    Wish.HAS_DOG: engine.House.DOG,
    Wish.SMOKES: engine.House.SMOKE,
    Wish.STAIRS: engine.House.STAIRS,
}
_REFUSALS = {
    Limit.NO_CATS: engine.House.CAT,
    Limit.NO_DOGS: engine.House.DOG,
    Limit.NO_SMOKE: engine.House.SMOKE,
    Limit.NO_STAIRS: engine.House.STAIRS,
}


@dataclass(frozen=True)
class Matching:
    """Asks, offers and circumstances as the engine reads them, and who the helpers are."""

    asks: tuple[engine.Ask, ...]
    offers: tuple[engine.Offer, ...]
    context: engine.Context
    members: Mapping[int, Member]

    def ask(self, ask_id: int) -> engine.Ask:
        """The ask with this id."""
        return next(ask for ask in self.asks if ask.id == ask_id)


def matching_of(
    session: Session,
    antenna: Antenna,
    asks: Sequence[Ask],
    *,
    weights: engine.Weights,
    waived: Mapping[engine.Pair, frozenset[str]] | None = None,
    now: datetime,
) -> Matching:
    """Everything that speaks for or against each helper, for these asks of one antenna."""
    pooled = pooled_with(session, antenna.id)
    streets = StreetCells(session, frozenset({antenna.id, *pooled}))
    offers = _offers(session, antenna.id, pooled)
    helper_ids = frozenset(offer.member_id for offer in offers)
    asker_ids = frozenset(ask.member_id for ask in asks if ask.member_id is not None)
    local = now.astimezone(ZoneInfo(antenna.timezone)).replace(tzinfo=None)
    monday = monday_of(local.date())
    return Matching(
        asks=tuple(_ask(ask, taken, streets, now) for ask, taken in _with_taken(session, asks)),
        offers=tuple(_offer(offer, streets) for offer in offers),
        context=engine.Context(
            now=local,
            weights=weights,
            past=pasts_of(session, helper_ids, monday=monday, today=local.date()),
            known=known_pairs(session, asker_ids),
            excluded=kept_apart(session, asker_ids),
            pooled=frozenset(engine.pair(antenna.id, other) for other in pooled),
            waived=waived or {},
            seed=antenna.id,
        ),
        members={offer.member_id: offer.member for offer in offers},
    )


def _offers(session: Session, antenna_id: int, pooled: frozenset[int]) -> Sequence[Offer]:
    """Offers that stand, of active members who can give."""
    found = session.scalars(
        select(Offer)
        .join(Member, Member.id == Offer.member_id)
        .options(
            selectinload(Offer.kinds),
            joinedload(Offer.member).options(joinedload(Member.person), joinedload(Member.account)),
        )
        .where(
            Member.antenna_id.in_({antenna_id, *pooled}),
            Member.state == MemberState.ACTIVE,
            Member.cannot_give.is_(False),
            Offer.state == OfferState.STANDING,
        )
        .order_by(Offer.member_id)
    ).unique()
    return [offer for offer in found if offer.member.antenna_id == antenna_id or offer.over_border]


def _with_taken(session: Session, asks: Sequence[Ask]) -> list[tuple[Ask, frozenset[int]]]:
    """Each ask with the helpers who were asked, have promised, or have done it."""
    busy = LIVE_PROPOSALS | {ProposalState.DONE}
    rows = session.execute(
        select(Proposal.ask_id, Proposal.member_id).where(
            Proposal.ask_id.in_([ask.id for ask in asks]), Proposal.state.in_(busy)
        )
    )
    taken: dict[int, set[int]] = {}
    for ask_id, member_id in rows:
        taken.setdefault(ask_id, set()).add(member_id)
    return [(ask, frozenset(taken.get(ask.id, ()))) for ask in asks]


def _ask(ask: Ask, taken: frozenset[int], streets: StreetCells, now: datetime) -> engine.Ask:
    wishes = {Wish(wish) for wish in ask.wishes}
    spoken = ask.languages or ([ask.member.person.language] if ask.member else [])
    return engine.Ask(
        id=ask.id,
        asker=ask.member_id or -ask.id,
        antenna=ask.antenna_id,
        category=ask.category,
        window=_window(ask, now),
        half_hours=-(-ask.minutes // HALF_HOUR),
        place=streets.place_of(ask),
        destination=destination_of(ask),
        by_car=ask.category in IN_A_CAR,
        by_phone_suits=ask.category in PHONE_SUITS,
        languages=frozenset(spoken),
        gender_wanted=next((w.value for w in (Wish.WOMAN, Wish.MAN) if w in wishes), None),
        wheelchair=Wish.WHEELCHAIR in wishes,
        seats=1 if ask.category in IN_A_CAR else 0,
        house=frozenset(_HOUSES[wish] for wish in wishes if wish in _HOUSES),
        mother_tongue=spoken[0] if spoken else None,
        urgency=ask.urgency,
        asked_on=ask.made_at.date(),
        slots=ask.slots,
        taken_by=taken,
    )


def _window(ask: Ask, now: datetime) -> int:
    """When the help may take place, as the engine's half hours from this week's Monday."""
    today = local_day(now, ask.antenna.timezone)
    monday = monday_of(today)
    mask = 0
    if not ask.windows:
        for ahead in range(ANY_DAY_WITHIN):
            mask |= window(monday, today + timedelta(days=ahead))
    for each in ask.windows:
        first, last = each.from_minute, each.until_minute
        if ask.fixed_minute is not None:
            first, last = ask.fixed_minute, ask.fixed_minute + ask.minutes
        mask |= window(monday, each.on_day, first, last)
    return mask


def _offer(offer: Offer, streets: StreetCells) -> engine.Offer:
    likes = frozenset(k.category for k in offer.kinds if k.readiness is Readiness.LIKES)
    other = frozenset(k.category for k in offer.kinds if k.readiness is Readiness.MAY_BE_ASKED)
    parts = [(day, part) for day in range(7) for part in range(PARTS)]
    free = half_days_of_week(
        *(each for each in parts if has_part(offer.free_parts, each[0], DayPart(each[1])))
    )
    person = offer.member.person
    return engine.Offer(
        helper=offer.member_id,
        antenna=offer.member.antenna_id,
        categories=likes,
        may_be_asked=other,
        free=free,
        place=streets.home_of(person, offer.member.antenna_id),
        walk_metres=offer.foot_metres,
        bike_metres=offer.bike_metres,
        drive_metres=offer.car_metres,
        lift_metres=offer.car_metres,
        phone_for=(likes | other) & PHONE_SUITS if offer.by_phone else frozenset(),
        languages=frozenset(offer.languages or [person.language]),
        gender=None if offer.asked_as is AskedAs.UNSAID else offer.asked_as.value,
        refuses=frozenset(_REFUSALS[Limit(limit)] for limit in offer.limits),
        takes_wheelchair=offer.takes_wheelchair,
        seats=max(1, offer.seats),
        ceiling_per_week=offer.per_week_max,
        paused_until=None if offer.paused_until is None else offer.paused_until + timedelta(days=1),
        mother_tongue=person.language,
        over_border=offer.over_border,
    )
