"""Favours: one act of help, who gave and who received, who wrote it down and who agreed."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.rules import GroupMode
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class Side(enum.StrEnum):
    """On which side of a favour a member stands."""

    GIVER = "giver"
    RECEIVER = "receiver"


class ConfirmedBy(enum.StrEnum):
    """What a confirmation rests on."""

    RECEIVER = "receiver"
    HELPER = "helper"
    SLIP = "slip"
    PHONE = "phone"
    COORDINATOR = "coordinator"
    SECOND = "second"
    SILENCE = "silence"
    IMPORT = "import"


class Favour(Base):
    """One favour. ``minutes`` is what each giver is credited; 0 means 'just thanks', no hours.

    ``stated`` is the time as it was said, ``travel_minutes`` is included in ``minutes``.
    ``for_antenna`` means that the pot receives. ``logged_for`` is the member on whose behalf
    ``logged_by`` wrote it down. ``undo_until`` ends the quiet minutes in which the writer may undo.
    """

    __tablename__ = "favour"
    __table_args__ = (
        CheckConstraint(enum_check("state", FavourState), name="state"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint(enum_check("group_mode", GroupMode), name="group_mode"),
        CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes"),
        CheckConstraint("travel_minutes BETWEEN 0 AND minutes", name="travel"),
        CheckConstraint("(minutes = 0) = (NOT with_hours)", name="with_hours"),
        Index("ix_favour_antenna_id_state", "antenna_id", "state", "logged_at"),
        Index("ix_favour_antenna_id_done_on", "antenna_id", "done_on"),
        Index("ix_favour_import_batch_id", "import_batch_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    state: Mapped[FavourState] = mapped_column(enum_column(FavourState))
    done_on: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int]
    travel_minutes: Mapped[int] = mapped_column(default=0)
    with_hours: Mapped[bool] = mapped_column(default=True)
    stated: Mapped[str] = mapped_column(default="")
    for_antenna: Mapped[bool] = mapped_column(default=False)
    group_mode: Mapped[GroupMode] = mapped_column(enum_column(GroupMode), default=GroupMode.POT)
    category: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    thanks: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    logged_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    logged_for_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    logged_at: Mapped[datetime]
    undo_until: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    repeats_id: Mapped[int | None] = mapped_column(ForeignKey("favour.id"))
    dispute_reason: Mapped[str] = mapped_column(default="")
    disputed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    disputed_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
    settlement: Mapped[str] = mapped_column(default="")
    double_allowed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    import_batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True)
    parties: Mapped[list["FavourParty"]] = relationship(back_populates="favour", order_by="FavourParty.id")
    confirmations: Mapped[list["FavourConfirmation"]] = relationship(
        back_populates="favour", order_by="FavourConfirmation.id"
    )
    transfers: Mapped[list["FavourTransfer"]] = relationship(
        back_populates="favour", order_by="FavourTransfer.id"
    )
    logged_by: Mapped[Person | None] = relationship(viewonly=True, foreign_keys=[logged_by_id])

    __mapper_args__ = {"version_id_col": version}

    @property
    def givers(self) -> list[Member]:
        """The members who gave time, in the order they were named."""
        return [party.member for party in self.parties if party.side is Side.GIVER]

    @property
    def receivers(self) -> list[Member]:
        """The members who got help; empty when the antenna did."""
        return [party.member for party in self.parties if party.side is Side.RECEIVER]


class FavourParty(Base):
    """A member on one side of a favour; nobody stands on both."""

    __tablename__ = "favour_party"
    __table_args__ = (
        CheckConstraint(enum_check("side", Side), name="side"),
        UniqueConstraint("favour_id", "member_id"),
        Index("ix_favour_party_member_id", "member_id", "favour_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    favour_id: Mapped[int] = mapped_column(ForeignKey("favour.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    side: Mapped[Side] = mapped_column(enum_column(Side))

    favour: Mapped[Favour] = relationship(back_populates="parties")
    member: Mapped[Member] = relationship(viewonly=True)


class FavourConfirmation(Base):
    """That a favour was agreed to: by whom, for whom, and on what it rests. Append-only.

    A trigger refuses a confirmation on someone else's behalf by a giver or their household, and a
    second one by the person who gave the first.
    """

    __tablename__ = "favour_confirmation"
    __table_args__ = (
        CheckConstraint(enum_check("rests_on", ConfirmedBy), name="rests_on"),
        CheckConstraint("rests_on <> 'phone' OR (heard_from <> '' AND heard_at IS NOT NULL)", name="heard"),
        CheckConstraint(
            "rests_on IN ('silence', 'import') OR confirmed_by_id IS NOT NULL", name="confirmed_by"
        ),
        Index("ix_favour_confirmation_favour_id", "favour_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    favour_id: Mapped[int] = mapped_column(ForeignKey("favour.id"))
    rests_on: Mapped[ConfirmedBy] = mapped_column(enum_column(ConfirmedBy))
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    for_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    heard_from: Mapped[str] = mapped_column(default="")
    heard_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]

    favour: Mapped[Favour] = relationship(back_populates="confirmations")
    confirmed_by: Mapped[Person | None] = relationship(viewonly=True)


class FavourTransfer(Base):
    """The tie between a favour and a transfer that it caused; ``reversal`` takes it back."""

    __tablename__ = "favour_transfer"
    __table_args__ = (
        UniqueConstraint("transfer_id"),
        UniqueConstraint("book_id", "seq"),
        Index("ix_favour_transfer_favour_id", "favour_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    favour_id: Mapped[int] = mapped_column(ForeignKey("favour.id"))
    transfer_id: Mapped[uuid.UUID]
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    seq: Mapped[int]
    reversal: Mapped[bool] = mapped_column(default=False)

    favour: Mapped[Favour] = relationship(back_populates="transfers")
