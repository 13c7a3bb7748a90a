"""Members' pages: endings are checked before they happen, consents and ways in can be ended."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories import World, sign_in
from tests.web.test_answers import asked
from timebank.clock import now
from timebank.models.login import SignedInBy
from timebank.models.member import Helper, Member, MemberStepTaken, Person
from timebank.services.membership.households import share_account
from timebank.services.membership.member_endings import record_death
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.signing_in.attempts import JOINING
from timebank.services.signing_in.cards import print_card
from timebank.uow import reading, transact


def state(world: World, name: str) -> str:
    with reading() as session:
        return session.get_one(Member, world.members[name]).state.value


@pytest.mark.parametrize("step", ["pause", "move", "leave", "die"])
def test_an_ending_is_checked_before_it_is_written_down(client: FlaskClient, world: World, step: str):
    world.logged("ben", said="2u")
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ana']}/ending"
    told = {"step": step, "antenna": str(world.antennas["marolles"]), "day": "1/11/2026", "hours_to": ""}
    checked = client.post(address, data=told | {"request_token": "a"})
    assert checked.status_code == 200
    assert "Is this right?" in checked.text
    assert state(world, "ana") == "active"
    assert client.post(address, data=told | {"request_token": "a", "change": "yes"}).status_code == 200
    for _tap in range(2):
        done = client.post(address, data=told | {"request_token": "a", "checked": "yes"})
        assert done.status_code == 302
    assert state(world, "ana") == {"pause": "paused", "move": "moved", "leave": "left", "die": "died"}[step]


def test_the_check_says_where_the_hours_go_and_what_still_waits(client: FlaskClient, world: World):
    world.logged("ben", said="2u")
    world.logged("ana", said="1u")
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ana']}/ending"
    page = client.post(address, data={"step": "leave", "hours_to": str(world.uids["fay"])}).text
    assert "2 hours for Fay Peeters" in page
    assert "settle them first" in page
    page = client.post(
        f"/en/members/{world.uids['ben']}/ending", data={"step": "die", "day": "1/11/2026", "hours_to": ""}
    ).text
    assert "is forgiven" in page
    assert "nothing is sent any more" in page


def test_the_page_of_whom_to_tell_names_who_was_going_to_help(client: FlaskClient, world: World):
    uid = asked(world, days=2)
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=now())
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}"
    told = {"step": "die", "day": "1/11/2026", "hours_to": ""}
    page = client.post(f"{address}/ending", data=told).text
    assert "Who was going to help is named" in page
    assert f"/en/proposals/{uid}" not in page
    client.post(f"{address}/ending", data=told | {"request_token": "a", "checked": "yes"})
    page = client.get(f"{address}/condolence").text
    assert re.search(r"Ana Peeters.*was going to help on", page, re.S)


@pytest.mark.parametrize("step", ["move", "leave", "die", "pause"])
def test_the_check_says_which_roles_end_and_that_a_team_grows_small(
    client: FlaskClient, world: World, step: str
):
    sign_in(client, world, "cora")
    told = {"step": step, "antenna": str(world.antennas["marolles"]), "day": "1/11/2026", "hours_to": ""}
    page = client.post(f"/en/members/{world.uids['carl']}/ending", data=told).text
    assert ("Coordinator, Heembeek" in page) is (step != "pause")
    assert ("fewer than two coordinators" in page) is (step in ("leave", "die"))
    assert ("It stays" in page) is (step == "move")
    page = client.post(f"/en/members/{world.uids['ana']}/ending", data=told).text
    assert "Their roles end" not in page


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("pause", "What they promised stays."),
        ("move", "Who waits for their help hears so."),
        ("leave", "Who waits for their help hears so."),
        ("die", "ring those who wait for their help"),
    ],
)
def test_the_check_says_what_becomes_of_promises(client: FlaskClient, world: World, step: str, words: str):
    uid = asked(world)
    transact(answer_proposal, uid, Answer(yes=True), actor=world.actor("ana"), now=now())
    sign_in(client, world, "cora")
    told = {"step": step, "antenna": str(world.antennas["marolles"]), "day": "1/11/2026", "hours_to": ""}
    page = client.post(f"/en/members/{world.uids['ana']}/ending", data=told).text
    assert words in page
    assert (f"/en/proposals/{uid}" in page) is (step != "pause")


@pytest.mark.parametrize(
    "told",
    [
        {"step": "move"},
        {"step": "die", "day": ""},
        {"step": "die", "day": "1/1/2099"},
        {"step": "leave", "hours_to": "somebody"},
        {},
    ],
)
def test_an_ending_that_can_t_be_comes_back_as_it_was_typed(client: FlaskClient, world: World, told):
    sign_in(client, world, "cora")
    answer = client.post(f"/en/members/{world.uids['ana']}/ending", data=told)
    assert answer.status_code == 422
    if "step" in told:
        assert re.search(rf'value="{told["step"]}"[^>]* checked', answer.text)


def test_a_daughter_who_is_no_member_may_act_until_one_word_ends_it(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    told = {"given_name": "Lies", "email": "lies@example.org", "consent_channel": "talk", "months": "6"}
    assert (
        client.post(f"/en/members/{world.uids['ana']}/helper", data=told | {"helper": ""}).status_code == 302
    )
    with reading() as session:
        lies = session.scalars(select(Person).where(Person.given_name == "Lies")).one()
        uid = session.scalars(select(Helper.uid).where(Helper.person_id == lies.id)).one()
    world.people["lies"] = lies.id
    assert world.actor("lies", now=now()).helps == {world.members["ana"]}
    page = client.get(f"/en/members/{world.uids['ana']}").text
    assert "Agreed on" in page
    sign_in(client, world, "ana")
    assert client.post(f"/en/helpers/{uid}/end").status_code == 302
    assert "Lies" not in client.get(f"/en/members/{world.uids['ana']}").text
    assert not world.actor("lies", now=now()).helps


def test_a_helper_without_a_name_is_asked_for_one(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    answer = client.post(
        f"/en/members/{world.uids['ana']}/helper",
        data={"helper": "", "consent_channel": "talk", "months": "6"},
    )
    assert answer.status_code == 422
    assert "write down a name" in answer.text


def test_after_a_call_a_lost_card_and_tablet_open_nothing(client: FlaskClient, world: World):
    card = transact(print_card, world.uids["ana"], actor=world.actor("cora", now=now()), now=now())
    sign_in(client, world, "ana", SignedInBy.MAIL)
    lost = client.application.test_client()
    sign_in(lost, world, "cora")
    assert lost.post(f"/en/members/{world.uids['ana']}/lost").status_code == 302
    assert client.get("/en/hours").status_code == 302
    told = {"antenna": "heembeek", "number": str(card.member_number), "code": card.codes[0]}
    assert client.post("/en/sign-in/card", data=told).status_code == 422


def test_a_role_has_a_first_and_a_last_day(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    person = str(world.people["fay"])
    told = {"person": person, "role": "treasurer", "starts_on": "1/1/2030", "ends_on": "31/12/2031"}
    assert client.post("/en/antennas/heembeek/team", data=told).status_code == 302
    page = client.get("/en/antennas/heembeek/team").text
    assert "starts later" in page
    assert "31 December 2031" in page
    for wrong in ({"ends_on": "soon"}, {"ends_on": "1/1/2029"}, {"person": ""}):
        answer = client.post("/en/antennas/heembeek/team", data=told | wrong)
        assert answer.status_code == 422
        assert "1/1/2030" in answer.text


def test_no_link_leads_where_one_may_not_go(client: FlaskClient, world: World):
    for name in ("tess", "olga"):
        sign_in(client, world, name)
        assert "/team" not in client.get("/en/antennas/heembeek").text


def test_every_member_can_be_chosen_however_many_there_are(client: FlaskClient, world: World, monkeypatch):
    monkeypatch.setattr("timebank.web.membership.members.PAGE", 3)
    sign_in(client, world, "cora")
    assert "These are the first 3" in client.get("/en/members").text
    for page in ("ending", "helper", "household"):
        assert "Tess Peeters" in client.get(f"/en/members/{world.uids['ana']}/{page}").text
    assert "Tess Peeters" in client.get("/en/antennas/heembeek/team").text


def asked_to_join(client: FlaskClient, token: str) -> int:
    told = {"given_name": "Nel", "phone": "02 123 45 67", "language": "nl", "preferred_channel": "phone"}
    return client.post("/nl/join/heembeek", data=told | {"request_token": token}).status_code


def test_a_double_tap_asks_to_join_once(client: FlaskClient, world: World):
    assert [asked_to_join(client, "tap"), asked_to_join(client, "tap")] == [200, 200]
    with reading() as session:
        assert len(session.scalars(select(Person).where(Person.given_name == "Nel")).all()) == 1


def test_a_flood_of_forms_is_held_back(client: FlaskClient, world: World):
    answers = [asked_to_join(client, str(number)) for number in range(JOINING[0].count + 2)]
    assert set(answers[:-2]) == {200}
    assert set(answers[-2:]) == {429}


def test_a_card_is_in_its_member_s_language(client: FlaskClient, world: World):
    sign_in(client, world, "cora")
    page = client.post(f"/fr/members/{world.uids['ana']}/card").text
    assert 'lang="nl" aria-label="Kaart van Ana Peeters"' in page
    assert "Carte pour Ana Peeters" in page
    assert "02 123 45 67" in page[page.index("paper-card") :]


def test_two_who_part_see_what_each_gets_before_it_is_done(client: FlaskClient, world: World):
    world.logged("ben", said="2u")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=world.now)
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ana']}/household/part"
    assert "They no longer share an account" in client.get(f"/en/members/{world.uids['ana']}").text
    assert "On the account stands 2 hours" in client.get(address).text
    told = {"share": "other", "time": "1u30", "balance": "120", "decision": "", "request_token": "t" * 22}
    answer = client.post(address, data=told)
    assert (answer.status_code, "Write down who agreed" in answer.text) == (422, True)
    assert 'value="1u30"' in answer.text
    told["decision"] = "Both agreed at home"
    assert "1:30 given" in client.post(address, data=told).text
    assert world.balance("ana") == 120
    for _tap in range(2):
        assert client.post(address, data=told | {"checked": "yes"}).status_code == 302
    assert (world.balance("ana"), world.balance("fay")) == (90, 30)


def test_a_member_writes_down_for_whom_the_hours_are_and_the_check_says_so(client: FlaskClient, world: World):
    world.logged("ben", said="2u")
    sign_in(client, world, "ana")
    address = f"/en/members/{world.uids['ana']}/wish"
    assert "Nothing is written down yet" in client.get(address).text
    told = {"goes_to": "", "words": "She was always there", "day": "1/11/2026", "request_token": "w" * 22}
    answer = client.post(address, data=told)
    assert (answer.status_code, "She was always there" in answer.text) == (422, True)
    told |= {"goes_to": f"member-{world.members['fay']}", "request_token": "v" * 22}
    for _tap in range(2):
        assert client.post(address, data=told).status_code == 302
    page = client.get(address).text
    assert ("Fay" in page, "Sunday 1 November 2026" in page) == (True, True)
    sign_in(client, world, "cora")
    leaving = f"/en/members/{world.uids['ana']}/ending"
    page = client.post(leaving, data={"step": "leave", "hours_to": ""}).text
    assert "2 hours for Fay Peeters" in page
    assert "written down on Sunday 1 November 2026" in page
    assert client.post(f"{address}/end", data={"request_token": "u" * 22}).status_code == 302
    page = client.post(leaving, data={"step": "leave", "hours_to": ""}).text
    assert "2 hours wait 90 days and then go to the pot" in page


def test_after_a_death_the_desk_asks_to_tell_people_until_it_is_done(client: FlaskClient, world: World):
    world.logged("ben", said="2u")
    cora, day = world.actor("cora"), now().date()
    transact(record_death, world.uids["ana"], died_on=day, actor=cora, now=now())
    sign_in(client, world, "cora")
    row = "Ana Peeters has died: tell those who were near, yourself"
    assert row in client.get("/en/desk/heembeek").text
    address = f"/en/members/{world.uids['ana']}/condolence"
    page = client.get(address).text
    assert ("Ben Peeters (2)" in page, "Ana gave 2 hours to neighbours." in page) == (True, True)
    card = client.get(f"{address}/card")
    assert (card.status_code, card.mimetype) == (200, "application/pdf")
    for _tap in range(2):
        assert client.post(address).status_code == 302
    assert row not in client.get("/en/desk/heembeek").text
    with reading() as session:
        steps = session.scalars(
            select(MemberStepTaken.step).where(MemberStepTaken.member_id == world.members["ana"])
        )
        assert list(steps).count("told_people") == 1
    assert client.get(f"/en/members/{world.uids['ben']}/condolence").status_code == 409
