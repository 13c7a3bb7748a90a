"""Finding people, asks and offers over the API."""

from tests.factories import World


def test_the_team_finds_people_and_asks_by_words_with_a_slip(call, world: World):
    new = {"antenna": "heembeek", "member": str(world.uids["ben"]), "words": "Bring me to the dentist"}
    assert call("cora", "POST", "/asks", new, key="a").status_code == 201
    answer = call("cora", "GET", "/search?antenna=heembeek&q=ben")
    assert [each["name"] for each in answer.json["people"]] == ["Ben Peeters"]
    assert [each["words"] for each in answer.json["asks"]] == ["Bring me to the dentist"]
    assert (answer.json["offers"], answer.json["more"]) == ([], [])
    assert len(call("cora", "GET", "/search?antenna=heembeek&q=dentits").json["asks"]) == 1
    assert call("ann", "GET", "/search?antenna=heembeek&q=dentist").json["asks"] == []


def test_it_takes_all_three_scopes_and_an_antenna_that_is_one_s_own(call, world: World):
    path = "/search?antenna=heembeek&q=ben"
    assert call("cora", "GET", path, scopes=("members:read", "asks:read")).status_code == 403
    assert call("dov", "GET", path).status_code == 404
    assert call("ana", "GET", path).status_code == 403
    assert call("cora", "GET", "/search?antenna=heembeek").status_code == 422
    assert call("cora", "GET", f"{path}{'x' * 80}").status_code == 422
