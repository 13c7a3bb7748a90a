"""``python -m benchmarks [--quick | --full]``: measure everything, print a table, write results.json."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import http, importing, posting, statements
from benchmarks.results import FILE, Result, table, write
from tests.postgres import PostgresCluster, own_cluster

CLIENTS = (1, 4)


def main() -> None:
    """Run the parts that were asked for, one after the other."""
    wishes = _wishes()
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="timebank-bench-") as top, own_cluster(durable=True) as cluster:
        for name, part in _parts(wishes, cluster).items():
            if wishes.only and name not in wishes.only:
                continue
            folder = Path(top) / name
            folder.mkdir()
            began = time.monotonic()
            print(f"{name} ...", flush=True)
            results += part(folder)
            print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    print(table(results))
    if not wishes.quick and not wishes.only:
        write(results)
        print(f"Written to {FILE}")


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke run of a minute; writes no results")
    parser.add_argument("--full", action="store_true", help="books of ten million transfers, too")
    parser.add_argument("--only", action="append", help="one part only, again for more; writes no results")
    return parser.parse_args()


def _parts(wishes: argparse.Namespace, cluster: PostgresCluster) -> dict[str, Callable[[Path], list[Result]]]:
    rounds, seconds = (2, 0.5) if wishes.quick else (5, 1.5)
    sizes = (10_000, 100_000) if wishes.quick else (10_000, 100_000, 1_000_000)
    sizes += (10_000_000,) if wishes.full else ()
    reads = 3 if wishes.quick else 7

    def read_sqlite(folder: Path) -> list[Result]:
        urls = {size: f"sqlite:///{folder / f'{size}.sqlite'}" for size in sizes}
        return statements.on_database("SQLite", urls, folder, reads)

    def read_postgresql(folder: Path) -> list[Result]:
        urls = {size: cluster.create_database() for size in sizes}
        return statements.on_database("PostgreSQL", urls, folder, reads)

    confirms = (2, 60) if wishes.quick else (5, 300)

    def ask_sqlite(folder: Path) -> list[Result]:
        urls = [f"sqlite:///{folder / name}" for name in ("timebank.sqlite", "bare.sqlite")]
        return http.on_database("SQLite", *urls, folder, *confirms)

    def ask_postgresql(folder: Path) -> list[Result]:
        urls = [cluster.create_database() for _ in range(2)]
        return http.on_database("PostgreSQL", *urls, folder, *confirms)

    rows = 5_000 if wishes.quick else 100_000

    def import_sqlite(folder: Path) -> list[Result]:
        return importing.on_database("SQLite", f"sqlite:///{folder / 'timebank.sqlite'}", folder, rows)

    def import_postgresql(folder: Path) -> list[Result]:
        return importing.on_database("PostgreSQL", cluster.create_database(), folder, rows)

    return {
        "posting-postgresql": lambda f: posting.on_postgresql(cluster, f, CLIENTS, rounds, seconds),
        "posting-sqlite": lambda f: posting.on_sqlite(f, CLIENTS, rounds, seconds),
        "http-postgresql": ask_postgresql,
        "http-sqlite": ask_sqlite,
        "import-postgresql": import_postgresql,
        "import-sqlite": import_sqlite,
        "statements-postgresql": read_postgresql,
        "statements-sqlite": read_sqlite,
    }


if __name__ == "__main__":
    main()
