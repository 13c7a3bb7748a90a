"""Asks, who could help, offers and plans over the API: what one may read, and under which tag one writes."""

from datetime import timedelta
from typing import Any

import pytest

from tests.factories import World

WORDS = "Wie brengt mij donderdag naar de oogarts?"
LIFT_OFFER = {"likes": ["lift"], "may_be_asked": ["visit"], "car_metres": 10_000, "words": "I drive"}


@pytest.fixture
def lift(world: World) -> dict[str, Any]:
    """Ben's ask for a lift, the day after tomorrow."""
    day = (world.today + timedelta(days=2)).isoformat()
    window = {"on_day": day, "from_minute": 540, "until_minute": 720}
    told = {"antenna": "heembeek", "words": WORDS, "category": "lift", "windows": [window]}
    return told | {"member": str(world.uids["ben"]), "channel": "phone"}


def asked(call, lift: dict[str, Any], **changes: Any) -> str:
    answer = call("cora", "POST", "/asks", lift | changes, key=repr(changes))
    assert answer.status_code == 201, answer.text
    return f"/asks/{answer.json['uid']}"


def offered(call, world: World, name: str = "ana", **changes: Any) -> Any:
    path = f"/offers/{world.uids[name]}"
    return call(name, "PUT", path, LIFT_OFFER | changes, If_Match='"v0"')


def test_an_ask_is_made_once_and_corrected_under_its_tag(call, world: World, lift):
    first, second = (call("cora", "POST", "/asks", lift, key="a") for _ in range(2))
    assert first.status_code == 201, first.text
    assert (first.json, first.json["state"]) == (second.json, "open")
    path = f"/asks/{first.json['uid']}"
    tag = call("ben", "GET", path).headers["ETag"]
    assert call("ben", "GET", path, If_None_Match=tag).status_code == 304
    assert call("cora", "PATCH", path, {"slots": 2}).status_code == 428
    changed = call("cora", "PATCH", path, {"slots": 2, "destination": "50.8993, 4.3875"}, If_Match=tag)
    assert (changed.json["slots"], changed.json["category"]) == (2, "lift"), changed.text
    assert changed.json["destination"].startswith("50.89")
    assert changed.json["windows"] == lift["windows"]
    assert call("carl", "PATCH", path, {"slots": 3}, If_Match=tag).status_code == 412
    assert call("ben", "PATCH", path, {"slots": 3}, If_Match=changed.headers["ETag"]).status_code == 403


def test_a_member_reads_only_their_own_asks_and_no_candidates(call, world: World, lift):
    path = asked(call, lift)
    someone = {"member": None, "asker_name": "Lucie", "asker_phone": "02 555 00 11"}
    other = asked(call, lift, **someone)
    assert [each["words"] for each in call("ben", "GET", "/asks").json["items"]] == [WORDS]
    assert call("ana", "GET", "/asks").json["items"] == []
    assert call("ben", "GET", other).status_code == 404
    assert call("ben", "GET", f"{path}/suggestions").status_code == 403
    assert call("cora", "GET", other).json["asker_phone"] == "02 555 00 11"
    told = call("ann", "POST", "/asks", lift | someone, key="ann")
    assert (told.json["state"], told.json["asker_phone"]) == ("new", "")
    assert call("ana", "POST", "/asks", lift, key="x").status_code == 403


def test_asks_are_paged(call, world: World, lift):
    for slots in (1, 2, 3):
        asked(call, lift, slots=slots)
    first = call("cora", "GET", "/asks?limit=2")
    assert [each["slots"] for each in first.json["items"]] == [3, 2]
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    assert [each["slots"] for each in call("cora", "GET", following).json["items"]] == [1]


def test_an_ask_ends_with_a_word_and_is_taken_up_again(call, world: World, lift):
    path = asked(call, lift)
    assert call("ben", "POST", f"{path}/end", {"step": "give_up"}, key="1").status_code == 403
    assert call("cora", "POST", f"{path}/end", {"step": "look"}, key="2").status_code == 422
    ended = call("ben", "POST", f"{path}/end", {"step": "withdraw", "note": "Better"}, key="3")
    assert (ended.json["state"], ended.json["end_note"]) == ("withdrawn", "Better")
    assert call("cora", "GET", f"{path}/suggestions").status_code == 404
    assert call("cora", "POST", f"{path}/reopen", key="4").json["state"] == "open"


def test_a_helper_is_suggested_with_reasons_and_asked(call, world: World, lift):
    path = asked(call, lift)
    offered(call, world)
    offered(call, world, "fay", seats=0, paused_until=(world.today + timedelta(days=9)).isoformat())
    (found,) = call("cora", "GET", f"{path}/suggestions").json["items"]
    assert found["member"] == str(world.uids["ana"])
    assert {"code": "never_asked", "params": {}} in found["reasons_for_helper"]
    assert not {"cost_metres", "balance_minutes"} & found.keys()
    (other,) = call("cora", "GET", f"{path}/others").json["items"]
    assert (other["member"], other["may_waive"]) == (str(world.uids["fay"]), False)
    assert "paused" in [why["rule"] for why in other["objections"]]
    refused = call("cora", "POST", f"{path}/proposals", {"member": other["member"]}, key="1")
    assert refused.json["code"] == "rule_forbids"
    unsaid = {"member": str(world.uids["dia"])}
    assert call("cora", "POST", f"{path}/proposals", unsaid, key="2").status_code == 422
    body = {"member": found["member"], "on_day": found["day"], "from_minute": found["minute"]}
    first, second = (call("cora", "POST", f"{path}/proposals", body, key="3") for _ in range(2))
    assert (first.status_code, first.json["state"]) == (201, "asked"), first.text
    assert first.json == second.json
    assert call("cora", "POST", f"{path}/proposals", body, key="4").status_code in (409, 422)


