"""Gatherings: the get-togethers of an antenna, and which members came."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.orm import Base, BigId, enum_check, enum_column


class GatheringKind(enum.StrEnum):
    """What people come together for."""

    COFFEE = "coffee"
    MEAL = "meal"
    WALK = "walk"
    WORKSHOP = "workshop"
    OUTING = "outing"
    PARTY = "party"
    MEETING = "meeting"
    OTHER = "other"


NEW_FACES_MAX = 500


class Gathering(Base):
    """One gathering, on a day of the antenna; ``from_minute`` is the local minute of that day.

    ``new_faces`` counts who came and isn't a member yet: they have no name here. One that was called
    off stays in the list, and nobody has come to it.
    """

    __tablename__ = "gathering"
    __table_args__ = (
        CheckConstraint(enum_check("kind", GatheringKind), name="kind"),
        CheckConstraint("length(title) BETWEEN 1 AND 80", name="title"),
        CheckConstraint("from_minute BETWEEN 0 AND 1439", name="from_minute"),
        CheckConstraint(f"new_faces BETWEEN 0 AND {NEW_FACES_MAX}", name="new_faces"),
        CheckConstraint("called_off_at IS NULL OR new_faces = 0", name="called_off"),
        Index("ix_gathering_antenna_id_held_on", "antenna_id", "held_on"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    held_on: Mapped[date] = mapped_column(Date)
    from_minute: Mapped[int | None]
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    kind: Mapped[GatheringKind] = mapped_column(enum_column(GatheringKind))
    new_faces: Mapped[int] = mapped_column(default=0)
    planned_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    planned_at: Mapped[datetime]
    called_off_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}


class Attendance(Base):
    """That a member of the antenna came to a gathering. Ticked wrongly, it is taken away again."""

    __tablename__ = "attendance"
    __table_args__ = (Index("ix_attendance_member_id", "member_id"),)

    gathering_id: Mapped[int] = mapped_column(ForeignKey("gathering.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    noted_at: Mapped[datetime]

    gathering: Mapped[Gathering] = relationship(viewonly=True)
    member: Mapped[Member] = relationship(viewonly=True)
