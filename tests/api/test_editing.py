"""Changing antennas and members, gifts, and the document of the API."""

import json
from pathlib import Path

import pytest

from tests.factories import World
from timebank.services.signing_in.tokens import SCOPES

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


def test_what_was_read_already_is_not_sent_again(call, world: World):
    for path in (f"/members/{world.uids['ana']}", "/antennas/heembeek"):
        tag = call("ana", "GET", path).headers["ETag"]
        again = call("ana", "GET", path, If_None_Match=tag)
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
        assert call("ana", "GET", path, If_None_Match='"v99"').status_code == 200


@pytest.mark.parametrize(("given", "status"), [("*", 428), ('W/"v1"', 412), ('"v99"', 412), ('""', 412)])
def test_a_change_names_one_version_and_the_right_one(call, world: World, given, status):
    path = f"/members/{world.uids['ana']}"
    assert call("ana", "PATCH", path, {"phone": "02 555 00 11"}, If_Match=given).status_code == status


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b'{"reason": "a"}', "text/plain", 415, "content_type"),
        (b"reason=a", "application/x-www-form-urlencoded", 415, "content_type"),
        (b"{", "application/json", 400, "body_unreadable"),
        (b'{"reason": "\xff"}', "application/json", 400, "body_unreadable"),
        (b'{"reason": "\\ud800"}', "application/json", 400, "body_unreadable"),
        (b'{"reason": NaN}', "application/json", 400, "body_unreadable"),
        (b'{"reason": ' + b"9" * 5000 + b"}", "application/json", 400, "body_unreadable"),
        (b"[" * 100_000, "application/json", 400, "body_unreadable"),
        (b"[1]", "application/json", 422, "invalid_input"),
        (b"null", "application/json", 422, "invalid_input"),
        (b"x" * 30_000_000, "application/json", 413, "body_big"),
    ],
    ids=range(11),
)
def test_a_body_that_can_not_be_read_is_a_problem_and_says_which(
    app, call, world: World, body, content_type, status, code
):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    path = f"/api/v1/favours/{world.uids['ana']}/dispute"
    authorization = call("ana", "GET", "/favours").request.headers["Authorization"]
    headers = {"Authorization": authorization, "Idempotency-Key": "k", "Content-Type": content_type}
    with app.test_client() as client:
        answer = client.post(path, data=body, headers=headers)
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize(
    ("scope", "method", "path"),
    [
        ("antennas:read", "GET", "/antennas"),
        ("antennas:read", "GET", "/antennas/heembeek"),
        ("members:read", "GET", "/members"),
        ("members:write", "POST", "/members"),
        ("favours:read", "GET", "/favours"),
        ("favours:write", "POST", "/favours/{uid}/confirm"),
        ("gifts:read", "GET", "/gifts"),
        ("gifts:write", "POST", "/gifts/{uid}/approve"),
        ("accounts:read", "GET", "/accounts/{uid}"),
        ("accounts:read", "GET", "/accounts/{uid}/entries"),
        ("transfers:read", "GET", "/transfers?antenna=heembeek"),
        ("transfers:read", "GET", "/transfers/{uid}"),
    ],
)
def test_a_token_without_the_scope_sees_and_does_nothing(call, world: World, scope, method, path):
    others = tuple(each for each in SCOPES if each != scope)
    body = {"antenna": "heembeek", "given_name": "Lucie"} if path == "/members" else {}
    answer = call(
        "cora", method, path.format(uid=world.uids["ana"]), body if method == "POST" else None, key="k",
        scopes=others,
    )  # fmt: skip
    assert (answer.status_code, answer.json["code"]) == (403, "scope")
