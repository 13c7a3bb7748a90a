"""Misspelt words of time put right before days and hours are read: 'woesndag', 'mecredi', 'tomorow'."""

from dataclasses import replace
from functools import lru_cache

from timebank.intake.calendar_words import MONTHS, WEEKDAYS
from timebank.intake.stems import Spelling
from timebank.intake.vocabulary import COMMON, WORDS
from timebank.intake.wording import Wording, read_words

_TIME_WORDS = frozenset(
    [each for each in (*WEEKDAYS, *MONTHS) if len(each) >= 5]
    + ["overmorgen", "namiddag", "voormiddag", "ochtend", "vandaag", "vanavond", "volgende", "wekelijks"]
    + ["dagelijks", "iedere", "semaine", "prochaine", "aujourd", "demain", "chaque"]
    + ["tomorrow", "morning", "afternoon", "evening", "tonight"]
)
_SPELLING = Spelling(_TIME_WORDS)


def mend_time_words(wording: Wording) -> Wording:
    """The same text, with misspelt words of time replaced in ``tokens`` and ``plain``; places in it stay."""
    tokens = tuple(_mended(token) for token in wording.tokens)
    if tokens == wording.tokens:
        return wording
    at, place = [], 0
    for token in tokens:
        at.append(place)
        place += len(token) + 1
    return replace(wording, tokens=tokens, plain=" ".join(tokens), at=tuple(at))


@lru_cache(maxsize=1 << 15)
def _mended(token: str) -> str:
    if len(token) < 5 or token in _TIME_WORDS or token in _plain_words():
        return token
    return _SPELLING.meant(token) or token


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    terms = [term for words in WORDS.values() for listed in words.values() for term in listed.split(",")]
    return COMMON | {token for term in terms for token in read_words(term).tokens}
