"""Finds what speaks for care in a text, and leaves out what is an errand, done by others, denied or a thing."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timebank.intake.care.languages import CARE_LANGUAGES
from timebank.intake.care.patterns import CareWords, Phrases, Span, words_of
from timebank.intake.vocabulary import COMMON
from timebank.intake.wording import Wording

BODILY_CARE = "bodily_care"
NURSING = "nursing"
MONEY = "money"
_ERRANDS_OF = frozenset({BODILY_CARE, NURSING})
"""Fetched at the pharmacy, or driven to the nurse: a neighbour may do that; money is never an errand."""
_NEAR = 8
"""Tokens to each side among which the object of a verb is sought."""
_BREAK = re.compile(r" [,.](?= |$)| (?:maar|mais|but) ")
_AND = frozenset(["and", "or", "et", "ou", "en", "of", ",", "."])
"""What ends the search for a thing beside a match."""
_NOT_PEOPLE = frozenset(["her", "him", "hem", "them", "hun", "hen", "ons", "vieux", "ma", "da", "va", "pa"])
"""Words for persons that stand for an animal as well, or mean something else in another language."""
_NEXT_CLAUSES = (-1, 0, 1)
_DENIED_MOST = 3
"""Blanks between a denial and what it denies: two words may stand between."""
_HARMLESS = ("errand", "lift", "by_others", "gone", "done", "seeming", "denied", "explained", "animals")


@dataclass(frozen=True)
class _Language:
    """A language's lists, ready for looking up."""

    words: CareWords
    says: dict[str, Phrases]
    names: dict[str, Phrases]
    together: dict[str, tuple[tuple[Phrases, Phrases], ...]]
    people: frozenset[str]
    things: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True)
class _Joined:
    """The phrases of all languages, together."""

    phrases: tuple[Phrases, ...]

    def spans(self, wording: Wording) -> Iterator[Span]:
        for each in self.phrases:
            yield from each.spans(wording)


