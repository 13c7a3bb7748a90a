"""Referrals over the API: once under a key, never without a yes, and the note for coordinators only."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.factories import World
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.services.asking.asks import find_ask, make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.signing_in.tokens import SCOPES
from timebank.uow import reading, transact

ZENNE = {"antenna": "heembeek", "name": "Zenne", "kinds": ["home_nursing"], "phone": "02 555 80 10"}


def body(call: Any, world: World, **changes: object) -> dict[str, Any]:
    """A referral of an ask of Ben's that is right as it stands."""
    new = NewAsk(world.antenna, "Wash my back", member_id=world.members["ben"], channel=Channel.PHONE)
    ask = transact(make_ask, new, actor=world.actor("cora", now=now()), now=now()).uid
    service = call("cora", "POST", "/directory", ZENNE, key=str(ask)).json["uid"]
    return {"ask": str(ask), "service": service, "agreed": True} | changes


def state_of(world: World, ask: str) -> str:
    with reading() as session:
        return find_ask(session, UUID(ask), actor=world.actor("cora", now=now())).state.value


def test_an_ask_is_referred_once_and_followed_up(call, world: World):
    told = body(call, world, beside={"words": "A visit", "first_day": network_day(now()).isoformat()})
    first, second = (call("cora", "POST", "/referrals", told, key="r") for _ in range(2))
    assert first.status_code == 201, first.text
    assert first.json == second.json
    assert state_of(world, told["ask"]) == "referred"
    path = f"/referrals/{first.json['uid']}"
    again = (now() + timedelta(days=5)).date().isoformat()
    waits = call("cora", "POST", f"{path}/follow-up", {"step": "wait", "again_on": again}, key="1")
    assert (waits.json["state"], waits.json["follow_up_on"]) == ("open", again)
    ended = call("cora", "POST", f"{path}/follow-up", {"step": "help", "note": "Rang Ben"}, key="2")
    assert (ended.json["state"], ended.json["note"]) == ("helped", "Rang Ben")
    assert call("cora", "POST", f"{path}/follow-up", {"step": "fail"}, key="3").status_code == 409
    read = call("ben", "GET", path)
    assert (read.json["service_name"], read.json["note"]) == ("Zenne", "")
    assert read.headers["ETag"]


def test_nobody_is_referred_without_a_yes_or_to_a_service_we_don_t_know(call, world: World):
    told = body(call, world)
    refused = call("cora", "POST", "/referrals", told | {"agreed": False}, key="1")
    assert (refused.status_code, refused.json["code"]) == (422, "consent_missing")
    unknown = call("cora", "POST", "/referrals", told | {"service": told["ask"]}, key="2")
    assert unknown.json["code"] == "service_unknown"
    assert state_of(world, told["ask"]) == "open"
    assert call("cora", "POST", "/referrals", told).status_code == 400
    scopes = tuple(scope for scope in SCOPES if scope != "referrals:write")
    assert call("cora", "POST", "/referrals", told, key="3", scopes=scopes).status_code == 403


def test_each_reads_only_their_own_and_page_by_page(call, world: World):
    for number in range(3):
        call("cora", "POST", "/referrals", body(call, world), key=str(number))
    first = call("cora", "GET", "/referrals?limit=2")
    assert len(first.json["items"]) == 2
    following = first.headers["Link"].split("<")[1].split(">")[0].removeprefix("/api/v1")
    assert len(call("cora", "GET", following).json["items"]) == 1
    assert len(call("ben", "GET", "/referrals").json["items"]) == 3
    for other in ("ana", "ann", "tess", "pia", "dov"):
        assert call(other, "GET", "/referrals").json["items"] == []
