"""Which databases are refused, and that one which is down for a moment is not."""

import psycopg
import pytest
from sqlalchemy import create_engine, event, text

from tests.postgres import PostgresCluster
from timebank.database import UnsafeDatabaseError, check_engine, journal_for, prepare_engine


@pytest.fixture
def database(postgres: PostgresCluster):
    url = postgres.create_database()
    yield url
    postgres.drop_database(url)


def engine_for(url: str, options: str = ""):
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://"), connect_args={"options": options}
    )
    prepare_engine(engine)
    return engine


@pytest.mark.postgres
def test_a_postgresql_that_may_lose_a_commit_is_refused(database: str):
    engine = engine_for(database, "-c synchronous_commit=off")
    with pytest.raises(UnsafeDatabaseError, match="synchronous_commit = on"):
        check_engine(engine)
    with pytest.raises(UnsafeDatabaseError):
        engine.connect()
    engine.dispose()


@pytest.mark.postgres
def test_a_safe_postgresql_is_taken(database: str):
    engine = engine_for(database)
    check_engine(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


@pytest.mark.postgres
def test_a_connection_that_was_cut_while_it_rested_is_made_anew(database: str, monkeypatch):
    monkeypatch.setattr("timebank.database.RESTED_SECONDS", 0)
    engine, other = engine_for(database), engine_for(database)
    with engine.connect() as connection:
        first = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": first})
    with engine.connect() as connection:
        assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != first
    engine.dispose()
    other.dispose()


def test_a_server_that_is_down_does_not_keep_the_app_from_starting(caplog):
    engine = engine_for("postgresql://127.0.0.1:9/nothing")
    check_engine(engine)
    assert "doesn't answer yet" in caplog.text
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 40, 1), ("DELETE", "EXTRA")),
        ((3, 44, 6), ("WAL", "FULL")),
        ((3, 45, 0), ("DELETE", "EXTRA")),
        ((3, 50, 7), ("WAL", "FULL")),
        ((3, 51, 2), ("DELETE", "EXTRA")),
        ((3, 51, 3), ("WAL", "FULL")),
    ],
)
def test_the_journal_is_the_one_that_is_safe_for_this_sqlite(version, journal):
    assert journal_for(version) == journal


def test_a_server_that_hangs_up_half_way_does_not_keep_the_app_from_starting(caplog):
    """It lets in while it starts again, and psycopg calls what is cut off then by several names."""

    def hang_up(*_about):
        raise psycopg.InterfaceError("the cursor is closed")

    engine = create_engine("postgresql+psycopg://127.0.0.1:9/nothing")
    event.listen(engine, "do_connect", hang_up)
    check_engine(engine)
    assert "doesn't answer yet" in caplog.text
