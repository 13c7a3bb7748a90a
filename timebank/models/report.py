"""Yearly reports: the figures of a year for an audience, kept as they were made, and who approved them."""

import enum
import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.orm import Base, BigId, enum_check, enum_column


class ReportState(enum.StrEnum):
    """A draft is for the antenna alone; an approved report may be opened by whom it was made for."""

    DRAFT = "draft"
    APPROVED = "approved"


class ReportAudience(enum.StrEnum):
    """For whom it is made; each has a least number of people behind a figure."""

    PARTNER = "partner"
    BOARD = "board"


class Report(Base):
    """One edition of a yearly report: ``content`` is canonical JSON (``participation.yearly``), ``sha256`` its sum.

    Neither ever changes, and no edition is removed: what turns out wrong is corrected by the next
    one. It is approved once, by a person on a day. Stories aren't kept in it: they are asked for
    when it is printed, so that one that was withdrawn is gone.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint(enum_check("state", ReportState), name="state"),
        CheckConstraint(enum_check("audience", ReportAudience), name="audience"),
        CheckConstraint("(state = 'approved') = (approved_at IS NOT NULL)", name="approved"),
        CheckConstraint("(approved_at IS NULL) = (approved_by_id IS NULL)", name="approved_by"),
        CheckConstraint("year BETWEEN 2000 AND 2199", name="year"),
        CheckConstraint("edition >= 1", name="edition"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        UniqueConstraint("antenna_id", "year", "audience", "edition"),
        Index("ix_report_antenna_id_state", "antenna_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    year: Mapped[int]
    audience: Mapped[ReportAudience] = mapped_column(enum_column(ReportAudience))
    edition: Mapped[int]
    content: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    state: Mapped[ReportState] = mapped_column(enum_column(ReportState))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    made_by: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[made_by_id])
    approved_by: Mapped[Person | None] = relationship(
        viewonly=True, foreign_keys=[approved_by_id], lazy="joined"
    )

    __mapper_args__ = {"version_id_col": version}
