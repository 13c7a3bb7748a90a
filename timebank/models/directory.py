"""The directory: services to refer to, each kept right by someone and checked on a day."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.models.antenna import Antenna
from timebank.models.member import Person
from timebank.orm import Base, BigId


class DirectoryEntry(Base):
    """One service, of an antenna or (without one) of the whole network. It ends; it is never removed.

    ``kinds`` are codes of ``domain.service_kinds``, ``languages`` two-letter codes, ``hours`` maps a
    language to opening hours in words. Who keeps it right is a person known here (``owner_id``) or
    someone else in words. ``notes`` are for coordinators only; ``checked_on`` is empty where a sheet
    brought the entry without a day.
    """

    __tablename__ = "directory_entry"
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 120", name="name"),
        CheckConstraint("owner_id IS NOT NULL OR owner_words <> ''", name="owner"),
        Index("ix_directory_entry_antenna_id", "antenna_id"),
        Index("ix_directory_entry_owner_id", "owner_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    name: Mapped[str]
    sort_name: Mapped[str]
    kinds: Mapped[list[str]] = mapped_column(JSON)
    what: Mapped[str] = mapped_column(default="")
    for_whom: Mapped[str] = mapped_column(default="")
    languages: Mapped[list[str]] = mapped_column(JSON)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    hours: Mapped[dict[str, str]] = mapped_column(JSON)
    on_card: Mapped[bool] = mapped_column(default=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner_words: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna | None] = relationship(viewonly=True)
    owner: Mapped[Person | None] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}

    @property
    def owner_name(self) -> str:
        """Who keeps it right."""
        return self.owner.name if self.owner is not None else self.owner_words
