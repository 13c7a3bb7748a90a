"""A batch of transfers on PostgreSQL moves its book and each account once, not once a row."""

from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        run_script(op.get_bind(), (SQL / "batch_postgresql.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER transfer_batch ON transfer")
        op.execute("DROP FUNCTION transfer_batch()")
        op.execute("DROP FUNCTION transfer_fault(transfer, book, bigint, bytea, timestamptz)")
        op.execute("DROP TRIGGER transfer_post ON transfer")
        op.execute(
            "CREATE TRIGGER transfer_post BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_post()"
        )
