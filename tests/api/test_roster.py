"""Turns of the roster by the API: the same service and team as on the pages."""

from datetime import timedelta

import pytest

from tests.factories import World
from timebank.models.member import Person
from timebank.uow import reading

ROSTER = "/antennas/heembeek/roster"


def person(world: World, name: str) -> str:
    with reading() as session:
        return str(session.get_one(Person, world.people[name]).uid)


def turn(world: World, **changes: object) -> dict[str, object]:
    day = (world.today + timedelta(days=2)).isoformat()
    told = {"on_day": day, "from_minute": 540, "until_minute": 720, "person": person(world, "cora")}
    return told | {"substitute": person(world, "carl")} | changes


def test_a_turn_is_planned_for_some_weeks_once_and_read_with_its_names(call, world: World) -> None:
    made, again = (call("cora", "POST", ROSTER, turn(world, weeks=3), key="a") for _time in range(2))
    assert (made.status_code, made.json) == (201, again.json), made.text
    assert "Peeters" not in made.text
    days = [each["on_day"] for each in made.json["items"]]
    assert days == [(world.today + timedelta(days=2 + 7 * week)).isoformat() for week in range(3)]
    listed = call("ann", "GET", f"{ROSTER}?weeks=2").json["items"]
    assert [each["name"] for each in listed] == ["Cora Peeters"] * 2
    one = call("ann", "GET", f"{ROSTER}/{listed[0]['id']}")
    assert (one.json, one.headers["ETag"]) == (listed[0], '"v1"')
    first = listed[1]["on_day"]
    assert call("ann", "GET", f"{ROSTER}?first={first}&weeks=1").json["items"] == [listed[1]]


def test_a_turn_is_changed_under_its_tag_and_taken_over_and_removed(call, world: World) -> None:
    made = call("cora", "POST", ROSTER, turn(world), key="a").json["items"][0]
    path = f"{ROSTER}/{made['id']}"
    assert call("cora", "PATCH", path, {"until_minute": 660}).status_code == 428
    changed = call("cora", "PATCH", path, {"until_minute": 660, "substitute": None}, If_Match='"v1"')
    assert (changed.json["until_minute"], changed.json["substitute"]) == (660, None), changed.text
    assert changed.json["name"] == "Cora Peeters"
    assert call("carl", "PATCH", path, {"until_minute": 600}, If_Match='"v1"').status_code == 412
    taken = call("ann", "POST", f"{path}/step-in", key="b", If_Match='"v2"')
    assert taken.json["person"] == person(world, "ann"), taken.text
    assert call("carl", "GET", path).json["name"] == "Ann Peeters"
    assert call("carl", "POST", f"{path}/remove", key="c", If_Match='"v2"').status_code == 412
    gone = call("carl", "POST", f"{path}/remove", key="d", If_Match='"v3"')
    assert (gone.status_code, gone.json) == (200, {"id": made["id"]})
    assert call("carl", "GET", path).status_code == 404


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"person": "00000000-0000-0000-0000-000000000001"}, "duty_person"),
        ({"on_day": "2020-01-01"}, "duty_day"),
        ({"on_day": "9999-12-31", "weeks": 13}, "duty_person"),
        ({"until_minute": 540}, "duty_hours"),
    ],
)
def test_what_is_no_turn_is_refused(call, world: World, changes: dict[str, object], code: str) -> None:
    answer = call("cora", "POST", ROSTER, turn(world, **changes), key="a")
    assert (answer.status_code, answer.json["code"]) == (422, code), answer.text


def test_whose_turn_it_can_be_is_told_to_coordinators(call, world: World) -> None:
    found = call("cora", "GET", f"{ROSTER}/people").json["items"]
    assert {each["name"] for each in found} == {"Cora Peeters", "Carl Peeters", "Ann Peeters"}
    assert person(world, "ann") in {each["person"] for each in found}
    assert call("cora", "GET", f"{ROSTER}/people?first=9999-12-31").json["items"] == []
    assert call("cora", "GET", f"{ROSTER}?first=9999-12-31&weeks=53").json["items"] == []
    assert call("ann", "GET", f"{ROSTER}/people").status_code == 403


def test_the_roster_is_the_team_s_alone(call, world: World) -> None:
    made = call("cora", "POST", ROSTER, turn(world), key="a").json["items"][0]
    path = f"{ROSTER}/{made['id']}"
    for who, status in (("ana", 403), ("tess", 403), ("dov", 404)):
        assert call(who, "GET", ROSTER).status_code == status
        assert call(who, "GET", path).status_code == status
        assert call(who, "POST", f"{path}/step-in", key=f"s{who}", If_Match='"v1"').status_code == status
    assert call("ann", "POST", ROSTER, turn(world), key="b").status_code == 403
    assert call("dov", "POST", ROSTER, turn(world), key="c").status_code == 404
    assert call("dov", "GET", f"/antennas/marolles/roster/{made['id']}").status_code == 404
    assert call("cora", "POST", ROSTER, turn(world), key="e", scopes=("antennas:read",)).status_code == 403
