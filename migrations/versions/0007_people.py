"""Wrong codes are counted on the card they were tried on; a role and a consent can end at once."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


FAILURES = "CONSTRAINT ck_printed_card_failures CHECK (failures >= 0)"


def upgrade() -> None:
    # Plain ALTERs: copying a table on SQLite would drop it under the rows that refer to it.
    op.execute(f"ALTER TABLE printed_card ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 {FAILURES}")
    for table in ("role_mandate", "helper"):
        op.add_column(table, sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for table in ("helper", "role_mandate"):
        op.drop_column(table, "ended_at")
    op.drop_column("printed_card", "failures")
