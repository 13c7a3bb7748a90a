"""People, their memberships, households that share an account, and who may act for whom."""

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.states import MemberState
from timebank.ledger.model import Account
from timebank.models.antenna import Antenna
from timebank.orm import Base, BigId, enum_check, enum_column


def full_name(given_name: str, family_name: str) -> str:
    """Both names as people say them; some have only one."""
    return f"{given_name} {family_name}".strip()


class Person(Base):
    """Someone known to the network. Needs no e-mail, no phone and no login.

    ``sort_name`` is the folded name for search and sheets. ``gender_words`` are the person's own,
    or empty. ``cell_row`` and ``cell_column`` are the 100 m cell they live in, where it isn't the one of
    their street (``matching.places``); no other place is kept. A person whose ``died_on`` is set gets
    no notice any more; of one whose ``erased_at`` is set nothing is kept but the id (``services.erasing``).
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint(enum_check("preferred_channel", ContactChannel), name="preferred_channel"),
        CheckConstraint("birth_year IS NULL OR birth_year BETWEEN 1890 AND 2100", name="birth_year"),
        CheckConstraint("(cell_row IS NULL) = (cell_column IS NULL)", name="cell"),
        Index("ix_person_sort_name", "sort_name"),
        Index("ix_person_email", "email"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    given_name: Mapped[str]
    family_name: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str]
    language: Mapped[str] = mapped_column(default="nl")
    preferred_channel: Mapped[ContactChannel] = mapped_column(enum_column(ContactChannel))
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    house_number: Mapped[str] = mapped_column(default="")
    building: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    cell_row: Mapped[int | None]
    cell_column: Mapped[int | None]
    birth_year: Mapped[int | None]
    gender_words: Mapped[str] = mapped_column(default="")
    died_on: Mapped[date | None] = mapped_column(Date)
    erased_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    memberships: Mapped[list["Member"]] = relationship(back_populates="person", order_by="Member.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def name(self) -> str:
        """Given and family name as people say them."""
        return full_name(self.given_name, self.family_name)


class Household(Base):
    """Two people who share one account; after they part, each of them alone."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), unique=True)
    created_at: Mapped[datetime]


class Member(Base):
    """A person's membership of one antenna. Two members of a household have one account."""

    __tablename__ = "member"
    __table_args__ = (
        CheckConstraint(enum_check("state", MemberState), name="state"),
        CheckConstraint(enum_check("joined_through", Channel), name="joined_through"),
        CheckConstraint("state = 'applied' OR state = 'declined' OR account_id IS NOT NULL", name="account"),
        UniqueConstraint("antenna_id", "number"),
        Index("ix_member_person_id", "person_id"),
        Index("ix_member_account_id", "account_id"),
        Index("ix_member_antenna_id_state", "antenna_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    antenna_id: Mapped[int] = mapped_column(ForeignKey("antenna.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    number: Mapped[int]
    state: Mapped[MemberState] = mapped_column(enum_column(MemberState))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    cannot_give: Mapped[bool] = mapped_column(default=False)
    joined_on: Mapped[date] = mapped_column(Date)
    joined_through: Mapped[Channel] = mapped_column(enum_column(Channel))
    ended_on: Mapped[date | None] = mapped_column(Date)
    message: Mapped[str] = mapped_column(default="")
    import_batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    version: Mapped[int] = mapped_column(default=1)

    antenna: Mapped[Antenna] = relationship(viewonly=True, lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(back_populates="memberships", lazy="joined", innerjoin=True)
    account: Mapped[Account | None] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}

    @property
    def label(self) -> str:
        """Name and number, as staff tell two people of one name apart."""
        return f"{self.person.name} ({self.number})"


class EarlierAccount(Base):
    """An account that was a member's from a day to a day, and isn't any more, or that someone else goes on with.

    ``through_version`` is its last entry that is theirs to read: what came on it later is another's.
    """

    __tablename__ = "earlier_account"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="days"),
        CheckConstraint("through_version >= 0", name="through_version"),
        Index("ix_earlier_account_account_id", "account_id"),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    through_version: Mapped[int] = mapped_column(BigInteger)

    account: Mapped[Account] = relationship(viewonly=True)


class MemberStepTaken(Base):
    """One step in a membership's life: what, from which day, who wrote it down. Append-only."""

    __tablename__ = "member_step"
    __table_args__ = (Index("ix_member_step_member_id", "member_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    step: Mapped[str]
    on_day: Mapped[date] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]


class Helper(Base):
    """That a person may act for a member, with consent, from a day to a day.

    ``ended_at`` is when it was ended before its last day.
    """

    __tablename__ = "helper"
    __table_args__ = (
        CheckConstraint(enum_check("consent_channel", Channel), name="consent_channel"),
        CheckConstraint("ends_on >= starts_on", name="days"),
        Index("ix_helper_person_id", "person_id"),
        Index("ix_helper_member_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    consent_channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    consent_on: Mapped[date] = mapped_column(Date)
    consent_note: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    ended_at: Mapped[datetime | None]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]

    member: Mapped[Member] = relationship(viewonly=True)
    person: Mapped[Person] = relationship(viewonly=True, foreign_keys=[person_id])
