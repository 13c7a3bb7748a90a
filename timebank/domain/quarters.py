"""Minutes and quarters: reading time as people say it, rounding it, and saying it in words.

Time is integer minutes; a bare number is hours, as coordinators' sheets keep them.
"""

import re
import unicodedata

from timebank.domain.errors import InvalidInputError
from timebank.domain.rules import Rounding

FAVOUR_MAX = 1440
"""The longest favour: one day, in minutes."""

LONGEST_SAID = 60
"""More characters than this say no time, and Python reads no number of thousands of figures."""

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_HOUR = r"(?:u|uur|uren|uurs?|h|heures?|hours?|hrs?)"
_MINUTE = r"(?:m|min|mins|minuut|minuten|minutes?|['’′])"
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}

_UNITS = {
    "een": 1, "één": 1, "un": 1, "une": 1, "a": 1, "an": 1, "one": 1,
    "twee": 2, "deux": 2, "two": 2,
    "drie": 3, "trois": 3, "three": 3,
    "vier": 4, "quatre": 4, "four": 4,
    "vijf": 5, "cinq": 5, "five": 5,
    "zes": 6, "six": 6,
    "zeven": 7, "sept": 7, "seven": 7,
    "acht": 8, "huit": 8, "eight": 8,
}  # fmt: skip

_PHRASES = {
    "anderhalf uur": 90, "anderhalve uur": 90,
    "half uur": 30, "een half uur": 30, "halfuur": 30, "een halfuur": 30,
    "kwartier": 15, "een kwartier": 15, "half uurtje": 30, "uurtje": 60, "een uurtje": 60,
    "demi heure": 30, "une demi heure": 30, "demie heure": 30, "une demie heure": 30,
    "quart d heure": 15, "un quart d heure": 15, "un quart": 15, "trois quarts": 45,
    "half hour": 30, "half an hour": 30, "a half hour": 30,
    "quarter": 15, "a quarter": 15, "quarter of an hour": 15, "a quarter of an hour": 15,
    "hour": 60, "uur": 60, "heure": 60,
}  # fmt: skip


def parse_minutes(text: str) -> int:
    """The minutes that ``text`` says, in Dutch, French or English.

    Raises:
        InvalidInputError: ``duration_missing``, ``duration_not_understood``, or
            ``duration_out_of_range`` for less than a minute or more than a day.
    """
    said = _plain(text)
    if not said:
        raise InvalidInputError(
            "duration_missing", "Say how long it took, for example 1u30 or 45 min.", field="time_said"
        )
    minutes = _in_figures(said) if len(said) <= LONGEST_SAID else None
    if minutes is None and len(said) <= LONGEST_SAID:
        minutes = _in_words(said)
    if minutes is None:
        raise InvalidInputError(
            "duration_not_understood",
            "We don't understand “{said}” as a time. Write it like 1u30, 1:30, 1,5 or 90 min.",
            field="time_said",
            said=text.strip()[:40],
        )
    return check_minutes(minutes)


def check_minutes(minutes: float) -> int:
    """Whole minutes between one minute and a day.

    Raises:
        InvalidInputError: ``duration_out_of_range``.
    """
    if not 1 <= minutes <= FAVOUR_MAX:
        raise InvalidInputError(
            "duration_out_of_range",
            "One favour lasts between 1 minute and 24 hours. Write longer help down day by day.",
            field="time_said",
        )
    return round(minutes)


