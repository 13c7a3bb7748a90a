"""What the gate costs: the share of figures withheld until nobody can be proven, and the time it takes."""

import time
from collections.abc import Callable, Sequence

from benchmarks.results import Result, figure
from tests.property.disclosure_judge import Judge
from tests.property.disclosure_worlds import favours_tables, members_tables, to_base
from timebank.participation.disclosure.audiences import BOARD, PARTNER, Audience
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import first_figures
from timebank.participation.disclosure.gate import pass_gate
from timebank.participation.disclosure.tables import Table

WITHHELD_MOST_PERCENT = 6
Releases = Sequence[Sequence[Table]]
SMALL = "120 members, 3 antennas x 3 languages with margins, 2 months"
LARGE = "120 members, 10 % the partner's own, by language and by age, 2 months"
FAVOURS = "150 members, 500 favours by category: givers, receivers and hours of 4 quarters and their year"


def of_random_antennas(worlds: int) -> list[Result]:
    """Both audiences, with and without the gate; the judge solves its own linear programs."""
    results = []
    for audience in (PARTNER, BOARD):
        results += _controls(audience, worlds)
        results += _gated(f"{audience.name}, members by language", audience, SMALL, members_tables, worlds)
    mixed = f"{PARTNER.name}, members by language and age"
    results += _gated(mixed, PARTNER, LARGE, _two_axes, worlds)
    results += _gated(f"{PARTNER.name}, favours", PARTNER, FAVOURS, favours_tables, max(2, worlds // 5))
    return results


def _two_axes(seed: int) -> Releases:
    return members_tables(seed, by_age=True, own_share=0.1)


def _controls(audience: Audience, worlds: int) -> list[Result]:
    """How many groups the judge proves where less is done: it must find some."""
    rules = {"threshold only": 1, f"threshold, rounded to {audience.k // 2}": audience.k // 2}
    rules[f"threshold, rounded to {audience.k}, no gate"] = audience.k
    results = []
    for words, base in rules.items():
        proven = 0
        for seed in range(worlds):
            tables = [table for release in members_tables(seed) for table in release]
            drafts = [to_base(Draft(table, first_figures(table, audience)), base) for table in tables]
            proven += len(Judge(drafts, audience.k, base).proven())
        how = f"control; {worlds} random worlds: {SMALL}; groups of 1 to k-1 that linear programs prove"
        results.append(
            figure(f"Disclosure, {audience.name}, {words}: provable groups", proven, "groups", how)
        )
    return results


def _gated(
    name: str, audience: Audience, world: str, make: Callable[[int], Releases], worlds: int
) -> list[Result]:
    figures = few = withheld = proven = 0
    longest = 0.0
    for seed in range(worlds):
        history: list[Draft] = []
        for tables in make(seed):
            began = time.perf_counter()
            drafts, record = pass_gate(tables, history, audience)
            longest = max(longest, time.perf_counter() - began)
            history += drafts
            figures, few = figures + record.figures, few + record.few
            withheld += record.withheld
        proven += len(Judge(history, audience.k).proven())
    how = f"k = {audience.k}; {worlds} random worlds: {world}; one release after the other"
    name = f"Disclosure, {name}"
    return [
        figure(f"{name}: provable groups", proven, "groups", how, goal=0, better="lower"),
        figure(
            f"{name}: withheld",
            100 * withheld / figures,
            "%",
            f"{how}; of {figures:,} figures, signs for few ({few:,}) not counted as withheld",
            goal=WITHHELD_MOST_PERCENT,
            better="lower",
        ),
        figure(f"{name}: longest release", longest, "s", how, better="lower"),
    ]
