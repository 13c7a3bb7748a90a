"""What matching knows: an ask, an offer, a helper's past, and the circumstances. All values, no rows."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from timebank.matching.places import Cell
from timebank.matching.week import WHOLE_WEEK, monday_of

Pair = tuple[int, int]
NOBODY: frozenset[int] = frozenset()


def pair(one: int, other: int) -> Pair:
    """Two ids as a pair in which the order says nothing."""
    return (one, other) if one < other else (other, one)


class House(enum.StrEnum):
    """What is in somebody's home that not every helper can bear."""

    CAT = "cat"
    DOG = "dog"
    SMOKE = "smoke"
    STAIRS = "stairs"


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish for help, as far as matching reads it; ``asker`` is a member's id.

    ``window`` holds the half hours that suit (``week.window``), ``half_hours`` the length. An ask
    with several ``slots`` needs that many different helpers; ``together`` wants them at the same
    moment. ``taken_by`` are helpers it has already. ``languages`` are the asker's, and empty when
    nobody wrote them down. ``letter_language`` is that of a letter to be read.
    """

    id: int
    asker: int
    antenna: int
    category: str
    window: int
    half_hours: int
    place: Cell | None = None
    destination: Cell | None = None
    by_car: bool = False
    by_phone_suits: bool = False
    languages: frozenset[str] = frozenset()
    letter_language: str | None = None
    gender_wanted: str | None = None
    wheelchair: bool = False
    seats: int = 0
    house: frozenset[House] = frozenset()
    likes: frozenset[str] = frozenset()
    mother_tongue: str | None = None
    urgency: int = 0
    asked_on: date = date.min
    unfilled_before: bool = False
    slots: int = 1
    together: bool = False
    taken_by: frozenset[int] = NOBODY


@dataclass(frozen=True, slots=True)
class Offer:
    """What one helper is ready to do; ``helper`` is a member's id, unique among the offers.

    ``may_be_asked`` are kinds of help not offered, for which the helper is willing to be asked.
    ``free`` is a weekly mask. Reach in metres, 0 where that way isn't gone: ``walk_metres`` and
    ``bike_metres``, ``drive_metres`` by car to help somewhere, ``lift_metres`` for giving lifts.
    ``phone_for`` are kinds given by phone as well, where distance and house don't count.
    """

    helper: int
    antenna: int
    categories: frozenset[str]
    may_be_asked: frozenset[str] = frozenset()
    free: int = WHOLE_WEEK
    dates_off: frozenset[date] = frozenset()
    place: Cell | None = None
    walk_metres: int = 0
    bike_metres: int = 0
    drive_metres: int = 0
    lift_metres: int = 0
    phone_for: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    gender: str | None = None
    refuses: frozenset[House] = frozenset()
    takes_wheelchair: bool = False
    seats: int = 1
    ceiling_per_week: int = 2
    paused_until: date | None = None
    likes: frozenset[str] = frozenset()
    mother_tongue: str | None = None
    over_border: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """A favour that a helper has promised or done this week or later; ``start`` is a half hour's bit."""

    start: int
    half_hours: int


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered of a helper; the noes are for coordinators' eyes only.

    ``favours_28_days`` counts what was done in four weeks, ``noes_14_days`` the noes of two weeks.
    ``no_to_asks``, ``no_to_categories``, ``no_to_weekdays`` (0 is Monday) and ``no_to_people`` are
    noes that still hold. ``last_asked`` is None for somebody who was never asked.
    """

    favours_28_days: int = 0
    noes_14_days: int = 0
    balance_minutes: int = 0
    last_asked: date | None = None
    promises: tuple[Promise, ...] = ()
    no_to_asks: frozenset[int] = NOBODY
    no_to_categories: frozenset[str] = frozenset()
    no_to_weekdays: frozenset[int] = NOBODY
    no_to_people: frozenset[int] = NOBODY


NO_PAST = Past()


@dataclass(frozen=True, slots=True)
class Weights:
    """What an antenna prefers, everything in metres of walking, so that people can judge it.

    Source of the defaults: docs/matching.md. ``load`` is for one favour in four weeks as a share of
    the own weekly ceiling; ``known`` speaks for those who know each other, or, when negative, for
    new faces, and ``known_by_category`` says otherwise for one kind of help. ``balance_hour`` speaks
    for who had more help than given. A term at 0 is switched off.
    """

    kilometre: int = 1000
    load: int = 600
    no_lately: int = 250
    known: int = 200
    known_by_category: Mapping[str, int] = field(default_factory=dict)
    balance_hour: int = 50
    balance_hours_most: int = 10
    shared_like: int = 150
    shared_likes_most: int = 3
    mother_tongue: int = 100
    never_asked: int = 100
    unknown_place: int = 1500


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of one look. ``now`` is the antenna's local time.

    ``past`` is by helper, ``known`` and ``excluded`` are pairs of members, ``pooled`` are pairs of
    antennas that both agreed to help over their border. ``waived`` holds, by (ask, helper), the
    codes of the rules that a coordinator set aside for this one match. ``seed`` draws lots where
    nothing else decides: the same seed, the same order.
    """

    now: datetime
    weights: Weights = field(default_factory=Weights)
    past: Mapping[int, Past] = field(default_factory=dict)
    known: frozenset[Pair] = frozenset()
    excluded: frozenset[Pair] = frozenset()
    pooled: frozenset[Pair] = frozenset()
    waived: Mapping[Pair, frozenset[str]] = field(default_factory=dict)
    seed: int = 0

    @property
    def monday(self) -> date:
        """The day at which all windows begin."""
        return monday_of(self.now.date())

    def past_of(self, helper: int) -> Past:
        """What is remembered of a helper; nothing, for a new one."""
        return self.past.get(helper, NO_PAST)
