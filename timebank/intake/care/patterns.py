"""How the lists of care words are written, made into patterns on folded text.

Commas stand between phrases; '/' between words of which any will do; '+' for any ending; '..' for up to three
words; '_' for a blank between words that belong together; '?' before a word that may be left out; '<who>'
for a word of that class.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timebank.intake.wording import Wording

Span = tuple[int, int]
"""A place in a text's ``plain`` and where it ends."""
_GAP = r"(?: \w+){0,3} "
_ENDING = r"\w*"


@dataclass(frozen=True)
class CareWords:
    """One language's words of care, by boundary, and of what makes them harmless.

    ``says`` speak for themselves. ``names`` are things that may as well be fetched or brought ('pills'), and
    ``together`` pairs of phrases that speak when both stand in one clause ('can't manage', 'the toilet'); these
    two count only where the ask isn't clearly for something else.
    ``verbs`` need a person or a part of the body as their object ('wash'); ``alone`` are those of them that
    need none, as long as there's no other object either ('shave'); ``object_first`` where it stands before the
    verb. ``things`` are objects that are harmless, ``skipped`` words that are neither. ``owner`` stands before
    whose a thing is ('van'), ``behind_owner`` after it ('s').

    ``errand`` and ``lift``, ``by_others`` (unless they are ``gone``), ``done`` (with the clause before it),
    ``denied`` (just before a word of care) and ``seeming`` make words of care harmless; ``explained`` those of
    money, and ``animals`` those of the body where no person stands in the clause.
    """

    classes: dict[str, str]
    says: dict[str, str]
    names: dict[str, str]
    together: dict[str, tuple[tuple[str, str], ...]]
    verbs: str
    alone: str
    things: str
    skipped: str
    articles: str
    owner: str
    behind_owner: str
    errand: str
    lift: str
    by_others: str
    gone: str
    done: str
    denied: str
    seeming: str
    explained: str
    animals: str
    object_first: bool = False


class Phrases:
    """Phrases that are looked up by their first word, so that a text's other words cost next to nothing."""

    def __init__(self, phrases: str, classes: dict[str, str]) -> None:
        self._words: dict[str, list[str]] = {}
        self._stems: dict[str, list[str]] = {}
        for phrase in re.sub(r"/\s+", "/", phrases).split(","):
            for head, rest in _heads(phrase.split(), classes):
                known = self._stems if head.endswith("+") else self._words
                known.setdefault(head.rstrip("+"), []).append(rest)
        self._lengths = sorted({len(stem) for stem in self._stems})

    def spans(self, wording: Wording) -> Iterator[Span]:
        """Where a phrase stands in ``wording.plain``, the first that fits at each word."""
        for token, places in wording.places.items():
            rests = [*self._known(token), *self._begun(token)]
            for place in places if rests else ():
                ends = (self._match(each, wording.plain, place + len(token)) for each in rests)
                end = next((each for each in ends if each is not None), None)
                if end is not None:
                    yield place, end

    def _known(self, token: str) -> Iterator[list[str]]:
        if (rests := self._words.get(token)) is not None:
            yield rests

    def _begun(self, token: str) -> Iterator[list[str]]:
        """What follows the first words of which ``token`` is one with an ending of its own."""
        for length in self._lengths:
            if (rests := self._stems.get(token[:length])) is not None:
                yield rests

    @staticmethod
    def _match(rests: list[str], plain: str, place: int) -> int | None:
        """Where one of the rests ends that follow a first word which ended at ``place``."""
        match = _pattern("|".join(rests)).match(plain, place)
        return None if match is None else match.end()


@lru_cache(maxsize=8192)
def _pattern(rests: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{rests})(?!\w)")


def _heads(words: list[str], classes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each first word of a phrase ('+' at its end for any ending) and the pattern of what follows it."""
    if not words:
        return
    rest = _rest(words[1:], classes)
    for first in _alternatives(words[0].lstrip("?"), classes):
        head, *others = first.split()
        yield head, "".join(f" {each.replace('+', _ENDING)}" for each in others) + rest
    if words[0].startswith("?"):
        yield from _heads(words[1:], classes)


def _rest(words: list[str], classes: dict[str, str]) -> str:
    made, between = "", " "
    for word in words:
        if word == "..":
            between = _GAP
            continue
        choice = "|".join(each.replace("+", _ENDING) for each in _alternatives(word.lstrip("?"), classes))
        if word.startswith("?"):
            made += f"(?:{between}(?:{choice}))?"
        else:
            made += f"{between}(?:{choice})"
            between = " "
    return made


def _alternatives(word: str, classes: dict[str, str]) -> list[str]:
    found: list[str] = []
    for piece in word.split("/"):
        found += classes[piece.strip("<>")].split() if piece.startswith("<") else [piece]
    return [each.replace("_", " ") for each in found]


@lru_cache(maxsize=512)
def words_of(listed: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(listed.split())
