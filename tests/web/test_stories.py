"""Stories by the pages: read out and checked first, withdrawn by one button, nothing lost on a fault."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import World, make_world, sign_in
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.models.story import StoryUse
from timebank.services.telling.stories import add_story, details_of, find_story, withdraw_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.uow import reading, transact


@pytest.fixture
def world(app) -> World:
    return make_world(now())


def story(world: World, **changes: object) -> UUID:
    last = (now() + timedelta(days=30)).date()
    values: dict[str, object] = {"words": "She came by\nwith soup", "language": "en", "use_until": last}
    values |= {"uses": (StoryUse.REPORT,), "agreed": True, "witness": "Cora", "translated_to": "nl"}
    values |= {"translation": "Ze kwam langs"} | changes
    cora = world.actor("cora", now=now())
    details = StoryDetails(**values)  # type: ignore[arg-type]
    return transact(add_story, world.uids["ben"], details, actor=cora, now=now()).uid


def told(**changes: object) -> dict[str, object]:
    until = f"{now() + timedelta(days=90):%d/%m/%Y}"
    values: dict[str, object] = {"words": "Ana came by <3", "language": "en", "uses": ["report", "public"]}
    return values | {"use_until": until, "agreed": "y", "how": "slip", "witness": "Cora"} | changes


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    uid, gone = story(world), story(world)
    sign_in(client, world, "ben")
    client.post(f"/en/stories/{gone}/withdraw")
    for page in ("stories", f"stories/{uid}", f"stories/{gone}"):
        check_page(client, f"/{language}/{page}", language)
    sign_in(client, world, "cora")
    own = f"members/{world.uids['ben']}"
    pages = ("stories", f"stories/{uid}", f"stories/{gone}", f"stories/{uid}/change", own, f"{own}/story")
    for page in (*pages, "antennas/heembeek/stories", "antennas/heembeek/stories/sheet"):
        check_page(client, f"/{language}/{page}", language)


def test_a_coordinator_writes_one_down_checks_it_and_a_double_tap_keeps_one(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "cora")
    address = f"/en/members/{world.uids['ben']}/story"
    refused = client.post(address, data=told(agreed=""))
    assert refused.status_code == 422
    assert "No story without their yes" in refused.text
    assert "Ana came by &lt;3" in refused.text
    check = client.post(address, data=told(words="My diabetes, and Ana came by"))
    assert "Is this right?" in check.text
    assert "health: diabetes" in check.text
    back = client.post(address, data=told(change="yes"))
    assert "Ana came by &lt;3" in back.text
    sent = told(checked="yes", request_token="one")
    first, second = (client.post(address, data=sent) for _ in range(2))
    assert first.location == second.location
    shown = client.get(first.location).text
    assert "Ana came by &lt;3" in shown
    assert "<strong>Ben</strong>" in shown
    assert client.get("/en/antennas/heembeek/stories").text.count("may be printed") == 1


def test_a_day_that_isn_t_one_is_told_at_its_field(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    answer = client.post(f"/en/members/{world.uids['ben']}/story", data=told(use_until="some day"))
    assert answer.status_code == 422
    assert "Write the day like" in answer.text
    assert 'value="some day"' in answer.text


def test_a_change_takes_a_new_yes_and_a_late_one_sees_the_other(client: FlaskClient, world: World) -> None:
    uid = story(world)
    sign_in(client, world, "cora")
    address = f"/en/stories/{uid}/change"
    form = client.get(address).text
    assert "She came by" in form
    assert 'name="agreed" value="y" checked' not in form
    sent = told(words="She came twice", version="1", checked="yes")
    assert client.post(address, data=sent).status_code == 302
    late = client.post(address, data=told(words="Never mind", version="1", checked="yes"))
    assert late.status_code == 412
    assert "She came twice" in late.text
    assert "Never mind" in late.text
    with reading() as session:
        kept = details_of(find_story(session, uid, actor=world.actor("cora", now=now())))
    assert kept.words == "She came twice"


@pytest.mark.parametrize(
    ("who", "then"),
    [("ben", "/en/stories"), ("hugo", "/en/stories"), ("cora", "/en/antennas/heembeek/stories")],
)
def test_one_button_withdraws_it(client: FlaskClient, world: World, who: str, then: str) -> None:
    uid = story(world)
    sign_in(client, world, who)
    assert "Withdraw this story" in client.get(f"/en/stories/{uid}").text
    for _twice in range(2):
        answer = client.post(f"/en/stories/{uid}/withdraw")
        assert urlsplit(answer.location).path == then
    assert "with soup" not in client.get(f"/en/stories/{uid}").text
    if who == "cora":
        assert client.get(f"/en/stories/{uid}/change").status_code == 409


def test_the_tick_says_first_which_text_it_erases(app: Flask, world: World) -> None:
    uid = story(world)
    runner = app.test_cli_runner()
    with time_machine.travel(now() + timedelta(days=70), tick=False):
        for words, mode in (("would erase", ["--dry-run"]), ("erasing", [])):
            assert f"{words} the text of story {uid}" in runner.invoke(args=["tick", *mode]).output
        assert "story" not in runner.invoke(args=["tick"]).output


def test_an_outsider_finds_no_story(client: FlaskClient, world: World) -> None:
    uid = story(world)
    sign_in(client, world, "dov")
    pages = (f"stories/{uid}", f"stories/{uid}/change", "antennas/heembeek/stories")
    assert [client.get(f"/en/{page}").status_code for page in pages] == [404] * 3
    assert "She came by" not in client.get("/en/stories").text


def test_the_public_page_tells_what_may_stand_there_until_it_is_withdrawn(
    client: FlaskClient, world: World
) -> None:
    uid = story(world, uses=(StoryUse.PUBLIC,), words="The lamp burns again.")
    story(world, uses=(StoryUse.REPORT,), words="Only for the report.")
    page = client.get("/en/antennas/heembeek").text
    assert "The lamp burns again." in page
    assert "Only for the report." not in page
    transact(withdraw_story, uid, actor=world.actor("cora", now=now()), now=now())
    assert "What neighbours tell" not in client.get("/en/antennas/heembeek").text
