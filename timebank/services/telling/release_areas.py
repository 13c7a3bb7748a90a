"""By area: where members live, and where those live who helped and were helped, as tables of a year's release."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.models.antenna import Antenna
from timebank.models.favour import Side
from timebank.models.member import Member, Person
from timebank.participation.catalogue import (
    ELSEWHERE,
    GIVERS,
    MEMBERS,
    RECEIVERS,
    WHOLE,
    family_of,
    favours_by_area,
    members_by_area,
)
from timebank.participation.disclosure.audiences import is_dominated
from timebank.participation.disclosure.tables import ALL, MINUTES, Cell, Frame, Table
from timebank.participation.periods import Period, year_of
from timebank.services.measuring.sectors import ToldAreas, told_areas
from timebank.services.telling.release_rows import Figures, enrolled_in, parties_of


def area_tables(
    session: Session, antenna: Antenna, period: Period, leaving_out: Collection[int]
) -> list[Table]:
    """The tables by area of a year; none for a quarter, or where an antenna has no areas to tell.

    Where someone lives is taken from today's address: nobody's earlier ones are kept.
    """
    if period != year_of(period.first.year):
        return []
    areas = told_areas(session, antenna.id, year=period.first.year)
    if not areas.names:
        return []
    members = _members(session, antenna, areas, period, leaving_out)
    return [members, _favours(session, antenna, areas, period, leaving_out)]


def _members(
    session: Session, antenna: Antenna, areas: ToldAreas, period: Period, leaving_out: Collection[int]
) -> Table:
    frame = members_by_area(areas.names)
    figures: Figures = {(MEMBERS, WHOLE, group): 0 for group in frame.groups}
    rows = session.execute(
        select(Person.street, func.count(Member.id))
        .join(Member, Member.person_id == Person.id)
        .where(enrolled_in(antenna.id, period, leaving_out))
        .group_by(Person.street)
    )
    for street, count in rows:
        figures[MEMBERS, WHOLE, areas.area_of(street)] += count
    return Table(frame, period, figures)


def _favours(
    session: Session, antenna: Antenna, areas: ToldAreas, period: Period, leaving_out: Collection[int]
) -> Table:
    """Each person in the area of their own home; a neighbour of another antenna elsewhere."""
    homes = _homes(session, antenna, areas)
    frame = favours_by_area(areas.names)
    people: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    minutes: dict[Cell, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for side, category, member_id, total, _count in parties_of(session, antenna.id, period):
        if member_id in leaving_out:
            continue
        area, measure = homes.get(member_id, ELSEWHERE), GIVERS if side is Side.GIVER else RECEIVERS
        for group in (family_of(category), ALL):
            people[measure, area, group].add(member_id)
            if side is Side.GIVER:
                minutes[area, group][member_id] += total
    return _table(frame, period, people, minutes)


def _table(
    frame: Frame,
    period: Period,
    people: Mapping[tuple[str, str, str], set[int]],
    minutes: Mapping[Cell, Mapping[int, int]],
) -> Table:
    figures: Figures = {}
    for key in frame.keys:
        measure, area, group = key
        sums = minutes.get((area, group), {})
        figures[key] = sum(sums.values()) if measure == MINUTES else len(people.get(key, ()))
    dominated = {cell for cell, theirs in minutes.items() if is_dominated(theirs.values())}
    return Table(frame, period, figures, dominated=frozenset(dominated))


def _homes(session: Session, antenna: Antenna, areas: ToldAreas) -> dict[int, str]:
    rows = session.execute(
        select(Member.id, Person.street)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna.id)
    )
    return {member_id: areas.area_of(street) for member_id, street in rows}
