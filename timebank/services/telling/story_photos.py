"""A photo beside a story: put there with a yes of its own, and gone by one word."""

import base64
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.models.story import PHOTO_MOST, Story, StoryPhoto
from timebank.services.telling.stories import find_story, note_story

CONSENT_VERSION = 1
"""The number of the consent text that the page shows; another text gets another number."""
ALT_MAX = 300
WITNESS_MAX = 120
_BEGINS, _NOTES = b"\xff\xd8\xff", (b"Exif\x00", b"http://ns.adobe.com", b"Photoshop 3.0")


@dataclass(frozen=True)
class NewPhoto:
    """A photo that was drawn anew (``jpeg``), what is to be seen on it, and the yes to it."""

    jpeg: bytes
    width: int
    height: int
    alt: str
    agreed: bool
    witness: str
    consent_on: date | None = None


def put_photo(session: Session, uid: uuid.UUID, new: NewPhoto, *, actor: Actor, now: datetime) -> Story:
    """Put a photo beside a story, in place of one that is there.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of the story's antenna.
        InvalidInputError: no yes, no words about it, or a file that wasn't drawn anew.
        WrongStateError: the story is erased.
    """
    story = find_story(session, uid, actor=actor)
    require(is_coordinator(actor, story.antenna_id), actor, story.antenna_id)
    require_full_rights(actor)
    session.scalar(select(Story.id).where(Story.id == story.id).with_for_update())
    session.refresh(story)
    if story.erased_at is not None:
        raise WrongStateError(state="erased", step="change")
    today = local_day(now, story.antenna.timezone)
    check_photo(new, today)
    _drop(session, story)
    session.add(
        StoryPhoto(
            story_id=story.id,
            jpeg=base64.b64encode(new.jpeg).decode("ascii"),
            width=new.width,
            height=new.height,
            alt=clean_text(new.alt),
            consent_version=CONSENT_VERSION,
            consent_on=new.consent_on or today,
            witness=clean_text(new.witness),
            added_by_id=actor.person_id or None,
            added_at=now,
        )
    )
    note_story(session, story, "add_photo", actor=actor, now=now)
    return story


def remove_photo(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Story:
    """The teller doesn't want the photo any more: it is gone at once. Twice is once.

    Whoever told the story may do so, as may who acts for them and a coordinator who is rung up.
    """
    story = find_story(session, uid, actor=actor)
    if _drop(session, story):
        note_story(session, story, "remove_photo", actor=actor, now=now)
    return story


def photo_of(session: Session, story: Story) -> StoryPhoto | None:
    """The photo beside a story."""
    return session.scalar(select(StoryPhoto).where(StoryPhoto.story_id == story.id))


def photos_of(session: Session, story_uids: Collection[uuid.UUID]) -> dict[uuid.UUID, StoryPhoto]:
    """The photos beside these stories, which may be printed as long as the stories may."""
    query = select(Story.uid, StoryPhoto).join(StoryPhoto, StoryPhoto.story_id == Story.id)
    rows = session.execute(query.where(Story.uid.in_(story_uids), Story.erased_at.is_(None)))
    return {row[0]: row[1] for row in rows}


def check_photo(new: NewPhoto, today: date) -> None:
    """Refuse a photo that can't be kept.

    Raises:
        InvalidInputError: at its field.
    """
    if not clean_text(new.alt):
        raise InvalidInputError("photo_alt_missing", "Say what is to be seen on it.", field="alt")
    for field, most in (("alt", ALT_MAX), ("witness", WITNESS_MAX)):
        if len(clean_text(getattr(new, field))) > most:
            raise InvalidInputError(
                "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=most
            )
    if not clean_text(new.witness):
        raise InvalidInputError("witness_missing", "Say who heard the yes.", field="witness")
    if new.consent_on is not None and new.consent_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="consent_on"
        )
    if not new.agreed:
        raise InvalidInputError(
            "photo_consent_missing",
            "Show it to them and ask first. No photo without their yes.",
            field="agreed",
        )
    plain = new.jpeg.startswith(_BEGINS) and not any(note in new.jpeg[:65536] for note in _NOTES)
    if not plain or len(new.jpeg) > PHOTO_MOST * 3 // 4:
        raise InvalidInputError(
            "photo_unreadable",
            "This is no photo that we can read. Choose a JPEG, PNG or WebP.",
            field="photo",
        )


def _drop(session: Session, story: Story) -> bool:
    """Remove the photo; whether there was one."""
    photo = photo_of(session, story)
    if photo is None:
        return False
    session.execute(delete(StoryPhoto).where(StoryPhoto.id == photo.id))
    session.expunge(photo)
    return True
