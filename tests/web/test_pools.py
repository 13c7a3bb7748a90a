"""Helping over the border through the pages, both antennas in turn."""

import re
from html import unescape
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from tests.unit.services.asking import state_of_proposal
from tests.web.test_pages import check_page
from tests.web.things import Things
from timebank.clock import now
from timebank.models.matching import Pool
from timebank.models.proposal import Proposal
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk
from timebank.uow import reading, transact

BORDER = "/en/antennas/heembeek/border"


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def day(world: World) -> str:
    return f"{world.today:%d/%m/%Y}"


def decided(world: World, **more: str) -> dict[str, str]:
    return {"agreed_by": "The team", "agreed_on": day(world), "request_token": "1"} | more


def text_of(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address).get_data(as_text=True))


def test_one_proposes_the_other_agrees_and_one_ends_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    assert "No agreement yet" in text_of(client, BORDER)
    assert "Helping over the border" in text_of(client, "/en/antennas/heembeek")
    client.post(BORDER, data=decided(world, other="marolles"))
    assert "waits for their yes" in text_of(client, BORDER)
    sign_in(client, world, "dov")
    assert "Answer Heembeek, who would help over the border" in text_of(client, "/en/desk/marolles")
    taken = client.post("/en/desk/marolles/rows/pool:heembeek/take", data={"kind": "pool"})
    assert taken.location.endswith("/en/antennas/marolles/border")
    agree = "/en/antennas/marolles/border/heembeek/agree"
    check_page(client, agree, "en")
    client.post(agree, data=decided(world))
    assert "Heembeek: decided by The team on" in text_of(client, "/en/antennas/marolles/border")
    end = "/en/antennas/marolles/border/heembeek/end"
    check_page(client, end, "en")
    client.get(end)
    with reading() as session:
        assert session.scalars(select(Pool.ended_at)).all() == [None, None]
    for _tap in range(2):
        ended = client.post(end, data={"note": "A quiet winter", "request_token": "2"})
        assert ended.status_code == 302
    sign_in(client, world, "cora")
    page = text_of(client, BORDER)
    assert "What has ended" in page
    assert "A quiet winter" not in page


def test_a_second_tap_proposes_once(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    for _tap in range(2):
        client.post(BORDER, data=decided(world, other="marolles"))
    with reading() as session:
        assert len(session.scalars(select(Pool)).all()) == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"agreed_by": ""}, "Write down who took this decision"),
        ({"agreed_on": "yesterday"}, "Write the day like 23/11/2026."),
        ({"other": ""}, "Choose another antenna that is open."),
        ({"other": "heembeek"}, "Choose another antenna that is open."),
    ],
)
def test_what_was_typed_stays_when_something_is_missing(
    client: FlaskClient, world: World, wrong: dict[str, str], says: str
) -> None:
    sign_in(client, world, "cora")
    answer = client.post(BORDER, data=decided(world, other="marolles", agreed_by="Our team") | wrong)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert says in page
    assert ("Our team" in page) is ("agreed_by" not in wrong)


def test_the_ask_s_page_says_from_where_and_asks_the_other_antenna(client: FlaskClient, world: World) -> None:
    made = Things(world)
    made._handed()
    ask = made._ask()
    sign_in(client, world, "cora")
    change = {"category": "visit", "time": "1u", "version": "1", "urgency": "1", "slots": "1"}
    client.post(f"/en/asks/{ask}/change", data=change | {"request_token": "c"})
    page = text_of(client, f"/en/asks/{ask}")
    assert "from Marolles, just over the border" in page
    assert "Ask Marolles" in page
    assert "Rang: says yes" not in page
    plan = text_of(client, "/en/desk/heembeek/plan")
    assert "from Marolles, just over the border" in plan
    propose = {"member": str(world.members["dia"]), "answer": "yes", "request_token": "p"}
    client.post(f"/en/asks/{ask}/propose", data=propose)
    assert "with the helper's antenna" in text_of(client, f"/en/asks/{ask}")


