"""A photo beside a story, with a yes of its own; gone as soon as the story is."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"

DOWN = {
    "sqlite": ("DROP TRIGGER story_photo_goes",),
    "postgresql": (
        "DROP TRIGGER story_photo_goes ON story",
        "DROP FUNCTION story_photo_goes",
        "DROP TRIGGER story_photo_of_a_story ON story_photo",
        "DROP FUNCTION story_photo_of_a_story",
    ),
}


def upgrade() -> None:
    op.create_table(
        "story_photo",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("story_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("jpeg", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("added_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("added_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_photo")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_story_photo_story_id_story")),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["person.id"], name=op.f("fk_story_photo_added_by_id_person")
        ),
        sa.UniqueConstraint("story_id", name=op.f("uq_story_photo_story_id")),
        sa.CheckConstraint("alt <> ''", name=op.f("ck_story_photo_alt")),
        sa.CheckConstraint("witness <> ''", name=op.f("ck_story_photo_witness")),
        sa.CheckConstraint("length(jpeg) BETWEEN 100 AND 1400000", name=op.f("ck_story_photo_jpeg")),
        sa.CheckConstraint(
            "width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600", name=op.f("ck_story_photo_size")
        ),
    )
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"story_photos_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    for statement in DOWN[op.get_bind().dialect.name]:
        op.execute(statement)
    op.drop_table("story_photo")
