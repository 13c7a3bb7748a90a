"""A sheet that was brought in: what it held, what came of it, and how to take it back."""

import enum
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timebank.orm import Base, BigId, enum_check, enum_column


class ImportKind(enum.StrEnum):
    """What the rows of a sheet are; posts are offers and asks, which only TimeOverflow gives out."""

    MEMBERS = "members"
    FAVOURS = "favours"
    POSTS = "posts"


class ImportFormat(enum.StrEnum):
    """Where a sheet comes from."""

    SHEET = "sheet"
    TIMEOVERFLOW = "timeoverflow"
    TIMEOVERFLOW_REPORT = "timeoverflow_report"
    ELAS = "elas"


class ImportState(enum.StrEnum):
    """Uploaded and looked at, booked, or taken back."""

    DRAFT = "draft"
    POSTED = "posted"
    UNDONE = "undone"


class ImportBatch(Base):
    """One upload. ``content`` is erased when the sheet is booked, or a day after the upload.

    ``mapping`` says which column is what, ``choices`` what a person chose where names were
    ambiguous, ``report`` the counts and faults as shown.
    """

    __tablename__ = "import_batch"
    __table_args__ = (
        CheckConstraint(enum_check("kind", ImportKind), name="kind"),
        CheckConstraint(enum_check("format", ImportFormat), name="format"),
        CheckConstraint(enum_check("state", ImportState), name="state"),
        CheckConstraint("kind <> 'posts' OR format = 'timeoverflow'", name="posts"),
        Index("ix_import_batch_antenna_id", "antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    kind: Mapped[ImportKind] = mapped_column(enum_column(ImportKind))
    format: Mapped[ImportFormat] = mapped_column(enum_column(ImportFormat))
    state: Mapped[ImportState] = mapped_column(enum_column(ImportState))
    filename: Mapped[str]
    checksum: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    choices: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    report: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    uploaded_at: Mapped[datetime]
    posted_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class ImportedPost(Base):
    """The ask or the offer that came of a row; several rows of one member make one offer."""

    __tablename__ = "imported_post"
    __table_args__ = (
        CheckConstraint("(ask_id IS NULL) <> (offer_id IS NULL)", name="one_of_two"),
        UniqueConstraint("batch_id", "row"),
        Index("ix_imported_post_ask_id", "ask_id"),
        Index("ix_imported_post_offer_id", "offer_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"))
    row: Mapped[int]
    ask_id: Mapped[int | None] = mapped_column(ForeignKey("ask.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offer.id"))
