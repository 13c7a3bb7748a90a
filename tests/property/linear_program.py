"""A plan as a linear program for HiGHS: another formulation by another solver, to judge ours by."""

from collections import Counter, defaultdict

import numpy as np
from scipy.optimize import linprog

from tests.property.neighbourhood import Neighbourhood, half_days
from timebank.matching.inputs import Ask
from timebank.matching.problem import who_goes_first
from timebank.matching.suggesting import suggest


class Columns:
    """The variables of a program, each between 0 and 1, with their costs and the rows they stand in."""

    def __init__(self) -> None:
        self.costs: list[float] = []
        self.rows: dict[tuple, dict[int, float]] = defaultdict(dict)

    def add(self, cost: float, *rows: tuple) -> None:
        for row in rows:
            self.rows[row][len(self.costs)] = 1.0
        self.costs.append(cost)


def least_cost(here: Neighbourhood, unfilled: dict[int, list[float]]) -> float:
    """The least cost when the n-th open slot of an ask costs ``unfilled[ask][n]`` (rising)."""
    columns = Columns()
    helpers = {offer.helper: offer for offer in here.offers}
    used: set[int] = set()
    for ask in here.asks:
        for offer in here.offers:
            for found in suggest(ask, [offer], here.ctx, 1):
                used.add(offer.helper)
                for half_day in half_days(found.starts):
                    columns.add(found.cost_metres, *_rows(ask, offer.helper, half_day))
        for cost in unfilled[ask.id]:
            columns.add(cost, ("slots", ask.id))
    limits = {("slots", ask.id): float(ask.slots) for ask in here.asks}
    equal = {row for row in columns.rows if row[0] == "slots"}
    for helper in used:
        ceiling = helpers[helper].ceiling_per_week
        promised = Counter(p.start // 175 for p in here.ctx.past_of(helper).promises)
        for row in [row for row in columns.rows if row[:2] == ("week", helper)]:
            limits[row] = ceiling - promised[row[2]]
        for unit in range(2 * ceiling):
            columns.rows["load", helper][len(columns.costs)] = -1.0
            columns.costs.append(here.ctx.weights.load * unit // ceiling)
        equal.add(("load", helper))
        limits["load", helper] = 0.0
    return _solved(columns, limits, equal)


def _rows(ask: Ask, helper: int, half_day: int) -> list[tuple]:
    return [
        ("slots", ask.id),
        ("once", ask.id, helper),
        ("half-day", helper, half_day),
        ("week", helper, half_day // 21),
        ("load", helper),
    ]


def _solved(columns: Columns, limits: dict, equal: set) -> float:
    if not columns.costs:
        return 0.0
    matrices = {}
    for kind in (True, False):
        names = [row for row in columns.rows if (row in equal) is kind]
        matrix = np.zeros((len(names), len(columns.costs)))
        for number, name in enumerate(names):
            for column, value in columns.rows[name].items():
                matrix[number, column] = value
        matrices[kind] = (matrix, [limits.get(name, 1.0) for name in names])
    found = linprog(
        columns.costs,
        A_eq=matrices[True][0],
        b_eq=matrices[True][1],
        A_ub=matrices[False][0] if matrices[False][1] else None,
        b_ub=matrices[False][1] or None,
        bounds=(0, 1),
    )
    assert found.status == 0, found.message
    return float(found.fun)


def strict_costs(here: Neighbourhood, unit: int) -> dict[int, list[float]]:
    """What each open slot costs in the strict order: ``unit`` times its rank."""
    ordered = sorted(here.asks, key=lambda ask: who_goes_first(ask, here.ctx))
    rank, costs = sum(ask.slots for ask in ordered), {}
    for ask in ordered:
        costs[ask.id] = sorted(float(unit * (rank - slot)) for slot in range(ask.slots))
        rank -= ask.slots
    return costs
