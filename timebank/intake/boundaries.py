"""Which asks may be for a professional: care words, and how often or how long.

A flag is a gentle hint on the form. It never refuses; the coordinator decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from timebank.intake import care_words
from timebank.intake.guesses import Found
from timebank.intake.stems import LANGUAGES, stem
from timebank.intake.wording import Wording, read_words

_NEAR = 8
"""Tokens to each side in which a person or a thing decides what is washed."""
_FOUND_MOST = 5
"""Words that are shown for one boundary."""
_REACH = 80
"""Letters to each side that are looked at, so that a long text takes no more than its share of time."""


@dataclass(frozen=True)
class Boundary:
    """Something that an antenna's neighbours don't do.

    ``code`` names a list of care words that comes with the product ('bodily_care', 'nursing', 'money',
    'intensive') or is the antenna's own; ``words`` are the antenna's own words and phrases, in any language.
    More often than ``most_per_week``, or longer than ``most_minutes_per_week`` in all, is flagged too.
    """

    code: str
    words: tuple[str, ...] = ()
    most_per_week: float | None = None
    most_minutes_per_week: int | None = None


@dataclass(frozen=True)
class BoundaryFlag:
    """Which boundary, for what ``reason`` ('words', 'often' or 'long'), and the words that said so."""

    boundary: str
    reason: str
    found: tuple[Found, ...] = ()


BOUNDARIES: tuple[Boundary, ...] = (
    Boundary("bodily_care"),
    Boundary("nursing"),
    Boundary("money"),
    Boundary("intensive", most_per_week=3, most_minutes_per_week=300),
)
"""What an antenna begins with (report: 'three times, not four'; no bodily care, no family-care service)."""


def check_boundaries(
    words: str,
    *,
    repeats_per_week: float | None = None,
    minutes: int | None = None,
    boundaries: Sequence[Boundary] = BOUNDARIES,
) -> tuple[BoundaryFlag, ...]:
    """Flags for what neighbours don't do, in the order of ``boundaries``; none where nothing speaks for one.

    ``minutes`` are those of one time; a single ask counts as once in its week.
    """
    wording = read_words(words)
    flags: list[BoundaryFlag] = []
    for boundary in boundaries:
        found = (*_care_words(wording, boundary.code), *_own_words(wording, boundary.words))
        if found:
            flags.append(BoundaryFlag(boundary.code, "words", found))
        flags += _flags_of_count(boundary, repeats_per_week, minutes)
    return tuple(flags)


def find_care_words(wording: Wording) -> tuple[Found, ...]:
    """All that speaks for care of the body or nursing, whatever the antenna's list says."""
    return (*_care_words(wording, "bodily_care"), *_care_words(wording, "nursing"))


def _flags_of_count(
    boundary: Boundary, repeats_per_week: float | None, minutes: int | None
) -> list[BoundaryFlag]:
    flags = []
    if boundary.most_per_week is not None and (repeats_per_week or 0) > boundary.most_per_week:
        flags.append(BoundaryFlag(boundary.code, "often"))
    in_week = (minutes or 0) * max(1.0, repeats_per_week or 0)
    if boundary.most_minutes_per_week is not None and in_week > boundary.most_minutes_per_week:
        flags.append(BoundaryFlag(boundary.code, "long"))
    return flags


def _care_words(wording: Wording, code: str) -> tuple[Found, ...]:
    return tuple(islice(_each_care_word(wording, code), _FOUND_MOST))


def _each_care_word(wording: Wording, code: str) -> Iterator[Found]:
    for first, last in _clauses(wording.plain):
        clause = wording.plain[first:last]
        if care_words.BY_OTHERS.search(clause) is not None or _is_errand(clause, code):
            continue
        for match in _matches(clause, code):
            before = clause[max(0, match.start() - _REACH) : match.start()]
            if not care_words.NEGATED.search(before.rstrip()):
                yield _found(wording, first, match)


def _is_errand(clause: str, code: str) -> bool:
    """Fetched at the pharmacy, or driven to the nurse: a neighbour may do that; money is never an errand."""
    if code in {"money", "intensive"}:
        return False
    return care_words.FETCHED.search(clause) is not None or care_words.DRIVEN.search(clause) is not None


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r" [,.](?= |$)", plain):
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _matches(clause: str, code: str) -> Iterator[re.Match[str]]:
    for plain in (care_words.PLAIN.get(code), care_words.NOUNS.get(code)):
        yield from plain.finditer(clause) if plain is not None else ()
    for patterns, alone in ((care_words.UNLESS_THING, True), (care_words.WITH_PERSON, False)):
        pattern = patterns.get(code)
        for match in pattern.finditer(clause) if pattern is not None else ():
            if _is_about_a_person(clause, match, alone=alone):
                yield match


def _is_about_a_person(clause: str, match: re.Match[str], *, alone: bool) -> bool:
    """Whether a person stands nearer than a thing; ``alone`` is the answer where neither is near."""
    before = _without_owners(clause[max(0, match.start() - _REACH) : match.start()]).split()[::-1][:_NEAR]
    behind = _without_owners(clause[match.end() : match.end() + _REACH]).split()[:_NEAR]
    person, thing = (_nearest(pattern, before, behind) for pattern in (care_words.PERSON, care_words.THING))
    if person is None and thing is None:
        return alone
    return thing is None or (person is not None and person <= thing)


def _without_owners(words: str) -> str:
    """'de hond van mijn zus' and 'my sister's dog' are about a dog."""
    return care_words.OWNED_THING.sub(lambda match: match["thing"] or match["other"], words)


def _nearest(pattern: re.Pattern[str], before: list[str], behind: list[str]) -> int | None:
    places = [n for words in (before, behind) for n, word in enumerate(words) if pattern.fullmatch(word)]
    return min(places, default=None)


def _found(wording: Wording, offset: int, match: re.Match[str]) -> Found:
    first = wording.token_at(offset + match.start())
    return wording.found(first, max(first, wording.token_at(offset + match.end() - 1)))


def _own_words(wording: Wording, own: tuple[str, ...]) -> Iterator[Found]:
    """The antenna's own words, by their stems in any language; a phrase in its order."""
    for phrase in own:
        wanted = read_words(phrase).tokens
        for language in LANGUAGES if wanted else ():
            stems = [stem(language, token) for token in wording.tokens]
            sought = [stem(language, token) for token in wanted]
            places = [n for n in range(len(stems)) if stems[n : n + len(sought)] == sought]
            if places:
                yield wording.found(places[0], places[0] + len(sought) - 1)
                break
