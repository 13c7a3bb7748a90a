"""The figures of an antenna and its lists to ring, as its team reads them."""

from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.services.giving.favours import log_favour
from timebank.uow import transact

FIGURES = "/en/antennas/heembeek/participation"
SIGNS = "/en/antennas/heembeek/signs"


def test_the_board_reads_how_the_antenna_does(client: FlaskClient, world: World) -> None:
    world.logged("ben", "ana", "ben")
    sign_in(client, world, "tess")
    page = client.get(f"{FIGURES}?period=2026-q4").get_data(as_text=True)
    assert "Give and receive" in page
    assert "A year before" in page
    assert '<option value="2026-q4" selected>' in page


def test_a_senseless_period_is_said_so_and_shows_twelve_months(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    for period, words in (("soon", "Choose a month and a year."), ("2099", "has yet to begin")):
        answer = client.get(f"{FIGURES}?period={period}")
        page = answer.get_data(as_text=True)
        assert words in page
        assert '<option value="12m" selected>' in page


def test_a_list_has_name_phone_and_a_next_step_and_no_hours(client: FlaskClient) -> None:
    world = make_world(now())
    today = local_day(now(), "Europe/Brussels")
    for said in ("3u", "4u"):
        favour = world.favour("ana", "ben", done_on=today, said=said)
        transact(log_favour, favour, actor=world.actor("ben", now=now()), now=now())
    sign_in(client, world, "cora")
    page = client.get(SIGNS).get_data(as_text=True)
    assert "In the order of names" in page
    assert "Nobody: everyone was heard of." in page
    assert "3 hours" not in page
    assert client.get(f"{SIGNS}?list=nonsense").status_code == 200


def test_a_list_by_itself_shows_everyone_on_it(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    page = client.get(f"{SIGNS}?list=newcomers").get_data(as_text=True)
    assert "Newcomers who know fewer than two people here" in page
    assert "Offer help" not in page
