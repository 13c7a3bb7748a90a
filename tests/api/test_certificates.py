"""Certificates by the API: the same as by page, and no code outside the paper."""

import uuid
from dataclasses import fields

import pytest
from flask import current_app

from timebank.clock import now
from timebank.services.telling.certificates import CertificateFacts, paper_of
from timebank.uow import reading


@pytest.fixture
def made(call, world):
    """What Ben's own certificate answers."""
    answer = call("ben", "POST", "/certificates", {"member": str(world.uids["ben"])}, key="a")
    assert answer.status_code == 201
    return answer.json


def test_the_answer_says_what_the_paper_says_and_holds_no_code(made):
    assert (made["name"], made["times"], made["minutes"]) == ("Ben Peeters", None, None)
    assert not {"code", "code_hash"} & set(made)


def test_the_same_key_makes_one(call, world, made):
    again = call("ben", "POST", "/certificates", {"member": str(world.uids["ben"])}, key="a")
    assert (again.json["uid"], again.headers["Idempotent-Replayed"]) == (made["uid"], "true")
    listed = call("ben", "GET", f"/certificates?member={world.uids['ben']}").json["items"]
    assert [each["uid"] for each in listed] == [made["uid"]]


def test_the_file_is_a_pdf_until_it_is_revoked(call, made):
    assert call("ben", "GET", f"/certificates/{made['uid']}/pdf").data.startswith(b"%PDF")
    ended = call("ben", "POST", f"/certificates/{made['uid']}/revoke", key="b")
    assert ended.json["revoked_at"] is not None
    assert call("ben", "GET", f"/certificates/{made['uid']}/pdf").status_code == 409


@pytest.mark.parametrize("name", ["ana", "ann", "tess", "pia", "olga", "dov"])
def test_nobody_else_knows_that_it_is_there(call, world, made, name):
    assert call(name, "GET", f"/certificates?member={world.uids['ben']}").status_code == 404
    assert call(name, "GET", f"/certificates/{made['uid']}/pdf").status_code == 404
    assert call(name, "POST", f"/certificates/{made['uid']}/revoke", key="c").status_code == 404


@pytest.mark.parametrize("more", [{"tells": "balance"}, {"stretch": "ever"}, {"name": "x"}])
def test_what_it_does_not_know_is_refused(call, world, more):
    body = {"member": str(world.uids["ben"])} | more
    assert call("ben", "POST", "/certificates", body, key="d").status_code == 422


def test_a_token_without_the_scope_opens_nothing(call, world, made):
    other = ("consents:read", "consents:write")
    assert call("ben", "GET", f"/certificates?member={world.uids['ben']}", scopes=other).status_code == 403
    assert call("ben", "GET", f"/certificates/{uuid.uuid4()}/pdf").status_code == 404


def code_of(world, uid: str) -> str:
    """The code that stands on Ben's paper."""
    with reading() as session:
        key = str(current_app.config["SECRET_KEY"])
        return paper_of(session, uuid.UUID(uid), key, actor=world.actor("cora", now=now()), now=now()).code


def test_whoever_holds_the_paper_reads_what_it_says_and_no_more(call, world, made):
    answer = call("dov", "POST", "/certificates/check", {"code": code_of(world, made["uid"]).lower()})
    assert answer.status_code == 200
    assert set(answer.json) == {field.name for field in fields(CertificateFacts)}
    assert (answer.json["name"], answer.json["times"]) == ("Ben Peeters", None)


def test_a_code_that_is_unknown_or_ended_gets_one_answer(call, world, made):
    code = code_of(world, made["uid"])
    call("ben", "POST", f"/certificates/{made['uid']}/revoke", key="r")
    answers = [call("dov", "POST", "/certificates/check", {"code": each}) for each in (code, "A" * 24)]
    assert [(each.status_code, each.json["code"]) for each in answers] == [(422, "certificate_unknown")] * 2
    told = [{name: said for name, said in each.json.items() if name != "request_id"} for each in answers]
    assert told[0] == told[1]


def test_guessing_is_held_back_by_api_and_page_together(call, client, made):
    tried = [call("dov", "POST", "/certificates/check", {"code": "A" * 24}) for _each in range(5)]
    assert {each.status_code for each in tried} == {422}
    assert client.post("/en/certificates/verify", data={"code": "A" * 24}).status_code == 429
    assert call("dov", "POST", "/certificates/check", {"code": "A" * 24}).status_code == 429
