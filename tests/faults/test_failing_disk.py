"""The disk under PostgreSQL fails while it writes: nothing is acknowledged that it doesn't hold."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import migrate, settings_for
from tests.faults.bank import children, close_tellers, gunicorn, kept, start_tellers, told
from tests.faults.counter import ENOUGH, Bank, books_hold, posted_in, wait_for_posts
from tests.faults.verdict import judge
from tests.postgres import PostgresCluster, own_cluster
from timebank.app import create_app

pytestmark = pytest.mark.faults

PANIC = "could not fdatasync file"
"""What PostgreSQL says before it stops all of itself: the kernel has forgotten what it couldn't write."""


@contextmanager
def failing_disk(cluster: PostgresCluster) -> Iterator[None]:
    """Each process of the server that waits for its disk for the second time or later hears that it failed."""
    assert cluster.server is not None
    parent = cluster.server.pid
    family = [f"--attach={pid}" for pid in (parent, *children(parent))]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", *family]
    fault = ["-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO:when=2+"]
    with subprocess.Popen([*command, *fault], stderr=subprocess.PIPE, text=True) as strace:
        try:
            time.sleep(0.5)
            if strace.poll() is not None and strace.stderr is not None:
                pytest.skip(f"strace can't look into other processes here: {strace.stderr.read().strip()}")
            yield
        finally:
            strace.terminate()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace isn't here: apt-get install strace")
def test_postgresql_on_a_failing_disk_loses_nothing_and_comes_back_by_itself(tmp_path: Path) -> None:
    with own_cluster(durable=True) as cluster:
        url = cluster.create_database()
        migrate(url, tmp_path)
        app = create_app(settings_for(url, tmp_path / "outbox"))
        with app.app_context():
            bank = Bank(url)
            bank.let_go()
            with gunicorn(url, tmp_path / "outbox") as (address, _pid):
                tellers = start_tellers(address, bank.token, tmp_path, 240, bank.uids)
                wait_for_posts(tmp_path)
                with failing_disk(cluster):
                    wait_for_panic(cluster)
                wait_for_posts(tmp_path, least=len(posted_in(tmp_path)) + ENOUGH)
                close_tellers(tellers)
            assert judge(told(tmp_path), kept()).faults == []
            assert books_hold()
            bank.let_go()


def wait_for_panic(cluster: PostgresCluster) -> None:
    """A control, too: the failure has reached the server."""
    assert cluster.server is not None
    end = time.monotonic() + 60
    while PANIC not in cluster.server.log:
        assert time.monotonic() < end, "no write failed in a minute"
        time.sleep(0.1)
