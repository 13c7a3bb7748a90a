"""The directory and signals by the pages: whole in every language, one sheet of paper, nothing typed lost."""

import io
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.services.coordinating.signals import SignalDetails, tell_signal
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.directory_lists import CARD_MOST
from timebank.services.referring.directory_sheets import import_directory, look_at_directory
from timebank.sheets.reading import read_sheet
from timebank.uow import reading, transact

LONG = "Dienst voor thuisverpleging en gezinszorg van Neder-over-Heembeek"
ENTRY = {
    "name": "Zenne",
    "phone": "02 555 80 10",
    "kinds": "home_nursing",
    "on_card": "y",
    "hours_nl": "7-20 u",
}


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def service(world: World, name: str = "Zenne", *, shared: bool = False, **more: Any) -> str:
    details = EntryDetails(
        name=name, kinds=("home_nursing",), phone="02 555 80 10", hours={"nl": "x " * 40}, **more
    )
    actor = world.actor("cora", now=now())
    place = None if shared else world.antenna
    checked_on = network_day(now()) if more else None
    return str(transact(add_entry, place, details, checked_on=checked_on, actor=actor, now=now()).uid)


def told(world: World) -> str:
    details = SignalDetails("Curtains closed", about_member_id=world.members["ben"])
    return str(transact(tell_signal, world.antenna, details, actor=world.actor("ann"), now=now()).uid)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    entry, signal = service(world), told(world)
    more = {"languages": ("nl", "fr"), "website": "zenne.be", "area": "1120", "notes": "Ask for Els"}
    whole = service(world, "For everybody", shared=True, **more)
    for who, pages in {
        "ana": [
            "directory/heembeek",
            f"directory/entries/{entry}",
            "directory/heembeek?words=zene",
            "",
            f"directory/entries/{whole}",
        ],
        "ann": ["signals/heembeek", "signals/heembeek/new", ""],
        "cora": [
            "directory/heembeek?show=stale",
            "directory/heembeek?show=ended",
            "directory/heembeek/new",
            f"directory/entries/{entry}",
            f"directory/entries/{entry}/change",
            f"directory/entries/{whole}",
            f"directory/entries/{whole}/change",
            "signals/heembeek",
            "signals/heembeek/new",
            f"signals/told/{signal}",
            "",
        ],
    }.items():
        sign_in(client, world, who)
        for page in pages:
            check_page(client, f"/{language}/{page}", language)


