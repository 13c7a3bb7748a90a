"""Closing a period through the pages: two names, a check, and from then on no entry in it."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.domain.days import network_day
from timebank.domain.errors import NotAllowedError
from timebank.ledger.model import Book
from timebank.services.books.year_close import close_period
from timebank.uow import reading, transact


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(now())


def closed(world: World) -> object:
    with reading() as session:
        return session.get_one(Book, world.books["heembeek"]).closed_through


def test_two_of_the_team_close_a_period_after_a_check(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "tess")
    day = network_day(now()) - timedelta(days=3)
    form = {"through": f"{day:%d/%m/%Y}", "second": str(world.people["cora"])}
    assert "Is this right?" in client.post("/en/antennas/heembeek/books", data=form).get_data(as_text=True)
    assert closed(world) is None
    client.post("/en/antennas/heembeek/books", data=form | {"checked": "yes"})
    assert closed(world) == day
    uid = world.logged("ben", done_on=day - timedelta(days=1))
    assert world.state_of(uid) == "confirmed"
    sign_in(client, world, "ben")
    assert "concerns" in client.get("/en/hours?period=ever").get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"through": "31/12/2999"}, "This day hasn&#39;t passed yet."),
        ({"through": "soon"}, "Write the day like 23/11/2026."),
        ({"second": ""}, "Choose the second person of the team."),
    ],
)
def test_what_can_t_be_closed_is_said_and_kept(
    client: FlaskClient, world: World, changes: dict[str, str], words: str
) -> None:
    sign_in(client, world, "tess")
    form = {"through": "1/3/2026", "second": str(world.people["cora"]), "checked": "yes"} | changes
    page = client.post("/en/antennas/heembeek/books", data=form).get_data(as_text=True)
    assert words in page.replace("&#x27;", "&#39;")
    assert closed(world) is None


def test_nobody_seconds_themselves_and_a_member_closes_nothing(world: World) -> None:
    day = network_day(now()) - timedelta(days=3)
    for name, second in (("ana", "cora"),):
        with pytest.raises(NotAllowedError):
            transact(
                close_period,
                world.antenna,
                day,
                world.people[second],
                actor=world.actor(name, now=now()),
                now=now(),
            )
    assert closed(world) is None
