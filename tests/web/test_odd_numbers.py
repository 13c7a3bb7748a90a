"""Numbers that a form or an address holds are asked for kindly, whatever someone writes into them."""

import pytest
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of

ODD = ["\u00b2", "\u0662", "-1", "99999999999999999999", "3000000000", "1e9", ""]
ADDRESSES = [
    "/en/members?antenna=heembeek&words={}",
    "/en/asks/new?antenna={}",
    "/en/asks/new?who={}",
    "/en/favours/new?side=others&antenna={}",
    "/en/favours/new?member={}",
    "/en/antennas/heembeek/books/year?year={}",
]


@pytest.mark.parametrize("number", ODD)
def test_an_odd_number_in_an_address_breaks_no_page(client: FlaskClient, world: World, number: str) -> None:
    sign_in(client, world, "cora")
    for address in ADDRESSES:
        assert client.get(address.format(number)).status_code in {200, 404, 422}, address


@pytest.mark.parametrize("number", ODD)
def test_an_odd_number_in_a_hidden_field_breaks_no_form(
    client: FlaskClient, world: World, number: str
) -> None:
    uid = ask_of(world, "ben")
    sign_in(client, world, "cora")
    told = {"member": number, "minute": number, "channel": "phone", "day": ""}
    assert client.post(f"/en/asks/{uid}/propose", data=told).status_code < 500
    told = {
        "words": "A lift",
        "who": "Ben",
        "channel": "phone",
        "understood": "yes",
        "urgency": number or "9",
    }
    assert client.post("/en/asks/new", data=told | {"category": "lift", "antenna": number}).status_code < 500


def test_a_minute_that_no_day_has_breaks_no_form(client: FlaskClient, world: World) -> None:
    uid = ask_of(world, "ben")
    sign_in(client, world, "cora")
    told = {"member": str(world.members["ana"]), "minute": "99999", "channel": "phone", "day": ""}
    assert client.post(f"/en/asks/{uid}/propose", data=told).status_code < 500
