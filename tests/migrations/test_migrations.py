"""The schema goes up, down and up again with data in it, and it is what the models say, guards and all."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import CheckConstraint, Column, inspect, select, text

import timebank.models  # noqa: F401 - makes every table known
from tests.factories import NOW, World, make_world
from tests.unit.services.asking import ask_of, proposed, state_of_proposal
from tests.unit.services.bordering import agreed, handed_over
from timebank.extensions import db
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.orm import Base
from timebank.paths import data_dir
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import confirm_favour, dispute_favour, reverse_favour, undo_favour
from timebank.services.matchmaking.pools import end_pool
from timebank.services.promising.proposal_checks import may_pool
from timebank.uow import reading, transact

LEDGER = {"book", "account", "transfer", "limit_change", "period_closing"}
MIGRATIONS = sorted((data_dir("migrations") / "versions").glob("[0-9]*.py"))
BENS_MINUTES = -60 - 120 - 60
"""What ``favours_in`` comes to for Ben: one hour and two from Ana, one from Dia."""


def favours_in(world: World) -> None:
    """One favour of each kind: waiting, booked, disputed, undone, corrected, and with another antenna."""
    world.logged("ana", said="45 min")
    transact(confirm_favour, world.logged("ana"), actor=world.actor("ben"), now=NOW)
    disputed = world.logged("ben", said="2u")
    transact(dispute_favour, disputed, "It was shorter", actor=world.actor("ana"), now=NOW)
    undone = world.logged("fay", "ana", "fay")
    transact(undo_favour, undone, actor=world.actor("fay"), now=NOW + timedelta(minutes=1))
    corrected = world.logged("fay", "ben", "fay")
    transact(reverse_favour, corrected, "The wrong day", actor=world.actor("cora"), now=NOW)
    world.logged("ben", "dia", "ben")
    world.logged("ben", "fay", "ben", with_hours=False, said="")


def books_and_causes_hold() -> bool:
    with reading() as session:
        proof = check_books(session)
        return proof.holds and bool(proof.checked) and check_causes(session) == ()


def sql_text() -> str:
    """The guards as the migrations keep them, for this database."""
    folder = data_dir("migrations") / "sql"
    scripts = sorted(folder.glob(f"*_{db.engine.dialect.name}.sql"))
    assert len(scripts) >= 2
    return "\n".join(script.read_text(encoding="utf-8") for script in scripts)


def scalars(statement: str) -> set[str]:
    with db.engine.connect() as connection:
        return set(connection.scalars(text(statement)).all())


def triggers() -> set[str]:
    if db.engine.dialect.name == "sqlite":
        return scalars("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return scalars("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'")


def functions() -> set[str]:
    if db.engine.dialect.name == "sqlite":
        return set()
    return scalars("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")


def checks() -> set[str]:
    if db.engine.dialect.name == "sqlite":
        tables = scalars("SELECT sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")
        return {name for table in tables for name in re.findall(r"CONSTRAINT (ck_\w+) CHECK", table)}
    return scalars("SELECT conname FROM pg_constraint WHERE contype = 'c' AND convalidated")


def same_type(
    context: MigrationContext, _inspected: Any, column: Column[Any], _old: Any, _new: Any
) -> bool | None:
    """SQLite's STRICT tables of the ledger say TEXT for dates, ids and kinds: not to be compared."""
    strict = context.dialect.name == "sqlite" and column.table.name in LEDGER
    return False if strict else None


def test_the_schema_goes_up_down_and_up_again_with_data_in_it(app: Flask, world: World) -> None:
    favours_in(world)
    assert books_and_causes_hold()
    db.session.remove()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    assert triggers() == set()
    assert functions() == set()
    upgrade()
    again = make_world()
    favours_in(again)
    assert books_and_causes_hold()
    assert again.balance("ben") == BENS_MINUTES


def test_what_accounts_have_given_is_added_up_for_books_that_are_there(app: Flask, world: World) -> None:
    favours_in(world)
    db.session.remove()
    before = given_minutes()
    assert any(before.values())
    downgrade(revision="0003")
    upgrade()
    assert given_minutes() == before
    world.logged("ben", said="3u")
    assert books_and_causes_hold()


def given_minutes() -> dict[int, int]:
    with reading() as session:
        return {row.id: row.given_minutes for row in session.execute(select(Account.__table__))}


def test_agreements_and_questions_over_the_border_go_down_and_up(app: Flask, world: World) -> None:
    uid = handed_over(world)
    transact(end_pool, world.antenna, "marolles", actor=world.actor("cora"), now=NOW)
    agreed(world)
    kept = proposed(world, ask_of(world, "fay"), "dia")
    db.session.remove()
    downgrade(revision="0022")
    with db.engine.connect() as connection:
        assert len(connection.execute(text("SELECT * FROM pool")).all()) == 2
    upgrade()
    assert state_of_proposal(uid) == state_of_proposal(kept) == "taken_back"
    with reading() as session:
        assert may_pool(session, world.antenna, world.antennas["marolles"])
    assert state_of_proposal(proposed(world, ask_of(world, "hugo"), "dia")) == "handed_over"


def test_each_migration_goes_down_and_up_by_itself(app: Flask) -> None:
    def schema() -> tuple[set[str], ...]:
        return triggers(), checks(), functions(), set(inspect(db.engine).get_table_names())

    stages = [schema()]
    for _migration in MIGRATIONS:
        downgrade(revision="-1")
        stages.append(schema())
    assert stages[-1][3] == {"alembic_version"}
    for stage in reversed(stages[:-1]):
        upgrade(revision="+1")
        assert schema() == stage


def test_the_migrated_schema_is_what_the_models_say(app: Flask) -> None:
    with db.engine.connect() as connection:
        options = {"compare_type": same_type, "target_metadata": Base.metadata}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_every_trigger_and_function_of_the_scripts_is_there(app: Flask) -> None:
    script = sql_text()
    written = set(re.findall(r"^CREATE TRIGGER (\w+)", script, re.MULTILINE))
    assert len(written) >= 15
    assert triggers() == written
    assert functions() == set(re.findall(r"^CREATE FUNCTION (\w+)", script, re.MULTILINE))


def test_every_check_of_the_models_and_the_scripts_is_there(app: Flask) -> None:
    named = {
        str(constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    named |= set(re.findall(r"CONSTRAINT (ck_\w+) CHECK", sql_text()))
    assert len(named) >= 20
    assert named <= checks()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE transfer SET minutes = minutes + 15",
        "UPDATE transfer SET done_on = '2026-01-02'",
        "UPDATE transfer SET actor_id = actor_id + 1",
        "UPDATE transfer SET hash = memo_hash",
        "DELETE FROM transfer",
        "DELETE FROM transfer WHERE seq = (SELECT max(seq) FROM transfer)",
    ],
)
def test_a_database_shell_can_t_change_or_delete_a_transfer(
    world: World, database_url: str, statement: str
) -> None:
    world.logged("ben")
    db.engine.dispose()
    everything = "SELECT * FROM transfer ORDER BY book_id, seq"
    with closing(open_shell(database_url)) as shell:
        before = shell.execute(everything).fetchall()
        assert before
        shell.rollback()
        with pytest.raises((sqlite3.IntegrityError, psycopg.Error), match=r"TB000|append-only"):
            shell.execute(statement)
        shell.rollback()
        assert shell.execute(everything).fetchall() == before


def open_shell(url: str) -> Any:
    """A connection as any database tool opens it, with nothing of the application's."""
    if url.startswith("sqlite"):
        return sqlite3.connect(url.removeprefix("sqlite:///"))
    return psycopg.connect(url)
