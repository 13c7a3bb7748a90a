"""Signing in: nothing tells who exists, a code works once, a GET spends nothing, attempts are counted."""

import email
import re
from email.policy import default

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World
from timebank.clock import now
from timebank.services.cards import print_card
from timebank.services.members import find_member
from timebank.services.passwords import set_password
from timebank.uow import reading, transact

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
    from tests.factories import sign_in

    sign_in(client, world, "cora")
    page = client.post(f"/en/members/{world.uids['ben']}/card").text
    assert 'src="data:image/svg+xml' in page
    assert 'value="2"' in client.get("/en/sign-in/card?antenna=heembeek&number=2").text
