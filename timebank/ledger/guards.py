"""Whether everything that guards the tables is still there: the triggers, the keys, the checks.

A database's owner can switch a trigger off or drop it and write what it would have refused.
``flask check-books`` says so, also when nothing was written yet. It goes by names: a guard whose
body was changed under the same name isn't told from the original.
"""

import re

from sqlalchemy import CheckConstraint, UniqueConstraint, inspect, text
from sqlalchemy.orm import Session

from timebank.ledger.replay import Fault
from timebank.orm import Base
from timebank.paths import data_dir

INVARIANT = 14
_CREATED = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)
_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


def check_guards(session: Session) -> tuple[Fault, ...]:
    """Every trigger of the migrations and every key and check of the models that isn't in force."""
    dialect = session.get_bind().dialect.name
    folder = data_dir("migrations") / "sql"
    scripts = sorted(folder.glob(f"*_{dialect}.sql"))
    wanted = {
        name for script in scripts for name in _CREATED.findall(script.read_text(encoding="utf-8"))
    } | _constraints_wanted()
    there = set(session.scalars(text(_THERE[dialect]))) | _constraints_there(session)
    return tuple(
        Fault(0, None, INVARIANT, f"the guard {name} is missing or switched off")
        for name in sorted(wanted - there)
    )


def _constraints_wanted() -> set[str]:
    kinds = (CheckConstraint, UniqueConstraint)
    named = {
        str(each.name) for table in Base.metadata.tables.values() for each in table.constraints
        if isinstance(each, kinds)
    }  # fmt: skip
    return named | {
        str(index.name) for table in Base.metadata.tables.values() for index in table.indexes if index.unique
    }


def _constraints_there(session: Session) -> set[str]:
    found = inspect(session.connection())
    there: set[str] = set()
    for table in found.get_table_names():
        there |= {str(each["name"]) for each in found.get_check_constraints(table)}
        there |= {str(each["name"]) for each in found.get_unique_constraints(table)}
        there |= {str(each["name"]) for each in found.get_indexes(table) if each["unique"]}
    return there
