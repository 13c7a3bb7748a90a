"""The directory of services and signals, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "directory_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("on_card", sa.Boolean(), nullable=False),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("owner_words", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("created_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "owner_id IS NOT NULL OR owner_words <> ''", name=op.f("ck_directory_entry_owner")
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("ck_directory_entry_name")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_directory_entry_antenna_id_antenna")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_directory_entry_owner_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_directory_entry_uid")),
    )
    with op.batch_alter_table("directory_entry", schema=None) as batch_op:
        batch_op.create_index("ix_directory_entry_antenna_id", ["antenna_id"], unique=False)
        batch_op.create_index("ix_directory_entry_owner_id", ["owner_id"], unique=False)

    op.create_table(
        "signal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "state",
            sa.Enum("told", "followed", "ended", "erased", name="signalstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("about_member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("about_words", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
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
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("told_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("assignee_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "all_well",
                "helped",
                "referred",
                "handed_over",
                "unfounded",
                name="signaloutcome",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("erased_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'erased') = (erased_at IS NOT NULL)", name=op.f("ck_signal_erased")),
        sa.CheckConstraint(
            "(state = 'erased') = (words = '') AND (state <> 'erased'"
            " OR (about_words = '' AND told_by = '' AND about_member_id IS NULL))",
            name=op.f("ck_signal_text"),
        ),
        sa.CheckConstraint(
            "(state IN ('ended', 'erased')) = (ended_at IS NOT NULL)", name=op.f("ck_signal_ended")
        ),
        sa.CheckConstraint(
            "channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_signal_channel"),
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('all_well', 'helped', 'referred', 'handed_over', 'unfounded')",
            name=op.f("ck_signal_outcome"),
        ),
        sa.CheckConstraint(
            "state <> 'followed' OR (assignee_id IS NOT NULL AND follow_up_on IS NOT NULL)",
            name=op.f("ck_signal_followed"),
        ),
        sa.CheckConstraint(
            "state = 'erased' OR about_member_id IS NOT NULL OR about_words <> ''",
            name=op.f("ck_signal_about"),
        ),
        sa.CheckConstraint("state IN ('told', 'followed', 'ended', 'erased')", name=op.f("ck_signal_state")),
        sa.CheckConstraint(
            "(outcome IS NOT NULL) = (ended_at IS NOT NULL)", name=op.f("ck_signal_has_outcome")
        ),
        sa.ForeignKeyConstraint(
            ["about_member_id"], ["member.id"], name=op.f("fk_signal_about_member_id_member")
        ),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_signal_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["assignee_id"], ["person.id"], name=op.f("fk_signal_assignee_id_person")),
        sa.ForeignKeyConstraint(["told_by_id"], ["person.id"], name=op.f("fk_signal_told_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint("uid", name=op.f("uq_signal_uid")),
    )
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.create_index("ix_signal_about_member_id", ["about_member_id"], unique=False)
        batch_op.create_index("ix_signal_antenna_id_state", ["antenna_id", "state"], unique=False)
        batch_op.create_index("ix_signal_told_by_id", ["told_by_id"], unique=False)

    op.create_table(
        "signal_line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signal_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_signal_line_actor_id_person")),
        sa.ForeignKeyConstraint(["signal_id"], ["signal.id"], name=op.f("fk_signal_line_signal_id_signal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_line")),
    )
    with op.batch_alter_table("signal_line", schema=None) as batch_op:
        batch_op.create_index("ix_signal_line_signal_id", ["signal_id"], unique=False)

    run_script(op.get_bind(), (SQL / f"signals_{op.get_bind().dialect.name}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    with op.batch_alter_table("signal_line", schema=None) as batch_op:
        batch_op.drop_index("ix_signal_line_signal_id")

    op.drop_table("signal_line")
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.drop_index("ix_signal_told_by_id")
        batch_op.drop_index("ix_signal_antenna_id_state")
        batch_op.drop_index("ix_signal_about_member_id")

    op.drop_table("signal")
    with op.batch_alter_table("directory_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_directory_entry_owner_id")
        batch_op.drop_index("ix_directory_entry_antenna_id")

    op.drop_table("directory_entry")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION signal_line_only_erased()")
