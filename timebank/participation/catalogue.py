"""The fixed list of tables that releases are made of; docs/disclosure.md has it in words.

A quarter has what was done; a year has the same, and who the members are. Each table has few groups, and all but two
are of the antenna as a whole: with 30 to 150 members, finer ones would hold nothing but signs. By area there is what
an antenna has areas for (``services.sectors``), once a year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from timebank.domain.categories import CATEGORIES
from timebank.domain.channels import Channel
from timebank.participation.ages import OLD_BANDS, age_band
from timebank.participation.asks import PAPER_AND_VOICE
from timebank.participation.disclosure.tables import Frame, Kind
from timebank.participation.periods import Period, quarter_of, year_of

WHOLE = "antenna"
"""The area of every table that isn't by area."""

ELSEWHERE = "elsewhere"
"""The area of whoever lives in none that is told, or of whom it isn't known where."""

HOMES_LEAST = 200
"""With fewer homes a street or sector is counted with what lies around it."""

GIVERS, RECEIVERS, ASKERS, MEMBERS = "givers", "receivers", "askers", "members"
WORKERS, GIFT_GIVERS, GRANT_RECEIVERS = "workers", "gift_givers", "grant_receivers"

FAMILY_OF: Mapping[str, str] = {
    "visit": "company",
    "phone_call": "company",
    "walk": "company",
    "gathering": "company",
    "lift": "on_the_way",
    "public_transport": "on_the_way",
    "errands": "errands",
    "parcels_and_keys": "errands",
    "cooking": "errands",
    "meal": "errands",
    "paperwork": "paper_and_screen",
    "phone_and_computer": "paper_and_screen",
    "lessons": "paper_and_screen",
    "odd_job": "at_home",
    "garden": "at_home",
    "pets_and_plants": "at_home",
    "lending": "at_home",
}
"""Categories that are told together; an antenna's own ones and the rest are 'other'."""

FAMILIES = (*dict.fromkeys(FAMILY_OF[code] for code in CATEGORIES if code in FAMILY_OF), "other")
ENDINGS = ("filled", "partly", "referred", "withdrawn", "nobody")
WAYS = ("voice_or_paper", "screen")
TOLD_LANGUAGES = ("nl", "fr", "else")
TOLD_BANDS = {band: band.replace("-", "_").replace("+", "_up") for band in OLD_BANDS}
AGE_BANDS = ("under_65", *TOLD_BANDS.values(), "not_said")
STAYS = ("stayed", "joined", "left", "briefly")
"""Members all year long, come in the year, gone in the year, come and gone in it."""

GIFTS_TO = ("to_neighbours", "to_the_pot")


def _frame(name: str, population: str, groups: tuple[str, ...], *counts: str, **more: Any) -> Frame:
    areas = {WHOLE: frozenset({WHOLE})}
    return Frame(name, population, Kind.WITHIN, areas, groups, counts, **more)


FAVOURS = _frame(
    "favours", "favours", FAMILIES, GIVERS, RECEIVERS, overlapping=True, with_minutes=True, with_things=True
)
ASKS_ENDED = _frame("asks_ended", "asks_ended", ENDINGS, ASKERS, overlapping=True, with_things=True)
ASKS_MADE = _frame("asks_made", "asks_made", WAYS, ASKERS, overlapping=True, with_things=True)
ASKS_IN_A_WEEK = replace(ASKS_MADE, name="asks_in_a_week", population="asks_in_a_week", inside=("asks_made",))
ASKS_IN_THREE_DAYS = replace(
    ASKS_MADE,
    name="asks_in_three_days",
    population="asks_in_three_days",
    inside=("asks_in_a_week", "asks_made"),
)
ASKS_IN_A_DAY = replace(
    ASKS_MADE,
    name="asks_in_a_day",
    population="asks_in_a_day",
    inside=("asks_in_three_days", "asks_in_a_week", "asks_made"),
)
DAYS_OF: Mapping[str, int] = {ASKS_IN_A_DAY.name: 1, ASKS_IN_THREE_DAYS.name: 3, ASKS_IN_A_WEEK.name: 7}
"""Within how many days after its day an ask of this table had a helper. Each table holds the ones before it."""
MEMBERS_BY_LANGUAGE = _frame("members_by_language", "members", TOLD_LANGUAGES, MEMBERS)
MEMBERS_BY_AGE = _frame("members_by_age", "members", AGE_BANDS, MEMBERS)
MEMBERS_BY_STAY = _frame(
    "members_by_stay",
    "members",
    STAYS,
    MEMBERS,
    at_start=("stayed", "left"),
    at_end=("stayed", "joined"),
)
GIFTS = _frame("gifts", "gifts", GIFTS_TO, GIFT_GIVERS, overlapping=True, with_minutes=True)
GRANTS = _frame("grants", "grants", ("from_the_pot",), GRANT_RECEIVERS, with_minutes=True)
ANTENNA_WORK = _frame("antenna_work", "antenna_work", ("for_the_antenna",), WORKERS, with_minutes=True)


