"""A second step that is required of everybody with a role, and one that is taken off after a talk."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, sign_in
from tests.web.stepping import DESK, START, STEP, Phone, by_password, codes_on, inside, set_up, step
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.models.antenna import RoleMandate
from timebank.models.audit import AuditEntry
from timebank.models.login import SecondFactor, SignedInBy
from timebank.services.signing_in.second_factor import begin_second_factor
from timebank.services.signing_in.tokens import create_token
from timebank.uow import reading, transact

SET_UP = "/en/second-step"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands still, so that digits don't change between two lines."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def required(app: Flask) -> None:
    """The operator asks a second step of everybody with a role."""
    settings = app.extensions["timebank_settings"]
    app.extensions["timebank_settings"] = replace(settings, staff_second_factor="required")


def audited(action: str) -> list[AuditEntry]:
    with reading() as session:
        return list(session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def reset_page(client: FlaskClient, name: str) -> str:
    """Where the operator's list leads for this person."""
    page = client.get("/en/staff").text
    found = re.search(rf'href="(/en/staff/\d+/second-step)">[^<]+<span class="hidden-text"> {name}', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", ["cora", "tess", "ann", "pia", "olga"])
def test_where_it_is_required_who_has_a_role_sets_it_up_before_anything_else(
    required, client: FlaskClient, world: World, name: str
):
    sign_in(client, world, name, SignedInBy.MAIL)
    for page in ("/en/", DESK, "/en/hours", "/en/password", "/en/antennas/heembeek"):
        assert client.get(page).location == SET_UP
    assert client.post("/en/password", data={"password": "a bench under the lime tree"}).location == SET_UP
    assert "everybody with a role" in client.get(SET_UP).text
    client.post("/en/second-step/begin")
    assert "everybody with a role" in client.get(SET_UP).text
    assert codes_on(client.post(SET_UP, data={"code": Phone(client).digits()}).text)
    assert client.get("/en/").status_code == 200
    assert "everybody with a role" not in client.get(SET_UP).text


def test_neighbours_cards_and_strangers_are_asked_nothing(required, client: FlaskClient, world: World):
    assert client.get("/en/").status_code == 200
    sign_in(client, world, "ana")
    assert client.get("/en/hours").status_code == 200
    sign_in(client, world, "cora", SignedInBy.CARD)
    assert client.get("/en/hours").status_code == 200


def test_whoever_is_led_there_can_sign_out_and_read_what_is_for_everybody(
    required, client: FlaskClient, world: World
):
    sign_in(client, world, "cora")
    for page in ("privacy", "accessibility", "sign-in", "sign-in/staff"):
        assert client.get(f"/en/{page}").status_code == 200
    assert client.post("/en/sign-out").location == "/en/"
    assert client.get("/en/").status_code == 200


def test_keys_rest_until_it_is_on(required, client: FlaskClient, world: World):
    ways = {}
    for name in ("cora", "ana"):
        _row, secret = transact(
            create_token, "x", ("members:read", "accounts:read"), actor=world.actor(name), now=now()
        )
        ways[name] = {"Authorization": f"Bearer {secret}"}
    address = f"/api/v1/members/{world.uids['ana']}"
    refused = client.get(address, headers=ways["cora"])
    assert refused.status_code == 403
    assert refused.json["code"] == "second_factor_missing"
    assert client.get(address, headers=ways["ana"]).status_code == 200
    set_up(client, world)
    assert client.get(address, headers=ways["cora"]).status_code == 200


def test_who_switches_it_off_is_led_back(required, client: FlaskClient, world: World):
    sign_in(client, world, "cora", SignedInBy.MAIL)
    client.post("/en/second-step/begin")
    codes = codes_on(client.post(SET_UP, data={"code": Phone(client).digits()}).text)
    assert client.post("/en/second-step/off", data={"code": codes[0]}).status_code == 302
    assert client.get(DESK).location == SET_UP


def test_the_operator_takes_it_off_and_they_are_signed_out_everywhere(
    app: Flask, client: FlaskClient, world: World
):
    _phone, codes = set_up(client, world)
    theirs = app.test_client()
    by_password(theirs)
    step(theirs, codes[0])
    assert inside(theirs)
    sign_in(client, world, "olga")
    address = reset_page(client, "Cora Peeters")
    assert "call them on a number" in client.get(address).text
    with reading() as session:
        assert session.scalars(select(SecondFactor)).one()
    for _ in range(2):
        assert client.post(address).location == "/en/staff"
    assert (
        "second step" not in client.get("/en/staff").text.partition("<h1")[2].partition("Let someone in")[2]
    )
    assert not inside(theirs)
    assert by_password(theirs).location == "/en/"
    assert [each.actor_id for each in audited("reset_second_factor")] == [world.people["olga"]]


def test_half_way_in_when_it_is_taken_off_one_begins_again(app: Flask, client: FlaskClient, world: World):
    _phone, codes = set_up(client, world)
    theirs = app.test_client()
    by_password(theirs)
    sign_in(client, world, "olga")
    client.post(reset_page(client, "Cora Peeters"))
    assert step(theirs, codes[0]).location == "/en/sign-in"
    assert not inside(theirs)


def test_nobody_takes_off_their_own_or_as_a_coordinator(client: FlaskClient, world: World):
    set_up(client, world, "olga")
    sign_in(client, world, "olga")
    page = client.get("/en/staff").text
    assert "Signs in with a second step." in page
    assert "Phone lost?" not in page
    own = re.search(r"/en/staff/(\d+)/end", page)
    assert own is not None
    with reading() as session:
        mandate = session.scalars(
            select(RoleMandate.id).where(RoleMandate.person_id == world.people["olga"])
        ).one()
    assert client.post(f"/en/staff/{mandate}/second-step").status_code == 403
    for name in ("cora", "dov", "pia"):
        sign_in(client, world, name)
        assert client.post(f"/en/staff/{own[1]}/second-step").status_code == 403
    assert client.post("/en/staff/999999/second-step").status_code == 403


@pytest.mark.parametrize("name", ["heembeek-3", "Cora@Example.org"])
def test_the_shell_takes_it_off(app: Flask, client: FlaskClient, world: World, name: str):
    set_up(client, world)
    assert by_password(client).location == STEP
    done = app.test_cli_runner().invoke(args=["reset-second-factor", name])
    assert done.exit_code == 0, done.output
    assert "without a second step" in done.output
    assert by_password(client).location == "/en/"
    assert [each.actor_id for each in audited("reset_second_factor")] == [None]


@pytest.mark.parametrize("name", ["nobody@example.org", "ana@example.org", "heembeek-999", "x"])
def test_the_shell_says_when_there_is_nobody(app: Flask, world: World, name: str):
    done = app.test_cli_runner().invoke(args=["reset-second-factor", name])
    assert done.exit_code == 1
    assert "Error:" in done.output


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(required, client: FlaskClient, world: World, language: str):
    set_up(client, world, "olga")
    transact(begin_second_factor, actor=world.actor("tess"), now=now())
    for name in ("cora", "tess"):
        sign_in(client, world, name)
        check_page(client, f"/{language}/second-step", language)
    set_up(client, world)
    sign_in(client, world, "olga")
    page = reset_page(client, "Cora Peeters").removeprefix("/en/")
    for address in ("staff", page):
        check_page(client, f"/{language}/{address}", language)
