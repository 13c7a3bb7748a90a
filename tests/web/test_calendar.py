"""The calendar's address through the pages: shown once, read without signing in, renewed and stopped."""

import re
from datetime import timedelta

import icalendar
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.web.test_answers import asked
from timebank.clock import now
from timebank.services.coordinating.roster import DutyDetails, add_duty
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import transact


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def promised(world: World) -> None:
    uid = asked(world, days=2)
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana", now=now()), now=now())


def address(client: FlaskClient, path: str) -> str:
    page = client.post(path).get_data(as_text=True)
    found = re.search(r"/calendar/[\w-]+\.ics", page)
    assert found is not None
    return found[0]


def summaries(client: FlaskClient, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    return [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(answer.data).walk("VEVENT")]


def test_an_address_is_shown_once_and_works_without_signing_in(client: FlaskClient, world: World) -> None:
    promised(world)
    sign_in(client, world, "ana")
    path = address(client, "/en/agenda/calendar")
    assert path not in client.get("/en/agenda/calendar").get_data(as_text=True)
    client.post("/en/sign-out")
    assert summaries(client, path) == ["U helpt Ben (een rit)"]
    assert "Peeters" not in client.get(path).get_data(as_text=True)


def test_a_new_address_ends_the_old_and_stopping_ends_it_too(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ben")
    old, new = (address(client, "/en/agenda/calendar") for _tap in range(2))
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    assert client.post("/en/agenda/calendar/stop").status_code == 302
    assert client.get(new).status_code == 404
    assert client.get("/calendar/unknown.ics").status_code == 404


def test_turns_stand_in_one_s_own_calendar_in_words(client: FlaskClient, world: World) -> None:
    cora, people, day = world.actor("cora", now=now()), world.people, world.today + timedelta(days=2)
    for start, person, other in ((540, "cora", None), (600, "cora", "carl"), (660, "carl", "cora")):
        details = DutyDetails(day, start, start + 60, people[person], other and people[other])
        transact(add_duty, world.antenna, details, actor=cora, now=now())
    sign_in(client, world, "cora")
    assert "Your turns of the roster" in client.get("/en/agenda/calendar").text
    assert summaries(client, address(client, "/en/agenda/calendar")) == [
        "Heembeek: uw beurt",
        "Heembeek: uw beurt (springt in: Carl)",
        "Heembeek: als het nodig is, springt u in voor Carl",
    ]
    sign_in(client, world, "ana")
    assert "Your turns of the roster" not in client.get("/en/agenda/calendar").text


def test_a_coordinator_has_all_promises_of_the_antenna(client: FlaskClient, world: World) -> None:
    promised(world)
    sign_in(client, world, "cora")
    path = address(client, "/en/desk/heembeek/calendar")
    assert summaries(client, path) == ["Ana voor Ben (een rit)"]
    client.post("/en/desk/heembeek/calendar/stop")
    assert client.get(path).status_code == 404
