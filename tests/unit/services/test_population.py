"""Population figures, from sheets and on both databases: read as people write them, kept year by year."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import NOW, World
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import SYSTEM
from timebank.extensions import db
from timebank.participation.disclosure.merging import merge_small
from timebank.participation.reach import coverage, parity
from timebank.services.measuring.population import (
    Population,
    import_population,
    look_at_population,
    population_of,
    population_years,
)
from timebank.sheets.columns import guess_columns, missing_columns
from timebank.sheets.population import age_band_of, parse_population_rows
from timebank.sheets.reading import Sheet, read_sheet
from timebank.uow import reading, transact

SHEET = """Statistische sector;Deel van;Taal;Leeftijd;Geslacht;Inwoners;Woningen;Bron;Jaar
Heembeek;;;;;3.000;1 300;BISA;2025
Kruisberg;Heembeek;;;;1200;8;BISA;2025
Zennestraat;Heembeek;;;;1 800;790;BISA;2025
Kruisberg;Heembeek;Nederlands;;;300;;BISA;2025
Kruisberg;Heembeek;français;;;900;;BISA;2025
Zennestraat;Heembeek;nl;;;600;;BISA;2025
Kruisberg;Heembeek;;65-69;;50;;BISA;2025
Kruisberg;Heembeek;;70 tot 74;;40;;BISA;2025
Kruisberg;Heembeek;;75 – 84;;30;;BISA;2025
Kruisberg;Heembeek;;85 jaar en ouder;;20;;BISA;2025
Kruisberg;Heembeek;;60-70;;90;;BISA;2025
Kruisberg;Heembeek;;;vrouw;700;;BISA;2025
"""


def sheet(content: str = SHEET) -> Sheet:
    return read_sheet(content.encode(), "bevolking.csv")


def brought_in(world: World, content: str = SHEET, by: str = "cora") -> int:
    return transact(import_population, world.antenna, sheet(content), actor=world.actor(by), now=NOW)


def figures(world: World, year: int = 2026) -> Population | None:
    with reading() as session:
        return population_of(session, world.antenna, year=year)


def test_a_sheet_becomes_mappings_that_parity_coverage_and_merging_take(world: World) -> None:
    assert brought_in(world) == 12
    found = figures(world)
    assert found is not None
    assert (found.year, found.sources) == (2025, ("BISA",))
    assert found.inhabitants["area"] == {"Kruisberg": 1200, "Zennestraat": 1800}
    assert found.inhabitants["language"] == {"nl": 900, "fr": 900}
    assert found.inhabitants["age_band"] == {"65-74": 90, "75-84": 30, "85+": 20}
    assert found.inhabitants["gender_words"] == {"vrouw": 700}
    assert found.inhabitants_65 == 50 + 40 + 30 + 20
    assert coverage(7, found.inhabitants_65) == pytest.approx(0.05)
    assert parity({"nl": 3, "fr": 1}, found.inhabitants["language"]) == {"nl": 1.5, "fr": 0.5}
    assert merge_small(found.homes, found.part_of, least=10)["Kruisberg"] == "Heembeek"


def test_a_row_that_says_65_and_older_says_just_that(world: World) -> None:
    brought_in(world, SHEET + "Kruisberg;Heembeek;;65+;;150;;BISA;2025\n")
    found = figures(world)
    assert found is not None
    assert found.inhabitants_65 == 150


def test_a_new_sheet_replaces_its_year_and_leaves_the_others(world: World) -> None:
    for year in (2023, 2025):
        for _twice in range(2):
            brought_in(world, SHEET.replace("2025", str(year)))
    brought_in(world, "Wijk;Inwoners;Bron;Jaar\nPlein;5;Telling;2025\n")
    for year, found in ((2022, None), (2024, 2023), (2025, 2025), (2026, 2025)):
        kept = figures(world, year)
        assert (None if kept is None else kept.year) == found
    with reading() as session:
        years = population_years(session, world.antenna, actor=world.actor("cora"))
        assert years == ((2025, 1), (2023, 12))
        assert population_of(session, world.antennas["marolles"], year=2026) is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (";;;;;5;;BISA;2025", "area_missing"),
        ("Plein;;nl;65+;;5;;BISA;2025", "group_two"),
        ("Plein;;Klingon;;;5;;BISA;2025", "language_not_known"),
        ("Plein;;;oud;;5;;BISA;2025", "age_band_not_known"),
        ("Plein;;;84-75;;5;;BISA;2025", "age_band_not_known"),
        ("Plein;;;;;;;BISA;2025", "count_not_understood"),
        ("Plein;;;;;-5;;BISA;2025", "count_not_understood"),
        ("Plein;;;;;1.5;;BISA;2025", "count_not_understood"),
        ("Plein;;;;;99999999;;BISA;2025", "count_not_understood"),
        ("Plein;;;;;5;;;2025", "source_missing"),
        ("Plein;;;;;5;;BISA;", "year_not_known"),
        ("Plein;;;;;5;;BISA;2031", "year_not_known"),
        ("kruisberg;;;;;5;;BISA;2025", "figure_twice"),
    ],
)
def test_a_row_that_can_t_be_taken_says_why(row: str, code: str) -> None:
    told = sheet(SHEET + row + "\n")
    found = parse_population_rows(told, guess_columns(told.header, "population"), today=date(2026, 11, 23))
    assert (found.count, len(found.rows)) == (13, 12)
    assert [(fault.row, fault.code) for fault in found.faults] == [(14, code)]


@pytest.mark.parametrize(
    ("said", "band"),
    [("65+", "65+"), ("65 en ouder", "65+"), ("65 ans et plus", "65+"), ("0-17 jaar", "0-17"), ("", "")],
)
def test_ages_are_read_as_people_write_them(said: str, band: str) -> None:
    assert age_band_of(said) == band


def test_homes_are_counted_for_everybody_only() -> None:
    told = sheet(
        "Rue;Langue;Habitants;Logements;Source;Année\nPlace;fr;5;4;BISA;2025\nPlace;;9;4;BISA;2025\n"
    )
    columns = guess_columns(told.header, "population")
    assert missing_columns(columns, "population") == ()
    rows = parse_population_rows(told, columns, today=date(2026, 1, 1)).rows
    assert [row.homes for row in rows] == [None, 4]


def test_a_sheet_without_its_columns_or_without_a_good_row_is_refused(world: World) -> None:
    for content, code in (
        ("Wijk;Inwoners\nPlein;5\n", "population_columns"),
        ("Wijk;Inwoners;Bron;Jaar\nPlein;x;BISA;2025\n", "nothing_to_add"),
    ):
        with pytest.raises(InvalidInputError) as refused:
            brought_in(world, content)
        assert refused.value.error_code == code


def test_only_coordinators_and_the_operator_s_command_bring_figures_in(world: World) -> None:
    for name, error in (("ana", NotAllowedError), ("tess", NotAllowedError), ("dov", NotFoundError)):
        with pytest.raises(error):
            brought_in(world, by=name)
    with reading() as session:
        look = look_at_population(session, world.antenna, sheet(), actor=SYSTEM, now=NOW)
        assert (len(look.rows), look.replaced) == (12, 0)
    assert figures(world) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE population_figure SET inhabitants = -1",
        "UPDATE population_figure SET year = 1900",
        "UPDATE population_figure SET source = ''",
        "UPDATE population_figure SET group_name = 'nl' WHERE grouping = 'all'",
        "UPDATE population_figure SET homes = 3 WHERE grouping = 'language'",
        "UPDATE population_figure SET area = 'one', part_of = ''",
    ],
)
def test_a_database_shell_keeps_no_impossible_figure(world: World, statement: str) -> None:
    brought_in(world)
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))
