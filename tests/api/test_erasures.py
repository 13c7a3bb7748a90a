"""What will be erased, erasing, and one's own file over the API, as on the pages."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import World
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.models.member import Person
from timebank.models.request_key import RequestKeyRow
from timebank.services.membership.member_endings import decline_member, leave_member
from timebank.services.membership.members import NewMember, apply_for_membership
from timebank.services.membership.people import PersonDetails
from timebank.uow import reading, transact


def left(world: World, name: str) -> str:
    transact(leave_member, world.uids[name], actor=world.actor("cora"), now=now())
    return f"/erasures/{world.uids[name]}"


def test_who_will_be_erased_is_told_with_the_day_and_what_holds_them(call, world: World):
    world.logged("ben", "fay", "ben", said="1u", done_on=network_day(now()))
    left(world, "fay")
    coming = call("cora", "GET", "/erasures?antenna=heembeek").json
    day = network_day(now())
    (fay,) = coming["leavers"]
    assert fay["member"] == str(world.uids["fay"])
    assert (fay["ended_on"], fay["holds"]) == (day.isoformat(), ["hours"])
    assert fay["due_on"] == (day + timedelta(days=coming["erase_days"])).isoformat()
    assert "Fay" not in json.dumps(coming)
    one = call("cora", "GET", f"/erasures/{world.uids['fay']}").json
    assert (one["due_on"], one["holds"], one["erased_at"]) == (fay["due_on"], ["hours"], None)


def test_who_is_here_has_no_day_and_who_was_declined_has_one(call, world: World):
    ben = call("cora", "GET", f"/erasures/{world.uids['ben']}").json
    assert (ben["due_on"], ben["holds"]) == (None, ["still_member"])
    new = NewMember(PersonDetails("Zoë", phone="0470 11 22 33"), joined_through=Channel.WEB)
    zoe = transact(apply_for_membership, world.antenna, new, now=now()).uid
    assert call("cora", "GET", f"/erasures/{zoe}").json["holds"] == ["still_member"]
    transact(decline_member, zoe, actor=world.actor("cora"), now=now())
    due_on = (network_day(now()) + timedelta(days=90)).isoformat()
    assert call("cora", "GET", f"/erasures/{zoe}").json["due_on"] == due_on
    assert call("cora", "GET", "/erasures?antenna=heembeek").json["declined"] == [due_on]


def test_erasing_happens_once_and_what_is_kept_of_it_holds_no_name(call, world: World):
    path = left(world, "fay")
    assert call("cora", "POST", path).status_code == 400
    first, second = (call("cora", "POST", path, key="e") for _ in range(2))
    assert (first.status_code, second.json) == (200, first.json), first.text
    assert set(first.json) == {"member", "antenna", "erased_at"}
    assert call("cora", "POST", path, key="again").json == first.json
    assert call("cora", "GET", path).json["erased_at"] == first.json["erased_at"]
    with reading() as session:
        assert session.get_one(Person, world.people["fay"]).name == "Vroeger lid"
        assert "Fay" not in str(session.scalars(select(RequestKeyRow.outcome)).all())


def test_what_has_to_be_settled_first_is_said(call, world: World):
    held = call("cora", "POST", f"/erasures/{world.uids['ben']}", key="e")
    assert (held.status_code, held.json["code"]) == (409, "erase_held")
    own = call("cora", "POST", f"/erasures/{world.uids['cora']}", key="own")
    assert own.status_code == 403


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("hugo", 403), ("tess", 403), ("dov", 404)])
def test_only_their_coordinators_erase(call, world: World, who: str, status: int):
    path = left(world, "fay")
    assert call(who, "GET", "/erasures?antenna=heembeek").status_code == status
    assert call(who, "GET", path).status_code == status
    assert call(who, "POST", path, key="e").status_code == status


def test_everybody_takes_their_own_file_along_and_nothing_of_it_is_kept(call, world: World):
    world.logged("ana", thanks="Dank u & tot gauw", done_on=network_day(now()))
    path = f"/files/{world.uids['ana']}"
    made = call("ana", "POST", path, key="ignored")
    assert made.status_code == 200
    assert made.json["format"] == "timebank-own-file-1"
    assert made.json["tables"]["favour"][0]["thanks"] == "Dank u & tot gauw"
    assert "token_hash" not in made.text
    assert made.headers["Cache-Control"] == "no-store"
    with reading() as session:
        assert not [each for each in session.scalars(select(RequestKeyRow.scope)) if "/files/" in each]
    assert call("cora", "POST", path).status_code == 200
    read = call("ana", "POST", path).json["tables"]["audit_entry"]
    assert [row["on_behalf"] for row in read if row["action"] == "make_own_file"].count(True) == 1


@pytest.mark.parametrize(("who", "status"), [("hugo", 403), ("ann", 404), ("tess", 404), ("dov", 404)])
def test_nobody_else_takes_it(call, world: World, who: str, status: int):
    assert call(who, "POST", f"/files/{world.uids['ben']}").status_code == status
    scopes = ("members:read", "members:write")
    assert call("ben", "POST", f"/files/{world.uids['ben']}", scopes=scopes).json["code"] == "scope"
