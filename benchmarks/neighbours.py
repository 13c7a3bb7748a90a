"""Neighbourhoods drawn by seed, to measure matching on: members of ten antennas, their offers and asks.

The shares of company, lifts and shopping and the mean age are those that the press gives for
BuurtPensioen; everything else is assumed (docs/matching.md). They rank designs; they forecast nothing.
"""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import exp, log
from zoneinfo import ZoneInfo

from timebank.matching.inputs import Ask, Context, House, Offer, Pair, Past, pair
from timebank.matching.places import Cell, cell_at, metres_between
from timebank.matching.week import BITS_A_DAY, PARTS, half_day_mask

NOW = datetime(2026, 6, 1, 7, 0, tzinfo=ZoneInfo("Europe/Brussels"))
CATEGORIES = (
    "visit",
    "lift",
    "errands",
    "paperwork",
    "odd_job",
    "phone_and_computer",
    "garden",
    "pets_and_plants",
)
ASKED = (40, 18, 15, 8, 7, 6, 3, 3)
OFFERED = (0.65, 0.70, 0.50, 0.20, 0.18, 0.15, 0.15, 0.20)
BY_PHONE = frozenset({"visit", "paperwork", "phone_and_computer"})
LANGUAGES = ("fr", "nl", "ar", "en", "es", "tr", "it")
MOTHER_TONGUES = (55, 22, 9, 4, 4, 3, 3)
CENTRES = (
    (50.898, 4.391), (50.880, 4.356), (50.878, 4.326), (50.836, 4.314), (50.855, 4.331),
    (50.848, 4.345), (50.867, 4.378), (50.836, 4.389), (50.828, 4.372), (50.810, 4.325),
)  # fmt: skip
HOSPITALS = tuple(
    cell_at(*each) for each in ((50.888, 4.329), (50.835, 4.348), (50.852, 4.453), (50.814, 4.266))
)
HALF_DAYS = {"visit": (2, 5), "errands": (1, 3), "garden": (2, 4), "pets_and_plants": (1, 2)}
LENGTHS = {
    "visit": (2, 4), "lift": (3, 6), "errands": (2, 3), "paperwork": (2, 3), "odd_job": (2, 4),
    "phone_and_computer": (2, 4), "garden": (4, 6), "pets_and_plants": (1, 2),
}  # fmt: skip
POOLED = frozenset((one, other) for one in range(200) for other in range(one + 1, 200))


@dataclass(frozen=True)
class Member:
    """A neighbour; hidden from the engine are ``activity``, ``yes`` (the chance of a yes), ``mobility``
    (0 stays at home to 3 goes anywhere) and ``position``, the exact latitude and longitude in degrees.
    """

    id: int
    antenna: int
    place: Cell
    position: tuple[float, float]
    mobility: int
    woman: bool
    languages: frozenset[str]
    mother_tongue: str
    house: frozenset[House]
    need: float
    balance_minutes: int
    activity: float
    yes: float
    offer: Offer | None


@dataclass(frozen=True)
class Town:
    """All members, and who knows whom."""

    members: tuple[Member, ...]
    known: frozenset[Pair]

    @property
    def offers(self) -> list[Offer]:
        """What the helpers among them are ready to do."""
        return [member.offer for member in self.members if member.offer is not None]

    def context(self, *, pooled: bool = False, now: datetime = NOW) -> Context:
        """A start: balances are known, nobody was asked lately."""
        asked = now.date() - timedelta(days=60)
        past = {
            member.id: Past(balance_minutes=member.balance_minutes, last_asked=asked)
            for member in self.members
            if member.offer is not None
        }
        return Context(now=now, past=past, known=self.known, pooled=POOLED if pooled else frozenset(), seed=1)


def draw_town(seed: int, members: int = 600, antennas: int = 10) -> Town:
    """A town; the same for the same seed."""
    draw = random.Random(seed)
    centres = [CENTRES[n] if n < 10 else _anywhere(draw) for n in range(antennas)]
    sizes = [draw.gammavariate(6, 1) for _ in centres]
    people = tuple(_member(draw, number, centres, sizes) for number in range(members))
    return Town(people, _acquaintances(draw, people))


def _anywhere(draw: random.Random) -> tuple[float, float]:
    return draw.uniform(50.78, 50.92), draw.uniform(4.28, 4.45)


def _member(
    draw: random.Random, number: int, centres: list[tuple[float, float]], sizes: list[float]
) -> Member:
    antenna = draw.choices(range(len(centres)), sizes)[0]
    latitude, longitude = centres[antenna]
    position = (latitude + draw.gauss(0, 0.55) / 111.2, longitude + draw.gauss(0, 0.55) / 70.2)
    age = min(97.0, max(40.0, draw.gauss(72, 9)))
    frail = 1 / (1 + exp(-(age - 82 + draw.gauss(0, 5)) / 4))
    chance = draw.random()
    mobility = 0 if chance < 0.6 * frail else 1 if chance < frail else draw.choices((2, 3), (4, 6))[0]
    mother_tongue = draw.choices(LANGUAGES, MOTHER_TONGUES)[0]
    spoken = {mother_tongue}
    spoken |= {lang for lang, share in (("fr", 0.8), ("nl", 0.28), ("en", 0.25)) if draw.random() < share}
    house = {House.CAT: 0.20, House.DOG: 0.15, House.SMOKE: 0.10, House.STAIRS: 0.15}
    member = Member(
        id=number,
        antenna=antenna,
        place=cell_at(*position),
        position=position,
        mobility=mobility,
        woman=draw.random() < 0.7,
        languages=frozenset(spoken),
        mother_tongue=mother_tongue,
        house=frozenset(each for each, share in house.items() if draw.random() < share),
        need=draw.lognormvariate(0, 0.9) * (0.4 + 1.6 * frail),
        balance_minutes=15 * round(draw.gauss(0, 1) * 16 / max(0.3, draw.random() + 0.3)),
        activity=(activity := draw.lognormvariate(0, 1)),
        yes=min(0.97, max(0.08, draw.betavariate(3, 2.2) * (0.75 + 0.25 * min(activity, 2)))),
        offer=None,
    )
    helps = draw.random() < (0.12, 0.35, 0.62, 0.75)[mobility]
    return replace(member, offer=_offer(draw, member, mobility, age)) if helps else member


