"""The plan view: all open asks of an antenna at once, as well as can be done, for a coordinator to change.

Nothing is kept and nobody is asked by looking at a plan; what a coordinator fixed comes with the request.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskState
from timebank.domain.permissions import Actor
from timebank.matching.changes import Effect, Swap, WhatIfs, swaps
from timebank.matching.obstacles import Obstacle
from timebank.matching.planning import Plan, PlannedAsk, plan
from timebank.matching.problem import Placement
from timebank.matching.proof import certify
from timebank.matching.week import first_bit, moment_of
from timebank.models.ask import Ask
from timebank.models.member import Member
from timebank.services.asking.ask_lists import live_asks
from timebank.services.matchmaking.matching_inputs import members_named
from timebank.services.matchmaking.suggestions import matching_for_asks

SWAPS_SHOWN = 2

Fix = tuple[int, int]
"""An ask's and a helper's id that a coordinator wants together."""


@dataclass(frozen=True)
class Planned:
    """One helper in the plan: who, on which day, at which minute of it, and whether it was fixed."""

    member: Member
    day: date
    minute: int
    fixed: bool


@dataclass(frozen=True)
class Alternative:
    """Another helper for an ask, and which other asks would lose theirs by it."""

    member: Member
    loses: tuple[Ask, ...]
    extra_metres: int


@dataclass(frozen=True)
class SwapView:
    """'If ``instead`` takes over ``moved``, ``helper`` is free for this ask.'"""

    helper: Member
    moved: Ask
    instead: Member


@dataclass(frozen=True)
class PlanRow:
    """What the plan does for one ask, in the order of who goes first."""

    ask: Ask
    planned: tuple[Planned, ...]
    backups: tuple[Alternative, ...]
    open_slots: int
    obstacle: Obstacle | None
    blocked_by: tuple[Ask, ...]
    swaps: tuple[SwapView, ...]


@dataclass(frozen=True)
class PlanView:
    """A whole plan: its rows, how many places are filled, the way to go, and that it is optimal."""

    rows: tuple[PlanRow, ...]
    filled_slots: int
    open_slots: int
    total_metres: int
    optimal: bool


class _Draft(NamedTuple):
    """What a row is made of, before it is known who is behind the ids."""

    planned: PlannedAsk
    effects: tuple[Effect, ...]
    swaps: tuple[Swap, ...]


class _Shown(NamedTuple):
    """Who and what is behind the ids of a plan, and the day at which its half hours begin."""

    asks: Mapping[int, Ask]
    members: Mapping[int, Member]
    monday: date


def plan_for(
    session: Session, antenna_id: int, fixes: Iterable[Fix] = (), *, actor: Actor, now: datetime
) -> PlanView:
    """The best plan for the asks that still look for someone; ``fixes`` stay as they are.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    asks = [ask for ask in live_asks(session, antenna_id, actor=actor) if ask.state is not AskState.PROMISED]
    if not asks:
        return PlanView((), 0, 0, 0, optimal=True)
    matching = matching_for_asks(session, asks, now=now)
    known = (matching.asks, matching.offers, matching.context)
    found = plan(*known)
    fixed = _placements(found, tuple(fixes))
    if fixed:
        found = plan(*known, fixed)
    by_id = {ask.id: ask for ask in asks}
    drafts = _drafts(found)
    shown = _Shown(by_id, members_named(session, _helpers_in(drafts)), matching.context.monday)
    rows = tuple(_row(each, shown, fixed) for each in drafts)
    return PlanView(
        rows=rows,
        filled_slots=found.filled_slots,
        open_slots=sum(row.open_slots for row in rows),
        total_metres=found.total_metres,
        optimal=certify(found, *known, fixed).holds,
    )


def fixes_of(session: Session, pairs: Sequence[tuple[uuid.UUID, uuid.UUID]]) -> tuple[Fix, ...]:
    """Pairs of an ask and a member as fixes; one that names nobody that we know is passed over."""
    asks = select(Ask.uid, Ask.id).where(Ask.uid.in_([ask for ask, _ in pairs]))
    members = select(Member.uid, Member.id).where(Member.uid.in_([member for _, member in pairs]))
    ask_ids = {row.uid: row.id for row in session.execute(asks)}
    member_ids = {row.uid: row.id for row in session.execute(members)}
    return tuple((ask_ids[a], member_ids[m]) for a, m in pairs if a in ask_ids and m in member_ids)


def _placements(base: Plan, fixes: Sequence[Fix]) -> tuple[Placement, ...]:
    """The fixes as placements at the first moment that suits; one that can't be is left out."""
    placed: list[Placement] = []
    for task in base.problem.tasks:
        for option in task.options:
            if (task.ask, option.helper) in fixes and not any(
                each.ask == task.ask and each.helper == option.helper for each in placed
            ):
                placed.append(Placement(task.ask, option.helper, first_bit(option.starts), task.half_hours))
    return tuple(placed)


def _drafts(found: Plan) -> tuple[_Draft, ...]:
    trials = WhatIfs(found)
    return tuple(
        _Draft(
            each,
            tuple(e for helper in each.backups if (e := trials.effect(each.ask, helper)) is not None),
            swaps(found, each.ask, SWAPS_SHOWN),
        )
        for each in found.asks
    )


def _helpers_in(drafts: Iterable[_Draft]) -> Iterator[int]:
    for each in drafts:
        yield from (placement.helper for placement in each.planned.placements)
        yield from (effect.helper for effect in each.effects)
        yield from (one.helper for swap in each.swaps for one in (swap.placed, swap.instead))


def _row(draft: _Draft, shown: _Shown, fixed: Sequence[Placement]) -> PlanRow:
    mine, obstacle = draft.planned, draft.planned.obstacle
    planned = []
    for each in mine.placements:
        day, minute = moment_of(shown.monday, each.start)
        planned.append(Planned(shown.members[each.helper], day, minute, each in fixed))
    return PlanRow(
        ask=shown.asks[mine.ask],
        planned=tuple(planned),
        backups=tuple(_alternative(effect, shown) for effect in draft.effects),
        open_slots=mine.open_slots,
        obstacle=obstacle,
        blocked_by=tuple(shown.asks[each] for each in obstacle.asks if each in shown.asks)
        if obstacle
        else (),
        swaps=tuple(_swap(each, shown) for each in draft.swaps),
    )


def _alternative(effect: Effect, shown: _Shown) -> Alternative:
    lost = tuple(shown.asks[each] for each in effect.lost if each in shown.asks)
    return Alternative(shown.members[effect.helper], lost, effect.extra_metres)


def _swap(swap: Swap, shown: _Shown) -> SwapView:
    helper, instead = shown.members[swap.placed.helper], shown.members[swap.instead.helper]
    return SwapView(helper, shown.asks[swap.moved.ask], instead)
