"""Who had a part in an antenna's team, and on which days."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.models.antenna import RoleMandate
from timebank.models.member import Member
from timebank.participation.periods import Period
from timebank.services.measuring.participation_scope import Scope
from timebank.services.network.antennas import TEAM_ROLES

Days = tuple[date, date]
"""The first and the last day of a mandate within the period."""


@dataclass(frozen=True)
class Team:
    """The members with a mandate on some day of the period; ``partly`` are those without one on all days."""

    days: dict[int, list[Days]]
    antennas: dict[int, int]
    partly: frozenset[int]

    @property
    def member_ids(self) -> frozenset[int]:
        """Everyone in it."""
        return frozenset(self.days)

    def both_on(self, one: int, other: int, day: date) -> bool:
        """Whether both were in the same antenna's team on this day."""
        return self._same(one, other) and self._in_on(one, day) and self._in_on(other, day)

    def _same(self, one: int, other: int) -> bool:
        return one in self.days and other in self.days and self.antennas[one] == self.antennas[other]

    def _in_on(self, member_id: int, day: date) -> bool:
        return any(first <= day <= last for first, last in self.days[member_id])


def team_of(session: Session, scope: Scope, period: Period) -> Team:
    """The teams of the scope's antennas in the period, by their mandates as members there."""
    mandate = RoleMandate
    days: dict[int, list[Days]] = {}
    antennas: dict[int, int] = {}
    for member_id, antenna_id, starts_on, ends_on, ended_at in session.execute(
        select(Member.id, Member.antenna_id, mandate.starts_on, mandate.ends_on, mandate.ended_at)
        .join(mandate, and_(mandate.person_id == Member.person_id, mandate.antenna_id == Member.antenna_id))
        .where(
            Member.antenna_id.in_(scope.antenna_ids),
            mandate.role.in_(TEAM_ROLES),
            mandate.starts_on < period.after,
            or_(mandate.ends_on.is_(None), mandate.ends_on >= period.first),
        )
    ):
        last = _last_day(ends_on, ended_at, scope.zone_of(antenna_id), period)
        first = max(starts_on, period.first)
        if first <= last:
            days.setdefault(member_id, []).append((first, last))
            antennas[member_id] = antenna_id
    whole = (period.first, period.last)
    return Team(days, antennas, frozenset(member for member, held in days.items() if whole not in held))


def _last_day(ends_on: date | None, ended_at: datetime | None, zone: str, period: Period) -> date:
    """The last day of a mandate in the period; on the day on which it was ended it still counts."""
    ended_on = period.last if ended_at is None else local_day(ended_at, zone)
    return min(ends_on or period.last, ended_on, period.last)
