"""Streets and their sectors, from sheets and on both databases; members by sector, beside who lives there."""

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.extensions import db
from timebank.models.member import Member, Person
from timebank.orm import table_of
from timebank.participation.indicators import TakingPart
from timebank.participation.periods import year_of
from timebank.services.measuring.participation import participation_of
from timebank.services.measuring.participation_members import member_facts
from timebank.services.measuring.participation_scope import scope_of_antenna, scope_of_network
from timebank.services.measuring.population import import_population, inhabitants_beside
from timebank.services.measuring.sectors import import_sectors, look_at_sectors, sectors_of
from timebank.sheets.reading import Sheet, read_sheet
from timebank.uow import reading, transact

YEAR = year_of(NOW.year)
SHEET = """Straat;Statistische sector
Kruisberg;Heembeek-West
KRUISBERG;heembeek-west
Trassersweg;Heembeek-West
Zennestraat;Kanaal
"""
PEOPLE = """Sector;Inwoners;Bron;Jaar
Heembeek-West;300;Statbel;2025
Kanaal;100;Statbel;2025
"""


def sheet(content: str = SHEET) -> Sheet:
    return read_sheet(content.encode(), "sectoren.csv")


def brought_in(world: World, content: str = SHEET, by: str = "cora") -> int:
    return transact(import_sectors, world.antenna, sheet(content), actor=world.actor(by), now=NOW)


def kept(world: World) -> dict[str, tuple[str, ...]]:
    with reading() as session:
        return dict(sectors_of(session, world.antenna, actor=world.actor("cora")))


def living_in(session: Session, world: World, streets: dict[str, str]) -> None:
    """These live in these streets; all others nowhere."""
    people = table_of(Person)
    session.execute(update(people).values(street=""))
    for name, street in streets.items():
        session.execute(update(people).where(people.c.id == world.people[name]).values(street=street))


def taking_part(world: World, by: str = "cora") -> TakingPart:
    with reading() as session:
        beside = inhabitants_beside(session, world.antenna, year=NOW.year)
        scope = scope_of_antenna(session, world.antenna)
        actor = world.actor(by)
        return participation_of(session, scope, YEAR, actor=actor, now=NOW, beside=beside).taking_part


def test_each_street_is_kept_once_and_a_new_sheet_replaces_the_old_one(world: World) -> None:
    assert brought_in(world) == 3
    assert kept(world) == {"Heembeek-West": ("Kruisberg", "Trassersweg"), "Kanaal": ("Zennestraat",)}
    assert brought_in(world, "Rue;Secteur\nZennestraat;Buda\n") == 1
    assert kept(world) == {"Buda": ("Zennestraat",)}


def test_what_is_wrong_is_said_row_by_row(world: World) -> None:
    content = SHEET + ";Kanaal\nPlein;\nZennestraat;Buda\n\n"
    with reading() as session:
        look = look_at_sectors(session, world.antenna, sheet(content), actor=world.actor("cora"))
    assert (look.count, len(look.rows)) == (7, 3)
    assert [(each.row, each.code) for each in look.faults] == [
        (6, "street_missing"),
        (7, "sector_missing"),
        (8, "street_twice"),
    ]


@pytest.mark.parametrize(
    ("content", "code"), [("Straat\nPlein\n", "sector_columns"), ("Straat;Sector\n;\n", "nothing_to_add")]
)
def test_a_sheet_that_says_nothing_is_refused(world: World, content: str, code: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        brought_in(world, content)
    assert refused.value.error_code == code


@pytest.mark.parametrize("name", ["ana", "ann", "tess", "pia", "dov", "olga"])
def test_sectors_are_for_the_antenna_s_own_coordinators(world: World, name: str) -> None:
    with pytest.raises((NotAllowedError, NotFoundError)):
        brought_in(world, by=name)
    with reading() as session, pytest.raises((NotAllowedError, NotFoundError)):
        sectors_of(session, world.antenna, actor=world.actor(name))


def test_members_are_counted_by_sector_beside_who_lives_there(world: World) -> None:
    brought_in(world)
    transact(import_population, world.antenna, sheet(PEOPLE), actor=world.actor("cora"), now=NOW)
    transact(living_in, world, {"ana": "  kruisberg", "ben": "Zennestraat", "cora": "Plein"})
    found = taking_part(world)
    assert (found.by_sector["Heembeek-West"], found.by_sector["Kanaal"]) == (1, 1)
    assert sum(found.by_sector.values()) == found.enrolled
    assert found.parity["sector"]["Heembeek-West"] == pytest.approx(0.5 / 0.75)
    assert found.parity["sector"]["Kanaal"] == pytest.approx(0.5 / 0.25)


def test_without_a_sheet_there_are_no_sectors_and_no_parity(world: World) -> None:
    found = taking_part(world)
    assert (found.by_sector, dict(found.parity), found.coverage) == ({}, {}, None)


def test_a_treasurer_gets_no_figures_of_groups(world: World) -> None:
    brought_in(world)
    transact(import_population, world.antenna, sheet(PEOPLE), actor=world.actor("cora"), now=NOW)
    found = taking_part(world, by="tess")
    assert (found.by_sector, dict(found.parity), found.coverage) == ({}, {}, None)


def test_a_street_is_another_one_in_another_antenna(world: World) -> None:
    brought_in(world)
    transact(living_in, world, dict.fromkeys(world.people, "Kruisberg"))
    with reading() as session:
        scope = scope_of_network(session)
        facts = member_facts(session, scope, YEAR)
        here = set(session.scalars(select(Member.id).where(Member.antenna_id == world.antenna)))
    assert {each.sector for each in facts if each.member_id in here} == {"Heembeek-West"}
    assert {each.sector for each in facts if each.member_id not in here} <= {""}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE street_sector SET street_key = ''",
        "UPDATE street_sector SET sector = ''",
        "UPDATE street_sector SET street_key = 'kruisberg'",
    ],
)
def test_a_database_shell_keeps_no_nameless_street_and_none_twice(world: World, statement: str) -> None:
    brought_in(world)
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))
