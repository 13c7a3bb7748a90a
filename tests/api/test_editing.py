"""Changing antennas and members, gifts, and the document of the API."""

import json
from pathlib import Path

from tests.factories import World

ROOT = Path(__file__).resolve().parents[2]


def test_a_change_names_the_version_that_was_read(call, world: World):
    path = f"/members/{world.uids['ana']}"
    read = call("ana", "GET", path)
    tag = read.headers["ETag"]
    missing = call("ana", "PATCH", path, {"phone": "02 555 00 11"})
    assert (missing.status_code, missing.json["code"]) == (428, "if_match_missing")
    changed = call("ana", "PATCH", path, {"phone": "02 555 00 11"}, If_Match=tag)
    assert changed.status_code == 200, changed.text
    assert changed.headers["ETag"] != tag
    stale = call("cora", "PATCH", path, {"phone": "02 555 00 12"}, If_Match=tag)
    assert (stale.status_code, stale.json["code"]) == (412, "stale")
    assert call("ana", "GET", path).json["given_name"] == "Ana"


def test_cannot_give_alone_is_a_change_too(call, world: World):
    path = f"/members/{world.uids['ana']}"
    tag = call("ana", "GET", path).headers["ETag"]
    changed = call("ana", "PATCH", path, {"cannot_give": True}, If_Match=tag)
    assert changed.json["cannot_give"] is True
    assert call("cora", "PATCH", path, {"cannot_give": False}, If_Match=tag).status_code == 412


def test_an_antenna_is_changed_by_its_coordinator_alone(call, world: World):
    tag = call("cora", "GET", "/antennas/heembeek").headers["ETag"]
    for name, status in (("ana", 403), ("dov", 404), ("cora", 200)):
        answer = call(name, "PATCH", "/antennas/heembeek", {"phone": "02 999 00 00"}, If_Match=tag)
        assert answer.status_code == status, name
    assert call("dov", "GET", "/antennas/heembeek").json["phone"] == "02 999 00 00"


def test_a_coordinator_adds_a_member_once(call, world: World):
    body = {"antenna": "heembeek", "given_name": "Lucie", "language": "fr"}
    first, second = (call("cora", "POST", "/members", body, key="l") for _ in range(2))
    assert first.status_code == 201, first.text
    assert first.json == second.json
    assert call("ana", "POST", "/members", body, key="l").status_code == 403


def test_a_gift_moves_minutes_and_a_large_grant_waits_for_a_second_person(call, world: World):
    grant = {"from_antenna": "heembeek", "to_antenna": "heembeek", "to_member": str(world.uids["ana"])}
    small = call("cora", "POST", "/gifts", grant | {"minutes": 60}, key="1")
    assert small.json["state"] == "booked", small.text
    large = call("cora", "POST", "/gifts", grant | {"minutes": 3000}, key="2")
    assert large.json["state"] == "proposed"
    path = f"/gifts/{large.json['uid']}/approve"
    assert call("cora", "POST", path, key="3").status_code == 403
    assert call("carl", "POST", path, key="4").json["state"] == "booked"
    away = {
        "from_antenna": "heembeek",
        "from_member": str(world.uids["ana"]),
        "to_antenna": "marolles",
        "minutes": 30,
    }
    assert call("ana", "POST", "/gifts", away, key="5").status_code == 201
    assert world.balance("ana") == 3030
    assert world.pot("marolles") == 30
    assert len(call("ana", "GET", "/gifts").json["items"]) == 3
    assert call("dia", "GET", "/gifts").json["items"] == []


def test_a_wrong_path_or_method_is_a_problem_too(call):
    for method, path, status in (("GET", "/nothing", 404), ("DELETE", "/favours", 405)):
        answer = call("ana", method, path)
        assert answer.status_code == status
        assert answer.content_type == "application/problem+json"
    assert "GET" in call("ana", "DELETE", "/favours").headers["Allow"]


def test_the_document_names_every_route_of_the_api(app, client):
    document = client.get("/api/openapi.json").json
    assert document["openapi"].startswith("3.1")
    routes = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1")]
    named = {
        (path, method.upper())
        for path, each in document["paths"].items()
        for method in each
        if method != "parameters"
    }
    assert len(named) == sum(len(rule.methods - {"HEAD", "OPTIONS"}) for rule in routes)


def test_the_kept_copy_of_the_document_is_the_one_that_is_served(client):
    """Renew it with: flask openapi write --format=json docs/openapi.json"""
    kept = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    assert client.get("/api/openapi.json").json == kept
