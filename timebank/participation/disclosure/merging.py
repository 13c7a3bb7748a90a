"""Streets with few homes don't stand alone in a table: they become part of something larger."""

from collections.abc import Mapping


def merge_small(homes: Mapping[str, int], parent_of: Mapping[str, str], *, least: int) -> dict[str, str]:
    """For each street or sector, the area under whose name it is counted.

    An area with fewer than ``least`` homes goes up to its parent, with the homes of everything else that
    went there; where these are still too few, all of them go up again. If what went up to a parent is too little
    and the parent has no parent, the smallest sibling that stood alone joins, so that nobody can take the
    siblings away from the whole and look at the rest. Homes, not members: an area's name never depends
    on who takes part.
    """
    placed = {area: area for area in homes}
    while True:
        sizes = _sizes(placed, homes)
        small = sorted(area for area, size in sizes.items() if size < least)
        moving = next((area for area in small if area in parent_of), None)
        if moving is not None:
            placed = {area: parent_of[moving] if at == moving else at for area, at in placed.items()}
            continue
        lonely = next((area for area in small if _standing_below(area, placed, parent_of)), None)
        if lonely is None:
            return placed
        joining = min(_standing_below(lonely, placed, parent_of), key=lambda area: (sizes[area], area))
        placed = {area: lonely if at == joining else at for area, at in placed.items()}


def _sizes(placed: Mapping[str, str], homes: Mapping[str, int]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for area, at in placed.items():
        sizes[at] = sizes.get(at, 0) + homes[area]
    return sizes


def _standing_below(parent: str, placed: Mapping[str, str], parent_of: Mapping[str, str]) -> list[str]:
    return sorted({at for at in placed.values() if parent_of.get(at) == parent})
