"""The true tables of a release, read from the database: one grouped statement for each, whatever the size."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskState
from timebank.domain.states import ENDED_STATES, PRESENT_STATES, FavourState
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member, Person
from timebank.participation.catalogue import (
    ASKERS,
    FAMILIES,
    FAVOURS,
    GIVERS,
    MEMBERS,
    RECEIVERS,
    WHOLE,
    age_band_of,
    family_of,
    frames_of,
    language_of,
    way_of,
)
from timebank.participation.disclosure.audiences import is_dominated
from timebank.participation.disclosure.tables import ALL, MINUTES, Cell, Frame, Key, Table
from timebank.participation.periods import Period

Figures = dict[Key, int]


def tables_of(session: Session, antenna: Antenna, period: Period) -> list[Table]:
    """The catalogue's tables of one calendar quarter or year, as the books stand now.

    Nobody of them is the audience's own: which members a partner knows by name isn't kept anywhere.

    Raises:
        ValueError: the period is no calendar quarter or year.
    """
    return [_READERS[frame.name](session, antenna, frame, period) for frame in frames_of(period)]


def _favours(session: Session, antenna: Antenna, frame: Frame, period: Period) -> Table:
    """Favours that were agreed and stand, between members; not what the antenna itself got."""
    figures: Figures = {}
    minutes: dict[str, dict[int, int]] = {group: defaultdict(int) for group in (*FAMILIES, ALL)}
    people: dict[Key, set[int]] = defaultdict(set)
    for side, category, member_id, total in _parties(session, antenna.id, period):
        measure = GIVERS if side is Side.GIVER else RECEIVERS
        for group in (family_of(category), ALL):
            people[measure, WHOLE, group].add(member_id)
            if side is Side.GIVER:
                minutes[group][member_id] += total
    figures.update({key: len(members) for key, members in people.items()})
    figures.update({(MINUTES, WHOLE, group): sum(minutes[group].values()) for group in FAMILIES})
    dominated: frozenset[Cell] = frozenset(
        (WHOLE, group) for group, each in minutes.items() if is_dominated(each.values())
    )
    return Table(frame, period, figures, dominated=dominated)


def _parties(session: Session, antenna_id: int, period: Period) -> Iterable[tuple[Side, str, int, int]]:
    """(side, category, member, minutes), summed by the database."""
    query = (
        select(FavourParty.side, Favour.category, FavourParty.member_id, func.sum(Favour.minutes))
        .join(Favour, Favour.id == FavourParty.favour_id)
        .where(
            Favour.antenna_id == antenna_id,
            Favour.state == FavourState.CONFIRMED,
            Favour.for_antenna.is_(False),
            Favour.done_on >= period.first,
            Favour.done_on < period.after,
        )
        .group_by(FavourParty.side, Favour.category, FavourParty.member_id)
    )
    return ((side, category, member, int(total)) for side, category, member, total in session.execute(query))


def _asks_ended(session: Session, antenna: Antenna, frame: Frame, period: Period) -> Table:
    """Members whose asks ended in the period, by how."""
    first, after = _moments(antenna, period)
    query = (
        select(Ask.state, Ask.member_id)
        .where(
            Ask.antenna_id == antenna.id,
            Ask.member_id.is_not(None),
            Ask.ended_at >= first,
            Ask.ended_at < after,
        )
        .group_by(Ask.state, Ask.member_id)
    )
    rows = session.execute(query)
    return _people(frame, period, ASKERS, ((state.value, member) for state, member in rows if member))


def _asks_made(session: Session, antenna: Antenna, frame: Frame, period: Period) -> Table:
    """Members who asked in the period, by which way."""
    first, after = _moments(antenna, period)
    query = (
        select(Ask.channel, Ask.member_id)
        .where(
            Ask.antenna_id == antenna.id,
            Ask.member_id.is_not(None),
            Ask.state != AskState.NEW,
            Ask.made_at >= first,
            Ask.made_at < after,
        )
        .group_by(Ask.channel, Ask.member_id)
    )
    rows = session.execute(query)
    return _people(frame, period, ASKERS, ((way_of(channel), member) for channel, member in rows if member))


def _by_language(session: Session, antenna: Antenna, frame: Frame, period: Period) -> Table:
    query = select(Person.language, func.count(Member.id)).join(Member, Member.person_id == Person.id)
    rows = session.execute(query.where(_enrolled(antenna.id, period)).group_by(Person.language))
    return _members(frame, period, ((language_of(language), count) for language, count in rows))


def _by_age(session: Session, antenna: Antenna, frame: Frame, period: Period) -> Table:
    query = select(Person.birth_year, func.count(Member.id)).join(Member, Member.person_id == Person.id)
    rows = session.execute(query.where(_enrolled(antenna.id, period)).group_by(Person.birth_year))
    return _members(frame, period, ((age_band_of(born, period.first.year), count) for born, count in rows))


def _enrolled(antenna_id: int, period: Period) -> ColumnElement[bool]:
    """A member on any day of the period, also where the membership is over by now."""
    return and_(
        Member.antenna_id == antenna_id,
        Member.state.in_(PRESENT_STATES | ENDED_STATES),
        Member.joined_on < period.after,
        or_(Member.ended_on.is_(None), Member.ended_on >= period.first),
    )


def _people(frame: Frame, period: Period, measure: str, rows: Iterable[tuple[str, int]]) -> Table:
    """Different people in each group and in all of them, from (group, member)."""
    members: dict[str, set[int]] = {group: set() for group in (*frame.groups, ALL)}
    for group, member in rows:
        members[group].add(member)
        members[ALL].add(member)
    return Table(frame, period, {(measure, WHOLE, group): len(each) for group, each in members.items()})


def _members(frame: Frame, period: Period, rows: Iterable[tuple[str, int]]) -> Table:
    figures: Figures = {(MEMBERS, WHOLE, group): 0 for group in frame.groups}
    for group, count in rows:
        figures[MEMBERS, WHOLE, group] += count
    return Table(frame, period, figures)


def _moments(antenna: Antenna, period: Period) -> tuple[datetime, datetime]:
    """When the period begins and is over, in the antenna's zone."""
    zone = ZoneInfo(antenna.timezone)
    first, after = (
        datetime.combine(day, time(), tzinfo=zone).astimezone(UTC) for day in (period.first, period.after)
    )
    return first, after


_READERS: Mapping[str, Callable[[Session, Antenna, Frame, Period], Table]] = {
    FAVOURS.name: _favours,
    "asks_ended": _asks_ended,
    "asks_made": _asks_made,
    "members_by_language": _by_language,
    "members_by_age": _by_age,
}
