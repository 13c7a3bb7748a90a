"""The arcs of a problem's flow network, and the flow that solves it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from timebank.matching.clock import Choice, clashes, clashing_starts
from timebank.matching.flow import Known, Network, Node
from timebank.matching.problem import DONE, Option, Placement, Problem, Room, Task
from timebank.matching.week import BITS_A_WEEK, HALF_DAYS_A_WEEK

Arc = tuple[Node, Node, int, int, Choice | None]
"""Tail, head, capacity, cost of a unit, and the choice that a unit means, if any."""


class Solution(NamedTuple):
    """The options taken, and the potentials of the nodes, which prove that nothing is better."""

    chosen: tuple[Choice, ...]
    potentials: Mapping[Node, int]
    set_aside: frozenset[tuple[int, int, int]]


def without_fixed(problem: Problem) -> tuple[tuple[Task, ...], dict[int, Room]]:
    """Tasks with the options, and helpers with the room, that what is fixed or set aside leaves open."""
    if not problem.fixed and not problem.set_aside:
        return problem.tasks, dict(problem.rooms)
    of_helper = by_helper(problem.fixed)
    tasks = []
    for task in problem.tasks:
        kept = []
        for option in task.options:
            starts = clear_starts(task, option, of_helper.get(option.helper, ()))
            if starts and (task.ask, option.helper, option.half_day) not in problem.set_aside:
                kept.append(option if starts == option.starts else option._replace(starts=starts))
        tasks.append(replace(task, options=tuple(kept)))
    return tuple(tasks), rooms_left(problem)


def by_helper(placements: Iterable[Placement]) -> dict[int, list[Placement]]:
    """What each helper is given."""
    found: dict[int, list[Placement]] = defaultdict(list)
    for each in placements:
        found[each.helper].append(each)
    return found


def rooms_left(problem: Problem) -> dict[int, Room]:
    """The room that what is fixed leaves to each helper."""
    fixed = by_helper(problem.fixed)
    rooms = dict(problem.rooms)
    rooms.update((helper, _room_left(rooms[helper], fixed[helper])) for helper in fixed if helper in rooms)
    return rooms


def clear_starts(task: Task, option: Option, fixed: Sequence[Placement]) -> int:
    """When the option can still start beside what is ``fixed`` with its helper."""
    starts = option.starts
    for each in fixed:
        if each.ask == task.ask or each.half_day == option.half_day:
            return 0
        starts &= ~clashing_starts(each.start, each.half_hours, task.half_hours)
    return starts


def _room_left(room: Room, fixed: Sequence[Placement]) -> Room:
    used = Counter(each.start // BITS_A_WEEK for each in fixed)
    by_week = {week: max(0, units - used[week]) for week, units in room.by_week.items()}
    return Room(by_week, room.load_costs[len(fixed) :])


def arcs_of(problem: Problem) -> Iterator[Arc]:
    """Every arc, in the same order for the same problem."""
    tasks, rooms = without_fixed(problem)
    unfilled_cost = problem.unfilled_cost
    half_days: dict[tuple[int, int], None] = {}
    for number, task in enumerate(tasks):
        if not task.ranks:
            continue
        ask: Node = ("ask", number)
        for rank in task.ranks:
            yield ask, DONE, 1, unfilled_cost * rank, None
        several = len(task.ranks) > 1
        if several:
            # One helper takes one slot, in whichever half-day.
            for helper, option in {option.helper: option for option in task.options}.items():
                yield ask, ("slot", number, helper), 1, option.cost, None
        for option in task.options:
            half_day: Node = ("half-day", option.helper, option.half_day)
            half_days[option.helper, option.half_day] = None
            tail: Node = ("slot", number, option.helper) if several else ask
            yield tail, half_day, 1, 0 if several else option.cost, (number, option)
    yield from _arcs_of_helpers(half_days, rooms)


def _arcs_of_helpers(half_days: Mapping[tuple[int, int], None], rooms: Mapping[int, Room]) -> Iterator[Arc]:
    by_helper: dict[int, list[int]] = defaultdict(list)
    for helper, half_day in half_days:
        by_helper[helper].append(half_day)
    for helper, used in by_helper.items():
        name: Node = ("helper", helper)
        weeks = dict.fromkeys(half_day // HALF_DAYS_A_WEEK for half_day in used)
        left = {week: rooms[helper].by_week.get(week, 0) for week in weeks}
        # With one week, what leaves the helper is limit enough.
        for half_day in used:
            week: Node = ("week", helper, half_day // HALF_DAYS_A_WEEK) if len(weeks) > 1 else name
            yield ("half-day", helper, half_day), week, 1, 0, None
        if len(weeks) > 1:
            for number, units in left.items():
                yield ("week", helper, number), name, units, 0, None
        for cost in rooms[helper].load_costs[: sum(left.values())]:
            yield name, DONE, 1, cost, None


def solve(problem: Problem) -> Solution:
    """The cheapest flow: most slots filled in strict order of rank, then the least total cost.

    A favour that runs from one half-day into the next can meet the one promised there. Where no
    clock times suit both, the dearer option is set aside and its unit sent another way.
    """
    return Flow(problem).without_clashes()


class Flow:
    """The cheapest flow of a problem, before anything is said of clock times."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._network = network = Network()
        self._choices: dict[int, Choice] = {}
        self._tried: dict[int, Choice] = {}
        node, arc, last, begin = network.node, network.arc, DONE, 0
        for tail, head, capacity, cost, choice in arcs_of(problem):
            # The arcs of one node come together: its number is looked up once.
            if tail is not last:
                last, begin = tail, node(tail)
            number = arc(begin, node(head), capacity, cost)
            if choice is not None:
                self._choices[number] = choice
        done = network.node(DONE)
        for number, task in enumerate(problem.tasks):
            for _ in task.ranks:
                network.push(network.node(("ask", number)), done)
        self._now = self._taken()

    @cached_property
    def _arcs_of(self) -> dict[tuple[int, int], list[int]]:
        """The arcs by which each helper could take each task."""
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for arc, (number, option) in self._choices.items():
            found[number, option.helper].append(arc)
        return found

    def chosen(self) -> tuple[Choice, ...]:
        """The options that a unit goes through."""
        return tuple(self._now.values())

    def _taken(self) -> dict[int, Choice]:
        return {arc: choice for arc, choice in self._choices.items() if self._network.flow(arc)}

    def with_helper(self, number: int, helper: int) -> tuple[Choice, ...] | None:
        """The cheapest choices if this helper has a slot of the task, which isn't theirs yet; None if it can't be.

        One more unit would come in where the helper's options begin, and drive one of the task's own out:
        along the shortest way from there the flow stays the cheapest. Nothing is sent.
        """
        network, begin = self._network, self._network.node(("instead", number, helper))
        for arc in self._arcs_of.pop((number, helper), ()):
            choice = self._choices.get(arc)
            if choice is not None:
                self._tried[network.arc(begin, network.head(arc), 1, choice[1].cost)] = choice
        way = network.way(begin, network.node(("ask", number)), self._way_back(number))
        if way is None:
            return None
        taken = dict(self._now)
        for arc in way:
            taken.pop(arc ^ 1, None)
            choice = self._choices.get(arc) or self._tried.get(arc)
            if choice is not None:
                taken[arc] = choice
        return tuple(taken.values())

    def _way_back(self, number: int) -> Known | None:
        """From the end back to a task, against a unit of its own; None if it has none."""
        network = self._network
        option = next((each for task, each in self._now.values() if task == number), None)
        if option is None:
            return None
        units = sum(1 for _, each in self._now.values() if each.helper == option.helper)
        costs = option.cost + rooms_left(self.problem)[option.helper].load_costs[units - 1]
        done, ask = network.node(DONE), network.node(("ask", number))
        return done, network.potentials[done] - network.potentials[ask] - costs

    def without_clashes(self) -> Solution:
        """The choices once those that clock times rule out are set aside. The flow is changed."""
        network, set_aside = self._network, set(self.problem.set_aside)
        while True:
            taken = self._now = self._taken()
            dearer = clashes(self.problem, tuple(taken.values()))
            if not dearer:
                break
            for arc, (number, option) in taken.items():
                # Sending one unit another way can take a later one off its arc: then that one no longer clashes.
                if (number, option) in dearer and network.flow(arc):
                    set_aside.add((self.problem.tasks[number].ask, option.helper, option.half_day))
                    del self._choices[arc]
                    network.reroute(arc)
        return Solution(tuple(taken.values()), network.by_name(), frozenset(set_aside))
