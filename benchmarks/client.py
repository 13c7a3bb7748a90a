"""One client: a process that posts as fast as it is answered, when it is told to.

``python -m benchmarks.client KIND URL FOLDER NUMBER OF``. It says 'ready', then for each line
'SECONDS' on its input it works that long and answers how many posts were committed.
"""

import random
import sqlite3
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.network import ANTENNAS, Place, open_app, read_places
from timebank.clock import now
from timebank.database import journal_for
from timebank.domain.days import network_day
from timebank.ledger.model import TransferKind
from timebank.ledger.orders import TransferOrder
from timebank.services.books.bookkeeping import book_orders
from timebank.services.giving.favours import NearDoubleError, log_favour
from timebank.services.giving.new_favour import NewFavour
from timebank.services.network.actors import actor_of
from timebank.uow import RequestKey, reading, transact, transact_once

DAYS = 300
ROWS = 1000


def main() -> None:
    """Do what the command line says."""
    kind, url, folder, number, _of = sys.argv[1:]
    draw = random.Random(int(number))
    with ExitStack() as stack:
        if kind == "raw":
            deed = raw_transfer(Path(folder), draw)
        else:
            stack.enter_context(open_app(url, Path(folder)))
            places = read_places(Path(folder) / "places.json")
            deed = {"transfer": transfers, "wide": wide_transfers, "favour": favours}[kind](places, draw)
        deed()
        print("ready", flush=True)
        for line in sys.stdin:
            print(repeat(deed, float(line)), flush=True)


def repeat(deed: Callable[[], bool], seconds: float) -> int:
    """Do it again and again; how often it was done."""
    end, done = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        done += deed()
    return done


def transfers(places: list[Place], draw: random.Random) -> Callable[[], bool]:
    """The ledger's own post, one transaction each, within the first antenna."""
    here = [each for each in places if each.book_id == places[0].book_id]
    return lambda: _post(here, draw)


def wide_transfers(places: list[Place], draw: random.Random) -> Callable[[], bool]:
    """The same over all antennas."""
    books = [each.book_id for each in places[:: len(places) // ANTENNAS]]
    by_book = [[each for each in places if each.book_id == book] for book in books]
    return lambda: _post(draw.choice(by_book), draw)


def _post(places: list[Place], draw: random.Random) -> bool:
    receiver, giver = draw.sample(places, 2)
    order = TransferOrder(
        key=uuid.uuid4(),
        book_id=receiver.book_id,
        debit_account_id=receiver.account_id,
        credit_account_id=giver.account_id,
        minutes=draw.randint(1, 240),
        kind=TransferKind.FAVOUR,
        done_on=date(2026, 1, 1),
        actor_id=receiver.person_id,
    )
    moment = now()
    transact(book_orders, [order], now=moment)
    return True


def favours(places: list[Place], draw: random.Random) -> Callable[[], bool]:
    """A favour that its receiver writes down: favour, agreement, transfer, audit, notice, key."""
    here = [each for each in places if each.book_id == places[0].book_id]
    with reading() as session:
        actors = {each.member_id: actor_of(session, each.person_id, now=now()) for each in here}
    back: list[tuple[Place, Place, int]] = []

    def once() -> bool:
        giver, receiver = draw.sample(here, 2)
        quarters = draw.randint(1, 12)
        if back:
            giver, receiver, quarters = back.pop()
        else:
            back.append((receiver, giver, quarters))
        moment = now()
        new = NewFavour(
            antenna_id=receiver.antenna_id,
            giver_ids=(giver.member_id,),
            receiver_ids=(receiver.member_id,),
            done_on=network_day(moment) - timedelta(days=1 + draw.randrange(DAYS)),
            time_said=f"{15 * quarters} min",
        )
        request = RequestKey("bench", str(uuid.uuid4()), "")
        try:
            transact_once(request, _encode, log_favour, new, actor=actors[receiver.member_id], now=moment)
        except NearDoubleError:
            return False
        return True

    return once


def _encode(favour: Any) -> dict[str, Any]:
    assert favour.state.value == "confirmed", favour.state
    return {"uid": str(favour.uid)}


def make_raw(folder: Path) -> None:
    """The tables of the raw yardstick, beside the database that is measured."""
    connection = sqlite3.connect(folder / "raw.sqlite")
    connection.executescript(
        "CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL);"
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, account INTEGER, minutes INTEGER, at TEXT);"
    )
    connection.executemany("INSERT INTO account VALUES (?, 0)", [(number,) for number in range(1, ROWS)])
    connection.commit()
    connection.close()


def raw_transfer(folder: Path, draw: random.Random) -> Callable[[], bool]:
    """Two UPDATEs and two INSERTs in one transaction, on the same disk with the same pragmas."""
    connection = sqlite3.connect(folder / "raw.sqlite", isolation_level=None, timeout=15)
    journal, synchronous = journal_for(sqlite3.sqlite_version_info)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute(f"PRAGMA synchronous = {synchronous}")

    def once() -> bool:
        debit, credit, minutes = draw.randrange(1, ROWS), draw.randrange(1, ROWS), draw.randint(1, 240)
        connection.execute("BEGIN IMMEDIATE")
        for account, change in ((debit, -minutes), (credit, minutes)):
            connection.execute("UPDATE account SET balance = balance + ? WHERE id = ?", (change, account))
            row = (account, change, "2026-01-01")
            connection.execute("INSERT INTO entry (account, minutes, at) VALUES (?, ?, ?)", row)
        connection.execute("COMMIT")
        return True

    return once


if __name__ == "__main__":
    main()
