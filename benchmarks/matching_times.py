"""Time and memory of one size, in a process of its own: ``python -m benchmarks.matching_times suggest 1000``.

Prints JSON: milliseconds of processor time (the work has one thread, so this is what a free machine
takes) at the median and the 95th percentile, and the most memory that the process had, the interpreter
and the drawn town included.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.neighbours import Town, draw_asks, draw_town
from timebank.matching.planning import plan
from timebank.matching.proof import certify
from timebank.matching.suggesting import suggest

HELPERS_OF_A_MEMBER = 0.565
TOWNS = {"50x200": (50, 360, 6), "1,000x2,000": (1000, 3600, 30), "10,000x20,000": (10_000, 36_000, 180)}
"""Asks, members, antennas; the number after the x is about that of the helpers."""


def main() -> None:
    """Measure what the arguments name."""
    what, size, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    times = sorted(_suggest(int(size), rounds) if what == "suggest" else _plan(size, rounds))
    figures = {
        "p50": median(times),
        "p95": quantiles(times, n=20)[-1] if len(times) > 19 else times[-1],
        "megabytes": _most_megabytes(),
    }
    print(json.dumps(figures))


def _most_megabytes() -> float:
    """The high-water mark; getrusage would still count what the parent had before the exec."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _suggest(offers: int, rounds: int) -> Iterator[float]:
    """Among this many offers of one federation in which all antennas help one another."""
    town = _town_with(offers)
    ctx, mine = town.context(pooled=True), town.offers[:offers]
    for ask in draw_asks(town, rounds, seed=1):
        yield _milliseconds(suggest, ask, mine, ctx)


def _town_with(offers: int) -> Town:
    members = round(offers / HELPERS_OF_A_MEMBER * 1.1) + 20
    return draw_town(1, members, max(1, members // 60))


def _plan(size: str, rounds: int) -> Iterator[float]:
    asks, members, antennas = TOWNS[size]
    for seed in range(rounds):
        town = draw_town(seed, members, antennas)
        week, offers, ctx = draw_asks(town, asks, seed), town.offers, town.context()
        yield _milliseconds(plan, week, offers, ctx)
        if seed == 0:
            assert certify(plan(week, offers, ctx), week, offers, ctx).holds


def _milliseconds(work: Callable[..., object], *arguments: object) -> float:
    began = time.process_time()
    work(*arguments)
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
