"""INSERT OR REPLACE from a database shell removes nothing that is kept for good."""

import sqlite3

import pytest
from flask import Flask

from tests.factories import World
from timebank.extensions import db

KEPT = {
    "transfer": "INSERT OR REPLACE INTO transfer SELECT * FROM transfer LIMIT 1",
    "account": (
        "INSERT OR REPLACE INTO account (id, uid, book_id, kind, balance_minutes, version)"
        " SELECT 999, uid, book_id, kind, 0, 0 FROM account WHERE id = 3"
    ),
    "favour_transfer": (
        "INSERT OR REPLACE INTO favour_transfer SELECT id, favour_id, transfer_id, book_id, 77, reversal"
        " FROM favour_transfer LIMIT 1"
    ),
    "favour_confirmation": "INSERT OR REPLACE INTO favour_confirmation SELECT * FROM favour_confirmation LIMIT 1",
    "audit_entry": "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry LIMIT 1",
}


@pytest.mark.parametrize("table", KEPT)
def test_a_shell_replaces_nothing(app: Flask, world: World, table: str):
    if db.engine.dialect.name != "sqlite":
        return  # PostgreSQL has no REPLACE; its UPDATE and DELETE are refused in test_guards
    world.logged("ben")
    db.engine.dispose()
    shell = sqlite3.connect(str(db.engine.url.database))
    try:
        before = shell.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.IntegrityError, match="TB"):
            shell.execute(KEPT[table])
        shell.rollback()
        assert shell.execute(f"SELECT * FROM {table}").fetchall() == before
    finally:
        shell.close()


def test_a_row_with_the_id_of_an_older_transfer_removes_nothing(app: Flask, world: World):
    if db.engine.dialect.name != "sqlite":
        return
    world.logged("ben")
    db.engine.dispose()
    shell = sqlite3.connect(str(db.engine.url.database))
    forged = (
        "INSERT OR REPLACE INTO transfer SELECT book_id, seq + 1, id, debit_account_id, credit_account_id,"
        " minutes, debit_version + 1, debit_balance_minutes - minutes, credit_version + 1,"
        " credit_balance_minutes + minutes, kind, NULL, NULL, done_on, concerns_on, '2099-01-01 00:00:00.000000',"
        " actor_id, memo, memo_salt, memo_hash, hash FROM transfer LIMIT 1"
    )
    try:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            shell.execute(forged)
        assert shell.execute("SELECT count(*) FROM transfer").fetchone() == (1,)
    finally:
        shell.close()
