"""Minutes that move without a favour: gifts, grants from the pot, welcome gifts, leavers' hours."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.states import GiftState
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.orm import Base, BigId, enum_check, enum_column


class GiftKind(enum.StrEnum):
    """Why the minutes move. None of these counts as an exchange."""

    GIFT = "gift"
    GRANT = "grant"
    WELCOME = "welcome"
    ANTENNA_WORK = "antenna_work"
    MOVE = "move"
    CLOSING = "closing"


class Gift(Base):
    """Minutes from a member or the pot to a member or the pot; an empty member means the pot.

    ``from_antenna_id`` and ``to_antenna_id`` name whose pot, or the member's antenna. An unnamed
    gift doesn't tell the receiver who gave it. A grant above the antenna's limit stays ``proposed``
    until a second person approves.
    """

    __tablename__ = "gift"
    __table_args__ = (
        CheckConstraint(enum_check("kind", GiftKind), name="kind"),
        CheckConstraint(enum_check("state", GiftState), name="state"),
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        CheckConstraint("minutes BETWEEN 1 AND 525600", name="minutes"),
        CheckConstraint("approved_by_id IS NULL OR approved_by_id <> proposed_by_id", name="two_people"),
        Index("ix_gift_from_member_id", "from_member_id"),
        Index("ix_gift_to_member_id", "to_member_id"),
        Index("ix_gift_from_antenna_id_state", "from_antenna_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    kind: Mapped[GiftKind] = mapped_column(enum_column(GiftKind))
    state: Mapped[GiftState] = mapped_column(enum_column(GiftState))
    from_antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    from_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    to_antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    to_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    minutes: Mapped[int]
    done_on: Mapped[date] = mapped_column(Date)
    wish: Mapped[str] = mapped_column(default="")
    unnamed: Mapped[bool] = mapped_column(default=False)
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    from_antenna: Mapped[Antenna] = relationship(viewonly=True, foreign_keys=[from_antenna_id])
    to_antenna: Mapped[Antenna] = relationship(viewonly=True, foreign_keys=[to_antenna_id])
    from_member: Mapped[Member | None] = relationship(viewonly=True, foreign_keys=[from_member_id])
    to_member: Mapped[Member | None] = relationship(viewonly=True, foreign_keys=[to_member_id])
    transfers: Mapped[list["GiftTransfer"]] = relationship(back_populates="gift", order_by="GiftTransfer.id")

    __mapper_args__ = {"version_id_col": version}


class GiftTransfer(Base):
    """The tie between a gift and a transfer that it caused; ``reversal`` takes it back."""

    __tablename__ = "gift_transfer"
    __table_args__ = (
        UniqueConstraint("transfer_id"),
        UniqueConstraint("book_id", "seq"),
        Index("ix_gift_transfer_gift_id", "gift_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    gift_id: Mapped[int] = mapped_column(ForeignKey("gift.id"))
    transfer_id: Mapped[uuid.UUID]
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    seq: Mapped[int]
    reversal: Mapped[bool] = mapped_column(default=False)

    gift: Mapped[Gift] = relationship(back_populates="transfers")
