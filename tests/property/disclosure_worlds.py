"""Random neighbourhoods, person by person, and the tables that are made of them in the obvious way."""

import random
from dataclasses import dataclass, field, replace
from datetime import date

from timebank.participation.disclosure.audiences import is_dominated
from timebank.participation.disclosure.figures import Figure, Sign
from timebank.participation.disclosure.tables import ALL, MINUTES, THINGS, Frame, Kind, Table
from timebank.participation.periods import Period, month_of, quarter_of, year_of

ANTENNAS = ("north", "south", "west")
LANGUAGES = ("nl", "fr", "other")
AGES = ("under 75", "75-84", "85+")
CATEGORIES = ("visit", "lift", "errands", "odd_job")
WHOLE = "network"
AREAS = {**{name: frozenset({name}) for name in ANTENNAS}, WHOLE: frozenset(ANTENNAS)}

BY_LANGUAGE = Frame("members by language", "members", Kind.CUMULATIVE, AREAS, LANGUAGES)
BY_AGE = Frame("members by age", "members", Kind.CUMULATIVE, AREAS, AGES)
BY_CATEGORY = Frame(
    "favours by category", "favours", Kind.WITHIN, AREAS, CATEGORIES, ("givers", "receivers"),
    overlapping=True, with_minutes=True, with_things=True,
)  # fmt: skip
OF_ALL = replace(BY_CATEGORY, areas={WHOLE: frozenset({WHOLE})})
BY_ANTENNA = replace(
    BY_CATEGORY, name="by antenna", areas={each: AREAS[each] for each in ANTENNAS}, with_things=False, split_of=WHOLE
)  # fmt: skip
FEW_ASKED = "antenna"
ONE = {FEW_ASKED: frozenset({FEW_ASKED})}
ASKS_MADE = Frame(
    "asks made", "asks", Kind.WITHIN, ONE, ("voice_or_paper", "screen"), ("askers",),
    overlapping=True, with_things=True,
)  # fmt: skip
_SOON = replace(ASKS_MADE, name="asks in three days", population="soon", inside=("asks made",))
_AT_ONCE = replace(
    _SOON, name="asks in a day", population="at once", inside=("asks in three days", "asks made")
)
ASKS_ON_TIME = ((_SOON, 3), (_AT_ONCE, 1))
MEMBERS_BY_STAY = Frame(
    "members by stay", "all members", Kind.WITHIN, ONE, ("stayed", "joined", "left", "briefly"),
    at_start=("stayed", "left"), at_end=("stayed", "joined"),
)  # fmt: skip
MEMBERS_OF_YEAR = Frame("members of a year", "all members", Kind.WITHIN, ONE, LANGUAGES)


@dataclass(frozen=True)
class Person:
    antenna: str
    language: str
    age: str
    joined_on: date
    own: bool
    """Sent by the audience itself, which therefore knows all of these."""


@dataclass(frozen=True)
class Help:
    giver: int
    receiver: int
    category: str
    minutes: int
    done_on: date


@dataclass
class World:
    people: list[Person] = field(default_factory=list)
    helps: list[Help] = field(default_factory=list)


def members_tables(seed, *, members=120, months=2, joining=6, own_share=0.0, by_age=False):
    """Members as they join, month by month: [tables of one release, ...]."""
    draw = random.Random(seed)
    weights = {(a, b): draw.random() ** 2 + 0.02 for a in ANTENNAS for b in LANGUAGES}
    world = World()
    releases = []
    for month in range(1, months + 1):
        for _ in range(members if month == 1 else draw.randint(0, joining)):
            antenna, language = draw.choices(list(weights), list(weights.values()))[0]
            age = draw.choices(AGES, (5, 3, 1))[0]
            own = draw.random() < own_share
            world.people.append(Person(antenna, language, age, date(2026, month, 1), own))
        period = month_of(2026, month)
        tables = [_members(world, BY_LANGUAGE, period, "language")]
        if by_age:
            tables.append(_members(world, BY_AGE, period, "age"))
        releases.append(tables)
    return releases


