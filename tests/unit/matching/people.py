"""Ben asks, Ana and her neighbours offer, on a Tuesday morning."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from timebank.matching.inputs import Ask, Context, Offer, Past
from timebank.matching.places import Cell
from timebank.matching.week import half_days_of_week, window

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 6, 2, 9, 0, tzinfo=ZONE)
MONDAY = date(2026, 6, 1)
TUESDAY, WEDNESDAY, THURSDAY = date(2026, 6, 2), date(2026, 6, 3), date(2026, 6, 4)
LAKEN, JETTE = 1, 2
BEN, ANA, PAUL, ODETTE, MARCEL = 2, 1, 3, 4, 5
HOME = Cell(56530, 3110)


def near(metres: int) -> Cell:
    """A cell this far to the north of Ben, through streets."""
    return Cell(HOME.row + round(metres / 130), HOME.column)


BENS_ASK = Ask(
    id=10,
    asker=BEN,
    antenna=LAKEN,
    category="errands",
    window=window(MONDAY, WEDNESDAY, 8 * 60, 12 * 60) | window(MONDAY, THURSDAY, 8 * 60, 12 * 60),
    half_hours=2,
    place=HOME,
    languages=frozenset({"nl"}),
    asked_on=MONDAY,
)
ANAS_OFFER = Offer(
    helper=ANA,
    antenna=LAKEN,
    categories=frozenset({"errands", "lift"}),
    free=half_days_of_week((2, 0), (3, 0), (3, 1)),
    place=near(390),
    walk_metres=1000,
    lift_metres=5000,
    languages=frozenset({"nl", "fr"}),
)


def ask(**changes):
    return replace(BENS_ASK, **changes)


def offer(**changes):
    return replace(ANAS_OFFER, **changes)


def context(*, past=None, **changes):
    return replace(Context(now=NOW), past=past or {}, **changes)


def ana_with(**past):
    return context(past={ANA: Past(**past)})
