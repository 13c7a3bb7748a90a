"""The desk's page and the first page of a coordinator, without script."""

import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import NOW, World, sign_in
from tests.unit.services.asking import ask_of, proposed
from timebank.models.favour import FavourConfirmation
from timebank.services.coordinating.signals import SignalDetails, tell_signal
from timebank.services.membership.member_endings import leave_member
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


def page(client: FlaskClient, path: str = "desk/heembeek") -> str:
    return client.get(f"/en/{path}").text


def press(client: FlaskClient, text: str, button: str):
    """Press the first button of this name on the desk."""
    forms = re.findall(r"<form.*?</form>", text, re.S)
    form = next(each for each in forms if f">{button}<" in each)
    action = re.search(r'action="([^"]+)"', form).group(1)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    return client.post(action, data=fields)


def test_an_empty_desk_says_well_done(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    assert "Well done" in page(client)
    assert "Well done" in page(client, "")


def test_a_row_is_a_link_to_its_next_step_with_a_digit(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    text = page(client)
    assert re.search(rf'href="/en/asks/{uid}" data-row data-key="1">Find someone for Ben Peeters<', text)


def test_a_row_says_that_its_ask_may_be_for_a_professional(client: FlaskClient, world: World) -> None:
    ask_of(world)
    sign_in(client, world, "cora")
    said = "Perhaps a professional can do this better. You decide."
    assert said not in page(client)
    ask_of(world, "fay", repeat_days=1)
    assert page(client).count(said) == 1
    assert said in page(client, "")


def test_a_question_leads_to_its_own_page(client: FlaskClient, world: World) -> None:
    uid = proposed(world, ask_of(world))
    sign_in(client, world, "cora")
    assert f'href="/en/proposals/{uid}"' in page(client)


def test_the_desk_and_the_ask_say_that_the_helper_has_left(client: FlaskClient, world: World) -> None:
    ask = ask_of(world)
    uid, ana, cora = proposed(world, ask), world.actor("ana"), world.actor("cora")
    transact(answer_proposal, uid, Answer(yes=True), actor=ana, now=NOW)
    transact(leave_member, world.uids["ana"], actor=cora, now=NOW)
    sign_in(client, world, "cora")
    for path in ("desk/heembeek", f"asks/{ask}", "antennas/heembeek/handover/sheet"):
        assert "Ana Peeters isn&#39;t a member here any more" in page(client, path), path
    sign_in(client, world, "ben")
    assert "Ana Peeters" not in page(client, f"asks/{ask}")


def test_who_takes_a_row_goes_to_its_page_and_the_other_sees_it(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    assert press(client, page(client), "I take this").location == f"/en/asks/{uid}"
    assert "You have this since" in page(client)
    sign_in(client, world, "carl")
    text = page(client)
    assert re.search(r"Cora [\w ]*has this since", text)
    assert f'href="/en/asks/{uid}"' in text
    assert client.get(f"/en/asks/{uid}").status_code == 200
    assert "was faster" not in text
    late = client.post(f"/en/desk/heembeek/rows/ask:{uid}/take", data={"kind": "open_ask", "target": uid})
    assert late.location == "/en/desk/heembeek"
    assert "Someone else was faster" in page(client)


def test_who_has_a_row_puts_it_back(client: FlaskClient, world: World) -> None:
    ask_of(world)
    sign_in(client, world, "cora")
    press(client, page(client), "I take this")
    assert press(client, page(client), "Put it back").location == "/en/desk/heembeek"
    assert "You have this since" not in page(client)


def test_a_step_that_leads_nowhere_is_refused(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    path = "/en/desk/heembeek/rows/ask:1/take"
    assert client.post(path, data={"kind": "open_ask", "target": "https://x.example"}).status_code == 404


def test_the_first_page_shows_five_rows_and_the_way_to_the_desk(client: FlaskClient, world: World) -> None:
    for number in range(6):
        details = SignalDetails("Curtains closed", about_words=f"Kruisberg {number}")
        transact(tell_signal, world.antenna, details, actor=world.actor("cora"), now=world.now)
    sign_in(client, world, "cora")
    text = page(client, "")
    assert "Today at" in text
    assert text.count(" data-row") == 5
    assert 'href="/en/desk/heembeek"' in text


def test_the_treasurer_keeps_the_lists_of_hours(app: Flask, client: FlaskClient, world: World) -> None:
    sign_in(client, world, "tess")
    text = page(client, "")
    assert "The desk of" in text
    assert 'href="/en/desk/heembeek"' not in text


def test_after_a_call_the_list_of_whom_to_ring_comes_back_and_says_who_is_next(
    client: FlaskClient, world: World
):
    first, second = world.logged("ana"), world.logged("ana", receiver="fay", said="2u")
    sign_in(client, world, "cora")
    address = f"/en/favours/{first}/heard?from=ring"
    assert address in page(client, "desk/heembeek/ring")
    assert 'href="/en/desk/heembeek/ring"' in page(client, address.removeprefix("/en/"))
    done = client.post(address, data={"heard_from": "Ben", "request_token": "a"}, follow_redirects=True)
    assert done.request.path == "/en/desk/heembeek/ring"
    assert "It is written down. Next: Fay Peeters." in done.text
    again = client.post(address, data={"heard_from": "Ben", "request_token": "a"})
    assert again.location == "/en/desk/heembeek/ring"
    address = f"/en/favours/{second}/heard?from=ring"
    assert client.post(address, data={"heard_from": "", "request_token": "b"}).status_code == 422
    done = client.post(address, data={"heard_from": "Fay", "request_token": "c"}, follow_redirects=True)
    assert "Nobody else needs a call." in done.text
    assert "Well done." in done.text


@pytest.mark.parametrize(
    ("typed", "when"),
    [("9u15", "23 09:15"), ("23:50", "22 23:50"), ("11:00", "23 11:00"), ("11:01", "22 11:01")],
)
def test_a_call_at_an_hour_still_to_come_was_yesterday_s(
    client: FlaskClient, world: World, typed: str, when: str
):
    with time_machine.travel(NOW, tick=False):
        favour = world.logged("ana")
        sign_in(client, world, "cora")
        client.post(
            f"/en/favours/{favour}/heard", data={"heard_from": "Ben", "at": typed, "request_token": "a"}
        )
    with reading() as session:
        heard = session.scalars(select(FavourConfirmation.heard_at)).one()
    assert f"{heard.astimezone(ZoneInfo('Europe/Brussels')):%d %H:%M}" == when