def members_by_area(areas: Sequence[str]) -> Frame:
    """Members of each area, and of all others together."""
    return _frame("members_by_area", "members", (*areas, ELSEWHERE), MEMBERS)


def favours_by_area(areas: Sequence[str]) -> Frame:
    """Who helped and was helped, by where they live; hours by where the giver lives. One favour can be of two areas."""
    leaves = {area: frozenset({area}) for area in (*areas, ELSEWHERE)}
    return replace(FAVOURS, name="favours_by_area", areas=leaves, with_things=False, split_of=WHOLE)


OF_A_QUARTER = (FAVOURS, ASKS_ENDED)
OF_A_YEAR = (
    *OF_A_QUARTER,
    ASKS_MADE,
    ASKS_IN_A_WEEK,
    ASKS_IN_THREE_DAYS,
    ASKS_IN_A_DAY,
    MEMBERS_BY_LANGUAGE,
    MEMBERS_BY_AGE,
    MEMBERS_BY_STAY,
    GIFTS,
    GRANTS,
    ANTENNA_WORK,
)
OF_THE_PUBLIC = frozenset({"favours", "asks_ended", "members_by_language"})
"""The tables that may become public, once a partner has them."""


def frames_of(period: Period) -> tuple[Frame, ...]:
    """What is told of a calendar quarter or year.

    Raises:
        ValueError: it is neither.
    """
    if period == year_of(period.first.year):
        return OF_A_YEAR
    if period == quarter_of(period.first.year, (period.first.month + 2) // 3):
        return OF_A_QUARTER
    raise ValueError("releases are made of calendar quarters and years")


def told_with(quarter: Period) -> tuple[Period, ...]:
    """A quarter, and its year where it is the last one of it, in the order in which they are told."""
    if quarter.after.month == 1:
        return (quarter, year_of(quarter.first.year))
    return (quarter,)


def last_quarter(day: date) -> Period:
    """The calendar quarter that was over on this day."""
    number = (day.month + 2) // 3
    return quarter_of(day.year - 1, 4) if number == 1 else quarter_of(day.year, number - 1)


def family_of(category: str) -> str:
    """The group in which a category is told."""
    return FAMILY_OF.get(category, "other")


def way_of(channel: Channel) -> str:
    """Whether an ask came by voice or paper, or by a screen."""
    return "voice_or_paper" if channel in PAPER_AND_VOICE else "screen"


def language_of(code: str) -> str:
    """The group in which a member's language is told."""
    return code if code in TOLD_LANGUAGES else "else"


def stay_of(*, joined: bool, left: bool) -> str:
    """How someone who was a member on some day of a period was there: joined in it, left in it, both or neither."""
    if joined and left:
        return "briefly"
    return "joined" if joined else "left" if left else "stayed"


def age_band_of(birth_year: int | None, year: int) -> str:
    """The band in which someone of this birth year is told; the age is the one reached in ``year``."""
    if birth_year is None:
        return "not_said"
    return TOLD_BANDS.get(age_band(year - birth_year), "under_65")
