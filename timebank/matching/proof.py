"""Whether a plan is as good as it says, found out without solving anything.

The certificate is a price for every node of the network. Whatever the prices, no flow can cost less
than the sum of all arcs' reduced costs below zero plus the prices of the slots (weak duality of linear
programs); a plan that costs exactly that is optimal. So a wrong certificate can't prove a wrong plan.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timebank.matching.candidates import Candidates
from timebank.matching.clock import Choice, clashing_starts
from timebank.matching.fitting import look_at
from timebank.matching.inputs import Ask, Context, Offer
from timebank.matching.network import arcs_of
from timebank.matching.planning import Plan, not_collecting, totals
from timebank.matching.problem import DONE, Placement, Problem, state_problem
from timebank.matching.week import HALF_DAYS_A_WEEK


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check found. ``gap`` is the cost above the proven bound, in units in which a slot of any
    rank outweighs all metres; ``faults`` are broken limits, in words for who mends the program.

    ``set_aside`` counts options that clock times ruled out: the plan is optimal among the others.
    """

    gap: int | None
    faults: tuple[str, ...]
    set_aside: int

    @property
    def holds(self) -> bool:
        """Whether the plan keeps every limit and nothing better exists."""
        return self.gap == 0 and not self.faults


@not_collecting()
def certify(
    plan: Plan, asks: Sequence[Ask], offers: Sequence[Offer], ctx: Context, fixed: Iterable[Placement] = ()
) -> Proof:
    """Check a plan against what it was made from, with nothing but its own certificate."""
    problem = state_problem(asks, Candidates(offers, look_at(ctx, *asks)), fixed)
    problem = replace(problem, set_aside=plan.set_aside)
    chosen, faults = _chosen_in(plan, problem)
    faults += _clock_faults(plan.placements)
    faults += _room_faults(chosen, problem)
    if faults:
        return Proof(None, tuple(faults), len(plan.set_aside))
    faults += _sum_faults(plan, problem, chosen)
    gap = cost_of_flow(problem, chosen) - bound(plan, problem)
    return Proof(gap, tuple(faults), len(plan.set_aside))


def bound(plan: Plan, problem: Problem) -> int:
    """What every plan for this problem costs at least, by the plan's certificate."""
    price = plan.potentials.get
    supply = sum(len(task.ranks) for task in problem.tasks)
    least = supply * price(DONE, 0)
    least -= sum(len(task.ranks) * price(("ask", number), 0) for number, task in enumerate(problem.tasks))
    for tail, head, capacity, cost, _ in arcs_of(problem):
        reduced = cost + price(tail, 0) - price(head, 0)
        if reduced < 0:
            least += capacity * reduced
    return least


def cost_of_flow(problem: Problem, chosen: Sequence[Choice]) -> int:
    """The cost of these choices, with what stays open at the price of its rank."""
    _, cost = totals(problem, chosen)
    filled = Counter(number for number, _ in chosen)
    open_ranks = sum(sum(task.ranks[filled[number] :]) for number, task in enumerate(problem.tasks))
    return cost + problem.unfilled_cost * open_ranks


def _chosen_in(plan: Plan, problem: Problem) -> tuple[list[Choice], list[str]]:
    """The options behind a plan's placements; a fault where there is none, or where one fixed is missing."""
    numbers = {task.ask: number for number, task in enumerate(problem.tasks)}
    left, chosen, faults = Counter(plan.placements), [], []
    for each in problem.fixed:
        if not left[each]:
            faults.append(f"fixed {each} isn't in the plan")
        left[each] -= 1
    for each in left.elements():
        number = numbers.get(each.ask)
        options = problem.tasks[number].options if number is not None else ()
        found = [o for o in options if o.helper == each.helper and o.starts >> each.start & 1]
        if number is None or not found or each.half_hours != problem.tasks[number].half_hours:
            faults.append(f"{each} breaks a hard rule")
        elif (each.ask, each.helper, each.half_day) in problem.set_aside:
            faults.append(f"{each} was set aside")
        else:
            chosen.append((number, found[0]))
    filled = Counter(number for number, _ in chosen)
    faults += [f"too many for {t.ask}" for n, t in enumerate(problem.tasks) if filled[n] > len(t.ranks)]
    return chosen, faults


def _clock_faults(placements: Sequence[Placement]) -> list[str]:
    """Two in one half-day, two at once, or one helper twice in an ask; what is fixed among itself is let be."""
    by_helper: dict[int, list[Placement]] = defaultdict(list)
    for each in placements:
        by_helper[each.helper].append(each)
    faults = []
    for mine in by_helper.values():
        for place, one in enumerate(mine):
            for other in mine[place + 1 :]:
                clash = clashing_starts(one.start, one.half_hours, other.half_hours) >> other.start & 1
                if one.half_day == other.half_day or one.ask == other.ask or clash:
                    faults.append(f"{one} and {other} can't both be")
    return faults


def _room_faults(chosen: Sequence[Choice], problem: Problem) -> list[str]:
    used = Counter((option.helper, option.half_day // HALF_DAYS_A_WEEK) for _, option in chosen)
    for each in problem.fixed:
        used[each.helper, each.half_day // HALF_DAYS_A_WEEK] += 1
    mine = {option.helper for _, option in chosen}
    rooms = problem.rooms
    return [
        f"helper {helper} has more than the own ceiling in week {week}"
        for (helper, week), units in used.items()
        if helper in mine and units > rooms[helper].by_week.get(week, 0)
    ]


def _sum_faults(plan: Plan, problem: Problem, chosen: Sequence[Choice]) -> list[str]:
    if totals(problem, chosen) == (plan.total_metres, plan.total_cost):
        return []
    return ["the plan's sums aren't those of its placements"]
