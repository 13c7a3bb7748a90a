"""Population figures by the page and by the command: looked at first, then kept."""

import io
import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.unit.services.test_population import SHEET
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.services.measuring.population import population_of
from timebank.uow import reading

ADDRESS = "/en/antennas/heembeek/population"
BAD = SHEET + "Plein;;Klingon;;;5;;BISA;2025\n"


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def file(content: str, name: str = "people.csv") -> dict[str, object]:
    return {"file": (io.BytesIO(content.encode()), name)}


def carried(html: str) -> str:
    from html import unescape

    found = re.search(r'name="carried" value="([^"]*)"', html)
    assert found is not None
    return unescape(found[1])


def is_kept(world: World) -> bool:
    with reading() as session:
        return population_of(session, world.antenna, year=2026) is not None


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_is_whole_with_and_without_figures(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    page = ADDRESS.replace("/en/", f"/{language}/")
    check_page(client, page, language)
    seen = client.post(page, data=file(BAD)).text
    client.post(page, data={"carried": carried(seen), "checked": "yes"})
    check_page(client, page, language)


def test_a_sheet_is_looked_at_and_then_kept_once(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    seen = client.post(ADDRESS, data=file(BAD)).text
    assert "Is this right?" in seen
    assert "know the language “Klingon”" in seen
    assert not is_kept(world)
    sent = {"carried": carried(seen), "checked": "yes", "request_token": "one"}
    for _twice in range(2):
        assert client.post(ADDRESS, data=sent).status_code == 302
    shown = client.get(ADDRESS).text
    assert "People of 65 and older: 140" in shown
    assert "Zennestraat" in shown


@pytest.mark.parametrize(
    ("content", "words"),
    [("Street;Inhabitants\nPlein;5\n", "needs columns"), ("", "file"), ("\x00\x01", "file")],
)
def test_a_sheet_that_is_none_is_told_at_its_field(
    client: FlaskClient, world: World, content: str, words: str
) -> None:
    sign_in(client, world, "cora")
    answer = client.post(ADDRESS, data=file(content))
    assert answer.status_code == 422
    assert "Something is not right yet" in answer.text
    assert words in answer.text


def test_no_file_is_told(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    for data in ({}, {"checked": "yes"}, {"checked": "yes", "carried": "{"}):
        assert client.post(ADDRESS, data=data).status_code == 422


def test_the_command_looks_first_and_then_keeps(app: Flask, world: World, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(BAD)
    words = ["import", "population", str(path), "--antenna", "heembeek", "--json"]
    for more, expected in ((["--dry-run"], False), ([], True)):
        told = app.test_cli_runner().invoke(args=words + more)
        assert told.exit_code == 0, told.output
        report = json.loads(told.stdout)
        assert (report["rows"], report["posted"]) == (13, 12)
        assert [fault["code"] for fault in report["faults"]] == ["language_not_known"]
        assert is_kept(world) is expected
