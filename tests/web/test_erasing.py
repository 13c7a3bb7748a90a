"""The pages on which a coordinator sees what will be erased, and erases someone at their word."""

from flask.testing import FlaskClient

from tests.factories import NOW, World, sign_in
from timebank.models.member import Person
from timebank.services.membership.member_endings import leave_member
from timebank.uow import reading, transact


def name_of(world: World, name: str) -> str:
    with reading() as session:
        return session.get_one(Person, world.people[name]).name


def test_a_coordinator_reads_what_goes_and_erases_once(client: FlaskClient, world: World) -> None:
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    sign_in(client, world, "cora")
    page = f"/en/members/{world.uids['fay']}/erase"
    assert "Yes, erase for good" in client.get(page).text
    assert name_of(world, "fay") == "Fay Peeters"
    for _tap in range(2):
        assert client.post(page, data={"request_token": "one-tap"}).status_code == 302
    assert name_of(world, "fay") == "Vroeger lid"
    assert "This was done on" in client.get(page).text
    assert "Fay" not in client.get("/en/desk/heembeek/retention").text


def test_the_page_says_what_has_to_be_settled_first(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    page = f"/en/members/{world.uids['ben']}/erase"
    html = client.get(page).text
    assert "They are a member still" in html
    assert "Yes, erase for good" not in html
    assert client.post(page, data={}).status_code == 409
    assert name_of(world, "ben") == "Ben Peeters"


def test_the_desk_lists_who_will_be_erased(client: FlaskClient, world: World) -> None:
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    sign_in(client, world, "cora")
    html = client.get("/en/desk/heembeek/retention").text
    assert "Fay Peeters" in html
    assert f"/en/members/{world.uids['fay']}/erase" in html
