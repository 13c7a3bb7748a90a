"""Population figures of the areas of antennas."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "population_figure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("part_of", sa.String(), nullable=False),
        sa.Column(
            "grouping",
            sa.Enum(
                "all", "language", "age_band", "gender_words", name="grouping", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("brought_in_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(grouping = 'all') = (group_name = '')", name=op.f("ck_population_figure_group_name")
        ),
        sa.CheckConstraint(
            "area <> '' AND source <> '' AND area <> part_of", name=op.f("ck_population_figure_area")
        ),
        sa.CheckConstraint(
            "grouping IN ('all', 'language', 'age_band', 'gender_words')",
            name=op.f("ck_population_figure_grouping"),
        ),
        sa.CheckConstraint(
            "homes IS NULL OR (grouping = 'all' AND homes BETWEEN 0 AND 20000000)",
            name=op.f("ck_population_figure_homes"),
        ),
        sa.CheckConstraint(
            "inhabitants BETWEEN 0 AND 20000000", name=op.f("ck_population_figure_inhabitants")
        ),
        sa.CheckConstraint("year BETWEEN 1990 AND 2100", name=op.f("ck_population_figure_year")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_population_figure_antenna_id_antenna")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_population_figure")),
        sa.UniqueConstraint(
            "antenna_id",
            "year",
            "area",
            "grouping",
            "group_name",
            name=op.f("uq_population_figure_antenna_id_year_area_grouping_group_name"),
        ),
    )


def downgrade() -> None:
    op.drop_table("population_figure")
