"""Offers as the engine reads them: plain rows, and only of helpers who could matter, in two statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import OfferState
from timebank.domain.help import PARTS, AskedAs, DayPart, Limit, has_part
from timebank.domain.states import MemberState
from timebank.matching import inputs as engine
from timebank.matching.calendars import elapsed_at
from timebank.matching.week import by_half_day, folded, half_days_of_week
from timebank.models.member import Member, Person
from timebank.models.offer import Offer, OfferKind, Readiness
from timebank.services.matchmaking.places import StreetCells

PHONE_SUITS = frozenset({"phone_call", "phone_and_computer", "paperwork"})
"""Kinds of help that some give by phone."""

_REFUSALS = {
    Limit.NO_CATS: engine.House.CAT,
    Limit.NO_DOGS: engine.House.DOG,
    Limit.NO_SMOKE: engine.House.SMOKE,
    Limit.NO_STAIRS: engine.House.STAIRS,
}
_COLUMNS = (
    Offer.id,
    Offer.member_id,
    Member.antenna_id,
    Offer.free_parts,
    Offer.foot_metres,
    Offer.bike_metres,
    Offer.car_metres,
    Offer.by_phone,
    Offer.seats,
    Offer.takes_wheelchair,
    Offer.languages,
    Offer.limits,
    Offer.asked_as,
    Offer.per_week_max,
    Offer.paused_until,
    Offer.over_border,
    Person.language,
    Person.cell_row,
    Person.cell_column,
    Person.building,
    Person.street,
)


@dataclass(frozen=True)
class Seeking:
    """Which offers are read: of these kinds of help, and whatever these members (``also``) offer.

    With ``only_for``, those who are paused, never free when it suits or otherwise out of the question
    for this one ask are passed over, as the engine would: what is left is suggested in the same order.
    """

    kinds: frozenset[str]
    also: frozenset[int] = frozenset()
    only_for: engine.Ask | None = None


def read_offers(
    session: Session, antenna_id: int, seeking: Seeking, ctx: engine.Context, streets: StreetCells
) -> tuple[engine.Offer, ...]:
    """Offers that stand, of active members who can give; of pooled antennas, those who help over the border."""
    mine = or_(Member.antenna_id == antenna_id, Offer.over_border.is_(True))
    antennas = {antenna_id, *(each for pair in ctx.pooled for each in pair)}
    sought = and_(
        Member.antenna_id.in_(antennas),
        mine,
        Member.state == MemberState.ACTIVE,
        Member.cannot_give.is_(False),
        Offer.state == OfferState.STANDING,
        or_(Offer.member_id.in_(seeking.also), and_(*_in_question(seeking, ctx))),
    )
    rows = session.execute(
        select(*_COLUMNS)
        .join(Member, Member.id == Offer.member_id)
        .join(Person, Person.id == Member.person_id)
        .where(sought)
        .order_by(Offer.member_id)
    ).all()
    kinds = _kinds(session, sought)
    return tuple(_offer(row, kinds[row.id], streets) for row in rows)


def _in_question(seeking: Seeking, ctx: engine.Context) -> Iterable[ColumnElement[bool]]:
    """What SQL can judge, each a rule of the engine."""
    offered = select(OfferKind.offer_id).where(OfferKind.category.in_(seeking.kinds))
    yield Offer.id.in_(offered)
    ask = seeking.only_for
    if ask is None:
        return
    wanted = folded(ask.window & ~elapsed_at(ctx.now))
    yield Offer.free_parts.bitwise_and(sum(1 << half_day for half_day, _ in by_half_day(wanted))) != 0
    yield or_(Offer.paused_until.is_(None), Offer.paused_until < ctx.now.date())
    yield Offer.member_id.not_in({ask.asker, *ask.taken_by})
    if ask.gender_wanted is not None:
        yield Offer.asked_as == AskedAs(ask.gender_wanted)
    if ask.wheelchair:
        yield Offer.takes_wheelchair.is_(True)


def _kinds(session: Session, sought: ColumnElement[bool]) -> Mapping[int, Mapping[Readiness, set[str]]]:
    """The kinds of help of each offer, by how the helper stands to them."""
    found: dict[int, dict[Readiness, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = session.execute(
        select(OfferKind.offer_id, OfferKind.category, OfferKind.readiness)
        .join(Offer, Offer.id == OfferKind.offer_id)
        .join(Member, Member.id == Offer.member_id)
        .where(sought)
    )
    for offer_id, category, readiness in rows:
        found[offer_id][readiness].add(category)
    return found


def _offer(row: Any, kinds: Mapping[Readiness, set[str]], streets: StreetCells) -> engine.Offer:
    likes = frozenset(kinds[Readiness.LIKES])
    other = frozenset(kinds[Readiness.MAY_BE_ASKED])
    return engine.Offer(
        helper=row.member_id,
        antenna=row.antenna_id,
        categories=likes,
        may_be_asked=other,
        free=_weekly(row.free_parts),
        place=streets.home_of(row, row.antenna_id),
        walk_metres=row.foot_metres,
        bike_metres=row.bike_metres,
        drive_metres=row.car_metres,
        lift_metres=row.car_metres,
        phone_for=(likes | other) & PHONE_SUITS if row.by_phone else frozenset(),
        languages=frozenset(row.languages or [row.language]),
        gender=None if row.asked_as is AskedAs.UNSAID else row.asked_as.value,
        refuses=frozenset(_REFUSALS[Limit(limit)] for limit in row.limits),
        takes_wheelchair=row.takes_wheelchair,
        seats=max(1, row.seats),
        ceiling_per_week=row.per_week_max,
        paused_until=None if row.paused_until is None else row.paused_until + timedelta(days=1),
        mother_tongue=row.language,
        over_border=row.over_border,
    )


@lru_cache(maxsize=4096)
def _weekly(free_parts: int) -> int:
    """The half hours of a week grid; many helpers tick the same boxes."""
    parts = ((day, part) for day in range(7) for part in range(PARTS))
    return half_days_of_week(*(each for each in parts if has_part(free_parts, each[0], DayPart(each[1]))))
