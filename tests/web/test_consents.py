"""The pages of consents, and the page on which a partner asks about one person."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, sign_in
from timebank.models.consent import MemberConsent, PartnerLook
from timebank.models.member import Member
from timebank.uow import reading


def count_of(model: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def say_yes(client: FlaskClient, world: World, token: str = "one-tap") -> int:
    told = {"months": "12", "channel": "talk", "request_token": token}
    return client.post(f"/en/members/{world.uids['ana']}/consents/partner_look", data=told).status_code


def ask_of_ana(client: FlaskClient, world: World, **changes: str) -> str:
    with reading() as session:
        number = session.get_one(Member, world.members["ana"]).number
    told = {"given_name": "Ana", "family_name": "Peeters", "number": str(number), "reason": "welcome"}
    answer = client.post("/en/antennas/heembeek/takes-part", data=told | changes)
    return answer.get_data(as_text=True)


def test_a_member_says_yes_and_ends_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ana")
    page = f"/en/members/{world.uids['ana']}/consents"
    assert say_yes(client, world) == 302
    assert say_yes(client, world) == 302
    assert count_of(MemberConsent) == 1
    html = client.get(page).get_data(as_text=True)
    assert "It ends on" in html
    with reading() as session:
        uid = session.scalars(select(MemberConsent.uid)).one()
    client.post(f"/en/consents/{uid}/withdraw")
    html = client.get(page).get_data(as_text=True)
    assert "It ends on" not in html
    assert "Earlier" in html


def test_a_coordinator_who_forgets_a_day_keeps_what_was_typed(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    told = {"months": "24", "channel": "slip", "said_on": "yesterday", "witness": "Nonkel Jef"}
    answer = client.post(f"/en/members/{world.uids['ana']}/consents/news", data=told)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Write the day like" in html
    assert "Nonkel Jef" in html
    assert count_of(MemberConsent) == 0


def test_the_sheet_speaks_the_member_s_language(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    html = client.get(f"/en/members/{world.uids['ana']}/consents/paper/sheet").get_data(as_text=True)
    assert '<html lang="nl"' in html
    assert "Dag en handtekening" in html


def test_an_unknown_purpose_is_not_found(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ana")
    assert client.get(f"/en/members/{world.uids['ana']}/consents/photo").status_code == 404


def test_the_partner_asks_and_the_member_sees_it(app: Flask, client: FlaskClient, world: World) -> None:
    sign_in(client, world, "pia")
    assert "No answer can be given" in ask_of_ana(client, world)
    sign_in(client, world, "ana")
    say_yes(client, world)
    sign_in(client, world, "pia")
    html = ask_of_ana(client, world)
    assert "They take part since" in html
    assert "Ana" not in html
    sign_in(client, world, "ana")
    html = client.get(f"/en/members/{world.uids['ana']}/consents").get_data(as_text=True)
    assert "Pia Peeters of LDC Icarus" in html
    assert "Pia Peeters" in client.get("/en/members/" + str(world.uids["ana"]) + "/consents").text


def test_looking_at_the_page_asks_nothing(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "pia")
    assert client.get("/en/antennas/heembeek/takes-part?given_name=Ana").status_code == 200
    assert count_of(PartnerLook) == 0


def test_a_number_that_is_none_comes_back_with_what_was_typed(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "pia")
    html = ask_of_ana(client, world, number="12a")
    assert "Write this in digits" in html
    assert 'value="12a"' in html
    assert count_of(PartnerLook) == 0
