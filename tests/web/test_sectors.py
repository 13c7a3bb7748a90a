"""Sectors by the page and by the command: looked at first, then kept; members by sector on the page of figures."""

import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.unit.services.test_sectors import PEOPLE, SHEET, living_in, sheet
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.services.measuring.population import import_population
from timebank.services.measuring.sectors import import_sectors, sectors_of
from timebank.uow import reading, transact

ADDRESS = "/en/antennas/heembeek/sectors"
BAD = SHEET + "Zennestraat;Buda\n"


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def file(content: str) -> dict[str, object]:
    return {"file": (io.BytesIO(content.encode()), "sectors.csv")}


def carried(html: str) -> str:
    found = re.search(r'name="carried" value="([^"]*)"', html)
    assert found is not None
    return unescape(found[1])


def kept(world: World) -> int:
    with reading() as session:
        found = sectors_of(session, world.antenna, actor=world.actor("cora"))
    return sum(map(len, found.values()))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_is_whole_with_and_without_sectors(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    page = ADDRESS.replace("/en/", f"/{language}/")
    check_page(client, page, language)
    seen = client.post(page, data=file(BAD)).text
    client.post(page, data={"carried": carried(seen), "checked": "yes"})
    check_page(client, page, language)
    check_page(client, f"/{language}/antennas/heembeek/participation", language)


def test_a_sheet_is_looked_at_and_then_kept_once(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    seen = client.post(ADDRESS, data=file(BAD)).text
    assert "Row 5 puts this street in another sector." in seen
    assert kept(world) == 0
    sent = {"carried": carried(seen), "checked": "yes", "request_token": "one"}
    for _twice in range(2):
        assert client.post(ADDRESS, data=sent).status_code == 302
    assert kept(world) == 3
    assert "Kruisberg, Trassersweg" in client.get(ADDRESS).text


@pytest.mark.parametrize("content", ["Straat;Inwoners\nPlein;5\n", ""])
def test_a_sheet_that_is_none_is_told_at_its_field(client: FlaskClient, world: World, content: str) -> None:
    sign_in(client, world, "cora")
    answer = client.post(ADDRESS, data=file(content))
    assert answer.status_code == 422
    assert "Something is not right yet" in answer.text


def test_members_by_sector_stand_beside_who_lives_there_for_the_coordinator_alone(
    client: FlaskClient, world: World
) -> None:
    cora = world.actor("cora")
    transact(import_sectors, world.antenna, sheet(), actor=cora, now=world.now)
    transact(import_population, world.antenna, sheet(PEOPLE), actor=cora, now=world.now)
    transact(living_in, world, {"ana": "Kruisberg", "ben": "Zennestraat"})
    for name, told in (("cora", True), ("tess", False)):
        sign_in(client, world, name)
        page = client.get("/en/antennas/heembeek/participation").text
        assert ("Members by sector" in page) is told
        assert ("Compared with who lives there" in page) is told


def test_the_command_looks_first_and_then_keeps(app: Flask, world: World, tmp_path: Path) -> None:
    path = tmp_path / "sectors.csv"
    path.write_text(BAD)
    words = ["import", "sectors", str(path), "--antenna", "heembeek", "--json"]
    for more, expected in ((["--dry-run"], 0), ([], 3)):
        told = app.test_cli_runner().invoke(args=words + more)
        assert told.exit_code == 0, told.output
        report = json.loads(told.stdout)
        assert (report["rows"], report["posted"]) == (5, 3)
        assert [fault["code"] for fault in report["faults"]] == ["street_twice"]
        assert kept(world) == expected
