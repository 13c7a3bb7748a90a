"""Streets with few homes don't stand alone in a table: they become part of something larger."""

from collections.abc import Mapping

from timebank.domain.names import fold_name


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


def areas_to_tell(
    homes: Mapping[str, int], part_of: Mapping[str, str], *, least: int, rest: str
) -> dict[str, str]:
    """The same for areas as a sheet has them: what is still too small, and belongs to nothing larger, is ``rest``.

    The name of such an area isn't told, and in ``rest`` is everybody of whom no area is known, too.
    Names are compared as people read them. Areas that lie in one another in a circle belong to nothing larger.
    """
    names: dict[str, str] = {}
    for name in (*homes, *part_of, *part_of.values()):
        names.setdefault(fold_name(name), name)
    parents = {names[fold_name(inner)]: names[fold_name(outer)] for inner, outer in part_of.items()}
    for name in [*parents]:
        seen, at = {name}, parents.get(name)
        while at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        if at in seen:
            del parents[name]
    sizes: dict[str, int] = {}
    for name, count in homes.items():
        sizes[names[fold_name(name)]] = sizes.get(names[fold_name(name)], 0) + count
    placed = merge_small(sizes, parents, least=least)
    large = {area for area, size in _sizes(placed, sizes).items() if size >= least}
    return {area: at if at in large else rest for area, at in placed.items()}


def _sizes(placed: Mapping[str, str], homes: Mapping[str, int]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for area, at in placed.items():
        sizes[at] = sizes.get(at, 0) + homes[area]
    return sizes


def _standing_below(parent: str, placed: Mapping[str, str], parent_of: Mapping[str, str]) -> list[str]:
    return sorted({at for at in placed.values() if parent_of.get(at) == parent})