def test_an_offer_is_written_down_as_a_whole_under_its_tag(call, world: World):
    path = f"/offers/{world.uids['ana']}"
    empty = call("ana", "GET", path)
    assert (empty.json["state"], empty.headers["ETag"]) == (None, '"v0"')
    assert call("ana", "PUT", path, LIFT_OFFER).status_code == 428
    saved = offered(call, world)
    assert (saved.json["likes"], saved.json["may_be_asked"]) == (["lift"], ["visit"]), saved.text
    assert offered(call, world).status_code == 412
    tag = saved.headers["ETag"]
    assert call("ana", "GET", path, If_None_Match=tag).status_code == 304
    changed = call("cora", "PUT", path, {"likes": ["visit"], "channel": "talk"}, If_Match=tag)
    assert (changed.json["likes"], changed.json["car_metres"], changed.json["channel"]) == (
        ["visit"],
        0,
        "talk",
    )
    assert call("ben", "GET", path).status_code == 404
    assert call("ana", "POST", f"{path}/end", key="1").json["state"] == "ended"
    assert call("ana", "POST", f"{path}/end", key="2").status_code == 409


def test_members_read_given_names_of_what_stands_and_the_team_reads_who(call, world: World):
    offered(call, world)
    offered(call, world, "ben", words="")
    path = "/offers?antenna=heembeek&category=lift"
    (first,) = call("ben", "GET", f"{path}&limit=1").json["items"]
    assert (first["name"], first["member"], first["number"]) == ("Ben", None, None)
    link = call("cora", "GET", f"{path}&limit=1").headers["Link"]
    following = link.split("<")[1].split(">")[0].removeprefix("/api/v1")
    (second,) = call("cora", "GET", following).json["items"]
    assert (second["name"], second["member"]) == ("Ana Peeters", str(world.uids["ana"]))
    assert (second["kinds"], second["when_asked"]) == (["lift", "visit"], ["visit"])
    (for_members,) = call("ben", "GET", following).json["items"]
    assert (for_members["name"], for_members["when_asked"]) == ("Ana", [])
    assert call("dov", "GET", path).status_code == 404


def test_a_plan_places_asks_keeps_what_is_fixed_and_says_that_it_is_optimal(call, world: World, lift):
    path = asked(call, lift)
    full = asked(call, lift, category="garden")
    offered(call, world)
    offered(call, world, "fay")
    plan = call("cora", "GET", "/plans?antenna=heembeek").json
    assert (plan["optimal"], plan["filled_slots"], plan["open_slots"]) == (True, 1, 1)
    rows = {f"/asks/{row['ask']}": row for row in plan["rows"]}
    (placed,) = rows[path]["placements"]
    (backup,) = rows[path]["backups"]
    assert {placed["member"], backup["member"]} == {str(world.uids[name]) for name in ("ana", "fay")}
    assert rows[full]["obstacle"]["code"] == "nobody_offers"
    fix = f"{rows[path]['ask']}:{backup['member']}"
    fixed = call("cora", "GET", f"/plans?antenna=heembeek&fix={fix}").json
    kept = {f"/asks/{row['ask']}": row for row in fixed["rows"]}[path]["placements"]
    assert [(each["member"], each["fixed"]) for each in kept] == [(backup["member"], True)]
    assert call("cora", "GET", "/plans?antenna=heembeek&fix=1-2").status_code == 422
    assert call("ana", "GET", "/plans?antenna=heembeek").status_code == 403


def test_an_ask_s_words_are_understood_and_nothing_is_kept(call, world: World):
    told = {"antenna": "heembeek", "words": "Kan iemand mij elke dag komen wassen?"}
    found = call("ann", "POST", "/intake/guess", told)
    assert found.status_code == 200, found.text
    assert "bodily_care" in [flag["boundary"] for flag in found.json["flags"]]
    assert found.json["repeat_days"] == 1
    lift = call("cora", "POST", "/intake/guess", {"antenna": "heembeek", "words": WORDS}).json
    assert (lift["category"], lift["flags"]) == ("lift", [])
    assert call("cora", "GET", "/asks").json["items"] == []
    assert call("ana", "POST", "/intake/guess", told).status_code == 403


def test_a_key_without_the_scope_opens_none_of_it(call, world: World, lift):
    path = asked(call, lift)
    told = {"antenna": "heembeek", "words": WORDS}
    for method, way, body in (
        ("GET", "/asks", None),
        ("POST", "/asks", lift),
        ("GET", f"{path}/suggestions", None),
        ("POST", "/intake/guess", told),
        ("GET", "/plans?antenna=heembeek", None),
        ("GET", "/offers?antenna=heembeek", None),
    ):
        answer = call("cora", method, way, body, key="k", scopes=("favours:read",))
        assert answer.json["code"] == "scope", way


def test_a_window_can_begin_at_the_same_hour_and_end_at_another(call, world: World, lift):
    path = asked(call, lift)
    longer = lift["windows"][0] | {"until_minute": 780}
    tag = call("cora", "GET", path).headers["ETag"]
    changed = call("cora", "PATCH", path, {"windows": [longer]}, If_Match=tag)
    assert (changed.status_code, changed.json.get("windows")) == (200, [longer]), changed.text
    both = {"windows": [*lift["windows"], longer]}
    again = call("cora", "PATCH", path, both, If_Match=changed.headers["ETag"])
    assert (again.status_code, again.json.get("windows")) == (200, [longer]), again.text
