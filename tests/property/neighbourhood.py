"""Small neighbourhoods drawn at random, tight enough that not everybody can be helped."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from timebank.matching.inputs import Ask, Context, House, Offer, Past, Promise, pair
from timebank.matching.places import Cell
from timebank.matching.week import by_half_day, half_day_mask

NOW = datetime(2026, 6, 2, 9, 0, tzinfo=ZoneInfo("Europe/Brussels"))
CATEGORIES = ("visit", "errands", "lift")
LANGUAGES = ("nl", "fr", "tr")
LIKES = ("chess", "choir", "soup")
HALF_DAYS = (3, 4, 6, 7, 9, 10, 24, 25)


@dataclass(frozen=True)
class Neighbourhood:
    """What a plan is made from."""

    asks: tuple[Ask, ...]
    offers: tuple[Offer, ...]
    ctx: Context

    def with_offers(self, *offers: Offer) -> "Neighbourhood":
        return replace(self, offers=offers)


def _some(draw: random.Random, things, chance=0.5):
    return frozenset(each for each in things if draw.random() < chance)


def _place(draw: random.Random) -> Cell | None:
    return None if draw.random() < 0.05 else Cell(56530 + draw.randint(-6, 6), 3110 + draw.randint(-6, 6))


def _ask(draw: random.Random, number: int) -> Ask:
    window = 0
    for half_day in draw.sample(HALF_DAYS, draw.randint(1, 3)):
        window |= half_day_mask(half_day)
    category = draw.choice(CATEGORIES)
    return Ask(
        id=number,
        asker=draw.randint(1, 12),
        antenna=draw.randint(1, 2),
        category=category,
        window=window,
        half_hours=draw.randint(1, 5),
        place=_place(draw),
        destination=_place(draw) if category == "lift" else None,
        by_car=category == "lift",
        by_phone_suits=draw.random() < 0.3,
        languages=_some(draw, LANGUAGES),
        letter_language=draw.choice((None, None, None, "fr")),
        gender_wanted=draw.choice((None, None, None, "woman")),
        wheelchair=category == "lift" and draw.random() < 0.2,
        house=_some(draw, House, 0.15),
        likes=_some(draw, LIKES),
        mother_tongue=draw.choice(LANGUAGES),
        urgency=draw.randint(0, 2),
        asked_on=NOW.date() - timedelta(days=draw.randint(0, 5)),
        unfilled_before=draw.random() < 0.2,
        slots=draw.choice((1, 1, 1, 2)),
    )


def _offer(draw: random.Random, helper: int) -> Offer:
    free = 0
    for half_day in draw.sample(range(21), draw.randint(4, 16)):
        free |= half_day_mask(half_day)
    return Offer(
        helper=helper,
        antenna=draw.randint(1, 2),
        categories=_some(draw, CATEGORIES),
        may_be_asked=_some(draw, CATEGORIES, 0.2),
        free=free,
        dates_off=frozenset({date(2026, 6, 4)} if draw.random() < 0.2 else ()),
        place=_place(draw),
        walk_metres=draw.choice((0, 400, 900)),
        bike_metres=draw.choice((0, 0, 1500)),
        drive_metres=draw.choice((0, 0, 3000)),
        lift_metres=draw.choice((0, 2000)),
        phone_for=_some(draw, CATEGORIES, 0.2),
        languages=_some(draw, LANGUAGES, 0.7),
        gender=draw.choice((None, "woman", "man")),
        refuses=_some(draw, House, 0.2),
        takes_wheelchair=draw.random() < 0.5,
        ceiling_per_week=draw.randint(1, 3),
        paused_until=draw.choice((None, None, None, date(2026, 6, 20))),
        likes=_some(draw, LIKES),
        mother_tongue=draw.choice(LANGUAGES),
        over_border=draw.random() < 0.5,
    )


def _past(draw: random.Random) -> Past:
    return Past(
        favours_28_days=draw.randint(0, 8),
        noes_14_days=draw.choice((0, 0, 1, 2)),
        balance_minutes=draw.randint(-900, 900),
        last_asked=draw.choice((None, NOW.date() - timedelta(days=draw.randint(0, 60)))),
        promises=tuple(Promise(draw.choice((25, 30, 52)), 2) for _ in range(draw.choice((0, 0, 1)))),
        no_to_asks=frozenset({draw.randint(100, 108)}),
        no_to_categories=_some(draw, CATEGORIES, 0.1),
        no_to_weekdays=frozenset({draw.randint(0, 30)} & set(range(7))),
        no_to_people=frozenset({draw.randint(1, 40)}),
    )


def neighbourhood(seed: int) -> Neighbourhood:
    """The neighbourhood of a seed: up to nine asks, up to seven helpers, two antennas."""
    draw = random.Random(seed)
    asks = tuple(_ask(draw, 100 + number) for number in range(draw.randint(1, 9)))
    offers = tuple(_offer(draw, helper) for helper in range(1, draw.randint(2, 8)))
    people = [(draw.randint(1, 12), draw.randint(1, 12)) for _ in range(8)]
    ctx = Context(
        now=NOW,
        past={offer.helper: _past(draw) for offer in offers if draw.random() < 0.7},
        known=frozenset(pair(*each) for each in people[:6]),
        excluded=frozenset(pair(*each) for each in people[6:]),
        pooled=frozenset({(1, 2)} if draw.random() < 0.5 else ()),
        seed=seed,
    )
    return Neighbourhood(asks, offers, ctx)


def half_days(mask: int) -> list[int]:
    """The half-days that a mask touches."""
    return [half_day for half_day, _ in by_half_day(mask)]


neighbourhoods = st.integers(0, 10**9).map(neighbourhood)
