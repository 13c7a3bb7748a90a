"""How good suggestions and plans are, and how fast: in one run, on fixed and on held-out seeds."""

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import fmean, stdev

from scipy import stats

from benchmarks.half_year import Choose, HalfYear, by_engine, by_favourites, by_nearest, gini
from benchmarks.judges import Filling, greedy, linear_program, most_by_exact_times
from benchmarks.neighbours import Town, draw_asks, draw_town
from benchmarks.parity import Fate, fill_ratios
from benchmarks.results import Result, figure
from benchmarks.true_places import within_true_reach
from timebank.matching.planning import Plan, plan
from timebank.matching.problem import Option
from timebank.matching.proof import certify

WEEKS = (90, 180, 360, 600)
"""Asks a week in a town of 600 members: .15, .3, .6 and 1 for each."""
POLICIES = ("first come, nearest", "favourites", "hardest first")
BETTER = {
    "fill": "higher",
    "urgent fill": "higher",
    "km": "lower",
    "Gini of load": "lower",
    "never asked": "lower",
}
GOOD = {"fill", "urgent fill", "share of fills that begin an acquaintance", "share who give and get"}
"""Figures of a half year of which more is better."""
SUGGEST_GOALS = {100: 1.0, 1_000: 2.0, 10_000: 10.0}
PLAN_GOALS = {"50x200": 10.0, "1,000x2,000": 300.0, "10,000x20,000": 5000.0}
Row = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Amount:
    """How many seeds of each, and how many rounds of the largest plan."""

    fixed_seeds: int = 40
    held_out_seeds: int = 10
    exact_seeds: int = 8
    half_years: int = 20
    largest_plans: int = 2


NORMAL = Amount()
QUICK = Amount(fixed_seeds=2, held_out_seeds=2, exact_seeds=1, half_years=0, largest_plans=0)


def on_this_machine(amount: Amount) -> list[Result]:
    """Everything about matching; two seeds at a time."""
    results = times(amount)
    with ProcessPoolExecutor(2) as pool:
        fixed, held_out = range(amount.fixed_seeds), range(100, 100 + amount.held_out_seeds)
        for label, seeds in (("fixed seeds", fixed), ("held-out seeds", held_out)):
            for asks in WEEKS:
                found = list(pool.map(one_week, seeds, [asks] * len(seeds)))
                results += _of_weeks(f"Matching, {asks} asks a week, {label}", found)
        results += exact_times(amount)
        results += half_years(amount, pool)
    return results


def one_week(seed: int, asks: int) -> Row:
    """The same week filled in every way, and what the judges say about the plan."""
    town = draw_town(seed)
    week, ctx = draw_asks(town, asks, seed), town.context()
    found = plan(week, town.offers, ctx)
    proof = certify(found, week, town.offers, ctx)
    problem = found.problem
    by_ask = {task.ask: task for task in problem.tasks}
    came = [by_ask[ask.id] for ask in week]
    urgency = {ask.id: ask.urgency for ask in week}
    hardest = sorted(came, key=lambda task: (-urgency[task.ask], len({o.helper for o in task.options})))
    activity = {member.id: member.activity for member in town.members}
    fillings = {
        "plan": _options_of(found),
        "first come, nearest": greedy(problem, came, _nearest),
        "favourites": greedy(problem, came, lambda option: -activity[option.helper]),
        "hardest first": greedy(problem, hardest, _nearest),
        "plan with pooled antennas": _options_of(plan(week, town.offers, town.context(pooled=True))),
    }
    row = {name: _figures(filling, urgency, town) for name, filling in fillings.items()}
    open_ranks, cost = linear_program(problem)
    mine = sum(by_ask[each.ask].ranks[0] for each in found.asks if each.open_slots)
    row["judges"] = {
        "rank gap": 0 if found.set_aside else mine - open_ranks,
        "cost gap": 0 if found.set_aside else found.total_cost - cost,
        "not certified": not proof.holds,
        "repaired": bool(found.set_aside),
    }
    helped = {each.ask for each in found.placements}
    row["parity"] = fill_ratios(Fate(town.members[ask.asker], ask, ask.id in helped) for ask in week)
    within, judged = within_true_reach(found, week, town)
    row["places"] = {"within": within, "judged": judged}
    return row


def _nearest(option: Option) -> tuple[int, int]:
    return option.metres, option.helper


def _options_of(found: Plan) -> Filling:
    options = {(t.ask, o.helper, o.half_day): o for t in found.problem.tasks for o in t.options}
    return {each.ask: options[each.ask, each.helper, each.half_day] for each in found.placements}


def _figures(filling: Filling, urgency: dict[int, int], town: Town) -> dict[str, float]:
    load = dict.fromkeys((offer.helper for offer in town.offers), 0)
    for option in filling.values():
        load[option.helper] += 1
    urgent = [ask for ask, grade in urgency.items() if grade == 2]
    return {
        "fill": len(filling) / len(urgency),
        "urgent fill": sum(ask in filling for ask in urgent) / max(1, len(urgent)),
        "km": sum(option.metres for option in filling.values()) / 1000 / max(1, len(filling)),
        "Gini of load": gini(sorted(load.values())),
        "never asked": sum(not each for each in load.values()) / len(load),
    }


