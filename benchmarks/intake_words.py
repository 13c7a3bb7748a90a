"""How often an ask's own words are understood, on labelled sets in Dutch, French and English.

``intake/asks-nl.tsv`` and its like have a category, labels of time and the ask; ``intake/care-nl.tsv`` a boundary
('-' for none) and the ask. The words of the product were chosen with these at hand, and it learns from them. The
``held-out-3`` sets were written before the product last learned anew, and measured once: only they say how it does on
new asks. The two held-out sets before them are among the known by now.
"""

import statistics
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.results import Result, figure
from timebank.intake.asking import guess_ask, plain_reader
from timebank.intake.boundaries import check_boundaries
from timebank.intake.guesses import AskGuess

DATA = Path(__file__).with_name("intake")
LANGUAGES = {"nl": "Dutch", "fr": "French", "en": "English"}
SETS = {"known": "", "held-out 3": "-held-out-3"}
TODAY = date(2026, 11, 24)
"""A Tuesday; the labels of time count from it."""


@dataclass(frozen=True)
class LabelledAsk:
    """An ask, its category, and what it says of time: day, part, clock, rep, wd, until, helpers."""

    category: str
    labels: dict[str, str]
    words: str


@dataclass(frozen=True)
class LabelledCare:
    """An ask and the boundary that it crosses; empty for none."""

    boundary: str
    words: str


def read_asks(language: str, ending: str = "") -> list[LabelledAsk]:
    """The asks of one set."""
    rows = _rows(f"asks-{language}{ending}.tsv")
    return [LabelledAsk(row[0], dict(each.split("=") for each in row[1].split()), row[2]) for row in rows]


def read_care(language: str, ending: str = "") -> list[LabelledCare]:
    """The asks of care, and those that only sound like it, of one set."""
    return [LabelledCare(row[0].strip("-"), row[1]) for row in _rows(f"care-{language}{ending}.tsv")]


def _rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line]


def measure() -> list[Result]:
    """Every figure of every language, on each set."""
    plain_reader()
    results = []
    for kept, ending in SETS.items():
        for language, name in LANGUAGES.items():
            results += _of_asks(f"Intake, {name}, {kept}", read_asks(language, ending), language)
            results += _of_care(f"Intake, {name}, {kept}", language, ending)
    return results


def _of_asks(title: str, asks: list[LabelledAsk], language: str) -> list[Result]:
    times, guesses = [], []
    for ask in asks:
        began = time.perf_counter()
        guesses.append(guess_ask(ask.words, today=TODAY, language=language))
        times.append(1000 * (time.perf_counter() - began))
    codes = [[each.category for each in guess.categories] for guess in guesses]
    how = f"{len(asks)} asks of one author; share"

    def share(name: str, hits: list[bool], *, goal: float | None = None, better: str = "higher") -> Result:
        return figure(f"{title}: {name}", 100 * sum(hits) / len(hits), "%", how, goal=goal, better=better)

    pairs = list(zip(asks, codes, strict=True))
    said = [(ask, said_of(guess)) for ask, guess in zip(asks, guesses, strict=True)]
    return [
        share("category, first", [ask.category in found[:1] for ask, found in pairs]),
        share("category, top 3", [ask.category in found for ask, found in pairs], goal=94),
        share("category, no idea", [not found for found in codes], better="lower"),
        share("day", [ask.labels.get("day") == got["day"] for ask, got in said]),
        share(
            "part or hour", [all(ask.labels.get(k) == got[k] for k in ("part", "clock")) for ask, got in said]
        ),
        share("repeat", [all(ask.labels.get(k) == got[k] for k in ("rep", "wd")) for ask, got in said]),
        figure(
            f"{title}: an ask", statistics.median(times), "ms", "median, first sight", goal=1, better="lower"
        ),
    ]


def said_of(guess: AskGuess) -> dict[str, str | None]:
    """A guess in the form of the labels."""
    repeat = guess.repeat.value if guess.repeat else None
    return {
        "day": guess.days[0].value.isoformat() if guess.days else None,
        "part": guess.part.value if guess.part else None,
        "clock": guess.clock.value.strftime("%H:%M") if guess.clock else None,
        "rep": f"{repeat.times}/{repeat.every}{repeat.unit[0]}" if repeat else None,
        "wd": ",".join(map(str, repeat.weekdays)) or None if repeat else None,
    }


def _of_care(title: str, language: str, ending: str) -> list[Result]:
    sets = read_care(language, ending)
    care = [bool(check_boundaries(each.words)) for each in sets if each.boundary]
    harmless = [each.words for each in sets if not each.boundary]
    harmless += [each.words for each in read_asks(language, ending)]
    alarms = [bool(check_boundaries(words)) for words in harmless]
    return [
        figure(
            f"{title}: care, flagged", 100 * sum(care) / len(care), "%", f"{len(care)} asks of care", goal=100
        ),
        figure(
            f"{title}: care, false alarms",
            100 * sum(alarms) / len(alarms),
            "%",
            f"{len(alarms)} other asks, near misses among them",
            goal=2,
            better="lower",
        ),
    ]
