"""What matching needs to know beside asks and offers: who is kept apart, and who helps over the border."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.orm import Base, BigId


class Apart(Base):
    """Two members who aren't proposed to one another. No reason is kept; only coordinators see it."""

    __tablename__ = "apart"
    __table_args__ = (
        CheckConstraint("member_id < other_member_id", name="order"),
        UniqueConstraint("member_id", "other_member_id"),
        Index("ix_apart_other_member_id", "other_member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    other_member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]

    member: Mapped[Member] = relationship(viewonly=True, foreign_keys=[member_id])
    other: Mapped[Member] = relationship(viewonly=True, foreign_keys=[other_member_id])


class Pool(Base):
    """That one antenna has agreed to help over the border with another. It holds while both have.

    ``agreed_on`` and ``agreed_by`` are the decision: its day, and who took it. A row is kept after its
    end, with ``ended_note`` in the words of the antenna that ended it (empty on the other's row).
    """

    __tablename__ = "pool"
    __table_args__ = (
        CheckConstraint("antenna_id <> with_antenna_id", name="two"),
        CheckConstraint("agreed_by <> ''", name="decision"),
        Index(
            "uq_pool_live",
            "antenna_id",
            "with_antenna_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_pool_with_antenna_id", "with_antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    with_antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    agreed_on: Mapped[date] = mapped_column(Date)
    agreed_by: Mapped[str]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_note: Mapped[str] = mapped_column(default="")

    antenna: Mapped[Antenna] = relationship(viewonly=True, foreign_keys=[antenna_id])
    other: Mapped[Antenna] = relationship(viewonly=True, foreign_keys=[with_antenna_id])


class Boundary(Base):
    """One thing that this antenna's neighbours don't do, added to or taken off the common list.

    ``code`` is one of the common list's, with ``active`` off to take it off; or ``own_...`` with
    ``names`` and ``words`` of the antenna's own.
    """

    __tablename__ = "boundary"
    __table_args__ = (UniqueConstraint("antenna_id", "code"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    code: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    names: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    words: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
