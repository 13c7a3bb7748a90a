"""Stories, on both databases: kept with a yes, printed only where and while it says, gone when withdrawn."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    TimebankError,
    WrongStateError,
)
from timebank.extensions import db
from timebank.models.audit import AuditEntry
from timebank.models.story import NameShown, Story, StoryUse
from timebank.services.membership.member_endings import leave_member, record_death
from timebank.services.telling.stories import (
    ToldStory,
    add_story,
    change_story,
    details_of,
    find_story,
    stories_for,
    withdraw_story,
)
from timebank.services.telling.story_checks import StoryDetails
from timebank.services.telling.story_lists import list_stories, stories_of, stories_page
from timebank.services.ticking import tidy_up
from timebank.uow import reading, transact

COFFEE = StoryDetails(
    words="Ana hielp mij met de koffie.\n\nNu ken ik haar.",
    language="nl",
    uses=(StoryUse.REPORT, StoryUse.PUBLIC),
    use_until=TODAY + timedelta(days=365),
    agreed=True,
    witness="Cora Peeters",
    translated_to="fr",
    translation="Ana m’a aidé pour le café.",
)


def story(world: World, name: str = "ben", by: str = "cora", **changes: object) -> Story:
    details = replace(COFFEE, **changes)  # type: ignore[arg-type]
    return transact(add_story, world.uids[name], details, actor=world.actor(by), now=NOW)


def withdrawn(world: World, uid: UUID, by: str) -> Story:
    return transact(withdraw_story, uid, actor=world.actor(by), now=NOW)


def printed(world: World, use: StoryUse = StoryUse.REPORT, days: int = 0) -> tuple[ToldStory, ...]:
    with reading() as session:
        return stories_for(session, [world.antenna], use, today=TODAY + timedelta(days=days))


def kept(uid: UUID) -> Story:
    with reading() as session:
        return session.scalars(select(Story).where(Story.uid == uid)).one()


def test_a_story_is_printed_where_and_while_its_yes_says(world: World) -> None:
    uid = story(world).uid
    assert [each.uid for each in printed(world)] == [uid]
    assert [each.uid for each in printed(world, StoryUse.PUBLIC)] == [uid]
    assert printed(world, StoryUse.NEWSLETTER) == ()
    assert len(printed(world, days=365)) == 1
    assert printed(world, days=366) == ()
    with reading() as session:
        assert stories_for(session, [world.antennas["marolles"]], StoryUse.REPORT, today=TODAY) == ()


def test_a_story_is_read_in_a_language_that_it_has(world: World) -> None:
    story(world)
    (told,) = printed(world)
    assert told.words_in("nl") == told.words_in("en") == "Ana hielp mij met de koffie.\n\nNu ken ik haar."
    assert told.words_in("fr") == "Ana m’a aidé pour le café."


@pytest.mark.parametrize(
    ("shown", "name"), [(NameShown.FULL, "Ben Peeters"), (NameShown.FIRST, "Ben"), (NameShown.NONE, "")]
)
def test_the_teller_is_named_as_they_wished(world: World, shown: NameShown, name: str) -> None:
    story(world, name_shown=shown)
    assert [each.name for each in printed(world)] == [name]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"words": " \n"}, "story_words_missing"),
        ({"words": "x" * 2001}, "text_long"),
        ({"language": "xx"}, "language_unknown"),
        ({"translated_to": "nl"}, "translation_language"),
        ({"translated_to": ""}, "translation_language"),
        ({"uses": ()}, "story_uses_missing"),
        ({"witness": " "}, "witness_missing"),
        ({"witness": "x" * 121}, "text_long"),
        ({"agreed": False}, "story_consent_missing"),
        ({"consent_on": TODAY + timedelta(days=1)}, "date_future"),
        ({"use_until": TODAY - timedelta(days=1)}, "day_over"),
        ({"use_until": TODAY + timedelta(days=4 * 365)}, "story_too_long"),
    ],
)
def test_no_story_without_words_a_yes_and_an_end(world: World, changes: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        story(world, **changes)
    assert refused.value.error_code == code
    assert printed(world) == ()


def test_only_a_coordinator_of_the_teller_s_antenna_writes_it_down(world: World) -> None:
    for name, error in (
        ("ana", NotAllowedError),
        ("ann", NotAllowedError),
        ("tess", NotAllowedError),
        ("dov", NotFoundError),
    ):
        with pytest.raises(error):
            story(world, by=name)
    with pytest.raises(NotFoundError):
        story(world, "dia")


def test_who_has_left_tells_no_new_story(world: World) -> None:
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    with pytest.raises(InvalidInputError):
        story(world)


def test_another_text_takes_another_yes(world: World) -> None:
    made = story(world)
    cora = world.actor("cora")
    for agreed, version, error in ((False, 1, InvalidInputError), (True, 7, StaleError)):
        changed = replace(details_of(made), words="Anders", agreed=agreed)
        with pytest.raises(error):
            transact(change_story, made.uid, changed, version=version, actor=cora, now=NOW)
    changed = replace(details_of(made), words="Anders", agreed=True, consent_channel=Channel.PHONE)
    transact(change_story, made.uid, changed, version=1, actor=cora, now=NOW + timedelta(days=3))
    after = kept(made.uid)
    assert (after.words, after.consent_on, after.consent_channel) == (
        "Anders",
        TODAY + timedelta(days=3),
        Channel.PHONE,
    )


@pytest.mark.parametrize("by", ["ben", "hugo", "cora"])
def test_one_word_withdraws_it_and_its_text_is_gone(world: World, by: str) -> None:
    uid = story(world).uid
    for _twice in range(2):
        withdrawn(world, uid, by)
    after = kept(uid)
    assert (after.words, after.translation, after.witness) == ("", "", "")
    assert after.consent_on == TODAY
    assert printed(world) == ()
    with reading() as session:
        actions = session.scalars(select(AuditEntry.action).where(AuditEntry.subject == f"story:{uid}")).all()
    assert sorted(actions) == ["add_story", "withdraw_story"]
    again = replace(COFFEE, words="Anders")
    with pytest.raises(WrongStateError):
        transact(change_story, uid, again, version=after.version, actor=world.actor("cora"), now=NOW)


@pytest.mark.parametrize("name", ["ana", "ann", "tess", "pia", "olga", "dov"])
def test_nobody_else_reads_or_withdraws_it(world: World, name: str) -> None:
    uid = story(world).uid
    with reading() as session, pytest.raises(NotFoundError):
        find_story(session, uid, actor=world.actor(name))
    with pytest.raises(NotFoundError):
        withdrawn(world, uid, name)


def test_nothing_of_who_has_died_is_printed(world: World) -> None:
    story(world)
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert printed(world) == ()


def test_the_text_goes_a_month_after_the_yes_is_over(world: World) -> None:
    uid = story(world, use_until=TODAY + timedelta(days=10)).uid
    counts = [transact(tidy_up, now=NOW + timedelta(days=days))["stories"] for days in (10, 40, 41, 42)]
    assert counts == [0, 0, 1, 0]
    assert kept(uid).words == ""
    assert kept(uid).withdrawn_at is None


def test_each_list_holds_what_its_reader_may_know(world: World) -> None:
    first, second = story(world).uid, story(world, "ana", use_until=TODAY).uid
    gone = story(world).uid
    withdrawn(world, gone, "ben")
    with reading() as session:
        found = list_stories(session, world.antenna, actor=world.actor("cora"), now=NOW + timedelta(days=1))
        assert [each.uid for each in found.standing] == [first]
        assert [each.uid for each in found.over] == [second]
        for name, uids in (("ben", [first]), ("hugo", [first]), ("ana", [second]), ("cora", []), ("dov", [])):
            assert [each.uid for each in stories_of(session, actor=world.actor(name))] == uids
        page = stories_page(session, actor=world.actor("cora"), before=None, limit=2)
        assert [each.uid for each in page] == [gone, second]
        rest = stories_page(session, actor=world.actor("cora"), before=page[-1].id, limit=2)
        assert [each.uid for each in rest] == [first]
        with pytest.raises(TimebankError):
            list_stories(session, world.antenna, actor=world.actor("dov"), now=NOW)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM story",
        "UPDATE story SET words = 'x', erased_at = NULL, withdrawn_at = NULL",
        "UPDATE story SET words = 'x'",
        "UPDATE story SET language = 'fr'",
        "UPDATE story SET member_id = member_id + 1",
    ],
)
def test_a_database_shell_brings_no_withdrawn_story_back(world: World, statement: str) -> None:
    withdrawn(world, story(world).uid, "ben")
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM story",
        "UPDATE story SET words = ''",
        "UPDATE story SET witness = ''",
        "UPDATE story SET for_report = false, for_public = false",
        "UPDATE story SET use_until = '2020-01-01'",
        "UPDATE story SET name_shown = 'both'",
        "UPDATE story SET consent_channel = 'owl'",
    ],
)
def test_a_database_shell_keeps_no_story_without_its_yes(world: World, statement: str) -> None:
    story(world)
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))
