"""All open asks at once as a flow problem: who could take which ask in which half-day, and what it costs.

ask -> (helper, half-day) -> (helper, week) -> helper -> done, and ask -> done for what stays open.
One unit is one slot of an ask. A half-day takes one unit, a week as many as the own ceiling leaves;
a helper's k-th unit of this plan costs more than the one before, so that load is spread exactly.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from timebank.matching.calendars import promised_by_week
from timebank.matching.candidates import Candidates
from timebank.matching.fitting import Fit
from timebank.matching.flow import Node
from timebank.matching.inputs import Ask, Context, Offer
from timebank.matching.scoring import cost_of, load_cost, lot
from timebank.matching.week import by_half_day, half_day_at

DONE: Node = ("done",)


class Option(NamedTuple):
    """A helper who could take an ask in one half-day; ``starts`` is a mask, all within that half-day."""

    cost: int
    last_asked: int
    helper: int
    half_day: int
    starts: int
    metres: int


class Placement(NamedTuple):
    """One slot of an ask given to a helper, at the half hour ``start``."""

    ask: int
    helper: int
    start: int
    half_hours: int

    @property
    def half_day(self) -> int:
        """The half-day in which it starts."""
        return half_day_at(self.start)


class Room(NamedTuple):
    """What a helper has room for: units by week, and what the first, second ... unit of the plan costs."""

    by_week: Mapping[int, int]
    load_costs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """An ask as the plan sees it: its slots that are open, and its options, the best first.

    ``ranks`` has a number for each slot; the larger one goes first when there aren't helpers for all.
    """

    ask: int
    half_hours: int
    ranks: tuple[int, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that a plan depends on. ``fixed`` stays as it is; ``set_aside`` are (ask, helper, half-day)."""

    tasks: tuple[Task, ...]
    rooms: Mapping[int, Room]
    fixed: tuple[Placement, ...] = ()
    set_aside: frozenset[tuple[int, int, int]] = frozenset()

    @property
    def unfilled_cost(self) -> int:
        """What a slot of the lowest rank costs when it stays open: more than all that could be saved."""
        dearest = max((abs(each.cost) for task in self.tasks for each in task.options), default=0)
        load = max((room.load_costs[-1] for room in self.rooms.values() if room.load_costs), default=0)
        return 1 + 2 * (dearest + load) * sum(len(task.ranks) for task in self.tasks)


def state_problem(asks: Iterable[Ask], candidates: Candidates, fixed: Iterable[Placement] = ()) -> Problem:
    """The problem of these asks and candidates; the order in which they come makes no difference."""
    kept, ctx = tuple(sorted(fixed)), candidates.look.ctx
    taken = Counter(each.ask for each in kept)
    ordered = sorted(asks, key=lambda ask: who_goes_first(ask, ctx))
    slots = [max(0, ask.slots - len(ask.taken_by) - taken[ask.id]) for ask in ordered]
    rank, tasks = sum(slots), []
    used: dict[int, Offer] = {}
    for ask, open_slots in zip(ordered, slots, strict=True):
        fits = candidates.fits(ask)
        if ask.together:
            fits = _at_the_same_moment(fits)
        options: list[Option] = []
        for offer, fit in fits:
            options += _options(ask, offer, fit, ctx)
        options.sort()
        used.update((offer.helper, offer) for offer, _ in fits)
        ranks = tuple(range(rank, rank - open_slots, -1))
        tasks.append(Task(ask.id, ask.half_hours, ranks, tuple(options)))
        rank -= open_slots
    rooms = {helper: _room(offer, ctx, candidates.look.weeks) for helper, offer in used.items()}
    return Problem(tuple(tasks), rooms, kept)


def who_goes_first(ask: Ask, ctx: Context) -> tuple[int, bool, int, int, int]:
    """The strict order: urgency, unfilled last time, waiting longest, then by lot."""
    return (-ask.urgency, not ask.unfilled_before, ask.asked_on.toordinal(), lot(ctx.seed, ask.id), ask.id)


def _options(ask: Ask, offer: Offer, fit: Fit, ctx: Context) -> list[Option]:
    cost = cost_of(ask, offer, fit, ctx)
    last_asked = ctx.past_of(offer.helper).last_asked
    asked = 0 if last_asked is None else last_asked.toordinal()
    helper, metres = offer.helper, fit.distance_metres
    return [
        Option(cost, asked, helper, half_day, starts, metres) for half_day, starts in by_half_day(fit.starts)
    ]


def _at_the_same_moment(found: list[tuple[Offer, Fit]]) -> list[tuple[Offer, Fit]]:
    """Only those who can start at the moment that suits most helpers, the earliest of such moments."""
    union, best, most = 0, 0, 0
    for _, fit in found:
        union |= fit.starts
    while union:
        moment = union & -union
        able = sum(1 for _, fit in found if fit.starts & moment)
        if able > most:
            best, most = moment, able
        union &= ~moment
    return [(offer, fit._replace(starts=best)) for offer, fit in found if fit.starts & best]


def _room(offer: Offer, ctx: Context, weeks: int) -> Room:
    promised = promised_by_week(ctx.past_of(offer.helper))
    by_week = {week: max(0, offer.ceiling_per_week - promised[week]) for week in range(weeks)}
    units = sum(by_week.values())
    return Room(by_week, tuple(load_cost(offer, done, ctx.weights) for done in range(units)))
