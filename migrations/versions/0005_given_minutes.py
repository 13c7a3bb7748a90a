"""An account keeps what it was credited since ever, so that a statement since ever adds nothing up."""

import re
from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
APPLY = re.compile(r"^CREATE TRIGGER transfer_apply .*?^END;$", re.MULTILINE | re.DOTALL)


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"given_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for trigger in ("account_given", "account_given_guard", "account_opens_ungiven"):
            op.execute(f"DROP TRIGGER {trigger} ON account")
        op.execute("DROP FUNCTION account_given()")
    else:
        for trigger in ("transfer_apply", "account_given_guard", "account_opens_ungiven"):
            op.execute(f"DROP TRIGGER {trigger}")
    op.execute("ALTER TABLE account DROP COLUMN given_minutes")
    if op.get_bind().dialect.name == "sqlite":
        (before,) = APPLY.findall((SQL / "ledger_sqlite.sql").read_text(encoding="utf-8"))
        run_script(op.get_bind(), before + "\n")
