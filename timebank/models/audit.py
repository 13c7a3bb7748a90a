"""Who did what, for whom and through which channel. Append-only."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel
from timebank.models.member import Person
from timebank.orm import Base, BigId, enum_check, enum_column


class AuditEntry(Base):
    """One deed. ``member_id`` is whom it was done for or looked at; ids only, never names."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        CheckConstraint(enum_check("channel", Channel), name="channel"),
        Index("ix_audit_entry_member_id", "member_id", "id"),
        Index("ix_audit_entry_actor_id", "actor_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    action: Mapped[str]
    antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    subject: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    on_behalf: Mapped[bool] = mapped_column(default=False)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    actor: Mapped[Person | None] = relationship(viewonly=True)
