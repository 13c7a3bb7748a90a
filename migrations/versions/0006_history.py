"""When limits and closings held; what is booked keeps its facts; nothing kept for good is truncated."""

import re
from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
TRIGGER = re.compile(r"^CREATE TRIGGER (\w+)\s+(?:BEFORE|AFTER)[^;]*?\sON (\w+)", re.MULTILINE)
FUNCTIONS = "keep_limits(), keep_closing(), true_history(), keep_booked(), keep_account(), favour_confirmation_person()"


def upgrade() -> None:
    run_script(op.get_bind(), _script())


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table in TRIGGER.findall(_script()):
        op.execute(f"DROP TRIGGER {name} ON {table}" if postgresql else f"DROP TRIGGER {name}")
    op.execute("DROP TABLE limit_change")
    op.execute("DROP TABLE period_closing")
    if postgresql:
        op.execute(f"DROP FUNCTION {FUNCTIONS}")


def _script() -> str:
    return (SQL / f"history_{op.get_bind().dialect.name}.sql").read_text(encoding="utf-8")
