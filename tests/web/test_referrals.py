"""Referring by the pages: never without a yes, checked first, with a letter in the person's language."""

import io

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.referrals import NewReferral, refer_ask
from timebank.uow import transact

WASH = "Can someone wash my back every morning?"


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def service(world: World) -> str:
    details = EntryDetails(
        name="Zenne Zorg",
        kinds=("home_nursing",),
        phone="02 555 80 10",
        hours={"nl": "elke dag van 7 tot 20 uur"},
        languages=("nl", "fr"),
    )
    actor = world.actor("cora", now=now())
    return str(
        transact(add_entry, world.antenna, details, checked_on=network_day(now()), actor=actor, now=now()).uid
    )


def ask(world: World, words: str = WASH) -> str:
    new = NewAsk(world.antenna, words, member_id=world.members["ben"], channel=Channel.PHONE)
    return str(transact(make_ask, new, actor=world.actor("cora", now=now()), now=now()).uid)


def referred(world: World) -> str:
    from uuid import UUID

    new = NewReferral(UUID(service(world)), agreed=True, handed="The letter")
    uid, actor = UUID(ask(world)), world.actor("cora", now=now())
    return str(transact(refer_ask, uid, new, actor=actor, now=now()).uid)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    waits, referral = ask(world), referred(world)
    sign_in(client, world, "cora")
    for page in (
        f"asks/{waits}/refer",
        f"asks/{waits}",
        f"referrals/{referral}",
        "desk/heembeek/referrals",
        "",
    ):
        check_page(client, f"/{language}/{page}", language)
    sign_in(client, world, "ben")
    check_page(client, f"/{language}/referrals/{referral}", language)


def test_a_coordinator_refers_checks_and_asks_later_how_it_went(client: FlaskClient, world: World) -> None:
    uid, entry = ask(world), service(world)
    sign_in(client, world, "cora")
    assert "Look together for who can" in client.get(f"/en/asks/{uid}").text
    address, told = (
        f"/en/asks/{uid}/refer",
        {"entry": entry, "how": "talk", "handed": "The letter", "after": "3"},
    )
    refused = client.post(address, data=told)
    assert refused.status_code == 422
    assert "Nobody is referred without their yes" in refused.text
    assert 'value="The letter"' in refused.text
    told |= {"agreed": "y", "keep": "y", "beside_words": "A chat on Thursdays", "beside_repeat": "7"}
    check = client.post(address, data=told)
    assert "Is this right?" in check.text
    assert "A chat on Thursdays" in check.text
    assert "Every week, first on " in check.text
    assert "looking for someone" in client.get(f"/en/asks/{uid}").text
    made = client.post(address, data=told | {"checked": "yes"})
    assert made.status_code == 302
    shown = client.get(made.location).text
    assert "Zenne Zorg" in shown
    assert "A chat on Thursdays" in shown
    assert "It can&#39;t wait" not in client.get("/en/desk/heembeek").text
    late = client.post(f"{made.location}/follow-up", data={"version": "1"})
    assert late.status_code == 422
    assert "Say how it went" in late.text
    ended = client.post(
        f"{made.location}/follow-up", data={"version": "1", "step": "help", "note": "All well"}
    )
    assert ended.status_code == 302
    assert "they were helped" in client.get(ended.location).text
    assert "All well" in client.get(made.location).text


def test_a_double_tap_refers_once(client: FlaskClient, world: World) -> None:
    uid, entry = ask(world), service(world)
    sign_in(client, world, "cora")
    told = {"entry": entry, "agreed": "y", "checked": "yes", "request_token": "one"}
    first, second = (client.post(f"/en/asks/{uid}/refer", data=told) for _ in range(2))
    assert first.location == second.location


def test_the_old_way_of_ending_leads_to_the_referral(client: FlaskClient, world: World) -> None:
    uid = ask(world)
    sign_in(client, world, "cora")
    answer = client.post(f"/en/asks/{uid}/end", data={"step": "refer"})
    assert answer.location.endswith(f"/en/asks/{uid}/refer")


@pytest.mark.parametrize("letters", ["normal", "large"])
def test_the_letter_is_one_sheet_in_the_person_s_language(
    client: FlaskClient, world: World, letters: str
) -> None:
    referral = referred(world)
    sign_in(client, world, "ben")
    answer = client.get(f"/en/referrals/{referral}/pdf?letters={letters}")
    pages = PdfReader(io.BytesIO(answer.data)).pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    for words in ("Zenne Zorg", "02 555 80 10", "02 123 45 67", "elke dag", "Beste Ben Peeters"):
        assert words in text
    sign_in(client, world, "cora")
    shown = client.get(f"/fr/referrals/{referral}/letter").text
    assert 'lang="nl"' in shown


def test_the_person_sees_no_note_or_outcome(client: FlaskClient, world: World) -> None:
    referral = referred(world)
    sign_in(client, world, "ben")
    shown = client.get(f"/en/referrals/{referral}").text
    assert "Zenne Zorg" in shown
    assert "How did it go?" not in shown
    sign_in(client, world, "ana")
    assert client.get(f"/en/referrals/{referral}").status_code == 404
