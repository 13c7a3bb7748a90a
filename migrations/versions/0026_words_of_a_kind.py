"""An antenna's own kind of help keeps the words by which people ask for it, per language."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("category", sa.Column("words", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("category", "words")
