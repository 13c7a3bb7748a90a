"""Every page that can be opened: its title is its heading, its HTML is right, in every language."""

import re

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, sign_in
from tests.unit.reporting import keep_report
from tests.unit.services.asking import ask_of, offer_of, proposed
from timebank.domain.help import Limit, Wish
from timebank.models.favour import Favour
from timebank.uow import reading

LANGUAGES = ("nl", "fr", "en")
PUBLIC = [
    "",
    "sign-in",
    "sign-in/mail",
    "sign-in/digits",
    "sign-in/card",
    "sign-in/staff",
    "sign-in/link/x",
    "join/heembeek",
    "antennas/heembeek",
    "accessibility",
    "certificates/verify",
    "privacy",
]
MEMBER = [
    "",
    "favours",
    "favours/new?side=gave",
    "favours/new?side=got",
    "hours",
    "hours?period=ever",
    "hours?period=month",
    "hours/for-me",
    "sessions",
    "keys",
    "gifts/new",
    "asks",
    "asks/new",
    "asks/near",
    "agenda",
    "agenda/calendar",
    "antennas/heembeek/offers",
    "directory/heembeek",
]
STAFF = [
    "members",
    "members?words=an",
    "members/new",
    "favours/new?side=others",
    "desk/heembeek",
    "desk/heembeek/ring",
    "desk/heembeek/slips",
    "desk/heembeek/disputes",
    "desk/heembeek/second",
    "antennas/heembeek/rules",
    "antennas/heembeek/rules/travel",
    "antennas/heembeek/rules/floor_minutes",
    "antennas/heembeek/team",
    "antennas/heembeek/books",
    "antennas/heembeek/releases",
    "partner/heembeek",
    "network",
    "antennas/heembeek/reports",
    "antennas/heembeek/books/year",
    "antennas/heembeek/books/archive",
    "antennas/heembeek/change",
    "antennas/heembeek/opening",
    "antennas/heembeek/opening/prints",
    "antennas/heembeek",
    "desk/heembeek/gifts",
    "desk/heembeek/tell",
    "gifts/new?source=pot",
    "password",
    "second-step",
    "asks/new",
    "desk/heembeek/asks",
    "desk/heembeek/calendar",
    "desk/heembeek/find",
    "desk/heembeek/find?q=ben",
    "desk/heembeek/find?q=nobody",
    "desk/heembeek/calls",
    "desk/heembeek/retention",
    "desk/heembeek/referrals",
    "antennas/heembeek/participation",
    "antennas/heembeek/participation?period=2026-q3",
    "antennas/heembeek/signs",
    "antennas/heembeek/signs?list=not-seen",
    "antennas/heembeek/boundaries",
    "antennas/heembeek/boundaries/new",
    "antennas/heembeek/border",
    "directory/heembeek",
    "directory/heembeek?show=stale",
    "directory/heembeek/new",
    "directory/heembeek/import",
    "signals/heembeek",
    "signals/heembeek/new",
]


