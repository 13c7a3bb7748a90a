"""The words of asks and offers that both sides share: wishes, limits, urgency, parts of the day."""

import enum


class Urgency(enum.IntEnum):
    """Who goes first when not everyone can be helped; set by the coordinator."""

    CAN_WAIT = 0
    SOON = 1
    URGENT = 2


class Wish(enum.StrEnum):
    """What the one who asks needs of a helper, or has at home that not everyone can bear."""

    WOMAN = "woman"
    MAN = "man"
    WHEELCHAIR = "wheelchair"
    HAS_CAT = "has_cat"
    HAS_DOG = "has_dog"
    SMOKES = "smokes"
    STAIRS = "stairs"


class Limit(enum.StrEnum):
    """What a helper can't do with."""

    NO_CATS = "no_cats"
    NO_DOGS = "no_dogs"
    NO_SMOKE = "no_smoke"
    NO_STAIRS = "no_stairs"


class AskedAs(enum.StrEnum):
    """As whom a helper may be named where someone asks for a woman or a man; empty is neither."""

    UNSAID = ""
    WOMAN = "woman"
    MAN = "man"


class DayPart(enum.IntEnum):
    """A part of the day as the week grid on paper has it; the value is its column."""

    MORNING = 0
    AFTERNOON = 1
    EVENING = 2


PART_MINUTES: dict[DayPart, tuple[int, int]] = {
    DayPart.MORNING: (8 * 60, 12 * 60),
    DayPart.AFTERNOON: (12 * 60, 17 * 60),
    DayPart.EVENING: (17 * 60, 20 * 60),
}
"""From and until each part, in minutes of the day."""

DAY_FROM_MINUTE, DAY_UNTIL_MINUTE = 8 * 60, 20 * 60
"""Neighbours help between eight in the morning and eight in the evening."""

PARTS = len(DayPart)
ALL_WEEK = (1 << 7 * PARTS) - 1
"""The week grid with every box ticked: bit ``3 * weekday + part``, Monday first."""


def part_bit(weekday: int, part: DayPart) -> int:
    """The bit of the week grid for ``weekday`` (0 is Monday) and ``part``."""
    return 1 << (PARTS * weekday + part)


def has_part(free_parts: int, weekday: int, part: DayPart) -> bool:
    """Whether the box is ticked."""
    return bool(free_parts & part_bit(weekday, part))


_SPOKEN = "nl fr en ar tr de es it pt pl ro bg ru uk sq ber ln sw"
SPOKEN_LANGUAGES: tuple[str, ...] = tuple(_SPOKEN.split())
"""Languages that neighbours and services in Brussels speak (ISO 639); pages are in three of them."""
