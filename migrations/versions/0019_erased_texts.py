"""A transfer whose text was erased can be restored on PostgreSQL too: its text's hash is all that is left."""

import re
from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
FAULT = re.compile(r"^CREATE FUNCTION (transfer_fault\(.*?^\$\$;)$", re.MULTILINE | re.DOTALL)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        run_script(op.get_bind(), (SQL / "erased_postgresql.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        (before,) = FAULT.findall((SQL / "batch_postgresql.sql").read_text(encoding="utf-8"))
        op.execute(f"CREATE OR REPLACE FUNCTION {before}")
