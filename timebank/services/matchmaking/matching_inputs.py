"""What matching needs to know, read with a fixed number of statements however many asks and offers there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import LIVE_PROPOSALS, ProposalState
from timebank.domain.days import local_day
from timebank.domain.help import Wish
from timebank.matching import inputs as engine
from timebank.matching.week import monday_of, window
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.matching import Pool
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.matchmaking.matching_offers import PHONE_SUITS, Seeking, read_offers
from timebank.services.matchmaking.matching_past import kept_apart, known_pairs, pasts_of
from timebank.services.matchmaking.places import StreetCells, destination_of

ANY_DAY_WITHIN = 14
"""An ask without a day can be met on any of the coming two weeks."""
HALF_HOUR = 30
IN_A_CAR = frozenset({"lift"})

_HOUSES = {
    Wish.HAS_CAT: engine.House.CAT,
    Wish.HAS_DOG: engine.House.DOG,
    Wish.SMOKES: engine.House.SMOKE,
    Wish.STAIRS: engine.House.STAIRS,
}


@dataclass(frozen=True)
class Matching:
    """Asks, offers and circumstances as the engine reads them."""

    asks: tuple[engine.Ask, ...]
    offers: tuple[engine.Offer, ...]
    context: engine.Context

    def ask(self, ask_id: int) -> engine.Ask:
        """The ask with this id."""
        return next(ask for ask in self.asks if ask.id == ask_id)


def matching_of(
    session: Session,
    antenna: Antenna,
    asks: Sequence[Ask],
    *,
    weights: engine.Weights,
    also: frozenset[int] = frozenset(),
    best_only: bool = False,
    now: datetime,
) -> Matching:
    """Everything that speaks for or against each helper who offers what these asks of one antenna want.

    ``also`` are members who are read whatever they offer. With ``best_only``, for one ask, who can't be
    suggested is left out where the database can tell.
    """
    pooled = _pooled_with(session, antenna.id)
    streets = StreetCells(session, frozenset({antenna.id, *pooled}))
    asker_ids = frozenset(ask.member_id for ask in asks if ask.member_id is not None)
    local = now.astimezone(ZoneInfo(antenna.timezone)).replace(tzinfo=None)
    wanted = tuple(_ask(ask, taken, streets, now) for ask, taken in _with_taken(session, asks))
    kinds = frozenset(ask.category for ask in wanted)
    seeking = Seeking(kinds, also, wanted[0] if best_only else None)
    context = engine.Context(
        now=local,
        weights=weights,
        known=known_pairs(session, asker_ids),
        excluded=kept_apart(session, asker_ids),
        pooled=frozenset(engine.pair(antenna.id, other) for other in pooled),
        seed=antenna.id,
    )
    offers = read_offers(session, antenna.id, seeking, context, streets)
    helper_ids = frozenset(offer.helper for offer in offers)
    past = pasts_of(session, helper_ids, monday=context.monday, today=local.date())
    return Matching(wanted, offers, replace(context, past=past))


def members_named(session: Session, member_ids: Iterable[int]) -> Mapping[int, Member]:
    """The members whom matching found, by id, to be shown."""
    found = session.scalars(select(Member).where(Member.id.in_(set(member_ids))))
    return {member.id: member for member in found}


def _pooled_with(session: Session, antenna_id: int) -> frozenset[int]:
    """The antennas that pool helpers with this one: both have said so."""
    live = Pool.ended_at.is_(None)
    ours = set(session.scalars(select(Pool.with_antenna_id).where(Pool.antenna_id == antenna_id, live)))
    theirs = set(session.scalars(select(Pool.antenna_id).where(Pool.with_antenna_id == antenna_id, live)))
    return frozenset(ours & theirs)


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
