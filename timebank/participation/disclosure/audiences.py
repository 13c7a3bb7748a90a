"""For whom figures are made, and how many people must stand behind each."""

from collections.abc import Collection
from dataclasses import dataclass

LARGEST_SHARE_MOST = 0.4
TOP_TWO_SHARE_MOST = 0.6


@dataclass(frozen=True)
class Audience:
    """Someone who keeps every release. ``k`` is both the threshold and the base of rounding."""

    name: str
    k: int

    @property
    def base_minutes(self) -> int:
        """Hours are rounded to k hours."""
        return 60 * self.k


PARTNER = Audience("partner", 10)
PUBLIC = Audience("public", 10)
BOARD = Audience("board", 5)
"""The antenna's own board, whose members know most of the neighbours anyway."""


def is_dominated(minutes: Collection[int]) -> bool:
    """Whether one person has over 40 % of these minutes, or two people over 60 %.

    ``minutes`` has each giver's, in whatever order. The largest could otherwise take away their own
    and know nearly what the second did (dominance rule of official statistics).
    """
    total, largest = sum(minutes), sorted(minutes, reverse=True)[:2]
    if not total:
        return False
    return largest[0] > LARGEST_SHARE_MOST * total or sum(largest) > TOP_TWO_SHARE_MOST * total
