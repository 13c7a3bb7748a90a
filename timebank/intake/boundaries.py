"""Which asks may be for a professional: care words, and how often or how long.

A flag is a gentle hint on the form. It never refuses; the coordinator decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timebank.intake.asking import plain_reader
from timebank.intake.care.likeness import BOUNDARY_CODES, LIKELY, Likeness, care_likeness
from timebank.intake.care.patterns import Span
from timebank.intake.care.reading import find_care
from timebank.intake.care.signs import Spoken, signs_of
from timebank.intake.guesses import Found
from timebank.intake.mending import mend_care_words
from timebank.intake.stems import LANGUAGES, stem
from timebank.intake.wording import Wording, read_words

_CLEARLY = 3.0
"""The weight of words from which an ask is clearly for a kind of neighbourly help; a strong word asked for has 3."""
_FOUND_MOST = 5
"""Words that are shown for one boundary."""


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

    Whether a text is of care follows from its likeness to labelled asks; the phrases in it say which boundary
    it crosses, or else what it is likest, as a flag at the end. An antenna's own words always count.
    ``minutes`` are those of one time; a single ask counts as once in its week.
    """
    wording = read_words(words)
    mended = mend_care_words(wording)
    spoken = _spoken(mended)
    likeness = care_likeness(mended, _signs(mended, spoken))
    likely = likeness.log_odds >= LIKELY
    flags: list[BoundaryFlag] = []
    for boundary in boundaries:
        listed = _listed(mended, spoken[boundary.code]) if likely and boundary.code in spoken else ()
        found = (*listed, *_own_words(wording, boundary.words))
        if found:
            flags.append(BoundaryFlag(boundary.code, "words", found))
        flags += _flags_of_count(boundary, repeats_per_week, minutes)
    if likely and not any(flag.reason == "words" for flag in flags):
        flags += _unlisted(mended, likeness, boundaries)
    return tuple(flags)


def care_signs(words: str) -> dict[str, float]:
    """The signs by which ``words`` are likened to asks of care, and how much each counts."""
    mended = mend_care_words(read_words(words))
    return _signs(mended, _spoken(mended))


def find_care_words(wording: Wording) -> tuple[Found, ...]:
    """All that speaks for care of the body or nursing, whatever the antenna's list says."""
    mended = mend_care_words(wording)
    return tuple(
        found for code in ("bodily_care", "nursing") for found in _listed(mended, find_care(mended, code))
    )


def _spoken(mended: Wording) -> Spoken:
    return {code: find_care(mended, code) for code in BOUNDARY_CODES}


def _signs(mended: Wording, spoken: Spoken) -> dict[str, float]:
    return signs_of(mended, spoken, plain_reader().strongest(mended))


def _unlisted(wording: Wording, likeness: Likeness, boundaries: Sequence[Boundary]) -> list[BoundaryFlag]:
    """A flag for a text that is like asks of care where no phrase stands in it, with its most telling words."""
    if likeness.boundary not in {each.code for each in boundaries}:
        return []
    found = tuple(wording.found(place, place) for place in likeness.tokens)
    return [BoundaryFlag(likeness.boundary, "words", found or (wording.found(0, len(wording.tokens) - 1),))]


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


def _listed(wording: Wording, spoken: tuple[list[Span], list[Span]]) -> tuple[Found, ...]:
    """The phrases that speak for a boundary; those that do so perhaps only where nothing else is asked."""
    surely, perhaps = spoken
    if perhaps and _is_for_something_else(wording, perhaps):
        perhaps = []
    return tuple(_found(wording, span) for span in sorted({*surely, *perhaps})[:_FOUND_MOST])


def _is_for_something_else(wording: Wording, spans: list[Span]) -> bool:
    """Whether the words beside these speak strongly for a kind of neighbourly help."""
    taken = {
        place
        for first, last in spans
        for place in range(wording.token_at(first), wording.token_at(last - 1) + 1)
    }
    return plain_reader().strongest(wording, without=taken) >= _CLEARLY


def _found(wording: Wording, span: tuple[int, int]) -> Found:
    first = wording.token_at(span[0])
    return wording.found(first, max(first, wording.token_at(span[1] - 1)))


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
