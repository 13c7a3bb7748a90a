"""Slips like last week's: chosen from a list, checked, booked; looking books nothing."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.models.favour import Favour
from timebank.uow import reading

LIST = "/en/desk/heembeek/slips"


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def favours() -> int:
    with reading() as session:
        return session.scalars(select(func.count()).select_from(Favour)).one()


def hidden(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html):
        found.setdefault(name, []).append(value)
    return found


def test_a_slip_like_last_week_s_is_checked_and_booked(client: FlaskClient, world: World) -> None:
    uid = world.logged("cora", said="45 min", done_on=world.today - timedelta(days=7), category="visit")
    sign_in(client, world, "cora")
    assert f"/en/favours/{uid}/slip" in client.get(LIST).text
    page = client.get(f"/en/favours/{uid}/slip").text
    assert "Is this right?" in page
    assert favours() == 1
    kept = hidden(page)
    changed = client.post("/en/favours/new", data=kept | {"change": "yes"}).text
    assert "Who helped?" in changed
    assert favours() == 1
    done = client.post("/en/favours/new", data=kept | {"checked": "yes"}, follow_redirects=True).text
    assert "It counts from now on." in done
    assert LIST in done
    assert (world.balance("ana"), world.balance("ben")) == (45, -45)
    again = client.post("/en/favours/new", data=kept | {"checked": "yes"})
    assert (again.status_code, favours()) == (302, 2)
    assert f"/en/favours/{uid}/slip" not in client.get(LIST).text


def test_a_slip_names_who_came_from_another_antenna(client: FlaskClient, world: World) -> None:
    uid = world.logged("cora", receiver="dov", done_on=world.today - timedelta(days=7))
    sign_in(client, world, "cora")
    page = client.get(f"/en/favours/{uid}/slip").text
    assert "Dov Peeters (Marolles)" in page


def test_just_thanks_comes_back_as_just_thanks(client: FlaskClient, world: World) -> None:
    uid = world.logged(
        "cora", said="", with_hours=False, done_on=world.today - timedelta(days=7), category="visit"
    )
    sign_in(client, world, "cora")
    kept = hidden(client.get(f"/en/favours/{uid}/slip").text)
    client.post("/en/favours/new", data=kept | {"checked": "yes"})
    assert (favours(), world.balance("ana")) == (2, 0)


def test_a_desk_without_slips_says_so_in_every_language(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    for language, words in (
        ("en", "Nothing of last week"),
        ("nl", "Niets van vorige week"),
        ("fr", "Rien de la"),
    ):
        assert words in client.get(f"/{language}/desk/heembeek/slips").text


def test_an_antenna_person_is_not_led_to_the_list(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "ann")
    new = {
        "side": "others",
        "neighbours": [str(world.members["ana"])],
        "receivers": [str(world.members["ben"])],
        "time-choice": "60",
        "channel": "slip",
        "slip_signed": "y",
        "checked": "yes",
    }
    done = client.post("/en/favours/new", data=new, follow_redirects=True)
    assert done.status_code == 200
    assert LIST not in done.text
