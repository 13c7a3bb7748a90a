"""The import of a long sheet: seconds, and the memory at its peak, of the command itself."""

import json
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from benchmarks.client import favours, repeat
from benchmarks.network import make_network, open_app, plain_environment
from benchmarks.results import Result, figure
from tests.conftest import migrate

ROOT = Path(__file__).resolve().parents[1]
MEMBERS = 600
SECONDS_GOAL, MEMORY_GOAL = 40, 512
LIMIT_SECONDS = 240
TIMES_FASTER_GOAL = 10
ONE_BY_ONE_SECONDS = 5


@dataclass(frozen=True)
class Run:
    """What a command took."""

    seconds: float
    own_seconds: float
    peak_mb: float
    output: str


def on_database(kind: str, url: str, other_url: str, folder: Path, count: int) -> list[Result]:
    """Import ``count`` favours from .xlsx into an antenna of 600 members; on the other database, one by one."""
    singly = _one_by_one(other_url, folder)
    migrate(url, folder)
    members, favours = folder / "members.xlsx", folder / "favours.xlsx"
    _write_members(members)
    _write_favours(favours, count)
    flask(url, folder, "add-antenna", "bench", "--name", "Bench", "--languages", "nl,fr")
    flask(url, folder, "import", "members", str(members), "--antenna", "bench", "--json")
    run = flask(url, folder, "import", "favours", str(favours), "--antenna", "bench", "--json")
    return _results(kind, run, count, singly)


def _results(kind: str, run: Run, count: int, singly: float) -> list[Result]:
    stopped = run.seconds >= LIMIT_SECONDS
    assert stopped or json.loads(run.output)["posted"] == count
    how = f"flask import favours, {count:,} rows of .xlsx, {MEMBERS} members, checked and posted with chain; once"
    if stopped:
        how += f"; stopped, unfinished, after {LIMIT_SECONDS} s: it takes longer and needs more"
    goal = SECONDS_GOAL if count == 100_000 else None
    name = f"{kind}, import of {count:,} favours"
    return [
        figure(f"{name}: time", run.seconds, "s", how, goal=goal, better="lower"),
        figure(
            f"{name}: own processor time",
            run.own_seconds,
            "s",
            f"{how}; without the server's part",
            better="lower",
        ),
        figure(
            f"{name}: peak memory",
            run.peak_mb,
            "MB",
            f"{how}; maximum RSS",
            goal=None if stopped else MEMORY_GOAL,
            better="lower",
        ),
        figure(
            f"{name}: rows a second / favours one by one",
            count / run.seconds / singly,
            "ratio",
            f"{how}; as a multiple of log_favour through transact_once by one client on the same server",
            goal=None if stopped else TIMES_FASTER_GOAL,
        ),
    ]


def _one_by_one(url: str, folder: Path) -> float:
    """Favours a second that are written down and booked each for itself."""
    places = make_network(url, folder)
    with open_app(url, folder):
        deed = favours(places, random.Random(1))
        repeat(deed, 1)
        return repeat(deed, ONE_BY_ONE_SECONDS) / ONE_BY_ONE_SECONDS


def flask(
    url: str, folder: Path, *words: str, most_seconds: float = LIMIT_SECONDS, most_mb: int | None = None
) -> Run:
    """Run a command of the product in a process of its own; one over the limit is stopped.

    It gets no more than ``most_mb`` of memory of its own.

    Raises:
        RuntimeError: it failed; with what it wrote.
    """
    output, errors, taken = folder / "output", folder / "errors", folder / "taken"
    environment = plain_environment(
        TIMEBANK_ENV="testing", TIMEBANK_DATABASE_URL=url, TIMEBANK_OUTBOX_DIR=str(folder / "outbox")
    )
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *words]
    if most_mb is not None:  # util-linux's prlimit sets it before the command starts
        command = ["prlimit", f"--data={most_mb << 20}", *command]
    began = time.monotonic()
    with output.open("w") as out, errors.open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.measured", str(taken), *command],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        stop = threading.Timer(most_seconds, process.terminate)
        stop.start()
        process.wait()
        stop.cancel()
    seconds = time.monotonic() - began
    if process.returncode and seconds < most_seconds:
        raise RuntimeError(errors.read_text()[-2000:])
    return Run(seconds, **json.loads(taken.read_text()), output=output.read_text())


def _write_members(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nr", "Voornaam", "Achternaam"])
        for number in range(1, MEMBERS + 1):
            sheet.write_row(number, 0, [number, *_name(number)])


def _name(number: int) -> tuple[str, str]:
    return f"Voornaam{number:03d}", f"Achternaam{number % 97:02d}"


def _write_favours(path: Path, count: int) -> None:
    """Favours of six years, no two of them alike."""
    draw, seen = random.Random(11), set()
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Datum", "Wie hielp", "Wie kreeg hulp", "Duur", "Wat", "Opmerking"])
        while len(seen) < count:
            giver, receiver = draw.sample(range(1, MEMBERS + 1), 2)
            days, quarters = draw.randrange(2000), draw.randint(1, 12)
            if (giver, receiver, days) in seen:
                continue
            seen.add((giver, receiver, days))
            place = len(seen)
            sheet.write_datetime(place, 0, date(2020, 1, 1) + timedelta(days=days))
            names = [" ".join(_name(number)) for number in (giver, receiver)]
            sheet.write_row(place, 1, [*names, f"{15 * quarters} min", "bezoek", f"blad {place}"])
