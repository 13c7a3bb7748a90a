"""The tables of the books: one row per transfer, with both running balances on it.

An unbalanced state can't be written down: a transfer has exactly one account that is debited and
one that is credited, and one number of minutes. Triggers (``migrations/sql``) keep the rows
append-only and the balances tied to them.
"""

import enum
import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Date, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from timebank.orm import Base, BigId, enum_check, enum_column

MINUTES_MAX = 525_600
"""The most minutes of one transfer: a year of 365 days, the bound against slips of the keyboard."""


class AccountKind(enum.StrEnum):
    """Whose minutes an account holds."""

    MEMBER = "member"
    HOUSEHOLD = "household"
    POT = "pot"
    CLEARING = "clearing"


class TransferKind(enum.StrEnum):
    """What a transfer is for. Only ``favour`` counts as an exchange in the figures."""

    FAVOUR = "favour"
    GIFT = "gift"
    GRANT = "grant"
    WELCOME = "welcome"
    ANTENNA_WORK = "antenna_work"
    MOVE = "move"
    CLOSING = "closing"
    REVERSAL = "reversal"


class Book(Base):
    """One antenna's chain of transfers: the number and hash of its newest row."""

    __tablename__ = "book"
    __table_args__ = (
        CheckConstraint("seq >= 0", name="seq"),
        CheckConstraint("length(head) = 32", name="head"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str]
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    head: Mapped[bytes] = mapped_column(LargeBinary)
    last_at: Mapped[datetime]
    closed_through: Mapped[date | None] = mapped_column(Date)


class Account(Base):
    """Where minutes are held. The balance moves only together with a transfer that states it.

    ``given_minutes`` is all that it was credited since ever; it moves with the balance.
    ``floor_minutes`` and ``ceiling_minutes`` are limits that *refuse*; None means that nothing is
    refused (the soft limits of an antenna are its rules, not the ledger's).
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(enum_check("kind", AccountKind), name="kind"),
        CheckConstraint("version >= 0", name="version"),
        CheckConstraint("given_minutes >= 0", name="given"),
        CheckConstraint("floor_minutes <= ceiling_minutes", name="limits"),
        CheckConstraint("closed_on IS NULL OR balance_minutes = 0", name="closed_at_zero"),
        CheckConstraint("(kind = 'clearing') = (counterpart_book_id IS NOT NULL)", name="counterpart"),
        UniqueConstraint("book_id", "counterpart_book_id"),
        UniqueConstraint("book_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    uid: Mapped[uuid.UUID] = mapped_column(unique=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    kind: Mapped[AccountKind] = mapped_column(enum_column(AccountKind))
    counterpart_book_id: Mapped[int | None] = mapped_column(ForeignKey("book.id"))
    balance_minutes: Mapped[int] = mapped_column(BigInteger, default=0)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    given_minutes: Mapped[int] = mapped_column(BigInteger, default=0)
    floor_minutes: Mapped[int | None]
    ceiling_minutes: Mapped[int | None]
    closed_on: Mapped[date | None] = mapped_column(Date)


class Transfer(Base):
    """One balanced, append-only posting: minutes from the debited to the credited account.

    ``seq`` numbers the rows of a book without gap; each side states its account's ``version`` and
    balance after. ``id`` is the caller's key and makes posting idempotent. ``pair_id`` ties the two
    halves of a transfer between antennas. ``concerns_on`` names the day in a closed period that a
    correction is about. The hash covers every column but ``memo`` and ``memo_salt``, which can be
    erased; ``memo_hash`` stays.
    """

    __tablename__ = "transfer"
    __table_args__ = (
        CheckConstraint("seq > 0", name="seq"),
        CheckConstraint(f"minutes BETWEEN 1 AND {MINUTES_MAX}", name="minutes"),
        CheckConstraint("debit_account_id <> credit_account_id", name="two_accounts"),
        CheckConstraint(enum_check("kind", TransferKind), name="kind"),
        CheckConstraint("(kind = 'reversal') = (reverses_seq IS NOT NULL)", name="reversal"),
        CheckConstraint("length(hash) = 32 AND length(memo_hash) = 32", name="hash"),
        UniqueConstraint("id"),
        UniqueConstraint("debit_account_id", "debit_version"),
        UniqueConstraint("credit_account_id", "credit_version"),
        Index("uq_transfer_reverses", "book_id", "reverses_seq", unique=True),
        Index("ix_transfer_debit_done_on", "debit_account_id", "done_on", "debit_version"),
        Index("ix_transfer_credit_done_on", "credit_account_id", "done_on", "credit_version"),
        Index("ix_transfer_pair_id", "pair_id"),
    )

    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    id: Mapped[uuid.UUID]
    debit_account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    credit_account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    minutes: Mapped[int]
    debit_version: Mapped[int] = mapped_column(BigInteger)
    debit_balance_minutes: Mapped[int] = mapped_column(BigInteger)
    credit_version: Mapped[int] = mapped_column(BigInteger)
    credit_balance_minutes: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[TransferKind] = mapped_column(enum_column(TransferKind))
    reverses_seq: Mapped[int | None] = mapped_column(BigInteger)
    pair_id: Mapped[uuid.UUID | None]
    done_on: Mapped[date] = mapped_column(Date)
    concerns_on: Mapped[date | None] = mapped_column(Date)
    recorded_at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(BigInteger)
    memo: Mapped[str | None]
    memo_salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    memo_hash: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class LimitChange(Base):
    """A refusing limit that was set, kept by a trigger: it holds for the account's versions after this one."""

    __tablename__ = "limit_change"
    __table_args__ = (Index("ix_limit_change_account_id", "account_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    after_version: Mapped[int] = mapped_column(BigInteger)
    floor_minutes: Mapped[int | None]
    ceiling_minutes: Mapped[int | None]


class PeriodClosing(Base):
    """A period that was closed, kept by a trigger: it holds for the book's transfers after this one."""

    __tablename__ = "period_closing"
    __table_args__ = (Index("ix_period_closing_book_id", "book_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("book.id"))
    after_seq: Mapped[int] = mapped_column(BigInteger)
    closed_through: Mapped[date] = mapped_column(Date)
