"""Names of days, months, feasts and small numbers in the three languages, folded."""

from datetime import date, timedelta

WEEKDAYS: dict[str, int] = {
    name: day
    for day, names in enumerate(
        (
            "maandag maandags lundi lundis monday mondays",
            "dinsdag dinsdags mardi mardis tuesday tuesdays",
            "woensdag woensdags mercredi mercredis wednesday wednesdays",
            "donderdag donderdags jeudi jeudis thursday thursdays",
            "vrijdag vrijdags vendredi vendredis friday fridays",
            "zaterdag zaterdags samedi samedis saturday saturdays",
            "zondag zondags dimanche dimanches sunday sundays",
        )
    )
    for name in names.split()
}
MONTHS: dict[str, int] = {
    name: month
    for month, names in enumerate(
        (
            "januari janvier january",
            "februari fevrier february",
            "maart mars march",
            "april avril",
            "mei mai may",
            "juni juin june",
            "juli juillet july",
            "augustus aout august",
            "september septembre",
            "oktober octobre october",
            "november novembre",
            "december decembre",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "een ene eenmaal un une one a an",
            "twee tweemaal deux two twice",
            "drie driemaal trois three",
            "vier viermaal quatre four",
            "vijf cinq five",
            "zes six",
            "zeven sept seven",
            "acht huit eight",
            "negen neuf nine",
            "tien dix ten",
            "elf onze eleven",
            "twaalf douze twelve",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS |= {"once": 1, "quinze": 15, "veertien": 14, "twintig": 20, "vingt": 20, "twenty": 20}


def choice(names: dict[str, int]) -> str:
    """A pattern for any of these names, longest first."""
    return "|".join(sorted(names, key=lambda each: (-len(each), each)))


def number_of(word: str) -> int | None:
    """A whole number in figures or words."""
    return int(word) if word.isdigit() and len(word) < 5 else NUMBERS.get(word)


_FIXED_FEASTS = {
    "kerstmis": (12, 25), "kerst": (12, 25), "noel": (12, 25), "christmas": (12, 25), "xmas": (12, 25),
    "kerstavond": (12, 24), "nieuwjaar": (1, 1), "nouvel an": (1, 1), "new year": (1, 1),
    "allerheiligen": (11, 1), "toussaint": (11, 1), "all saints": (11, 1), "sinterklaas": (12, 6),
    "saint nicolas": (12, 6), "driekoningen": (1, 6),
}  # fmt: skip
_AFTER_EASTER = {
    "pasen": 0, "paques": 0, "easter": 0, "pinksteren": 49, "pentecote": 49, "whitsun": 49,
    "hemelvaart": 39, "ascension": 39,
}  # fmt: skip
FEASTS = dict.fromkeys((*_FIXED_FEASTS, *_AFTER_EASTER), 0)


def feast_day(name: str, today: date) -> date:
    """The next day of this feast, today included."""
    years = (today.year, today.year + 1)
    if name in _AFTER_EASTER:
        days = [easter(year) + timedelta(days=_AFTER_EASTER[name]) for year in years]
    else:
        month, day = _FIXED_FEASTS[name]
        days = [date(year, month, day) for year in years]
    return next(day for day in days if day >= today)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
