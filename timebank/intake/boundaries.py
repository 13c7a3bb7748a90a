"""Which asks may be for a professional: care words, and how often or how long.

A flag is a gentle hint on the form. It never refuses; the coordinator decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timebank.intake.guesses import Found


@dataclass(frozen=True)
class Boundary:
    """Something that an antenna's neighbours don't do.

    ``code`` names a list of care words that comes with the product ('bodily_care', 'nursing', 'money',
    'intensive') or is the antenna's own; ``words`` are the antenna's own words and phrases, in any language.
    More often than ``most_per_week``, or longer than ``most_minutes_per_week`` in all, is flagged too.
    """

    code: str
    words: tuple[str, ...] = ()
    most_per_week: float | None = None
    most_minutes_per_week: int | None = None


@dataclass(frozen=True)
class BoundaryFlag:
    """Which boundary, for what ``reason`` ('words', 'often' or 'long'), and the words that said so."""

    boundary: str
    reason: str
    found: tuple[Found, ...] = ()


BOUNDARIES: tuple[Boundary, ...] = (
    Boundary("bodily_care"),
    Boundary("nursing"),
    Boundary("money"),
    Boundary("intensive", most_per_week=3, most_minutes_per_week=300),
)
"""What an antenna begins with (report: 'three times, not four'; no bodily care, no family-care service)."""


def check_boundaries(
    words: str,
    *,
    repeats_per_week: float | None = None,
    minutes: int | None = None,
    boundaries: Sequence[Boundary] = BOUNDARIES,
) -> tuple[BoundaryFlag, ...]:
    """Flags for what neighbours don't do, in the order of ``boundaries``; none where nothing speaks for one.

    ``minutes`` are those of one time; a single ask counts as once in its week.
    """
    flags = []
    for boundary in boundaries:
        flags += _flags_of_count(boundary, repeats_per_week, minutes)
    return tuple(flags)


def _flags_of_count(
    boundary: Boundary, repeats_per_week: float | None, minutes: int | None
) -> list[BoundaryFlag]:
    flags = []
    if boundary.most_per_week is not None and (repeats_per_week or 0) > boundary.most_per_week:
        flags.append(BoundaryFlag(boundary.code, "often"))
    in_week = (minutes or 0) * max(1.0, repeats_per_week or 0)
    if boundary.most_minutes_per_week is not None and in_week > boundary.most_minutes_per_week:
        flags.append(BoundaryFlag(boundary.code, "long"))
    return flags
