"""The bank test: processes and the database are killed under load, and afterwards the books are right.

After Jepsen's bank test (jepsen.io): whatever a client was told must be true afterwards.
"""

import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import astuple, dataclass
from itertools import cycle
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from tests.conftest import migrate, settings_for
from tests.factories import make_world
from tests.faults.bank import (
    PEOPLE,
    Looks,
    close_tellers,
    gunicorn,
    kept,
    kill_workers,
    open_bank,
    repeating,
    start_tellers,
    told,
)
from tests.faults.counter import posted_in
from tests.faults.verdict import Kept, Verdict, judge
from tests.postgres import PostgresCluster, own_cluster
from timebank.app import create_app
from timebank.clock import now
from timebank.extensions import db
from timebank.ledger.guards import check_guards
from timebank.ledger.proof import check_books
from timebank.ledger.replay import Fault
from timebank.services.books.causes import check_causes
from timebank.uow import reading

pytestmark = pytest.mark.faults

QUICK_START_SECONDS = 3
"""How long gunicorn takes to start on an idle machine; one that takes longer is killed at longer intervals."""


AT_MOST_SECONDS = 600
"""How long a slow machine may take until enough has happened; an idle one takes half a minute."""


@dataclass(frozen=True)
class Enough:
    """So much must have happened, on any machine, before it proves something."""

    killed: int = 10
    struck: int = 0
    posted: int = 60
    refused: int = 6
    looks: int = 30

    def is_met(self, happened: "Enough") -> bool:
        return all(least <= found for least, found in zip(astuple(self), astuple(happened), strict=True))


@dataclass(frozen=True)
class Outcome:
    """What is to be judged when the killing is over."""

    verdict: Verdict
    looks: Looks
    faults: tuple[Fault, ...]
    checked: int
    killed: int
    struck: int


def run_the_bank(
    url: str,
    folder: Path,
    enough: Enough | Callable[[], bool],
    strike: Callable[[], None] | None = None,
    *,
    wsgi: str = "wsgi:app",
    every: float = 3,
) -> Outcome:
    looks = Looks()
    app = create_app(settings_for(url, folder / "outbox"))
    with app.app_context():
        world = make_world(now())
        token = open_bank(world)
        uids = [str(world.uids[name]) for name in PEOPLE]
        db.session.remove()
        db.engine.dispose()

        def look() -> None:
            with app.app_context():
                looks.look()

        begun = time.monotonic()
        with gunicorn(url, folder / "outbox", wsgi) as (address, master):
            pace = max(1.0, (time.monotonic() - begun) / QUICK_START_SECONDS)
            tellers = start_tellers(address, token, folder, AT_MOST_SECONDS, uids)

            def over(killed: int) -> bool:
                if not isinstance(enough, Enough):
                    return enough()
                said = Counter(line["said"] for line in told(folder))
                return enough.is_met(
                    Enough(killed, len(strikes), said["posted"], said["refused"], looks.looks)
                )

            striking = repeating(strike, every * pace) if strike else nullcontext([])
            with striking as strikes, repeating(look, 0.1):
                killed = kill_workers(master, pace, over, AT_MOST_SECONDS)
            close_tellers(tellers)
        verdict = judge(told(folder), kept())
        looks.look()
        with reading() as session:
            proof = check_books(session)
            faults = proof.faults + check_causes(session) + check_guards(session)
        db.session.remove()
        db.engine.dispose()
    return Outcome(verdict, looks, faults, proof.checked, killed, len(strikes))


def assert_all_is_right(outcome: Outcome) -> None:
    assert outcome.verdict.faults == []
    assert outcome.looks.bad == []
    assert outcome.faults == ()
    assert outcome.checked >= Enough().posted


def test_the_books_survive_kills_of_workers_and_of_postgresql(tmp_path: Path):
    with own_cluster(durable=True) as cluster:
        url = cluster.create_database()
        migrate(url, tmp_path)
        strikes = cycle((kill_the_server, kill_one_backend, stop_at_once))
        outcome = run_the_bank(url, tmp_path, Enough(struck=6), lambda: next(strikes)(cluster))
    assert_all_is_right(outcome)


