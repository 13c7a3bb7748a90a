"""The final favours of a period, grouped by the database: by kind and month, by pair, by days to the entry.

A final favour is agreed and not taken back; work for the antenna is counted apart, and gifts and
grants are no favours. In a group, each giver's minutes are shared over those who received, whoever's
account they came from: what is left of whole minutes is with the first of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select
from sqlalchemy.orm import Session, aliased

from timebank.domain.channels import Channel
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.participation.counted import FavourTotals, Slice
from timebank.participation.facts import MemberFact
from timebank.participation.periods import Period, year_earlier
from timebank.participation.totals import MemberTotal, Newcomer, PairTotal
from timebank.services.measuring.participation_scope import Scope, day_of, hour_of
from timebank.services.measuring.participation_team import team_of

NEWCOMER_DAYS = 90
SETTLED = (FavourState.CONFIRMED, FavourState.REVERSED, FavourState.DISPUTED, FavourState.WITHDRAWN)
"""Favours that were agreed, or about which something was wrong."""

_GIVER, _RECEIVER = aliased(FavourParty), aliased(FavourParty)


def favour_totals(
    session: Session, scope: Scope, period: Period, members: Sequence[MemberFact]
) -> FavourTotals:
    """Everything that is counted of favours; ``members`` are the scope's own."""
    rows = _by_kind(session, scope, period)
    pairs = pair_totals_of(session, scope, period)
    return FavourTotals(
        slices=_slices(rows),
        members=_member_totals(pairs),
        pairs=pairs,
        lags=_lags(session, scope, period),
        newcomers=_newcomers(session, scope, period, members),
        active_before=_active(session, scope, year_earlier(period)),
        team_minutes=_team_minutes(session, scope, period, pairs),
        antenna_work_minutes=sum(row.minutes for row in rows if row.for_antenna and row.final),
        booked=sum(row.favours for row in rows),
        reversed=sum(row.favours for row in rows if row.state is FavourState.REVERSED),
        disputed=sum(row.favours for row in rows if row.disputed),
    )


def pair_totals_of(session: Session, scope: Scope, period: Period) -> tuple[PairTotal, ...]:
    """One row per ordered pair of giver and receiver, by their ids."""
    legs = _legs(scope, period)
    rows = session.execute(
        select(legs.c.giver_id, legs.c.receiver_id, func.sum(legs.c.minutes), func.count())
        .group_by(legs.c.giver_id, legs.c.receiver_id)
        .order_by(legs.c.giver_id, legs.c.receiver_id)
    )
    return tuple(
        PairTotal(giver, receiver, int(minutes), favours) for giver, receiver, minutes, favours in rows
    )


def final_in(scope: Scope, period: Period) -> ColumnElement[bool]:
    """That a favour is one of E: final, of the scope, done in the period, and not for the antenna itself."""
    return and_(
        Favour.antenna_id.in_(scope.antenna_ids),
        Favour.state == FavourState.CONFIRMED,
        Favour.for_antenna.is_(False),
        Favour.done_on >= period.first,
        Favour.done_on < period.after,
    )


def _legs(scope: Scope, period: Period) -> Subquery:
    """Each giver with each receiver of a final favour, and what the one gave to the other."""
    shared = _several(Side.RECEIVER)
    evenly = Favour.minutes // shared.c.people
    first = case((_RECEIVER.member_id == shared.c.first_id, Favour.minutes % shared.c.people), else_=0)
    minutes = case((shared.c.people.is_(None), Favour.minutes), else_=evenly + first)
    return (
        select(
            _GIVER.member_id.label("giver_id"),
            _RECEIVER.member_id.label("receiver_id"),
            Favour.done_on.label("done_on"),
            minutes.label("minutes"),
        )
        .join(_GIVER, and_(_GIVER.favour_id == Favour.id, _GIVER.side == Side.GIVER))
        .join(_RECEIVER, and_(_RECEIVER.favour_id == Favour.id, _RECEIVER.side == Side.RECEIVER))
        .outerjoin(shared, shared.c.favour_id == Favour.id)
        .where(final_in(scope, period))
        .subquery()
    )


def _several(side: Side) -> Subquery:
    """Favours with more than one person on a side: how many, and the first of them."""
    return (
        select(
            FavourParty.favour_id,
            func.count().label("people"),
            func.min(FavourParty.member_id).label("first_id"),
        )
        .where(FavourParty.side == side)
        .group_by(FavourParty.favour_id)
        .having(func.count() > 1)
        .subquery()
    )


@dataclass(frozen=True)
class _OfKind:
    """Favours of one day, kind, channel and state; ``minutes`` are those of all givers."""

    done_on: date
    category: str
    channel: Channel
    state: FavourState
    for_antenna: bool
    disputed: bool
    favours: int
    minutes: int

    @property
    def final(self) -> bool:
        """Agreed and not taken back."""
        return self.state is FavourState.CONFIRMED