def round_minutes(minutes: int, rule: Rounding) -> int:
    """Minutes after the antenna's rounding; never less than one step of it."""
    if rule is Rounding.NONE:
        return minutes
    step = 30 if rule is Rounding.HALF_HOUR_UP else 15
    if rule is Rounding.QUARTER_NEAREST:
        return max(step, (minutes + step // 2) // step * step)
    return -(-minutes // step) * step


def format_minutes(minutes: int, language: str, style: str = "long") -> str:
    """Minutes in words ('1 uur 30'), short ('1u30') or in quarters ('5 kwartier').

    The sign is left to the sentence around it: what someone received is no debt. ``parse_minutes``
    reads the long and short style back.
    """
    hours, rest = divmod(abs(minutes), 60)
    if style == "quarters":
        return _quarters(abs(minutes), language)
    if style == "short":
        mark = {"nl": "u", "fr": "h"}.get(language, ":")
        return f"{hours}{mark}{rest:02d}"
    word = {"nl": "uur", "fr": "h"}.get(language, "hour" if hours == 1 else "hours")
    if not hours:
        return f"{rest} min"
    return f"{hours} {word}" if not rest else f"{hours} {word} {rest:02d}"


def _quarters(minutes: int, language: str) -> str:
    count, rest = divmod(minutes, 15)
    if rest:
        return f"{minutes} min"
    one = count == 1
    if language == "nl":
        return f"{count} kwartier"
    if language == "fr":
        return f"{count} quart d’heure" if one else f"{count} quarts d’heure"
    return f"{count} quarter" if one else f"{count} quarters"


def _plain(text: str) -> str:
    said = unicodedata.normalize("NFC", text).casefold().strip()
    for mark, decimal in _HALVES.items():
        said = re.sub(rf"(\d)\s*{mark}", rf"\g<1>{decimal}", said).replace(mark, f"0{decimal}")
    return re.sub(r"\s+", " ", said).strip(" .")


def _in_figures(said: str) -> float | None:
    if match := re.fullmatch(_NUMBER, said):
        hours = float(match[1].replace(",", "."))
        return hours * 60
    if match := re.fullmatch(rf"(\d{{1,3}}):(\d{{2}})(?::00)? ?{_HOUR}?", said):
        return _clock(match[1], match[2])
    if match := re.fullmatch(rf"(\d{{1,3}}) ?{_HOUR} ?(?:en |et |and )?(\d{{1,2}}) ?{_MINUTE}?", said):
        return _clock(match[1], match[2])
    if match := re.fullmatch(rf"{_NUMBER} ?{_HOUR}", said):
        return float(match[1].replace(",", ".")) * 60
    if match := re.fullmatch(rf"(\d{{1,4}}) ?{_MINUTE}", said):
        return int(match[1])
    if match := re.fullmatch(r"pt(?:(\d+)h)?(?:(\d+)m)?(?:\d+s)?", said):
        return int(match[1] or 0) * 60 + int(match[2] or 0)
    if match := re.fullmatch(r"(\d+) (\d)/(\d)", said):
        return (int(match[1]) + int(match[2]) / int(match[3] or 1)) * 60 if match[3] != "0" else None
    return None


def _clock(hours: str, minutes: str) -> int | None:
    return int(hours) * 60 + int(minutes) if int(minutes) < 60 else None


def _in_words(said: str) -> float | None:
    said = re.sub(r"[’'\-]", " ", said)
    said = re.sub(r"\s+", " ", said).strip()
    if said in _PHRASES:
        return _PHRASES[said]
    if match := re.fullmatch(
        r"(\w+) (?:kwartier|kwartieren|quarts? d heures?|quarters?(?: of an hour)?)", said
    ):
        count = _count(match[1])
        return None if count is None else count * 15
    if match := re.fullmatch(r"(\w+?)(?: en (?:een )?|[eë]n)half uur", said):
        count = _count(match[1])
        return None if count is None else count * 60 + 30
    if match := re.fullmatch(r"(\w+) (?:uur|uren|heures?|hours?)(?: (.+))?", said):
        count, rest = _count(match[1]), _rest(match[2])
        return None if count is None or rest is None else count * 60 + rest
    return None


def _count(word: str) -> int | None:
    return int(word) if word.isdecimal() else _UNITS.get(word)


def _rest(text: str | None) -> int | None:
    """What follows 'an hour': a half, a quarter, three quarters, or nothing."""
    if text is None:
        return 0
    text = re.sub(r"^(en|et|and) ", "", text)
    halves = {"half", "demie", "demi", "a half", "een half"}
    quarters = {"quart", "un quart", "a quarter", "kwart", "een kwart", "een kwartier", "kwartier"}
    if text in halves:
        return 30
    if text in quarters:
        return 15
    if match := re.fullmatch(
        r"([123]|een|één|twee|drie|deux|trois|two|three) (?:kwartier|quarts?|quarters?)", text
    ):
        return 15 * (_count(match[1]) or 0)
    return 45 if text == "driekwart" else None