def favours_tables(seed, *, members=150, favours=500, quarters=4, own_share=0.0):
    """Four quarters of favours, and with the last one their year."""
    draw = random.Random(seed)
    world = World()
    for _ in range(members):
        antenna = draw.choices(ANTENNAS, (4, 3, 2))[0]
        world.people.append(Person(antenna, "nl", "75-84", date(2025, 1, 1), draw.random() < own_share))
    eager = [draw.random() ** 2 + 0.05 for _ in world.people]
    homes = {name: [n for n, each in enumerate(world.people) if each.antenna == name] for name in ANTENNAS}
    for _ in range(favours):
        antenna = draw.choices(ANTENNAS, (4, 3, 2))[0]
        giver = draw.choices(homes[antenna], [eager[n] for n in homes[antenna]])[0]
        receiver = draw.choice([n for n in homes[antenna] if n != giver])
        category = draw.choices(CATEGORIES, (8, 4, 3, 1))[0]
        period = quarter_of(2026, draw.randint(1, quarters))
        world.helps.append(Help(giver, receiver, category, 15 * draw.randint(1, 12), period.first))
    releases = [[_favours(world, quarter_of(2026, number))] for number in range(1, quarters + 1)]
    releases[-1].append(_favours(world, year_of(2026)))
    return releases


def areas_tables(seed, **world):
    """The same of all antennas together, and of the year also antenna by antenna."""
    releases = [[_of_all(each) for each in tables] for tables in favours_tables(seed, **world)]
    year = favours_tables(seed, **world)[-1][-1]
    fine = {key: count for key, count in year.figures.items() if key[0] != THINGS}
    own = {key: count for key, count in year.own.items() if key[0] != THINGS}
    dominated = frozenset(cell for cell in year.dominated if cell[0] != WHOLE)
    releases[-1].append(Table(BY_ANTENNA, year.period, fine, own, dominated))
    return releases


def _of_all(table: Table) -> Table:
    figures, own = {}, {}
    for found, those in ((figures, table.figures), (own, table.own)):
        for (measure, _leaf, group), count in those.items():
            found[measure, WHOLE, group] = found.get((measure, WHOLE, group), 0) + count
    dominated = frozenset(cell for cell in table.dominated if cell[0] == WHOLE)
    return Table(OF_ALL, table.period, figures, own, dominated)


def asks_tables(seed, *, members=90, asks=160):
    """A year of asks by their way, and within them those that had a helper soon: [tables of one release]."""
    draw = random.Random(seed)
    eager = [draw.random() ** 2 + 0.02 for _ in range(members)]
    on_screen = [draw.random() for _ in range(members)]
    made = []
    for _ in range(asks):
        member = draw.choices(range(members), eager)[0]
        way = "screen" if draw.random() < on_screen[member] ** 2 else "voice_or_paper"
        made.append((member, way, int(draw.expovariate(0.3)) if draw.random() < 0.85 else None))
    tables = [_asks(ASKS_MADE, made)]
    for frame, days in ASKS_ON_TIME:
        tables.append(_asks(frame, [each for each in made if each[2] is not None and each[2] <= days]))
    return [tables]


def _asks(frame: Frame, made: list[tuple[int, str, int | None]]) -> Table:
    figures, dominated = {}, set()
    for group in (*frame.groups, ALL):
        here = [member for member, way, _days in made if group in (way, ALL)]
        figures["askers", FEW_ASKED, group] = len(set(here))
        if group != ALL:
            figures[THINGS, FEW_ASKED, group] = len(here)
        if is_dominated([here.count(member) for member in set(here)]):
            dominated.add((FEW_ASKED, group))
    return Table(frame, year_of(2026), figures, {}, frozenset(dominated))


