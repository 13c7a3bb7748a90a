"""What a member wishes to happen with the hours that are left when they leave or die."""

import enum
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class HoursGoTo(enum.StrEnum):
    """To whom hours that are left go."""

    POT = "pot"
    MEMBER = "member"
    ANTENNA = "antenna"


class HoursWish(Base):
    """A written wish; one stands at a time, and earlier ones are kept with when they ended.

    ``to_antenna_id`` names another antenna, whose pot receives. ``witness`` is who was there when a
    coordinator wrote it down in the member's words.
    """

    __tablename__ = "hours_wish"
    __table_args__ = (
        CheckConstraint(enum_check("goes_to", HoursGoTo), name="goes_to"),
        CheckConstraint("(goes_to = 'member') = (to_member_id IS NOT NULL)", name="to_member"),
        CheckConstraint("(goes_to = 'antenna') = (to_antenna_id IS NOT NULL)", name="to_antenna"),
        CheckConstraint("to_member_id IS NULL OR to_member_id <> member_id", name="to_another"),
        Index(
            "uq_hours_wish_standing",
            "member_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_hours_wish_to_member_id", "to_member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    goes_to: Mapped[HoursGoTo] = mapped_column(enum_column(HoursGoTo))
    to_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    to_antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    words: Mapped[str] = mapped_column(default="")
    written_on: Mapped[date] = mapped_column(Date)
    witness: Mapped[str] = mapped_column(default="")
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    to_member: Mapped[Member | None] = relationship(viewonly=True, lazy="joined", foreign_keys=[to_member_id])
    to_antenna: Mapped[Antenna | None] = relationship(viewonly=True, lazy="joined")
    recorded_by: Mapped[Person | None] = relationship(viewonly=True, lazy="joined")