def _offer(draw: random.Random, member: Member, mobility: int, age: float) -> Offer | None:
    car = mobility >= 2 and draw.random() < min(0.6, max(0.04, 0.55 - (age - 65) * 0.018))
    offered = {each for each, share in zip(CATEGORIES, OFFERED, strict=True) if draw.random() < share}
    offered -= set() if car else {"lift"}
    offered &= BY_PHONE if mobility == 0 else set(CATEGORIES)
    if not offered:
        return None
    walk = round(1000 * (0, 0.35, 0.8, 1.5)[mobility] * draw.lognormvariate(0, 0.25))
    refused = {
        House.CAT: 0.08,
        House.DOG: 0.10,
        House.SMOKE: 0.25,
        House.STAIRS: (1, 0.8, 0.25, 0.05)[mobility],
    }
    return Offer(
        helper=member.id,
        antenna=member.antenna,
        categories=frozenset(offered),
        free=_free_half_days(draw),
        place=member.place,
        walk_metres=walk,
        bike_metres=walk + 1500 if mobility == 3 and draw.random() < 0.15 else 0,
        drive_metres=3000 if car and draw.random() < 0.5 else 0,
        lift_metres=round(1000 * draw.lognormvariate(log(9), 0.35)) if car else 0,
        phone_for=frozenset(offered) if mobility == 0 else frozenset(),
        languages=member.languages,
        gender="woman" if member.woman else "man",
        refuses=frozenset(each for each, share in refused.items() if draw.random() < share),
        takes_wheelchair=draw.random() < 0.25,
        ceiling_per_week=min(5, 1 + sum(draw.random() < 0.07 * min(member.activity, 6) for _ in range(5))),
        mother_tongue=member.mother_tongue,
        over_border=True,
    )


def _free_half_days(draw: random.Random) -> int:
    often = min(0.95, max(0.08, draw.betavariate(2, 3.5) * 1.1))
    free = 0
    for day in range(7):
        for part, share in enumerate((1, 1.15, 0.45)):
            if draw.random() < often * share * (1, 1, 1, 1, 1, 0.7, 0.5)[day]:
                free |= half_day_mask(3 * day + part)
        if draw.random() < 0.25:  # a late riser
            free &= ~(0b11 << (BITS_A_DAY * day))
    return free


def _acquaintances(draw: random.Random, people: tuple[Member, ...]) -> frozenset[Pair]:
    """Near and active people know one another: about three for each."""
    by_antenna: dict[int, list[Member]] = {}
    for member in people:
        by_antenna.setdefault(member.antenna, []).append(member)
    found = set()
    for mine in by_antenna.values():
        for member in mine:
            others = draw.sample(mine, min(len(mine), 40))
            weights = [each.activity / (65 + metres_between(member.place, each.place)) for each in others]
            for other in draw.choices(others, weights, k=draw.choice((1, 2, 3, 3, 4, 5))):
                if other is not member:
                    found.add(pair(member.id, other.id))
    return frozenset(found)


def draw_asks(town: Town, count: int, seed: int) -> list[Ask]:
    """This many asks for one week, in the order in which they came."""
    draw = random.Random(seed + 10_000)
    askers = draw.choices(town.members, [member.need for member in town.members], k=count)
    return [_ask(draw, number, member) for number, member in enumerate(askers)]


def _ask(draw: random.Random, number: int, member: Member) -> Ask:
    category = draw.choices(CATEGORIES, ASKED)[0]
    half_hours = draw.randint(*LENGTHS[category])
    if category == "lift":
        start = draw.randint(1, 16)
        half_hours = min(half_hours, 24 - start)
        window = ((1 << half_hours) - 1) << (BITS_A_DAY * draw.randint(0, 4) + start)
    else:
        window = 0
        for _ in range(draw.randint(*HALF_DAYS.get(category, (3, 6)))):
            day = draw.choices(range(7), (10, 10, 10, 10, 10, 5, 3))[0]
            window |= half_day_mask(3 * day + draw.choices(range(len(PARTS)), (42, 45, 13))[0])
    urgent = 2 if category == "lift" and draw.random() < 0.6 else 0
    if category in ("errands", "paperwork") and draw.random() < 0.3:
        urgent = 1
    intimate = member.woman and category in ("visit", "lift", "errands")
    return Ask(
        id=number,
        asker=member.id,
        antenna=member.antenna,
        category=category,
        window=window,
        half_hours=half_hours,
        place=member.place,
        destination=draw.choice(HOSPITALS) if category == "lift" else None,
        by_car=category == "lift",
        by_phone_suits=category in BY_PHONE,
        languages=member.languages,
        letter_language=draw.choices(("fr", "nl"), (7, 3))[0] if category == "paperwork" else None,
        gender_wanted="woman" if intimate and draw.random() < 0.1 else None,
        wheelchair=category == "lift" and draw.random() < 0.1,
        house=frozenset() if category == "lift" else member.house,
        mother_tongue=member.mother_tongue,
        urgency=urgent,
        asked_on=NOW.date(),
    )