def stays_tables(seed, *, members=70, years=3):
    """Year after year the members who stayed, came and left, by that and by language: [tables of one release, ...]."""
    draw = random.Random(seed)
    there = [draw.choices(LANGUAGES, (5, 3, 1))[0] for _ in range(members)]
    releases = []
    for year in range(2024, 2024 + years):
        leaving = [each for each in there if draw.random() < 0.15]
        joining = [draw.choices(LANGUAGES, (5, 3, 1))[0] for _ in range(draw.randint(2, 25))]
        briefly = [draw.choice(LANGUAGES) for _ in range(draw.randint(0, 3))]
        counts = {"stayed": len(there) - len(leaving), "joined": len(joining), "left": len(leaving)}
        counts["briefly"] = len(briefly)
        everyone = [*there, *joining, *briefly]
        releases.append([
            _counted(MEMBERS_BY_STAY, year, counts),
            _counted(MEMBERS_OF_YEAR, year, {each: everyone.count(each) for each in LANGUAGES}),
        ])  # fmt: skip
        for each in leaving:
            there.remove(each)
        there += joining
    return releases


def _counted(frame: Frame, year: int, counts: dict[str, int]) -> Table:
    (area,) = frame.areas
    return Table(frame, year_of(year), {("members", area, group): each for group, each in counts.items()})


def _members(world: World, frame: Frame, period: Period, attribute: str) -> Table:
    figures, own = {}, {}
    for each in world.people:
        if each.joined_on < period.after:
            key = ("members", each.antenna, getattr(each, attribute))
            figures[key] = figures.get(key, 0) + 1
            own[key] = own.get(key, 0) + each.own
    return Table(frame, period, figures, own)


def _favours(world: World, period: Period) -> Table:
    helps = [each for each in world.helps if each.done_on in period]
    figures, own = {}, {}
    for antenna in ANTENNAS:
        for group in (*CATEGORIES, ALL):
            here = [
                each for each in helps
                if world.people[each.giver].antenna == antenna and group in (each.category, ALL)
            ]  # fmt: skip
            for kind, people in (
                ("givers", {e.giver for e in here}),
                ("receivers", {e.receiver for e in here}),
            ):
                figures[kind, antenna, group] = len(people)
                own[kind, antenna, group] = sum(world.people[n].own for n in people)
            if group != ALL:
                figures[MINUTES, antenna, group] = sum(e.minutes for e in here)
                own[MINUTES, antenna, group] = sum(e.minutes for e in here if world.people[e.giver].own)
                figures[THINGS, antenna, group] = len(here)
                own[THINGS, antenna, group] = sum(world.people[e.giver].own for e in here)
    return Table(BY_CATEGORY, period, figures, own, _dominated(world, helps))


def _dominated(world: World, helps: list[Help]) -> frozenset[tuple[str, str]]:
    found = set()
    for area, antennas in AREAS.items():
        for group in (*CATEGORIES, ALL):
            minutes: dict[int, int] = {}
            things: dict[int, int] = {}
            for each in helps:
                if world.people[each.giver].antenna in antennas and group in (each.category, ALL):
                    minutes[each.giver] = minutes.get(each.giver, 0) + each.minutes
                    things[each.giver] = things.get(each.giver, 0) + 1
            if is_dominated(list(minutes.values())) or is_dominated(list(things.values())):
                found.add((area, group))
    return frozenset(found)


def to_base(draft, base):
    """The same figures rounded to another base of people and hours; 1 is exact. For what must be caught."""
    figures = {}
    for (measure, cell), figure in draft.figures.items():
        unit = base if measure != MINUTES or base == 1 else 60 * base
        value = draft.table.true_figure(measure, cell)
        shown = Figure(Sign.SHOWN, unit * ((value + unit // 2) // unit))
        figures[measure, cell] = shown if figure.sign is Sign.SHOWN else figure
    return replace(draft, figures=figures)
