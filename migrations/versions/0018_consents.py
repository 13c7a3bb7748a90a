"""Consents for each purpose, and the looks of partners, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "member_consent",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum("partner_look", "news", "questions", name="purpose", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column(
            "channel",
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
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "ended_channel",
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
            nullable=True,
        ),
        sa.CheckConstraint(
            "purpose IN ('partner_look', 'news', 'questions')", name=op.f("ck_member_consent_purpose")
        ),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_member_consent_channel"),
        ),
        sa.CheckConstraint(
            "ended_channel IS NULL OR ended_channel IN"
            " ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_member_consent_ended_channel"),
        ),
        sa.CheckConstraint("ends_on >= said_on", name=op.f("ck_member_consent_days")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_consent_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_member_consent_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["person.id"], name=op.f("fk_member_consent_ended_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_consent")),
        sa.UniqueConstraint("uid", name=op.f("uq_member_consent_uid")),
    )
    op.create_index("ix_member_consent_member_id", "member_consent", ["member_id"])
    op.create_index(
        "uq_member_consent_standing",
        "member_consent",
        ["member_id", "purpose"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "partner_look",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "reason",
            sa.Enum("welcome", "follow_up", "other", name="lookreason", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('welcome', 'follow_up', 'other')", name=op.f("ck_partner_look_reason")
        ),
        sa.CheckConstraint("NOT answered OR member_id IS NOT NULL", name=op.f("ck_partner_look_answered")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_partner_look_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_partner_look_member_id_member")),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_partner_look_asked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_look")),
    )
    op.create_index("ix_partner_look_member_id", "partner_look", ["member_id"])
    op.create_index("ix_partner_look_antenna_id", "partner_look", ["antenna_id"])
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"consents_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("partner_look")
    op.drop_table("member_consent")
