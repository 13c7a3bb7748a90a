"""Signing in: nothing tells who exists, a code works once, a GET spends nothing, attempts are counted."""

import email
import re
import socket
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.policy import default

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from timebank.clock import now
from timebank.mailer import TIMEOUT_SECONDS
from timebank.models.member import Person
from timebank.services.membership.members import find_member
from timebank.services.signing_in.attempts import ALARM, count_failure
from timebank.services.signing_in.cards import FAILURES_END, count_wrong_code, print_card
from timebank.services.signing_in.passwords import set_password
from timebank.uow import reading, transact
from timebank.web.later import THREAD

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PASSWORD = "a bench under the lime tree"


def mails(app: Flask) -> list[str]:
    outbox = app.extensions["timebank_settings"].outbox_dir
    found = sorted(outbox.glob("*.eml")) if outbox.exists() else []
    return [email.message_from_bytes(each.read_bytes(), policy=default).get_content() for each in found]


def card_of(world: World, name: str) -> tuple[int, tuple[str, ...]]:
    card = transact(print_card, world.uids[name], actor=world.actor("cora", now=now()), now=now())
    return card.member_number, card.codes


def by_card(client: FlaskClient, number: int, code: str, antenna: str = "heembeek"):
    return client.post("/en/sign-in/card", data={"antenna": antenna, "number": str(number), "code": code})


def test_a_code_of_a_card_opens_small_rights_once(client: FlaskClient, world: World):
    number, codes = card_of(world, "ben")
    assert by_card(client, number, f" {codes[0][:4].lower()} {codes[0][4:]}").status_code == 302
    assert client.get("/en/hours").status_code == 200
    assert client.get(f"/en/members/{world.uids['ben']}/change").status_code in (200, 403)
    answer = client.post(f"/en/members/{world.uids['ben']}/change", data={"given_name": "Bernard"})
    assert answer.status_code in (403, 422)
    client.post("/en/sign-out")
    assert by_card(client, number, codes[0]).status_code == 422
    assert by_card(client, number, codes[1]).status_code == 302


def test_a_new_card_ends_the_one_before(client: FlaskClient, world: World):
    number, old = card_of(world, "ben")
    card_of(world, "ben")
    assert by_card(client, number, old[0]).status_code == 422


def test_a_code_without_its_member_opens_nothing(client: FlaskClient, world: World):
    _number, codes = card_of(world, "ben")
    with reading() as session:
        other = find_member(session, world.uids["fay"], actor=world.actor("cora", now=now())).number
    assert by_card(client, other, codes[0]).status_code == 422
    assert by_card(client, 9999, codes[0]).status_code == 422


def test_wrong_unknown_and_other_antenna_s_say_the_same(client: FlaskClient, world: World):
    number, _codes = card_of(world, "ben")
    pages = {
        re.sub(r'value="[^"]*"|<option.*?</option>', "", by_card(client, *told).text)
        for told in ((number, "AAAABBBB"), (9999, "AAAABBBB"), (number, "AAAABBBB", "marolles"))
    }
    assert len(pages) == 1


def test_five_failures_hold_this_card_back_and_no_other(client: FlaskClient, world: World):
    number, codes = card_of(world, "ben")
    fay, fays = card_of(world, "fay")
    for _try in range(5):
        assert by_card(client, number, "AAAABBBB").status_code == 422
    held = by_card(client, number, codes[0])
    assert held.status_code == 429
    assert "quarter of an hour" in held.text
    assert by_card(client, fay, fays[0]).status_code == 302


def test_the_link_in_a_mail_is_spent_by_its_button_alone(app: Flask, client: FlaskClient, world: World):
    assert client.post("/en/sign-in/mail", data={"email": "Ben@Example.org"}).status_code == 302
    (text,) = mails(app)
    link = re.search(r"https?://[^/]+(/nl/sign-in/link/\S+)", text)
    assert link is not None
    for _look in range(2):
        assert client.get(link[1]).status_code == 200
    assert client.get("/en/hours").status_code == 302
    assert client.post(link[1]).status_code == 302
    assert client.get("/en/hours").status_code == 200
    client.post("/en/sign-out")
    client.post(link[1])
    assert client.get("/en/hours").status_code == 302


