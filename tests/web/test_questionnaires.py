"""The questionnaire by the pages: asked first, checked once, never shown again, erased as announced."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.scales import Scale
from timebank.models.questionnaire import QuestionnaireAnswer
from timebank.services.measuring.questionnaires import NewAnswer, NewRound, add_answer, open_round
from timebank.uow import reading, transact


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def opened(world: World, scale: Scale = Scale.GIERVELD) -> UUID:
    today = local_day(now(), "Europe/Brussels")
    new = NewRound(scale, today, today + timedelta(days=90))
    return transact(open_round, world.antenna, new, actor=world.actor("cora", now=now()), now=now()).uid


def told(world: World, **changes: str) -> dict[str, str]:
    items = {f"item_{place}": "yes" for place in range(6)}
    return (
        items | {"member": str(world.uids["ben"]), "agreed": "y", "moment": "first", "how": "slip"} | changes
    )


def scores() -> list[int]:
    with reading() as session:
        return list(session.scalars(select(QuestionnaireAnswer.score)))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "cora")
    check_page(client, f"/{language}/antennas/heembeek/questionnaires", language)
    pages = ["antennas/heembeek/questionnaires", "antennas/heembeek/questionnaires/new"]
    for uid in (opened(world), opened(world, Scale.UCLA)):
        pages += [f"questionnaires/{uid}{step}" for step in ("", "/answer", "/sheet")]
    for page in pages:
        check_page(client, f"/{language}/{page}", language)


def test_a_round_begins_once_and_a_fault_keeps_what_was_typed(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = "/en/antennas/heembeek/questionnaires/new"
    first, last = (f"{now() + timedelta(days=days):%d/%m/%Y}" for days in (0, 200))
    refused = client.post(address, data={"scale": "ucla", "starts_on": first, "ends_on": "soon"})
    assert refused.status_code == 422
    assert f'value="{first}"' in refused.text
    sent = {"scale": "ucla", "starts_on": first, "ends_on": last, "request_token": "one"}
    one, two = (client.post(address, data=sent) for _twice in range(2))
    assert one.location == two.location
    assert client.post(address, data=sent | {"request_token": "two"}).status_code == 422


def test_answers_are_asked_for_checked_and_then_only_their_sum_is_kept(
    client: FlaskClient, world: World
) -> None:
    uid = opened(world)
    sign_in(client, world, "cora")
    address = f"/en/questionnaires/{uid}/answer"
    for changes, words in (
        ({"agreed": ""}, "Nobody answers without their yes"),
        ({"item_3": ""}, "Choose an answer to each question"),
        ({"member": ""}, "Choose someone who is a member now"),
    ):
        refused = client.post(address, data=told(world, **changes))
        assert refused.status_code == 422
        assert words in refused.text
        assert 'name="item_0" value="yes" checked' in refused.text
    check = client.post(address, data=told(world))
    assert "for the last time" in check.text
    assert "Ben Peeters" in check.text
    assert scores() == []
    assert client.post(address, data=told(world, checked="yes")).status_code == 302
    assert scores() == [3]
    again = client.post(address, data=told(world, checked="yes"))
    assert again.status_code == 422
    assert "kept already" in again.text
    page = client.get(f"/en/questionnaires/{uid}").text
    assert "1 answer is erased" in page


def test_how_many_were_asked_is_noted_and_answers_can_be_withdrawn(client: FlaskClient, world: World) -> None:
    uid = opened(world)
    sign_in(client, world, "cora")
    client.post(f"/en/questionnaires/{uid}/answer", data=told(world, checked="yes"))
    assert client.post(f"/en/questionnaires/{uid}/asked", data={"asked": "many"}).status_code == 422
    assert client.post(f"/en/questionnaires/{uid}/asked", data={"asked": "12"}).status_code == 302
    assert 'value="12"' in client.get(f"/en/questionnaires/{uid}").text
    assert client.post(f"/en/questionnaires/{uid}/withdraw", data={"member": "x"}).status_code == 422
    client.post(f"/en/questionnaires/{uid}/withdraw", data={"member": str(world.uids["ben"])})
    assert scores() == []


def test_the_tick_says_first_and_erases_then(app: Flask, client: FlaskClient, world: World) -> None:
    uid, cora = opened(world), world.actor("cora", now=now())
    for second in (False, True):
        for name in ("ana", "ben", "fay", "hugo", "carl"):
            new = NewAnswer(world.uids[name], ("no" if second else "yes",) * 6, agreed=True, second=second)
            transact(add_answer, uid, new, actor=cora, now=now())
    runner = app.test_cli_runner()
    with time_machine.travel(now() + timedelta(days=92), tick=False):
        looked = runner.invoke(args=["tick", "--dry-run"]).output
        assert f"would erase 10 answers of round {uid}" in looked
        assert len(scores()) == 10
        assert f"erasing 10 answers of round {uid}" in runner.invoke(args=["tick"]).output
        assert scores() == []
        sign_in(client, world, "carl")
        page = client.get(f"/en/questionnaires/{uid}").text
    assert "+0.0" in page
    assert "Write down answers" not in page


def test_members_and_outsiders_find_no_round(client: FlaskClient, world: World) -> None:
    uid = opened(world)
    for name, status in (("ana", 403), ("ann", 403), ("dov", 404)):
        sign_in(client, world, name)
        for page in (
            "antennas/heembeek/questionnaires",
            f"questionnaires/{uid}",
            f"questionnaires/{uid}/answer",
        ):
            assert client.get(f"/en/{page}").status_code == status
