"""A bank to be killed: gunicorn over a database, tellers that post, and hands that kill."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from tests.factories import World
from tests.faults.verdict import Kept
from timebank.clock import now
from timebank.domain.states import GiftState
from timebank.ledger.model import Account
from timebank.models.gift import Gift, GiftKind, GiftTransfer
from timebank.services.books.gifts import NewGift, approve_gift, give
from timebank.services.signing_in.tokens import create_token
from timebank.uow import reading, transact

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = ("ana", "ben", "fay", "hugo")
START_MINUTES = 600


def open_bank(world: World) -> str:
    """Give each member something to give away; a coordinator's token for the tellers."""
    moment = now()
    cora = world.actor("cora", now=moment)
    for name in PEOPLE:
        grant = NewGift(
            world.antenna, world.antenna, START_MINUTES, GiftKind.GRANT, None, world.members[name]
        )
        gift = transact(give, grant, actor=cora, now=moment)
        if gift.state is GiftState.PROPOSED:
            transact(approve_gift, gift.uid, actor=world.actor("carl", now=moment), now=moment)
    _row, secret = transact(create_token, "bank", ["gifts:write", "gifts:read"], actor=cora, now=moment)
    return secret


@contextmanager
def gunicorn(url: str, outbox: Path, wsgi: str = "wsgi:app", **more: str) -> Iterator[tuple[str, int]]:
    """The app as it is served: its address, and the pid of gunicorn's master.

    ``more`` goes into its environment.
    It is killed at the end: an orderly one takes seconds, and isn't what is tested here.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIMEBANK_")} | {
        "TIMEBANK_ENV": "testing",
        "TIMEBANK_DATABASE_URL": url,
        "TIMEBANK_OUTBOX_DIR": str(outbox),
        "TIMEBANK_BIND": bind,
        "TIMEBANK_WORKERS": "3",
        **more,
    }
    with (outbox.parent / "gunicorn.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.conf.py", wsgi],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://{bind}/healthz", server)
            yield f"http://{bind}", server.pid
        finally:
            if server.poll() is None:
                kill_all(server.pid)
            server.wait(60)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        assert server.poll() is None, "gunicorn has ended"
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("gunicorn doesn't answer")


def start_tellers(
    address: str, token: str, folder: Path, seconds: float, uids: list[str], count: int = 4
) -> list[subprocess.Popen[bytes]]:
    """Tellers, each in a process of its own, that post as fast as they are answered.

    They end after so many seconds, or when they are told to close (``close_tellers``).
    """
    command = [sys.executable, "-m", "tests.faults.teller", address, token]
    return [
        subprocess.Popen([*command, str(folder / f"teller-{n}.log"), str(seconds), str(n), *uids], cwd=ROOT)
        for n in range(count)
    ]


def close_tellers(tellers: list[subprocess.Popen[bytes]]) -> None:
    """Closing time: each finds out how its last order ended, and goes home."""
    for teller in tellers:
        teller.terminate()
    assert [teller.wait(120) for teller in tellers] == [0] * len(tellers)


def kill_workers(master: int, pace: float, enough: Callable[[int], bool], most_seconds: float) -> int:
    """Kill one of gunicorn's workers after the other with -9 until ``enough(killed)``; how many were killed.

    On a slow machine, where a new worker takes longer to start, they are killed at a slower ``pace``.
    """
    draw, killed = random.Random(7), 0
    end = time.monotonic() + most_seconds
    while not enough(killed):
        assert time.monotonic() < end, f"{killed} kills in {most_seconds} s, and still not enough happened"
        workers = children(master)
        if workers:
            try:
                os.kill(draw.choice(workers), signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
        time.sleep(pace * draw.uniform(1, 2.5))
    return killed


@contextmanager
def repeating(deed: Callable[[], None], every: float) -> Iterator[list[float]]:
    """Do ``deed`` again and again beside the block, with ``every`` seconds between; when it was done.

    What goes wrong with it there goes wrong here, at the end of the block.
    """
    done: list[float] = []
    wrong: list[Exception] = []
    over = threading.Event()

    def go_on() -> None:
        while not over.wait(every):
            try:
                deed()
            except Exception as error:
                wrong.append(error)
                return
            done.append(time.monotonic())

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield done
    finally:
        over.set()
        thread.join()
    if wrong:
        raise wrong[0]


@dataclass
class Looks:
    """What someone saw who looked at the whole bank again and again, each time in one snapshot."""

    looks: int = 0
    bad: list[str] = field(default_factory=list)

    def look(self) -> None:
        """One snapshot: nothing is made or lost, an account is what its newest entry says, none is below 0."""
        try:
            with reading() as session:
                total = session.scalar(select(func.sum(Account.balance_minutes)))
                moved = session.scalar(text(NEWEST_DIFFERS))
                below = session.scalar(text(BELOW_ZERO))
        except DBAPIError:
            return  # the database is down: nothing was seen
        self.looks += 1
        if total or moved or below:
            self.bad.append(f"sum {total}, {moved} accounts differ from their newest entry, {below} below 0")


NEWEST_DIFFERS = """
SELECT count(*) FROM account a WHERE a.version > 0 AND NOT EXISTS (
  SELECT 1 FROM transfer t WHERE
    (t.debit_account_id = a.id AND t.debit_version = a.version AND t.debit_balance_minutes = a.balance_minutes)
    OR (t.credit_account_id = a.id AND t.credit_version = a.version
      AND t.credit_balance_minutes = a.balance_minutes))
"""
BELOW_ZERO = """
SELECT count(*) FROM transfer t JOIN account a ON a.id = t.debit_account_id
WHERE a.kind = 'member' AND t.debit_balance_minutes < 0
"""
"""A gift is of at most what its giver has: in the bank nobody is ever below 0 but the pot."""


def children(parent: int) -> list[int]:
    text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(pid) for pid in text.split()]


def kill_all(master: int) -> None:
    """Gunicorn and its workers at once, as when the machine goes down under them."""
    os.kill(master, signal.SIGSTOP)  # or it would start new ones meanwhile
    for pid in (*children(master), master):
        os.kill(pid, signal.SIGKILL)


def told(folder: Path) -> list[dict[str, object]]:
    """Everything that the tellers wrote down; a last line cut off by a kill doesn't count."""
    lines = []
    for path in sorted(folder.glob("teller-*.log")):
        for line in path.read_bytes().split(b"\n")[:-1]:
            lines.append(json.loads(line))
    return lines


def kept() -> dict[str, Kept]:
    """What is in the books, by the key that each order carries as its wish."""
    query = (
        select(Gift.wish, func.count(Gift.id.distinct()), func.count(GiftTransfer.id), func.max(Gift.minutes))
        .outerjoin(GiftTransfer, GiftTransfer.gift_id == Gift.id)
        .where(Gift.wish != "")
        .group_by(Gift.wish)
    )
    with reading() as session:
        return {
            wish: Kept(gifts, transfers, minutes)
            for wish, gifts, transfers, minutes in session.execute(query)
        }