def test_the_digits_work_in_the_browser_that_asked(app: Flask, client: FlaskClient, world: World):
    client.post("/en/sign-in/mail", data={"email": "ben@example.org"})
    digits = re.search(r"\b(\d{6})\b", mails(app)[0])
    assert digits is not None
    other = app.test_client()
    assert other.post("/en/sign-in/digits", data={"digits": digits[1]}).status_code == 422
    assert client.post("/en/sign-in/digits", data={"digits": digits[1]}).status_code == 302
    assert client.get("/en/hours").status_code == 200


def test_nothing_tells_whether_an_address_exists(app: Flask, client: FlaskClient, world: World):
    answers = [
        client.post("/en/sign-in/mail", data={"email": each})
        for each in ("ben@example.org", "nobody@example.org")
    ]
    assert {(each.status_code, each.location, each.text) for each in answers} == {
        (answers[0].status_code, answers[0].location, answers[0].text)
    }
    assert len(mails(app)) == 1


@pytest.mark.parametrize("name", ["cora@example.org", "nobody@example.org", "heembeek-999", ""])
def test_a_wrong_password_says_the_same_for_everyone(client: FlaskClient, world: World, name: str):
    transact(set_password, world.people["cora"], PASSWORD, actor=world.actor("cora", now=now()), now=now())
    answer = client.post("/en/sign-in/staff", data={"name": name, "password": "not the right one at all"})
    assert answer.status_code == 422
    assert client.get("/en/desk/heembeek/ring").status_code == 302


