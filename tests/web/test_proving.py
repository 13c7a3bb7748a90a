"""Before a role, a key, a password, a file or hours are changed, whoever signed in a while ago is asked once more."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, sign_in
from tests.web.stepping import PASSWORD, START, Phone, codes_on
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.permissions import SYSTEM
from timebank.models.antenna import Antenna, RoleMandate
from timebank.models.login import ApiToken, SignedInBy
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.network.rules import rules_of
from timebank.services.signing_in.passwords import set_password
from timebank.uow import reading, transact

TEAM = "/en/antennas/heembeek/team"
ASKED = "Is it you?"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands still until it is shifted."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def stale(client: FlaskClient, world: World, clock: time_machine.Traveller) -> FlaskClient:
    """Cora, who has a password, signed in a quarter of an hour ago."""
    transact(set_password, world.people["cora"], PASSWORD, actor=SYSTEM, now=now())
    sign_in(client, world, "cora")
    clock.shift(timedelta(minutes=15))
    return client


def role_of(world: World, name: str = "ana") -> dict[str, str]:
    person = str(world.people[name])
    return {"person": person, "role": "antenna_person", "starts_on": "23/11/2026", "ends_on": "30/11/2026"}


def roles(world: World, name: str = "ana") -> int:
    query = select(func.count()).select_from(RoleMandate).where(RoleMandate.person_id == world.people[name])
    with reading() as session:
        return session.scalar(query) or 0


def hidden_of(page: str) -> dict[str, str]:
    fields = re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">',
        page.partition("<main")[2].partition("</main")[0],
    )
    return {name: html.unescape(value) for name, value in fields if name != "csrf_token"}


def test_who_signed_in_a_moment_ago_is_asked_nothing(client: FlaskClient, world: World, clock):
    sign_in(client, world, "cora")
    clock.shift(timedelta(minutes=14))
    assert client.post(TEAM, data=role_of(world)).status_code == 302
    assert roles(world) == 1


def test_later_the_password_is_asked_and_what_was_typed_is_kept(stale: FlaskClient, world: World, clock):
    page = stale.post(TEAM, data=role_of(world))
    assert ASKED in page.text
    assert roles(world) == 0
    kept = hidden_of(page.text)
    assert kept == role_of(world)
    assert stale.post(TEAM, data=kept | {"proof": PASSWORD}).location == TEAM
    assert roles(world) == 1
    clock.shift(timedelta(minutes=14))
    assert stale.post(TEAM, data=role_of(world, "ben")).status_code == 302
    clock.shift(timedelta(minutes=2))
    assert ASKED in stale.post(TEAM, data=role_of(world, "fay")).text


@pytest.mark.parametrize("typed", ["", "not the right one at all"])
def test_a_wrong_one_does_nothing_and_keeps_what_was_typed(stale: FlaskClient, world: World, typed: str):
    answer = stale.post(TEAM, data=role_of(world) | {"proof": typed})
    assert answer.status_code == 422
    assert hidden_of(answer.text) == role_of(world)
    assert roles(world) == 0
    assert "not the right one" not in answer.text


def test_five_wrong_ones_hold_back(stale: FlaskClient, world: World):
    for _ in range(5):
        assert stale.post(TEAM, data=role_of(world) | {"proof": "wrong"}).status_code == 422
    assert stale.post(TEAM, data=role_of(world) | {"proof": PASSWORD}).status_code == 429
    assert roles(world) == 0
    # The door is another channel: whoever sits at her screen can't lock her out.
    told = {"name": "cora@example.org", "password": PASSWORD}
    assert stale.post("/en/sign-in/staff", data=told).location == "/en/"
    assert stale.post(TEAM, data=role_of(world)).location == TEAM


def test_a_double_tap_on_the_answer_does_it_once_and_keeps_no_password(stale: FlaskClient, world: World):
    favour = world.logged("ana")
    transact(confirm_favour, favour, actor=world.actor("ben"), now=now())
    assert world.balance("ana") == 60
    address = f"/en/favours/{favour}/reverse"
    token = re.search(r'name="request_token" value="([^"]+)"', stale.get(address).text)
    assert token is not None
    told = {"reason": "Told twice", "request_token": token[1], "proof": PASSWORD}
    for _ in range(2):
        assert stale.post(address, data=told).status_code == 302
    del told["proof"]
    assert stale.post(address, data=told).status_code == 302
    assert world.balance("ana") == 0


@pytest.mark.parametrize(
    "path",
    [
        "antennas/heembeek/team/1/end",
        "password",
        "keys",
        "second-step/begin",
        "members/{ben}/file/json",
        "favours/{ben}/reverse",
        "gifts/{ben}/reverse",
        "antennas/heembeek/books",
        "antennas/heembeek/rules/silence",
    ],
)
def test_what_a_stolen_session_could_do_harm_with_asks(stale: FlaskClient, world: World, path: str):
    assert ASKED in stale.post("/en/" + path.format(**world.uids)).text


def test_a_decision_about_a_rule_waits_for_the_proof_and_comes_along(stale: FlaskClient, world: World):
    address = "/en/antennas/heembeek/rules/undo_minutes"
    told = {"value": "15", "decided_on": "23/11/2026", "decided_by": "The board"}
    kept = hidden_of(stale.post(address, data=told).text)
    assert kept == told
    with reading() as session:
        assert rules_of(session, world.antenna).undo_minutes == 10
    assert stale.post(address, data=kept | {"proof": PASSWORD}).location == "/en/antennas/heembeek/rules"
    with reading() as session:
        assert rules_of(session, world.antenna).undo_minutes == 15


def test_a_period_is_closed_only_once_it_is_proven(stale: FlaskClient, world: World):
    told = {"through": "31/10/2026", "second": str(world.people["tess"]), "checked": "1"}
    kept = hidden_of(stale.post("/en/antennas/heembeek/books", data=told).text)
    assert kept == told
    with reading() as session:
        assert session.get_one(Antenna, world.antenna).book.closed_through is None
    answer = stale.post("/en/antennas/heembeek/books", data=kept | {"proof": PASSWORD})
    assert answer.location == "/en/antennas/heembeek/books"


@pytest.mark.parametrize("path", ["staff/new", "staff/1/end", "staff/1/second-step"])
def test_so_does_what_the_operator_does(client: FlaskClient, world: World, clock, path: str):
    sign_in(client, world, "olga")
    clock.shift(timedelta(minutes=20))
    assert ASKED in client.post(f"/en/{path}").text


def test_looking_is_free_and_so_is_a_neighbour_s_own_file(client: FlaskClient, world: World, clock):
    for name, by in (("cora", SignedInBy.PASSWORD), ("ana", SignedInBy.MAIL)):
        sign_in(client, world, name, by)
        clock.shift(timedelta(minutes=30))
        assert client.get("/en/keys").status_code == 200
        if name == "cora":
            assert client.get(TEAM).status_code == 200
    answer = client.post(f"/en/members/{world.uids['ana']}/file/json")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_without_a_password_the_app_s_digits_prove_it(client: FlaskClient, world: World, clock):
    sign_in(client, world, "cora", SignedInBy.MAIL)
    client.post("/en/second-step/begin")
    phone = Phone(client)
    assert codes_on(client.post("/en/second-step", data={"code": phone.digits()}).text)
    clock.shift(timedelta(minutes=20))
    page = client.post(TEAM, data=role_of(world)).text
    assert "six digits in the app" in page
    wrong = client.post(TEAM, data=role_of(world) | {"proof": "000000"})
    assert wrong.status_code == 422
    assert client.post(TEAM, data=role_of(world) | {"proof": phone.digits()}).status_code == 302


def test_with_neither_one_signs_in_once_more(app: Flask, client: FlaskClient, world: World, clock):
    sign_in(client, world, "cora", SignedInBy.MAIL)
    clock.shift(timedelta(minutes=20))
    page = client.post(TEAM, data=role_of(world))
    assert f"/en/sign-in/mail?next={TEAM.replace('/', '%2F')}" in page.text or TEAM in page.text
    assert client.post(TEAM, data=role_of(world) | {"proof": "x"}).status_code == 403
    assert roles(world) == 0


def test_a_new_password_is_never_written_into_a_page(stale: FlaskClient, world: World):
    new = "a lime tree over the bench"
    page = stale.post("/en/password", data={"password": new})
    assert new not in page.text
    assert "Then you type your new password." in page.text
    assert hidden_of(page.text) == {"retype": "1"}
    wrong = stale.post("/en/password", data={"retype": "1", "proof": "wrong"})
    assert hidden_of(wrong.text) == {"retype": "1"}
    assert stale.post("/en/password", data={"retype": "1", "proof": PASSWORD}).location == "/en/password"
    assert stale.post("/en/password", data={"password": new}).location == "/en/"


def test_a_key_is_made_once_it_is_proven(stale: FlaskClient, world: World):
    told = {"name": "The calendar", "scopes": ["members:read", "hours"]}
    page = stale.post("/en/keys", data=told).text
    assert page.count('name="scopes"') == 2
    told["scopes"] = ["members:read", "asks:read"]
    assert "shown only once" in stale.post("/en/keys", data=told | {"proof": PASSWORD}).text
    with reading() as session:
        assert session.scalars(select(ApiToken)).one().scopes == ["asks:read", "members:read"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_is_whole(stale: FlaskClient, world: World, language: str):
    class Posting:
        """A client whose look is a post, for what only a post shows."""

        def get(self, address: str):
            return stale.post(address, data={"person": '"<&'})

    check_page(Posting(), f"/{language}/antennas/heembeek/team", language)  # type: ignore[arg-type]
