"""What a database shell can't do to signals: end, change or erase one past their life's table."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import World
from tests.unit.services.test_signals import erased, told
from timebank.extensions import db


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM signal_line",
        "DELETE FROM signal",
        "UPDATE signal SET channel = 'mail'",
        "UPDATE signal_line SET words = 'something else'",
        "UPDATE signal_line SET deed = 'line'",
        "UPDATE signal_line SET actor_id = NULL",
    ],
)
def test_a_database_shell_can_t_change_what_was_erased(world: World, statement: str) -> None:
    erased(world)
    with (
        pytest.raises((IntegrityError, DBAPIError), match=r"TB000|append-only"),
        db.engine.begin() as connection,
    ):
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE signal SET words = ''",
        "UPDATE signal SET state = 'erased', words = '', about_words = '', told_by = ''",
        "UPDATE signal SET state = 'ended'",
        "UPDATE signal SET state = 'followed'",
        "UPDATE signal SET about_words = ''",
        "UPDATE signal SET outcome = 'forgotten'",
        "UPDATE signal_line SET words = ''",
        "DELETE FROM signal_line",
    ],
)
def test_a_database_shell_can_t_erase_or_end_what_is_open(world: World, statement: str) -> None:
    told(world)
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", ["signal", "signal_line"])
def test_a_database_shell_replaces_nothing(world: World, table: str) -> None:
    if db.engine.dialect.name != "sqlite":
        return  # PostgreSQL has no REPLACE; its UPDATE and DELETE are refused above
    told(world)
    with pytest.raises(IntegrityError, match="TB000"), db.engine.begin() as connection:
        connection.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
