"""Opening an antenna: the operator makes it, the team takes its steps, and then it goes live."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, make_member, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.desk import OpeningStep
from timebank.models.member import Person
from timebank.models.notice import Notice
from timebank.services.coordinating.notices import queue_notice
from timebank.services.network.antennas import NewMandate, find_antenna, give_mandate
from timebank.uow import reading, transact

HOME = "/en/antennas/laken/opening"
LAKEN = {"slug": "laken", "name": "Antenne Laken", "languages": ["nl", "fr"], "phone": "02 555 10 10"}
HELD_BACK = "This antenna is being prepared"


@pytest.fixture
def world(app) -> World:
    """The cast of today, and Laken, which Olga prepares and Cleo coordinates."""
    return make_world(now())


@pytest.fixture
def laken(client: FlaskClient, world: World) -> int:
    sign_in(client, world, "olga")
    assert client.post("/en/antennas/new", data=LAKEN).location.endswith(HOME)
    with reading() as session:
        world.antennas["laken"] = find_antenna(session, "laken").id
    join(world, "cleo", Role.COORDINATOR)
    return world.antennas["laken"]


def join(world: World, name: str, role: Role | None = None) -> None:
    make_member(world, name, "laken", now())
    if role is not None:
        day = network_day(now())
        mandate = NewMandate(
            world.people[name], role, day, day + timedelta(days=300), world.antennas["laken"]
        )
        transact(give_mandate, mandate, actor=SYSTEM, now=now())


def take_every_step(client: FlaskClient, world: World) -> None:
    join(world, "cis", Role.COORDINATOR)
    join(world, "aya", Role.ANTENNA_PERSON)
    client.post("/en/antennas/laken/change", data=LAKEN | {"version": "1", "streets": "Kerkstraat"})
    for step in ("partner", "boundaries", "hours"):
        told = client.post(f"{HOME}/{step}", data={"note": f"Talked about {step}"})
        assert told.status_code == 302


def live_on(antenna_id: int) -> object:
    with reading() as session:
        return session.get_one(Antenna, antenna_id).live_on


def hear(world: World, name: str, key: str) -> bool:
    """Whether a notice about Laken is queued for this person."""

    def work(session) -> bool:
        person = session.get_one(Person, world.people[name])
        made = queue_notice(
            session, person, "gift_received", dedupe_key=key, now=now(), antenna_id=world.antennas["laken"]
        )
        return made is not None

    return transact(work)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, laken: int, language: str):
    check_page(client, f"/{language}/antennas/new", language)
    for name in ("olga", "cleo"):
        sign_in(client, world, name)
        for page in ("", "/partner", "/live"):
            check_page(client, f"/{language}/antennas/laken/opening{page}", language)
    take_every_step(client, world)
    check_page(client, f"/{language}/antennas/laken/opening/live", language)
    check_page(client, f"/{language}/antennas/laken/opening/hours", language)
    client.post(f"{HOME}/live")
    for page in ("", "/live"):
        check_page(client, f"/{language}/antennas/laken/opening{page}", language)


def test_an_antenna_is_opened_step_by_step_and_goes_live(client: FlaskClient, world: World, laken: int):
    sign_in(client, world, "cleo")
    assert "Still to be done before" in client.get(HOME).text
    refused = client.post(f"{HOME}/live")
    assert refused.status_code == 409
    assert "Some steps still stand open" in refused.text
    assert live_on(laken) is None
    take_every_step(client, world)
    assert "Talked about hours" in client.get(f"{HOME}/live").text
    assert client.post(f"{HOME}/live").status_code == 302
    assert live_on(laken) == network_day(now())
    assert client.post(f"{HOME}/live").status_code == 302


def test_until_it_goes_live_only_the_team_hears_of_it(client: FlaskClient, world: World, laken: int):
    join(world, "nel")
    assert not hear(world, "nel", "before")
    assert hear(world, "cleo", "team")
    sign_in(client, world, "cleo")
    take_every_step(client, world)
    client.post(f"{HOME}/live")
    assert hear(world, "nel", "after")
    with reading() as session:
        assert "before" not in session.scalars(select(Notice.dedupe_key)).all()


def test_the_team_sees_on_every_page_that_it_is_held_back(client: FlaskClient, world: World, laken: int):
    for name, sees, leads in (("cleo", True, True), ("olga", True, True), ("dov", False, False)):
        sign_in(client, world, name)
        page = client.get("/en/antennas/laken").text
        assert (HELD_BACK in page, HOME in page) == (sees, leads), name
    join(world, "aya", Role.ANTENNA_PERSON)
    sign_in(client, world, "aya")
    page = client.get("/en/hours").text
    assert HELD_BACK in page
    assert HOME not in page
    join(world, "nel")
    sign_in(client, world, "nel")
    assert HELD_BACK not in client.get("/en/hours").text
    sign_in(client, world, "cleo")
    take_every_step(client, world)
    client.post(f"{HOME}/live")
    assert HELD_BACK not in client.get("/en/antennas/laken").text


def test_a_step_is_said_in_a_word_said_anew_and_taken_back(client: FlaskClient, world: World, laken: int):
    sign_in(client, world, "cleo")
    empty = client.post(f"{HOME}/prints", data={"note": "  "})
    assert empty.status_code == 422
    assert "Write down in a word" in empty.text
    long = client.post(f"{HOME}/prints", data={"note": "x" * 201})
    assert long.status_code == 422
    assert "x" * 201 in long.text
    for word in ("20 cards", "40 cards"):
        assert client.post(f"{HOME}/prints", data={"note": word}).status_code == 302
    page = client.get(HOME).text
    assert "40 cards (Cleo Peeters" in page
    assert "20 cards" not in page
    for _again in range(2):
        assert client.post(f"{HOME}/prints", data={"again": "yes"}).status_code == 302
    with reading() as session:
        assert session.get(OpeningStep, (laken, "prints")) is None


@pytest.mark.parametrize("step", ["team", "area", "coffee"])
def test_no_word_stands_for_a_team_or_an_area(client: FlaskClient, world: World, laken: int, step: str):
    sign_in(client, world, "cleo")
    assert client.post(f"{HOME}/{step}", data={"note": "Done"}).status_code == 404


def test_an_open_antenna_takes_no_steps_any_more(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    answer = client.post("/en/antennas/heembeek/opening/prints", data={"note": "20 cards"})
    assert answer.status_code == 409
    assert "20 cards" in answer.text


def test_a_wrong_name_keeps_what_was_typed_and_can_be_mended(client: FlaskClient, world: World):
    sign_in(client, world, "olga")
    for slug in ("heembeek", "New York", "new", ""):
        answer = client.post("/en/antennas/new", data=LAKEN | {"slug": slug, "partner": "LDC Icarus"})
        assert answer.status_code == 422, slug
        assert 'value="LDC Icarus"' in answer.text
    client.post("/en/antennas/new", data=LAKEN | {"partner": "LDC Icarus"})
    page = client.get(HOME).text
    assert "/en/staff/new?antenna=laken" in page
    assert HOME in client.get("/en/").text
    assert "The partner" not in client.get(f"{HOME}/live").text.partition("Still to be done before")[2]


def test_nobody_else_opens_it(client: FlaskClient, world: World, laken: int):
    for name in ("dov", "cora"):
        sign_in(client, world, name)
        assert client.get(HOME).status_code == 404
        assert client.post(f"{HOME}/live").status_code == 404
        assert client.post("/en/antennas/new", data=LAKEN | {"slug": "own"}).status_code == 403


def test_the_team_practises_and_nothing_of_it_is_left_when_it_goes_live(
    client: FlaskClient, world: World, laken: int
):
    sign_in(client, world, "cleo")
    desk = client.post(f"{HOME}/practice/begin", follow_redirects=True)
    assert "Practice: the bulb in my hall is broken." in desk.text
    assert "Take the invented asks away" in client.get(HOME).text
    gone = client.post(f"{HOME}/practice/end", follow_redirects=True)
    assert "The invented asks are gone." in gone.text
    client.post("/nl/antennas/laken/opening/practice/begin")
    check_page(client, "/nl/antennas/laken/opening", "nl")
    take_every_step(client, world)
    client.post(f"{HOME}/live")
    assert client.post(f"{HOME}/practice/begin").status_code == 409
    with reading() as session:
        assert session.scalars(select(Ask.words).where(Ask.antenna_id == laken)).all() == []
