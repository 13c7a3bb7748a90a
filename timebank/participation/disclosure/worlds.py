"""Other neighbourhoods in which everything that is known would be true as well.

The unknowns are whole numbers of 0 or more; what is known are sums of them that lie between two
bounds. ``reach`` starts from the true figures and walks along the edges of what is possible (the
bounded simplex method, in exact fractions) until a sum is as large as asked, or as large as it
can be. The steps of sums of people are nearly always whole, so that where it ends is a
neighbourhood that could be there: a proof that needs no trust in the search.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

Number = int | Fraction
Form = Mapping[int, int]
"""A sum: the number of an unknown -> how often it counts."""


@dataclass(frozen=True)
class Known:
    """That ``low`` <= sum <= ``high``; None is no bound. ``source`` says from where it is known."""

    form: Form
    low: int | None
    high: int | None
    source: object = None


@dataclass(frozen=True)
class Reached:
    """The largest value found, and the unknowns there.

    ``blocking`` is what stands in the way of more: as long as all of it is known, no point has a larger
    value (the dual solution of the search).
    """

    value: Number
    point: tuple[Number, ...]
    reached: bool
    blocking: tuple[Known, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is a neighbourhood of whole people and whole minutes."""
        return all(each.denominator == 1 for each in self.point)


def value_of(form: Form, point: Sequence[Number]) -> Number:
    """The sum at a point."""
    return sum((times * point[unknown] for unknown, times in form.items()), 0)


def holds(known: Sequence[Known], point: Sequence[Number]) -> bool:
    """Whether a point agrees with everything that is known."""
    return min(point, default=0) >= 0 and not any(_is_broken(each, point) for each in known)


def reach(known: Sequence[Known], start: Sequence[int], form: Form, goal: int) -> Reached:
    """Make ``form`` at least ``goal`` if that is possible, starting at ``start``, which must hold.

    Where ``reached`` is False, ``value`` is the largest possible one, fractions of people allowed.
    """
    walk = _Walk(known, start, form)
    while walk.objective < goal and walk.step(goal):
        pass
    return walk.found(goal, known)


def reach_nearby(
    known: Sequence[Known], start: Sequence[int], form: Form, goal: int, near: Set[int]
) -> Reached | None:
    """The same while all but the unknowns ``near`` stay as they are; None where that isn't enough.

    Much smaller, and enough for most groups: what a neighbourhood needs to look different is close by.
    """
    order = sorted(near)
    local = {unknown: place for place, unknown in enumerate(order)}
    some = [_of_those_near(each, start, local) for each in known if not local.keys().isdisjoint(each.form)]
    walked = {local[unknown]: times for unknown, times in form.items()}
    found = reach(some, [start[unknown] for unknown in order], walked, goal)
    if not found.reached:
        return None
    point: list[Number] = [*start]
    for unknown, value in zip(order, found.point, strict=True):
        point[unknown] = value
    return Reached(found.value, tuple(point), reached=True, blocking=())


def _of_those_near(known: Known, start: Sequence[int], local: Mapping[int, int]) -> Known:
    """What remains known of the unknowns that may move, once the others have their value."""
    still = sum(times * start[unknown] for unknown, times in known.form.items() if unknown not in local)
    form = {local[unknown]: times for unknown, times in known.form.items() if unknown in local}
    low = None if known.low is None else known.low - still
    return Known(form, low, None if known.high is None else known.high - still)


def _is_broken(known: Known, point: Sequence[Number]) -> bool:
    value = value_of(known.form, point)
    return (known.low is not None and value < known.low) or (known.high is not None and value > known.high)


def _divided(one: Number, other: Number) -> Number:
    """Exact, and an int where possible: ints are much faster than fractions."""
    if isinstance(one, int) and isinstance(other, int) and one % other == 0:
        return one // other
    return _plain(Fraction(one) / Fraction(other))


def _plain(number: Number) -> Number:
    return int(number) if number.denominator == 1 else number


