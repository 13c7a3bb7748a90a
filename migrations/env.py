"""Runs the migrations on the app's own engine, one at a time."""

from alembic import context
from flask import current_app
from sqlalchemy import Engine, text

import timebank.models  # noqa: F401 - makes every table known
from timebank.orm import Base


def engine() -> Engine:
    return current_app.extensions["migrate"].db.engine


def same_type(_context, _inspected, column, _inspected_type, _metadata_type):
    """The ledger's STRICT tables on SQLite say TEXT for what other types are stored as."""
    if context.get_context().dialect.name == "sqlite" and column.table.name in {
        "book",
        "account",
        "transfer",
        "limit_change",
        "period_closing",
    }:
        return False
    return None


def run() -> None:
    with engine().connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            compare_type=same_type,
            render_as_batch=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                # Whoever upgrades beside another waits for it, however long it takes.
                connection.execute(text("SET LOCAL lock_timeout = 0"))
                connection.execute(text("SELECT pg_advisory_xact_lock(7426351)"))
            context.run_migrations()
        connection.commit()


run()
