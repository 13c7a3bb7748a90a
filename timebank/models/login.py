"""Signing in: sessions as rows, staff passwords, mail codes, printed cards, tokens, attempts.

Secrets are stored only as hashes: SHA-256 for random ones of 128 bits or more, argon2id for what a
person types.
"""

import enum
import uuid
from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timebank.domain.permissions import Rights
from timebank.models.member import Member, Person
from timebank.orm import Base, BigId, enum_check, enum_column


class SignedInBy(enum.StrEnum):
    """How a session was opened."""

    PASSWORD = "password"
    MAIL = "mail"
    CARD = "card"
    KIOSK = "kiosk"


class LoginSession(Base):
    """One signed-in browser; revoked or expired rows let nobody in, on any worker.

    ``proven_at`` is when this person last proved here who they are, by signing in or by their password once
    more; None in a session from before it was written down. ``idle_seconds`` is how long it may rest;
    ``opened_by_id`` is the coordinator who opened a session on the centre's tablet.
    """

    __tablename__ = "login_session"
    __table_args__ = (
        CheckConstraint(enum_check("signed_in_by", SignedInBy), name="signed_in_by"),
        CheckConstraint(enum_check("rights", Rights), name="rights"),
        Index("ix_login_session_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    signed_in_by: Mapped[SignedInBy] = mapped_column(enum_column(SignedInBy))
    rights: Mapped[Rights] = mapped_column(enum_column(Rights))
    device: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    proven_at: Mapped[datetime | None]
    idle_seconds: Mapped[int]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(viewonly=True, foreign_keys=[person_id])


class StaffPassword(Base):
    """A staff member's password (argon2id). Members never have one."""

    __tablename__ = "staff_password"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    password_hash: Mapped[str]
    set_at: Mapped[datetime]


class SecondFactor(Base):
    """The app that someone signs in with beside their password or mail; without ``confirmed_at`` it is only begun.

    The app's secret isn't here: it is made of ``salt`` and the installation's key. ``last_step`` is the
    half minute (since 1970) of the digits that were used last: none of it or before works again.
    """

    __tablename__ = "second_factor"
    __table_args__ = (CheckConstraint("(confirmed_at IS NULL) = (last_step IS NULL)", name="confirmed"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    begun_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int | None]


class RecoveryCode(Base):
    """A code on paper (argon2id) that is typed in place of the app's digits; used once."""

    __tablename__ = "recovery_code"

    person_id: Mapped[int] = mapped_column(ForeignKey("second_factor.person_id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str]
    used_at: Mapped[datetime | None]


class SignInCode(Base):
    """A mail link and the six digits in the same mail; either one is spent once, by POST.

    The digits hold only in the browser that asked (``browser_hash``).
    """

    __tablename__ = "sign_in_code"
    __table_args__ = (Index("ix_sign_in_code_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    code_hash: Mapped[str]
    browser_hash: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(viewonly=True)


class PrintedCard(Base):
    """A card with one-time codes, printed for a member who signs in without mail.

    ``failures`` are the wrong codes that were tried on it since the last right one.
    """

    __tablename__ = "printed_card"
    __table_args__ = (
        CheckConstraint("failures >= 0", name="failures"),
        Index("ix_printed_card_member_id", "member_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    printed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)

    member: Mapped[Member] = relationship(viewonly=True)
    codes: Mapped[list["CardCode"]] = relationship(back_populates="card", order_by="CardCode.position")


class CardCode(Base):
    """One code of eight characters on a card; used once."""

    __tablename__ = "card_code"

    card_id: Mapped[int] = mapped_column(ForeignKey("printed_card.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str]
    used_at: Mapped[datetime | None]

    card: Mapped[PrintedCard] = relationship(back_populates="codes")


class AttemptCount(Base):
    """How often something was tried in one minute; counted in the database for all workers.

    ``bucket`` is a hash of what is limited (an account, a card, an address), never its text.
    """

    __tablename__ = "attempt_count"

    bucket: Mapped[str] = mapped_column(primary_key=True)
    window_start: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int]


class ApiToken(Base):
    """A personal token for the API, with the scopes that its owner gave it."""

    __tablename__ = "api_token"
    __table_args__ = (Index("ix_api_token_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True, default=uuid.uuid4)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(viewonly=True)
