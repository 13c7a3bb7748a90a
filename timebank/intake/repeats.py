"""How often: 'elke week', 'deux fois par semaine', 'om de veertien dagen', 'Sundays'."""

import re

from timebank.intake.calendar_words import NUMBERS, WEEKDAYS, choice, number_of
from timebank.intake.daywords import PART_ENDS
from timebank.intake.guesses import Guess, Repeat
from timebank.intake.wording import Wording

_UNITS = {
    "dag": "day", "dagen": "day", "jour": "day", "jours": "day", "journee": "day", "day": "day", "days": "day",
    "week": "week", "weken": "week", "semaine": "week", "semaines": "week", "weeks": "week",
    "maand": "month", "maanden": "month", "mois": "month", "month": "month", "months": "month",
    "jaar": "year", "an": "year", "ans": "year", "annee": "year", "year": "year",
    "morgen": "day", "ochtend": "day", "middag": "day", "namiddag": "day", "avond": "day", "nacht": "day",
    "matin": "day", "matins": "day", "midi": "day", "midis": "day", "soir": "day", "soirs": "day", "nuit": "day",
    "morning": "day", "afternoon": "day", "evening": "day", "night": "day",
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=lambda each: (-len(each), each)))
_N = rf"(?:\d{{1,2}}|{choice(NUMBERS)})"
_DAY_NAME = rf"(?:{choice(WEEKDAYS)})(?:{PART_ENDS})?"
_EVERY = r"(?:elke|elk|iedere|ieder|alle|chaque|tous les|toutes les|every|each)"
_OTHER = (
    r"om de (?:andere |twee |2 )?week|om de (?:twee|2) weken|tweewekelijks|veertiendaags|om de veertien dagen"
    r"|(?:tous les|chaque) (?:quinze|15|quatorze) jours|toutes les (?:deux|2) semaines|une semaine sur deux"
    r"|every (?:other|second) week|every (?:two|2) weeks|fortnightly|every fortnight|once a fortnight"
)
_FORTNIGHT = re.compile(rf"\b(?:{_OTHER})\b")
_COUNTED = re.compile(
    rf"\b(?:(?P<n>{_N}) ?(?:keer|maal|x|fois|times?)|(?P<once>eenmaal|tweemaal|driemaal|viermaal|once|twice))"
    rf"(?: (?:per|in de|op een|par|a|an|each|every|la|le|elke|iedere|chaque))+ (?P<unit>{_UNIT})\b"
)
_EACH_UNIT = re.compile(
    rf"\b(?:{_EVERY} (?P<unit>{_UNIT})"
    rf"|(?P<adverb>dagelijkse?|wekelijkse?|maandelijkse?|daily|weekly|monthly|quotidien\w*|hebdomadaire\w*"
    rf"|mensuel\w*)"
    rf"|(?:om de|tous les|toutes les|every) (?P<n>{_N}) (?P<units>{_UNIT}))\b"
)
_EACH_DAY = re.compile(
    rf"\b(?:{_EVERY} (?P<one>{_DAY_NAME}(?:,? (?:en|et|and|of|ou|or)? ?{_DAY_NAME})*)"
    rf"|(?:op )?(?P<many>(?:maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags|\w+dis"
    rf"|dimanches|\w+days)"
    rf"(?: (?:en|et|and) {_DAY_NAME})*)|(?:s (?P<dutch>(?:{choice(WEEKDAYS)}))))\b"
)
_FRENCH_HABIT = re.compile(
    rf"\ble (?P<day>{choice(WEEKDAYS)})\b(?! (?:\d|prochain|en huit|de la))(?! (?:premier|{_N}))"
)
_ADVERBS = {"d": "day", "w": "week", "m": "month", "q": "day", "h": "week"}


def read_repeat(wording: Wording) -> Guess[Repeat] | None:
    """The first of: a count per unit, every other week, named weekdays, every unit. None for a single time."""
    weekdays, named = _weekdays_of(wording)
    for reader in (_counted, _fortnight):
        found = reader(wording)
        if found is not None:
            repeat, match = found
            days = weekdays or _beside(wording, match)
            with_days = Repeat(repeat.times, repeat.every, repeat.unit, days)
            return Guess(with_days, wording.found_in(match))
    if weekdays and named is not None:
        return Guess(Repeat(len(weekdays), 1, "week", weekdays), wording.found_in(named))
    return _each_unit(wording)


def _counted(wording: Wording) -> tuple[Repeat, re.Match[str]] | None:
    match = _COUNTED.search(wording.plain)
    if match is None:
        return None
    times = number_of(match["n"] or match["once"])
    return None if not times else (Repeat(times, 1, _UNITS[match["unit"]]), match)


def _fortnight(wording: Wording) -> tuple[Repeat, re.Match[str]] | None:
    match = _FORTNIGHT.search(wording.plain)
    return None if match is None else (Repeat(1, 2, "week"), match)


def _each_unit(wording: Wording) -> Guess[Repeat] | None:
    match = _EACH_UNIT.search(wording.plain)
    if match is None:
        return None
    if match["n"]:
        every = number_of(match["n"]) or 1
        return Guess(Repeat(1, every, _UNITS[match["units"]]), wording.found_in(match))
    unit = _UNITS[match["unit"]] if match["unit"] else _ADVERBS[match["adverb"][0]]
    return Guess(Repeat(1, 1, unit), wording.found_in(match))


def _weekdays_of(wording: Wording) -> tuple[tuple[int, ...], re.Match[str] | None]:
    match = _EACH_DAY.search(wording.plain)
    if match is None:
        return (), None
    names = re.findall(choice(WEEKDAYS), match["one"] or match["many"] or match["dutch"])
    return tuple(sorted({WEEKDAYS[each] for each in names})), match


def _beside(wording: Wording, match: re.Match[str]) -> tuple[int, ...]:
    """Weekdays right after 'twice a week': 'on Monday and Thursday'."""
    rest = wording.plain[match.end() : match.end() + 60]
    names = re.findall(rf"\b(?:{choice(WEEKDAYS)})\b", rest)
    return tuple(sorted({WEEKDAYS[each] for each in names}))


def habit_day(wording: Wording) -> Guess[tuple[int, ...]] | None:
    """'le dimanche', which is either next Sunday or Sundays: offered as a weekday, not as a date."""
    match = _FRENCH_HABIT.search(wording.plain)
    return None if match is None else Guess((WEEKDAYS[match["day"]],), wording.found_in(match, "day"))
