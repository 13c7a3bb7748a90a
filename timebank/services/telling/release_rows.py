"""From rows of a period to a table of a release: different people, what adds up, and whose it mostly is."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.states import ENDED_STATES, PRESENT_STATES, FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member
from timebank.participation.catalogue import WHOLE
from timebank.participation.disclosure.audiences import is_dominated
from timebank.participation.disclosure.tables import ALL, SUMS, Cell, Frame, Key, Table
from timebank.participation.periods import Period

Figures = dict[Key, int]
PerMember = dict[str, dict[int, int]]
"""Minutes or things of each member, by group."""


def people_table(
    frame: Frame,
    period: Period,
    measure: str,
    rows: Iterable[tuple[str, int, int]],
    leaving_out: Collection[int] = frozenset(),
) -> Table:
    """Different people in each group, and the sum where the table has one, from (group, member, how much of it).

    Members of ``leaving_out`` aren't counted.
    """
    sums: PerMember = {group: defaultdict(int) for group in (*frame.groups, ALL)}
    for group, member, amount in (row for row in rows if row[1] not in leaving_out):
        sums[group][member] += amount
        sums[ALL][member] += amount
    counted = (*frame.groups, ALL) if frame.overlapping else frame.groups
    figures: Figures = {(measure, WHOLE, group): len(sums[group]) for group in counted}
    for summed in set(frame.measures) & SUMS:
        figures |= {(summed, WHOLE, group): sum(sums[group].values()) for group in frame.groups}
    return Table(frame, period, figures, dominated=dominated_in(sums))


def dominated_in(sums: PerMember) -> frozenset[Cell]:
    """The cells whose sums are mostly one or two people's."""
    return frozenset((WHOLE, group) for group, each in sums.items() if is_dominated(each.values()))


def moments_of(antenna: Antenna, period: Period) -> tuple[datetime, datetime]:
    """When the period begins and is over, in the antenna's zone."""
    zone = ZoneInfo(antenna.timezone)
    first, after = (
        datetime.combine(day, time(), tzinfo=zone).astimezone(UTC) for day in (period.first, period.after)
    )
    return first, after


def parties_of(
    session: Session, antenna_id: int, period: Period
) -> Iterable[tuple[Side, str, int, int, int]]:
    """(side, category, member, minutes, favours), summed by the database."""
    query = (
        select(
            FavourParty.side, Favour.category, FavourParty.member_id, func.sum(Favour.minutes), func.count()
        )
        .join(Favour, Favour.id == FavourParty.favour_id)
        .where(final_favours(antenna_id, period))
        .group_by(FavourParty.side, Favour.category, FavourParty.member_id)
    )
    return (
        (side, category, member, int(total), count)
        for side, category, member, total, count in session.execute(query)
    )


def final_favours(antenna_id: int, period: Period) -> ColumnElement[bool]:
    """Favours that were agreed and stand, between members; not what the antenna itself got."""
    return and_(
        Favour.antenna_id == antenna_id,
        Favour.state == FavourState.CONFIRMED,
        Favour.for_antenna.is_(False),
        Favour.done_on >= period.first,
        Favour.done_on < period.after,
    )


def enrolled_in(antenna_id: int, period: Period, leaving_out: Collection[int]) -> ColumnElement[bool]:
    """A member on any day of the period, also where the membership is over by now."""
    return and_(
        Member.antenna_id == antenna_id,
        Member.state.in_(PRESENT_STATES | ENDED_STATES),
        Member.id.not_in(leaving_out),
        Member.joined_on < period.after,
        or_(Member.ended_on.is_(None), Member.ended_on >= period.first),
    )
