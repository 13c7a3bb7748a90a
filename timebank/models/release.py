"""Releases: the figures that an antenna tells a partner, the public or its board, for good."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.release_states import ReleaseAudience, ReleaseState
from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.orm import Base, BigId, enum_check, enum_column


class Release(Base):
    """One version of an antenna's figures over one calendar quarter or year, for one audience.

    ``number`` counts an antenna's releases to an audience, from 1. ``contents`` is all that is told, and
    ``checksum`` its SHA-256 (``participation.disclosure.storing``). ``truths`` and ``gate`` never leave the
    house: the next gate needs the one, and the other says what was withheld. Nothing of a release is
    changed but its state, once, by the antenna: a correction comes with a later release.
    """

    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint(enum_check("audience", ReleaseAudience), name="audience"),
        CheckConstraint(enum_check("state", ReleaseState), name="state"),
        CheckConstraint("last_on > first_on", name="days"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("length(checksum) = 64", name="checksum"),
        CheckConstraint("(state = 'prepared') = (decided_at IS NULL)", name="decided"),
        CheckConstraint("(state = 'prepared') = (decided_by_id IS NULL)", name="decided_by"),
        CheckConstraint("(state = 'refused') = (refusal <> '')", name="refusal"),
        UniqueConstraint("antenna_id", "audience", "number"),
        Index(
            "uq_release_period",
            "antenna_id",
            "audience",
            "first_on",
            "last_on",
            unique=True,
            sqlite_where=text("state <> 'refused'"),
            postgresql_where=text("state <> 'refused'"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    audience: Mapped[ReleaseAudience] = mapped_column(enum_column(ReleaseAudience))
    first_on: Mapped[date] = mapped_column(Date)
    last_on: Mapped[date] = mapped_column(Date)
    number: Mapped[int]
    state: Mapped[ReleaseState] = mapped_column(enum_column(ReleaseState))
    contents: Mapped[dict[str, Any]] = mapped_column(JSON)
    truths: Mapped[list[Any]] = mapped_column(JSON)
    gate: Mapped[dict[str, int]] = mapped_column(JSON)
    checksum: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    refusal: Mapped[str] = mapped_column(default="")

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    decided_by: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[decided_by_id])
