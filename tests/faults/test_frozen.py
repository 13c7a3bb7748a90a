"""PostgreSQL freezes: nothing of it moves, and its connections stay open as if all were well.

Whoever asks hears so within five seconds, no worker is lost over it, and work goes on by itself.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import migrate, settings_for
from tests.faults.bank import children, close_tellers, gunicorn, kept, start_tellers, told
from tests.faults.counter import Bank, books_hold, wait_for_posts
from tests.faults.verdict import judge
from tests.postgres import PostgresCluster, own_cluster
from timebank.app import create_app

pytestmark = pytest.mark.faults

FROZEN_SECONDS = 10
HEARD_WITHIN_SECONDS = 5
WORKERS = 3


@pytest.fixture
def cluster() -> Iterator[PostgresCluster]:
    with own_cluster(durable=False) as cluster:
        yield cluster


@pytest.fixture
def app(cluster: PostgresCluster, tmp_path: Path) -> Iterator[Flask]:
    url = cluster.create_database()
    migrate(url, tmp_path)
    app = create_app(settings_for(url, tmp_path / "outbox"))
    with app.app_context():
        yield app


@pytest.fixture
def bank(app: Flask, cluster: PostgresCluster) -> Iterator[Bank]:
    bank = Bank(app.config["SQLALCHEMY_DATABASE_URI"])
    yield bank
    bank.let_go()


def timed(bank: Bank, address: str, patience: float = 60) -> tuple[int, float]:
    """(status or 0, seconds) of one order."""
    begun = time.monotonic()
    try:
        status, _replayed = bank.send(address, bank.order(), patience=patience)
    except TimeoutError:
        status = 0
    return status, time.monotonic() - begun


def test_a_frozen_server_is_told_within_seconds_and_work_goes_on_when_it_thaws(
    bank: Bank, cluster: PostgresCluster, tmp_path: Path
) -> None:
    bank.let_go()
    with gunicorn(bank.url, tmp_path / "outbox") as (address, master), ThreadPoolExecutor(WORKERS) as crowd:
        tellers = start_tellers(address, bank.token, tmp_path, 120, bank.uids, count=2)
        wait_for_posts(tmp_path)
        close_tellers(tellers)
        workers = set(children(master))
        heard: list[tuple[int, float]] = []
        with cluster.frozen():
            end = time.monotonic() + FROZEN_SECONDS
            while time.monotonic() < end:
                heard += crowd.map(lambda _n: timed(bank, address), range(WORKERS))
        status, seconds = until_it_works(bank, address)
        assert {each for each, _seconds in heard} == {503}
        assert max(took for _each, took in heard) < HEARD_WITHIN_SECONDS
        assert (status, seconds < HEARD_WITHIN_SECONDS) == (201, True)
        assert set(children(master)) == workers
        assert len(heard) >= WORKERS * FROZEN_SECONDS / HEARD_WITHIN_SECONDS


def until_it_works(bank: Bank, address: str) -> tuple[int, float]:
    """Ask again and again, as people do; how the last one ended, and after how many seconds."""
    begun = time.monotonic()
    while time.monotonic() < begun + 30:
        status, _seconds = timed(bank, address)
        if status == 201:
            break
        time.sleep(0.2)
    return status, time.monotonic() - begun


def test_what_was_on_its_way_when_the_server_froze_is_found_out_by_asking_again(
    bank: Bank, cluster: PostgresCluster, tmp_path: Path
) -> None:
    bank.let_go()
    with gunicorn(bank.url, tmp_path / "outbox") as (address, _master):
        tellers = start_tellers(address, bank.token, tmp_path, 120, bank.uids)
        for _turn in range(3):
            wait_for_posts(tmp_path, least=len(kept()) + 4)
            with cluster.frozen():
                time.sleep(4)
        close_tellers(tellers)
    verdict = judge(told(tmp_path), kept())
    assert verdict.faults == []
    assert verdict.counts["posted"] >= 12
    assert books_hold()


def test_without_a_look_at_the_server_nobody_hears_within_five_seconds(
    bank: Bank, cluster: PostgresCluster, tmp_path: Path
) -> None:
    """A negative control: the same app, which trusts that an answer will come."""
    bank.let_go()
    careless = "tests.faults.mistakes:wait_for_ever()"
    with gunicorn(bank.url, tmp_path / "outbox", careless) as (address, _master):
        assert timed(bank, address)[0] == 201
        time.sleep(1)
        with cluster.frozen(), ThreadPoolExecutor(WORKERS) as crowd:
            heard = list(crowd.map(lambda _n: timed(bank, address, HEARD_WITHIN_SECONDS), range(WORKERS)))
        assert 0 in {status for status, _seconds in heard}
