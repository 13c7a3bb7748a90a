"""Stories over the API: kept once under a key, never without a yes, and no text among the kept answers."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from tests.factories import World
from timebank.clock import now
from timebank.models.request_key import RequestKeyRow
from timebank.uow import reading


def body(world: World, **changes: object) -> dict[str, Any]:
    until = (now() + timedelta(days=30)).date().isoformat()
    told = {"member": str(world.uids["ben"]), "words": "A secret of Ben's", "language": "nl", "agreed": True}
    return told | {"uses": ["report"], "use_until": until, "witness": "Cora"} | changes


def test_a_story_is_kept_once_changed_with_a_new_yes_and_withdrawn(call, world: World):
    first, second = (call("cora", "POST", "/stories", body(world), key="s") for _ in range(2))
    assert first.status_code == 201, first.text
    assert first.json == second.json
    path = f"/stories/{first.json['uid']}"
    read = call("ben", "GET", path)
    assert (read.json["words"], read.json["name"]) == ("A secret of Ben's", "Ben")
    tag = read.headers["ETag"]
    refused = call("cora", "PATCH", path, {"words": "Another"}, If_Match=tag)
    assert (refused.status_code, refused.json["code"]) == (422, "story_consent_missing")
    changed = call("cora", "PATCH", path, {"words": "Another", "agreed": True}, If_Match=tag)
    assert (changed.status_code, changed.json["words"]) == (200, "Another")
    late = call("cora", "PATCH", path, {"words": "Late", "agreed": True}, If_Match=tag)
    assert late.status_code == 412
    gone = call("ben", "POST", f"{path}/withdraw", key="w")
    assert gone.json["withdrawn_at"]
    assert call("cora", "GET", path).json["words"] == ""
    assert call("cora", "POST", f"{path}/withdraw", key="again").status_code == 200


def test_no_answer_that_is_kept_holds_a_text(call, world: World):
    uid = call("cora", "POST", "/stories", body(world), key="s").json["uid"]
    call("ben", "POST", f"/stories/{uid}/withdraw", key="w")
    with reading() as session:
        kept = session.scalars(select(RequestKeyRow)).all()
        assert len(kept) == 2
        assert not any("secret" in str(vars(row)) for row in kept)


def test_each_reads_only_their_own(call, world: World):
    for number in range(3):
        assert call("cora", "POST", "/stories", body(world), key=str(number)).status_code == 201
    first = call("cora", "GET", "/stories?limit=2")
    assert len(first.json["items"]) == 2
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    assert len(call("cora", "GET", following).json["items"]) == 1
    assert len(call("hugo", "GET", "/stories").json["items"]) == 3
    for other in ("ana", "ann", "tess", "pia", "olga", "dov"):
        assert call(other, "GET", "/stories").json["items"] == []
    refused = call("ben", "POST", "/stories", body(world), key="own")
    assert refused.status_code == 403


def test_no_story_without_a_yes_or_a_scope(call, world: World):
    refused = call("cora", "POST", "/stories", body(world, agreed=False), key="1")
    assert refused.json["code"] == "story_consent_missing"
    assert call("cora", "POST", "/stories", body(world, uses=[]), key="2").status_code == 422
    assert call("cora", "POST", "/stories", body(world)).status_code == 400
    assert call("cora", "POST", "/stories", body(world), key="3", scopes=("stories:read",)).status_code == 403
