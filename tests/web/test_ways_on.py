"""Nobody stands before a closed door: each page says to whom it speaks, and leads to the next step and back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale, lazy_gettext
from sqlalchemy.orm import Session

from tests.factories import World, make_world, sign_in
from tests.web.test_answers import asked
from timebank.clock import now
from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.days import network_day
from timebank.matching.reasons import Reason, ReasonCode
from timebank.models.login import SignedInBy
from timebank.models.member import Person
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import find_proposal
from timebank.services.signing_in.passwords import set_password
from timebank.uow import reading, transact
from timebank.web.giving import favour_log
from timebank.web.matchmaking.reason_words import reason_words
from timebank.web.words import long_date


@pytest.fixture
def world(app: Flask) -> World:
    """The cast of today."""
    return make_world(now())


def promised(world: World) -> tuple[UUID, UUID]:
    """A promise of Ana to Ben, and its ask."""
    ana = world.actor("ana", now=now())
    proposal = transact(answer_proposal, asked(world, days=2), Answer(yes=True), actor=ana, now=now()).uid
    with reading() as session:
        return proposal, find_proposal(session, proposal, actor=ana).ask.uid


def test_who_is_signed_in_finds_where_on_every_page(client: FlaskClient, world: World) -> None:
    link = 'href="/en/sessions"'
    assert link not in client.get("/en/privacy").text
    sign_in(client, world, "ana")
    assert link in client.get("/en/privacy").text
    sign_in(client, world, "ana", SignedInBy.KIOSK)
    assert link not in client.get("/en/privacy").text


def test_who_works_for_an_antenna_is_led_to_a_password_until_there_is_one(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    assert 'href="/en/password"' in client.get("/en/").text
    chosen = client.post("/en/password", data={"password": "a street of good neighbours"})
    assert chosen.location == "/en/"
    assert "Your new password holds" in (home := client.get("/en/").text)
    assert 'href="/en/password"' not in home
    sign_in(client, world, "ana")
    assert 'href="/en/password"' not in client.get("/en/").text
    transact(
        set_password,
        world.people["pia"],
        "a street of good neighbours",
        actor=world.actor("pia", now=now()),
        now=now(),
    )
    sign_in(client, world, "pia")
    assert 'href="/en/password"' not in client.get("/en/").text


def test_from_an_ask_one_comes_to_who_was_asked(client: FlaskClient, world: World) -> None:
    proposal, ask = promised(world)
    sign_in(client, world, "cora")
    page = client.get(f"/en/asks/{ask}").text
    assert f"/en/proposals/{proposal}" in page
    assert "A card for Ana Peeters (PDF)" in client.get(f"/en/proposals/{proposal}").text


def test_who_asks_reads_on_the_ask_who_comes_and_nothing_of_the_others(client: FlaskClient, world: World):
    waiting = asked(world, days=3)
    with reading() as session:
        other = find_proposal(session, waiting, actor=world.actor("cora", now=now())).ask.uid
    sign_in(client, world, "ben")
    assert "Ana Peeters" not in client.get(f"/en/asks/{other}").text
    proposal, ask = promised(world)
    page = client.get(f"/en/asks/{ask}").text
    assert ("Who helps" in page, f"/en/proposals/{proposal}" in page) == (True, True)
    assert client.get(f"/en/proposals/{proposal}").status_code == 200


@pytest.mark.parametrize(
    "page",
    ["asks", "calls", "tell", "referrals", "ring", "gifts"],
)
def test_a_list_of_the_desk_leads_back_to_the_desk(client: FlaskClient, world: World, page: str) -> None:
    back = '<a class="back-link" href="/en/desk/heembeek">'
    sign_in(client, world, "cora")
    assert back in client.get(f"/en/desk/heembeek/{page}").text
    if page in ("ring", "gifts"):
        sign_in(client, world, "tess")
        assert '<a class="back-link" href="/en/">' in client.get(f"/en/desk/heembeek/{page}").text


def test_a_favour_speaks_to_who_reads_it(client: FlaskClient, world: World) -> None:
    uid = world.logged("ana", said="45 min")
    for name, words in (
        ("ben", "Ana P. helped you"),
        ("ana", "You helped Ben P."),
        ("cora", "Ana Peeters helped Ben Peeters"),
    ):
        sign_in(client, world, name)
        assert words in client.get(f"/en/favours/{uid}").text
    sign_in(client, world, "ben")
    for page in ("/en/", "/en/favours"):
        assert client.get(page).text.count("Ana P. helped you") == 1


def test_after_a_death_was_written_down_it_says_whom_to_tell(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ana']}"
    day = network_day(now()) - timedelta(days=1)
    told = {"step": "die", "day": f"{day:%d/%m/%Y}", "checked": "yes", "request_token": "d"}
    assert client.post(f"{address}/ending", data=told).location == f"{address}/condolence"
    page = client.get(address).text
    assert "Was it a mistake?" in page
    assert "Is this person back" not in page


def test_a_word_that_is_translated_later_is_one_line_of_an_answer(app: Flask) -> None:
    macro = app.jinja_env.get_template("macros/lists.html").module.summary_list
    with app.test_request_context("/nl/"), force_locale("nl"):
        rows = [{"key": "Why", "value": lazy_gettext("Phone")}, {"key": "What", "value": ["one", "two"]}]
        assert "<dd>Telefoon</dd>" in macro(rows)
        assert "one<br>two" in macro(rows)
        assert "<dd>3</dd>" in macro([{"key": "Number", "value": 3}])


def test_of_a_long_list_those_one_knows_stand_first(client: FlaskClient, world: World, monkeypatch):
    world.logged("ana", "ana", "fay", said="45 min")
    monkeypatch.setattr(favour_log, "LONG_LIST", 1)
    sign_in(client, world, "ana")
    page = client.get("/en/favours/new?side=gave").text
    known, others = page.split("Someone else", 1)
    assert ("Fay P." in known, "Ben P." in known) == (True, False)
    assert ("Fay P." in others, "Ben P." in others) == (False, True)
    assert '<details class="more" open>' not in page
    chosen = {"side": "gave", "neighbours": str(world.members["ben"]), "time-choice": "other"}
    assert '<details class="more" open>' in client.post("/en/favours/new", data=chosen).text
    sign_in(client, world, "cora")
    assert "Someone else" not in client.get("/en/favours/new?side=others").text


def test_the_plan_says_what_may_be_for_a_professional(client: FlaskClient, world: World) -> None:
    cora = world.actor("cora", now=now())
    wash = NewAsk(
        world.antenna,
        "Who can wash my back each day?",
        member_id=world.members["ben"],
        channel=Channel.PHONE,
    )
    ask = transact(make_ask, wash, actor=cora, now=now()).uid
    sign_in(client, world, "cora")
    assert f'href="/en/asks/{ask}/refer"' in client.get("/en/desk/heembeek/plan").text


def test_where_a_professional_may_be_meant_helpers_come_after_that_is_decided(
    client: FlaskClient, world: World
):
    cora = world.actor("cora", now=now())
    new = NewAsk(
        world.antenna, "Can someone wash my mother?", member_id=world.members["ben"], channel=Channel.PHONE
    )
    address = f"/en/asks/{transact(make_ask, new, actor=cora, now=now()).uid}"
    sign_in(client, world, "cora")
    assert "Why not the others?" not in (page := client.get(address).text)
    assert "First decide whether this is for a professional." in page
    assert f'href="{address}?more=1"' in page
    assert "Why not the others?" in client.get(f"{address}?more=1").text


def test_the_first_of_a_month_is_said_as_people_say_it(app: Flask) -> None:
    with app.test_request_context(), force_locale("fr"):
        assert long_date(date(2026, 5, 1)) == "vendredi 1er mai 2026"
        assert long_date(date(2026, 5, 11)) == "lundi 11 mai 2026"


@pytest.mark.parametrize(("metres", "said"), [(50, "lives 50 m away"), (1200, "lives 1.2 km away (by car)")])
def test_nobody_takes_the_car_to_the_next_door(app: Flask, metres: int, said: str) -> None:
    with app.test_request_context(), force_locale("en"):
        assert reason_words(Reason(ReasonCode.NEAR, {"metres": metres, "means": "car"})) == said


def test_who_gets_letters_gets_the_promise_on_a_card(client: FlaskClient, world: World) -> None:
    def prefer_letters(session: Session) -> None:
        session.get_one(Person, world.people["ben"]).preferred_channel = ContactChannel.LETTER

    transact(prefer_letters)
    proposal, _ask = promised(world)
    sign_in(client, world, "cora")
    page = client.get("/en/desk/heembeek/tell").text
    assert f'href="/en/proposals/{proposal}/card/asker">A card for Ben Peeters (PDF)</a>' in page
    assert client.get(f"/en/proposals/{proposal}/card/asker").mimetype == "application/pdf"


@pytest.mark.parametrize("page", ["", "/file", "/consents", "/certificates"])
def test_who_signed_in_with_a_card_reads_and_is_told_who_changes_it(
    client: FlaskClient, world: World, page: str
):
    address = f"/en/members/{world.uids['ana']}{page}"
    words = "To change something, call us." if page in ("", "/consents") else "Call your antenna.</p></div>"
    doors = (
        f"{address}/change",
        f"{address}/wish",
        '<button class="button button-primary">',
        f"{address}/news",
    )
    sign_in(client, world, "ana", SignedInBy.CARD)
    shown = client.get(address).text
    assert words in shown
    assert [door for door in doors if door in shown] == []
    sign_in(client, world, "ana")
    full = client.get(address).text
    assert words not in full
    assert [door for door in doors if door in full]


def test_what_a_card_may_not_do_says_so_and_nothing_else(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ana", SignedInBy.CARD)
    refused = client.get(f"/en/members/{world.uids['ana']}/wish")
    assert refused.status_code == 403
    assert "We do this together" in refused.text
    assert "Call your antenna." in refused.text
    assert "is for someone else" not in refused.text
    assert "is for someone else" in client.get("/en/desk/heembeek").text


def test_only_who_rings_is_led_to_the_lists_to_ring(client: FlaskClient, world: World) -> None:
    for name, led in (("cora", True), ("tess", False)):
        sign_in(client, world, name)
        assert (
            "/en/antennas/heembeek/signs" in client.get("/en/antennas/heembeek/participation").text
        ) is led


def test_who_gives_a_role_hears_how_one_signs_in_with_it(client: FlaskClient, world: World) -> None:
    def write_address(session: Session) -> None:
        session.get_one(Person, world.people["ben"]).email = "ben@example.org"
        session.get_one(Person, world.people["ana"]).email = ""

    transact(write_address)
    sign_in(client, world, "cora")
    day = network_day(now())
    role = {"role": "treasurer", "starts_on": f"{day:%d/%m/%Y}", "ends_on": f"{day:%d/%m/%Y}"}
    for name, words in (
        ("ben", "they sign in as heembeek-2"),
        ("ana", "Without an e-mail address Ana Peeters"),
    ):
        told = role | {"person": str(world.people[name])}
        assert client.post("/en/antennas/heembeek/team", data=told).status_code == 302
        assert words in client.get("/en/antennas/heembeek/team").text
