"""Gatherings and who came, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "gathering",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "coffee",
                "meal",
                "walk",
                "workshop",
                "outing",
                "party",
                "meeting",
                "other",
                name="gatheringkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("new_faces", sa.Integer(), nullable=False),
        sa.Column("planned_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("planned_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("called_off_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('coffee', 'meal', 'walk', 'workshop', 'outing', 'party', 'meeting', 'other')",
            name=op.f("ck_gathering_kind"),
        ),
        sa.CheckConstraint("called_off_at IS NULL OR new_faces = 0", name=op.f("ck_gathering_called_off")),
        sa.CheckConstraint("from_minute BETWEEN 0 AND 1439", name=op.f("ck_gathering_from_minute")),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 80", name=op.f("ck_gathering_title")),
        sa.CheckConstraint("new_faces BETWEEN 0 AND 500", name=op.f("ck_gathering_new_faces")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_gathering_antenna_id_antenna")),
        sa.ForeignKeyConstraint(
            ["planned_by_id"], ["person.id"], name=op.f("fk_gathering_planned_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathering")),
        sa.UniqueConstraint("uid", name=op.f("uq_gathering_uid")),
    )
    with op.batch_alter_table("gathering", schema=None) as batch_op:
        batch_op.create_index("ix_gathering_antenna_id_held_on", ["antenna_id", "held_on"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("gathering_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("noted_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("fk_attendance_gathering_id_gathering")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attendance_member_id_member")),
        sa.PrimaryKeyConstraint("gathering_id", "member_id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index("ix_attendance_member_id", ["member_id"], unique=False)

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"gatherings_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("attendance")
    op.drop_table("gathering")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION gathering_came_or_off(), attendance_of_member()")
