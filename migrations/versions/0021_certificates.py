"""Certificates of participation, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("counted_until", sa.Date(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("since <= made_on AND made_on < ends_on", name=op.f("ck_certificate_days")),
        sa.CheckConstraint(
            "(times IS NULL) = (counted_from IS NULL) AND (times IS NULL) = (counted_until IS NULL)"
            " AND (minutes IS NULL OR times IS NOT NULL)",
            name=op.f("ck_certificate_counted"),
        ),
        sa.CheckConstraint("times IS NULL OR times >= 1", name=op.f("ck_certificate_times")),
        sa.CheckConstraint("minutes IS NULL OR minutes >= 0", name=op.f("ck_certificate_minutes")),
        sa.CheckConstraint(
            "counted_from IS NULL OR counted_from <= counted_until", name=op.f("ck_certificate_stretch")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_certificate_member_id_member")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_certificate_made_by_id_person")),
        sa.ForeignKeyConstraint(
            ["revoked_by_id"], ["person.id"], name=op.f("fk_certificate_revoked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("uid", name=op.f("uq_certificate_uid")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_certificate_code_hash")),
    )
    op.create_index("ix_certificate_member_id", "certificate", ["member_id"])
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"certificates_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("certificate")
