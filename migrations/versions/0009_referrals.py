"""Referrals, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("ask_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "helped",
                "not_helped",
                "unknown",
                name="referralstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.Column(
            "consent_channel",
            sa.Enum(
                "talk",
                "phone",
                "card",
                "slip",
                "web",
                "letter",
                "mail",
                "import",
                "api",
                name="channel",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("consent_words", sa.String(), nullable=False),
        sa.Column("handed", sa.String(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'helped', 'not_helped', 'unknown')", name=op.f("ck_referral_state")
        ),
        sa.CheckConstraint(
            "consent_channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_referral_consent_channel"),
        ),
        sa.CheckConstraint("(state <> 'open') = (ended_at IS NOT NULL)", name=op.f("ck_referral_ended")),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_referral_ask_id_ask")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["directory_entry.id"], name=op.f("fk_referral_entry_id_directory_entry")
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_referral_made_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("uid", name=op.f("uq_referral_uid")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index("ix_referral_ask_id", ["ask_id"], unique=False)
        batch_op.create_index("ix_referral_entry_id", ["entry_id"], unique=False)
        batch_op.create_index("ix_referral_state_follow_up_on", ["state", "follow_up_on"], unique=False)
        batch_op.create_index(
            "uq_referral_open",
            ["ask_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"referrals_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("referral")
