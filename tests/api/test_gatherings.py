"""Gatherings over the API: planned once under a key, ticked by differences, names for coordinators only."""

from datetime import timedelta

from tests.factories import World
from timebank.clock import now
from timebank.domain.days import local_day


def planned(call, key: str = "g", days: int = 0, **changes: object):
    day = (local_day(now(), "Europe/Brussels") + timedelta(days=days)).isoformat()
    body = {"antenna": "heembeek", "title": "Coffee", "held_on": day, "from_minute": 840} | changes
    return call("cora", "POST", "/gatherings", body, key=key)


def test_a_gathering_is_planned_once_ticked_and_changed(call, world: World):
    first, second = planned(call), planned(call)
    assert first.status_code == 201, first.text
    assert first.json == second.json
    path = f"/gatherings/{first.json['uid']}"
    ben, ana = (str(world.uids[name]) for name in ("ben", "ana"))
    told = call("cora", "POST", f"{path}/attendance", {"came": [ben, ana], "new_faces": 2}, key="1")
    assert told.status_code == 200, told.text
    call("cora", "POST", f"{path}/attendance", {"not_there": [ana]}, key="2")
    read = call("cora", "GET", path)
    assert (read.json["came"], read.json["new_faces"]) == ([ben], 2)
    changed = call("cora", "PATCH", path, {"title": "Tea"}, If_Match=read.headers["ETag"])
    assert (changed.json["title"], changed.json["from_minute"]) == ("Tea", 840)
    assert call("cora", "PATCH", path, {"title": "x"}, If_Match=read.headers["ETag"]).status_code == 412
    assert call("cora", "POST", f"{path}/call-off", key="3").status_code == 409


def test_who_came_is_told_to_coordinators_only(call, world: World):
    path = f"/gatherings/{planned(call).json['uid']}"
    for name in ("ana", "ann", "tess", "pia"):
        read = call(name, "GET", path)
        assert (read.status_code, read.json["came"], read.json["new_faces"]) == (200, None, None)
        assert call(name, "POST", f"{path}/attendance", {"new_faces": 1}, key=name).status_code == 403
    assert call("dov", "GET", path).status_code == 404


def test_nobody_comes_before_the_day_or_from_another_antenna(call, world: World):
    path = f"/gatherings/{planned(call, days=2).json['uid']}"
    early = call("cora", "POST", f"{path}/attendance", {"new_faces": 1}, key="1")
    assert early.json["code"] == "not_yet"
    path = f"/gatherings/{planned(call, 'today').json['uid']}"
    stranger = call("cora", "POST", f"{path}/attendance", {"came": [str(world.uids["dia"])]}, key="2")
    assert stranger.json["code"] == "not_a_member"


def test_the_list_holds_your_antennas_page_by_page(call, world: World):
    for number in range(3):
        planned(call, str(number))
    first = call("ana", "GET", "/gatherings?limit=2")
    assert len(first.json["items"]) == 2
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    assert len(call("ana", "GET", following).json["items"]) == 1
    assert call("dov", "GET", "/gatherings").json["items"] == []