def test_the_card_s_qr_code_leads_to_its_page(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.post(f"/en/members/{world.uids['ben']}/card").text
    assert 'src="data:image/svg+xml' in page
    assert 'value="2"' in client.get("/en/sign-in/card?antenna=heembeek&number=2").text


def tried_in_vain(client: FlaskClient, number: int, times: int) -> list[int]:
    return [by_card(client, number, "AAAABBBB").status_code for _ in range(times)]


def test_waiting_counts_from_the_failures_and_not_from_the_clock(client: FlaskClient, world: World):
    number, codes = card_of(world, "ben")
    with time_machine.travel(START + timedelta(minutes=14), tick=False) as clock:
        assert tried_in_vain(client, number, 5) == [422] * 5
        clock.shift(timedelta(minutes=2))
        assert by_card(client, number, codes[0]).status_code == 429
        clock.shift(timedelta(minutes=14))
        assert by_card(client, number, codes[0]).status_code == 302


def test_twenty_failures_in_a_day_are_for_a_coordinator_to_solve(client: FlaskClient, world: World):
    number, codes = card_of(world, "ben")
    with time_machine.travel(START, tick=False) as clock:
        for _round in range(4):
            assert tried_in_vain(client, number, 5) == [422] * 5
            clock.shift(timedelta(minutes=20))
        held = by_card(client, number, codes[0])
        assert held.status_code == 429
        assert "they help you in" in held.text
        sign_in(client, world, "cora")
        assert "in vain" in client.get("/en/members").text
        clock.shift(timedelta(days=1))
        client.post("/en/sign-out")
        assert by_card(client, number, codes[0]).status_code == 302
        client.post("/en/sign-out")
        sign_in(client, world, "cora")
        assert "in vain" not in client.get("/en/members").text


def test_the_hundredth_wrong_code_ends_the_card(client: FlaskClient, world: World):
    number, codes = card_of(world, "ben")
    for _try in range(FAILURES_END - 1):
        transact(count_wrong_code, "heembeek", number, now=START)
    with time_machine.travel(START, tick=False):
        assert by_card(client, number, "AAAABBBB").status_code == 422
        assert by_card(client, number, codes[0]).status_code == 422
    number, codes = card_of(world, "ben")
    assert by_card(client, number, codes[0]).status_code == 302


def test_who_gets_in_is_never_held_back_by_their_own_many_times(client: FlaskClient, world: World):
    told = {"name": "cora@example.org", "password": PASSWORD}
    transact(set_password, world.people["cora"], PASSWORD, actor=world.actor("cora", now=now()), now=now())
    for _time in range(25):
        assert client.post("/en/sign-in/staff", data=told).status_code == 302


def test_many_failures_everywhere_slow_every_channel_down(client: FlaskClient, world: World, caplog):
    number, codes = card_of(world, "ben")
    with time_machine.travel(START, tick=False) as clock:
        for _failure in range(ALARM.count):
            transact(count_failure, now=START)
        assert tried_in_vain(client, number, 2) == [422, 429]
        assert "many failures to sign in" in caplog.text
        clock.shift(timedelta(minutes=2))
        assert by_card(client, number, codes[0]).status_code == 302


def test_a_couple_with_one_mailbox_gets_a_mail_each(app: Flask, client: FlaskClient, world: World):
    transact(
        lambda session: setattr(session.get_one(Person, world.people["fay"]), "email", "ben@example.org")
    )
    client.post("/en/sign-in/mail", data={"email": "ben@example.org"})
    texts = {text.split(",")[0].split()[-2]: text for text in mails(app)}
    assert set(texts) == {"Ben", "Fay"}
    digits = re.search(r"\b(\d{6})\b", texts["Ben"])
    assert digits is not None
    assert client.post("/en/sign-in/digits", data={"digits": digits[1]}).status_code == 302
    assert "Ben" in client.get("/en/").text


def test_who_only_applied_can_t_take_someone_s_mail_away(app: Flask, client: FlaskClient, world: World):
    told = {"given_name": "Mal", "email": "cora@example.org", "phone": "02 1", "language": "nl"}
    assert client.post("/en/join/heembeek", data=told | {"preferred_channel": "phone"}).status_code == 200
    transact(set_password, world.people["cora"], PASSWORD, actor=world.actor("cora", now=now()), now=now())
    client.post("/en/sign-in/mail", data={"email": "cora@example.org"})
    assert len(mails(app)) == 1
    told = {"name": "cora@example.org", "password": PASSWORD}
    assert client.post("/en/sign-in/staff", data=told).status_code == 302


def test_an_answer_takes_no_longer_where_there_is_a_mail_to_send(
    app: Flask, client: FlaskClient, world: World
):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = app.extensions["timebank_settings"]
        slow = replace(
            settings, mail_host="127.0.0.1", mail_port=silent.getsockname()[1], mail_security="none"
        )
        app.extensions["timebank_settings"] = slow
        app.testing = False
        began = time.monotonic()
        assert client.post("/en/sign-in/mail", data={"email": "ben@example.org"}).status_code == 302
        took = time.monotonic() - began
        waiting = [each for each in threading.enumerate() if each.name == THREAD]
        assert waiting
        silent.accept()[0].close()
        for thread in waiting:
            thread.join(timeout=20)
    assert took < TIMEOUT_SECONDS / 2


@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "²"])
def test_a_number_that_can_t_be_is_a_wrong_one(client: FlaskClient, world: World, number: str):
    told = {"antenna": "heembeek", "number": number, "code": "AAAABBBB"}
    assert client.post("/en/sign-in/card", data=told).status_code == 422
    staff = {"name": f"heembeek-{number}", "password": PASSWORD}
    assert client.post("/en/sign-in/staff", data=staff).status_code == 422


def test_what_no_keyboard_types_is_refused(client: FlaskClient, world: World):
    for page, told in (
        ("staff", {"name": "a\x00@example.org", "password": PASSWORD}),
        ("staff", {"name": "cora@example.org", "password": "a\x00"}),
        ("card", {"antenna": "a\x00", "number": "1", "code": "\x00"}),
        ("digits", {"digits": "\x00"}),
    ):
        assert client.post(f"/en/sign-in/{page}", data=told).status_code == 400, told
    assert client.post("/en/sign-in/link/%00x").status_code in (400, 404)
    assert client.get("/en/sign-in/card?antenna=%00").status_code == 400