class _Walk:
    """A tableau: the unknowns and the sums are variables, and each of some ('basic') is a sum of the others.

    ``rows`` has the basic ones, ``columns`` for every other the basic ones it occurs in. All
    numbers are exact.
    """

    def __init__(self, known: Sequence[Known], start: Sequence[int], form: Form) -> None:
        unknowns = len(start)
        self.low: list[int | None] = [0 for _ in start]
        self.high: list[int | None] = [None for _ in start]
        for each in known:
            self.low.append(each.low)
            self.high.append(each.high)
        self.values: list[Number] = [*start, *(value_of(each.form, start) for each in known)]
        self.rows: dict[int, dict[int, Number]] = {
            unknowns + place: dict(each.form) for place, each in enumerate(known)
        }
        self.columns: dict[int, set[int]] = {}
        for basic, row in self.rows.items():
            for unknown in row:
                self.columns.setdefault(unknown, set()).add(basic)
        self.gain: dict[int, Number] = dict(form)
        self.objective: Number = value_of(form, start)
        self.stalled = False

    def step(self, goal: int) -> bool:
        """One step uphill; False where there is none."""
        for entering in self._order():
            way = 1 if self.gain[entering] > 0 else -1
            room = self._room(entering, way)
            if room is None or room > 0:
                self._move(entering, way, room, goal)
                return True
        return False

    def _order(self) -> list[int]:
        """The steepest first; after a step that led nowhere the lowest number first, which can't go in circles."""
        if self.stalled:
            return sorted(self.gain)
        return sorted(self.gain, key=lambda each: (-(self.gain[each] ** 2), each))

    def found(self, goal: int, known: Sequence[Known]) -> Reached:
        """Where the walk stands now."""
        unknowns = len(self.values) - len(known)
        blocking = tuple(known[each - unknowns] for each in sorted(self.gain) if each >= unknowns)
        return Reached(self.objective, tuple(self.values[:unknowns]), self.objective >= goal, blocking)

    def _room(self, variable: int, way: int) -> Number | None:
        """How far a variable can go, up (1) or down (-1); None is without end."""
        value, low, high = self.values[variable], self.low[variable], self.high[variable]
        if way > 0:
            return None if high is None else high - value
        return None if low is None else value - low

    def _move(self, entering: int, way: int, room: Number | None, goal: int) -> None:
        """As far as a bound allows, of the entering variable or of a basic one, which then leaves; or to the goal."""
        leaving, length = None, room
        for basic in sorted(self.columns.get(entering, ())):
            slope = way * self.rows[basic][entering]
            far = self._room(basic, 1 if slope > 0 else -1)
            if far is not None:
                far = _divided(far, slope if slope > 0 else -slope)
                if length is None or far < length:
                    leaving, length = basic, far
        wanted = ceil(_divided(goal - self.objective, way * self.gain[entering]))
        if length is None or wanted < length:
            leaving, length = None, wanted
        self.stalled = not length
        self._shift(entering, way * length)
        if leaving is not None:
            self._pivot(entering, leaving)

    def _shift(self, entering: int, change: Number) -> None:
        if not change:
            return
        self.values[entering] += change
        self.objective += self.gain[entering] * change
        for basic in self.columns.get(entering, ()):
            self.values[basic] += self.rows[basic][entering] * change

    def _pivot(self, entering: int, leaving: int) -> None:
        """``entering`` becomes basic in place of ``leaving``."""
        row = self.rows.pop(leaving)
        slope = row.pop(entering)
        solved: dict[int, Number] = {each: _divided(-times, slope) for each, times in row.items()}
        solved[leaving] = _divided(1, slope)
        for each in row:
            self.columns[each].discard(leaving)
        users = self.columns.pop(entering)
        users.discard(leaving)
        for basic in users:
            self._substitute(self.rows[basic], entering, solved, basic)
        self.rows[entering] = solved
        for each in solved:
            self.columns.setdefault(each, set()).add(entering)
        if entering in self.gain:
            self._substitute(self.gain, entering, solved, None)

    def _substitute(
        self, row: dict[int, Number], entering: int, solved: Mapping[int, Number], basic: int | None
    ) -> None:
        times = row.pop(entering)
        for each, slope in solved.items():
            old = row.get(each)
            new = times * slope if old is None else old + times * slope
            if not new:
                del row[each]
                if basic is not None:
                    self.columns[each].discard(basic)
                continue
            row[each] = new if type(new) is int else _plain(new)
            if old is None and basic is not None:
                self.columns.setdefault(each, set()).add(basic)