def test_their_coordinator_rings_and_both_read_the_promise(client: FlaskClient, world: World) -> None:
    uid = Things(world)._handed()
    sign_in(client, world, "dov")
    assert "Heembeek asks for Dia Peeters" in text_of(client, "/en/desk/marolles")
    check_page(client, f"/en/proposals/{uid}", "en")
    page = text_of(client, f"/en/proposals/{uid}")
    assert "Dia for Ben" in page
    assert "Ben Peeters" not in page
    for _tap in range(2):
        client.post(f"/en/proposals/{uid}/pass-on", data={"answer": "yes", "request_token": "1"})
    assert state_of_proposal(uid) == "accepted"
    assert "Dia Peeters for Ben Peeters" in text_of(client, f"/en/proposals/{uid}")
    assert client.get(f"/en/proposals/{uid}/card/asker").status_code == 404
    sign_in(client, world, "cora")
    ours = text_of(client, f"/en/proposals/{uid}")
    assert "Dia Peeters is from Marolles" in ours
    assert "Heembeek" in re.findall("<title>(.*?)</title>", ours)[0]


def test_their_coordinator_says_no_with_a_word(client: FlaskClient, world: World) -> None:
    uid = Things(world)._handed()
    sign_in(client, world, "dov")
    check_page(client, f"/en/proposals/{uid}/not-here", "en")
    for _tap in range(2):
        told = {"note": "She is away", "request_token": "1"}
        assert client.post(f"/en/proposals/{uid}/not-here", data=told).status_code == 302
    assert client.get(f"/en/proposals/{uid}/not-here").status_code == 403
    sign_in(client, world, "cora")
    assert "She is away" in text_of(client, f"/en/proposals/{uid}")
    sign_in(client, world, "dia")
    assert client.get(f"/en/proposals/{uid}").status_code == 404


def test_the_asking_coordinator_passes_nothing_on(client: FlaskClient, world: World) -> None:
    uid = Things(world)._handed()
    sign_in(client, world, "cora")
    page = text_of(client, f"/en/proposals/{uid}")
    assert "Their coordinators ring, or say no." in page
    assert "Rang: says yes" not in page
    assert client.post(f"/en/proposals/{uid}/pass-on", data={"request_token": "1"}).status_code == 403
    assert row(uid).passed_on_at is None


def test_i_can_over_the_border_goes_by_both_desks(client: FlaskClient, world: World) -> None:
    made = Things(world)
    made._handed()
    transact(make_ask, visit_for_fay(world), actor=world.actor("cora"), now=now())
    sign_in(client, world, "dia")
    page = text_of(client, "/en/asks/near")
    assert "For someone of Heembeek, just over the border" in page
    assert "Fay" not in page
    check_page(client, "/en/asks/near", "en")
    ask = re.findall(r"/en/asks/([0-9a-f-]+)/i-can", page)[-1]
    for _tap in range(2):
        told = {"member": str(world.members["dia"]), "request_token": "i"}
        assert client.post(f"/en/asks/{ask}/i-can", data=told).status_code == 302
    with reading() as session:
        uid = session.scalars(select(Proposal.uid).where(Proposal.state == "volunteered")).one()
    sign_in(client, world, "cora")
    assert client.post(f"/en/proposals/{uid}/yes", data={"request_token": "y"}).status_code == 409
    assert client.post(f"/en/proposals/{uid}/pass-on", data={"request_token": "1"}).status_code == 403
    sign_in(client, world, "dov")
    assert "Dia Peeters says: I can, for someone of Heembeek. Pass it on" in text_of(
        client, "/en/desk/marolles"
    )
    check_page(client, f"/en/proposals/{uid}", "en")
    page = text_of(client, f"/en/proposals/{uid}")
    assert "Fay Peeters" not in page
    assert "Say no to Dia" in page
    assert "asks for Dia" not in page
    assert "Rang: says yes" not in page
    for _tap in range(2):
        assert client.post(f"/en/proposals/{uid}/pass-on", data={"request_token": "p"}).status_code == 302
    sign_in(client, world, "cora")
    assert f"/en/proposals/{uid}" in text_of(client, "/en/desk/heembeek")
    page = text_of(client, f"/en/proposals/{uid}")
    assert "Says yes" in page
    assert "02 555" not in page.split("<main")[1]
    yes = {"request_token": "z", "on_day-day": str(world.today.day), "on_day-month": str(world.today.month)}
    assert client.post(f"/en/proposals/{uid}/yes", data=yes).status_code == 302
    assert state_of_proposal(uid) == "accepted"


def visit_for_fay(world: World) -> NewAsk:
    details = AskDetails(category="visit")
    return NewAsk(world.antenna, "I would like company", world.members["fay"], details=details)


def row(uid: UUID) -> Proposal:
    with reading() as session:
        return session.scalars(select(Proposal).where(Proposal.uid == uid)).one()
