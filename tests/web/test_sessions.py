"""Sessions that last as long as they are used, the tablet, passwords, roles that end, households."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.app import create_app
from timebank.clock import now
from timebank.domain.permissions import Role
from timebank.extensions import db
from timebank.models.login import SignedInBy
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.services.signing_in.sessions import open_session
from timebank.uow import transact

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("by", "rest", "lasts"),
    [
        (SignedInBy.PASSWORD, timedelta(minutes=59), timedelta(hours=12)),
        (SignedInBy.CARD, timedelta(minutes=59), timedelta(hours=12)),
        (SignedInBy.KIOSK, timedelta(minutes=9), timedelta(hours=2)),
    ],
)
def test_a_session_in_use_stays_open_until_its_last_moment(
    client: FlaskClient, world: World, by, rest, lasts
):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "ana", by)
        used = timedelta()
        while used + rest < lasts:
            clock.shift(rest)
            used += rest
            assert client.get("/en/hours").status_code == 200, used
        clock.shift(rest)
        assert client.get("/en/hours").status_code == 302


@pytest.mark.parametrize("path", ["antennas/heembeek", "antennas/heembeek/embed", "join/heembeek", "privacy"])
def test_a_public_page_writes_down_that_a_session_is_in_use(client: FlaskClient, world: World, path: str):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "ana")
        for _ in range(2):
            clock.shift(timedelta(minutes=50))
            assert client.get(f"/en/{path}").status_code == 200
        clock.shift(timedelta(minutes=50))
        assert client.get("/en/hours").status_code == 200


@pytest.mark.parametrize(("name", "status"), [("ana", 200), ("cora", 302), ("ann", 302), ("olga", 302)])
def test_a_mail_opens_for_a_month_but_for_an_hour_of_rest_to_who_has_a_role(
    client: FlaskClient, world: World, name: str, status: int
):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, name, SignedInBy.MAIL)
        clock.shift(timedelta(minutes=59))
        assert client.get("/en/hours").status_code == 200
        clock.shift(timedelta(minutes=61))
        assert client.get("/en/hours").status_code == status


def test_who_has_a_role_signs_in_again_after_twelve_hours_however_they_came(
    client: FlaskClient, world: World
):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "cora", SignedInBy.MAIL)
        for _ in range(13):
            clock.shift(timedelta(minutes=55))
            assert client.get("/en/hours").status_code == 200
        clock.shift(timedelta(minutes=6))
        assert client.get("/en/hours").status_code == 302


def test_a_role_that_comes_later_shortens_what_is_open_already(client: FlaskClient, world: World):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "ana", SignedInBy.MAIL)
        clock.shift(timedelta(hours=2))
        assert client.get("/en/hours").status_code == 200
        day = world.today
        new = NewMandate(world.people["ana"], Role.ANTENNA_PERSON, day, day, world.antenna)
        transact(give_mandate, new, actor=world.actor("cora"), now=now())
        clock.shift(timedelta(hours=2))
        assert client.get("/en/hours").status_code == 302


def test_a_session_that_rests_too_long_is_over(client: FlaskClient, world: World):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "ana", SignedInBy.KIOSK)
        clock.shift(timedelta(minutes=11))
        assert client.get("/en/hours").status_code == 302


def test_the_tablet_warns_stays_and_is_handed_on(client: FlaskClient, world: World):
    sign_in(client, world, "ana", SignedInBy.KIOSK)
    page = client.get("/en/").text
    assert 'data-seconds="600"' in page
    assert 'data-extend="/en/sessions/stay"' in page
    assert client.post("/en/sessions/stay").status_code == 204
    over = client.get("/en/sessions/over")
    assert over.status_code == 200
    assert client.get("/en/hours").status_code == 302


def test_the_end_of_a_tablet_leaves_other_sessions_alone(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    assert "data-kiosk" not in client.get("/en/").text
    assert client.get("/en/sessions/over").status_code == 200
    assert client.get("/en/hours").status_code == 200


def test_staff_choose_a_password_and_sign_in_with_it(client: FlaskClient, world: World):
    sign_in(client, world, "tess", SignedInBy.MAIL)
    short = client.post("/en/password", data={"password": "short"})
    assert short.status_code == 422
    done = client.post("/en/password", data={"password": "a bench under the lime tree"})
    assert done.status_code == 302
    assert client.get("/en/sessions").status_code == 200
    client.post("/en/sign-out")
    told = {"name": "tess@example.org", "password": "a bench under the lime tree"}
    assert client.post("/en/sign-in/staff", data=told).status_code == 302
    assert client.get("/en/desk/heembeek/gifts").status_code == 200


def test_a_role_that_ends_takes_its_rights_away(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.get("/en/antennas/heembeek/team").text
    part = page[page.index("<h2>Tess") :]
    address = re.search(r'action="([^"]+/end)"', part)
    assert address is not None
    assert client.post(address[1]).status_code == 302
    sign_in(client, world, "tess")
    assert client.get("/en/desk/heembeek/gifts").status_code == 403
    sign_in(client, world, "dov")
    assert client.post(address[1]).status_code == 404


def test_two_at_home_share_an_account(client: FlaskClient, world: World):
    world.logged("ben")
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ana']}/household"
    assert client.post(address, data={"other": str(world.uids["fay"])}).status_code == 302
    assert "Fay" in client.get(f"/en/members/{world.uids['ana']}").text
    again = client.post(address, data={"other": str(world.uids["ben"])})
    assert again.status_code == 422


def test_the_tablet_counts_from_what_the_server_wrote_down(client: FlaskClient, world: World):
    with time_machine.travel(START, tick=False) as clock:
        sign_in(client, world, "ana", SignedInBy.KIOSK)
        clock.shift(timedelta(seconds=20))
        assert 'data-seconds="580"' in client.get("/en/").text
        clock.shift(timedelta(seconds=20))
        assert 'data-seconds="600"' in client.get("/en/").text
        assert client.get("/en/sessions/over").headers["Clear-Site-Data"] == '"cache", "storage"'


def test_the_tablet_closes_without_script_too(client: FlaskClient, world: World):
    sign_in(client, world, "ana", SignedInBy.KIOSK)
    assert '<meta http-equiv="refresh" content="600;url=/en/sessions/over">' in client.get("/en/").text
    sign_in(client, world, "ana", SignedInBy.MAIL)
    assert 'http-equiv="refresh"' not in client.get("/en/").text


def test_the_list_says_on_what_and_leaves_out_what_has_rested_too_long(client: FlaskClient, world: World):
    phone = "Mozilla/5.0 (Linux; Android 14; SM-A145R) Chrome/130 Mobile Safari/537.36"
    with time_machine.travel(START, tick=False) as clock:
        for by in (SignedInBy.PASSWORD, SignedInBy.MAIL):
            transact(open_session, world.people["ana"], by, device=phone, now=START)
        clock.shift(timedelta(hours=2))
        sign_in(client, world, "ana")
        page = client.get("/en/sessions").text
    assert page.count("on a phone") == 1
    assert page.count("with a password") == 1


def test_over_https_the_cookie_belongs_to_this_host_alone(app: Flask, tmp_path):
    settings = replace(app.extensions["timebank_settings"], base_url="https://uren.example.org")
    secure = create_app(settings)
    assert secure.config["SESSION_COOKIE_NAME"] == "__Host-session"
    assert secure.config["SESSION_COOKIE_SECURE"]
    with secure.test_client() as client:
        answer = client.post("/en/sign-in/mail", data={"email": "x"}, base_url="https://uren.example.org")
        page = client.get("/en/sign-in/mail", base_url="https://uren.example.org")
    assert answer.status_code == 400
    cookie = page.headers["Set-Cookie"]
    for part in ("__Host-session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    with secure.app_context():
        db.engine.dispose()


def test_the_tablet_opens_in_the_member_s_own_language(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    answer = client.post(f"/fr/members/{world.uids['ana']}/tablet")
    assert answer.location == "/nl/"
