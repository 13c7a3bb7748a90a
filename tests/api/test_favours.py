"""Favours over the API: the same services, by token, once for each key."""

import concurrent.futures
import uuid

import pytest

from tests.factories import World
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.services.signing_in.tokens import SCOPES


def favour(world: World, giver: str = "ana", receiver: str = "ben", minutes: int = 60, **more):
    return {
        "antenna": "heembeek",
        "givers": [str(world.uids[giver])],
        "receivers": [str(world.uids[receiver])],
        "done_on": network_day(now()).isoformat(),
        "minutes": minutes,
    } | more


def test_a_favour_is_written_down_confirmed_and_stands_on_both_accounts(call, world: World):
    made = call("ana", "POST", "/favours", favour(world, thanks="Dank u"), key="1")
    assert made.status_code == 201, made.text
    assert made.json["state"] == "logged"
    uid = made.json["uid"]
    done = call("ben", "POST", f"/favours/{uid}/confirm", {}, key="2")
    assert done.status_code == 200, done.text
    assert done.json["state"] == "confirmed"
    assert (world.balance("ana"), world.balance("ben")) == (60, -60)
    account = call("ana", "GET", f"/members/{world.uids['ana']}").json["account"]
    assert call("ana", "GET", f"/accounts/{account}").json["balance_minutes"] == 60
    (entry,) = call("ana", "GET", f"/accounts/{account}/entries").json["items"]
    assert (entry["minutes"], entry["balance_minutes"], entry["kind"]) == (60, 60, "favour")
    transfer = call("cora", "GET", f"/transfers/{entry['transfer']}")
    assert transfer.json["minutes"] == 60
    assert call("ana", "GET", f"/transfers/{entry['transfer']}").status_code == 404


def test_the_same_key_and_body_give_the_same_answer(call, world: World):
    body = favour(world, "ana", "ben")
    first, second = (call("ben", "POST", "/favours", body, key="same") for _ in range(2))
    assert first.status_code == second.status_code == 201
    assert first.json == second.json
    assert second.headers["Idempotent-Replayed"] == "true"
    assert world.balance("ana") == 60


def test_the_same_key_with_another_body_is_refused(call, world: World):
    call("ben", "POST", "/favours", favour(world), key="same")
    other = call("ben", "POST", "/favours", favour(world, minutes=90), key="same")
    assert other.status_code == 422
    assert other.json["code"] == "key_reused"
    assert world.balance("ana") == 60


def test_a_refusal_is_as_durable_as_an_acceptance(call, world: World):
    call("ben", "POST", "/favours", favour(world), key="a")
    body = favour(world)
    assert call("ben", "POST", "/favours", body, key="b").json["code"] == "near_double"
    uid = call("ben", "GET", "/favours").json["items"][0]["uid"]
    call("cora", "POST", f"/favours/{uid}/reverse", {"reason": "wrong day"}, key="c")
    assert world.balance("ana") == 0
    assert call("ben", "POST", "/favours", body, key="b").json["code"] == "near_double"


@pytest.mark.parametrize("key", [None, "", "x" * 256, "é"])
def test_what_moves_hours_needs_a_key(call, world: World, key):
    headers = {} if key is None else {"key": key}
    answer = call("ana", "POST", "/favours", favour(world), **headers)
    assert answer.status_code == 400
    assert answer.json["code"] == "idempotency_key_missing"
    assert call("ana", "POST", "/favours", {"nonsense": 1}, **headers).status_code == 400


def test_twenty_simultaneous_posts_of_one_key_book_once(app, call, world: World):
    call("ben", "GET", "/favours")
    body = favour(world)
    before = call("ben", "POST", "/favours", favour(world, minutes=15), key="first")
    authorization = before.request.headers["Authorization"]

    def post(_n: int) -> tuple[int, str]:
        with app.app_context(), app.test_client() as client:
            headers = {"Authorization": authorization, "Idempotency-Key": "twenty"}
            answer = client.post("/api/v1/favours", json=body, headers=headers)
            return answer.status_code, answer.json.get("uid", answer.json.get("code"))

    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        answers = set(pool.map(post, range(20)))
    assert len({uid for status, uid in answers if status == 201}) == 1
    assert {status for status, _uid in answers} <= {201, 503}
    assert world.balance("ana") == 75


