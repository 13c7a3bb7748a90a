"""Changing what stands on every page of an antenna."""

import re

from flask.testing import FlaskClient

from tests.factories import World, sign_in


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


def test_an_antenna_without_name_or_language_is_refused(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    told = {"version": "1", "name": "", "hours_nl": "dinsdag"}
    answer = client.post("/en/antennas/heembeek/change", data=told)
    assert answer.status_code == 422
    assert "dinsdag" in answer.text
    assert client.post("/en/antennas/heembeek/change", data=told | {"name": "H"}).status_code == 422
