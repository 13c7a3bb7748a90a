"""Questions and promises through the pages: the member's agenda, and whom the coordinator rings."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from tests.unit.services.asking import ask_of, state_of_proposal
from tests.web.test_answers import asked, row
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.models.ask import Ask
from timebank.models.favour import Favour
from timebank.models.proposal import DeclineKind
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def promised(world: World, **days: int) -> UUID:
    proposal = asked(world, **days)
    ana = world.actor("ana", now=now())
    return transact(answer_proposal, proposal, Answer(yes=True), actor=ana, now=now()).uid


def test_what_waits_for_an_answer_stands_first_on_the_home_page(client: FlaskClient, world: World) -> None:
    proposal = asked(world, days=2)
    sign_in(client, world, "ana")
    home = client.get("/en/").get_data(as_text=True)
    assert home.index("Could you help Ben?") < home.index("I helped someone")
    answer = client.post(f"/en/proposals/{proposal}/yes", data={"request_token": "1"})
    assert answer.location.endswith("/en/agenda")
    agenda = client.get("/en/agenda").get_data(as_text=True)
    assert "You help Ben Peeters" in agenda
    sign_in(client, world, "ben")
    assert "Ana Peeters helps you" in client.get("/en/agenda").get_data(as_text=True)


def test_a_no_reaches_as_far_as_was_chosen(client: FlaskClient, world: World) -> None:
    proposal = asked(world, days=2)
    sign_in(client, world, "ana")
    client.post(f"/en/proposals/{proposal}/no", data={"kind": "not_this_kind", "request_token": "1"})
    assert row(proposal).decline_kind is DeclineKind.NOT_THIS_KIND
    sign_in(client, world, "ben")
    assert client.get(f"/en/proposals/{proposal}").status_code == 404


def test_it_happened_leads_to_the_favour_with_a_way_back(client: FlaskClient, world: World) -> None:
    proposal = promised(world)
    sign_in(client, world, "ana")
    page = client.get(f"/en/proposals/{proposal}/happened").get_data(as_text=True)
    assert 'value="90" checked' in page
    told = {"time-choice": "90", "request_token": "1"}
    answers = [client.post(f"/en/proposals/{proposal}/happened", data=told) for _tap in range(2)]
    assert answers[0].location == answers[1].location
    assert "Undo" in client.get(answers[0].location).get_data(as_text=True)
    with reading() as session:
        assert session.scalars(select(Favour)).one().minutes == 90


def test_who_is_ill_calls_off_and_what_was_typed_stays_on_an_error(client: FlaskClient, world: World) -> None:
    proposal = promised(world)
    sign_in(client, world, "ana")
    refused = client.post(f"/en/proposals/{proposal}/happened", data={"thanks": "Nice & warm"})
    assert refused.status_code == 422
    assert "Nice &amp; warm" in refused.get_data(as_text=True)
    client.post(f"/en/proposals/{proposal}/call-off", data={"note": "the flu"})
    assert (state_of_proposal(proposal), row(proposal).closed_note) == ("called_off", "the flu")


def test_why_a_promise_did_not_hold_is_for_coordinators_alone(client: FlaskClient, world: World) -> None:
    proposal = promised(world)
    sign_in(client, world, "ana")
    client.post(f"/en/proposals/{proposal}/call-off", data={"note": "the <flu>"})
    ask = row(proposal).ask_id
    with reading() as session:
        uid = session.get_one(Ask, ask).uid
    pages = (
        f"/en/asks/{uid}",
        f"/en/proposals/{proposal}",
        "/en/desk/heembeek",
        "/en/antennas/heembeek/handover",
    )
    for name in ("ben", "ana", "dov", "pia"):
        sign_in(client, world, name)
        assert not any("flu" in client.get(each).text for each in pages), name
    sign_in(client, world, "cora")
    assert all("the &lt;flu&gt;" in client.get(each).text for each in pages)
    assert "flu" not in client.get("/en/antennas/heembeek/handover/sheet").text


def test_words_for_who_takes_over_are_not_for_who_asks(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    client.post(f"/en/asks/{uid}/end", data={"step": "give_up", "note": "Nobody dares"})
    assert "Nobody dares" in client.get(f"/en/asks/{uid}").text
    sign_in(client, world, "ben")
    page = client.get(f"/en/asks/{uid}")
    assert page.status_code == 200
    assert "Nobody dares" not in page.text


def test_a_neighbour_says_i_can_without_learning_who_asks(client: FlaskClient, world: World) -> None:
    details = AskDetails(category="visit")
    new = NewAsk(world.antenna, "I would like company", world.members["ben"], details=details)
    transact(make_ask, new, actor=world.actor("cora", now=now()), now=now())
    likes, ana = OfferDetails(likes=("visit",)), world.actor("ana", now=now())
    transact(save_offer, world.uids["ana"], likes, actor=ana, now=now())
    sign_in(client, world, "fay")
    assert "Nothing is asked for now that fits" in client.get("/en/asks/near").get_data(as_text=True)
    sign_in(client, world, "ana")
    page = client.get("/en/asks/near").get_data(as_text=True)
    assert "A visit" in page
    assert "Ben" not in page
    assert "company" not in page
    with reading() as session:
        uid = session.scalars(select(Ask.uid)).one()
    client.post(f"/en/asks/{uid}/i-can", data={"member": str(world.members["ana"]), "request_token": "1"})
    assert "You said: I can" in client.get("/en/asks/near").get_data(as_text=True)
    sign_in(client, world, "cora")
    calls = client.get("/en/desk/heembeek/calls").get_data(as_text=True)
    assert "Ana would help Ben." in calls


def test_a_coordinator_rings_answers_and_hears_how_it_went(client: FlaskClient, world: World) -> None:
    proposal = asked(world)
    sign_in(client, world, "cora")
    calls = client.get("/en/desk/heembeek/calls").get_data(as_text=True)
    assert "Ben vraagt een helpende hand: een rit" in calls
    assert 'data-key="y"' in calls
    told = {"desk": "heembeek", "request_token": "1"}
    answer = client.post(f"/en/proposals/{proposal}/yes", data=told)
    assert answer.location.endswith("/en/desk/heembeek/calls")
    assert row(proposal).answer_channel == "phone"
    heard = {"time-choice": "60", "heard_from": "Ben", "request_token": "2"}
    client.post(f"/en/proposals/{proposal}/happened", data=heard)
    with reading() as session:
        favour = session.scalars(select(Favour)).one()
    assert (favour.minutes, favour.state.value) == (60, "confirmed")


@pytest.mark.parametrize("side", ["helper", "asker"])
def test_a_promise_can_be_printed_for_either_side(client: FlaskClient, world: World, side: str) -> None:
    proposal = promised(world, days=2)
    sign_in(client, world, "cora")
    card = client.get(f"/en/proposals/{proposal}/card/{side}")
    assert card.mimetype == "application/pdf"
    assert card.data.startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_of_a_proposal_is_whole(client: FlaskClient, world: World, language: str) -> None:
    question, promise = asked(world, days=2), promised(world)
    for who in ("ana", "cora"):
        sign_in(client, world, who)
        for page in (f"proposals/{question}", f"proposals/{question}/no", f"proposals/{promise}", "agenda"):
            check_page(client, f"/{language}/{page}", language)
        for step in ("happened", "call-off", "fell-through"):
            check_page(client, f"/{language}/proposals/{promise}/{step}", language)
    check_page(client, f"/{language}/desk/heembeek/calls", language)
