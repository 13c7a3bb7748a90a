"""Which kind of help an ask is about, from the words of the categories and from asks that were confirmed."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from timebank.intake.guesses import CategoryGuess, Found
from timebank.intake.letters import LetterIndex
from timebank.intake.likely import LikelyCategories
from timebank.intake.stems import LANGUAGES, compound_parts, stem
from timebank.intake.terms import TermIndex
from timebank.intake.vocabulary import COMMON, WORDS
from timebank.intake.weighing import token_weights
from timebank.intake.wording import Wording, read_words

BEST = 3
_LEAST_SCORE = 0.25
_LEAST_SHARE = 0.005
_SECOND = 0.6
"""The weight of the second opinion beside what the lists say."""
_MISSPELT = 0.85
_PART_OF_COMPOUND = 0.8
_EXAMPLE = 1.0
_SHORT = 4


@dataclass(frozen=True)
class Example:
    """An ask whose category a coordinator confirmed."""

    words: str
    category: str


@dataclass(frozen=True)
class OwnCategory:
    """A category that an antenna added: its code, its names in any language, and by language what people
    say when they ask for it: words and short phrases (``asked_by``, pairs of a language and one of them)."""

    code: str
    words: str
    asked_by: tuple[tuple[str, str], ...] = ()


Scores = dict[str, float]


class CategoryReader:
    """Guesses categories; made once from what an antenna knows, and then asked for each ask."""

    def __init__(
        self,
        index: TermIndex,
        letters: LetterIndex,
        learned: dict[str, Scores],
        likely: LikelyCategories,
        without: frozenset[str],
    ) -> None:
        self._index = index
        self._likely = likely
        self._learned = learned
        self._without = without
        self._letters = letters
        self._known: dict[str, Scores] = {}

    def guess(self, words: str) -> tuple[CategoryGuess, ...]:
        """At most three, likeliest first; none is an honest 'no idea'."""
        return self.guess_wording(read_words(words))

    def guess_wording(self, wording: Wording) -> tuple[CategoryGuess, ...]:
        """The same for a text that was already cut into words."""
        scores: Scores = defaultdict(float)
        because: dict[str, list[tuple[float, Found]]] = defaultdict(list)
        for first, last, found in self._evidence(wording):
            for category, weight in found.items():
                if category not in self._without:
                    scores[category] += weight
                    because[category].append((weight, wording.found(first, last)))
        shares = self._shares(wording, scores)
        best = sorted(shares, key=lambda each: (-shares[each], each))[:BEST]
        return tuple(
            CategoryGuess(
                each, round(shares[each], 3), _reasons(because[each]) or self._telling(wording, each)
            )
            for each in best
            if shares[each] >= _LEAST_SHARE
        )

    def _shares(self, wording: Wording, scores: Scores) -> Scores:
        """What the lists say, and with less weight what is likely; either alone where the other has no idea."""
        total = sum(scores.values())
        listed = {key: each / total for key, each in scores.items() if each >= _LEAST_SCORE}
        likely = self._likely.shares(wording, without=self._without)
        if not listed or not likely:
            return listed or likely
        whole = 1 + _SECOND
        return {key: (listed.get(key, 0.0) + _SECOND * each) / whole for key, each in likely.items()}

    def _telling(self, wording: Wording, category: str) -> tuple[Found, ...]:
        return tuple(wording.found(place, place) for place in self._likely.telling(wording, category))

    def strongest(self, wording: Wording, *, without: Collection[int] = ()) -> float:
        """The weight of all that speaks for the likeliest category, leaving out what touches these tokens."""
        scores: Scores = defaultdict(float)
        for first, last, found in self._evidence(wording):
            if not any(place in without for place in range(first, last + 1)):
                for category, weight in found.items():
                    scores[category] += weight
        return max(scores.values(), default=0.0)

    def _evidence(self, wording: Wording) -> list[tuple[int, int, Scores]]:
        weights = token_weights(wording)
        taken, found = self._phrases(wording, weights)
        for place, token in enumerate(wording.tokens):
            if place not in taken and len(token) > 1:
                scores = self._scores_of(token)
                if scores:
                    found.append((place, place, {key: weights[place] * each for key, each in scores.items()}))
        if not found:
            for place, token in enumerate(wording.tokens):
                scores = {} if token in COMMON else self._letters.closest(token)
                if scores:
                    found.append((place, place, scores))
        return found

    def _phrases(
        self, wording: Wording, weights: list[float]
    ) -> tuple[set[int], list[tuple[int, int, Scores]]]:
        taken: set[int] = set()
        found: list[tuple[int, int, Scores]] = []
        for language in LANGUAGES:
            stems = tuple(stem(language, token) for token in wording.tokens)
            for place in range(len(stems)):
                for phrase in self._index.phrases_at(language, stems, place):
                    last = phrase.last_from(stems, place)
                    if last is None or place in taken or last in taken:
                        continue
                    taken.update((place, last) if "..." in phrase.stems else range(place, last + 1))
                    found.append((place, last, {phrase.category: phrase.weight * weights[last]}))
        return taken, found

    def _scores_of(self, token: str) -> Scores:
        """What one folded word speaks for; kept, because people use the same words again and again."""
        if token not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[token] = self._look_up(token)
        return self._known[token]

    def _look_up(self, token: str) -> Scores:
        if token in COMMON and len(token) <= _SHORT:
            return {}  # 'les' is a lesson in Dutch and an article in French
        scores = dict(self._index.weights(token))
        for key in {stem(language, token) for language in LANGUAGES}:
            for category, weight in self._learned.get(key, {}).items():
                scores[category] = max(scores.get(category, 0.0), weight)
        if scores or token in COMMON:
            return scores
        if (meant := self._index.meant(token)) is not None:
            return {key: each * _MISSPELT for key, each in self._index.weights(meant).items()}
        return self._compound(token)

    def _compound(self, token: str) -> Scores:
        best: Scores = {}
        for first, last in compound_parts(token):
            scores: Scores = defaultdict(float)
            for part, share in ((first, _PART_OF_COMPOUND), (last, 1.0)):
                for category, weight in self._index.singles.get(("nl", stem("nl", part)), {}).items():
                    scores[category] += weight * share
            if sum(scores.values()) > sum(best.values()):
                best = dict(scores)
        return best


def learn_categories(
    examples: Iterable[Example] = (), own: Iterable[OwnCategory] = (), *, without: Iterable[str] = ()
) -> CategoryReader:
    """A reader that knows the built-in words, the antenna's own categories and its confirmed asks.

    ``without`` are codes that the antenna doesn't use. A confirmed ask is learned by making a new reader.
    """
    index, letters = _listed()
    added = list(own)
    if added:
        index = index.copy()
        for each in added:
            _add_own(index, each)
        letters = _letters(index, sorted(index.new), letters)
        index.close()
    asks = [(each.category, read_words(each.words)) for each in examples]
    names = [(each.code, read_words(each.words)) for each in added]
    said = [(each.code, read_words(words)) for each in added for _language, words in each.asked_by]
    likely = LikelyCategories([*asks, *names, *said])
    return CategoryReader(index, letters, _learn(asks), likely, frozenset(without))


def _add_own(index: TermIndex, own: OwnCategory) -> None:
    for language in LANGUAGES:
        index.add(language, own.code, ", ".join(f"{word}*" for word in _own_words(own.words)))
    for language, said in own.asked_by:
        if _own_words(said):
            index.add(language, own.code, f"{said.replace(',', ' ')}*")


@lru_cache(maxsize=1)
def _listed() -> tuple[TermIndex, LetterIndex]:
    """The built-in words, made ready once."""
    index = TermIndex()
    for language, words in WORDS.items():
        for category, terms in words.items():
            index.add(language, category, terms)
    index.close()
    return index, _letters(index, sorted(index.forms))


def _letters(index: TermIndex, forms: list[str], beside: LetterIndex | None = None) -> LetterIndex:
    return LetterIndex({form: index.weights(form) for form in forms}, beside)


def _own_words(words: str) -> list[str]:
    return [each for each in re.findall(r"\w{3,40}", words) if each.casefold() not in COMMON]


def _learn(confirmed: Iterable[tuple[str, Wording]]) -> dict[str, Scores]:
    """For each stem, how clearly it belongs to a category: its share of the asks it stood in, little for one ask."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for category, wording in confirmed:
        tokens = {each for each in wording.tokens if len(each) > 2 and each not in COMMON}
        for key in {stem(language, token) for token in tokens for language in LANGUAGES}:
            seen[key][category] += 1
    learned = {}
    for key, counts in seen.items():
        asks = counts.total()
        learned[key] = {
            category: _EXAMPLE * 2 * count / (asks + 1)
            for category, count in counts.items()
            if 2 * count > asks
        }
    return learned


def _reasons(found: list[tuple[float, Found]]) -> tuple[Found, ...]:
    strongest = sorted(found, key=lambda each: (-each[0], each[1].start))[:3]
    return tuple(each for _weight, each in strongest)
