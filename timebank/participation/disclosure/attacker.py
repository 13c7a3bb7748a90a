"""What an audience could prove about a group of 1 to k-1 people, from everything it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import holds_other
from timebank.participation.disclosure.knowledge import Knowledge, difference
from timebank.participation.disclosure.tables import ALL, MINUTES, Cell
from timebank.participation.disclosure.worlds import Form, Known, Reached, holds, reach, value_of

PLACES_IN_WORDS = "{measure} of {table}, {period}: {area}, {group}"


@dataclass(frozen=True)
class Group:
    """A group of people that someone might prove something about: a cell, or one less another.

    ``minutes`` is the sum of their minutes, where that is a sum of figures.
    """

    name: str
    people: Form
    minutes: Form | None = None


def small_groups(knowledge: Knowledge, audience: Audience) -> list[Group]:
    """The groups that truly have 1 to k-1 people: no other can be proven to be so small."""
    found: dict[frozenset[tuple[int, int]], Group] = {}
    for group in _all_groups(knowledge):
        if 1 <= value_of(group.people, knowledge.truth) < audience.k:
            found.setdefault(frozenset(group.people.items()), group)
    return list(found.values())


def is_safe(group: Group, knowledge: Knowledge, known: tuple[Known, ...], audience: Audience) -> bool:
    """Whether nothing is proven about this small group.

    There must be a neighbourhood that agrees with everything known and where the group is empty, or has
    k people or more; and, where it has minutes, two whose minutes differ so much that none of them
    is known to within a quarter (5 low < 3 high).
    """
    truth = knowledge.truth
    if not (
        _is_there(known, reach(known, truth, _less(group.people), 0))
        or _is_there(known, reach(known, truth, group.people, audience.k))
    ):
        return False
    minutes = value_of(group.minutes, truth) if group.minutes else 0
    return group.minutes is None or minutes == 0 or _is_vague(group.minutes, int(minutes), known, truth)


def _is_vague(form: Form, minutes: int, known: tuple[Known, ...], truth: tuple[int, ...]) -> bool:
    down = reach(known, truth, _less(form), -((3 * minutes - 1) // 5))
    if _is_there(known, down):
        return True
    low = -down.value if down.is_whole else minutes
    return _is_there(known, reach(known, truth, form, int(5 * low // 3) + 1))


def _is_there(known: tuple[Known, ...], found: Reached) -> bool:
    """Whether the search arrived at whole people, and the place holds: checked, not believed."""
    return found.reached and found.is_whole and holds(known, found.point)


def _less(form: Form) -> dict[int, int]:
    return {unknown: -times for unknown, times in form.items()}


def _all_groups(knowledge: Knowledge) -> Iterator[Group]:
    for place, draft in enumerate(knowledge.drafts):
        for kind in draft.table.frame.counts:
            for cell in draft.table.frame.cells:
                yield _cell_group(knowledge, place, kind, cell)
                yield from _rest_groups(knowledge, place, kind, cell)
        yield from _growth_groups(knowledge, place)


def _cell_group(knowledge: Knowledge, place: int, kind: str, cell: Cell) -> Group:
    frame = knowledge.drafts[place].table.frame
    minutes = knowledge.form(place, MINUTES, cell) if frame.with_minutes and kind == frame.counts[0] else None
    return Group(_name(knowledge, place, kind, cell), knowledge.form(place, kind, cell), minutes)


def _rest_groups(knowledge: Knowledge, place: int, kind: str, cell: Cell) -> Iterator[Group]:
    """The cell without one of its areas, and a whole without one of its groups."""
    frame = knowledge.drafts[place].table.frame
    area, group = cell
    whole = _cell_group(knowledge, place, kind, cell)
    inner = [(each, group) for each in frame.areas if frame.areas[each] < frame.areas[area]]
    if group == ALL:
        inner += [(area, each) for each in frame.groups]
    for part in inner:
        less = _cell_group(knowledge, place, kind, part)
        # Whoever is in two groups has minutes in both: the rest's minutes are then no group's.
        adds_up = part[0] != area or not frame.overlapping
        minutes = None
        if adds_up and whole.minutes is not None and less.minutes is not None:
            minutes = difference(dict(whole.minutes), dict(less.minutes))
        people = difference(dict(whole.people), dict(less.people))
        yield Group(f"{whole.name}, without {part[0]}, {part[1]}", people, minutes)


def _growth_groups(knowledge: Knowledge, place: int) -> Iterator[Group]:
    """Who is in a figure and not yet, or not only then, in an earlier or shorter one."""
    table = knowledge.drafts[place].table
    for earlier, draft in enumerate(knowledge.drafts):
        if not holds_other(table, draft.table):
            continue
        shared = set(draft.table.frame.cells)
        for kind in table.frame.counts:
            for cell in (each for each in table.frame.cells if each in shared):
                people = difference(knowledge.form(place, kind, cell), knowledge.form(earlier, kind, cell))
                name = f"{_name(knowledge, place, kind, cell)}, without those until {draft.table.period.last}"
                yield Group(name, people)


def _name(knowledge: Knowledge, place: int, kind: str, cell: Cell) -> str:
    table = knowledge.drafts[place].table
    days = f"{table.period.first}..{table.period.last}"
    return PLACES_IN_WORDS.format(
        measure=kind, table=table.frame.name, period=days, area=cell[0], group=cell[1]
    )
