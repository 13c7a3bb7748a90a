"""Other ways to fill a week: by hand, by a linear program (HiGHS), by exact clock times (CP-SAT)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from ortools.sat.python import cp_model
from scipy import sparse
from scipy.optimize import linprog

from benchmarks.neighbours import Town
from timebank.matching.inputs import Ask, Context
from timebank.matching.problem import Option, Problem, Task
from timebank.matching.suggesting import suggest
from timebank.matching.week import BITS_A_DAY, HALF_DAYS_A_WEEK

Filling = dict[int, Option]
"""The option that each filled ask has; asks of this generator have one slot."""


def greedy(problem: Problem, order: Iterable[Task], key: Callable[[Option], Any]) -> Filling:
    """One ask after the other, each with the best helper who is still free. Clock clashes aren't looked at."""
    taken: set[tuple[int, int]] = set()
    weeks: Counter[tuple[int, int]] = Counter()
    found: Filling = {}
    for task in order:
        able = [
            option
            for option in task.options
            if (option.helper, option.half_day) not in taken
            and weeks[option.helper, _week(option)] < problem.rooms[option.helper].by_week[_week(option)]
        ]
        if able:
            best = min(able, key=key)
            found[task.ask] = best
            taken.add((best.helper, best.half_day))
            weeks[best.helper, _week(best)] += 1
    return found


def _week(option: Option) -> int:
    return option.half_day // HALF_DAYS_A_WEEK


def linear_program(problem: Problem) -> tuple[int, int]:
    """The least sum of ranks that stay open, then the least cost with load: two programs, no large numbers.

    The second keeps the first one's optimum as an equation, which is a face of the same polytope, so
    its corners are whole numbers, too.
    """
    columns: list[dict[tuple, float]] = []
    ranks, costs = [], []
    for number, task in enumerate(problem.tasks):
        for option in task.options:
            columns.append({("ask", number): 1, ("half", option.helper, option.half_day): 1,
                            ("week", option.helper, _week(option)): 1, ("load", option.helper): 1})  # fmt: skip
            ranks.append(0)
            costs.append(option.cost)
        columns.append({("ask", number): 1})
        ranks.append(task.ranks[0])
        costs.append(0)
    for helper, room in problem.rooms.items():
        for cost in room.load_costs:
            columns.append({("load", helper): -1})
            ranks.append(0)
            costs.append(cost)
    open_ranks = _least(problem, columns, ranks)
    for column, rank in zip(columns, ranks, strict=True):
        if rank:
            column["ranks",] = rank
    return open_ranks, _least(problem, columns, costs, open_ranks)


def _least(problem: Problem, columns: list[dict[tuple, float]], costs: list[int], open_ranks: int = 0) -> int:
    limits: dict[tuple, float] = {("ranks",): open_ranks}
    for helper, room in problem.rooms.items():
        limits["load", helper] = 0
        limits.update({("week", helper, week): units for week, units in room.by_week.items()})
    rows: dict[bool, dict[tuple, int]] = {True: {}, False: {}}
    entries: dict[bool, list[tuple[float, int, int]]] = {True: [], False: []}
    for number, column in enumerate(columns):
        for name, value in column.items():
            equal = name[0] in ("ask", "load", "ranks")
            entries[equal].append((value, rows[equal].setdefault(name, len(rows[equal])), number))
    system = {}
    for equal, mine in entries.items():
        values, places, numbers = np.array(mine).T
        matrix = sparse.coo_matrix((values, (places, numbers)), (len(rows[equal]), len(columns))).tocsr()
        system[equal] = (matrix, [limits.get(name, 1) for name in rows[equal]])
    (equations, right), (bounds, most) = system[True], system[False]
    found = linprog(costs, A_eq=equations, b_eq=right, A_ub=bounds, b_ub=most, bounds=(0, 1), method="highs")
    assert found.status == 0, found.message
    return round(found.fun)


def most_by_exact_times(town: Town, asks: list[Ask], ctx: Context, seconds: float) -> tuple[int, bool]:
    """The most asks that could be filled at exact clock times with half an hour between; and whether proven."""
    model = cp_model.CpModel()
    intervals: dict[int, list[Any]] = defaultdict(list)
    taken: dict[int, list[Any]] = defaultdict(list)
    everything = []
    for ask in asks:
        mine = []
        for found in suggest(ask, town.offers, ctx, k=len(town.members)):
            starts = [bit // BITS_A_DAY * 48 + bit % BITS_A_DAY for bit in _bits(found.starts)]
            chosen = model.new_bool_var("")
            start = model.new_int_var_from_domain(cp_model.Domain.from_values(starts), "")
            length = ask.half_hours + 1
            intervals[found.helper].append(
                model.new_optional_fixed_size_interval_var(start, length, chosen, "")
            )
            taken[found.helper].append(chosen)
            mine.append(chosen)
        model.add_at_most_one(mine)
        everything += mine
    for offer in town.offers:
        model.add_no_overlap(intervals[offer.helper])
        model.add(sum(taken[offer.helper]) <= offer.ceiling_per_week)
    model.maximize(sum(everything))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    return round(solver.best_objective_bound), status == cp_model.OPTIMAL


def _bits(mask: int) -> list[int]:
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
