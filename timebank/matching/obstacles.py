"""Why an ask stays open in a plan: one code and its values, for an early honest 'nobody yet'."""

import enum
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timebank.matching.candidates import Candidates
from timebank.matching.inputs import Ask
from timebank.matching.problem import Task
from timebank.matching.rules import Params, Rule

BUSY = frozenset({Rule.PROMISED, Rule.CEILING})


class ObstacleCode(enum.StrEnum):
    """Why a slot has no helper."""

    TOO_LATE = "too_late"
    NOBODY_OFFERS = "nobody_offers"
    NOBODY_FITS = "nobody_fits"
    ALL_BUSY = "all_busy"
    NEEDED_MORE = "needed_more"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way. ``asks`` are those that the plan gives the helpers who could have come."""

    code: ObstacleCode
    params: Params = field(default_factory=dict)
    asks: tuple[int, ...] = ()


def obstacle_for(
    ask: Ask, task: Task, asks_of: Mapping[int, Sequence[int]], candidates: Candidates
) -> Obstacle:
    """Why this ask still has an open slot when every helper has ``asks_of`` them."""
    able = {option.helper for option in task.options}
    if able:
        elsewhere = {each for helper in able for each in asks_of.get(helper, ())} - {ask.id}
        if elsewhere:
            return Obstacle(ObstacleCode.NEEDED_MORE, {"helpers": len(able)}, tuple(sorted(elsewhere)))
        return Obstacle(ObstacleCode.TOO_FEW, {"helpers": len(able)})
    if not ask.window & ~candidates.look.elapsed:
        return Obstacle(ObstacleCode.TOO_LATE)
    refusals = Counter(candidates.refusals(ask))
    del refusals[Rule.HERSELF]
    if not refusals:
        return Obstacle(ObstacleCode.NOBODY_OFFERS, {"category": ask.category})
    busy = sum(refusals[rule] for rule in BUSY)
    if busy:
        return Obstacle(ObstacleCode.ALL_BUSY, {"helpers": busy})
    rule = min(refusals, key=lambda each: (-refusals[each], each))
    return Obstacle(ObstacleCode.NOBODY_FITS, {"rule": rule.value, "helpers": refusals[rule]})
