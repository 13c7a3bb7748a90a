"""The pages of certificates: made with one tap, printed, checked by anyone who holds the paper."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.documents.qr import qr_image
from timebank.models.certificate import Certificate
from timebank.services.signing_in.attempts import PER_CHANNEL
from timebank.uow import reading

CODE = re.compile(r"(?:[A-Z2-9]{4} ){5}[A-Z2-9]{4}")


@pytest.fixture
def world(app: Flask) -> World:
    """The cast, as of this moment: a page goes by the clock."""
    return make_world(now())


def make(client: FlaskClient, world: World, token: str = "one-tap", tells: str = "nothing"):
    told = {"tells": tells, "stretch": "year", "request_token": token}
    return client.post(f"/en/members/{world.uids['ben']}/certificates", data=told)


def uid_of() -> str:
    with reading() as session:
        return str(session.scalars(select(Certificate.uid).order_by(Certificate.id.desc()).limit(1)).one())


def code_on_paper(client: FlaskClient) -> str:
    found = CODE.search(client.get(f"/en/certificates/{uid_of()}/paper/sheet").text)
    assert found
    return found.group()


def check(client: FlaskClient, code: str):
    return client.post("/en/certificates/verify", data={"code": code})


def test_a_double_tap_makes_one_certificate(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    assert "There is no certificate yet" in client.get(f"/en/members/{world.uids['ben']}/certificates").text
    assert [make(client, world).status_code for _each in range(2)] == [302, 302]
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Certificate)) == 1
    assert "It says no numbers" in client.get(f"/en/members/{world.uids['ben']}/certificates").text


def test_the_paper_speaks_the_member_s_language_and_names_where_to_check(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    make(client, world)
    html = client.get(f"/en/certificates/{uid_of()}/paper/sheet").text
    assert '<html lang="nl"' in html
    assert "Attest van deelname" in html
    assert "/nl/certificates/verify" in html.replace("<wbr>", "")


def test_the_pdf_is_one(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    make(client, world)
    answer = client.get(f"/en/certificates/{uid_of()}/paper/pdf")
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="certificate.pdf"'


def test_whoever_holds_the_paper_reads_what_it_says_without_signing_in(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "ben")
    world.logged("ben", said="2u")
    make(client, world, tells="hours")
    code = code_on_paper(client)
    client.post("/en/sign-out")
    html = check(client, code).text
    assert "This certificate is real" in html
    assert "Ben Peeters has been taking part in Heembeek since" in html
    assert "help given or received 1 time, 2 hours in all" in html
    assert str(world.uids["ben"]) not in html


def test_unknown_and_revoked_look_the_same_and_the_code_stays_in_its_field(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "ben")
    make(client, world)
    code = code_on_paper(client)
    assert client.post(f"/en/certificates/{uid_of()}/revoke").status_code == 302
    assert client.get(f"/en/certificates/{uid_of()}/paper/sheet").status_code == 409
    client.post("/en/sign-out")
    answers = [check(client, each) for each in (code, "A" * 24)]
    assert [each.status_code for each in answers] == [422, 422]
    assert f'value="{code}"' in answers[0].text
    pages = {re.sub(r'value="[^"]*"', "", each.text) for each in answers}
    assert len(pages) == 1
    assert "No certificate that holds has this code" in pages.pop()


def test_guessing_is_held_back(client: FlaskClient, world: World) -> None:
    answers = [check(client, "A" * 24).status_code for _each in range(PER_CHANNEL[1].count + 1)]
    assert answers == [422] * PER_CHANNEL[1].count + [429]


def test_an_address_with_a_code_checks_nothing(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    make(client, world)
    code = code_on_paper(client)
    html = client.get(f"/en/certificates/verify?code={code}").text
    assert "This certificate is real" not in html
    assert f'value="{code}"' in html


def test_the_square_on_the_paper_leads_to_the_page_with_its_code(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    make(client, world)
    html = client.get(f"/en/certificates/{uid_of()}/paper/sheet").text
    code = code_on_paper(client).replace(" ", "")
    [drawn] = re.findall(r'<img class="qr" src="([^"]+)"', html)
    assert unescape(drawn) == qr_image(f"http://127.0.0.1:8000/nl/certificates/verify?code={code}")


def test_no_count_is_said_kindly_and_the_choice_is_kept(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    answer = make(client, world, tells="times")
    assert answer.status_code == 422
    assert "There is no help to count" in answer.text
    assert re.search(r'value="times"[^>]*checked', answer.text)


def test_who_may_not_see_the_member_learns_nothing(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "dov")
    assert client.get(f"/en/members/{world.uids['ben']}/certificates").status_code == 404
    assert make(client, world).status_code == 404
