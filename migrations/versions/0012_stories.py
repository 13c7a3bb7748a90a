"""Stories, with their guards."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("translated_to", sa.String(), nullable=True),
        sa.Column("translation", sa.String(), nullable=False),
        sa.Column(
            "name_shown",
            sa.Enum("full", "first", "none", name="nameshown", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("for_report", sa.Boolean(), nullable=False),
        sa.Column("for_newsletter", sa.Boolean(), nullable=False),
        sa.Column("for_public", sa.Boolean(), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
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
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("use_until", sa.Date(), nullable=False),
        sa.Column("written_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("written_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("erased_at", timebank.orm.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(erased_at IS NOT NULL) = (words = '')", name=op.f("ck_story_words")),
        sa.CheckConstraint(
            "consent_channel IN ('talk', 'phone', 'card', 'slip', 'web', 'letter', 'mail', 'import', 'api')",
            name=op.f("ck_story_consent_channel"),
        ),
        sa.CheckConstraint("erased_at IS NOT NULL OR witness <> ''", name=op.f("ck_story_witness")),
        sa.CheckConstraint(
            "erased_at IS NULL OR (translation = '' AND witness = '')", name=op.f("ck_story_erased")
        ),
        sa.CheckConstraint("name_shown IN ('full', 'first', 'none')", name=op.f("ck_story_name_shown")),
        sa.CheckConstraint("for_report OR for_newsletter OR for_public", name=op.f("ck_story_uses")),
        sa.CheckConstraint("use_until >= consent_on", name=op.f("ck_story_use_until")),
        sa.CheckConstraint("withdrawn_at IS NULL OR erased_at IS NOT NULL", name=op.f("ck_story_withdrawn")),
        sa.ForeignKeyConstraint(["antenna_id"], ["antenna.id"], name=op.f("fk_story_antenna_id_antenna")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_story_member_id_member")),
        sa.ForeignKeyConstraint(["written_by_id"], ["person.id"], name=op.f("fk_story_written_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("uid", name=op.f("uq_story_uid")),
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index("ix_story_antenna_id", ["antenna_id"], unique=False)
        batch_op.create_index("ix_story_member_id", ["member_id"], unique=False)

    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"stories_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    op.drop_table("story")
