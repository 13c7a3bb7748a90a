"""The page behind a mail's link: yes, not this time and how it went, without signing in."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world
from tests.unit.services.asking import state_of_proposal
from timebank.clock import now
from timebank.domain.days import local_day, network_day
from timebank.models.favour import Favour
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.promising.answer_links import sign_answer
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import NewProposal, propose
from timebank.uow import reading, transact


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def asked(world: World, *, days: int = 0, dated: bool = True) -> UUID:
    """A lift of Ben's that Ana is asked for, ``days`` from today; its uid."""
    day = local_day(now(), "Europe/Brussels") + timedelta(days=days)
    windows = (Window(day, 540, 720),) if dated else ()
    details = AskDetails(category="lift", place="Eye doctor", windows=windows, minutes=90)
    new = NewAsk(world.antenna, "Who brings me?", world.members["ben"], details=details)
    cora = world.actor("cora", now=now())
    ask = transact(make_ask, new, actor=cora, now=now()).uid
    question = NewProposal(member_id=world.members["ana"])
    return transact(propose, ask, question, actor=cora, now=now()).uid


def link(app: Flask, world: World, proposal: UUID, name: str = "ana") -> str:
    return f"/en/answer/{sign_answer(app.config['SECRET_KEY'], proposal, world.people[name])}"


def row(uid: UUID) -> Proposal:
    with reading() as session:
        return session.scalars(select(Proposal).where(Proposal.uid == uid)).one()


def test_looking_spends_nothing_and_yes_makes_a_promise(
    app: Flask, client: FlaskClient, world: World
) -> None:
    proposal = asked(world, days=2)
    address = link(app, world, proposal)
    for _each in range(3):
        page = client.get(address).get_data(as_text=True)
    assert "Could you help Ben?" in page
    assert "Peeters" not in page
    assert state_of_proposal(proposal) == "asked"
    for _tap in range(2):
        page = client.post(address, data={"answer": "yes"}, follow_redirects=True).get_data(as_text=True)
        assert "Thank you: it is agreed" in page
    assert state_of_proposal(proposal) == "accepted"
    assert row(proposal).answer_channel == "mail"


def test_not_this_time_is_remembered_in_its_mildest_form(
    app: Flask, client: FlaskClient, world: World
) -> None:
    proposal = asked(world, days=2)
    address = link(app, world, proposal)
    page = client.post(address, data={"answer": "no"}, follow_redirects=True).get_data(as_text=True)
    assert "We ask someone else now." in page
    assert row(proposal).decline_kind is DeclineKind.NOT_THIS_TIME


def test_a_yes_without_a_day_asks_for_one(app: Flask, client: FlaskClient, world: World) -> None:
    proposal = asked(world, dated=False)
    address = link(app, world, proposal)
    refused = client.post(address, data={"answer": "yes"})
    assert refused.status_code == 422
    assert "Say on which day." in refused.get_data(as_text=True)
    day = network_day(now()) + timedelta(days=3)
    boxes = {"on_day-day": str(day.day), "on_day-month": str(day.month), "on_day-year": str(day.year)}
    client.post(address, data={"answer": "yes"} | boxes)
    assert row(proposal).on_day == day


def test_afterwards_the_favour_is_filled_in_by_one_button(
    app: Flask, client: FlaskClient, world: World
) -> None:
    proposal = asked(world)
    yes = Answer(yes=True)
    transact(answer_proposal, proposal, yes, actor=world.actor("ana", now=now()), now=now())
    address = link(app, world, proposal)
    page = client.get(address).get_data(as_text=True)
    assert "How did it go with Ben Peeters?" in page
    assert 'value="90" checked' in page
    told = {"answer": "happened", "time-choice": "other", "time-other": "soon"}
    wrong = client.post(address, data=told)
    assert wrong.status_code == 422
    assert 'value="soon"' in wrong.get_data(as_text=True)
    told["time-other"] = "1u30"
    page = client.post(address, data=told, follow_redirects=True).get_data(as_text=True)
    assert "Ben Peeters gets the chance to say yes" in page
    with reading() as session:
        favour = session.scalars(select(Favour)).one()
    assert (favour.minutes, favour.state.value, favour.category) == (90, "logged", "lift")


def test_that_it_did_not_take_place_needs_a_word(app: Flask, client: FlaskClient, world: World) -> None:
    proposal = asked(world)
    yes = Answer(yes=True)
    transact(answer_proposal, proposal, yes, actor=world.actor("ana", now=now()), now=now())
    address = link(app, world, proposal)
    assert client.post(address, data={"answer": "fell_through"}).status_code == 422
    client.post(address, data={"answer": "fell_through", "note": "It rained"})
    assert state_of_proposal(proposal) == "not_done"


@pytest.mark.parametrize("what", ["another person", "another proposal", "another key", "nonsense"])
def test_a_link_opens_only_what_it_was_signed_for(
    app: Flask, client: FlaskClient, world: World, what: str
) -> None:
    proposal, key = asked(world, days=2), app.config["SECRET_KEY"]
    tokens = {
        "another person": sign_answer(key, proposal, world.people["dov"]),
        "another proposal": sign_answer(key, UUID(int=1), world.people["ana"]),
        "another key": sign_answer("not ours", proposal, world.people["ana"]),
        "nonsense": "x.y",
    }
    address = f"/en/answer/{tokens[what]}"
    assert client.get(address).status_code == 404
    assert client.post(address, data={"answer": "yes"}).status_code == 404
    assert state_of_proposal(proposal) == "asked"


def test_a_link_is_too_old_a_week_after_its_day(app: Flask, client: FlaskClient, world: World) -> None:
    proposal = asked(world, days=2)

    def age(session) -> None:
        found = session.scalars(select(Proposal).where(Proposal.uid == proposal)).one()
        found.on_day = found.answer_by = network_day(now()) - timedelta(days=9)

    transact(age)
    assert client.get(link(app, world, proposal)).status_code == 404


def test_a_machine_that_keeps_sending_is_held_back(app: Flask, client: FlaskClient, world: World) -> None:
    proposal = asked(world, dated=False)
    address = link(app, world, proposal)
    answers = [client.post(address, data={"answer": "yes"}).status_code for _each in range(12)]
    assert answers[0] == 422
    assert answers[-1] == 429
