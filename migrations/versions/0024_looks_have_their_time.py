"""A partner's look is kept for two years; the guard lets go of older ones."""

import re
from pathlib import Path

from alembic import op

from timebank.database import run_script

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"looks_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    on = "" if dialect == "sqlite" else " ON partner_look"
    op.execute(f"DROP TRIGGER partner_look_no_delete{on}")
    text = (SQL / f"erasure_{dialect}.sql").read_text(encoding="utf-8")
    end = "END;" if dialect == "sqlite" else ";"
    pattern = rf"^CREATE TRIGGER partner_look_no_delete .*?{end}$"
    (made,) = re.findall(pattern, text, flags=re.MULTILINE | re.DOTALL)
    run_script(op.get_bind(), made + "\n")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION keep_look()")
