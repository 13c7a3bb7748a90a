"""Yearly reports, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum("partner", "board", name="reportaudience", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum("draft", "approved", name="reportstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("approved_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'approved')", name=op.f("ck_report_state")),
        sa.CheckConstraint("audience IN ('partner', 'board')", name=op.f("ck_report_audience")),
        sa.CheckConstraint(
            "(state = 'approved') = (approved_at IS NOT NULL)", name=op.f("ck_report_approved")
        ),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approved_by_id IS NULL)", name=op.f("ck_report_approved_by")
        ),
        sa.CheckConstraint("year BETWEEN 2000 AND 2199", name=op.f("ck_report_year")),
        sa.CheckConstraint("edition >= 1", name=op.f("ck_report_edition")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_report_sha256")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_report_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["person.id"], name=op.f("fk_report_approved_by_id_person")
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_report_made_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint(
            "antenna_id",
            "year",
            "audience",
            "edition",
            name=op.f("uq_report_antenna_id_year_audience_edition"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_report_uid")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index("ix_report_antenna_id_state", ["antenna_id", "state"], unique=False)

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"reports_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("report")
