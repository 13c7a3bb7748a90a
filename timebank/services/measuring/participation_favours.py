"""The final favours of a period, grouped by the database: by kind and month, by pair, by days to the entry.

A final favour is agreed and not taken back; work for the antenna is counted apart, and gifts and
grants are no favours. In a group, each giver's minutes are shared over those who received, whoever's
account they came from: what is left of whole minutes is with the first of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Subquery, and_, case, func, select
from sqlalchemy.orm import QueryableAttribute, Session, aliased

from timebank.domain.channels import Channel
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.participation.counted import FavourTotals, Slice
from timebank.participation.facts import MemberFact
from timebank.participation.periods import Period, year_earlier
from timebank.participation.totals import MemberTotal, Newcomer, PairTotal
from timebank.services.measuring.participation_days import day_number, local_day_number, month_text
from timebank.services.measuring.participation_scope import Scope
from timebank.services.measuring.participation_team import team_of

NEWCOMER_DAYS = 90
SETTLED = (FavourState.CONFIRMED, FavourState.REVERSED, FavourState.DISPUTED, FavourState.WITHDRAWN)
"""Favours that were agreed, or about which something was wrong."""

_GIVER, _RECEIVER = aliased(FavourParty), aliased(FavourParty)


def favour_totals(
    session: Session, scope: Scope, period: Period, members: Sequence[MemberFact], *, now: datetime
) -> FavourTotals:
    """Everything that is counted of favours; ``members`` are the scope's own. Pairs are those of one antenna only."""
    rows = _by_kind(session, scope, period, scope.today(now))
    one_antenna = len(scope.places) == 1
    return FavourTotals(
        slices=_slices(rows),
        members=_member_totals(session, scope, period),
        pairs=pair_totals_of(session, scope, period) if one_antenna else (),
        lags=_lags(rows),
        newcomers=_newcomers(session, scope, period, members),
        active_before=_active(session, scope, year_earlier(period)),
        team_minutes=_team_minutes(session, scope, period),
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
    groups = _groups()
    return (
        select(
            _GIVER.member_id.label("giver_id"),
            _RECEIVER.member_id.label("receiver_id"),
            Favour.done_on.label("done_on"),
            _received(groups, _RECEIVER.member_id).label("minutes"),
        )
        .join(_GIVER, and_(_GIVER.favour_id == Favour.id, _GIVER.side == Side.GIVER))
        .join(_RECEIVER, and_(_RECEIVER.favour_id == Favour.id, _RECEIVER.side == Side.RECEIVER))
        .outerjoin(groups, groups.c.favour_id == Favour.id)
        .where(final_in(scope, period))
        .subquery()
    )


def _groups() -> Subquery:
    """Favours of more than two people: how many gave, how many received, and the first of these.

    That there are more than two is asked first, because an index alone can answer it.
    """
    more_than_two = select(FavourParty.favour_id).group_by(FavourParty.favour_id).having(func.count() > 2)
    received = FavourParty.side == Side.RECEIVER
    return (
        select(
            FavourParty.favour_id,
            func.sum(case((received, 0), else_=1)).label("givers"),
            func.sum(case((received, 1), else_=0)).label("receivers"),
            func.min(case((received, FavourParty.member_id))).label("first_id"),
        )
        .where(FavourParty.favour_id.in_(more_than_two))
        .group_by(FavourParty.favour_id)
        .subquery()
    )


def _received(
    groups: Subquery, member_id: ColumnElement[int] | QueryableAttribute[int]
) -> ColumnElement[int]:
    """What a receiver got from each giver: their part of the minutes."""
    left_over = case((member_id == groups.c.first_id, Favour.minutes % groups.c.receivers), else_=0)
    return case(
        (groups.c.receivers > 1, Favour.minutes // groups.c.receivers + left_over), else_=Favour.minutes
    )


def _member_totals(session: Session, scope: Scope, period: Period) -> tuple[MemberTotal, ...]:
    """What each member gave to and got from all others, by id; a favour counts once for each of them."""
    groups, gave = _groups(), FavourParty.side == Side.GIVER
    givers, receivers = func.coalesce(groups.c.givers, 1), func.coalesce(groups.c.receivers, 1)
    received = givers * _received(groups, FavourParty.member_id)
    rows = session.execute(
        select(
            FavourParty.member_id,
            func.sum(case((gave, Favour.minutes), else_=0)),
            func.sum(case((gave, 0), else_=received)),
            func.sum(case((gave, receivers), else_=0)),
            func.sum(case((gave, 0), else_=givers)),
        )
        .join(Favour, Favour.id == FavourParty.favour_id)
        .outerjoin(groups, groups.c.favour_id == Favour.id)
        .where(final_in(scope, period))
        .group_by(FavourParty.member_id)
        .order_by(FavourParty.member_id)
    )
    return tuple(MemberTotal(member_id, *map(int, sums)) for member_id, *sums in rows)


@dataclass(frozen=True)
class _OfKind:
    """Favours of one month ('2026-11'), kind, channel and state; ``minutes`` are those of all givers.

    ``lag_days`` are the days to the entry: None for what came from a sheet, which was written down there
    first, nobody knows when.
    """

    month: str
    category: str
    channel: Channel
    state: FavourState
    for_antenna: bool
    disputed: bool
    lag_days: int | None
    favours: int
    minutes: int

    @property
    def final(self) -> bool:
        """Agreed and not taken back."""
        return self.state is FavourState.CONFIRMED


def _by_kind(session: Session, scope: Scope, period: Period, today: date) -> list[_OfKind]:
    groups = _groups()
    given = select(func.count()).where(FavourParty.favour_id == Favour.id, FavourParty.side == Side.GIVER)
    givers = case((Favour.for_antenna, given.scalar_subquery()), else_=func.coalesce(groups.c.givers, 1))
    written = local_day_number(session, Favour.logged_at, scope, today)
    lag = case((Favour.import_batch_id.is_(None), written - day_number(session, Favour.done_on)))
    favours = (
        select(
            month_text(session, Favour.done_on).label("month"),
            Favour.category,
            Favour.channel,
            Favour.state,
            Favour.for_antenna,
            Favour.disputed_at.is_not(None).label("disputed"),
            lag.label("lag_days"),
            (Favour.minutes * givers).label("minutes"),
        )
        .join(Antenna, Antenna.id == Favour.antenna_id)
        .outerjoin(groups, groups.c.favour_id == Favour.id)
        .where(
            Favour.antenna_id.in_(scope.antenna_ids),
            Favour.state.in_(SETTLED),
            Favour.done_on >= period.first,
            Favour.done_on < period.after,
        )
        .subquery()
    )
    of = favours.c
    kinds = of.month, of.category, of.channel, of.state, of.for_antenna, of.disputed, of.lag_days
    rows = session.execute(select(*kinds, func.count(), func.sum(of.minutes)).group_by(*kinds))
    return [_OfKind(*row) for row in rows]


def _slices(rows: Iterable[_OfKind]) -> tuple[Slice, ...]:
    sums: dict[tuple[date, str, Channel], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        if row.final and not row.for_antenna:
            key = date.fromisoformat(f"{row.month}-01"), row.category, row.channel
            sums[key][0] += row.favours
            sums[key][1] += int(row.minutes)
    return tuple(Slice(*key, *sums[key]) for key in sorted(sums))


def _lags(rows: Iterable[_OfKind]) -> dict[int, int]:
    """Days to the entry -> favours."""
    counts: Counter[int] = Counter()
    for row in rows:
        if row.final and not row.for_antenna and row.lag_days is not None:
            counts[row.lag_days] += row.favours
    return dict(sorted(counts.items()))


def _newcomers(
    session: Session, scope: Scope, period: Period, members: Iterable[MemberFact]
) -> tuple[Newcomer, ...]:
    """Who joined in the period, with whom they met in their first days, be it after the period."""
    own, other = _GIVER, _RECEIVER
    first_days = Period(period.first, period.after + timedelta(days=NEWCOMER_DAYS))
    since = day_number(session, Favour.done_on) - day_number(session, Member.joined_on)
    rows = session.execute(
        select(Member.id, func.count(other.member_id.distinct()).label("people"))
        .join(own, own.member_id == Member.id)
        .join(Favour, Favour.id == own.favour_id)
        .join(other, and_(other.favour_id == own.favour_id, other.side != own.side))
        .where(
            final_in(scope, first_days),
            Member.antenna_id.in_(scope.antenna_ids),
            Member.joined_on >= period.first,
            Member.joined_on < period.after,
            Favour.done_on >= Member.joined_on,
            since < NEWCOMER_DAYS,
        )
        .group_by(Member.id)
    )
    met = {row.id: row.people for row in rows}
    joined = (each for each in members if each.joined_on in period)
    return tuple(Newcomer(each.member_id, each.joined_on, met.get(each.member_id, 0)) for each in joined)


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


def _team_minutes(session: Session, scope: Scope, period: Period) -> int:
    """Minutes with both sides in the antenna's team on that day.

    Most mandates last all through the period: only where one began or ended in it do the days count.
    """
    team = team_of(session, scope, period)
    legs = _legs(scope, period)
    in_part = legs.c.giver_id.in_(team.partly) | legs.c.receiver_id.in_(team.partly)
    within = (
        select(
            legs.c.giver_id,
            legs.c.receiver_id,
            case((in_part, legs.c.done_on)).label("day"),
            legs.c.minutes,
        )
        .where(legs.c.giver_id.in_(team.member_ids), legs.c.receiver_id.in_(team.member_ids))
        .subquery()
    )
    by = within.c.giver_id, within.c.receiver_id, within.c.day
    return sum(
        int(minutes)
        for giver, receiver, day, minutes in session.execute(
            select(*by, func.sum(within.c.minutes)).group_by(*by)
        )
        if team.both_on(giver, receiver, day or period.first)
    )
