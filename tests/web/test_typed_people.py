"""A slip's two people are typed, by name or number; what isn't clear is asked, and nothing typed is lost."""

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import NOW, World, make_member, sign_in
from timebank.models.favour import Favour
from timebank.uow import reading

PAGE = "/en/favours/new"


def told(givers: str = "", receivers: str = "", **more: object) -> dict[str, object]:
    slip = {
        "side": "others",
        "time-choice": "60",
        "channel": "slip",
        "slip_signed": "y",
        "thanks": "Well done",
    }
    return slip | {"giver_names": givers, "receiver_names": receivers} | more


def fields_of(page: str) -> dict[str, object]:
    """What the browser would send of the form, ticked boxes and hidden fields alike."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", page.partition("<main")[2]):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name is None or (re.search(r'type="(checkbox|radio)"', tag) and " checked" not in tag):
            continue
        found.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
    return dict(found)


def booked() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(Favour)) or 0


def boxes(page: str, name: str) -> list[tuple[str, bool]]:
    rows = re.findall(rf'<input type="checkbox" [^>]*name="{name}" value="(\d+)"( checked)?', page)
    return [(value, bool(ticked)) for value, ticked in rows]


@pytest.mark.parametrize("by", ["cora", "ann"])
def test_two_numbers_are_enough_and_the_check_names_both(client: FlaskClient, world: World, by: str):
    sign_in(client, world, by)
    numbers = [re.search(r"\((\d+)\)", label(client, name))[1] for name in ("Ana", "Ben")]
    page = client.post(PAGE, data=told(*numbers)).text
    assert "Is this right?" in page
    assert "Ana Peeters" in page
    assert "Ben Peeters" in page
    done = client.post(PAGE, data=fields_of(page) | {"checked": "yes"}, follow_redirects=True)
    assert (done.status_code, booked()) == (200, 1)
    assert world.balance("ana") == 60


def label(client: FlaskClient, name: str) -> str:
    found = re.search(rf'<option value="({name} Peeters \(\d+\))">', client.get(f"{PAGE}?side=others").text)
    assert found is not None
    return found[1]


def test_the_page_lists_nobody_until_a_name_is_typed(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.get(f"{PAGE}?side=others&channel=slip").text
    assert (boxes(page, "neighbours"), boxes(page, "receivers")) == ([], [])
    assert re.search(r'value="slip" checked', page)
    assert re.search(r'id="giver_names"[^>]*autofocus', page)


def test_of_two_with_one_name_one_is_ticked_and_what_was_typed_stays(client: FlaskClient, world: World):
    make_member(world, "ana2", "heembeek", NOW)
    sign_in(client, world, "cora")
    answer = client.post(PAGE, data=told("Ana", "Ben"))
    assert answer.status_code == 422
    assert "Several members are called Ana." in answer.text
    page = fields_of(answer.text)
    assert boxes(answer.text, "neighbours") == [(str(world.members[n]), False) for n in ("ana", "ana2")]
    assert boxes(answer.text, "receivers") == [(str(world.members["ben"]), True)]
    assert page["giver_names"] == ["Ana"]
    assert page["receiver_names"] == [""]
    assert "Well done" in answer.text
    assert client.post(PAGE, data=page).status_code == 422
    checked = client.post(PAGE, data=page | {"neighbours": [str(world.members["ana2"])]}).text
    assert "Is this right?" in checked
    again = client.post(PAGE, data=fields_of(checked) | {"change": "yes"}).text
    assert boxes(again, "neighbours") == [(str(world.members["ana2"]), True)]


def test_a_slip_of_the_pen_shows_who_may_be_meant(client: FlaskClient, world: World):
    make_member(world, "josephine", "heembeek", NOW)
    sign_in(client, world, "cora")
    answer = client.post(PAGE, data=told("Jozephine", "Ben"))
    assert "We know no member called Jozephine." in answer.text
    assert boxes(answer.text, "neighbours") == [(str(world.members["josephine"]), False)]
    page = fields_of(answer.text) | {"neighbours": [str(world.members["josephine"])]}
    assert "Josephine Peeters" in client.post(PAGE, data=page).text


def test_several_are_typed_with_commas_and_each_counts_once(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.post(PAGE, data=told("Ana; Fay, Ana", "Ben")).text
    assert fields_of(page)["neighbours"] == [str(world.members["ana"]), str(world.members["fay"])]


@pytest.mark.parametrize("typed", ["Nobody", "99", "9" * 40, "<b>x</b>", "%", "_", "Dov"])
def test_who_is_no_member_here_is_found_nowhere(client: FlaskClient, world: World, typed: str):
    sign_in(client, world, "cora")
    answer = client.post(PAGE, data=told(typed, "Ben"))
    assert answer.status_code == 422
    assert boxes(answer.text, "neighbours") == []
    assert booked() == 0
    assert "<b>x" not in answer.text


def test_a_number_of_another_antenna_s_member_in_a_ticked_box_is_left_out(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    answer = client.post(PAGE, data=told("", "Ben", neighbours=[str(world.members["dov"])]))
    assert answer.status_code == 422
    assert "Say who helped." in answer.text


def test_a_neighbour_s_own_favour_reads_no_typed_names(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    mine = {
        "side": "gave",
        "time-choice": "60",
        "giver_names": "Fay",
        "neighbours": [str(world.members["ben"])],
    }
    assert "Is this right?" in client.post(PAGE, data=mine).text


def test_who_may_not_write_for_others_finds_nobody(client: FlaskClient, world: World):
    for name in ("ana", "tess", "pia"):
        sign_in(client, world, name)
        assert client.post(PAGE, data=told("Ana", "Ben")).status_code == 404, name
