"""Storms that don't kill: the same request many times, a full disk, a caller who hangs up, a lock held.

Whatever a caller was told is true afterwards, and what isn't known is found out by asking again.
"""

import json
import os
import shutil
import signal
import socket
import sqlite3
import time
import urllib.error
import urllib.request
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import event

from tests.conftest import settings_for
from tests.factories import World, make_world
from tests.faults.bank import PEOPLE, children, gunicorn, kept, open_bank, start_tellers, told
from tests.faults.verdict import judge
from timebank.app import create_app
from timebank.clock import now
from timebank.extensions import db
from timebank.ledger.proof import check_books
from timebank.services.causes import check_causes
from timebank.uow import reading

pytestmark = pytest.mark.faults

KEYS, AT_ONCE = 20, 20
ENOUGH = 4
"""So many acknowledged posts make a blow worth while, however slow the machine is."""


class Bank:
    """The world of the bank, its token, and orders for it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.world: World = make_world(now())
        self.token = open_bank(self.world)
        self.uids = [str(self.world.uids[name]) for name in PEOPLE]

    def order(self, minutes: int = 1) -> dict[str, Any]:
        """A gift from Ana to Ben, whose wish is its key."""
        places = {"from_antenna": "heembeek", "to_antenna": "heembeek"}
        people = {"from_member": self.uids[0], "to_member": self.uids[1]}
        return places | people | {"minutes": minutes, "wish": str(uuid.uuid4())}

    def headers(self, order: dict[str, Any]) -> dict[str, str]:
        """What goes with it: whose token, which key."""
        return {
            "Authorization": f"Bearer {self.token}",
            "Idempotency-Key": order["wish"],
            "Content-Type": "application/json",
        }

    def send(self, address: str, order: dict[str, Any], key: str = "") -> tuple[int, bool]:
        """(status, whether it is a replay)."""
        headers = self.headers(order) | ({"Idempotency-Key": key} if key else {})
        request = urllib.request.Request(f"{address}/api/v1/gifts", json.dumps(order).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, "Idempotent-Replayed" in answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, False

    def let_go(self) -> None:
        """Leave the database to the server."""
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def bank(app: Flask, database_url: str) -> Bank:
    return Bank(database_url)


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).faults == () and check_causes(session) == ()


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


def wait_for_posts(folder: Path) -> set[object]:
    """Wait until the tellers are at work; the keys of what was acknowledged by then."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        posted = {line["key"] for line in told(folder) if line["said"] == "posted"}
        if len(posted) >= ENOUGH:
            return posted
        time.sleep(0.1)
    raise AssertionError("nothing was posted in a minute")


def kill_all(master: int) -> None:
    """The whole group at once, as when the machine goes down under them."""
    for pid in (master, *children(master)):
        os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sqlite_survives_the_end_of_everything_that_writes(bank: Bank, tmp_path: Path) -> None:
    bank.let_go()
    lines: list[dict[str, object]] = []
    for turn in range(2):
        folder = tmp_path / f"turn-{turn}"
        folder.mkdir()
        with gunicorn(bank.url, folder / "outbox") as (address, master):
            tellers = start_tellers(address, bank.token, folder, 6, bank.uids)
            wait_for_posts(folder)
            kill_all(master)
            for teller in tellers:
                assert teller.wait(60) == 0
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


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_copy_made_under_load_has_all_that_was_acknowledged_before(bank: Bank, tmp_path: Path) -> None:
    bank.let_go()
    path, copy = bank.url.removeprefix("sqlite:///"), tmp_path / "copy.sqlite"
    with gunicorn(bank.url, tmp_path / "outbox") as (address, _pid):
        tellers = start_tellers(address, bank.token, tmp_path, 6, bank.uids, count=2)
        before = wait_for_posts(tmp_path)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target, pages=50)
        for teller in tellers:
            assert teller.wait(60) == 0
    lines, there = told(tmp_path), kept()
    bank.let_go()
    assert judge(lines, there).faults == []
    restored = create_app(settings_for(f"sqlite:///{copy}", tmp_path / "outbox"))
    with restored.app_context():
        assert before
        assert before <= set(kept())
        assert books_hold()
        assert judge(lines, kept()).faults, "a control: the judge sees what came after the copy"
        bank.let_go()
    shutil.rmtree(tmp_path / "outbox", ignore_errors=True)
