"""The duty roster through its pages: planned, changed, taken over, on the wall, on the desk and in the calendar."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from tests.web.test_calendar import address, summaries
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.models.desk import Duty
from timebank.uow import reading

HOME = "antennas/heembeek/roster"


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def told(world: World, name: str = "cora", other: str = "", **changes: str) -> dict[str, str]:
    substitute = str(world.people[other]) if other else ""
    told = {"on_day": f"{world.today:%d/%m/%Y}", "starts": "14u", "ends": "16:30", "weeks": "1"}
    return told | {"person": str(world.people[name]), "substitute": substitute} | changes


def duties() -> list[tuple[int, int]]:
    """The id and version of each turn."""
    with reading() as session:
        return [(each.id, each.version) for each in session.scalars(select(Duty).order_by(Duty.id))]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    check_page(client, f"/{language}/{HOME}", language)
    check_page(client, f"/{language}/{HOME}/sheet", language)
    client.post(f"/en/{HOME}/new", data=told(world, other="carl"))
    ((duty, _version),) = duties()
    for page in ("", "/sheet", "/new", f"/{duty}/change"):
        check_page(client, f"/{language}/{HOME}{page}", language)
    check_page(client, f"/{language}/desk/heembeek", language)


def test_a_turn_stands_in_the_roster_on_the_wall_and_on_today_s_desk(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    answer = client.post(f"/en/{HOME}/new", data=told(world, other="carl"), follow_redirects=True)
    assert "It is in the roster." in answer.text
    assert "14:00–16:30" in answer.text
    desk = client.get("/en/desk/heembeek").text
    assert "14:00–16:30, Cora Peeters is on duty. Carl Peeters steps in." in desk
    wall = client.get(f"/en/{HOME}/sheet").text
    assert "<td>Cora</td><td>Carl</td>" in wall
    assert "Peeters" not in wall
    path = address(client, "/en/desk/heembeek/calendar")
    assert summaries(client, path) == ["Dienst: Cora (springt in: Carl)"]


def test_a_double_tap_plans_once(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    for _tap in range(2):
        answer = client.post(f"/en/{HOME}/new", data=told(world, weeks="3", request_token="a" * 22))
        assert answer.status_code == 302
    assert len(duties()) == 3


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"on_day": "soon"}, "Write the day like 23/11/2026."),
        ({"starts": ""}, "Write the time like 10:30."),
        ({"ends": "13:00"}, "A turn ends after it begins, on the same day."),
        ({"weeks": "many"}, "Choose between 1 and 13."),
        ({"person": "x"}, "Choose someone who has a role here on"),
    ],
)
def test_what_is_no_turn_keeps_what_was_typed(
    client: FlaskClient, world: World, changes: dict[str, str], text: str
) -> None:
    sign_in(client, world, "cora")
    answer = client.post(f"/en/{HOME}/new", data=told(world, **{"ends": "16:35"} | changes))
    assert answer.status_code == 422
    assert text in answer.text
    assert f'value="{changes.get("ends", "16:35")}"' in answer.text
    assert duties() == []


def test_a_stale_save_shows_what_stands_there_and_keeps_what_was_typed(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=told(world))
    ((duty, version),) = duties()
    change = f"/en/{HOME}/{duty}/change"
    assert client.post(change, data=told(world, ends="17:00", version=str(version))).status_code == 302
    late = client.post(change, data=told(world, ends="18:00", version=str(version)))
    assert late.status_code == 412
    assert "14:00–17:00" in late.text
    assert 'value="18:00"' in late.text
    again = client.post(change, data=told(world, ends="18:00", version=str(version + 1)))
    assert again.status_code == 302


def test_an_antenna_person_steps_in_and_who_comes_second_hears_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=told(world))
    ((duty, version),) = duties()
    sign_in(client, world, "ann")
    assert "The roster of Heembeek" in client.get("/en/").text
    step = f"/en/{HOME}/{duty}/step-in"
    taken = client.post(step, data={"version": str(version)}, follow_redirects=True)
    assert "This turn is yours now." in taken.text
    sign_in(client, world, "carl")
    late = client.post(step, data={"version": str(version)}, follow_redirects=True)
    assert "Ann Peeters" in late.text
    assert "This turn is yours now." not in late.text


def test_a_turn_that_is_taken_out_is_gone(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    client.post(f"/en/{HOME}/new", data=told(world))
    ((duty, version),) = duties()
    remove = f"/en/{HOME}/{duty}/remove"
    assert client.get(remove).status_code == 405
    answer = client.post(remove, data={"version": str(version)}, follow_redirects=True)
    assert "The turn is out of the roster." in answer.text
    assert duties() == []
    assert client.post(remove, data={"version": str(version)}).status_code == 404


def test_the_address_names_a_week_and_a_wrong_one_is_this_week(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    later = world.today + timedelta(days=60)
    client.post(f"/en/{HOME}/new", data=told(world, on_day=f"{later:%d/%m/%Y}"))
    assert "14:00–16:30" not in client.get(f"/en/{HOME}").text
    assert "14:00–16:30" in client.get(f"/en/{HOME}?start={later}").text
    for wrong in ("soon", "9999-12-31", "0001-01-01"):
        assert client.get(f"/en/{HOME}?start={wrong}").status_code == 200
    assert client.get(f"/en/{HOME}/99999999999999999999/change").status_code == 404
