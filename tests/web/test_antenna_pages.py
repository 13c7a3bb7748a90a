"""Changing what stands on every page of an antenna."""

import re

import pytest
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.domain.rules import DEFAULTS, RULE_NAMES, format_rule
from timebank.services.network.rules import rules_of
from timebank.uow import reading


def test_a_coordinator_changes_what_stands_on_every_page(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.get("/en/antennas/heembeek/change").text
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version is not None
    told = {
        "version": version[1],
        "name": "Heembeek",
        "phone": "02 999 88 77",
        "languages": ["nl", "fr", "en"],
        "hours_nl": "dinsdag 9-12 u",
        "streets": "Kerkstraat\nPastoriestraat\n",
        "postal_codes": "1120, 1130",
    }
    assert client.post("/en/antennas/heembeek/change", data=told).status_code == 302
    shown = client.get("/nl/antennas/heembeek").text
    for words in ("02 999 88 77", "dinsdag 9-12 u", "Pastoriestraat", "1130"):
        assert words in shown
    late = client.post("/en/antennas/heembeek/change", data=told | {"phone": "02 111 11 11"})
    assert late.status_code == 412
    assert "02 111 11 11" in late.text
    assert "02 111 11 11" not in client.get("/nl/antennas/heembeek").text


def test_a_street_gets_its_place_as_a_map_shows_it_and_keeps_it(client: FlaskClient, world: World):
    sign_in(client, world, "cora")

    def save(streets: str) -> str:
        version = re.search(r'name="version" value="(\d+)"', client.get("/en/antennas/heembeek/change").text)
        assert version is not None
        told = {"version": version[1], "name": "Heembeek", "languages": ["nl"], "streets": streets}
        return client.post("/en/antennas/heembeek/change", data=told).text

    assert "Write the place as a map shows it" in save("Kruisberg; near the church")
    save("Kruisberg; 50.9012, 4.3861\nTrassersweg")
    assert "Kruisberg; 50.90" in client.get("/en/antennas/heembeek/change").text
    save("Kruisberg\nTrassersweg")
    assert "Kruisberg; 50.90" in client.get("/en/antennas/heembeek/change").text
    assert "50.90" not in client.get("/en/antennas/heembeek").text


def test_an_antenna_without_name_or_language_is_refused(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    told = {"version": "1", "name": "", "hours_nl": "dinsdag"}
    answer = client.post("/en/antennas/heembeek/change", data=told)
    assert answer.status_code == 422
    assert "dinsdag" in answer.text
    assert client.post("/en/antennas/heembeek/change", data=told | {"name": "H"}).status_code == 422


@pytest.mark.parametrize("name", RULE_NAMES)
def test_every_rule_says_in_words_what_holds_and_can_be_decided_again(
    client: FlaskClient, world: World, name: str
):
    sign_in(client, world, "cora")
    stored = format_rule(getattr(DEFAULTS, name))
    page = client.get("/en/antennas/heembeek/rules").text
    assert "quarter_up" not in page
    assert "-600" not in page
    address = f"/en/antennas/heembeek/rules/{name}"
    form = client.get(address).text
    typed = re.search(r'<input[^>]*name="value"[^>]*value="([^"]*)"[^>]* checked', form) or re.search(
        r'name="value"[^>]*value="([^"]*)"', form
    )
    assert typed is not None
    told = {"value": typed[1], "decided_on": "1/11/2026", "decided_by": "The board"}
    assert client.post(address, data=told).status_code == 302
    with reading() as session:
        assert format_rule(getattr(rules_of(session, world.antenna), name)) == stored
    page = client.get("/en/antennas/heembeek/rules").text
    assert "1 November 2026" in page
    assert "The board" in page


def test_a_floor_is_said_in_hours_and_a_wrong_answer_comes_back(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    address = "/en/antennas/heembeek/rules/floor_minutes"
    told = {"value": "12u30", "decided_on": "1/11/2026", "decided_by": "The board"}
    assert client.post(address, data=told).status_code == 302
    with reading() as session:
        assert rules_of(session, world.antenna).floor_minutes == -750
    for wrong in ({"value": "a lot"}, {"value": "99999"}, {"decided_by": ""}, {"decided_on": "1/1/2099"}):
        answer = client.post(address, data=told | wrong)
        assert answer.status_code == 422, wrong
        assert str({**told, **wrong}["value"]) in answer.text
    assert client.get("/en/antennas/heembeek/rules/nothing").status_code == 404
