"""Over which antennas figures are made, and when their days begin."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.models.antenna import Antenna, PartnerAntenna
from timebank.participation.periods import Period

Moments = InstrumentedAttribute[datetime]
Ids = InstrumentedAttribute[int]


@dataclass(frozen=True)
class Place:
    """One antenna: its book, and the zone in which its days begin."""

    antenna_id: int
    book_id: int
    timezone: str


@dataclass(frozen=True)
class Scope:
    """One antenna, or several that are counted together."""

    places: tuple[Place, ...]

    @property
    def antenna_ids(self) -> tuple[int, ...]:
        """The antennas."""
        return tuple(each.antenna_id for each in self.places)

    @property
    def book_ids(self) -> tuple[int, ...]:
        """Their books."""
        return tuple(each.book_id for each in self.places)

    def zone_of(self, antenna_id: int) -> str:
        """The time zone of one of the antennas."""
        return next(each.timezone for each in self.places if each.antenna_id == antenna_id)

    def today(self, now: datetime) -> date:
        """The day that it is in the first antenna."""
        return local_day(now, self.places[0].timezone)

    def made_in(self, antenna_id: Ids, moment: Moments, period: Period) -> ColumnElement[bool]:
        """That a row is of one of the antennas, and its moment within the period as people there live it."""
        zones = sorted({each.timezone for each in self.places})
        return or_(false(), *(self._in_zone(zone, antenna_id, moment, period) for zone in zones))

    def _in_zone(self, zone: str, antenna_id: Ids, moment: Moments, period: Period) -> ColumnElement[bool]:
        ids = [each.antenna_id for each in self.places if each.timezone == zone]
        first, after = _midnight(period.first, zone), _midnight(period.after, zone)
        return and_(antenna_id.in_(ids), moment >= first, moment < after)


def scope_of_antenna(session: Session, antenna_id: int) -> Scope:
    """One antenna.

    Raises:
        NotFoundError: there is none.
    """
    return _scope(session, _PLACES.where(Antenna.id == antenna_id))


def scope_of_partner(session: Session, partner_id: int) -> Scope:
    """The antennas that a partner supports.

    Raises:
        NotFoundError: it supports none.
    """
    supported = select(PartnerAntenna.antenna_id).where(PartnerAntenna.partner_id == partner_id)
    return _scope(session, _PLACES.where(Antenna.id.in_(supported)))


def scope_of_network(session: Session) -> Scope:
    """Every antenna.

    Raises:
        NotFoundError: there is none yet.
    """
    return _scope(session, _PLACES)


_PLACES = select(Antenna.id, Antenna.book_id, Antenna.timezone).order_by(Antenna.id)


def _scope(session: Session, query: Select[int, int, str]) -> Scope:
    places = tuple(Place(row[0], row[1], row[2]) for row in session.execute(query))
    if not places:
        raise NotFoundError
    return Scope(places)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(zone))
