"""Releases over the API: decided once by the antenna, read by the partner afterwards."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.factories import World
from tests.unit.services.releasing import busy_year
from timebank.participation.periods import quarter_of
from timebank.services.signing_in.tokens import SCOPES
from timebank.services.telling.releases import prepare_release
from timebank.uow import transact

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(world: World) -> str:
    transact(busy_year, world.antenna, 2025)
    made = transact(prepare_release, world.antenna, quarter_of(2025, 3), now=LATER)
    return f"/releases/{made.uid}"


def test_the_antenna_decides_and_then_the_partner_reads(call: Any, path: str) -> None:
    assert call("pia", "GET", path).status_code == 404
    assert call("pia", "GET", "/releases").json["items"] == []
    yes = {"step": "approve"}
    first, again = (call("cora", "POST", f"{path}/decision", yes, key="yes") for _ in range(2))
    assert first.status_code == 200, first.text
    assert first.json == again.json
    assert (
        call("cora", "POST", f"{path}/decision", {"step": "refuse", "refusal": "x"}, key="no").status_code
        == 409
    )
    read = call("pia", "GET", path)
    assert read.json["state"] == "approved"
    favours = read.json["tables"][0]
    assert {
        "measure": "givers",
        "area": "antenna",
        "group": "*",
        "sign": "shown",
        "value": 30,
    } in favours["figures"]
    assert {
        "measure": "givers",
        "area": "antenna",
        "group": "errands",
        "sign": "few",
        "value": None,
    } in favours["figures"]
    assert [each["uid"] for each in call("pia", "GET", "/releases").json["items"]] == [read.json["uid"]]


def test_neither_truths_nor_the_gate_s_record_leave_the_house(call: Any, path: str) -> None:
    assert not {"truths", "gate"} & set(call("cora", "GET", path).json)


def test_a_no_needs_a_word_and_a_decision_its_scope(call: Any, path: str) -> None:
    refused = call("cora", "POST", f"{path}/decision", {"step": "refuse"}, key="1")
    assert (refused.status_code, refused.json["code"]) == (422, "reason_missing")
    read_only = tuple(each for each in SCOPES if each != "releases:write")
    answer = call("cora", "POST", f"{path}/decision", {"step": "approve"}, key="2", scopes=read_only)
    assert answer.status_code == 403


@pytest.mark.parametrize("name", ["ana", "ann", "olga", "dov"])
def test_nobody_else_sees_that_it_is_there(call: Any, path: str, name: str) -> None:
    assert call(name, "GET", path).status_code == 404
    assert call(name, "GET", "/releases").json["items"] == []
    assert call(name, "POST", f"{path}/decision", {"step": "approve"}, key="1").status_code == 404
