"""Kinds of help of an antenna's own: added, named again, and found back in asks, offers and favours."""

import re

import pytest
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.models.antenna import Antenna
from timebank.services.asking.ask_guesses import understand_ask
from timebank.uow import reading

HOME = "antennas/heembeek/kinds"
SINGING = {"name_nl": "Samen zingen", "name_fr": "Chanter ensemble"}
CODE = "own_samen_zingen"


@pytest.fixture
def world(app) -> World:
    return make_world(now())


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    check_page(client, f"/{language}/{HOME}", language)
    client.post(f"/en/{HOME}/new", data=SINGING)
    for page in (HOME, f"{HOME}/new", f"{HOME}/{CODE}/change", "antennas/heembeek"):
        check_page(client, f"/{language}/{page}", language)


def test_a_kind_of_our_own_is_chosen_and_keeps_its_name_when_it_goes_out_of_use(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    refused = client.post(f"/en/{HOME}/new", data={"name_fr": " "})
    assert refused.status_code == 422
    assert client.post(f"/en/{HOME}/new", data=SINGING).status_code == 302
    again = client.post(f"/en/{HOME}/new", data=SINGING | {"name_en": "Singing"})
    assert again.status_code == 422
    assert 'value="Singing"' in again.text
    sign_in(client, world, "ben")
    form = client.get("/fr/favours/new?side=got").text
    assert "Chanter ensemble" in form
    told = {"side": "got", "neighbours": world.members["ana"], "when-when": "today", "time-choice": "60"}
    told |= {"category": CODE, "member": world.members["ben"]}
    check = client.post("/fr/favours/new", data=told)
    assert "Chanter ensemble" in check.text
    booked = client.post("/fr/favours/new", data=told | {"checked": "yes"}, follow_redirects=True)
    assert "Chanter ensemble" in booked.text
    sign_in(client, world, "cora")
    retired = SINGING | {"version": "1", "retired": "y"}
    assert client.post(f"/en/{HOME}/{CODE}/change", data=retired).status_code == 302
    assert "out of use" in client.get(f"/en/{HOME}").text
    sign_in(client, world, "ben")
    assert "Samen zingen" not in client.get("/nl/favours/new?side=got").text
    for page in ("favours", "hours"):
        assert "amen zingen" in client.get(f"/nl/{page}").text, page


def test_words_for_an_own_kind_are_kept_and_understood_in_an_ask(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=SINGING | {"words_nl": "koor\r\nliedjes\r\n", "words_fr": ""})
    assert "koor, liedjes" in client.get(f"/en/{HOME}").text
    assert "liedjes</textarea>" in client.get(f"/en/{HOME}/{CODE}/change").text
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        found = understand_ask(session, antenna, "Wie heeft zin in liedjes?", today=world.today)
    assert found.details.category == CODE


def test_a_stale_save_keeps_what_was_typed(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=SINGING)
    address = f"/en/{HOME}/{CODE}/change"
    assert client.post(address, data=SINGING | {"version": "1", "name_en": "A choir"}).status_code == 302
    late = client.post(address, data=SINGING | {"version": "1", "name_en": "Singing"})
    assert late.status_code == 412
    assert 'value="Singing"' in late.text
    assert client.get(f"/en/{HOME}/visit/change").status_code == 404


def test_another_antenna_s_kinds_are_none_of_ours(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=SINGING)
    sign_in(client, world, "dov")
    assert client.get(f"/en/{HOME}").status_code == 404
    assert client.get(f"/en/antennas/marolles/kinds/{CODE}/change").status_code == 404
    assert "Chanter ensemble" not in client.get("/fr/favours/new?side=gave").text


def test_what_was_refused_can_be_sent_again_when_it_is_right(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=SINGING)
    token = token_in(client.get(f"/en/{HOME}/new").text)
    refused = client.post(f"/en/{HOME}/new", data=SINGING | {"request_token": token})
    assert refused.status_code == 422
    other = {"name_nl": "Samen dansen", "request_token": token_in(refused.text)}
    assert client.post(f"/en/{HOME}/new", data=other).status_code == 302


def token_in(page: str) -> str:
    """The token that a form of this page is sent with."""
    found = re.search(r'name="request_token"[^>]*value="([^"]+)"', page)
    assert found is not None
    return found[1]