def _of_weeks(title: str, rows: Sequence[Row]) -> list[Result]:
    how = f"towns of 600 members in 10 antennas, everybody says yes; {len(rows)} seeds"
    worst = {name: max(abs(row["judges"][name]) for row in rows) for name in rows[0]["judges"]}
    repaired = sum(row["judges"]["repaired"] for row in rows)
    lp = f"largest over the seeds against HiGHS; {how}; {repaired:.0f} repaired for clock times, left out"
    results = [
        figure(f"{title}: gap in who is helped", worst["rank gap"], "ranks", lp, goal=0, better="lower"),
        figure(f"{title}: gap in cost", worst["cost gap"], "metres", lp, goal=0, better="lower"),
        figure(f"{title}: plans without proof", sum(r["judges"]["not certified"] for r in rows), "plans", how,
               goal=0, better="lower"),
    ]  # fmt: skip
    for name, better in BETTER.items():
        unit = "km" if name == "km" else "share"
        mean = fmean(row["plan"][name] for row in rows)
        results.append(figure(f"{title}: {name}", mean, unit, how, better=better))
        for policy in POLICIES:
            differences = [row["plan"][name] - row[policy][name] for row in rows]
            results.append(_paired(f"{title}: {name}, plan - {policy}", differences, how, better))
    for group in rows[0]["parity"]:
        ratio = fmean(row["parity"][group] for row in rows)
        parity = f"fill by that of everybody else for the same kinds of help, goal 0.8 to 1.25; {how}"
        results.append(figure(f"{title}: parity, {group}", ratio, "ratio", parity, goal=0.8))
    share = sum(row["places"]["within"] for row in rows) / sum(row["places"]["judged"] for row in rows)
    places = f"of what is planned at somebody's home, by the exact positions; {how}"
    results.append(figure(f"{title}: really within reach", share, "share", places, goal=0.99))
    pooled = [row["plan with pooled antennas"]["fill"] - row["plan"]["fill"] for row in rows]
    results.append(_paired(f"{title}: fill, antennas pooled - each alone", pooled, how, "higher"))
    return results


def _paired(name: str, differences: Sequence[float], how: str, better: str) -> Result:
    """A mean difference on the same weeks, with its 95 % confidence interval in the method."""
    spread = 0.0
    if len(differences) > 1:
        spread = stats.t.ppf(0.975, len(differences) - 1) * stdev(differences) / len(differences) ** 0.5
    interval = f"{how}; paired difference, 95 % CI ± {spread:.2g}"
    return figure(name, fmean(differences), "difference", interval, better=better)


def exact_times(amount: Amount) -> list[Result]:
    """What the half-day rule loses against exact clock times."""
    results = []
    for asks in (90, 180, 360):
        mine = most = proven = 0
        for seed in range(amount.exact_seeds):
            town = draw_town(seed)
            week, ctx = draw_asks(town, asks, seed), town.context()
            mine += plan(week, town.offers, ctx).filled_slots
            bound, sure = most_by_exact_times(town, week, ctx, seconds=60)
            most, proven = most + bound, proven + sure
        how = "share of fills, against CP-SAT with intervals and 30 min between"
        how += f"; {amount.exact_seeds} seeds, {proven} proven"
        name = f"Matching, {asks} asks a week: lost by half-days"
        results.append(figure(name, 100 * (most - mine) / most, "%", how, goal=1, better="lower"))
    return results


def half_years(amount: Amount, pool: ProcessPoolExecutor) -> list[Result]:
    """The 26 weeks with refusals, for the suggestions and for what they replace."""
    if not amount.half_years:
        return []
    ways = {
        "suggestions": (by_engine, False),
        "favourites": (by_favourites, False),
        "nearest": (by_nearest, False),
        "suggestions, pooled": (by_engine, True),
    }
    seeds = range(100, 100 + amount.half_years)
    jobs = {name: [pool.submit(_half_year, s, *way) for s in seeds] for name, way in ways.items()}
    rows = {name: [job.result() for job in mine] for name, mine in jobs.items()}
    how = f"26 weeks of 90 asks with refusals, fatigue and pauses; {len(seeds)} held-out seeds"
    results = []
    for name in rows["suggestions"][0]:
        better = "higher" if name in GOOD else "lower"
        for way, mine in rows.items():
            mean = fmean(row[name] for row in mine)
            results.append(figure(f"Matching, half a year: {name}, {way}", mean, "", how, better=better))
        for one, other in (("suggestions", "favourites"), ("suggestions, pooled", "suggestions")):
            differences = [a[name] - b[name] for a, b in zip(rows[one], rows[other], strict=True)]
            results.append(
                _paired(f"Matching, half a year: {name}, {one} - {other}", differences, how, "higher")
            )
    return results


def _half_year(seed: int, choose: Choose, pooled: bool) -> dict[str, float]:
    return HalfYear(seed, 90, choose, pooled=pooled).run()


def times(amount: Amount) -> list[Result]:
    """Processor time and memory, each size in a process of its own."""
    results = []
    for offers, goal in SUGGEST_GOALS.items():
        results += _time(f"Suggestions among {offers:,} offers", ["suggest", str(offers), "100"], goal)
    for size, goal in PLAN_GOALS.items():
        rounds = {"50x200": 20, "1,000x2,000": 5}.get(size, amount.largest_plans)
        if rounds:
            results += _time(f"A plan of {size}", ["plan", size, str(rounds)], goal)
    return results


def _time(title: str, arguments: list[str], goal: float) -> list[Result]:
    command = [sys.executable, "-m", "benchmarks.matching_times", *arguments]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    how = f"processor time of one thread, {arguments[-1]} rounds in a process of its own"
    memory = "most memory of that process, with the drawn town"
    return [
        figure(f"{title}: median", found["p50"], "ms", how, goal=goal, better="lower"),
        figure(f"{title}: 95th percentile", found["p95"], "ms", how, better="lower"),
        figure(f"{title}: memory", found["megabytes"], "MB", memory, better="lower"),
    ]
