"""The true tables of a release, read from the database: one grouped statement for each, whatever the size."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskState
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Member, Person
from timebank.participation.catalogue import (
    ASKERS,
    DAYS_OF,
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
    stay_of,
    way_of,
)
from timebank.participation.disclosure.tables import ALL, MINUTES, THINGS, Frame, Key, Table
from timebank.participation.periods import Period
from timebank.services.telling.release_areas import area_tables
from timebank.services.telling.release_hours import antenna_work_table, gifts_table, grants_table
from timebank.services.telling.release_rows import (
    Figures,
    PerMember,
    dominated_in,
    enrolled_in,
    final_favours,
    moments_of,
    parties_of,
    people_table,
)
from timebank.services.telling.release_waits import waits_table


def tables_of(
    session: Session, antenna: Antenna, period: Period, leaving_out: Collection[int] = frozenset()
) -> list[Table]:
    """The catalogue's tables of one calendar quarter or year, as the books stand now.

    ``leaving_out`` are members whom the tables don't count, nor what was theirs alone (``release_own``).

    Raises:
        ValueError: the period is no calendar quarter or year.
    """
    whole = [
        _READERS[frame.name](session, antenna, frame, period, leaving_out) for frame in frames_of(period)
    ]
    return [*whole, *area_tables(session, antenna, period, leaving_out)]


def _favours(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Favours that were agreed and stand, between members; not what the antenna itself got."""
    figures: Figures = _favours_of_each(session, antenna.id, period, leaving_out)
    minutes: PerMember = {group: defaultdict(int) for group in (*FAMILIES, ALL)}
    favours: PerMember = {group: defaultdict(int) for group in (*FAMILIES, ALL)}
    people: dict[Key, set[int]] = defaultdict(set)
    for side, category, member_id, total, count in parties_of(session, antenna.id, period):
        if member_id in leaving_out:
            continue
        measure = GIVERS if side is Side.GIVER else RECEIVERS
        for group in (family_of(category), ALL):
            people[measure, WHOLE, group].add(member_id)
            if side is Side.GIVER:
                minutes[group][member_id] += total
                favours[group][member_id] += count
    figures.update({key: len(members) for key, members in people.items()})
    figures.update({(MINUTES, WHOLE, group): sum(minutes[group].values()) for group in FAMILIES})
    return Table(frame, period, figures, dominated=dominated_in(minutes) | dominated_in(favours))


def _favours_of_each(
    session: Session, antenna_id: int, period: Period, leaving_out: Collection[int]
) -> Figures:
    """How many favours there are of each group: one of several neighbours counts once."""
    query = (
        select(Favour.category, func.count())
        .where(final_favours(antenna_id, period))
        .group_by(Favour.category)
    )
    if leaving_out:
        given = select(FavourParty.favour_id).where(
            FavourParty.side == Side.GIVER, FavourParty.member_id.not_in(leaving_out)
        )
        query = query.where(Favour.id.in_(given))
    figures: Figures = {(THINGS, WHOLE, group): 0 for group in FAMILIES}
    for category, count in session.execute(query):
        figures[THINGS, WHOLE, family_of(category)] += count
    return figures


def _asks_ended(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Members whose asks ended in the period, by how."""
    first, after = moments_of(antenna, period)
    query = (
        select(Ask.state, Ask.member_id, func.count())
        .where(
            Ask.antenna_id == antenna.id,
            Ask.member_id.is_not(None),
            Ask.ended_at >= first,
            Ask.ended_at < after,
        )
        .group_by(Ask.state, Ask.member_id)
    )
    rows = session.execute(query)
    return people_table(
        frame,
        period,
        ASKERS,
        ((state.value, member, asks) for state, member, asks in rows if member),
        leaving_out,
    )


def _asks_made(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    """Members who asked in the period, by which way."""
    first, after = moments_of(antenna, period)
    query = (
        select(Ask.channel, Ask.member_id, func.count())
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
    return people_table(
        frame,
        period,
        ASKERS,
        ((way_of(channel), member, asks) for channel, member, asks in rows if member),
        leaving_out,
    )


def _by_language(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    query = select(Person.language, func.count(Member.id)).join(Member, Member.person_id == Person.id)
    rows = session.execute(
        query.where(enrolled_in(antenna.id, period, leaving_out)).group_by(Person.language)
    )
    return _members(frame, period, ((language_of(language), count) for language, count in rows))


def _by_age(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    query = select(Person.birth_year, func.count(Member.id)).join(Member, Member.person_id == Person.id)
    rows = session.execute(
        query.where(enrolled_in(antenna.id, period, leaving_out)).group_by(Person.birth_year)
    )
    return _members(frame, period, ((age_band_of(born, period.first.year), count) for born, count in rows))


def _by_stay(
    session: Session, antenna: Antenna, frame: Frame, period: Period, leaving_out: Collection[int]
) -> Table:
    joined, left = Member.joined_on >= period.first, Member.ended_on < period.after
    rows = session.execute(
        select(joined, left, func.count(Member.id))
        .where(enrolled_in(antenna.id, period, leaving_out))
        .group_by(joined, left)
    )
    return _members(
        frame, period, ((stay_of(joined=bool(came), left=bool(went)), count) for came, went, count in rows)
    )


def _members(frame: Frame, period: Period, rows: Iterable[tuple[str, int]]) -> Table:
    figures: Figures = {(MEMBERS, WHOLE, group): 0 for group in frame.groups}
    for group, count in rows:
        figures[MEMBERS, WHOLE, group] += count
    return Table(frame, period, figures)


_READERS: Mapping[str, Callable[[Session, Antenna, Frame, Period, Collection[int]], Table]] = {
    FAVOURS.name: _favours,
    "asks_ended": _asks_ended,
    "asks_made": _asks_made,
    "members_by_language": _by_language,
    "members_by_age": _by_age,
    "members_by_stay": _by_stay,
    "gifts": gifts_table,
    "grants": grants_table,
    "antenna_work": antenna_work_table,
    **dict.fromkeys(DAYS_OF, waits_table),
}
