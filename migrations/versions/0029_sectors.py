"""The statistical sector of each street of an antenna."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "street_sector",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("antenna_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("street_key", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("brought_in_at", timebank.orm.UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint("street_key <> '' AND sector <> ''", name=op.f("ck_street_sector_names")),
        sa.ForeignKeyConstraint(
            ["antenna_id"], ["antenna.id"], name=op.f("fk_street_sector_antenna_id_antenna")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_sector")),
        sa.UniqueConstraint("antenna_id", "street_key", name=op.f("uq_street_sector_antenna_id_street_key")),
    )


def downgrade() -> None:
    op.drop_table("street_sector")
