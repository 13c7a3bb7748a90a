"""What a coordinator can change in a plan, and what each change would mean for others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timebank.matching.clock import clashes, clashing_starts
from timebank.matching.network import Flow, solve
from timebank.matching.planning import Plan, not_collecting, placements_of, totals
from timebank.matching.problem import Option, Placement, Problem, Task
from timebank.matching.week import BITS_A_WEEK, HALF_DAYS_A_WEEK, first_bit


@dataclass(frozen=True, slots=True)
class Swap:
    """'If ``instead`` does ``moved``, ``placed`` can be': one person moves, and an open ask has its helper.

    ``was_fixed`` says that the moved favour was fixed, so that its helper and asker must agree.
    """

    placed: Placement
    moved: Placement
    instead: Placement
    was_fixed: bool
    extra_metres: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What giving ``ask`` to ``helper`` does to the rest of the plan, at its best.

    ``lost`` asks would have fewer helpers than planned and ``gained`` ones more; ``changed`` ones
    another helper. ``extra_metres`` are walked or driven by all together.
    """

    ask: int
    helper: int
    lost: tuple[int, ...]
    gained: tuple[int, ...]
    changed: tuple[int, ...]
    extra_metres: int


def swaps(plan: Plan, ask: int, k: int = 3) -> tuple[Swap, ...]:
    """The ``k`` best single moves that give an open slot of ``ask`` a helper.

    An optimal plan without anything fixed has none: they appear where promises were made one by one.
    """
    problem = plan.problem
    tasks = {task.ask: task for task in problem.tasks}
    if ask not in tasks or not plan.of(ask).open_slots:
        return ()
    now = _Placed(problem, plan.placements)
    found = []
    for option in tasks[ask].options:
        for moved in now.of(option.helper):
            placed = now.without(moved).place(tasks[ask], option)
            if placed is None or moved.ask == ask or now.place(tasks[ask], option) is not None:
                continue
            after = now.without(moved).with_(placed)
            for better, instead in after.others_for(tasks.get(moved.ask), moved):
                was = _option_of(tasks[moved.ask], moved)
                cost = option.cost + better.cost - (was.cost if was else 0)
                metres = option.metres + better.metres - (was.metres if was else 0)
                swap = Swap(placed, moved, instead, moved in problem.fixed, metres)
                found.append((cost, placed, moved, instead, swap))
    return tuple(swap for *_, swap in sorted(found, key=lambda each: each[:4])[:k])


def what_if(plan: Plan, ask: int, helper: int) -> Effect | None:
    """What choosing this helper would cost others; None where it isn't possible or the ask is fixed."""
    return WhatIfs(plan).effect(ask, helper)


class WhatIfs:
    """The effects of many choices on one plan, each tried on a flow that is solved once."""

    @not_collecting()
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._flow = Flow(plan.problem)
        self._flow.without_clashes()
        self._tasks = {task.ask: (number, task) for number, task in enumerate(plan.problem.tasks)}

    def effect(self, ask: int, helper: int) -> Effect | None:
        """What choosing this helper would cost others; None where it isn't possible or the ask is fixed."""
        number, task = self._tasks.get(ask, (0, None))
        if task is None or not task.ranks or not any(each.helper == helper for each in task.options):
            return None
        found = self._with(number, task, helper)
        return None if found is None else _effect(self._plan, ask, helper, *found)

    def _with(self, number: int, task: Task, helper: int) -> tuple[tuple[Placement, ...], int] | None:
        """What is placed then, and how far all together go."""
        plan, problem = self._plan, self._plan.problem
        if any(each.ask == task.ask and each.helper == helper for each in plan.placements):
            return plan.placements, plan.total_metres
        chosen = self._flow.with_helper(number, helper)
        if chosen is None and not plan.set_aside:
            return None
        if chosen is None or clashes(problem, chosen):
            # Clock times rule something out: what else there is must be looked at again.
            problem = _with_first(problem, task, helper)
            chosen = solve(problem).chosen
        placements = placements_of(problem, chosen)
        if not any(each.ask == task.ask and each.helper == helper for each in placements):
            return None
        return placements, totals(problem, chosen)[0]


def _effect(plan: Plan, ask: int, helper: int, placements: Iterable[Placement], metres: int) -> Effect:
    before, after = _helpers(plan.placements), _helpers(placements)
    asks = sorted(before.keys() | after.keys())
    return Effect(
        ask,
        helper,
        lost=tuple(each for each in asks if len(after[each]) < len(before[each])),
        gained=tuple(each for each in asks if len(after[each]) > len(before[each])),
        changed=tuple(
            each for each in asks if len(after[each]) == len(before[each]) and after[each] != before[each]
        ),
        extra_metres=metres - plan.total_metres,
    )


def _with_first(problem: Problem, task: Task, helper: int) -> Problem:
    """The problem in which one slot of the task goes to this helper before anything else is given away."""
    top = max(rank for each in problem.tasks for rank in each.ranks) + 1
    mine = tuple(each for each in task.options if each.helper == helper)
    rest = tuple(each for each in task.options if each.helper != helper)
    others = [
        replace(each, ranks=each.ranks[1:], options=rest) if each is task else each for each in problem.tasks
    ]
    return replace(problem, tasks=(Task(task.ask, task.half_hours, (top,), mine), *others))


def _helpers(placements: Iterable[Placement]) -> defaultdict[int, Counter[int]]:
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for each in placements:
        found[each.ask][each.helper] += 1
    return found


def _option_of(task: Task, placement: Placement) -> Option | None:
    key = (placement.helper, placement.half_day)
    return next((each for each in task.options if (each.helper, each.half_day) == key), None)


class _Placed:
    """Who is placed where, to try what else has room."""

    def __init__(self, problem: Problem, placements: Iterable[Placement]) -> None:
        self._problem = problem
        self._of: dict[int, list[Placement]] = defaultdict(list)
        for each in placements:
            self._of[each.helper].append(each)

    def of(self, helper: int) -> list[Placement]:
        return self._of.get(helper, [])

    def without(self, placement: Placement) -> "_Placed":
        return _Placed(self._problem, (each for each in self._all() if each != placement))

    def with_(self, placement: Placement) -> "_Placed":
        return _Placed(self._problem, (*self._all(), placement))

    def _all(self) -> Iterator[Placement]:
        return (each for mine in self._of.values() for each in mine)

    def place(self, task: Task, option: Option) -> Placement | None:
        """The task at the option's earliest start, or None where its helper has no room."""
        mine, starts = self.of(option.helper), option.starts
        week = option.half_day // HALF_DAYS_A_WEEK
        in_week = sum(1 for each in mine if each.start // BITS_A_WEEK == week)
        if in_week >= self._problem.rooms[option.helper].by_week.get(week, 0):
            return None
        for each in mine:
            if each.ask == task.ask or each.half_day == option.half_day:
                return None
            starts &= ~clashing_starts(each.start, each.half_hours, task.half_hours)
        if not starts:
            return None
        return Placement(task.ask, option.helper, first_bit(starts), task.half_hours)

    def others_for(self, task: Task | None, moved: Placement) -> Iterator[tuple[Option, Placement]]:
        """Where the moved favour could go instead."""
        if task is None:
            return
        for option in task.options:
            if (option.helper, option.half_day) != (moved.helper, moved.half_day):
                instead = self.place(task, option)
                if instead is not None:
                    yield option, instead
