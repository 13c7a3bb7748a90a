"""Certificates of participation: what a member's paper says, and a check of its code."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.member import Member
from timebank.orm import Base, BigId


class Certificate(Base):
    """One certificate, as it was printed: a row is only ever revoked, never changed.

    ``name`` is kept as the paper says it: whoever checks an old paper doesn't learn a newer name.
    ``since`` is the first day of the month that the paper says. ``times`` and ``minutes`` (given and
    received, in one sum) are empty where the member wished no count; ``ends_on`` is the last day on
    which the code is answered.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        CheckConstraint("since <= made_on AND made_on < ends_on", name="days"),
        CheckConstraint(
            "(times IS NULL) = (counted_from IS NULL) AND (times IS NULL) = (counted_until IS NULL)"
            " AND (minutes IS NULL OR times IS NOT NULL)",
            name="counted",
        ),
        CheckConstraint("times IS NULL OR times >= 1", name="times"),
        CheckConstraint("minutes IS NULL OR minutes >= 0", name="minutes"),
        CheckConstraint("counted_from IS NULL OR counted_from <= counted_until", name="stretch"),
        Index("ix_certificate_member_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    name: Mapped[str]
    language: Mapped[str]
    since: Mapped[date] = mapped_column(Date)
    made_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    counted_from: Mapped[date | None] = mapped_column(Date)
    counted_until: Mapped[date | None] = mapped_column(Date)
    times: Mapped[int | None]
    minutes: Mapped[int | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    member: Mapped[Member] = relationship(viewonly=True)
