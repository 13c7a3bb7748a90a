"""Figures as an audience gets them: rounded, or a sign."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.tables import MINUTES, SUMS, Cell, Frame, Table
from timebank.participation.periods import Period

Place = tuple[str, Cell]
"""(measure, cell): where a figure stands in its table."""


class Sign(enum.StrEnum):
    """What stands in a place."""

    SHOWN = "shown"
    FEW = "few"
    """Fewer than k people on one side, nobody included; or minutes or things of mostly one or two people."""

    WITHHELD = "withheld"
    """Enough people, but it would tell of others: the gate took it away."""


@dataclass(frozen=True)
class Figure:
    """What is printed. ``value`` is rounded, in people, minutes or things; None unless shown."""

    sign: Sign
    value: int | None = None


FEW, WITHHELD = Figure(Sign.FEW), Figure(Sign.WITHHELD)


@dataclass(frozen=True)
class Released:
    """One table as it left the house, for good."""

    frame: Frame
    period: Period
    figures: Mapping[Place, Figure]


def base_of(audience: Audience, measure: str) -> int:
    """The unit of rounding: k people or things, or k hours in minutes."""
    return audience.base_minutes if measure == MINUTES else audience.k


def rounded(value: int, base: int) -> int:
    """To the nearest multiple of ``base``, a half upwards."""
    return base * ((value + base // 2) // base)


def bounds_of(value: int, base: int) -> tuple[int, int]:
    """The smallest and largest whole number that ``rounded`` turns into ``value``, not below 0."""
    return max(0, value - base // 2), value + (base - 1) // 2


def first_figures(table: Table, audience: Audience) -> dict[Place, Figure]:
    """Every figure after threshold, dominance and rounding; the gate comes next.

    A cell needs k people of each kind that it counts. Of those who aren't the audience's own there must
    be k as well, or none: it can take its own away by itself.
    """
    figures = {}
    for cell in table.frame.cells:
        enough = all(_is_enough(table, kind, cell, audience.k) for kind in table.frame.counts)
        for measure in table.frame.measures:
            shown = enough and not (measure in SUMS and cell in table.dominated)
            value = rounded(table.true_figure(measure, cell), base_of(audience, measure))
            figures[measure, cell] = Figure(Sign.SHOWN, value) if shown else FEW
    return figures


def _is_enough(table: Table, kind: str, cell: Cell, k: int) -> bool:
    others = table.others(kind, cell)
    return table.true_figure(kind, cell) >= k and (others == 0 or others >= k)


def share(part: Figure, whole: Figure) -> int | None:
    """``part`` in percent of ``whole``, whole percents, from the rounded figures and nothing else.

    So it tells nothing that the two don't. None where either isn't shown, or the whole rounds to 0.
    """
    if part.value is None or not whole.value:
        return None
    return min(100, (200 * part.value + whole.value) // (2 * whole.value))


def average_minutes(minutes: Figure, people: Figure) -> int | None:
    """Minutes per person to a quarter of an hour, from the rounded figures. None as in ``share``."""
    if minutes.value is None or not people.value:
        return None
    return rounded((2 * minutes.value + people.value) // (2 * people.value), 15)
