"""Agreements and questions over the border through the API."""

from typing import Any

import pytest
from flask import Flask

from tests.factories import World
from tests.web.things import Things
from timebank.clock import now
from timebank.domain.days import network_day

HERE, THERE = "/antennas/heembeek/pools", "/antennas/marolles/pools"


def decision(**more: str) -> dict[str, str]:
    return {"agreed_on": network_day(now()).isoformat(), "agreed_by": "The team"} | more


def states(call: Any) -> list[list[str]]:
    return [
        [each["state"] for each in call(who, "GET", path).json["items"]]
        for who, path in (("cora", HERE), ("dov", THERE))
    ]


def test_propose_agree_and_end(call, world: World):
    proposed = call("cora", "POST", HERE, decision(antenna="marolles"), key="p")
    assert (proposed.status_code, proposed.json["state"]) == (201, "proposed"), proposed.text
    assert proposed.json["theirs"] is None
    assert states(call) == [["proposed"], ["asked"]]
    assert call("cora", "POST", HERE, decision(antenna="marolles"), key="q").json["code"] == "pool_there"
    assert call("cora", "POST", f"{HERE}/marolles/agree", decision(), key="r").status_code == 409
    agreed = call("dov", "POST", f"{THERE}/heembeek/agree", decision(), key="a")
    assert (agreed.status_code, agreed.json["state"]) == (200, "agreed"), agreed.text
    ended = call("dov", "POST", f"{THERE}/heembeek/end", {"note": "x"}, key="e")
    assert ended.json == {"antenna": "heembeek", "state": "ended"}
    assert states(call) == [[], []]
    assert call("dov", "POST", f"{THERE}/heembeek/end", {}, key="f").status_code == 404


@pytest.mark.parametrize("wrong", [{"agreed_by": ""}, {"agreed_on": "never"}, {"antenna": "x" * 50}])
def test_what_is_no_decision_is_refused(call, world: World, wrong: dict[str, str]):
    assert call("cora", "POST", HERE, decision(antenna="marolles") | wrong, key="w").status_code == 422


@pytest.fixture
def handed(app: Flask, world: World) -> str:
    return f"/proposals/{Things(world)._handed()}"


def test_both_coordinators_see_it_and_theirs_passes_it_on(call, world: World, handed: str):
    ours, theirs = (call(who, "GET", handed).json for who in ("cora", "dov"))
    assert (ours["state"], ours["steps"]) == ("handed_over", ["take_back"])
    assert (theirs["steps"], theirs["helper_antenna"]) == (["decline", "pass_on"], "marolles")
    assert call("dia", "GET", handed).status_code == 404
    assert call("cora", "POST", f"{handed}/pass-on", key="c").status_code == 403
    passed = call("dov", "POST", f"{handed}/pass-on", key="d")
    assert (passed.status_code, passed.json["state"]) == (200, "asked"), passed.text
    assert call("dia", "GET", handed).json["steps"] == ["answer"]


def test_a_suggestion_over_the_border_holds_a_name_and_no_number(call, world: World):
    made = Things(world)
    made._handed()
    path = f"/asks/{made._ask()}"
    tag = call("cora", "GET", path).headers["ETag"]
    call("cora", "PATCH", path, {"category": "visit"}, If_Match=tag)
    items = call("cora", "GET", f"{path}/suggestions").json["items"]
    assert [(each["name"], each["number"], each["phone"]) for each in items if each["over_border"]] == [
        ("Dia Peeters", None, "")
    ]


def test_theirs_declines(call, world: World, handed: str):
    said = call("dov", "POST", f"{handed}/decline", {"note": "Away"}, key="n")
    assert (said.status_code, said.json["state"]) == (200, "declined"), said.text
    assert "Away" not in said.text
