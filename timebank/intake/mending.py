"""Misspelt words put right before a text is read: of time ('woesndag', 'tomorow'), and of care ('piqurre')."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timebank.intake.calendar_words import MONTHS, WEEKDAYS
from timebank.intake.care.languages import care_words
from timebank.intake.stems import LANGUAGES, Spelling, stem
from timebank.intake.vocabulary import COMMON, WORDS
from timebank.intake.wording import Wording, read_words

_TIME_WORDS = frozenset(
    [each for each in (*WEEKDAYS, *MONTHS) if len(each) >= 5]
    + ["overmorgen", "namiddag", "voormiddag", "ochtend", "vandaag", "vanavond", "volgende", "wekelijks"]
    + ["dagelijks", "iedere", "semaine", "prochaine", "aujourd", "demain", "chaque"]
    + ["tomorrow", "morning", "afternoon", "evening", "tonight"]
)
_SPELLING = Spelling(_TIME_WORDS)
_CARE_LEAST = 6
"""Letters that a word must have to be taken for a misspelt one of care."""
_KEPT = frozenset(["tellen", "pellen", "trillen", "wonder", "wishing", "stitching", "touches"])
"""Words in their own right that are a letter away from one of care."""


def mend_time_words(wording: Wording) -> Wording:
    """The same text, with misspelt words of time replaced in ``tokens`` and ``plain``; places in it stay."""
    return _mend(wording, _mended)


def mend_care_words(wording: Wording) -> Wording:
    """The same for words of care, and for those that make them harmless."""
    return _mend(wording, _mended_care)


def _mend(wording: Wording, mended: Callable[[str], str]) -> Wording:
    tokens = tuple(mended(token) for token in wording.tokens)
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


@lru_cache(maxsize=1 << 15)
def _mended_care(token: str) -> str:
    if len(token) < _CARE_LEAST or token in _KEPT or token in care_words():
        return token
    if any((language, stem(language, token)) in _known_stems() for language in LANGUAGES):
        return token
    return _care_spelling().meant(token) or token


@lru_cache(maxsize=1)
def _care_spelling() -> Spelling:
    return Spelling(word for word in care_words() if len(word) >= _CARE_LEAST)


@lru_cache(maxsize=1)
def _known_stems() -> frozenset[tuple[str, str]]:
    return frozenset((language, stem(language, word)) for word in _plain_words() for language in LANGUAGES)
