"""The shapes of what is read from words: each guess names the words it came from."""

from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Found:
    """A piece of the text as it was written, at ``text[start:end]``."""

    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Guess(Generic[Value]):
    """A value and the words that it was read from."""

    value: Value
    found: Found


@dataclass(frozen=True)
class CategoryGuess:
    """One likely kind of help: its code, its share of all that speaks for any kind (0 to 1), and why."""

    category: str
    share: float
    because: tuple[Found, ...]


@dataclass(frozen=True)
class DayRange:
    """From one day to another, both included: 'next week', 'in december'."""

    first: date
    last: date


@dataclass(frozen=True)
class Repeat:
    """``times`` in each ``every`` units: twice a week is 2, 1, 'week'; every other week is 1, 2, 'week'.

    ``weekdays`` (Monday is 0) are those that were said; there may be none.
    """

    times: int
    every: int
    unit: str
    weekdays: tuple[int, ...] = ()

    @property
    def per_week(self) -> float:
        """How often that is in an average week."""
        days = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[self.unit]
        return self.times * 7.0 / (self.every * days)


@dataclass(frozen=True)
class Place:
    """Where: ``kind`` is 'home', 'street' (a name from the list given) or a destination's code.

    ``name`` is the text to put on the form: 'hôpital Saint-Jean', 'oogarts', the street as the list spells it.
    """

    kind: str
    name: str


@dataclass(frozen=True)
class AskGuess:
    """All that could be read from an ask. None and an empty tuple mean 'no idea' or 'not said'.

    ``categories`` are at most three, likeliest first. ``days`` are dates from today on, in order;
    ``weekdays`` (Monday is 0) come with a repeat, or as a choice ('dinsdag of donderdag').
    ``part`` is 'morning', 'noon', 'afternoon' or 'evening'. ``urgency`` is 'urgent' or 'no_hurry'.
    ``wishes`` are codes of ``wishes.WISHES``.
    """

    categories: tuple[CategoryGuess, ...] = ()
    days: tuple[Guess[date], ...] = ()
    between: Guess[DayRange] | None = None
    weekdays: Guess[tuple[int, ...]] | None = None
    part: Guess[str] | None = None
    clock: Guess[time] | None = None
    minutes: Guess[int] | None = None
    repeat: Guess[Repeat] | None = None
    until: Guess[date] | None = None
    place: Guess[Place] | None = None
    helpers: Guess[int] | None = None
    urgency: Guess[str] | None = None
    wishes: tuple[Guess[str], ...] = ()
