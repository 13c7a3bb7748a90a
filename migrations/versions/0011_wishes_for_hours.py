"""A written wish says where hours go that are left when someone leaves or dies."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

STANDING = sa.text("ended_at IS NULL")


def upgrade() -> None:
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    places = sa.Enum("pot", "member", "antenna", name="hoursgoto", native_enum=False, length=32)
    op.create_table(
        "hours_wish",
        sa.Column("id", big, nullable=False),
        sa.Column("member_id", big, nullable=False),
        sa.Column("goes_to", places, nullable=False),
        sa.Column("to_member_id", big, nullable=True),
        sa.Column("to_antenna_id", big, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("recorded_by_id", big, nullable=True),
        sa.Column("recorded_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.CheckConstraint("goes_to IN ('pot', 'member', 'antenna')", name=op.f("ck_hours_wish_goes_to")),
        sa.CheckConstraint(
            "(goes_to = 'member') = (to_member_id IS NOT NULL)", name=op.f("ck_hours_wish_to_member")
        ),
        sa.CheckConstraint(
            "(goes_to = 'antenna') = (to_antenna_id IS NOT NULL)", name=op.f("ck_hours_wish_to_antenna")
        ),
        sa.CheckConstraint(
            "to_member_id IS NULL OR to_member_id <> member_id", name=op.f("ck_hours_wish_to_another")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_hours_wish_member_id_member")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_hours_wish_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["to_antenna_id"], ["antenna.id"], name=op.f("fk_hours_wish_to_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(
            ["to_member_id"], ["member.id"], name=op.f("fk_hours_wish_to_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_wish")),
    )
    op.create_index("ix_hours_wish_to_member_id", "hours_wish", ["to_member_id"])
    op.create_index(
        "uq_hours_wish_standing",
        "hours_wish",
        ["member_id"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )


def downgrade() -> None:
    op.drop_table("hours_wish")