@dataclass(frozen=True)
class _Reading:
    """A text's clauses: where each begins, and which are about what others do, an errand (or an animal), or
    something to be explained.

    ``seeming`` are places where words only seem to be of care, ``denied`` those that deny what follows them.
    """

    starts: list[int]
    spared: list[bool]
    errands: list[bool]
    explained: list[bool]
    seeming: list[Span]
    denied: list[Span]

    def clause(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def counts(self, plain: str, span: Span, code: str) -> bool:
        """Whether nothing makes the words at ``span`` harmless."""
        clause = self.clause(span[0])
        if self.spared[clause] or (code in _ERRANDS_OF and self.errands[clause]):
            return False
        if code == MONEY and self.explained[clause]:
            return False
        if any(first < span[1] and span[0] < last for first, last in self.seeming):
            return False
        return not any(
            self.starts[clause] <= first
            and last <= span[0]
            and plain.count(" ", last, span[0]) <= _DENIED_MOST
            for first, last in self.denied
        )


def find_care(wording: Wording, code: str) -> tuple[list[Span], list[Span]]:
    """The places in ``wording.plain`` that speak for the boundary ``code``: surely, and perhaps.

    What speaks perhaps is to be believed only where the ask isn't clearly for something else.
    """
    reading, plain = _read(wording), wording.plain
    spoken = [span for each in _languages() for span in _spoken(each, wording, code)]
    surely = [span for span in spoken if reading.counts(plain, span, code)]
    if surely or (code in _ERRANDS_OF and any(reading.errands)):
        return surely, []
    hinted = [span for each in _languages() for span in _hinted(each, wording, code)]
    return surely, [span for span in hinted if reading.counts(plain, span, code)]


def harmless_in(wording: Wording) -> list[str]:
    """Which of the lists that make words of care harmless have a phrase in the text."""
    return [name for name, found in _harmless_spans(wording).items() if found]


def _hinted(language: _Language, wording: Wording, code: str) -> Iterator[Span]:
    if code in language.names:
        yield from language.names[code].spans(wording)
    reading = _read(wording)
    for one, other in language.together.get(code, ()):
        near = {reading.clause(first) + step for first, _last in one.spans(wording) for step in _NEXT_CLAUSES}
        for span in other.spans(wording) if near else ():
            of_thing = code == BODILY_CARE and _stands_by_a_thing(language, wording, span)
            if reading.clause(span[0]) in near and not of_thing:
                yield span


def _spoken(language: _Language, wording: Wording, code: str) -> Iterator[Span]:
    for span in language.says[code].spans(wording) if code in language.says else ():
        if code != BODILY_CARE or not _stands_by_a_thing(language, wording, span):
            yield span
    if code != BODILY_CARE:
        return
    for place, token in enumerate(wording.tokens):
        if token in language.verbs and _is_about_a_person(language.words, wording.tokens, place):
            yield wording.at[place], wording.at[place] + len(token)


def _stands_by_a_thing(language: _Language, wording: Wording, span: Span) -> bool:
    """Whether the first word of content before ('de haag moet ...') or after ('wash my dog') is a thing."""
    first, last = wording.token_at(span[0]), wording.token_at(span[1] - 1)
    if not language.words.object_first and _is_thing(language, wording.tokens[last + 1 :]):
        return True
    return _is_thing(language, wording.tokens[:first][::-1])


def _is_thing(language: _Language, tokens: tuple[str, ...]) -> bool:
    small = words_of(language.words.articles)
    for token in tokens[:_NEAR]:
        if token in language.things:
            return True
        if token in _AND or token in language.people:
            return False
        if token not in COMMON and token not in small and len(token) > 1:
            return False
    return False


def _is_about_a_person(words: CareWords, tokens: tuple[str, ...], place: int) -> bool:
    """Whether the object of the verb at ``place`` is a person or a part of the body."""
    articles = words_of(words.articles)
    if not words.object_first and place and tokens[place - 1] in articles - {"l", "la", "le", "les"}:
        return False  # 'a dress', 'my washing' are things
    behind = words.object_first and tokens[place + 1 : place + 2] == (words.owner,)
    sides = (False, True) if words.object_first and not behind else (True, False)
    for after in sides:
        found = _object(words, tokens, place, after=after)
        if found is not None:
            return found
    return tokens[place] in words_of(words.alone)


def _object(words: CareWords, tokens: tuple[str, ...], place: int, *, after: bool) -> bool | None:
    """True for a person, False for a thing, None where no object stands on that side."""
    step = 1 if after else -1
    owner: bool | None = None
    people = words_of(" ".join(words.classes[key] for key in ("who", "me", "body")))
    things = words_of(words.things)
    for number in range(1, _NEAR + 1):
        at = place + step * number
        if not 0 <= at < len(tokens) or tokens[at] in {",", "."}:
            break
        token = tokens[at]
        if token in things:
            return False
        if token in people:
            if not _owns(words, tokens, at, after=after):
                return True
            owner = True
        elif token in COMMON or token in words_of(words.skipped) or token.isdigit() or len(token) < 3:
            continue
        elif owner or _has_article(words, tokens, at):
            return False
    return owner


def _owns(words: CareWords, tokens: tuple[str, ...], at: int, *, after: bool) -> bool:
    """Whether the person at this place only says whose a thing is: 'van mijn zus', 'my sister's'."""
    if tokens[at] in words_of(words.classes["body"]):
        return False
    if after:
        return tokens[at + 1 : at + 2] == (words.behind_owner,)
    return words.owner in tokens[max(0, at - 2) : at]


def _has_article(words: CareWords, tokens: tuple[str, ...], at: int) -> bool:
    return bool(words_of(words.articles).intersection(tokens[max(0, at - 2) : at]))


@lru_cache(maxsize=8)
def _read(wording: Wording) -> _Reading:
    plain, found = wording.plain, _harmless_spans(wording)
    starts = [0, *(match.end() for match in _BREAK.finditer(plain))]

    def clauses_of(*names: str) -> set[int]:
        return {bisect_right(starts, first) - 1 for name in names for first, _last in found[name]}

    gone, done = clauses_of("gone"), clauses_of("done")
    done |= {number - 1 for number in done}
    spared = {number for number in clauses_of("by_others") if not gone & {number, number + 1}} | done
    animals = {number for number in clauses_of("animals") if not _names_a_person(wording, starts, number)}
    errands = clauses_of("errand", "lift")
    explained = clauses_of("explained")
    count = range(len(starts))
    return _Reading(
        starts,
        [number in spared for number in count],
        [number in errands or number in animals for number in count],
        [number in explained for number in count],
        found["seeming"],
        found["denied"],
    )


@lru_cache(maxsize=8)
def _harmless_spans(wording: Wording) -> dict[str, list[Span]]:
    return {name: list(phrases.spans(wording)) for name, phrases in _harmless().items()}


def _names_a_person(wording: Wording, starts: list[int], number: int) -> bool:
    end = starts[number + 1] if number + 1 < len(starts) else len(wording.plain)
    people = _people()
    return any(
        token in people
        for token, place in zip(wording.tokens, wording.at, strict=True)
        if starts[number] <= place < end
    )


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(word for each in CARE_LANGUAGES for word in each.classes["who"].split()) - _NOT_PEOPLE


@lru_cache(maxsize=1)
def _harmless() -> dict[str, _Joined]:
    return {
        name: _Joined(tuple(Phrases(getattr(each, name), each.classes) for each in CARE_LANGUAGES))
        for name in _HARMLESS
    }


@lru_cache(maxsize=1)
def _languages() -> tuple[_Language, ...]:
    return tuple(_ready(each) for each in CARE_LANGUAGES)


def _ready(words: CareWords) -> _Language:
    def phrases(listed: str) -> Phrases:
        return Phrases(listed, words.classes)

    return _Language(
        words,
        {code: phrases(listed) for code, listed in words.says.items()},
        {code: phrases(listed) for code, listed in words.names.items()},
        {
            code: tuple((phrases(one), phrases(other)) for one, other in pairs)
            for code, pairs in words.together.items()
        },
        words_of(" ".join(words.classes[key] for key in ("who", "me", "body"))),
        words_of(words.things),
        words_of(words.verbs),
    )