def test_a_dispute_needs_a_reason_and_goes_to_the_coordinator(call, world: World):
    uid = call("ana", "POST", "/favours", favour(world), key="1").json["uid"]
    empty = call("ben", "POST", f"/favours/{uid}/dispute", {"reason": ""}, key="2")
    assert empty.status_code == 422
    assert empty.json["errors"][0]["pointer"].endswith("/reason")
    done = call("ben", "POST", f"/favours/{uid}/dispute", {"reason": "It was Carl"}, key="3")
    assert done.json["state"] == "disputed"


def test_a_coordinator_confirms_by_phone_and_never_her_own(call, world: World):
    heard = {"rests_on": "phone", "heard_from": "Ben", "heard_at": now().isoformat()}
    uid = call("ana", "POST", "/favours", favour(world), key="1").json["uid"]
    done = call("cora", "POST", f"/favours/{uid}/confirm", {"evidence": heard}, key="2")
    assert done.json["state"] == "confirmed"
    own = call("cora", "POST", "/favours", favour(world, "cora", "ben"), key="3").json["uid"]
    refused = call("cora", "POST", f"/favours/{own}/confirm", {"evidence": heard}, key="4")
    assert refused.status_code == 403
    assert world.balance("cora") == 0


def test_a_list_is_read_page_by_page(call, world: World):
    for minutes in (15, 30, 45):
        call("ben", "POST", "/favours", favour(world, minutes=minutes), key=str(minutes))
    first = call("ben", "GET", "/favours?limit=2")
    assert [each["minutes"] for each in first.json["items"]] == [45, 30]
    address, _, relation = first.headers["Link"].partition(">; ")
    assert relation == 'rel="next"'
    second = call("ben", "GET", address.removeprefix("</api/v1"))
    assert [each["minutes"] for each in second.json["items"]] == [15]
    assert "Link" not in second.headers
    assert call("ben", "GET", "/favours?cursor=nonsense").json["code"] == "cursor"


def test_a_token_does_only_what_its_scopes_say(call, world: World):
    answer = call("ana", "POST", "/favours", favour(world), key="1", scopes=("favours:read",))
    assert answer.status_code == 403
    assert answer.json["code"] == "scope"


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer nonsense", "Basic YTpi"])
def test_without_a_token_nobody_gets_in(call, authorization):
    answer = call(None, "GET", "/favours", Authorization=authorization)
    assert answer.status_code == 401
    assert answer.content_type == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_cookie_opens_nothing_here(client, world: World):
    from tests.factories import sign_in

    sign_in(client, world, "ana")
    assert client.get("/api/v1/favours").status_code == 401


def test_an_outsider_finds_nothing(call, world: World):
    uid = call("ana", "POST", "/favours", favour(world), key="1").json["uid"]
    assert call("dov", "GET", f"/favours/{uid}").status_code == 404
    assert call("dov", "POST", f"/favours/{uid}/confirm", {}, key="1").status_code == 404
    assert call("dov", "GET", f"/members/{world.uids['ana']}").status_code == 404
    assert call("dov", "GET", "/favours").json["items"] == []


def test_an_unknown_person_is_named_by_its_field(call, world: World):
    body = favour(world, givers=[str(uuid.uuid4())])
    answer = call("ana", "POST", "/favours", body, key="1")
    assert (answer.status_code, answer.json["code"]) == (422, "not_a_member")
    assert answer.json["errors"][0]["pointer"] == "#/givers"


def test_every_scope_can_be_given(call):
    assert call("ana", "GET", "/favours", scopes=SCOPES).status_code == 200
