"""Storms that don't kill: the same request many times, a full disk, a caller who hangs up, a lock held.

Whatever a caller was told is true afterwards, and what isn't known is found out by asking again.
"""

import json
import socket
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from sqlalchemy import event

from tests.conftest import settings_for
from tests.faults.bank import close_tellers, gunicorn, kept, kill_all, start_tellers, told
from tests.faults.counter import ENOUGH, Bank, books_hold, posted_in, wait_for_posts
from tests.faults.verdict import judge
from tests.postgres import PostgresCluster
from timebank.app import create_app
from timebank.extensions import db

pytestmark = pytest.mark.faults

KEYS, AT_ONCE = 20, 20


def test_the_same_request_twenty_times_at_once_is_done_once(bank: Bank, tmp_path: Path) -> None:
    bank.let_go()
    orders = [bank.order() for _ in range(KEYS)]
    with gunicorn(bank.url, tmp_path / "outbox") as (address, _pid), ThreadPoolExecutor(AT_ONCE) as crowd:
        for order in orders:
            answers = Counter(crowd.map(lambda _n, order=order: bank.send(address, order), range(AT_ONCE)))
            assert answers == {(201, False): 1, (201, True): AT_ONCE - 1}
        other = orders[0] | {"minutes": 2}
        assert bank.send(address, other, orders[0]["wish"])[0] == 422
        too_much = bank.order(600)
        assert {bank.send(address, too_much)[0] for _ in range(2)} == {422}
    assert {each.gifts for each in kept().values()} == {1}
    assert len(kept()) == KEYS
    assert books_hold()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_its_key_the_same_request_is_done_twenty_times(bank: Bank, tmp_path: Path) -> None:
    """A negative control: the same storm over an app that forgets its keys."""
    bank.let_go()
    order = bank.order()
    careless = gunicorn(bank.url, tmp_path / "outbox", "tests.faults.mistakes:forget_keys()")
    with careless as (address, _pid), ThreadPoolExecutor(AT_ONCE) as crowd:
        list(crowd.map(lambda _n: bank.send(address, order), range(AT_ONCE)))
    assert kept()[order["wish"]].gifts > 1


def test_who_hangs_up_finds_out_by_asking_again(bank: Bank, tmp_path: Path) -> None:
    bank.let_go()
    orders = [bank.order() for _ in range(20)]
    with gunicorn(bank.url, tmp_path / "outbox") as (address, _pid):
        for order in orders:
            hang_up(address, bank.headers(order), json.dumps(order).encode())
        assert {bank.send(address, order)[0] for order in orders} == {201}
    assert {each.gifts for each in kept().values()} == {1}
    assert len(kept()) == len(orders)
    assert books_hold()


def hang_up(address: str, headers: dict[str, str], body: bytes) -> None:
    """Send a whole request, and be gone before the answer."""
    host, port = address.removeprefix("http://").split(":")
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"Host: {host}", f"Content-Length: {len(body)}", "Connection: close"]
    head = "\r\n".join(["POST /api/v1/gifts HTTP/1.1", *lines, "", ""])
    with socket.create_connection((host, int(port)), timeout=10) as caller:
        caller.sendall(head.encode() + body)
        # Reset at once: no wait for what the other side still has to say.
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sqlite_survives_the_end_of_everything_that_writes(bank: Bank, tmp_path: Path) -> None:
    bank.let_go()
    lines: list[dict[str, object]] = []
    for turn in range(2):
        folder = tmp_path / f"turn-{turn}"
        folder.mkdir()
        with gunicorn(bank.url, folder / "outbox") as (address, master):
            tellers = start_tellers(address, bank.token, folder, 120, bank.uids)
            wait_for_posts(folder)
            kill_all(master)
            close_tellers(tellers)
        lines += told(folder)
    verdict = judge(lines, kept())
    assert verdict.faults == []
    assert verdict.counts["posted"] >= 2 * ENOUGH
    with closing(sqlite3.connect(bank.url.removeprefix("sqlite:///"))) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert books_hold()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(bank: Bank, app: Flask) -> None:
    client = app.test_client()
    posted = []
    with full_disk(spare_pages=12):
        for _ in range(200):
            order = bank.order()
            answer = client.post("/api/v1/gifts", json=order, headers=bank.headers(order))
            if answer.status_code != 201:
                break
            posted.append(order["wish"])
        assert answer.status_code == 503
        assert client.get("/readyz").status_code == 200
    db.engine.dispose()
    again = client.post("/api/v1/gifts", json=order, headers=bank.headers(order))
    assert again.status_code == 201
    assert set(kept()) == {*posted, order["wish"]}
    assert posted
    assert books_hold()


@contextmanager
def full_disk(spare_pages: int) -> Iterator[None]:
    """SQLite may grow by so many pages and no more."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + spare_pages}")

    db.engine.dispose()
    event.listen(db.engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(db.engine, "connect", limit)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_who_waits_for_a_lock_hears_within_five_seconds(bank: Bank, app: Flask) -> None:
    client, order = app.test_client(), bank.order()
    with psycopg.connect(bank.url.replace("+psycopg", "")) as other:
        other.execute("SELECT id FROM book FOR UPDATE")
        begun = time.monotonic()
        answer = client.post("/api/v1/gifts", json=order, headers=bank.headers(order))
        assert time.monotonic() - begun < 5
        assert answer.status_code == 503
    begun = time.monotonic()
    answer = client.post("/api/v1/gifts", json=order, headers=bank.headers(order))
    assert (answer.status_code, time.monotonic() - begun < 5) == (201, True)
    assert books_hold()


def test_a_copy_made_under_load_has_all_that_was_acknowledged_before(
    bank: Bank, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    bank.let_go()
    with gunicorn(bank.url, tmp_path / "outbox") as (address, _pid):
        tellers = start_tellers(address, bank.token, tmp_path, 120, bank.uids, count=2)
        before = wait_for_posts(tmp_path)
        if bank.url.startswith("sqlite"):
            copy = copy_sqlite(bank.url, tmp_path / "copy.sqlite")
        else:
            copy = copy_postgresql(request.getfixturevalue("postgres"), bank.url, tmp_path / "copy.dump")
        wait_for_posts(tmp_path, least=len(posted_in(tmp_path)) + ENOUGH)
        close_tellers(tellers)
    lines, there = told(tmp_path), kept()
    bank.let_go()
    assert judge(lines, there).faults == []
    restored = create_app(settings_for(copy, tmp_path / "outbox"))
    with restored.app_context():
        assert before <= set(kept())
        assert books_hold()
        assert judge(lines, kept()).faults, "a control: the judge sees what came after the copy"
        bank.let_go()


def copy_sqlite(url: str, copy: Path) -> str:
    """As a nightly backup does it; the URL of the copy."""
    original = sqlite3.connect(url.removeprefix("sqlite:///"))
    with closing(original), closing(sqlite3.connect(copy)) as target:
        original.backup(target, pages=50)
    return f"sqlite:///{copy}"


def copy_postgresql(cluster: PostgresCluster, url: str, file: Path) -> str:
    """As a nightly backup does it, and put back into a database of its own; that one's URL."""
    cluster.dump(url, file)
    return cluster.restore(file)
