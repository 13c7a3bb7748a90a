"""What reading costs as the books grow: a balance, a month's page, and a page since ever."""

import random
import resource
import statistics
import time
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.filling import A_DAY, LAST_DAY, MEMBERS, account_ids, fill
from benchmarks.network import open_app
from benchmarks.results import Result, figure
from tests.conftest import migrate
from timebank.cli.proving import processes_for, replaying
from timebank.ledger.proof import check_books
from timebank.ledger.reading import balance_of, statement_of
from timebank.uow import reading

MONTH = (LAST_DAY.replace(day=1), date(2026, 6, monthrange(2026, 6)[1]))
Reader = Callable[[Session, int], Any]
READERS: dict[str, Reader] = {
    "balance": balance_of,
    "a month's page": lambda s, a: statement_of(s, a, start=MONTH[0], end=MONTH[1]),
    "a page since ever": statement_of,
}
GOAL = 1.3
PROVEN_MAX = 1_000_000
Times = dict[tuple[int, str], list[float]]


def on_database(kind: str, urls: dict[int, str], folder: Path, rounds: int) -> list[Result]:
    """Fill a database for each size, then read from them in turn."""
    results: list[Result] = []
    for size, url in urls.items():
        migrate(url, folder)
        with open_app(url, folder):
            fill(size)
            if size == max(each for each in urls if each <= PROVEN_MAX):
                results += _proof(kind, size)
    times: Times = {(size, name): [] for size in urls for name in READERS}
    for number in range(rounds):
        for size, url in urls.items():
            with open_app(url, folder):
                for name, reader in READERS.items():
                    times[size, name].append(_median_ms(reader, seed=number))
    return results + _results(kind, times, list(urls), rounds)


def _median_ms(reader: Reader, *, seed: int, times: int = 40) -> float:
    """The median of some reads of accounts drawn at random, each on a snapshot of its own."""
    draw, found = random.Random(seed), []
    ids = account_ids()
    for _ in range(times):
        account_id = draw.choice(ids)
        began = time.perf_counter()
        with reading() as session:
            reader(session, account_id)
        found.append(1000 * (time.perf_counter() - began))
    return statistics.median(found)


def _results(kind: str, times: Times, sizes: list[int], rounds: int) -> list[Result]:
    how = (
        f"books of {MEMBERS} members and {A_DAY} transfers a day; median of 40 random accounts in each of"
        f" {rounds} rounds, the sizes in turn"
    )
    results = []
    for name in READERS:
        for size in sizes:
            median = statistics.median(times[size, name])
            results.append(figure(f"{kind}, {size:,}: {name}", median, "ms", how, better="lower"))
        smallest = times[sizes[0], name]
        for size in sizes[1:]:
            ratio = statistics.median(a / b for a, b in zip(times[size, name], smallest, strict=True))
            title = f"{kind}, {name}: {size:,} / {sizes[0]:,}"
            results.append(figure(title, ratio, "ratio", how, goal=GOAL, better="lower"))
    return results


def _proof(kind: str, size: int) -> list[Result]:
    """How fast the books are proven, and how much memory that takes beyond what was there before."""
    before = _peak_kilobytes()
    began, began_cpu = time.perf_counter(), _processor_seconds()
    processes = processes_for(None)
    with replaying(processes) as replay, reading() as session:
        proof = check_books(session, replay=replay)
    speed = size / (time.perf_counter() - began)
    undisturbed = size / (_processor_seconds() - began_cpu)
    assert proof.faults == (), proof.faults[:3]
    assert proof.checked == size
    more = (_peak_kilobytes() - before) / 1024
    how = f"check_books over {size:,} transfers by {processes} processes, once"
    return [
        figure(f"{kind}: check-books", speed, "transfers/s", how, goal=100_000),
        figure(
            f"{kind}: check-books, for a second of its own processor time",
            undisturbed,
            "transfers/s",
            f"{how}; of all of them together, without the server's part",
        ),
        figure(
            f"{kind}: check-books, memory",
            more,
            "MB",
            f"{how}; added maximum RSS of the largest",
            better="lower",
        ),
    ]


def _processor_seconds() -> float:
    """What this process and those that it has waited for have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak_kilobytes() -> int:
    """The most that this process, or one that it has waited for, has held."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
