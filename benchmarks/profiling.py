"""Where a favour's time goes: ``python -m benchmarks.profiling``, on both databases.

Prints the statements that one favour takes, the share of the time that is spent waiting for the
database, and the functions with the most time of their own and below them.
"""

import cProfile
import logging
import pstats
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import event

from benchmarks.client import favours
from benchmarks.network import make_network, open_app
from tests.postgres import own_cluster
from timebank.extensions import db

TIMES = 200
SHOWN = 30


def main() -> None:
    """Profile on SQLite, then on PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="timebank-bench-") as top, own_cluster(durable=True) as cluster:
        folder = Path(top)
        for name, url in (
            ("SQLite", f"sqlite:///{folder / 'timebank.sqlite'}"),
            ("PostgreSQL", cluster.create_database()),
        ):
            places = make_network(url, folder)
            logging.disable(logging.INFO)
            with open_app(url, folder):
                deed = favours(places, random.Random(1))
                for _ in range(TIMES):
                    deed()
                print(f"== {name}")
                _count(deed)
                profile = cProfile.Profile()
                profile.runcall(lambda deed=deed: [deed() for _ in range(TIMES)])
                for order in ("tottime", "cumtime"):
                    pstats.Stats(profile).strip_dirs().sort_stats(order).print_stats(SHOWN)


def _count(deed: Any) -> None:
    """Count one round's statements, and the share of the time that the database takes."""
    seen: Counter[str] = Counter()
    waited = {"began": 0.0, "seconds": 0.0}

    def before(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen[" ".join(statement.split())[:110]] += 1
        waited["began"] = time.perf_counter()

    def after(*_all: Any) -> None:
        waited["seconds"] += time.perf_counter() - waited["began"]

    event.listen(db.engine, "before_cursor_execute", before)
    event.listen(db.engine, "after_cursor_execute", after)
    began = time.perf_counter()
    for _ in range(TIMES):
        deed()
    total = time.perf_counter() - began
    event.remove(db.engine, "before_cursor_execute", before)
    event.remove(db.engine, "after_cursor_execute", after)
    print(f"{1000 * total / TIMES:.2f} ms a favour, {1000 * waited['seconds'] / TIMES:.2f} ms in statements")
    print(f"{sum(seen.values()) / TIMES:.1f} statements a favour:")
    for statement, count in seen.most_common(40):
        print(f"{count / TIMES:6.2f}  {statement}")


if __name__ == "__main__":
    main()
