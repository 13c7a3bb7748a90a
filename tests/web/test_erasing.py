"""The pages on which a coordinator sees what will be erased, and erases someone at their word."""

from datetime import timedelta

from flask.testing import FlaskClient

from tests.factories import NOW, TODAY, World, sign_in
from tests.web.asking_together import round_of_questions
from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.models.story import StoryUse
from timebank.services.measuring.questionnaire_results import rounds_to_erase
from timebank.services.measuring.questionnaires import NewAnswer, add_answer
from timebank.services.membership.member_endings import leave_member
from timebank.services.privacy.retention import what_will_go
from timebank.services.telling.stories import add_story, stories_to_erase
from timebank.services.telling.story_checks import StoryDetails
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


def test_stories_and_answers_go_on_the_day_that_was_said_before(client: FlaskClient, world: World) -> None:
    last = TODAY + timedelta(days=30)
    told = StoryDetails("She came", "en", (StoryUse.REPORT,), last, agreed=True, witness="Cora")
    transact(add_story, world.uids["ben"], told, actor=world.actor("cora"), now=NOW)
    answers = NewAnswer(world.uids["ana"], ("hardly_ever",) * 3, agreed=True)
    transact(add_answer, round_of_questions(world), answers, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        antenna = session.get_one(Antenna, world.antenna)
        coming = what_will_go(session, antenna, actor=world.actor("cora"), now=NOW)
        for due, goes in (coming.stories, stories_to_erase), (coming.answers, rounds_to_erase):
            day_before = NOW + (due[0].due_on - TODAY - timedelta(days=1))
            assert len(due) == 1
            assert not goes(session, now=day_before)
            assert len(goes(session, now=day_before + timedelta(days=1))) == 1
    sign_in(client, world, "cora")
    html = client.get("/en/desk/heembeek/retention").text
    assert "Answers to questionnaires" in html
    assert html.count("None.") == 2
