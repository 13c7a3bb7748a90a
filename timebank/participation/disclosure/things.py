"""Whether favours and asks can be where people are in another neighbourhood.

Nobody is counted without a favour or an ask, and none of these is nobody's: a neighbourhood in which a group
is empty must leave it without things, and one in which it has more people must have things for them. A proof
of the one would otherwise be a proof of the other.
"""

from collections.abc import Iterator, Mapping, Sequence

from timebank.participation.disclosure.drafts import holds_other
from timebank.participation.disclosure.knowledge import WHO_IS_THERE, Knowledge, difference
from timebank.participation.disclosure.tables import THINGS
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

Proof = list[Known]


def forbidding_things(
    point: Sequence[Number],
    people: Knowledge,
    things: Knowledge,
    known: Sequence[Known],
    start: Sequence[int] | None = None,
) -> tuple[Proof | None, Sequence[Number]]:
    """Facts about things that don't allow people to be as at ``point``, or None and where the things are then.

    ``known`` are the facts about things, which hold at ``start``. Each person who wasn't there has a thing of
    their own.
    """
    facts = [each for each in known if each.source != WHO_IS_THERE]
    at = tuple(things.truth if start is None else start)
    wanted = list(_wanted(point, people, things))
    missing = [each for each in wanted if not holds([each], at)]
    facts += [each for each in wanted if each not in missing]
    for want in missing:
        found = _made_true(want, facts, at, things)
        if not _is_there(found, facts):
            return list(found.blocking), at
        at = tuple(int(each) for each in found.point)
        facts.append(want)
    return None, at


def _made_true(want: Known, facts: Sequence[Known], at: Sequence[int], things: Knowledge) -> Reached:
    """Where things are once ``want`` holds: with those of the same leaf areas alone, or else with all."""
    form = want.form if want.low else {unknown: -times for unknown, times in want.form.items()}
    near = things.near(form)
    if len(near) < len(at):
        found = reach_nearby(facts, at, form, want.low or 0, near)
        if found is not None and _is_there(found, facts):
            return found
    return reach(facts, at, form, want.low or 0)


def _is_there(found: Reached, facts: Sequence[Known]) -> bool:
    return found.reached and found.is_whole and holds(facts, found.point)


def reach_together(
    form: Form, goal: int, people: Knowledge, things: Knowledge, facts: Mapping[str, Sequence[Known]]
) -> tuple[tuple[Number, ...] | None, Sequence[Number], Proof]:
    """Make a sum of people at least ``goal`` with their things: (people, things, what stands in the way).

    One search over both, for where people who went first would leave no room for their things.
    """
    count = len(people.truth)
    known = [*facts[people.measure], *_shifted(facts[THINGS], count), *_tied(people, things)]
    start = (*people.truth, *things.truth)
    whole = dict(form)
    if all(times < 0 for times in form.values()):
        spots = _spots(people, things)
        whole |= {count + spots[unknown]: -1 for unknown in form if unknown in spots}
    leaves = people.near({unknown: abs(times) for unknown, times in form.items()})
    near = leaves | {count + spot for unknown, spot in _spots(people, things).items() if unknown in leaves}
    found = reach_nearby(known, start, whole, goal, near) if len(near) < len(start) else None
    if found is None:
        found = reach(known, start, whole, goal)
    if not _is_there(found, known):
        return None, (), list(found.blocking)
    point = found.point[:count]
    begun = tuple(int(each) for each in found.point[count:])
    against, theirs = forbidding_things(point, people, things, facts[THINGS], begun)
    return (point, theirs, []) if against is None else (None, (), against)


def _shifted(known: Sequence[Known], by: int) -> Iterator[Known]:
    for each in known:
        if each.source != WHO_IS_THERE:
            form = {unknown + by: times for unknown, times in each.form.items()}
            yield Known(form, each.low, each.high, each.source)


def _tied(people: Knowledge, things: Knowledge) -> Iterator[Known]:
    """That there are as many things as people, in each figure and in each rest, wherever that is so."""
    count = len(people.truth)
    pairs = [({unknown: 1}, {spot: 1}) for unknown, spot in _spots(people, things).items()]
    for persons, theirs in [*pairs, *_rests(people, things)]:
        if value_of(theirs, things.truth) >= value_of(persons, people.truth):
            yield Known(difference({count + each: times for each, times in theirs.items()}, persons), 0, None)


def _spots(people: Knowledge, things: Knowledge) -> dict[int, int]:
    """Which unknown of things goes with which of people."""
    return {
        unknown: things.index[number, (THINGS, *key[1:])]
        for (number, key), unknown in people.index.items()
        if (number, (THINGS, *key[1:])) in things.index
    }


def _rests(people: Knowledge, things: Knowledge) -> Iterator[tuple[Form, Form]]:
    """Who is in a longer period, or in a wider table, and not in its part; and their things outside it."""
    tables = [draft.table for draft in people.drafts]
    spots = _spots(people, things)
    for (number, key), unknown in people.index.items():
        for place, table in enumerate(tables):
            part = people.index.get((place, key))
            if part in spots and unknown in spots and holds_other(tables[number], table):
                yield {unknown: 1, part: -1}, {spots[unknown]: 1, spots[part]: -1}


def _wanted(point: Sequence[Number], people: Knowledge, things: Knowledge) -> Iterator[Known]:
    """First where nobody is any more, then how many things there must be at least."""
    spots = _spots(people, things)
    yield from (Known({spot: 1}, None, 0) for unknown, spot in spots.items() if point[unknown] == 0)
    pairs = [({unknown: 1}, {spot: 1}) for unknown, spot in spots.items()]
    for persons, theirs in [*pairs, *_rests(people, things)]:
        there = value_of(persons, point)
        if there > 0:
            # In truth several people can share one thing.
            shared = value_of(theirs, things.truth) < value_of(persons, people.truth)
            few = shared and there <= value_of(persons, people.truth)
            yield Known(theirs, 1 if few else int(there), None)