def kill_the_server(cluster: PostgresCluster) -> None:
    cluster.kill9()
    cluster.start()


def stop_at_once(cluster: PostgresCluster) -> None:
    cluster.stop("immediate")
    cluster.start()


def kill_one_backend(cluster: PostgresCluster) -> None:
    """SIGKILL one process that serves a connection: the server ends all the others and recovers."""
    with psycopg.connect(cluster.admin_url, autocommit=True, connect_timeout=10) as admin:
        found = admin.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        ).fetchone()
    if found:
        with suppress(ProcessLookupError):  # its worker may have been killed just now, and it went too
            os.kill(found[0], signal.SIGKILL)


def test_the_books_survive_kills_of_the_process_that_writes_sqlite(tmp_path: Path, migrated_sqlite: Path):
    path = tmp_path / "timebank.sqlite"
    shutil.copy(migrated_sqlite, path)
    outcome = run_the_bank(f"sqlite:///{path}", tmp_path, Enough())
    assert_all_is_right(outcome)


def test_the_bank_finds_what_an_app_does_that_forgets_its_keys(tmp_path: Path, migrated_sqlite: Path):
    """A negative control: the same bank over an app with one guarantee taken out."""
    path = tmp_path / "timebank.sqlite"
    shutil.copy(migrated_sqlite, path)

    def done_twice() -> bool:
        return any(each.gifts > 1 for each in kept().values())

    careless = "tests.faults.mistakes:forget_keys()"
    outcome = run_the_bank(f"sqlite:///{path}", tmp_path, done_twice, wsgi=careless)
    assert outcome.verdict.faults, outcome.verdict.counts


def test_the_bank_finds_what_a_server_loses_that_doesn_t_wait_for_its_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A negative control: PostgreSQL acknowledges before it has written; the app would refuse to start."""
    monkeypatch.setattr("timebank.database.MUST_BE_ON", ("fsync",))
    careless = {"synchronous_commit": "off", "wal_writer_delay": "10s"}
    with own_cluster(durable=True, **careless) as cluster:
        url = cluster.create_database()
        migrate(url, tmp_path)

        def something_is_lost() -> bool:
            posted = posted_in(tmp_path)
            try:
                return not posted <= set(kept())
            except DBAPIError:
                return False  # the server is being killed right now

        outcome = run_the_bank(
            url,
            tmp_path,
            something_is_lost,
            lambda: kill_the_server(cluster),
            wsgi="tests.faults.mistakes:trust_the_server()",
        )
    assert [fault for fault in outcome.verdict.faults if "was posted" in fault]


SENT = {"key": "a", "said": "sent", "minutes": 30}
RIGHT = Kept(gifts=1, transfers=1, minutes=30)


@pytest.mark.parametrize(
    ("lines", "there", "right"),
    [
        ([SENT, {"key": "a", "said": "posted"}], {"a": RIGHT}, True),
        ([SENT, {"key": "a", "said": "refused"}], {}, True),
        ([SENT], {}, True),
        ([SENT], {"a": RIGHT}, True),
        ([SENT, {"key": "a", "said": "posted"}], {}, False),
        ([SENT, {"key": "a", "said": "posted"}], {"a": Kept(2, 2, 30)}, False),
        ([SENT, {"key": "a", "said": "posted"}], {"a": Kept(1, 2, 30)}, False),
        ([SENT, {"key": "a", "said": "posted"}], {"a": Kept(1, 1, 31)}, False),
        ([SENT, {"key": "a", "said": "refused"}], {"a": RIGHT}, False),
        ([SENT], {"a": Kept(1, 0, 30)}, False),
        ([SENT, {"key": "a", "said": "posted"}, {"key": "a", "said": "contradicted"}], {"a": RIGHT}, False),
        ([], {"b": RIGHT}, False),
    ],
)
def test_the_judge_finds_what_is_wrong(lines, there, right):
    assert (judge(lines, there).faults == []) is right
