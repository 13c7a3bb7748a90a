"""Kinds of help over the API: the common list, an antenna's own, and a favour of one of them."""

from tests.factories import TODAY, World

SINGING = {"antenna": "heembeek", "names": {"nl": "Samen zingen"}, "words": {"nl": [" koor ", "koor"]}}
OWN = "/categories/heembeek/own_samen_zingen"
LISTED = "/categories?antenna=heembeek"


def test_a_kind_is_added_once_and_changed_under_its_tag(call, world: World):
    first, second = (call("cora", "POST", "/categories", SINGING, key="k") for _ in range(2))
    assert (first.status_code, first.json) == (201, second.json), first.text
    assert call("cora", "POST", "/categories", SINGING, key="other").json["code"] == "category_there"
    assert call("ana", "POST", "/categories", SINGING, key="a").status_code == 403
    assert call("dov", "POST", "/categories", SINGING, key="d").status_code == 404
    tag = call("ana", "GET", OWN).headers["ETag"]
    assert call("cora", "PATCH", OWN, {"retired": True}).status_code == 428
    changed = call("cora", "PATCH", OWN, {"retired": True}, If_Match=tag)
    told = {"code": "own_samen_zingen", "names": SINGING["names"], "words": {"nl": ["koor"]}, "retired": True}
    assert changed.json == told
    assert call("carl", "PATCH", OWN, {"names": {"fr": "Chanter"}}, If_Match=tag).status_code == 412
    listed = [each["code"] for each in call("ana", "GET", LISTED).json["items"]]
    assert listed[0] == "visit"
    assert "own_samen_zingen" not in listed
    assert call("ana", "GET", f"{LISTED}&retired=true").json["items"][-1]["retired"] is True


def test_a_favour_is_of_a_kind_that_its_antenna_has(call, world: World):
    call("cora", "POST", "/categories", SINGING, key="k")
    people = {"givers": [str(world.uids["ana"])], "receivers": [str(world.uids["ben"])]}
    new = people | {"antenna": "heembeek", "done_on": TODAY.isoformat(), "minutes": 60}
    kept = call("ana", "POST", "/favours", new | {"category": "own_samen_zingen"}, key="f")
    assert (kept.status_code, kept.json["category"]) == (201, "own_samen_zingen"), kept.text
    refused = call("ana", "POST", "/favours", new | {"category": "own_dansen", "minutes": 45}, key="g")
    assert (refused.status_code, refused.json["code"]) == (422, "category_unknown")
