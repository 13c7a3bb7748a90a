"""The plan: all open asks of an antenna at once, as well as can be done under everybody's limits.

Most slots are filled, in strict order of who goes first; then the total cost is least. The plan
carries its certificate: ``proof.certify`` checks it without solving anything.
"""

import gc
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from timebank.matching.candidates import Candidates
from timebank.matching.clock import Choice, timed
from timebank.matching.fitting import look_at
from timebank.matching.flow import Node
from timebank.matching.inputs import Ask, Context, Offer
from timebank.matching.network import by_helper, clear_starts, rooms_left, solve
from timebank.matching.obstacles import Obstacle, obstacle_for
from timebank.matching.problem import Placement, Problem, Room, Task, state_problem
from timebank.matching.week import HALF_DAYS_A_WEEK

BACKUPS = 2
SECOND_BACKUP_METRES = 1000
"""How much farther away a helper feels who stands by for another ask already."""


@dataclass(frozen=True, slots=True)
class PlannedAsk:
    """What the plan does for one ask: who helps and when, who stands by, why slots stay open.

    ``backups`` are helpers who could still step in with everything else as planned.
    """

    ask: int
    placements: tuple[Placement, ...]
    backups: tuple[int, ...]
    open_slots: int
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True)
class Plan:
    """An optimal matching. ``asks`` are in the order in which they go first.

    ``potentials`` and ``set_aside`` are the certificate: a price for every half-day, week and helper
    at which nobody would want another exchange, and the options that clock times ruled out.
    """

    problem: Problem
    asks: tuple[PlannedAsk, ...]
    total_metres: int
    total_cost: int
    potentials: Mapping[Node, int]
    set_aside: frozenset[tuple[int, int, int]]

    @property
    def placements(self) -> tuple[Placement, ...]:
        """Everything that is planned or fixed."""
        return tuple(placement for each in self.asks for placement in each.placements)

    @property
    def filled_slots(self) -> int:
        """How many slots have a helper."""
        return len(self.placements)

    def of(self, ask: int) -> PlannedAsk:
        """What is planned for one ask.

        Raises:
            KeyError: the ask isn't part of this plan.
        """
        for each in self.asks:
            if each.ask == ask:
                return each
        raise KeyError(ask)


def plan(asks: Sequence[Ask], offers: Sequence[Offer], ctx: Context, fixed: Iterable[Placement] = ()) -> Plan:
    """The best plan for all ``asks``; what is ``fixed`` stays, whatever the rules say about it."""
    with not_collecting():
        return _plan(asks, offers, ctx, fixed)


@contextmanager
def not_collecting() -> Iterator[None]:
    """Nothing here refers to itself, and looking for such cycles took a third of a large plan's time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _plan(asks: Sequence[Ask], offers: Sequence[Offer], ctx: Context, fixed: Iterable[Placement]) -> Plan:
    candidates = Candidates(offers, look_at(ctx, *asks))
    problem = state_problem(asks, candidates, fixed)
    solution = solve(problem)
    placements = placements_of(problem, solution.chosen)
    backups = _backups(problem, placements)
    mine: dict[int, list[Placement]] = defaultdict(list)
    asks_of: dict[int, list[int]] = defaultdict(list)
    for each in placements:
        mine[each.ask].append(each)
        asks_of[each.helper].append(each.ask)
    by_id, planned = {ask.id: ask for ask in asks}, []
    for task in problem.tasks:
        ask, helped = by_id[task.ask], tuple(mine[task.ask])
        open_slots = max(0, ask.slots - len(ask.taken_by) - len(helped))
        obstacle = obstacle_for(ask, task, asks_of, candidates) if open_slots else None
        planned.append(PlannedAsk(ask.id, helped, backups.get(ask.id, ()), open_slots, obstacle))
    metres, cost = totals(problem, solution.chosen)
    return Plan(problem, tuple(planned), metres, cost, solution.potentials, solution.set_aside)


def placements_of(problem: Problem, chosen: Iterable[Choice]) -> tuple[Placement, ...]:
    """What is fixed and what was chosen, at clock times that don't clash."""
    found = list(problem.fixed)
    for (number, option), start, _ in timed(problem, chosen):
        if start is not None:
            task = problem.tasks[number]
            found.append(Placement(task.ask, option.helper, start, task.half_hours))
    return tuple(sorted(found))


def totals(problem: Problem, chosen: Iterable[Choice]) -> tuple[int, int]:
    """Metres to go, and the cost in metres with load; without what is fixed."""
    rooms = rooms_left(problem)
    units: Counter[int] = Counter()
    metres = cost = 0
    for _, option in chosen:
        metres += option.metres
        cost += option.cost + rooms[option.helper].load_costs[units[option.helper]]
        units[option.helper] += 1
    return metres, cost


def _backups(problem: Problem, placements: tuple[Placement, ...]) -> dict[int, tuple[int, ...]]:
    """Two helpers for every ask that has one, the cheapest that the plan leaves free, spread over many."""
    rooms = rooms_left(replace(problem, fixed=placements))
    helped, used, found = {each.ask for each in placements}, Counter[int](), {}
    busy = by_helper(placements)
    for task in problem.tasks:
        if task.ask in helped:
            found[task.ask] = _best_backups(problem, task, rooms, busy, used)
            used.update(found[task.ask])
    return found


def _best_backups(
    problem: Problem,
    task: Task,
    rooms: Mapping[int, Room],
    busy: Mapping[int, Sequence[Placement]],
    used: Counter[int],
) -> tuple[int, ...]:
    """The cheapest of a task's options, which come in order of cost, to stand by."""
    costs: dict[int, tuple[int, int]] = {}
    most: list[int] = []
    for option in task.options:
        if len(most) == BACKUPS and option.cost > most[-1]:
            break
        helper = option.helper
        if helper in costs or not rooms[helper].by_week.get(option.half_day // HALF_DAYS_A_WEEK, 0):
            continue
        aside = (task.ask, helper, option.half_day) in problem.set_aside
        if not aside and clear_starts(task, option, busy.get(helper, ())):
            costs[helper] = (option.cost + SECOND_BACKUP_METRES * used[helper], option.last_asked)
            most = sorted([*most, costs[helper][0]])[:BACKUPS]
    return tuple(heapq.nsmallest(BACKUPS, costs, key=lambda each: (costs[each], each)))
