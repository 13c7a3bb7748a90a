"""The books: book, account, transfer, with the guards that keep them append-only."""

import hashlib
from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
GENESIS = hashlib.sha256(b"tb1").hexdigest()
KINDS = "'favour', 'gift', 'grant', 'welcome', 'antenna_work', 'move', 'closing', 'reversal'"


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    if dialect == "postgresql":
        create_tables()
    script = (SQL / f"ledger_{dialect}.sql").read_text(encoding="utf-8")
    run_script(op.get_bind(), script.replace("{genesis}", GENESIS))


def downgrade() -> None:
    for table in ("transfer", "account", "book"):
        cascade = " CASCADE" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TABLE {table}{cascade}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "DROP FUNCTION IF EXISTS transfer_post(), refuse_change(), refuse_transfer(bigint, bigint, bigint, integer)"
        )


def create_tables() -> None:
    utc = timebank.orm.UtcDateTime
    op.create_table(
        "book",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("last_at", utc(), nullable=False),
        sa.Column("closed_through", sa.Date()),
        sa.CheckConstraint("seq >= 0", name="seq"),
        sa.CheckConstraint("length(head) = 32", name="head"),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("uid", sa.Uuid(), nullable=False, unique=True),
        sa.Column("book_id", sa.BigInteger(), sa.ForeignKey("book.id"), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("counterpart_book_id", sa.BigInteger(), sa.ForeignKey("book.id")),
        sa.Column("balance_minutes", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("floor_minutes", sa.Integer()),
        sa.Column("ceiling_minutes", sa.Integer()),
        sa.Column("closed_on", sa.Date()),
        sa.CheckConstraint("kind IN ('member', 'household', 'pot', 'clearing')", name="kind"),
        sa.CheckConstraint("version >= 0", name="version"),
        sa.CheckConstraint("floor_minutes <= ceiling_minutes", name="limits"),
        sa.CheckConstraint("closed_on IS NULL OR balance_minutes = 0", name="closed_at_zero"),
        sa.CheckConstraint("(kind = 'clearing') = (counterpart_book_id IS NOT NULL)", name="counterpart"),
        sa.UniqueConstraint("book_id", "counterpart_book_id"),
        sa.UniqueConstraint("book_id", "id"),
    )
    op.create_table(
        "transfer",
        sa.Column("book_id", sa.BigInteger(), sa.ForeignKey("book.id"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), primary_key=True),
        sa.Column("id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("debit_account_id", sa.BigInteger(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("credit_account_id", sa.BigInteger(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("debit_version", sa.BigInteger(), nullable=False),
        sa.Column("debit_balance_minutes", sa.BigInteger(), nullable=False),
        sa.Column("credit_version", sa.BigInteger(), nullable=False),
        sa.Column("credit_balance_minutes", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("reverses_seq", sa.BigInteger()),
        sa.Column("pair_id", sa.Uuid()),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("concerns_on", sa.Date()),
        sa.Column("recorded_at", utc(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=False),
        sa.Column("memo", sa.String()),
        sa.Column("memo_salt", sa.LargeBinary()),
        sa.Column("memo_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("seq > 0", name="seq"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 525600", name="minutes"),
        sa.CheckConstraint("debit_account_id <> credit_account_id", name="two_accounts"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        sa.CheckConstraint("(kind = 'reversal') = (reverses_seq IS NOT NULL)", name="reversal"),
        sa.CheckConstraint("length(hash) = 32 AND length(memo_hash) = 32", name="hash"),
        sa.UniqueConstraint("debit_account_id", "debit_version"),
        sa.UniqueConstraint("credit_account_id", "credit_version"),
        sa.Index("uq_transfer_reverses", "book_id", "reverses_seq", unique=True),
        sa.Index("ix_transfer_debit_done_on", "debit_account_id", "done_on", "debit_version"),
        sa.Index("ix_transfer_credit_done_on", "credit_account_id", "done_on", "credit_version"),
        sa.Index("ix_transfer_pair_id", "pair_id"),
    )
    op.execute("ALTER TABLE book SET (fillfactor = 20)")
    op.execute("ALTER TABLE account SET (fillfactor = 50)")
