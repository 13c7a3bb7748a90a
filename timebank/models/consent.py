"""Consents of members, one row for each yes; and every look of a partner that rests on one."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.consents import LookReason, Purpose
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class MemberConsent(Base):
    """One yes of one member to one purpose, from a day to a day.

    ``text_version`` and ``language`` say which words they heard or read; ``witness`` who heard it,
    where the member didn't write it here. ``ended_at`` is when it was withdrawn, or renewed by a later
    yes. A row is only ever ended, never changed.
    """

    __tablename__ = "member_consent"
    __table_args__ = (
        CheckConstraint(enum_check("purpose", Purpose), name="purpose"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint(
            f"ended_channel IS NULL OR {enum_check('ended_channel', Channel)}", name="ended_channel"
        ),
        CheckConstraint("ends_on >= said_on", name="days"),
        Index("ix_member_consent_member_id", "member_id"),
        Index(
            "uq_member_consent_standing",
            "member_id",
            "purpose",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    purpose: Mapped[Purpose] = mapped_column(enum_column(Purpose))
    text_version: Mapped[str]
    language: Mapped[str]
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    said_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    witness: Mapped[str] = mapped_column(default="")
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_channel: Mapped[Channel | None] = mapped_column(enum_column(Channel))

    member: Mapped[Member] = relationship(viewonly=True)


class PartnerLook(Base):
    """That a partner's staff asked whether someone takes part, and whether they heard yes.

    ``member_id`` is empty where nobody was found; of what was typed then, nothing is kept. Append-only.
    """

    __tablename__ = "partner_look"
    __table_args__ = (
        CheckConstraint(enum_check("reason", LookReason), name="reason"),
        CheckConstraint("NOT answered OR member_id IS NOT NULL", name="answered"),
        Index("ix_partner_look_member_id", "member_id"),
        Index("ix_partner_look_antenna_id", "antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    reason: Mapped[LookReason] = mapped_column(enum_column(LookReason))
    answered: Mapped[bool]

    antenna: Mapped[Antenna] = relationship(viewonly=True)
    asked_by: Mapped[Person] = relationship(viewonly=True)
