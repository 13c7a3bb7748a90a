"""The directory and signals over the API: keys, tags, pages, and nothing kept that has to be erased."""

from sqlalchemy import select

from tests.factories import World
from timebank.models.request_key import RequestKeyRow
from timebank.uow import reading

ZENNE = {
    "antenna": "heembeek",
    "name": "Zenne",
    "kinds": ["home_nursing"],
    "phone": "02 555 80 10",
    "notes": "x",
}
CURTAINS = {"antenna": "heembeek", "words": "Curtains closed for two days", "about_words": "Kruisberg 14"}


def test_a_service_is_added_once_and_changed_under_its_tag(call, world: World):
    first, second = (call("cora", "POST", "/directory", ZENNE, key="z") for _ in range(2))
    assert first.status_code == 201, first.text
    assert first.json == second.json
    assert (first.json["owner"], first.json["notes"]) == ("Cora Peeters", "x")
    path = f"/directory/{first.json['uid']}"
    read = call("ana", "GET", path)
    assert (read.json["owner"], read.json["notes"], read.json["phone"]) == ("", "", "02 555 80 10")
    tag = read.headers["ETag"]
    assert call("cora", "PATCH", path, {"phone": "106"}).status_code == 428
    changed = call("cora", "PATCH", path, {"phone": "106", "owner_words": "Sofie"}, If_Match=tag)
    assert (changed.json["phone"], changed.json["owner"]) == ("106", "Sofie")
    assert call("carl", "PATCH", path, {"phone": "107"}, If_Match=tag).status_code == 412


def test_a_service_is_checked_ended_and_comes_back(call, world: World):
    path = f"/directory/{call('cora', 'POST', '/directory', ZENNE, key='z').json['uid']}"
    assert call("cora", "POST", f"{path}/check", key="1").status_code == 200
    assert call("cora", "POST", f"{path}/end", key="2").json["ended_on"] is not None
    assert call("cora", "POST", f"{path}/end", key="3").status_code == 409
    assert call("ana", "GET", path).status_code == 404
    assert call("cora", "POST", f"{path}/reopen", key="4").json["ended_on"] is None


def test_services_are_found_with_a_slip_and_paged(call, world: World):
    for number in range(3):
        body = {**ZENNE, "antenna": None if number == 2 else "heembeek", "name": f"Zenne {number}"}
        call("cora", "POST", "/directory", body, key=str(number))
    first = call("ana", "GET", "/directory?limit=2")
    assert [each["name"] for each in first.json["items"]] == ["Zenne 2", "Zenne 1"]
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    assert [each["name"] for each in call("ana", "GET", following).json["items"]] == ["Zenne 0"]
    found = call("ana", "GET", "/directory?antenna=heembeek&words=thuisverplegnig&kind=home_nursing")
    assert len(found.json["items"]) == 3
    assert [each["name"] for each in call("dia", "GET", "/directory").json["items"]] == ["Zenne 2"]
    assert call("dia", "GET", "/directory?antenna=heembeek").status_code == 404


def test_a_signal_is_told_followed_and_ended(call, world: World):
    told = call("ann", "POST", "/signals", CURTAINS, key="1")
    assert told.status_code == 201, told.text
    path = f"/signals/{told.json['uid']}"
    assert call("ann", "GET", path).status_code == 404
    assert call("ann", "GET", "/signals").json["items"] == []
    tag = call("cora", "GET", path).headers["ETag"]
    follow = {"assignee": str(world.uids["carl"]), "follow_up_on": world.today.isoformat()}
    followed = call("cora", "PATCH", path, follow, If_Match=tag)
    assert (followed.status_code, followed.json["state"]) == (200, "followed"), followed.text
    assert followed.json["assignee"] == str(world.uids["carl"])
    assert call("cora", "PATCH", path, {"words": "y"}, If_Match=tag).status_code == 412
    both = {"words": "Curtains open again", "follow_up_on": world.today.isoformat()}
    assert call("cora", "PATCH", path, both, If_Match=followed.headers["ETag"]).json["words"] == both["words"]
    assert call("carl", "POST", f"{path}/lines", {"words": "Rang"}, key="2").status_code == 200
    assert call("carl", "POST", f"{path}/put-back", key="3").json["state"] == "told"
    assert call("carl", "POST", f"{path}/end", {"outcome": "all_well"}, key="4").json["state"] == "ended"
    assert call("carl", "POST", f"{path}/reopen", key="5").json["state"] == "followed"
    lines = call("cora", "GET", path).json["lines"]
    assert [each["deed"] for each in lines][-4:] == ["line", "put_back", "end", "reopen"]
    assert [each["uid"] for each in call("cora", "GET", "/signals").json["items"]] == [told.json["uid"]]


def test_no_answer_that_is_kept_holds_a_signal_s_text(call, world: World):
    told = call("ann", "POST", "/signals", CURTAINS, key="1")
    call("cora", "POST", f"/signals/{told.json['uid']}/lines", {"words": "Rang twice"}, key="2")
    with reading() as session:
        kept = " ".join(str(row.outcome) for row in session.scalars(select(RequestKeyRow)))
    assert "Curtains" not in kept
    assert "Rang" not in kept


def test_a_key_without_the_scope_opens_neither(call, world: World):
    scopes = ("favours:read",)
    for path in ("/directory", "/signals"):
        assert call("cora", "GET", path, scopes=scopes).json["code"] == "scope"
