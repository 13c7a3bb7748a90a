"""Areas in which figures are told: streets merged upwards by their homes, and the tables of a year by them."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from tests.unit.services.releasing import busy_year
from tests.unit.services.test_release_own import say_yes
from timebank.domain.release_states import ReleaseStep
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.member import Member, Person
from timebank.models.release import Release
from timebank.orm import table_of
from timebank.participation.catalogue import ELSEWHERE, GIVERS, MEMBERS, RECEIVERS, WHOLE
from timebank.participation.disclosure.figures import Figure, Sign
from timebank.participation.disclosure.storing import drafts_from
from timebank.participation.disclosure.tables import ALL, MINUTES, Table
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.measuring.population import import_population
from timebank.services.measuring.sectors import ToldAreas, import_sectors, told_areas
from timebank.services.telling.release_lists import check_releases
from timebank.services.telling.release_tables import tables_of
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.sheets.reading import read_sheet
from timebank.uow import reading, transact

YEAR = year_of(2025)
LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
HOMES = """Sector;Deel van;Inwoners;Woningen;Bron;Jaar
West;;900;400;Statbel;2024
Kanaal;;700;300;Statbel;2024
Haven;;40;20;Statbel;2024
"""
SECTORS = "Straat;Sector\nBergstraat;West\nBosstraat;west\nKaai;Kanaal\nDok;Haven\n"


def bring_in(world: World, homes: str = HOMES, sectors: str = SECTORS) -> None:
    cora = world.actor("cora")
    for content, service in ((homes, import_population), (sectors, import_sectors)):
        if content:
            sheet = read_sheet(content.encode(), "sheet.csv")
            transact(service, world.antenna, sheet, actor=cora, now=NOW)


def areas(world: World, year: int = 2025) -> ToldAreas:
    with reading() as session:
        return told_areas(session, world.antenna, year=year)


def street_of(session: Session, world: World, *, first_number: int = 1000) -> list[int]:
    """Sixty neighbours who help one another: thirty in Bergstraat, twenty-four on the Kaai, and six elsewhere."""
    members = busy_year(session, world.antenna, 2025, people=60, first_number=first_number)
    people = table_of(Person)
    for place, member in enumerate(members):
        street = "bergstraat " if place < 30 else "KAAI" if place < 54 else "Verweg"
        owner = select(Member.person_id).where(Member.id == member).scalar_subquery()
        session.execute(update(people).where(people.c.id == owner).values(street=street))
    return members


def tables(world: World, period: Period = YEAR) -> dict[str, Table]:
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        return {each.frame.name: each for each in tables_of(session, antenna, period)}


def told(world: World, period: Period) -> Release:
    made = transact(prepare_release, world.antenna, period, actor=world.actor("cora"), now=LATER)
    return transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=world.actor("cora"), now=LATER)


def figures(release: Release, name: str) -> dict[object, Figure]:
    drafts = drafts_from(release.contents["tables"], release.truths)
    return dict(next(each for each in drafts if each.table.frame.name == name).figures)


def test_a_street_is_told_in_its_sector_and_a_small_sector_nowhere(world: World) -> None:
    bring_in(world)
    found = areas(world)
    assert found.names == ("Kanaal", "West")
    streets = ("Bergstraat", " bosstraat", "KAAI", "Dok", "Verweg", "")
    assert [found.area_of(each) for each in streets] == [
        "West", "West", "Kanaal", ELSEWHERE, ELSEWHERE, ELSEWHERE,
    ]  # fmt: skip


def test_a_sector_with_few_homes_goes_up_to_what_lies_around_it(world: World) -> None:
    bring_in(world, HOMES.replace("Haven;;", "Haven;kanaalzone;").replace("Kanaal;;", "Kanaal;Kanaalzone;"))
    found = areas(world)
    assert found.names == ("Kanaalzone", "West")
    assert (found.area_of("Dok"), found.area_of("Kaai")) == ("Kanaalzone", "Kanaalzone")


def test_figures_of_a_later_year_say_nothing_of_an_earlier_one(world: World) -> None:
    bring_in(world)
    assert areas(world, 2023).names == ()


@pytest.mark.parametrize(
    ("homes", "sectors"),
    [("", SECTORS), (HOMES, ""), (HOMES, "Straat;Sector\nBergstraat;West\n")],
    ids=["no homes", "no sectors", "one sector"],
)
def test_without_two_areas_nothing_is_told_by_area(world: World, homes: str, sectors: str) -> None:
    bring_in(world, homes, sectors)
    assert areas(world).names == ()
    assert not {"members_by_area", "favours_by_area"} & set(tables(world))


def test_a_circle_of_areas_ends(world: World) -> None:
    bring_in(world, HOMES.replace("West;;", "West;Kanaal;").replace("Kanaal;;", "Kanaal;West;"))
    assert set(areas(world).names) <= {"Kanaal", "West"}


def test_people_are_counted_where_they_live_and_all_areas_are_the_whole(world: World) -> None:
    transact(street_of, world)
    bring_in(world)
    found = tables(world)
    members, favours, whole = found["members_by_area"], found["favours_by_area"], found["favours"]
    by_area = {area: members.true_figure(MEMBERS, (WHOLE, area)) for area in ("West", "Kanaal", ALL)}
    assert (by_area["West"], by_area["Kanaal"]) == (30, 24)
    assert by_area[ALL] == found["members_by_language"].true_figure(MEMBERS, (WHOLE, ALL))
    assert favours.true_figure(GIVERS, ("West", ALL)) == 30
    assert favours.true_figure(MINUTES, ("Kanaal", ALL)) == 24 * 4 * 60
    for measure in (GIVERS, RECEIVERS, MINUTES):
        for group in (*whole.frame.groups, ALL):
            parts = sum(favours.true_figure(measure, (area, group)) for area in favours.frame.areas)
            assert parts == whole.true_figure(measure, (WHOLE, group))
    assert "favours_by_area" not in tables(world, quarter_of(2025, 2))


def test_a_year_tells_its_areas_through_the_gate(world: World) -> None:
    transact(street_of, world)
    bring_in(world)
    release = told(world, year_of(2025))
    favours = figures(release, "favours_by_area")
    assert favours[GIVERS, ("West", ALL)] == Figure(Sign.SHOWN, 30)
    assert favours[GIVERS, (ELSEWHERE, ALL)].value is None
    assert favours[GIVERS, ("Kanaal", ALL)].sign in (Sign.SHOWN, Sign.WITHHELD)
    assert figures(release, "members_by_area")[MEMBERS, (WHOLE, "West")].sign in (Sign.SHOWN, Sign.WITHHELD)
    with reading() as session:
        assert check_releases(session) == []


def test_what_the_quarters_told_stays_true_of_the_areas_whomever_the_partner_knows(world: World) -> None:
    members = transact(street_of, world)
    bring_in(world)
    for number in (1, 2, 3, 4):
        told(world, quarter_of(2025, number))

    def take_back(session: Session) -> None:
        favours = table_of(Favour)
        session.execute(
            update(favours)
            .where(favours.c.antenna_id == world.antenna, favours.c.done_on < date(2025, 2, 13))
            .values(state="reversed")
        )

    transact(take_back)
    transact(say_yes, members[:12])
    drafts = drafts_from((release := told(world, year_of(2025))).contents["tables"], release.truths)
    by_name = {each.table.frame.name: each.table for each in drafts}
    for measure in (GIVERS, RECEIVERS, MINUTES):
        for group in (*by_name["favours"].frame.groups, ALL):
            fine = by_name["favours_by_area"]
            parts = sum(fine.true_figure(measure, (area, group)) for area in fine.frame.areas)
            assert parts == by_name["favours"].true_figure(measure, (WHOLE, group))
