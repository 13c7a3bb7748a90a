"""``python -m benchmarks [--quick | --full]``: measure everything, print a table, write results.json."""

import argparse
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import (
    desk,
    disclosure,
    http,
    importing,
    intake_words,
    matching,
    posting,
    restoring,
    searching,
    statements,
    yearly,
)
from benchmarks.results import FILE, Result, table, write
from tests.postgres import PostgresCluster, own_cluster

CLIENTS = (1, 4)
SIZES = (10_000, 100_000, 1_000_000)
PARTS = (
    "posting",
    "http",
    "import",
    "statements",
    "yearly",
    "restore",
    "search",
    "desk",
    "intake",
    "matching",
    "disclosure",
)
WITHOUT_DATABASE = {"intake", "matching", "disclosure"}


@dataclass(frozen=True)
class Plan:
    """How much of each is measured."""

    rounds: int = 5
    seconds: float = 1.0
    requests: int = 150
    rows: int = 100_000
    sizes: tuple[int, ...] = SIZES
    reads: int = 5
    members: int = 10_000
    desks: tuple[desk.Size, ...] = (desk.Size(200, 50), desk.Size(1_000, 100))
    years: tuple[int, ...] = (100_000, 1_000_000)
    year_rounds: int = 3
    archives: tuple[int, ...] = (100_000, 1_000_000)
    worlds: int = 20
    amount: matching.Amount = matching.NORMAL


QUICK = Plan(
    rounds=2,
    seconds=0.5,
    requests=60,
    rows=5_000,
    sizes=SIZES[:2],
    reads=3,
    members=2_000,
    desks=(desk.Size(50, 10),),
    years=(10_000,),
    year_rounds=1,
    archives=(2_000, 5_000),
    worlds=3,
    amount=matching.QUICK,
)
FULL = Plan(sizes=(*SIZES, 10_000_000))


def main() -> None:
    """Run the parts that were asked for, one after the other, on both databases."""
    wishes = _wishes()
    plan = QUICK if wishes.quick else FULL if wishes.full else Plan()
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="timebank-bench-") as top, own_cluster(durable=True) as cluster:
        for part in wishes.only or PARTS:
            for kind in ("no database",) if part in WITHOUT_DATABASE else ("PostgreSQL", "SQLite"):
                began = time.monotonic()
                folder = Path(top) / f"{part}-{kind}"
                folder.mkdir()
                results += _measure(part, plan, folder, cluster if kind == "PostgreSQL" else None)
                print(f"{part} on {kind}: {time.monotonic() - began:.0f} s", flush=True)
                if not wishes.quick:
                    write(results, keep_others=bool(wishes.only))
    print(table(results))
    if not wishes.quick:
        print(f"Written to {FILE}")


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke run of a minute; writes no results")
    parser.add_argument("--full", action="store_true", help="books of ten million transfers, too")
    parser.add_argument(
        "--only", action="append", choices=PARTS, help="this part, again for more; other results stay"
    )
    return parser.parse_args()


def _measure(part: str, plan: Plan, folder: Path, cluster: PostgresCluster | None) -> list[Result]:
    """One part on one database: PostgreSQL where there is a cluster, otherwise SQLite."""
    kind = "SQLite" if cluster is None else "PostgreSQL"
    if part == "disclosure":
        return disclosure.of_random_antennas(plan.worlds)

    def database(name: str) -> str:
        return f"sqlite:///{folder / f'{name}.sqlite'}" if cluster is None else cluster.create_database()

    if part == "intake":
        return intake_words.measure()
    if part == "matching":
        return matching.on_this_machine(plan.amount)
    if part == "posting" and cluster is not None:
        return posting.on_postgresql(cluster, folder, CLIENTS, plan.rounds, plan.seconds)
    if part == "posting":
        return posting.on_sqlite(folder, CLIENTS, plan.rounds, plan.seconds)
    if part == "http":
        urls = (database("timebank"), database("bare"))
        return http.on_database(kind, *urls, folder, plan.rounds, plan.requests)
    if part == "import":
        urls = (database("timebank"), database("one-by-one"))
        return importing.on_database(kind, *urls, folder, plan.rows)
    if part == "search":
        return searching.on_database(kind, database("search"), folder, plan.members, plan.rounds)
    if part == "desk":
        desks = {size: database(f"desk-{size.offers}") for size in plan.desks}
        return desk.on_database(kind, desks, folder, plan.rounds)
    if part == "restore":
        places = [
            restoring.Place(size, database(f"full-{size}"), database(f"empty-{size}"))
            for size in plan.archives
        ]
        return restoring.on_database(kind, places, folder, cluster)
    if part == "yearly":
        years = {size: database(f"year-{size}") for size in plan.years}
        return yearly.on_database(kind, years, folder, plan.year_rounds)
    books = {size: database(f"books-{size}") for size in plan.sizes}
    return statements.on_database(kind, books, folder, plan.reads)


if __name__ == "__main__":
    main()
