"""Referrals: an ask that was handed, with the person's yes, to a service of the directory."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.domain.referral_states import ReferralState
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.member import Person
from timebank.orm import Base, BigId, enum_check, enum_column


class Referral(Base):
    """One referral. The person's yes is of a day and a channel, with a few words (``consent_words``).

    ``handed`` says what was given along or told to the service; ``note`` is what the last follow-up
    brought. An ask has at most one open referral. None is removed, and what it says of the ask, the
    service and the yes is never changed.
    """

    __tablename__ = "referral"
    __table_args__ = (
        CheckConstraint(enum_check("state", ReferralState), name="state"),
        CheckConstraint(enum_check("consent_channel", Channel), name="consent_channel"),
        CheckConstraint("(state <> 'open') = (ended_at IS NOT NULL)", name="ended"),
        Index(
            "uq_referral_open",
            "ask_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_referral_ask_id", "ask_id"),
        Index("ix_referral_entry_id", "entry_id"),
        Index("ix_referral_state_follow_up_on", "state", "follow_up_on"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    ask_id: Mapped[int] = mapped_column(ForeignKey("ask.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("directory_entry.id"))
    state: Mapped[ReferralState] = mapped_column(enum_column(ReferralState))
    consent_on: Mapped[date] = mapped_column(Date)
    consent_channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    consent_words: Mapped[str] = mapped_column(default="")
    handed: Mapped[str] = mapped_column(default="")
    follow_up_on: Mapped[date] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    ask: Mapped[Ask] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    entry: Mapped[DirectoryEntry] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    made_by: Mapped[Person | None] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}
