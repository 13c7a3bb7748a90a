"""A PostgreSQL that takes its time is waited for; one that is cut off is asked again only under a key."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from flask import Flask
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from timebank.answering import QUIET_SECONDS, REST_SECONDS, Door, SilentServerError, answers
from timebank.extensions import db
from timebank.uow import RequestKey, transact, transact_once

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]


def test_a_statement_may_take_as_long_as_it_needs_while_the_server_lets_others_in(app: Flask) -> None:
    with db.engine.connect() as connection:
        slow = text("SELECT 'done' FROM pg_sleep(:seconds)")
        assert connection.execute(slow, {"seconds": QUIET_SECONDS * 2.5}).scalar_one() == "done"


def test_a_refusal_is_an_answer(database_url: str) -> None:
    assert answers(f"{database_url}-which-is-not-there")
    assert not answers("host=127.0.0.1 port=9")


def test_after_a_silence_nobody_knocks_for_a_moment(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, options = Door(), {"conninfo": database_url.replace("+psycopg", "")}
    connection = door.connect(None, None, [], options)
    with monkeypatch.context() as patched:
        patched.setattr("timebank.answering.QUIET_SECONDS", 0)
        patched.setattr("timebank.answering.answers", lambda _where: False)
        with pytest.raises(SilentServerError):
            connection.execute("SELECT pg_sleep(1)")
    assert connection.closed
    with pytest.raises(SilentServerError, match="a moment ago"):
        door.connect(None, None, [], options)
    time.sleep(REST_SECONDS)
    door.connect(None, None, [], options).close()


@contextmanager
def cut_off_once(url: str) -> Iterator[None]:
    """The next commit loses its connection on the way."""
    left = [1]

    def cut(connection) -> None:
        if left:
            left.pop()
            pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            with psycopg.connect(url, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))

    event.listen(db.engine, "commit", cut)
    try:
        yield
    finally:
        event.remove(db.engine, "commit", cut)


def counted(session: Session, runs: list[int]) -> int:
    session.execute(text("SELECT 1"))
    runs.append(len(runs))
    return len(runs)


def test_a_commit_that_was_cut_off_is_done_again_only_under_a_key(app: Flask, database_url: str) -> None:
    url = database_url.replace("+psycopg", "")
    runs: list[int] = []
    with cut_off_once(url), pytest.raises(OperationalError):
        transact(counted, runs)
    assert len(runs) == 1
    with cut_off_once(url):
        outcome = transact_once(RequestKey("s", "k", "f"), lambda count: {"count": count}, counted, runs)
    assert outcome.body == {"count": 3}