def check_page(client: FlaskClient, address: str, language: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, address
    html = answer.get_data(as_text=True)
    html5lib.HTMLParser(strict=True).parse(html)
    assert f'<html lang="{language}"' in html
    title = re.search(r"<title>(.*?) - ", html, re.S)
    heading = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.S)
    assert title is not None
    assert [re.sub(r"<[^>]+>", "", each).strip() for each in heading] == [title[1].strip()], address
    assert len(re.findall(r"<main\b", html)) == 1
    labels = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
    fields = re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"', html)
    assert set(fields) <= labels, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages_are_whole(client: FlaskClient, world: World, language: str) -> None:
    for page in PUBLIC:
        check_page(client, f"/{language}/{page}", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_member_s_pages_are_whole(client: FlaskClient, world: World, language: str) -> None:
    world.logged("ana")
    sign_in(client, world, "ben")
    for page in MEMBER:
        check_page(client, f"/{language}/{page}", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coordinator_s_pages_are_whole(client: FlaskClient, world: World, language: str) -> None:
    waiting = world.logged("ana")
    sign_in(client, world, "cora")
    pages = [*STAFF, *(f"favours/{waiting}{step}" for step in ("", "/heard", "/dispute", "/done"))]
    steps = (
        "",
        "/change",
        "/helper",
        "/ending",
        "/offer",
        "/consents",
        "/certificates",
        "/consents/news",
        "/erase",
        "/file",
    )
    pages += [f"members/{world.uids['ben']}{step}" for step in steps]
    pages += [f"members/{world.uids['ana']}/offer"]
    report = keep_report(world)
    pages += [f"reports/{report}", f"reports/{report}/approve", f"reports/{report}/page?language={language}"]
    offer_of(world, "ana", foot_metres=500)
    offer_of(world, "fay", limits=(Limit.NO_CATS,))
    ask = ask_of(world, wishes=(Wish.HAS_CAT,))
    proposed(world, ask, "hugo")
    pages += ["desk/heembeek/plan", f"desk/heembeek/plan?fix=1-{world.members['fay']}&fix=x"]
    pages += [f"asks/{ask}{step}" for step in ("", "?more=1", "/change", "/end", "/others")]
    for page in pages:
        check_page(client, f"/{language}/{page}", language)


def told(world: World, **changes: str) -> dict[str, str]:
    values = {
        "side": "gave",
        "member": str(world.members["ana"]),
        "neighbours": str(world.members["ben"]),
        "when-when": "today",
        "time-choice": "45",
        "thanks": "Thank you & see you",
        "request_token": "one-tap",
    }
    return values | changes


def favours_of(app: Flask) -> list[Favour]:
    with reading() as session:
        return list(session.scalars(select(Favour)))


def test_a_neighbour_logs_checks_and_books_a_favour_and_a_double_tap_books_it_once(
    app: Flask, client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "ana")
    checked = client.post("/en/favours/new", data=told(world))
    assert "Is this right?" in checked.get_data(as_text=True)
    assert not favours_of(app)
    answers = [client.post("/en/favours/new", data=told(world, checked="yes")) for _ in range(2)]
    assert answers[0].status_code == 302
    assert answers[0].location == answers[1].location
    assert len(favours_of(app)) == 1
    done = client.get(answers[0].location).get_data(as_text=True)
    assert "Thank you &amp; see you" in done


def test_the_other_side_agrees_and_both_read_it(app: Flask, client: FlaskClient, world: World) -> None:
    uid = world.logged("ana", said="45 min")
    sign_in(client, world, "ben")
    assert "Ana P. helped you" in client.get("/en/").get_data(as_text=True)
    assert client.post(f"/en/favours/{uid}/confirm", data={"request_token": "yes"}).status_code == 302
    assert "Ana P. helped you" in client.get("/en/hours").get_data(as_text=True)
    sign_in(client, world, "ana")
    assert "You helped Ben P." in client.get("/en/hours").get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"time-choice": ""}, "Say how long it took"),
        ({"neighbours": ""}, "Say who was helped"),
        ({"time-choice": "other", "time-other": "a while"}, "understand “a while”"),
        (
            {"when-when": "other", "when-day": "31", "when-month": "2", "when-year": "2026"},
            "Write the day like",
        ),
    ],
)
def test_a_fault_says_what_to_do_and_keeps_what_was_typed(
    client: FlaskClient, world: World, changes: dict[str, str], words: str
) -> None:
    sign_in(client, world, "ana")
    answer = client.post("/en/favours/new", data=told(world, **changes))
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert words in html
    assert "Thank you &amp; see you" in html


def test_an_outsider_finds_nothing(client: FlaskClient, world: World) -> None:
    uid = world.logged("ana")
    sign_in(client, world, "dov")
    for page in (f"favours/{uid}", f"members/{world.uids['ben']}", f"hours?member={world.uids['ben']}"):
        assert client.get(f"/en/{page}").status_code == 404


def test_no_other_member_sees_hours_or_family_names(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "fay")
    assert client.get(f"/en/hours?member={world.uids['ben']}").status_code == 404
    assert "Ben Peeters" not in client.get("/en/favours/new?side=gave").get_data(as_text=True)


def test_a_stale_change_shows_both_versions(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}/change"
    form = {
        "given_name": "Ben",
        "language": "nl",
        "preferred_channel": "phone",
        "version": "1",
        "phone": "02 111 11 11",
    }
    assert client.post(address, data=form).status_code == 302
    late = client.post(address, data=form | {"phone": "02 222 22 22"})
    html = late.get_data(as_text=True)
    assert late.status_code == 412
    assert "02 111 11 11" in html
    assert "02 222 22 22" in html


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_the_statement_can_be_kept(client: FlaskClient, world: World, kind: str) -> None:
    world.logged("ben")
    sign_in(client, world, "ben")
    answer = client.get(f"/nl/hours/{kind}?period=ever")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f'.{kind}"')
    starts = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "pdf": b"%PDF"}
    assert answer.data.startswith(starts[kind])


def test_who_applied_is_accepted_after_the_talk(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    sent = {"given_name": "Lucie", "phone": "02 555 00 11", "language": "fr", "preferred_channel": "phone"}
    assert client.post("/fr/join/heembeek", data=sent).status_code in (200, 302)
    found = re.search(r'action="(/en/members/[^"]+/accept)"', client.get("/en/members").text)
    page = client.get("/en/members").text
    if found is None:
        address = re.search(r'href="(/en/members/[0-9a-f-]{36})"[^>]*>[^<]*Lucie', page)
        assert address is not None, page
        found = re.search(r'action="(/en/members/[^"]+/accept)"', client.get(address[1]).text)
    assert found is not None
    assert client.post(found[1]).status_code == 302
    assert "Lucie" in client.get("/en/members").text
