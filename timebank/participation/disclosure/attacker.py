"""What an audience could prove about a group of 1 to k-1 people, from everything it has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timebank.participation.disclosure.audiences import Audience
from timebank.participation.disclosure.drafts import holds_other
from timebank.participation.disclosure.knowledge import Knowledge, difference
from timebank.participation.disclosure.tables import ALL, MINUTES, SUMS, THINGS, Cell
from timebank.participation.disclosure.things import forbidding_things, reach_together
from timebank.participation.disclosure.worlds import (
    Form,
    Known,
    Number,
    Reached,
    holds,
    reach,
    reach_nearby,
    value_of,
)


@dataclass(frozen=True)
class Group:
    """A group of people that someone might prove something about: a cell, or one less another.

    ``sums`` are the sums of their minutes and things, where those are sums of figures.
    """

    name: str
    kind: str
    people: Form
    sums: Mapping[str, Form] = field(default_factory=dict)


Facts = Mapping[str, Sequence[Known]]
"""What is known, by measure."""

Place = tuple[str, Sequence[Number]]
"""A measure, and values of its unknowns that agree with all that is known of it."""


@dataclass(frozen=True)
class Verdict:
    """What someone who knows certain facts can do with a group.

    ``proof`` are facts from which something follows about it, as long as all of them are known; None if nothing
    does. Then ``places`` are the neighbourhoods that show so: nothing follows from whatever agrees with them.
    """

    proof: tuple[Known, ...] | None
    places: tuple[Place, ...] = ()


def small_groups(knowledge: Mapping[str, Knowledge], audience: Audience) -> list[Group]:
    """The groups that truly have 1 to k-1 people: no other can be proven to be so small."""
    found: dict[tuple[str, frozenset[tuple[int, int]]], Group] = {}
    for kind in (each for each in knowledge if each not in SUMS):
        for group in _all_groups(knowledge[kind], knowledge):
            if 1 <= value_of(group.people, knowledge[kind].truth) < audience.k:
                found.setdefault((kind, frozenset(group.people.items())), group)
    return list(found.values())


def verdict_on(group: Group, knowledge: Mapping[str, Knowledge], facts: Facts, audience: Audience) -> Verdict:
    """Whether something follows from the facts about a small group.

    Nothing follows where there is a neighbourhood that agrees with everything known and where the group
    is empty, or has k people or more; and, where it has minutes or things, two whose minutes or things differ
    so much that none of them is known to within a quarter (5 low < 3 high).
    """
    places, proof = _other_people(group, _less(group.people), 0, knowledge, facts)
    if places:
        presence, minutes = _proof_of_presence(group, places[0][1], knowledge, facts)
        if presence is None:
            return _with_sums(group, [*places, *minutes], knowledge, facts)
        proof = presence
    places, more = _other_people(group, group.people, audience.k, knowledge, facts)
    return _with_sums(group, places, knowledge, facts) if places else Verdict((*proof, *more))


def _other_people(
    group: Group, form: Form, goal: int, knowledge: Mapping[str, Knowledge], facts: Facts
) -> tuple[list[Place], list[Known]]:
    """Where people, and after them their things, are if ``form`` is at least ``goal``, or which facts forbid that."""
    known, people = facts[group.kind], knowledge[group.kind]
    found = _reach(known, people, form, goal)
    if not _is_there(known, found):
        return [], list(found.blocking)
    if THINGS not in knowledge:
        return [(group.kind, found.point)], []
    things = knowledge[THINGS]
    against, theirs = forbidding_things(found.point, people, things, facts[THINGS])
    if against is None:
        return [(group.kind, found.point), (THINGS, theirs)], []
    point, theirs, against = reach_together(form, goal, people, things, facts)
    return ([], against) if point is None else ([(group.kind, point), (THINGS, theirs)], [])


def _proof_of_presence(
    group: Group, point: Sequence[Number], knowledge: Mapping[str, Knowledge], facts: Facts
) -> tuple[list[Known] | None, list[Place]]:
    """Facts on minutes that need someone where the neighbourhood has nobody any more, or else where minutes are."""
    people, minutes = knowledge[group.kind], knowledge.get(MINUTES)
    if minutes is None:
        return None, []
    left = {
        minutes.index[number, (MINUTES, *key[1:])]: -1
        for (number, key), unknown in people.index.items()
        if group.kind == people.drafts[number].table.frame.counts[0]
        and (number, (MINUTES, *key[1:])) in minutes.index
        and people.truth[unknown] > 0
        and point[unknown] == 0
    }
    gone = _reach(facts[MINUTES], minutes, left, 0)
    # Parts of a minute will do: what is known of minutes lies hours apart.
    if gone.reached and holds(facts[MINUTES], gone.point):
        return None, [(MINUTES, gone.point)]
    return list(gone.blocking), []


def _with_sums(
    group: Group, places: Sequence[Place], knowledge: Mapping[str, Knowledge], facts: Facts
) -> Verdict:
    """The verdict on a group of whose people nothing follows, as these places show."""
    shown = list(places)
    for measure, form in group.sums.items():
        proof, more = _proof_of_sum(form, knowledge[measure], facts[measure])
        if proof is not None:
            return Verdict(tuple(proof))
        shown += more
    return Verdict(None, tuple(shown))


def _proof_of_sum(
    form: Form, knowledge: Knowledge, known: Sequence[Known]
) -> tuple[list[Known] | None, list[Place]]:
    total = int(value_of(form, knowledge.truth))
    if not total:
        return None, []
    fewer = _reach(known, knowledge, _less(form), -((3 * total - 1) // 5))
    if _is_there(known, fewer):
        return None, [(knowledge.measure, fewer.point)]
    low = -fewer.value if fewer.is_whole else total
    more = _reach(known, knowledge, form, int(5 * low // 3) + 1)
    if _is_there(known, more):
        return None, [(knowledge.measure, each) for each in (fewer.point, more.point)]
    return [*fewer.blocking, *more.blocking], []


def _reach(known: Sequence[Known], knowledge: Knowledge, form: Form, goal: int) -> Reached:
    """First with the figures of the same leaf areas alone, then with all of them."""
    near = knowledge.near(form)
    if len(near) < len(knowledge.truth):
        found = reach_nearby(known, knowledge.truth, form, goal, near)
        if found is not None and _is_there(known, found):
            return found
    return reach(known, knowledge.truth, form, goal)


def _is_there(known: Sequence[Known], found: Reached) -> bool:
    """Whether the search arrived at whole people, and the place holds: checked, not believed."""
    return found.reached and found.is_whole and holds(known, found.point)


def _less(form: Form) -> dict[int, int]:
    return {unknown: -times for unknown, times in form.items()}


def _all_groups(people: Knowledge, knowledge: Mapping[str, Knowledge]) -> Iterator[Group]:
    sums = [knowledge[measure] for measure in (MINUTES, THINGS) if measure in knowledge]
    for number in people.numbers:
        for cell in people.drafts[number].table.frame.cells:
            yield _cell_group(people, sums, number, cell)
            yield from _rest_groups(people, sums, number, cell)
        yield from _growth_groups(people, number)


def _cell_group(people: Knowledge, sums: Sequence[Knowledge], number: int, cell: Cell) -> Group:
    frame = people.drafts[number].table.frame
    theirs = {}
    if people.measure == frame.counts[0]:
        theirs = {each.measure: each.form(number, cell) for each in sums if each.measure in frame.measures}
    return Group(_name(people, number, cell), people.measure, people.form(number, cell), theirs)


def _rest_groups(people: Knowledge, sums: Sequence[Knowledge], number: int, cell: Cell) -> Iterator[Group]:
    """The cell without one of its areas, and a whole without one of its groups."""
    frame = people.drafts[number].table.frame
    area, group = cell
    whole = _cell_group(people, sums, number, cell)
    inner = [(each, group) for each in frame.areas if frame.areas[each] < frame.areas[area]]
    if group == ALL:
        inner += [(area, each) for each in frame.groups]
    if frame.split_of:
        yield _all_but(people, sums, number, cell)
    for part in inner:
        less = _cell_group(people, sums, number, part)
        # Whoever is in two groups has minutes in both: the rest's minutes are then no group's.
        adds_up = part[0] != area or not frame.overlapping
        theirs = {each: difference(whole.sums[each], less.sums[each]) for each in whole.sums if adds_up}
        name = f"{whole.name}, without {part[0]}, {part[1]}"
        yield Group(name, people.measure, difference(whole.people, less.people), theirs)


def _all_but(people: Knowledge, sums: Sequence[Knowledge], number: int, cell: Cell) -> Group:
    """Everybody of a group who isn't in this area."""
    frame = people.drafts[number].table.frame
    rest: dict[int, int] = {}
    theirs: dict[str, Form] = {}
    for area in (each for each in frame.areas if each != cell[0]):
        part = _cell_group(people, sums, number, (area, cell[1]))
        rest |= part.people
        theirs = {each: {**theirs.get(each, {}), **part.sums[each]} for each in part.sums}
    return Group(f"{_name(people, number, cell)}: all others", people.measure, rest, theirs)


def _growth_groups(people: Knowledge, number: int) -> Iterator[Group]:
    """Who is in a figure and not yet, or not only then, in an earlier or shorter one."""
    table = people.drafts[number].table
    for earlier in people.numbers:
        part = people.drafts[earlier].table
        if holds_other(table, part):
            for cell in (each for each in table.frame.cells if each in part.frame.cells):
                rest = difference(people.form(number, cell), people.form(earlier, cell))
                name = f"{_name(people, number, cell)}, without {part.period.first}..{part.period.last}"
                yield Group(name, people.measure, rest)


def _name(people: Knowledge, number: int, cell: Cell) -> str:
    table = people.drafts[number].table
    days = f"{table.period.first}..{table.period.last}"
    return f"{people.measure} of {table.frame.name}, {days}: {cell[0]}, {cell[1]}"
