"""Something to tell a person, written in the transaction that caused it and sent by the tick."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import ContactChannel
from timebank.models.member import Person
from timebank.orm import Base, BigId, enum_check, enum_column


class NoticeState(enum.StrEnum):
    """Waiting, handed over (mail sent, letter printed, call made), or stopped for good."""

    WAITING = "waiting"
    SENT = "sent"
    STOPPED = "stopped"
    FAILED = "failed"


class Notice(Base):
    """One notice in the person's own channel. ``dedupe_key`` makes telling it idempotent.

    ``kind`` names the text (``timebank.documents.notices``), ``params`` fill it; they hold no
    balance, no category and nothing about health.
    """

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint(enum_check("channel", ContactChannel), name="channel"),
        CheckConstraint(enum_check("state", NoticeState), name="state"),
        Index("ix_notice_state_due_at", "state", "due_at"),
        Index("ix_notice_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    kind: Mapped[str]
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    channel: Mapped[ContactChannel] = mapped_column(enum_column(ContactChannel))
    state: Mapped[NoticeState] = mapped_column(enum_column(NoticeState))
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    handed_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)

    person: Mapped[Person] = relationship(viewonly=True)
