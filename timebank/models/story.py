"""Stories: what a neighbour tells about the antenna, with a consent that says where it may stand."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class NameShown(enum.StrEnum):
    """How the teller is named beside their story."""

    FULL = "full"
    FIRST = "first"
    NONE = "none"


class StoryUse(enum.StrEnum):
    """Where a story may stand."""

    REPORT = "report"
    NEWSLETTER = "newsletter"
    PUBLIC = "public"


PHOTO_MOST = 1_400_000
"""Letters of a photo's text: a little more than a megabyte."""
PHOTO_SIDE = 1600
"""The longest side, in pixels."""


class Story(Base):
    """One story, in the language in which it was told, and at most one translation.

    The teller's yes is of a day and a channel, to the consent text ``consent_version``, heard by
    ``witness``; it ends after ``use_until``. Withdrawn or over, both texts and the witness are
    erased; that there was a yes, and until when, stays. None is removed, and after that none is changed.
    """

    __tablename__ = "story"
    __table_args__ = (
        CheckConstraint(enum_check("name_shown", NameShown), name="name_shown"),
        CheckConstraint(enum_check("consent_channel", Channel), name="consent_channel"),
        CheckConstraint("(erased_at IS NOT NULL) = (words = '')", name="words"),
        CheckConstraint("erased_at IS NULL OR (translation = '' AND witness = '')", name="erased"),
        CheckConstraint("erased_at IS NOT NULL OR witness <> ''", name="witness"),
        CheckConstraint("withdrawn_at IS NULL OR erased_at IS NOT NULL", name="withdrawn"),
        CheckConstraint("use_until >= consent_on", name="use_until"),
        CheckConstraint("for_report OR for_newsletter OR for_public", name="uses"),
        Index("ix_story_antenna_id", "antenna_id"),
        Index("ix_story_member_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    language: Mapped[str]
    words: Mapped[str]
    translated_to: Mapped[str | None]
    translation: Mapped[str] = mapped_column(default="")
    name_shown: Mapped[NameShown] = mapped_column(enum_column(NameShown))
    for_report: Mapped[bool]
    for_newsletter: Mapped[bool]
    for_public: Mapped[bool]
    consent_version: Mapped[int]
    consent_on: Mapped[date] = mapped_column(Date)
    consent_channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    witness: Mapped[str]
    use_until: Mapped[date] = mapped_column(Date)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    member: Mapped[Member] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    written_by: Mapped[Person | None] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}

    @property
    def uses(self) -> tuple[StoryUse, ...]:
        """Where it may stand, in the order of the list."""
        return tuple(use for use in StoryUse if getattr(self, f"for_{use.value}"))


class StoryPhoto(Base):
    """The photo beside a story, with a yes of its own: ``jpeg`` is the picture as base64 text, and nothing else of it.

    ``alt`` says what is to be seen, in the story's language. The row goes as soon as the photo or its story
    isn't wanted any more, and with the story's text; a guard sees to that.
    """

    __tablename__ = "story_photo"
    __table_args__ = (
        CheckConstraint("alt <> ''", name="alt"),
        CheckConstraint("witness <> ''", name="witness"),
        CheckConstraint(f"length(jpeg) BETWEEN 100 AND {PHOTO_MOST}", name="jpeg"),
        CheckConstraint(
            f"width BETWEEN 1 AND {PHOTO_SIDE} AND height BETWEEN 1 AND {PHOTO_SIDE}", name="size"
        ),
        UniqueConstraint("story_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    jpeg: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    alt: Mapped[str]
    consent_version: Mapped[int]
    consent_on: Mapped[date] = mapped_column(Date)
    witness: Mapped[str]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[datetime]

    @property
    def address(self) -> str:
        """As a ``data:`` address, to stand in a page or on paper."""
        return f"data:image/jpeg;base64,{self.jpeg}"
