"""Stories: written down with the teller's yes, changed only with a new yes, withdrawn by one word.

A withdrawn story is erased at once, and one whose consent is over some weeks later: what is printed
next never holds it. ``stories_for`` is the only way in which stories leave an antenna.
"""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.permissions import Actor, is_coordinator, may_act_for, require, require_full_rights
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.models.story import NameShown, Story, StoryUse
from timebank.services.audit import write_down
from timebank.services.telling.story_checks import StoryDetails, check_story, story_lines

CONSENT_VERSION = 1
"""The number of the consent text that pages and paper show; another text gets another number."""
KEPT_AFTER = timedelta(days=30)
"""A story whose consent is over can be renewed for so long; then its text is erased."""


@dataclass(frozen=True)
class ToldStory:
    """A story as it may be printed today; ``name`` is as the teller wished, and may be empty."""

    uid: uuid.UUID
    antenna_id: int
    name: str
    language: str
    words: str
    translated_to: str
    translation: str

    def words_in(self, language: str) -> str:
        """The story in this language where there is such a text, else as it was told."""
        return self.translation if language == self.translated_to else self.words


def stories_for(
    session: Session, antenna_ids: Collection[int], use: StoryUse, *, today: date
) -> tuple[ToldStory, ...]:
    """What may stand there today, the newest yes first; nothing of someone who has died."""
    query = (
        select(Story)
        .join(Member, Member.id == Story.member_id)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Story.member).joinedload(Member.person))
        .where(Story.antenna_id.in_(antenna_ids), _may_stand(use, today), Person.died_on.is_(None))
        .order_by(Story.consent_on.desc(), Story.id.desc())
    )
    return tuple(told_of(each) for each in session.scalars(query))


def told_of(story: Story) -> ToldStory:
    """The story as it would be printed, whatever its consent says."""
    return ToldStory(
        uid=story.uid,
        antenna_id=story.antenna_id,
        name=name_of(story.member.person, story.name_shown),
        language=story.language,
        words=story.words,
        translated_to=story.translated_to or "",
        translation=story.translation,
    )


def name_of(person: Person, shown: NameShown) -> str:
    """The teller's name as it stands under the story; empty for none."""
    return {NameShown.FULL: person.name, NameShown.FIRST: person.given_name, NameShown.NONE: ""}[shown]


def add_story(
    session: Session, member_uid: uuid.UUID, details: StoryDetails, *, actor: Actor, now: datetime
) -> Story:
    """Keep what a member told, with their yes.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of the member's antenna.
        InvalidInputError: no words, no yes, no use, or a day that can't be.
    """
    member = session.scalar(select(Member).where(Member.uid == member_uid))
    if member is None:
        raise NotFoundError
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    if member.state not in PRESENT_STATES:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="member")
    story = Story(uid=uuid.uuid4(), antenna_id=member.antenna_id, member_id=member.id, written_at=now)
    story.written_by_id = actor.person_id or None
    _fill(story, details, local_day(now, member.antenna.timezone))
    session.add(story)
    session.flush()
    session.refresh(story)
    note_story(session, story, "add_story", actor=actor, now=now, channel=story.consent_channel)
    return story


def change_story(
    session: Session, uid: uuid.UUID, details: StoryDetails, *, version: int, actor: Actor, now: datetime
) -> Story:
    """Other words, another use or another end: with a new yes to all of it.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        WrongStateError: it is erased.
    """
    story = _lock(session, uid, actor)
    require(is_coordinator(actor, story.antenna_id), actor, story.antenna_id)
    require_full_rights(actor)
    if story.version != version:
        raise StaleError
    if story.erased_at is not None:
        raise WrongStateError(state="erased", step="change")
    _fill(story, details, local_day(now, story.antenna.timezone))
    note_story(session, story, "change_story", actor=actor, now=now, channel=story.consent_channel)
    return story


def withdraw_story(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Story:
    """The teller doesn't want it any more: its text goes at once, and for good. Twice is once.

    Whoever told it may do so by any way of signing in, as may who acts for them and a coordinator
    who is rung up.
    """
    story = _lock(session, uid, actor)
    if story.withdrawn_at is None:
        story.withdrawn_at = now
        story.erased_at = story.erased_at or now
        story.words = story.translation = story.witness = ""
        note_story(session, story, "withdraw_story", actor=actor, now=now, channel=story.consent_channel)
    return story


def find_story(session: Session, uid: uuid.UUID, *, actor: Actor) -> Story:
    """A story, for the coordinators of its antenna, who told it, and who acts for them.

    Raises:
        NotFoundError: there is none, or none of this actor's business.
    """
    story = session.scalar(select(Story).where(Story.uid == uid))
    if story is None or not _may_see(actor, story):
        raise NotFoundError
    return story


def details_of(story: Story) -> StoryDetails:
    """What is kept of it, to change a part; the yes has to be said anew."""
    return StoryDetails(
        words=story.words,
        language=story.language,
        uses=story.uses,
        use_until=story.use_until,
        agreed=False,
        witness=story.witness,
        name_shown=story.name_shown,
        translated_to=story.translated_to or "",
        translation=story.translation,
    )


def stories_to_erase(session: Session, *, now: datetime) -> Sequence[Story]:
    """The stories whose consent was over ``KEPT_AFTER`` ago; the day is each antenna's own."""
    found: list[Story] = []
    for antenna_id, zone in session.execute(select(Antenna.id, Antenna.timezone)).all():
        query = select(Story).where(Story.antenna_id == antenna_id, Story.erased_at.is_(None))
        found += session.scalars(query.where(Story.use_until < local_day(now, zone) - KEPT_AFTER))
    return found


def erase_old_stories(session: Session, *, now: datetime) -> int:
    """Erase the text of ``stories_to_erase``; how many."""
    due = stories_to_erase(session, now=now)
    for story in due:
        story.words = story.translation = story.witness = ""
        story.erased_at = now
    session.flush()
    return len(due)


def _may_stand(use: StoryUse, today: date) -> ColumnElement[bool]:
    allowed: ColumnElement[bool] = getattr(Story, f"for_{use.value}")
    return Story.erased_at.is_(None) & allowed & (Story.use_until >= today)


def _may_see(actor: Actor, story: Story) -> bool:
    return is_coordinator(actor, story.antenna_id) or may_act_for(actor, story.member_id)


def _lock(session: Session, uid: uuid.UUID, actor: Actor) -> Story:
    story = session.scalar(select(Story).where(Story.uid == uid).with_for_update(of=Story))
    if story is None or not _may_see(actor, story):
        raise NotFoundError
    return story


def _fill(story: Story, details: StoryDetails, today: date) -> None:
    """Check the story and its yes, and put them into the row."""
    check_story(details, today)
    told = clean_text(details.translation)
    story.words, story.language = story_lines(details.words), details.language
    story.translation = story_lines(details.translation) if told else ""
    story.translated_to = details.translated_to if told else None
    story.name_shown = details.name_shown
    for use in StoryUse:
        setattr(story, f"for_{use.value}", use in details.uses)
    story.consent_version = CONSENT_VERSION
    story.consent_on = details.consent_on or today
    story.consent_channel = details.consent_channel
    story.witness, story.use_until = clean_text(details.witness), details.use_until


def note_story(
    session: Session,
    story: Story,
    action: str,
    *,
    actor: Actor,
    now: datetime,
    channel: Channel = Channel.WEB,
) -> None:
    """Write down what was done with a story, through which channel its yes came where that was asked."""
    session.flush()
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=story.antenna_id,
        member_id=story.member_id,
        subject=f"story:{story.uid}",
        channel=channel,
    )
    session.flush()
