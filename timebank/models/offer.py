"""Offers: what a member likes to do for others, when, how far, and what they can't do with."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.ask_states import OfferState
from timebank.domain.channels import Channel
from timebank.domain.help import AskedAs
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class Readiness(enum.StrEnum):
    """How a member stands to a kind of help: likes to do it, or doesn't mind being asked."""

    LIKES = "likes"
    MAY_BE_ASKED = "may_be_asked"


class Offer(Base):
    """What one member is ready to do. A member has one offer; it is kept while it stands and after.

    ``free_parts`` is the week grid (``domain.help``). Reach is in metres from home, 0 where they
    don't go that way. ``per_week_max`` is how often they want to be asked at most. ``over_border``
    and ``show_phone`` are consents: to be proposed to a neighbouring antenna, and to have one's
    number given to the other side of a promise.
    """

    __tablename__ = "offer"
    __table_args__ = (
        CheckConstraint(enum_check("state", OfferState), name="state"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint(enum_check("asked_as", AskedAs), name="asked_as"),
        CheckConstraint("free_parts BETWEEN 0 AND 2097151", name="free_parts"),
        CheckConstraint("foot_metres BETWEEN 0 AND 20000", name="foot_metres"),
        CheckConstraint("bike_metres BETWEEN 0 AND 40000", name="bike_metres"),
        CheckConstraint("car_metres BETWEEN 0 AND 100000", name="car_metres"),
        CheckConstraint("seats BETWEEN 0 AND 8", name="seats"),
        CheckConstraint("per_week_max BETWEEN 1 AND 14", name="per_week_max"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), unique=True)
    state: Mapped[OfferState] = mapped_column(enum_column(OfferState))
    words: Mapped[str] = mapped_column(default="")
    free_parts: Mapped[int]
    foot_metres: Mapped[int] = mapped_column(default=0)
    bike_metres: Mapped[int] = mapped_column(default=0)
    car_metres: Mapped[int] = mapped_column(default=0)
    by_phone: Mapped[bool] = mapped_column(default=False)
    seats: Mapped[int] = mapped_column(default=0)
    takes_wheelchair: Mapped[bool] = mapped_column(default=False)
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    limits: Mapped[list[str]] = mapped_column(JSON, default=list)
    asked_as: Mapped[AskedAs] = mapped_column(enum_column(AskedAs), default=AskedAs.UNSAID)
    per_week_max: Mapped[int] = mapped_column(default=2)
    paused_until: Mapped[date | None] = mapped_column(Date)
    over_border: Mapped[bool] = mapped_column(default=False)
    show_phone: Mapped[bool] = mapped_column(default=False)
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    member: Mapped[Member] = relationship(viewonly=True)
    made_by: Mapped[Person | None] = relationship(viewonly=True)
    kinds: Mapped[list["OfferKind"]] = relationship(
        back_populates="offer", order_by="OfferKind.category", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}


class OfferKind(Base):
    """That an offer holds a kind of help, and how the member stands to it."""

    __tablename__ = "offer_kind"
    __table_args__ = (
        CheckConstraint(enum_check("readiness", Readiness), name="readiness"),
        UniqueConstraint("offer_id", "category"),
        Index("ix_offer_kind_category", "category"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id"))
    category: Mapped[str]
    readiness: Mapped[Readiness] = mapped_column(enum_column(Readiness))

    offer: Mapped[Offer] = relationship(back_populates="kinds")
