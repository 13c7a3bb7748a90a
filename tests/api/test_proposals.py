"""Proposals over the API: who sees what and when, one answer under one key, and how a promise went."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from tests.factories import World
from tests.unit.services.asking import ask_of, offer_of
from tests.web.test_answers import asked
from timebank.clock import now
from timebank.models.member import Member
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import find_proposal
from timebank.services.signing_in.tokens import SCOPES
from timebank.uow import reading, transact


@pytest.fixture
def question(app: Flask, world: World) -> str:
    """Ana is asked to help Ben, the day after tomorrow."""
    return f"/proposals/{asked(world, days=2)}"


@pytest.fixture
def promise(app: Flask, world: World) -> str:
    """Ana said yes, for today."""
    uid = asked(world)
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana", now=now()), now=now())
    return f"/proposals/{uid}"


def row(path: str, world: World) -> Proposal:
    with reading() as session:
        uid = UUID(path.rpartition("/")[2])
        return find_proposal(session, uid, actor=world.actor("cora", now=now()))


def paths(call: Any, name: str) -> list[str]:
    items = call(name, "GET", "/proposals").json["items"]
    return [f"/proposals/{each['uid']}" for each in items]


def test_who_asked_sees_a_proposal_once_it_is_a_promise(call, question: str):
    seen = call("ana", "GET", question)
    assert seen.status_code == 200, seen.text
    assert (seen.json["asker"], seen.json["words"], seen.json["steps"]) == ("Ben", "", ["answer"])
    assert (paths(call, "ben"), paths(call, "ana")) == ([], [question])
    assert call("ben", "GET", question).status_code == 404
    said = call("ana", "POST", f"{question}/answer", {"yes": True}, key="y")
    assert (said.status_code, said.json["state"]) == (200, "accepted"), said.text
    found = call("ben", "GET", question)
    assert (found.json["helper"], found.json["for_helper"]) == ("Ana Peeters", False)
    assert (paths(call, "ben"), paths(call, "dov"), paths(call, "pia")) == ([question], [], [])


def test_an_answer_counts_once_and_holds_no_names(call, world: World, question: str):
    no = {"yes": False, "decline_kind": "not_this_day"}
    assert call("ana", "POST", f"{question}/answer", no).status_code == 400
    first, second = (call("ana", "POST", f"{question}/answer", no, key="n") for _tap in range(2))
    assert (first.json["state"], first.json) == ("declined", second.json), first.text
    assert second.headers["Idempotent-Replayed"] == "true"
    assert "Ben" not in first.text
    assert row(question, world).decline_kind is DeclineKind.NOT_THIS_DAY
    assert call("ana", "POST", f"{question}/answer", {"yes": True}, key="late").status_code == 409


def test_a_tag_answers_304_until_something_that_is_shown_changes(call, question: str):
    tag = call("cora", "GET", question).headers["ETag"]
    assert call("cora", "GET", question, If_None_Match=tag).status_code == 304
    call("cora", "POST", f"{question}/answer", {"yes": True}, key="y")
    assert call("cora", "GET", question, If_None_Match=tag).status_code == 200


def test_phones_are_told_only_where_both_sides_agreed(call, world: World, promise: str):
    for name in ("ana", "ben", "cora"):
        assert call(name, "GET", promise).json["phone"] == ""
    ask = f"/asks/{call('ana', 'GET', promise).json['ask']}"
    tag = call("cora", "GET", ask).headers["ETag"]
    assert call("cora", "PATCH", ask, {"show_phone": True}, If_Match=tag).status_code == 200
    assert call("ana", "GET", promise).json["phone"] == ""
    offer = {"likes": ["lift"], "show_phone": True}
    assert call("ana", "PUT", f"/offers/{world.uids['ana']}", offer, If_Match='"v0"').status_code == 200
    with reading() as session:
        phone = session.get_one(Member, world.members["ben"]).person.phone
    assert call("ana", "GET", promise).json["phone"] == phone


def test_a_coordinator_takes_a_question_back_and_the_helper_cannot(call, question: str):
    assert call("ana", "POST", f"{question}/take-back", key="1").status_code == 403
    assert call("ben", "POST", f"{question}/take-back", key="2").status_code == 404
    assert call("cora", "POST", f"{question}/take-back", key="3").json["state"] == "taken_back"


def test_a_promise_that_took_place_is_a_favour(call, promise: str):
    told = {"minutes": 90, "thanks": "Warm"}
    first, second = (call("ana", "POST", f"{promise}/happened", told, key="h") for _tap in range(2))
    assert (first.json["state"], first.json) == ("done", second.json), first.text
    favour = call("ben", "GET", f"/favours/{first.json['favour']}")
    assert (favour.json["minutes"], favour.json["thanks"], favour.json["channel"]) == (90, "Warm", "api")


def test_evidence_confirms_what_a_coordinator_heard(call, promise: str):
    heard = {"rests_on": "phone", "heard_from": "Ben", "heard_at": now().isoformat()}
    said = call("cora", "POST", f"{promise}/happened", {"minutes": 60, "evidence": heard}, key="h")
    assert said.status_code == 200, said.text
    assert call("ben", "GET", f"/favours/{said.json['favour']}").json["state"] == "confirmed"


def test_a_promise_is_called_off_by_its_helper_only(call, world: World, promise: str):
    assert call("ben", "POST", f"{promise}/call-off", {}, key="1").status_code == 403
    off = call("ana", "POST", f"{promise}/call-off", {"note": "the flu"}, key="2")
    assert (off.json["state"], row(promise, world).closed_note) == ("called_off", "the flu")
    notes = {name: call(name, "GET", promise).json["note"] for name in ("ana", "ben", "cora")}
    assert notes == {"ana": "", "ben": "", "cora": "the flu"}


def test_who_was_asked_is_told_to_coordinators_and_who_helps_to_who_asks(call, promise: str):
    ask = f"/asks/{call('cora', 'GET', promise).json['ask']}/proposals"
    for name in ("cora", "ben"):
        assert [each["state"] for each in call(name, "GET", ask).json["items"]] == ["accepted"], name
    assert call("ana", "GET", ask).status_code == 404
    call("ana", "POST", f"{promise}/call-off", {"note": "the flu"}, key="1")
    assert [each["note"] for each in call("cora", "GET", ask).json["items"]] == ["the flu"]
    assert call("ben", "GET", ask).json["items"] == []


def test_what_fell_through_wants_a_word(call, promise: str):
    assert call("ben", "POST", f"{promise}/fell-through", {"note": ""}, key="1").status_code == 422
    blank = call("ben", "POST", f"{promise}/fell-through", {"note": " "}, key="2")
    assert blank.json["code"] == "reason_missing"
    fell = call("ben", "POST", f"{promise}/fell-through", {"note": "Rain"}, key="3")
    assert fell.json["state"] == "not_done"


def test_a_token_without_the_scope_opens_nothing(call, question: str):
    scopes = tuple(scope for scope in SCOPES if scope != "proposals:write")
    refused = call("ana", "POST", f"{question}/answer", {"yes": True}, key="y", scopes=scopes)
    assert (refused.status_code, refused.json["code"]) == (403, "scope")
    only = call("ana", "GET", "/proposals", scopes=("asks:read",))
    assert only.status_code == 403


def test_proposals_are_paged(call, world: World):
    made = [f"/proposals/{asked(world, days=day)}" for day in (2, 3, 4)]
    first = call("cora", "GET", "/proposals?limit=2")
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    rest = call("cora", "GET", following).json["items"]
    found = [f"/proposals/{each['uid']}" for each in (*first.json["items"], *rest)]
    assert found == made[::-1]


def test_a_neighbour_says_i_can_once_and_takes_it_back(call, world: World):
    offer_of(world, "ana")
    ask = ask_of(world, "ben")
    (near,) = call("ana", "GET", "/asks/near").json["items"]
    assert (near["ask"], near["antenna"], near["over_border"]) == (str(ask), "heembeek", False)
    assert near["proposal"] is None
    assert "Ben" not in str(near)
    me = {"member": near["member"]}
    assert call("ana", "POST", f"/asks/{ask}/i-can", me).status_code == 400
    said = [call("ana", "POST", f"/asks/{ask}/i-can", me, key="can") for _tap in range(2)]
    assert [each.status_code for each in said] == [201, 201], said[0].text
    assert said[0].json == said[1].json
    assert said[0].json["state"] == "volunteered"
    (near,) = call("ana", "GET", "/asks/near").json["items"]
    assert near["proposal"] == said[0].json["uid"]
    back = call("ana", "POST", f"/proposals/{near['proposal']}/take-back", key="back")
    assert (back.status_code, back.json["state"]) == (200, "taken_back"), back.text


def test_nobody_says_i_can_for_someone_else(call, world: World):
    offer_of(world, "ana")
    ask, ana = ask_of(world, "ben"), str(world.uids["ana"])
    for name in ("cora", "pia", "dov"):
        assert call(name, "POST", f"/asks/{ask}/i-can", {"member": ana}, key=name).status_code == 404
    read = ("proposals:read",)
    said = call("ana", "POST", f"/asks/{ask}/i-can", {"member": ana}, key="r", scopes=read)
    assert said.status_code == 403
