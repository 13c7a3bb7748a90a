"""Photos beside stories: drawn anew without notes, kept with a yes, printed while the story may be, gone with it."""

import base64
import io
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PIL import Image, ImageFile
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from tests.factories import NOW, TODAY, World
from tests.unit.reporting import release_year
from tests.web.asking_together import png, story_of_ben, with_photo
from timebank.documents.photos import UPLOAD_MOST, clean_photo
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.models.audit import AuditEntry
from timebank.models.report import ReportAudience
from timebank.models.story import PHOTO_SIDE, StoryPhoto
from timebank.services.telling.reports import make_report, read_report
from timebank.services.telling.stories import erase_old_stories, withdraw_story
from timebank.services.telling.story_photos import NewPhoto, put_photo, remove_photo
from timebank.uow import reading, transact


def kept(world: World) -> list[StoryPhoto]:
    with reading() as session:
        return list(session.scalars(select(StoryPhoto)))


def photo(**changes: object) -> NewPhoto:
    clean = clean_photo(png())
    values: dict[str, object] = {"alt": "Two women", "agreed": True, "witness": "Cora"} | changes
    made = {"jpeg": clean.jpeg, "width": clean.width, "height": clean.height} | values
    return NewPhoto(**made)  # type: ignore[arg-type]


def from_a_telephone() -> bytes:
    """A JPEG on its side, with the place, a comment and a profile in it."""
    picture = Image.new("RGB", (3000, 2000), "green")
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x010F] = "SECRET-MAKER"
    notes.get_ifd(0x8825)[1] = "N"
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=notes, comment=b"SECRET-COMMENT", icc_profile=b"SECRET-PROFILE")
    return made.getvalue()


def test_nothing_of_a_telephone_s_notes_is_left_and_it_stands_upright() -> None:
    sent = from_a_telephone()
    assert b"SECRET-MAKER" in sent
    assert b"SECRET-COMMENT" in sent
    clean = clean_photo(sent)
    assert b"SECRET" not in clean.jpeg
    assert b"Exif" not in clean.jpeg
    assert (clean.width, clean.height) == (1067, PHOTO_SIDE)
    with Image.open(io.BytesIO(clean.jpeg)) as picture:
        assert picture.size == (1067, PHOTO_SIDE)
        assert not picture.getexif()
        assert "comment" not in picture.info


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(30),
        from_a_telephone()[:900],
        png(6000, 5000),
        bytes(UPLOAD_MOST + 1),
    ],
    ids=["nothing", "words", "drawing", "gif", "cut off", "too many pixels", "too big"],
)
def test_what_is_no_photo_or_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInputError) as caught:
        clean_photo(content)
    assert caught.value.error_code in {"photo_unreadable", "photo_big"}


def test_a_photo_that_breaks_off_is_refused_also_once_a_report_was_printed(monkeypatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(InvalidInputError):
        clean_photo(from_a_telephone()[:900])
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_a_photo_is_kept_with_its_yes_and_another_one_takes_its_place(world: World) -> None:
    story = with_photo(world, story_of_ben(world))
    transact(put_photo, story, photo(alt=" Ben  and  Ana "), actor=world.actor("carl"), now=NOW)
    (found,) = kept(world)
    assert (found.alt, found.witness, found.consent_on, found.width) == ("Ben and Ana", "Cora", TODAY, 40)
    assert base64.b64decode(found.jpeg).startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"alt": "  "}, "alt"),
        ({"alt": "x" * 301}, "alt"),
        ({"agreed": False}, "agreed"),
        ({"witness": ""}, "witness"),
        ({"consent_on": TODAY + timedelta(days=1)}, "consent_on"),
        ({"jpeg": png()}, "photo"),
        ({"jpeg": from_a_telephone()}, "photo"),
        ({"jpeg": b"\xff\xd8\xff" + bytes(1_200_000)}, "photo"),
    ],
)
def test_no_photo_without_a_yes_and_words_nor_one_that_wasn_t_drawn_anew(
    world: World, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        transact(put_photo, story_of_ben(world), photo(**changes), actor=world.actor("cora"), now=NOW)
    assert caught.value.params["field"] == field
    assert kept(world) == []


@pytest.mark.parametrize(
    ("name", "refusal"),
    [*((name, NotFoundError) for name in ("ana", "tess", "pia", "dov")), ("ben", NotAllowedError)],
)
def test_only_a_coordinator_puts_a_photo_there(world: World, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        transact(put_photo, story_of_ben(world), photo(), actor=world.actor(name), now=NOW)


def removed(world: World, story: UUID) -> None:
    for _twice in range(2):
        transact(remove_photo, story, actor=world.actor("ben"), now=NOW)


def withdrawn(world: World, story: UUID) -> None:
    transact(withdraw_story, story, actor=world.actor("ben"), now=NOW)


def over(world: World, story: UUID) -> None:
    transact(erase_old_stories, now=NOW + timedelta(days=90))


@pytest.mark.parametrize("end", [removed, withdrawn, over])
def test_the_photo_is_gone_when_it_or_its_story_is(world: World, end: Callable[[World, UUID], None]) -> None:
    story = with_photo(world, story_of_ben(world))
    end(world, story)
    assert kept(world) == []
    if end is removed:
        with reading() as session:
            actions = session.scalars(select(AuditEntry.action).where(AuditEntry.subject == f"story:{story}"))
            assert sorted(actions) == ["add_photo", "add_story", "remove_photo"]
        return
    with pytest.raises(WrongStateError):
        transact(put_photo, story, photo(), actor=world.actor("cora"), now=NOW)


def test_a_report_shows_it_until_the_next_print_after_it_is_gone(world: World) -> None:
    story = with_photo(world, story_of_ben(world))
    release_year(world, 2025)
    report = transact(
        make_report, world.antenna, 2025, ReportAudience.PARTNER, actor=world.actor("cora"), now=NOW
    )

    def printed() -> list[str]:
        with reading() as session:
            paper = read_report(session, report.uid, actor=world.actor("cora"), now=NOW)
            return [each.alt for each in paper.photos.values()]

    assert printed() == ["Two women"]
    removed(world, story)
    assert printed() == []


def test_the_database_itself_keeps_no_photo_of_an_erased_story(world: World, session) -> None:
    story = with_photo(world, story_of_ben(world))
    with pytest.raises(DBAPIError, match=r"TB000|append-only"):
        session.execute(text("UPDATE story_photo SET alt = 'Someone else'"))
    session.rollback()
    (row,) = kept(world)
    withdrawn(world, story)
    again = (
        "INSERT INTO story_photo (story_id, jpeg, width, height, alt, consent_version, consent_on, witness, added_at)"
        " VALUES (:story, :jpeg, 1, 1, 'x', 1, '2026-01-01', 'Cora', '2026-01-01 00:00:00+00:00')"
    )
    with pytest.raises(DBAPIError, match="TB000"):
        session.execute(text(again), {"story": row.story_id, "jpeg": "A" * 200})
