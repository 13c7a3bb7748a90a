"""Other neighbourhoods in which everything that is known would be true as well.

The unknowns are whole numbers of 0 or more; what is known are sums of them that lie between two
bounds. ``reach`` starts from the true figures and walks along the edges of what is possible (the
bounded simplex method, in exact fractions) until a sum is as large as asked, or as large as it
can be. The steps of sums of people are nearly always whole, so that where it ends is a
neighbourhood that could be there: a proof that needs no trust in the search.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

Number = int | Fraction
Form = Mapping[int, int]
"""A sum: the number of an unknown -> how often it counts."""


@dataclass(frozen=True)
class Known:
    """That ``low`` <= sum <= ``high``; None is no bound."""

    form: Form
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Reached:
    """The largest value found, and the unknowns there."""

    value: Number
    point: tuple[Number, ...]
    reached: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a neighbourhood of whole people and whole minutes."""
        return all(each.denominator == 1 for each in self.point)


def value_of(form: Form, point: Sequence[Number]) -> Number:
    """The sum at a point."""
    return sum((times * point[unknown] for unknown, times in form.items()), 0)


def holds(known: Sequence[Known], point: Sequence[Number]) -> bool:
    """Whether a point agrees with everything that is known."""
    if min(point, default=0) < 0:
        return False
    for each in known:
        value = value_of(each.form, point)
        if (each.low is not None and value < each.low) or (each.high is not None and value > each.high):
            return False
    return True


def reach(known: Sequence[Known], start: Sequence[int], form: Form, goal: int) -> Reached:
    """Make ``form`` at least ``goal`` if that is possible, starting at ``start``, which must hold.

    Where ``reached`` is False, ``value`` is the largest possible one, fractions of people allowed.
    """
    walk = _Walk(known, start, form)
    while walk.objective < goal and walk.step(goal):
        pass
    return Reached(walk.objective, tuple(walk.values[: len(start)]), walk.objective >= goal)


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
    numbers are exact. Bland's rule (the lowest number first) keeps it from going round in circles.
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

    def step(self, goal: int) -> bool:
        """One step uphill; False where there is none."""
        for entering in sorted(self.gain):
            way = 1 if self.gain[entering] > 0 else -1
            room = self._room(entering, way)
            if room is None or room > 0:
                self._move(entering, way, room, goal)
                return True
        return False

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
            new = row.get(each, 0) + times * slope
            if new:
                row[each] = _plain(new)
                if basic is not None:
                    self.columns.setdefault(each, set()).add(basic)
            else:
                row.pop(each, None)
                if basic is not None:
                    self.columns.get(each, set()).discard(basic)
