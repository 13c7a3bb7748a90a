"""Wrong codes are counted on the card they were tried on; a role and a consent can end at once."""

import sqlalchemy as sa
from alembic import op

import timebank.orm

revision = "0008"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("printed_card", schema=None) as batch_op:
        batch_op.add_column(sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_check_constraint(op.f("ck_printed_card_failures"), "failures >= 0")
    with op.batch_alter_table("printed_card", schema=None) as batch_op:
        batch_op.alter_column("failures", server_default=None)
    for table in ("role_mandate", "helper"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("ended_at", timebank.orm.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for table in ("helper", "role_mandate"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("ended_at")
    with op.batch_alter_table("printed_card", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_printed_card_failures"), type_="check")
        batch_op.drop_column("failures")