def _by_kind(session: Session, scope: Scope, period: Period) -> list[_OfKind]:
    givers = _several(Side.GIVER)
    groups = (
        Favour.done_on,
        Favour.category,
        Favour.channel,
        Favour.state,
        Favour.for_antenna,
        Favour.disputed_at.is_not(None),
    )
    minutes = func.sum(Favour.minutes * func.coalesce(givers.c.people, 1))
    rows = session.execute(
        select(*groups, func.count(), minutes)
        .outerjoin(givers, givers.c.favour_id == Favour.id)
        .where(
            Favour.antenna_id.in_(scope.antenna_ids),
            Favour.state.in_(SETTLED),
            Favour.done_on >= period.first,
            Favour.done_on < period.after,
        )
        .group_by(*groups)
    )
    return [_OfKind(*row) for row in rows]


def _slices(rows: Iterable[_OfKind]) -> tuple[Slice, ...]:
    sums: dict[tuple[date, str, Channel], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        if row.final and not row.for_antenna:
            key = row.done_on.replace(day=1), row.category, row.channel
            sums[key][0] += row.favours
            sums[key][1] += int(row.minutes)
    return tuple(Slice(*key, *sums[key]) for key in sorted(sums))


def _member_totals(pairs: Iterable[PairTotal]) -> tuple[MemberTotal, ...]:
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for pair in pairs:
        giver, receiver = sums[pair.giver_id], sums[pair.receiver_id]
        giver[0] += pair.minutes
        receiver[1] += pair.minutes
        giver[2] += pair.favours
        receiver[3] += pair.favours
    return tuple(MemberTotal(member, *sums[member]) for member in sorted(sums))


def _lags(session: Session, scope: Scope, period: Period) -> dict[int, int]:
    """Days to the entry -> favours. What came from a sheet was written down there first, nobody knows when."""
    hour = hour_of(session, Favour.logged_at)
    rows = session.execute(
        select(Antenna.timezone, Favour.done_on, hour, func.count())
        .join(Antenna, Antenna.id == Favour.antenna_id)
        .where(final_in(scope, period), Favour.import_batch_id.is_(None))
        .group_by(Antenna.timezone, Favour.done_on, hour)
    )
    counts: Counter[int] = Counter()
    for zone, done_on, logged, favours in rows:
        counts[(day_of(logged, zone) - done_on).days] += favours
    return dict(sorted(counts.items()))


def _newcomers(
    session: Session, scope: Scope, period: Period, members: Iterable[MemberFact]
) -> tuple[Newcomer, ...]:
    """Who joined in the period, with whom they met in their first days, be it after the period."""
    days = timedelta(days=NEWCOMER_DAYS)
    own, other = _GIVER, _RECEIVER
    met: Counter[int] = Counter()
    for member_id, joined_on, _partner, first_on in session.execute(
        select(Member.id, Member.joined_on, other.member_id, func.min(Favour.done_on))
        .join(own, own.member_id == Member.id)
        .join(Favour, Favour.id == own.favour_id)
        .join(other, and_(other.favour_id == own.favour_id, other.side != own.side))
        .where(
            final_in(scope, Period(period.first, period.after + days)),
            Member.antenna_id.in_(scope.antenna_ids),
            Member.joined_on >= period.first,
            Member.joined_on < period.after,
            Favour.done_on >= Member.joined_on,
        )
        .group_by(Member.id, Member.joined_on, other.member_id)
    ):
        met[member_id] += first_on < joined_on + days
    joined = (each for each in members if each.joined_on in period)
    return tuple(Newcomer(each.member_id, each.joined_on, met[each.member_id]) for each in joined)


def _active(session: Session, scope: Scope, period: Period) -> frozenset[int]:
    """Who gave or received."""
    return frozenset(
        session.scalars(
            select(FavourParty.member_id)
            .join(Favour, Favour.id == FavourParty.favour_id)
            .where(final_in(scope, period))
            .distinct()
        )
    )


def _team_minutes(session: Session, scope: Scope, period: Period, pairs: Iterable[PairTotal]) -> int:
    """Minutes with both sides in the antenna's team on that day.

    Most mandates last all through the period: only where one began or ended in it do the days count.
    """
    team = team_of(session, scope, period)
    steady = sum(each.minutes for each in pairs if team.always_both(each.giver_id, each.receiver_id))
    legs = _legs(scope, period)
    by_day = session.execute(
        select(legs.c.giver_id, legs.c.receiver_id, legs.c.done_on, func.sum(legs.c.minutes))
        .where(
            legs.c.giver_id.in_(team.member_ids),
            legs.c.receiver_id.in_(team.member_ids),
            legs.c.giver_id.in_(team.partly) | legs.c.receiver_id.in_(team.partly),
        )
        .group_by(legs.c.giver_id, legs.c.receiver_id, legs.c.done_on)
    )
    return steady + sum(
        int(minutes) for giver, receiver, day, minutes in by_day if team.both_on(giver, receiver, day)
    )
