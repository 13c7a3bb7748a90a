"""Who isn't proposed to whom, by the API: the same service as the page."""


def test_a_pair_is_kept_apart_and_ended_by_its_two_uids(call, world):
    ana, ben = str(world.uids["ana"]), str(world.uids["ben"])
    pair = {"member": ben, "other": ana}
    for _time in range(2):
        assert call("cora", "POST", "/apart", pair, key="a").json == pair
    assert call("cora", "GET", f"/apart?member={ana}").json == {"items": [{"member": ana, "other": ben}]}
    assert call("cora", "POST", "/apart/end", pair, key="b").status_code == 200
    assert call("cora", "GET", f"/apart?member={ana}").json == {"items": []}


def test_who_is_no_coordinator_here_learns_nothing(call, world):
    pair = {"member": str(world.uids["ben"]), "other": str(world.uids["ana"])}
    call("cora", "POST", "/apart", pair, key="a")
    assert call("ben", "GET", f"/apart?member={pair['member']}").status_code == 403
    assert call("dov", "GET", f"/apart?member={pair['member']}").status_code == 404
    assert call("dov", "POST", "/apart/end", pair, key="b").status_code == 404


def test_what_cannot_be_is_refused(call, world):
    ben = str(world.uids["ben"])
    answer = call("cora", "POST", "/apart", {"member": ben, "other": ben}, key="a")
    assert (answer.status_code, answer.json["code"]) == (422, "apart")
    assert call("cora", "POST", "/apart", {"member": ben}, key="b").status_code == 422
