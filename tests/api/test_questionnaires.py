"""The questionnaire over the API: answers go in, and no answer, nor a fingerprint of one, can be had of it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select

from tests.factories import World
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.models.questionnaire import QuestionnaireAnswer
from timebank.models.request_key import RequestKeyRow
from timebank.services.measuring.questionnaire_results import erase_round, rounds_to_erase
from timebank.uow import reading, transact


def begun(call, scale: str = "ucla") -> str:
    today = network_day(now())
    new = {"antenna": "heembeek", "scale": scale, "starts_on": today.isoformat()}
    made = call(
        "cora",
        "POST",
        "/questionnaires",
        new | {"ends_on": (today + timedelta(days=30)).isoformat()},
        key=scale,
    )
    assert made.status_code == 201, made.text
    return f"/questionnaires/{made.json['uid']}"


def said(world: World, who: str, *answers: str, **changes: object) -> dict[str, Any]:
    told = {"member": str(world.uids[who]), "answers": list(answers or ("often",) * 3), "agreed": True}
    return told | changes


def test_a_round_is_opened_once_and_its_asked_are_written_under_its_etag(call, world: World):
    path = begun(call)
    assert begun(call) == path
    read = call("cora", "GET", path)
    assert (read.json["scale"], read.json["items"], read.json["asked"]) == ("ucla", 3, 0)
    assert read.json["answers"] == ["hardly_ever", "sometimes", "often"]
    assert call("cora", "PATCH", path, {"asked": 12}).status_code == 428
    changed = call("cora", "PATCH", path, {"asked": 12}, If_Match=read.headers["ETag"])
    assert (changed.status_code, changed.json["asked"]) == (200, 12)
    assert call("carl", "PATCH", path, {"asked": 13}, If_Match=read.headers["ETag"]).status_code == 412
    assert [
        each["asked"] for each in call("cora", "GET", "/questionnaires?antenna=heembeek").json["items"]
    ] == [12]


def test_answers_are_counted_once_and_never_told(call, world: World):
    path = begun(call)
    tag = call("cora", "GET", path).headers["ETag"]
    first = call("cora", "POST", f"{path}/answers", said(world, "ben"))
    assert (first.status_code, first.json["first"], first.json["again"]) == (200, 1, 0), first.text
    assert call("cora", "GET", path, If_None_Match=tag).status_code == 200
    twice = call("cora", "POST", f"{path}/answers", said(world, "ben"))
    assert (twice.status_code, twice.json["code"]) == (422, "answered_already")
    assert call("cora", "POST", f"{path}/answers", said(world, "ben", second=True)).json["again"] == 1
    for wrong, code in (
        (said(world, "ana", agreed=False), "consent_to_answer"),
        (said(world, "ana", *("yes",) * 3), "answers_missing"),
        (said(world, "ana", *("often",) * 4), "answers_missing"),
        (said(world, "dov"), "not_a_member"),
    ):
        assert call("cora", "POST", f"{path}/answers", wrong).json["code"] == code


def test_nothing_of_an_answer_is_kept_beside_its_score(call, world: World):
    path = begun(call)
    call("cora", "POST", f"{path}/answers", said(world, "ben"), key="answers")
    for _twice in range(2):
        assert call("cora", "POST", f"{path}/withdraw", {"member": str(world.uids["ben"])}).status_code == 204
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(QuestionnaireAnswer)) == 0
        keys = session.scalars(select(RequestKeyRow.scope)).all()
    assert keys
    assert not [scope for scope in keys if "answers" in scope or "withdraw" in scope]


def test_once_it_is_over_only_the_mean_of_enough_is_told(call, world: World):
    path = begun(call)
    for name in ("ana", "ben", "carl", "tess", "fay"):
        call("cora", "POST", f"{path}/answers", said(world, name))
        call("cora", "POST", f"{path}/answers", said(world, name, *("sometimes",) * 3, second=True))
    assert call("cora", "GET", path).json["change"] is None
    later = now() + timedelta(days=32)
    with reading() as session:
        (over,) = rounds_to_erase(session, now=later)
    transact(erase_round, over.round.id, now=later)
    read = call("cora", "GET", path).json
    assert (read["first"], read["again"], read["change"]["mean"]) == (0, 0, -3.0)
    assert read["change"]["answered_twice"] == 5
    with time_machine.travel(later):
        late = call("cora", "POST", f"{path}/answers", said(world, "ben"))
    assert (late.status_code, late.json["code"]) == (409, "wrong_state")


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("ann", 403), ("pia", 403), ("dov", 404)])
def test_nobody_else_reads_or_writes(call, world: World, who: str, status: int):
    path = begun(call)
    assert call(who, "GET", path).status_code == status
    assert call(who, "POST", f"{path}/answers", said(world, "ben")).status_code == status
    assert call(who, "POST", f"{path}/withdraw", {"member": str(world.uids["ben"])}).status_code == status
