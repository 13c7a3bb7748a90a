"""What a member wishes for their hours stands in one place; the older column, which nothing filled, goes."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("member", "wish_for_hours")


def downgrade() -> None:
    op.add_column("member", sa.Column("wish_for_hours", sa.String(), nullable=False, server_default=""))
