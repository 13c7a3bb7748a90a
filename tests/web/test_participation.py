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


def test_a_coordinator_chooses_any_days_and_reads_what_was_typed_when_they_make_none(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    page = client.get(f"{FIGURES}?since=05/01/2026&until=31.03.2026").text
    assert "From Monday 5 January 2026 to Tuesday 31 March 2026." in page
    assert '<option value="2026-03">March 2026</option>' in page
    for since, until, words in (
        ("5/1", "31/3/2026", "Write the day like 23/11/2026."),
        ("1/3/2026", "", "Write the day like 23/11/2026."),
        ("1/3/2026", "28/2/2026", "a last day that isn&#39;t before it"),
        ("1/3/1926", "28/2/2026", "Choose a first day since 2000"),
        ("1/3/2098", "1/3/2099", "has yet to begin"),
    ):
        page = client.get(f"{FIGURES}?since={since}&until={until}").text
        assert words in page, since
        assert f'name="since" value="{since}"' in page
        assert '<option value="12m" selected>' in page
    assert "5 January 2026" in client.get("/en/antennas/heembeek/evenness?since=5/1/2026&until=6/1/2026").text


def test_days_of_one_s_own_choice_are_for_who_coordinates(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "tess")
    page = client.get(f"{FIGURES}?since=5/1/2026&until=6/1/2026").text
    assert "Choose a month and a year." in page
    assert 'name="since"' not in page
    assert "5 January 2026" not in page


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
