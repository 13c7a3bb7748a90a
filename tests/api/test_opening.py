"""Opening an antenna by the API: prepared by the operator, step by step, and live on its day."""

from datetime import timedelta

import pytest

from tests.factories import World, make_member
from timebank.clock import now
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.antenna import Area, AreaKind
from timebank.services.network.antennas import NewMandate, find_antenna, give_mandate
from timebank.uow import reading, transact

HOME = "/antennas/laken/opening"
LAKEN = {"slug": "laken", "name": "Antenne Laken", "languages": ["nl", "fr"], "phone": "02 555 10 10"}
BULB = {"words": "The bulb in my hall is broken", "asker_name": "Somebody", "category": "odd_job"}


@pytest.fixture
def laken(call, world: World) -> World:
    """Laken, which Olga prepares and Cleo coordinates."""
    made, again = (call("olga", "POST", "/antennas", LAKEN, key="a") for _time in range(2))
    assert (made.status_code, made.json) == (201, again.json), made.text
    assert made.json == {"antenna": "laken", "live_on": None, "practising": False}
    with reading() as session:
        world.antennas["laken"] = find_antenna(session, "laken").id
    joins(world, "cleo", Role.COORDINATOR)
    return world


def joins(world: World, name: str, role: Role) -> None:
    make_member(world, name, "laken", now())
    end = world.today + timedelta(days=300)
    mandate = NewMandate(world.people[name], role, world.today, end, world.antennas["laken"])
    transact(give_mandate, mandate, actor=SYSTEM, now=now())


def steps(call, who: str = "cleo") -> dict[str, dict[str, object]]:
    return {each["step"]: each for each in call(who, "GET", HOME).json["steps"]}


def test_steps_are_said_to_be_done_in_a_word_and_taken_back(call, laken: World) -> None:
    assert not steps(call)["prints"]["done"]
    said = call("cleo", "POST", f"{HOME}/steps/prints/done", {"note": "At the copy shop"}, key="a")
    assert said.status_code == 200, said.text
    found = steps(call, "olga")["prints"]
    assert (found["done"], found["note"], found["by"]) == (True, "At the copy shop", "Cleo Peeters")
    assert call("olga", "POST", f"{HOME}/steps/prints/again", key="b").status_code == 200
    assert not steps(call)["prints"]["done"]


def test_a_step_that_only_the_data_can_show_or_that_isn_t_there_is_not_found(call, laken: World) -> None:
    for step in ("team", "area", "party"):
        answer = call("cleo", "POST", f"{HOME}/steps/{step}/done", {"note": "x"}, key=step)
        assert answer.status_code == 404
    assert call("cleo", "POST", f"{HOME}/steps/party/again", key="a").status_code == 404
    assert call("cleo", "POST", f"{HOME}/steps/prints/done", {"note": ""}, key="b").status_code == 422
    blank = call("cleo", "POST", f"{HOME}/steps/prints/done", {"note": " "}, key="c")
    assert blank.json["code"] == "opening_word_missing"


def test_it_goes_live_once_no_required_step_stands_open_and_the_practice_goes(call, laken: World) -> None:
    begun = call("cleo", "POST", f"{HOME}/practice/begin", {"asks": [BULB]}, key="a")
    assert begun.json["practising"] is True, begun.text
    refused = call("cleo", "POST", f"{HOME}/live", key="b")
    assert (refused.status_code, refused.json["code"]) == (409, "opening_steps_open")
    joins(laken, "cis", Role.COORDINATOR)
    joins(laken, "aya", Role.ANTENNA_PERSON)
    for step in ("partner", "boundaries", "hours"):
        call("cleo", "POST", f"{HOME}/steps/{step}/done", {"note": "Talked about it"}, key=step)

    def streets(session) -> None:
        session.add(Area(antenna_id=laken.antennas["laken"], kind=AreaKind.STREET, name="Kerkstraat"))

    transact(streets)
    live = call("cleo", "POST", f"{HOME}/live", key="c")
    assert live.json == {"antenna": "laken", "live_on": laken.today.isoformat(), "practising": False}
    late = call("cleo", "POST", f"{HOME}/steps/prints/done", {"note": "x"}, key="d")
    assert (late.status_code, late.json["code"]) == (409, "antenna_is_open")


def test_practice_ends_and_a_kind_that_isn_t_there_is_refused(call, laken: World) -> None:
    wrong = call("cleo", "POST", f"{HOME}/practice/begin", {"asks": [BULB | {"category": "x"}]}, key="a")
    assert (wrong.status_code, wrong.json["code"]) == (422, "category_unknown"), wrong.text
    assert call("olga", "POST", f"{HOME}/practice/begin", {"asks": [BULB]}, key="b").status_code == 403
    call("cleo", "POST", f"{HOME}/practice/begin", {"asks": [BULB, BULB]}, key="c")
    assert call("olga", "POST", f"{HOME}/practice/end", key="d").json["practising"] is False


@pytest.mark.parametrize(("who", "status"), [("ana", 403), ("cora", 404), ("dov", 404)])
def test_nobody_else_opens_it(call, laken: World, who: str, status: int) -> None:
    assert call(who, "GET", HOME).status_code == status
    assert call(who, "POST", f"{HOME}/live", key="x").status_code == status
    assert call(who, "POST", "/antennas", LAKEN | {"slug": "evere"}, key="y").status_code == 403


def test_a_short_name_that_is_taken_or_odd_is_refused(call, laken: World) -> None:
    for slug in ("laken", "new", "La ken", "é"):
        answer = call("olga", "POST", "/antennas", LAKEN | {"slug": slug}, key=f"k{len(slug)}")
        assert answer.status_code == 422, answer.text
    assert call("olga", "POST", "/antennas", {"slug": "evere"}, key="z").status_code == 422
