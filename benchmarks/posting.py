"""Posts per second: the ledger and the whole favour service, beside TPC-B and raw sqlite3."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.client import make_raw
from benchmarks.network import keep_places, make_network, plain_environment
from benchmarks.results import Result, rate, share
from tests.postgres import PostgresCluster
from tests.postgres_server import find_programs

ROOT = Path(__file__).resolve().parents[1]
Rounds = dict[str, list[float]]


class Clients:
    """Some processes of ``benchmarks.client`` that work at the same time, on a word."""

    def __init__(self, kind: str, url: str, folder: Path, count: int) -> None:
        self.processes = [
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.client", kind, url, str(folder), str(n), str(count)],
                cwd=ROOT,
                env=plain_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for n in range(count)
        ]
        for each in self.processes:
            assert self._line(each) == "ready"

    def run(self, seconds: float) -> float:
        """Work that long; posts per second of all together."""
        for each in self.processes:
            assert each.stdin is not None
            each.stdin.write(f"{seconds}\n")
            each.stdin.flush()
        return sum(int(self._line(each)) for each in self.processes) / seconds

    def close(self) -> None:
        """Let them end."""
        for each in self.processes:
            assert each.stdin is not None
            assert each.stdout is not None
            each.stdin.close()
            each.wait(30)
            each.stdout.close()

    def _line(self, process: "subprocess.Popen[str]") -> str:
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"a client ended: {process.args}")
        return line


@contextmanager
def clients(kinds: tuple[str, ...], url: str, folder: Path, count: int) -> Iterator[dict[str, Clients]]:
    """Clients of each kind, waiting."""
    with ExitStack() as stack:
        teams = {}
        for kind in kinds:
            teams[kind] = Clients(kind, url, folder, count)
            stack.callback(teams[kind].close)
        yield teams


def tpcb(url: str, seconds: float, count: int) -> float:
    """Transactions per second of pgbench's TPC-B, prepared, without the time to connect."""
    command = [str(find_programs() / "pgbench"), "-n", "-M", "prepared", "-c", str(count), "-j", str(count)]
    done = subprocess.run(
        [*command, "-T", str(max(1, round(seconds))), url], capture_output=True, text=True, check=True
    )
    found = re.search(r"tps = ([\d.]+) \(without initial", done.stdout)
    assert found, done.stdout
    return float(found[1])


def on_postgresql(
    cluster: PostgresCluster, folder: Path, counts: tuple[int, ...], rounds: int, seconds: float
) -> list[Result]:
    """Transfers and favours as shares of TPC-B, for each number of clients."""
    yardstick, url = cluster.create_database(), cluster.create_database()
    make = [str(find_programs() / "pgbench"), "-i", "-q", "-s", "10", yardstick]
    subprocess.run(make, check=True, capture_output=True)
    keep_places(make_network(url, folder), folder / "places.json")
    results: list[Result] = []
    for count in counts:
        kinds = ("transfer", "favour") if count == 1 else ("transfer", "wide", "favour")
        found: Rounds = {"tpcb": []} | {kind: [] for kind in kinds}
        with clients(kinds, url, folder, count) as teams:
            for _round in range(rounds):
                found["tpcb"].append(tpcb(yardstick, seconds, count))
                for kind, team in teams.items():
                    found[kind].append(team.run(seconds))
        results += _postgresql_results(found, count, f"{rounds} rounds of {seconds:g} s in turn")
    return results


def _postgresql_results(found: Rounds, count: int, how: str) -> list[Result]:
    many = "1 client" if count == 1 else f"{count} clients"
    goals = {"transfer": 1.0, "favour": 0.35}
    if count > 1:
        goals = {"transfer": 0.5, "wide": 0.75, "favour": 0.30}
    said = {
        "transfer": ("transfers of one antenna", "one transfer through transact, one antenna"),
        "wide": ("transfers of eight antennas", "one transfer through transact, over eight antennas"),
        "favour": ("favours", "log_favour by the receiver through transact_once, booked at once"),
    }
    results = [rate(f"PostgreSQL, {many}: TPC-B", found["tpcb"], f"pgbench -M prepared, scale 10; {how}")]
    for kind in goals:
        name, method = said[kind]
        text = f"{method}, as a share of pgbench's TPC-B on the same server; {how}"
        results.append(rate(f"PostgreSQL, {many}: {name}", found[kind], f"{method}; {how}"))
        name = f"PostgreSQL, {many}: {name} / TPC-B"
        results.append(share(name, found[kind], found["tpcb"], text, goal=goals[kind]))
    return results


def on_sqlite(folder: Path, counts: tuple[int, ...], rounds: int, seconds: float) -> list[Result]:
    """Transfers and favours as shares of raw sqlite3 transfers on the same disk."""
    url = f"sqlite:///{folder / 'timebank.sqlite'}"
    keep_places(make_network(url, folder), folder / "places.json")
    make_raw(folder)
    results: list[Result] = []
    for count in counts:
        found: Rounds = {"raw": [], "transfer": [], "favour": []}
        with clients(("raw", "transfer", "favour"), url, folder, count) as teams:
            for _round in range(rounds):
                for kind, team in teams.items():
                    found[kind].append(team.run(seconds))
        results += _sqlite_results(found, count, f"{rounds} rounds of {seconds:g} s in turn")
    return results


def _sqlite_results(found: Rounds, count: int, how: str) -> list[Result]:
    many = "1 process" if count == 1 else f"{count} processes"
    goals = {"transfer": 0.45 if count == 1 else None, "favour": None}
    said = {
        "transfer": ("transfers", "one transfer through transact, one antenna"),
        "favour": ("favours", "log_favour by the receiver through transact_once, booked at once"),
    }
    yardstick = "two UPDATEs and two INSERTs from Python's sqlite3, same disk, same journal"
    results = [rate(f"SQLite, {many}: raw transfers", found["raw"], f"{yardstick}; {how}")]
    for kind, (name, method) in said.items():
        text = f"{method}, as a share of raw transfers ({yardstick}); {how}"
        results.append(rate(f"SQLite, {many}: {name}", found[kind], f"{method}; {how}"))
        results.append(
            share(f"SQLite, {many}: {name} / raw", found[kind], found["raw"], text, goal=goals[kind])
        )
    return results
