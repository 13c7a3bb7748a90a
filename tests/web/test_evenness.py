"""The page on who is suggested and asked: what a line says, and who reads the names."""

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of, offer_of
from timebank.services.matchmaking.suggestions import propose_suggested
from timebank.services.promising.proposals import NewProposal
from timebank.uow import transact

ADDRESS = "/en/antennas/heembeek/evenness"


def asked_ana(world: World) -> None:
    for name in ("ana", "fay"):
        offer_of(world, name)
    new = NewProposal(world.members["ana"])
    transact(propose_suggested, ask_of(world), new, actor=world.actor("cora"), now=world.now)


def test_it_begins_with_what_to_do_where_nobody_offers(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    assert "Nobody offers help yet" in client.get(ADDRESS).text


def test_a_coordinator_reads_who_came_up_and_was_never_asked(client: FlaskClient, world: World):
    asked_ana(world)
    sign_in(client, world, "cora")
    page = client.get(f"{ADDRESS}?period=2026").text
    assert "Fay Peeters" in page
    assert "There are too few people to compare" in page
    assert ADDRESS in client.get("/en/antennas/heembeek").text


def test_the_board_reads_the_numbers_alone(client: FlaskClient, world: World):
    asked_ana(world)
    sign_in(client, world, "tess")
    page = client.get(f"{ADDRESS}?period=2026").text
    assert "Everyone who could help" in page
    assert "Fay Peeters" not in page


def test_a_period_that_is_none_gives_the_last_year(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    answer = client.get(f"{ADDRESS}?period=soon")
    assert answer.status_code == 200
    assert "Choose a month and a year" in answer.text
