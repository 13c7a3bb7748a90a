"""People who were erased, and what of theirs the guards let go."""

import re
from pathlib import Path

import sqlalchemy as sa
from alembic import op

import timebank.orm
from timebank.database import run_script

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SQL = Path(__file__).resolve().parent.parent / "sql"
AS_BEFORE = {
    "sqlite": (("favour_confirmation_no_update", "favour_confirmation", "people"),),
    "postgresql": (("favour_confirmation_no_change", "favour_confirmation", "people"),),
}
CONSENT = ("member_consent_no_delete", "member_consent", "consents")


def upgrade() -> None:
    op.add_column("person", sa.Column("erased_at", timebank.orm.UtcDateTime(timezone=True), nullable=True))
    dialect = op.get_bind().dialect.name
    run_script(op.get_bind(), (SQL / f"erasure_{dialect}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    for trigger, table, script in (*AS_BEFORE[dialect], CONSENT):
        _drop(trigger, table)
        text = (SQL / f"{script}_{dialect}.sql").read_text(encoding="utf-8")
        end = "END;" if dialect == "sqlite" else ";"
        (made,) = re.findall(rf"^CREATE TRIGGER {trigger} .*?{end}$", text, flags=re.MULTILINE | re.DOTALL)
        run_script(op.get_bind(), made + "\n")
    _drop("partner_look_no_delete", "partner_look")
    _drop("person_erased_stays", "person")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION only_erased()")
        op.execute("DROP FUNCTION is_erased(bigint)")
    op.drop_column("person", "erased_at")


def _drop(trigger: str, table: str) -> None:
    on = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
    op.execute(f"DROP TRIGGER {trigger}{on}")
