"""Accounts over the API: one's own, also a shared one, and those of before up to the end of one's time."""

import pytest

from tests.factories import World
from timebank.clock import now
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.membership.households import part_account, share_account
from timebank.uow import transact


def accounts(call, world: World, name: str, by: str = "") -> list[dict[str, object]]:
    answer = call(by or name, "GET", f"/accounts?member={world.uids[name]}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, object]] = answer.json["items"]
    return items


def shared_by_ana_and_fay(world: World) -> None:
    cora = world.actor("cora")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=cora, now=now())


def test_both_who_share_an_account_read_it(call, world: World):
    shared_by_ana_and_fay(world)
    world.logged("ben", said="30 min")
    (shared, own) = accounts(call, world, "ana")
    assert (shared["kind"], shared["balance_minutes"], shared["ends_on"]) == ("household", 30, None)
    assert own["ends_on"] == shared["starts_on"]
    for name, status in (("ana", 200), ("fay", 200), ("cora", 200), ("ben", 404), ("dov", 404)):
        assert call(name, "GET", f"/accounts/{shared['uid']}").status_code == status
        assert call(name, "GET", f"/accounts/{shared['uid']}/entries").status_code == status


def test_after_they_parted_each_reads_what_stood_there_and_nothing_later(call, world: World):
    shared_by_ana_and_fay(world)
    by_fay = world.logged("ben", "fay", "ben", said="1u")
    cora = world.actor("cora")
    transact(part_account, world.uids["ana"], 0, "Both agreed", actor=cora, now=now())
    current, shared, _own = accounts(call, world, "ana")
    assert (current["balance_minutes"], shared["balance_minutes"]) == (0, 0)
    path = f"/accounts/{shared['uid']}"
    before = call("ana", "GET", f"{path}/entries").json
    assert [each["minutes"] for each in before["items"]] == [-60, 60]
    transact(reverse_favour, by_fay, "Another day", actor=cora, now=now())
    assert call("ana", "GET", f"{path}/entries").json == before
    view = call("ana", "GET", path).json
    assert (view["balance_minutes"], view["version"]) == (0, 2)
    first = call("ana", "GET", f"{path}/entries?limit=1")
    assert [each["minutes"] for each in first.json["items"]] == [-60]
    on = call("ana", "GET", first.headers["Link"].partition(">")[0].removeprefix("</api/v1"))
    assert [each["minutes"] for each in on.json["items"]] == [60]
    assert len(call("cora", "GET", f"{path}/entries").json["items"]) == 4
    assert accounts(call, world, "ana", by="cora") == accounts(call, world, "ana")
    theirs = accounts(call, world, "fay")[0]
    (along,) = (
        each
        for each in call("fay", "GET", f"/accounts/{theirs['uid']}/entries").json["items"]
        if each["corrects"]
    )
    assert (along["kind"], along["minutes"], along["corrects"]) == (
        "move",
        -60,
        [before["items"][1]["transfer"]],
    )


@pytest.mark.parametrize(
    ("who", "status"), [("fay", 404), ("hugo", 404), ("ann", 404), ("tess", 200), ("dov", 404)]
)
def test_whose_accounts_are_told_to_whom(call, world: World, who: str, status: int):
    assert call(who, "GET", f"/accounts?member={world.uids['ana']}").status_code == status
    assert call(who, "GET", "/accounts").status_code == 422
