"""Asks through the pages: in one's own words, understood, corrected, asked for, ended."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.models.ask import Ask
from timebank.models.proposal import Proposal
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.uow import reading, transact

WORDS = "Who can bring me to the eye doctor?"


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def only_ask() -> Ask:
    with reading() as session:
        return session.scalars(select(Ask)).one()


def tell(client: FlaskClient, **changes: str) -> str:
    form = {"words": WORDS, "who": "Ben", "channel": "phone"} | changes
    return client.post("/en/asks/new", data=form).get_data(as_text=True)


def save(client: FlaskClient, **changes: str) -> str:
    kept = {"words": WORDS, "who": "Ben", "channel": "phone", "understood": "yes", "request_token": "one-tap"}
    answer = client.post("/en/asks/new", data=kept | {"category": "lift", "time": "1u30"} | changes)
    return answer.location or answer.get_data(as_text=True)


def test_a_phoned_ask_of_a_known_member_takes_three_pages(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    transact(
        save_offer,
        world.uids["ana"],
        OfferDetails(likes=("lift",), car_metres=9000),
        actor=world.actor("ana", now=now()),
        now=now(),
    )
    page = tell(client)
    assert "Ben Peeters:" in page
    address = save(client)
    ask = only_ask()
    assert (ask.words, ask.minutes, ask.state.value, ask.channel.value) == (WORDS, 90, "open", "phone")
    shown = client.get(address).get_data(as_text=True)
    assert "Ana Peeters" in shown
    assert "Has a car" in shown


def test_what_is_wanted_each_day_begins_tomorrow_and_the_hint_is_said_once(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    page = tell(client, words="Who can wash my mother every day?")
    tomorrow = local_day(now(), "Europe/Brussels") + timedelta(days=1)
    assert re.search(rf'value="{tomorrow}"[^>]* checked|checked[^>]* value="{tomorrow}"', page)
    assert page.count("Perhaps a professional can do this better.") == 1


def test_a_double_tap_writes_one_ask(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    assert save(client) == save(client)
    only_ask()


def test_a_wrong_day_keeps_what_was_typed_and_says_what_to_do(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    page = save(client, other_day="the day after", place="Saint John&#39;s")
    assert "Write the day like 23/11/2026." in page
    assert 'value="the day after"' in page
    assert "Saint John" in page


def test_two_members_of_one_name_give_a_choice_and_a_stranger_a_hint(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    assert "Which of them?" in tell(client, who="Peeters")
    assert "tick “Not a member yet”" in tell(client, who="Georgette")
    save(client, who="Georgette", not_member="y", asker_phone="02 555 01 10")
    assert only_ask().asker_phone == "02 555 01 10"


def test_a_member_asks_for_themselves_and_sees_how_it_stands(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    address = save(client)
    assert only_ask().state.value == "new"
    page = client.get(address).get_data(as_text=True)
    assert WORDS in page
    assert "Who could help" not in page
    client.post(f"{address}/end", data={"step": "give_up"})
    assert only_ask().state.value == "new"
    client.post(f"{address}/end", data={"step": "withdraw"})
    assert only_ask().state.value == "withdrawn"


def test_a_helper_who_says_yes_on_the_phone_has_promised(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = save(client, days=local_day(now(), "Europe/Brussels").isoformat())
    ask = only_ask()
    form = {
        "member": str(world.members["ana"]),
        "answer": "yes",
        "day": local_day(now(), "Europe/Brussels").isoformat(),
        "minute": "600",
    }
    refused = client.post(f"{address}/propose", data=form)
    assert "Say why you ask this helper all the same." in refused.get_data(as_text=True)
    client.post(
        f"{address}/propose",
        data=form | {"override_note": "She offered it at the coffee", "request_token": "2"},
    )
    with reading() as session:
        proposal = session.scalars(select(Proposal).where(Proposal.ask_id == ask.id)).one()
    assert (proposal.state.value, proposal.from_minute) == ("accepted", 600)


def test_a_stale_save_shows_that_someone_was_faster(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = save(client)
    form = {"version": "1", "category": "visit", "time": "1u", "place": "The library"}
    assert client.post(f"{address}/change", data=form).status_code == 302
    again = client.post(f"{address}/change", data=form | {"place": "My place"})
    assert again.status_code == 412
    page = again.get_data(as_text=True)
    assert 'value="My place"' in page
    assert not re.search(r'name="version" value="1"', page)


def test_an_ask_says_when_in_one_breath(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    day = local_day(now(), "Europe/Brussels") + timedelta(days=2)
    fixed = client.get(save(client, days=day.isoformat(), clock="10:30")).text
    assert f"{day:%A} {day.day} {day:%B %Y} at 10:30" in fixed
    assert "8:00" not in fixed
    free = client.get(save(client, days=day.isoformat(), request_token="two")).text
    assert "20:00" not in free
    assert (
        "8:00–12:00" in client.get(save(client, days=day.isoformat(), parts="0", request_token="three")).text
    )
    assert "Ben Peeters:" not in client.get("/en/asks").text


def test_an_empty_ask_is_answered_in_words_that_suit_both(client: FlaskClient, world: World) -> None:
    for name in ("ben", "cora"):
        sign_in(client, world, name)
        assert "Write down what is asked, in plain words." in tell(client, words=" ")
