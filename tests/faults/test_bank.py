"""The bank test: processes and the database are killed under load, and afterwards the books are right.

After Jepsen's bank test (jepsen.io): whatever a client was told must be true afterwards.
"""

import shutil
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.conftest import migrate, settings_for
from tests.factories import make_world
from tests.faults.bank import PEOPLE, gunicorn, kept, kill_workers, open_bank, repeating, start_tellers, told
from tests.faults.verdict import Kept, judge
from tests.postgres import own_cluster
from timebank.app import create_app
from timebank.clock import now
from timebank.extensions import db
from timebank.ledger.proof import check_books
from timebank.services.causes import check_causes
from timebank.uow import reading

pytestmark = pytest.mark.faults


def run_the_bank(url: str, folder: Path, seconds: float, also: Callable[[], None] | None = None) -> None:
    app = create_app(settings_for(url, folder / "outbox"))
    with app.app_context():
        world = make_world(now())
        token = open_bank(world)
        uids = [str(world.uids[name]) for name in PEOPLE]
        db.session.remove()
        db.engine.dispose()
        with gunicorn(url, folder / "outbox") as (address, master):
            tellers = start_tellers(address, token, folder, seconds, uids)
            with repeating(also, every=7) if also else nullcontext([]) as kills:
                killed = kill_workers(master, seconds)
            for teller in tellers:
                assert teller.wait(120) == 0
        verdict = judge(told(folder), kept())
        with reading() as session:
            proof = check_books(session)
            assert check_causes(session) == ()
        db.session.remove()
        db.engine.dispose()
    assert verdict.faults == []
    assert proof.faults == ()
    assert proof.checked > 50
    assert killed >= seconds / 6
    assert len(kills) >= 3 or also is None
    assert verdict.counts["posted"] > 50, verdict.counts
    assert verdict.counts["refused"] > 5, verdict.counts


def test_the_books_survive_kills_of_workers_and_of_postgresql(tmp_path: Path):
    with own_cluster(durable=True) as cluster:
        url = cluster.create_database()
        migrate(url, tmp_path)

        def kill_the_server() -> None:
            cluster.kill9()
            cluster.start()

        run_the_bank(url, tmp_path, 60, kill_the_server)


def test_the_books_survive_kills_of_the_process_that_writes_sqlite(tmp_path: Path, migrated_sqlite: Path):
    path = tmp_path / "timebank.sqlite"
    shutil.copy(migrated_sqlite, path)
    run_the_bank(f"sqlite:///{path}", tmp_path, 30)


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
