"""What neighbours don't do, by the pages: whole in every language, told gently, and nothing typed lost."""

import pytest
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now

HOME = "antennas/heembeek/boundaries"
LADDERS = {"name_nl": "Ladders", "words_nl": "ladder\ngoot", "name_fr": "Échelles"}


@pytest.fixture
def world(app) -> World:
    return make_world(now())


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=LADDERS)
    client.post(f"/en/{HOME}/nursing/off")
    for page in (HOME, f"{HOME}/new", f"{HOME}/own_ladders/change", "antennas/heembeek"):
        check_page(client, f"/{language}/{page}", language)


def test_a_coordinator_adds_one_and_everybody_reads_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    refused = client.post(f"/en/{HOME}/new", data=LADDERS | {"words_nl": ""})
    assert refused.status_code == 422
    assert 'value="Échelles"' in refused.text
    assert client.post(f"/en/{HOME}/new", data=LADDERS).status_code == 302
    assert client.post(f"/en/{HOME}/nursing/off").status_code == 302
    listed = client.get(f"/en/{HOME}").text
    assert "off the list" in listed
    assert "Cora Peeters: Ladders" in listed
    sign_in(client, world, "ana")
    for page in ("antennas/heembeek", f"{HOME}/card"):
        shown = client.get(f"/fr/{page}").text
        assert "Échelles" in shown
        assert "infirm" not in shown


def test_a_stale_save_keeps_what_was_typed(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=LADDERS)
    address = f"/en/{HOME}/own_ladders/change"
    assert client.post(address, data=LADDERS | {"version": "1", "name_en": "Ladders"}).status_code == 302
    late = client.post(address, data=LADDERS | {"version": "1", "name_en": "Climbing"})
    assert late.status_code == 412
    assert 'value="Climbing"' in late.text
    assert client.get(f"/en/{HOME}/nursing/change").status_code == 404
