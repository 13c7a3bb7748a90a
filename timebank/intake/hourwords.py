"""At what hour, in which part of the day, and for how long."""

import re
from datetime import time

from timebank.intake.calendar_words import NUMBERS, WEEKDAYS, choice, number_of
from timebank.intake.daywords import PART_ENDS
from timebank.intake.guesses import Guess
from timebank.intake.wording import Wording

_N = rf"(?:\d{{1,2}}|{choice(NUMBERS)})"
_AT = r"(?:om|tegen|rond|vanaf|a|vers|pour|des|at|by|around|about|from|from about)"
_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<h>\d{1,2})[:.](?P<m>\d{2})\b(?: ?(?P<ap>am|pm))?",
        r"\b(?P<h>\d{1,2})[hu](?P<m>\d{2})\b",
        r"\b(?P<h>\d{1,2}) ?(?P<ap>am|pm)\b",
        rf"\bkwart (?P<way>over|na|voor) (?P<h>{_N})\b",
        rf"\b(?P<five>vijf|tien|twintig|5|10|20) (?P<way>over|na|voor) (?P<half>half )?(?P<h>{_N})\b",
        rf"\b(?P<half>half) (?!an? )(?P<h>{_N})\b(?! uur(?:tje|ke))",
        rf"\b(?P<past>half past) (?P<h>{_N})\b",
        rf"\b(?:a )?quarter (?P<way>past|to) (?P<h>{_N})\b",
        rf"\b(?P<h>{_N}) ?h(?:eures?)? (?P<et>et demie?|et quart|moins le quart|moins (?:cinq|dix|vingt))\b",
        r"\b(?P<midi>midi) et demie?\b",
        rf"\b(?!pour une ){_AT} (?P<h>{_N}) ?(?:uur|u|h|heures?|o clock|oclock)(?: (?P<m>[0-5]\d)\b)?(?!\w"
        rf"| lang\b| par\b| per\b)",
        rf"\b(?P<h>{_N}) (?:o clock|oclock)\b",
        r"\b(?P<h>[6-9]|1\d|2[0-3]) ?[uh]\b(?! lang| par| per)",
        rf"\b(?:om|tegen|at|by) (?P<h>{_N})\b(?! (?:dagen|weken|jours|semaines|days|weeks|man|mensen|least"
        rf"|a\b|the\b|\w+))",
    )
)
_QUARTERS = {"et quart": 15, "moins le quart": -15, "moins cinq": -5, "moins dix": -10, "moins vingt": -20}
_PARTS = (
    (
        "morning",
        r"s morgens|smorgens|s ochtends|morgens|voormid+ag|ochtend|morgen vroeg|morgenvroeg|(?:elke|iedere"
        r"|in de) morgen"
        r"|vanmorgen|vanochtend|(?<!du )matin|matins|matinee|(?<!good )(?<!coffee )morning|mornings",
    ),
    (
        "afternoon",
        r"s namiddags|namid+ag|vannamiddag|(?:l )?apres midi|aprem|(?<!good )(?<!games )afternoon|afternoons",
    ),
    (
        "noon",
        r"(?:den )?noen|s middags|(?:tegen|rond|op) (?:de |den )?middag|vanmiddag"
        r"|(?<!apres )(?<!gare du )(?<!bruxelles )midi"
        r"|noon|lunchtime|midday",
    ),
    (
        "evening",
        r"s avonds|avond|vanavond|(?:le |au |ce |chaque )soir|soirs|soiree|(?<!good )evening|evenings|tonight",
    ),
)
_HOW_LONG = r"(?<!voor een )(?<!for an )(?<!for one )(?<!pour un )(?<!pour une )"
"""'For an afternoon' says how long, not when."""
_PART_PATTERNS = tuple(
    (part, re.compile(rf"(?<!goede )(?<!goeie ){_HOW_LONG}\b(?:{pattern})\b(?! (?:jeux|de jeux))"))
    for part, pattern in _PARTS
)
_DAY_AND_PART = re.compile(rf"\b(?:{choice(WEEKDAYS)}) ?(?P<part>{PART_ENDS}|matin|soir|midi)\b")
_PART_OF_END = {
    "voor": "morning", "morg": "morning", "ocht": "morning", "nami": "afternoon", "midd": "noon",
    "avon": "evening", "mati": "morning", "soir": "evening", "midi": "noon",
}  # fmt: skip
_DURATION = re.compile(
    rf"\b(?:(?P<whole>anderhalf uur|une heure et demie|an hour and a half|one and a half hours)"
    rf"|(?P<half>(?:een )?half uur(?:tje|ke)?|une demi heure|demi heure|half an hour)"
    rf"|(?P<quarter>(?:een )?kwartier(?:tje|ke)?|un quart d heure|(?:a )?quarter of an hour)"
    rf"|(?P<h>{_N}) ?(?:uur(?:tje|tjes|ke|kes)?|uren|u|h|heures?|hours?)\b(?: (?:en half|et demie))?"
    rf"|(?P<m>\d{{1,3}}|vijf|tien|dix|ten|quinze|twintig|vingt|twenty) ?(?:minuten|minuutjes|minutes|min))\b"
)

