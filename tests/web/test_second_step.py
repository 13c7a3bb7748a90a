"""A second step when signing in: set up by the app's digits, asked for after password and mail, each digit once."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, sign_in
from tests.web.stepping import DESK, PASSWORD, START, STEP, Phone, by_password, codes_on, inside, set_up, step
from tests.web.test_pages import check_page
from tests.web.test_sign_in import by_card, card_of, mails
from timebank.clock import now
from timebank.domain.permissions import SYSTEM
from timebank.models.audit import AuditEntry
from timebank.models.login import RecoveryCode, SecondFactor, SignedInBy
from timebank.services.signing_in.passwords import set_password
from timebank.uow import reading, transact


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands still, so that digits don't change between two lines."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def test_without_one_nothing_changes(client: FlaskClient, world: World):
    transact(set_password, world.people["cora"], PASSWORD, actor=SYSTEM, now=now())
    assert by_password(client).location == "/en/"
    assert inside(client)


def test_after_the_password_the_digits_are_asked_and_only_they_let_in(client: FlaskClient, world: World):
    phone, _codes = set_up(client, world)
    assert by_password(client).location == STEP
    assert not inside(client)
    assert client.get("/en/sessions").status_code == 302
    assert client.get(STEP).status_code == 200
    assert step(client, "12 34").status_code == 422
    assert not inside(client)
    digits = phone.digits()
    assert step(client, f"{digits[:3]} {digits[3:]}").status_code == 302
    assert inside(client)


def test_where_one_was_going_is_kept_and_only_pages_of_ours(client: FlaskClient, world: World, clock):
    phone, _codes = set_up(client, world)
    for target, landed in ((DESK, DESK), ("https://example.org/", "/en/")):
        clock.shift(timedelta(minutes=1))
        told = {"name": "cora@example.org", "password": PASSWORD, "next": target}
        client.post("/en/sign-in/staff", data=told)
        assert step(client, phone.digits()).location == landed


@pytest.mark.parametrize("door", ["link", "digits"])
def test_a_mail_alone_isn_t_enough_either(app: Flask, client: FlaskClient, world: World, door: str):
    phone, _codes = set_up(client, world)
    client.post("/en/sign-in/mail", data={"email": "cora@example.org"})
    text = mails(app)[-1]
    if door == "link":
        link = re.search(r"https?://[^/]+(/nl/sign-in/link/\S+)", text)
        assert link is not None
        answer = client.post(link[1])
    else:
        digits = re.search(r"\b(\d{6})\b", text)
        assert digits is not None
        answer = client.post("/en/sign-in/digits", data={"digits": digits[1]})
    assert answer.location.endswith("/sign-in/second-step")
    assert not inside(client)
    assert step(client, phone.digits()).status_code == 302
    assert inside(client)
    assert "by e-mail" in client.get("/en/sessions").text


def test_a_card_and_the_tablet_stay_as_they_are(client: FlaskClient, world: World):
    set_up(client, world)
    number, codes = card_of(world, "cora")
    assert by_card(client, number, codes[0]).location == "/en/"
    assert client.get("/en/hours").status_code == 200
    assert client.get(DESK).status_code == 403
    assert client.get("/en/second-step").status_code == 403


@pytest.mark.parametrize(("minutes", "status"), [(-1, 422), (-0.5, 302), (0, 302), (0.5, 302), (1, 422)])
def test_a_clock_may_be_half_a_minute_off(
    client: FlaskClient, world: World, clock, minutes: float, status: int
):
    phone, _codes = set_up(client, world)
    clock.shift(timedelta(minutes=5))
    by_password(client)
    assert step(client, phone.digits(minutes=minutes)).status_code == status


def test_digits_work_once_and_none_from_before_them(client: FlaskClient, world: World, clock):
    phone, _codes = set_up(client, world)
    clock.shift(timedelta(minutes=5))
    by_password(client)
    used, before = phone.digits(), phone.digits(minutes=-0.5)
    assert step(client, used).status_code == 302
    client.post("/en/sign-out")
    by_password(client)
    for old in (used, before):
        answer = step(client, old)
        assert answer.status_code == 422
        assert "used already" in answer.text
    clock.shift(timedelta(seconds=30))
    assert step(client, phone.digits()).status_code == 302


def test_the_digits_that_switched_it_on_don_t_let_in(client: FlaskClient, world: World):
    phone, _codes = set_up(client, world)
    by_password(client)
    assert step(client, phone.digits(minutes=-0.5)).status_code == 422


def test_five_wrong_ones_hold_back_for_a_quarter_of_an_hour(client: FlaskClient, world: World, clock):
    phone, codes = set_up(client, world)
    clock.shift(timedelta(minutes=5))
    by_password(client)
    assert [step(client, "000000").status_code for _ in range(5)] == [422] * 5
    held = step(client, phone.digits())
    assert held.status_code == 429
    assert "quarter of an hour" in held.text
    by_password(client)  # a new beginning gives no new tries
    assert step(client, codes[0]).status_code == 429
    clock.shift(timedelta(minutes=16))
    by_password(client)
    assert step(client, phone.digits()).status_code == 302


def test_half_way_lasts_ten_minutes(client: FlaskClient, world: World, clock):
    phone, _codes = set_up(client, world)
    by_password(client)
    clock.shift(timedelta(minutes=10))
    answer = client.post(STEP, data={"code": phone.digits()}, follow_redirects=True)
    assert "took too long" in answer.text
    assert not inside(client)


def test_nobody_gets_to_the_second_step_without_the_first(client: FlaskClient, world: World):
    phone, codes = set_up(client, world)
    for code in (phone.digits(), codes[0]):
        assert step(client, code).location == "/en/sign-in"
    assert not inside(client)


def test_a_lost_phone_a_recovery_code_lets_in_once_and_is_written_down(client: FlaskClient, world: World):
    _phone, codes = set_up(client, world)
    by_password(client)
    assert "recovery code" in client.get(f"{STEP}?with=paper").text
    assert step(client, f"{codes[3][:4].lower()} {codes[3][4:]}").status_code == 302
    assert inside(client)
    assert "9 recovery codes left" in client.get("/en/second-step").text
    client.post("/en/sign-out")
    by_password(client)
    assert step(client, codes[3]).status_code == 422
    assert step(client, "AAAABBBB").status_code == 422
    with reading() as session:
        used = session.scalars(select(AuditEntry).where(AuditEntry.action == "use_recovery_code")).all()
    assert [each.actor_id for each in used] == [world.people["cora"]]


def test_new_recovery_codes_end_the_old_ones(client: FlaskClient, world: World):
    _phone, codes = set_up(client, world)
    by_password(client)
    step(client, codes[0])
    assert client.post("/en/second-step/codes", data={"code": "123"}).status_code == 422
    new = codes_on(client.post("/en/second-step/codes", data={"code": codes[1]}).text)
    assert len(new) == 10
    assert not set(new) & set(codes)
    client.post("/en/sign-out")
    by_password(client)
    assert step(client, codes[2]).status_code == 422
    assert step(client, new[2]).status_code == 302


def test_switching_it_off_takes_password_and_code(client: FlaskClient, world: World):
    _phone, codes = set_up(client, world)
    by_password(client)
    step(client, codes[0])
    off = "/en/second-step/off"
    wrong = client.post(off, data={"password": "not the right one at all", "code": codes[1]})
    assert wrong.status_code == 422
    assert "isn&#39;t your password" in wrong.text
    assert client.post(off, data={"password": PASSWORD, "code": "AAAABBBB"}).status_code == 422
    assert client.post(off, data={"password": PASSWORD}).status_code == 422
    assert client.post(off, data={"password": PASSWORD, "code": codes[1]}).status_code == 302
    client.post("/en/sign-out")
    assert by_password(client).location == "/en/"
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(RecoveryCode)) == 0


def test_who_has_no_password_switches_it_off_with_a_code(client: FlaskClient, world: World):
    sign_in(client, world, "tess", SignedInBy.MAIL)
    client.post("/en/second-step/begin")
    phone = Phone(client)
    codes = codes_on(client.post("/en/second-step", data={"code": phone.digits()}).text)
    assert 'name="password"' not in client.get("/en/second-step/off").text
    assert client.post("/en/second-step/off", data={"code": codes[0]}).status_code == 302


def test_it_is_on_only_once_the_digits_were_right_and_the_key_is_shown_no_more(
    client: FlaskClient, world: World
):
    sign_in(client, world, "cora")
    client.post("/en/second-step/begin")
    first = Phone(client)
    client.post("/en/second-step/begin")
    phone = Phone(client)
    assert client.post("/en/second-step", data={"code": first.digits()}).status_code == 422
    assert client.post("/en/second-step", data={"code": "AAAABBBB"}).status_code == 422
    with reading() as session:
        assert session.scalars(select(SecondFactor)).one().confirmed_at is None
    assert client.post("/en/second-step", data={"code": phone.digits()}).status_code == 200
    again = client.post("/en/second-step", data={"code": phone.digits()})
    assert again.status_code == 422
    assert "on already" in again.text
    assert "secret" not in client.get("/en/second-step").text
    assert client.post("/en/second-step/begin").status_code == 422


def test_what_was_open_elsewhere_ends_when_it_is_switched_on(app: Flask, client: FlaskClient, world: World):
    elsewhere = app.test_client()
    sign_in(elsewhere, world, "cora", SignedInBy.MAIL)
    assert inside(elsewhere)
    sign_in(client, world, "cora")
    client.post("/en/second-step/begin")
    client.post("/en/second-step", data={"code": Phone(client).digits()})
    assert inside(client)
    assert not inside(elsewhere)


def test_a_new_password_leaves_the_second_step_on(client: FlaskClient, world: World):
    _phone, codes = set_up(client, world)
    transact(set_password, world.people["cora"], PASSWORD, actor=SYSTEM, now=now())
    assert by_password(client).location == STEP
    assert step(client, codes[0]).status_code == 302


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str):
    sign_in(client, world, "cora")
    check_page(client, f"/{language}/second-step", language)
    client.post(f"/{language}/second-step/begin")
    check_page(client, f"/{language}/second-step", language)
    client.get("/en/second-step")
    phone = Phone(client)
    codes = codes_on(client.post("/en/second-step", data={"code": phone.digits()}).text)
    for page in ("second-step", "second-step/codes", "second-step/off", "sessions"):
        check_page(client, f"/{language}/{page}", language)
    transact(set_password, world.people["cora"], PASSWORD, actor=SYSTEM, now=now())
    client.post("/en/sign-out")
    by_password(client)
    for page in ("sign-in/second-step", "sign-in/second-step?with=paper"):
        check_page(client, f"/{language}/{page}", language)
    assert step(client, codes[0]).status_code == 302
