"""The page at a member's card with who isn't asked for them, and the way there from a no."""

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of, proposed
from timebank.models.proposal import DeclineKind
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import transact


def test_a_name_is_added_and_taken_off(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}/apart"
    assert address in client.get(f"/en/members/{world.uids['ben']}").text
    assert "Nobody is kept apart from Ben" in client.get(address).text
    for _tap in range(2):
        assert client.post(address, data={"other": str(world.uids["ana"])}).status_code == 302
    page = client.get(address).text
    assert page.count(f"{world.uids['ana']}/end") == 1
    assert client.get(f"{address}/{world.uids['ana']}/end").status_code == 405
    assert client.post(f"{address}/{world.uids['ana']}/end").status_code == 302
    assert "Nobody is kept apart from Ben" in client.get(address).text


def test_what_cannot_be_is_said_at_the_list(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}/apart"
    for other in ("", "x", str(world.uids["dov"]), str(world.uids["ben"])):
        answer = client.post(address, data={"other": other})
        assert answer.status_code == 422
        assert "Choose two members who could help one another" in answer.text


def test_a_coordinator_has_no_such_page_about_themselves(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    own = world.uids["cora"]
    assert f"/en/members/{own}/apart" not in client.get(f"/en/members/{own}").text
    assert client.get(f"/en/members/{own}/apart").status_code == 403
    assert str(own) not in client.get(f"/en/members/{world.uids['ben']}/apart").text


def test_after_a_no_to_a_person_the_ask_offers_to_keep_the_two_apart(client: FlaskClient, world: World):
    ask = ask_of(world)
    no = Answer(yes=False, decline_kind=DeclineKind.NOT_THIS_PERSON)
    transact(answer_proposal, proposed(world, ask), no, actor=world.actor("ana"), now=world.now)
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}/apart"
    assert f'action="{address}"' in client.get(f"/en/asks/{ask}").text
    client.post(address, data={"other": str(world.uids["ana"])})
    assert address not in client.get(f"/en/asks/{ask}").text
    sign_in(client, world, "ben")
    assert "someone else" not in client.get(f"/en/asks/{ask}").text
