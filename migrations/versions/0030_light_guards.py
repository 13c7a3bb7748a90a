"""The guards of the books ask for less of the server on PostgreSQL; what they refuse stays the same."""

import re
from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
BEFORE = {
    "ledger_postgresql.sql": ("account_guard", "book_guard"),
    "given_postgresql.sql": ("account_given_guard",),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        run_script(op.get_bind(), (SQL / "light_guards_postgresql.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for script, triggers in BEFORE.items():
        text = (SQL / script).read_text(encoding="utf-8")
        for trigger in triggers:
            op.execute(f"DROP TRIGGER {trigger} ON {trigger.split('_')[0]}")
            (before,) = re.findall(rf"^CREATE TRIGGER {trigger} .*?;$", text, re.MULTILINE | re.DOTALL)
            op.execute(before)
    erased = (SQL / "erased_postgresql.sql").read_text(encoding="utf-8")
    (fault,) = re.findall(
        r"^CREATE OR REPLACE FUNCTION transfer_fault\(.*?^\$\$;$", erased, re.MULTILINE | re.DOTALL
    )
    op.execute(fault)
    op.execute("DROP FUNCTION transfer_mirrors(transfer)")
    op.execute("DROP FUNCTION keep_account_head()")
    op.execute("DROP FUNCTION keep_book_head()")
    op.execute("ALTER FUNCTION transfer_leaf(transfer) IMMUTABLE")
