"""Releases, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "audience",
            sa.Enum("partner", "public", "board", name="releaseaudience", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("prepared", "approved", "refused", name="releasestate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("truths", sa.JSON(), nullable=False),
        sa.Column("gate", sa.JSON(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("made_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decided_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("refusal", sa.String(), nullable=False),
        sa.CheckConstraint("audience IN ('partner', 'public', 'board')", name=op.f("ck_release_audience")),
        sa.CheckConstraint("state IN ('prepared', 'approved', 'refused')", name=op.f("ck_release_state")),
        sa.CheckConstraint("last_on > first_on", name=op.f("ck_release_days")),
        sa.CheckConstraint("number > 0", name=op.f("ck_release_number")),
        sa.CheckConstraint("length(checksum) = 64", name=op.f("ck_release_checksum")),
        sa.CheckConstraint("(state = 'prepared') = (decided_at IS NULL)", name=op.f("ck_release_decided")),
        sa.CheckConstraint(
            "(state = 'prepared') = (decided_by_id IS NULL)", name=op.f("ck_release_decided_by")
        ),
        sa.CheckConstraint("(state = 'refused') = (refusal <> '')", name=op.f("ck_release_refusal")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_release_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_release_made_by_id_person")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_release_decided_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("uid", name=op.f("uq_release_uid")),
        sa.UniqueConstraint(
            "antenna_id", "audience", "number", name=op.f("uq_release_antenna_id_audience_number")
        ),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(
            "uq_release_period",
            ["antenna_id", "audience", "first_on", "last_on"],
            unique=True,
            sqlite_where=sa.text("state <> 'refused'"),
            postgresql_where=sa.text("state <> 'refused'"),
        )

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"releases_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("release")
