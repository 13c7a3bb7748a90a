"""Gatherings by the pages: planned, printed, ticked by first name, and the next ask one tap away."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.services.measuring.gathering_lists import who_came
from timebank.services.measuring.gatherings import GatheringDetails, find_gathering, plan_gathering
from timebank.uow import reading, transact


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def today():
    return local_day(now(), "Europe/Brussels")


def planned(world: World, days: int = 0, title: str = "Coffee"):
    details = GatheringDetails(title, today() + timedelta(days=days), 14 * 60, "De Linde")
    cora = world.actor("cora", now=now())
    return transact(plan_gathering, world.antenna, details, actor=cora, now=now()).uid


def came(world: World, uid) -> set[str]:
    cora = world.actor("cora", now=now())
    with reading() as session:
        found = who_came(session, find_gathering(session, uid, actor=cora), actor=cora)
        return {each.person.given_name for each in found}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    check_page(client, f"/{language}/antennas/heembeek/gatherings", language)
    uid, coming = planned(world), planned(world, 7)
    client.post(
        f"/en/gatherings/{uid}/attendance", data={"came": str(world.members["ben"]), "new_faces": "1"}
    )
    pages = ["antennas/heembeek/gatherings", "antennas/heembeek/gatherings/new", f"gatherings/{coming}"]
    pages += [f"gatherings/{uid}{step}" for step in ("", "/change", "/invitation", "/sheet")]
    for page in pages:
        check_page(client, f"/{language}/{page}", language)
    sign_in(client, world, "ana")
    check_page(client, f"/{language}/antennas/heembeek/gatherings", language)


def test_a_gathering_is_planned_once_and_a_fault_keeps_what_was_typed(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    address = "/en/antennas/heembeek/gatherings/new"
    sent = {"title": "Soup <3", "held_on": "31/31", "clock": "half past", "kind": "meal"}
    for changes, words in (({}, "Write the day like"), ({"held_on": "1/2/2027"}, "Write the time like")):
        answer = client.post(address, data=sent | changes)
        assert answer.status_code == 422
        assert words in answer.text
        assert "Soup &lt;3" in answer.text
    sent |= {"held_on": f"{today():%d/%m/%Y}", "clock": "14u30", "request_token": "one"}
    first, second = (client.post(address, data=sent) for _ in range(2))
    assert first.location == second.location
    assert "14:30" in client.get(first.location).text


def test_who_came_is_ticked_and_their_next_ask_is_a_tap_away(client: FlaskClient, world: World) -> None:
    uid = planned(world)
    sign_in(client, world, "cora")
    ids = world.members
    address = f"/en/gatherings/{uid}/attendance"
    sent = {
        "came": [str(ids["ben"]), str(ids["ana"])],
        "shown": f"{ids['ben']} {ids['ana']}",
        "new_faces": "3",
    }
    for _twice in range(2):
        assert client.post(address, data=sent).status_code == 302
    page = client.get(f"/en/gatherings/{uid}").text
    assert "An ask of Ben Peeters" in page
    assert 'value="3"' in page
    client.post(
        address, data={"came": [str(ids["fay"])], "shown": f"{ids['fay']} {ids['ana']}", "new_faces": "3"}
    )
    assert came(world, uid) == {"Ben", "Fay"}
    refused = client.post(address, data=sent | {"new_faces": "many"})
    assert refused.status_code == 422
    assert "Choose between 0 and 500" in refused.text
    assert came(world, uid) == {"Ben", "Fay"}


def test_nobody_is_ticked_before_the_day(client: FlaskClient, world: World) -> None:
    uid = planned(world, 3)
    sign_in(client, world, "cora")
    answer = client.post(f"/en/gatherings/{uid}/attendance", data={"came": str(world.members["ben"])})
    assert answer.status_code == 422
    assert "still to come" in answer.text


def test_a_late_change_sees_the_other_one(client: FlaskClient, world: World) -> None:
    uid = planned(world)
    sign_in(client, world, "cora")
    address = f"/en/gatherings/{uid}/change"
    sent = {"title": "Tea", "held_on": f"{today():%d/%m/%Y}", "version": "1", "kind": "coffee"}
    assert client.post(address, data=sent).status_code == 302
    late = client.post(address, data=sent | {"title": "Cake"})
    assert late.status_code == 412
    assert "Tea" in late.text
    assert 'value="Cake"' in late.text


def test_one_that_is_called_off_is_seen_by_everybody(client: FlaskClient, world: World) -> None:
    uid = planned(world, 5)
    sign_in(client, world, "cora")
    assert client.post(f"/en/gatherings/{uid}/call-off").status_code == 302
    assert client.post(f"/en/gatherings/{uid}/call-off").status_code == 409
    sign_in(client, world, "ana")
    assert "called off" in client.get("/en/antennas/heembeek/gatherings").text


def test_the_sheet_has_first_names_only_and_the_invitation_no_name(client: FlaskClient, world: World) -> None:
    uid = planned(world)
    sign_in(client, world, "cora")
    sheet = client.get(f"/nl/gatherings/{uid}/sheet").text
    assert "Ben P." in sheet
    assert "Peeters" not in sheet
    assert "Ben" not in client.get(f"/nl/gatherings/{uid}/invitation").text


def test_outsiders_and_members_read_no_names(client: FlaskClient, world: World) -> None:
    uid = planned(world)
    for name, statuses in (("dov", [404, 404, 404]), ("ana", [200, 403, 403])):
        sign_in(client, world, name)
        pages = ("antennas/heembeek/gatherings", f"gatherings/{uid}", f"gatherings/{uid}/sheet")
        assert [client.get(f"/en/{page}").status_code for page in pages] == statuses
