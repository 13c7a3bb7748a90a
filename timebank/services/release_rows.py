"""From rows of a period to a table of a release: different people, what adds up, and whose it mostly is."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from timebank.models.antenna import Antenna
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
