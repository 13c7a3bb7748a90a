"""Antennas, their area and rules, and the partners that support them."""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.days import NETWORK_ZONE
from timebank.domain.permissions import Role
from timebank.ledger.model import Account, Book
from timebank.orm import Base, BigId, enum_check, enum_column


class AreaKind(enum.StrEnum):
    """A level of an antenna's area."""

    POSTAL_CODE = "postal_code"
    STREET = "street"
    BUILDING = "building"


class Antenna(Base):
    """A local branch with languages, rules and books of its own.

    ``languages`` is an ordered list of codes, the first one the antenna's default;
    ``opening_hours`` maps a language to what stands on pages and prints. Before ``live_on`` the
    antenna is being prepared, and nothing is sent to anyone outside its team.
    """

    __tablename__ = "antenna"
    __table_args__ = (CheckConstraint("length(slug) BETWEEN 2 AND 40", name="slug"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    languages: Mapped[list[str]] = mapped_column(JSON)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    opening_hours: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    timezone: Mapped[str] = mapped_column(default=NETWORK_ZONE)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"), unique=True)
    pot_account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), unique=True)
    next_member_number: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    live_on: Mapped[date | None] = mapped_column(Date)
    is_demo: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    book: Mapped[Book] = relationship(viewonly=True)
    pot: Mapped[Account] = relationship(viewonly=True)
    areas: Mapped[list["Area"]] = relationship(back_populates="antenna", order_by="Area.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def language(self) -> str:
        """The antenna's own language: the first of its list."""
        return self.languages[0]


class Area(Base):
    """A postal code, street or building of an antenna; a building lies in a street.

    ``cell_row`` and ``cell_column`` are the 100 m cell of its middle (``matching.places``), once someone said it.
    """

    __tablename__ = "area"
    __table_args__ = (
        CheckConstraint(enum_check("kind", AreaKind), name="kind"),
        CheckConstraint("(cell_row IS NULL) = (cell_column IS NULL)", name="cell"),
        UniqueConstraint("antenna_id", "kind", "name"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    kind: Mapped[AreaKind] = mapped_column(enum_column(AreaKind))
    name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    cell_row: Mapped[int | None]
    cell_column: Mapped[int | None]

    antenna: Mapped[Antenna] = relationship(back_populates="areas")


class RuleDecision(Base):
    """One change of one rule: what, from which day, and who took the decision. Append-only."""

    __tablename__ = "rule_decision"
    __table_args__ = (Index("ix_rule_decision_antenna_id", "antenna_id", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    rule: Mapped[str]
    value: Mapped[str]
    decided_on: Mapped[date] = mapped_column(Date)
    decided_by: Mapped[str]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class Partner(Base):
    """A service centre or other organisation that supports one or more antennas."""

    __tablename__ = "partner"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(unique=True)


class PartnerAntenna(Base):
    """That a partner supports an antenna."""

    __tablename__ = "partner_antenna"

    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"), primary_key=True)


class RoleMandate(Base):
    """A role that a person holds from a day to a day; it gives no right outside those days.

    ``ended_at`` is when it was ended before its last day: from that moment on it gives no right.

    ``antenna_id`` is empty for an operator, ``partner_id`` is set for a partner's staff, whose
    rights follow the antennas that the partner supports.
    """

    __tablename__ = "role_mandate"
    __table_args__ = (
        CheckConstraint(enum_check("role", Role), name="role"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="days"),
        CheckConstraint("(role = 'partner_staff') = (partner_id IS NOT NULL)", name="partner"),
        CheckConstraint("role IN ('operator', 'partner_staff') OR antenna_id IS NOT NULL", name="antenna"),
        Index("ix_role_mandate_person_id", "person_id"),
        Index("ix_role_mandate_antenna_id", "antenna_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[Role] = mapped_column(enum_column(Role))
    antenna_id: Mapped[int | None] = mapped_column(ForeignKey("antenna.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    ended_at: Mapped[datetime | None]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