def test_a_coordinator_adds_checks_ends_and_brings_back(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    page = client.post("/en/directory/heembeek/new", data={**ENTRY, "phone": "", "what": "Wound care"})
    assert page.status_code == 422
    assert "Write down a phone number" in page.text
    assert "Wound care" in page.text
    assert client.post("/en/directory/heembeek/new", data=ENTRY).status_code == 302
    listed = client.get("/en/directory/heembeek").text
    address = "/en/directory/entries/" + listed.split("/en/directory/entries/")[1][:36]
    for step, word in (("check", ""), ("end", "exists no longer"), ("reopen", "It exists no longer")):
        assert client.post(f"{address}/{step}").status_code == 302
        assert word in client.get(address).text
    sign_in(client, world, "ana")
    assert "Change this" not in client.get(address).text


def test_a_stale_save_shows_both_versions(client: FlaskClient, world: World) -> None:
    address = f"/en/directory/entries/{service(world)}/change"
    sign_in(client, world, "cora")
    assert client.post(address, data={**ENTRY, "version": "1", "phone": "106"}).status_code == 302
    late = client.post(address, data={**ENTRY, "version": "1", "phone": "107"})
    assert late.status_code == 412
    assert ">106<" in late.text
    assert 'value="107"' in late.text


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_the_card_is_one_sheet_however_long_the_names(
    client: FlaskClient, world: World, letters: str
) -> None:
    for number in range(CARD_MOST["normal"] + 1):
        service(world, f"{LONG} {number}")
    sign_in(client, world, "ana")
    answer = client.get(f"/nl/directory/heembeek/pdf?letters={letters}")
    pages = PdfReader(io.BytesIO(answer.data)).pages
    assert len(pages) == 1
    assert "Er is nog meer" in pages[0].extract_text()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sheet_that_goes_out_comes_in_again(client, world: World, language: str, kind: str) -> None:
    service(world)
    sign_in(client, world, "cora")
    sheet = read_sheet(client.get(f"/{language}/directory/heembeek/{kind}").data, f"x.{kind}")
    cora, dov = (world.actor(name, now=now()) for name in ("cora", "dov"))
    with reading() as session:
        look = look_at_directory(session, world.antenna, sheet, None, actor=cora, now=now())
        assert (len(look.columns), len(look.rows), len(look.doubles)) == (16, 0, 1)
    marolles = world.antennas["marolles"]
    assert transact(import_directory, marolles, sheet, None, actor=dov, now=now()) == 1
    sign_in(client, world, "dia")
    assert "Zenne" in client.get("/en/directory/marolles").text


def test_a_signal_goes_its_way_by_the_pages(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ann")
    data = {"words": "Curtains closed", "about_words": "", "channel": "talk"}
    missing = client.post("/en/signals/heembeek/new", data=data)
    assert missing.status_code == 422
    assert "Curtains closed" in missing.text
    assert (
        client.post("/en/signals/heembeek/new", data=data | {"about_words": "Kruisberg 14"}).status_code
        == 302
    )
    assert "Kruisberg 14: Curtains closed" in client.get("/en/signals/heembeek").text
    sign_in(client, world, "cora")
    address = "/en/signals/told/" + client.get("/en/signals/heembeek").text.split("/en/signals/told/")[1][:36]
    assert client.post(f"{address}/line", data={"line": ""}).status_code == 422
    assert client.post(f"{address}/line", data={"line": "Rang twice"}).status_code == 302
    follow = {"version": "1", "assignee": str(world.people["carl"]), "after": "3"}
    assert client.post(f"{address}/follow", data=follow).status_code == 302
    assert client.post(f"{address}/follow", data=follow).status_code == 412
    assert "Rang twice" in client.get(address).text
    assert client.post(f"{address}/end", data={}).status_code == 422
    assert client.post(f"{address}/end", data={"outcome": "all_well"}).status_code == 302
    assert "The text is erased on" in client.get(address).text
    assert client.post(f"{address}/reopen").status_code == 302


def test_an_antenna_person_doesn_t_see_what_came_of_it(client: FlaskClient, world: World) -> None:
    uid = told(world)
    sign_in(client, world, "ann")
    page = client.get("/en/signals/heembeek").text
    assert "Curtains closed" in page
    assert uid not in page
    assert client.get(f"/en/signals/told/{uid}").status_code == 403


ROWS = "Naam;Telefoon;Soort\nZenne;02 555 80 10;thuisverpleging\nMaaltijden Nu;02 555 80 11;maaltijden\nZonder;;\n"


def test_a_sheet_is_looked_at_and_then_added_in_one_go(client: FlaskClient, world: World) -> None:
    service(world)
    sign_in(client, world, "cora")
    address = "/en/directory/heembeek/import"
    check_page(client, address, "en")
    look = client.post(address, data={"file": (io.BytesIO(ROWS.encode()), "kaart.csv")})
    assert look.status_code == 200
    for words in ("Maaltijden Nu", "Write down a phone number", "Stands there already"):
        assert words in look.text
    assert "Maaltijden Nu" not in client.get("/en/directory/heembeek").text
    kept = unescape(look.text.split('name="carried" value="')[1].split('"')[0])
    again = client.post(address, data={"carried": kept, "look": "yes", "column-phone": "1"})
    assert "which column is" in again.text
    added = client.post(address, data={"carried": kept, "checked": "yes", "request_token": "one"})
    assert added.status_code == 302
    listed = client.get("/en/directory/heembeek").text
    assert "1 service is added" in listed
    assert "Maaltijden Nu" in listed
    twice = client.post(address, data={"carried": kept, "checked": "yes", "request_token": "two"})
    assert "There is no row that can be added" in twice.text


@pytest.mark.parametrize("data", [{}, {"carried": "no sheet", "checked": "yes"}])
def test_without_a_sheet_nothing_is_added(client: FlaskClient, world: World, data: dict[str, str]) -> None:
    sign_in(client, world, "cora")
    answer = client.post("/nl/directory/heembeek/import", data=data)
    assert answer.status_code in (400, 422)
    assert "error-summary" in answer.text
