"""Two save the same page: the late one reads what the other wrote, keeps what they typed, and may insist."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of, offer_of
from tests.unit.services.test_referrals import service_of

Told = Callable[[World], tuple[str, dict[str, str], str]]
"""The page's path, what is sent besides, and the field in which the two differ."""


def of_an_ask(world: World) -> tuple[str, dict[str, str], str]:
    return f"asks/{ask_of(world)}/change", {"category": "visit", "time": "1u", "slots": "1"}, "place"


def of_an_offer(world: World) -> tuple[str, dict[str, str], str]:
    offer_of(world)
    return f"members/{world.uids['ana']}/offer", {"likes": "visit", "free": "3", "foot": "1000"}, "words"


def of_a_member(world: World) -> tuple[str, dict[str, str], str]:
    told = {"given_name": "Ana", "family_name": "Peeters", "language": "nl", "preferred_channel": "phone"}
    return f"members/{world.uids['ana']}/change", told | {"phone": "02 555 01 01"}, "building"


def of_an_antenna(world: World) -> tuple[str, dict[str, str], str]:
    return "antennas/heembeek/change", {"name": "Heembeek", "languages": "nl"}, "hours_nl"


def of_a_service(world: World) -> tuple[str, dict[str, str], str]:
    return f"directory/entries/{service_of(world)}/change", {"name": "Maks", "phone": "106"}, "hours_nl"


@pytest.mark.parametrize("made", [of_an_ask, of_an_offer, of_a_member, of_an_antenna, of_a_service])
def test_the_late_one_sees_both_and_may_insist(client: FlaskClient, world: World, made: Told) -> None:
    path, told, field = made(world)
    sign_in(client, world, "carl")
    read = version_in(client.get(f"/en/{path}").text)
    sign_in(client, world, "cora")
    assert client.post(f"/en/{path}", data=told | {"version": read, field: "As Cora says"}).status_code == 302
    sign_in(client, world, "carl")
    mine = told | {field: "As Carl <says>"}
    late = client.post(f"/en/{path}", data=mine | {"version": read})
    assert late.status_code == 412
    assert "<dd>As Cora says</dd>" in late.text
    assert late.text.count("As Carl &lt;says&gt;") == 1
    assert client.post(f"/en/{path}", data=mine | {"version": version_in(late.text)}).status_code == 302
    assert "As Carl &lt;says&gt;" in client.get(f"/en/{path}").text


def test_only_what_differs_is_shown_in_words(client: FlaskClient, world: World) -> None:
    path, told, _field = of_an_offer(world)
    sign_in(client, world, "cora")
    page = client.post(f"/en/{path}", data=told | {"version": "0"}).text
    shown = dict(re.findall(r"<dt>([^<]+)</dt>\s*<dd>([^<]+)</dd>", page))
    assert shown["What do you like to do for someone?"] == "A visit, A lift"
    assert shown["And by car?"] == "Up to 10 km"
    assert shown["When are you free, as a rule?"].startswith("Monday: Morning, Monday: Afternoon")
    assert "How far do you go on foot?" not in shown


def version_in(page: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found is not None
    return found[1]