Spans = list[tuple[int, int]]


def read_part(wording: Wording) -> Guess[str] | None:
    """The part of the day that is named first: 'morning', 'noon', 'afternoon' or 'evening'."""
    found: list[tuple[int, str, re.Match[str]]] = []
    match = _DAY_AND_PART.search(wording.plain)
    if match is not None:
        found.append((match.start(), _PART_OF_END[match["part"][:4]], match))
    for part, pattern in _PART_PATTERNS:
        match = pattern.search(wording.plain)
        if match is not None:
            found.append((match.start(), part, match))
    if not found:
        return None
    _place, part, first = min(found, key=lambda each: each[0])
    return Guess(part, wording.found_in(first))


def read_clock(wording: Wording, language: str, part: str | None) -> tuple[Guess[time] | None, Spans]:
    """A time of the clock as people say it: 'half drie' is 14:30, 'half three' 15:30; and where it stood."""
    for pattern in _CLOCKS:
        for match in pattern.finditer(wording.plain):
            clock = _clock_of(match.groupdict(), language, part)
            if clock is not None:
                return Guess(clock, wording.found_in(match)), [match.span()]
    return None, []


def _clock_of(said: dict[str, str | None], language: str, part: str | None) -> time | None:
    if said.get("midi"):
        return time(12, 30)
    hour = number_of(said.get("h") or "")
    if hour is None or hour > 24:
        return None
    minutes = hour * 60 + _minutes_beside(said, language)
    figures = bool(said.get("m"))
    half_of_day = said.get("ap")
    if half_of_day == "pm" and hour < 12:
        minutes += 720
    elif half_of_day is None and not (figures and (said.get("h") or "").startswith("0")):
        minutes += _afternoon(minutes, part)
    return time(minutes // 60 % 24, minutes % 60) if 0 <= minutes % 60 < 60 else None


def _minutes_beside(said: dict[str, str | None], language: str) -> int:
    way, beside = said.get("way"), 0
    if said.get("m"):
        return min(59, int(said["m"] or 0))
    if said.get("et"):
        return 30 if "demi" in (said["et"] or "") else _QUARTERS[said["et"] or ""]
    if way:
        size = number_of(said.get("five") or "") or 15
        beside = -size if way in {"voor", "to"} else size
    if said.get("half"):
        word = said.get("h") or ""
        english = language == "en" and word not in {"een", "twee", "drie", "vier", "vijf", "zeven", "acht"}
        beside += 30 if english or word in {"one", "two", "three", "four", "five", "seven", "eight"} else -30
    if said.get("past"):
        beside += 30
    return beside


def _afternoon(minutes: int, part: str | None) -> int:
    """Half a day more where a neighbour means the afternoon: one to half past six, unless she said 'morning'."""
    if part == "evening" and 4 * 60 <= minutes < 12 * 60:
        return 720
    return 720 if part != "morning" and 30 <= minutes < 6 * 60 + 45 else 0


def read_minutes(wording: Wording, taken: Spans) -> Guess[int] | None:
    """How long, in minutes, where it is said."""
    for match in _DURATION.finditer(wording.plain):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        minutes = _minutes_of(match)
        if minutes is not None and 5 <= minutes <= 1440:
            return Guess(minutes, wording.found_in(match))
    return None


def _minutes_of(match: re.Match[str]) -> int | None:
    if match["whole"]:
        return 90
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15
    if match["h"]:
        hours = number_of(match["h"])
        return None if hours is None else hours * 60 + (30 if match[0].endswith(("half", "demie")) else 0)
    return number_of(match["m"])
