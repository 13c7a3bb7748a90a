"""Stems, misspellings and Dutch compounds: how a word as written meets a word of a list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

LANGUAGES = ("nl", "fr", "en")
_STEMMERS = {
    "nl": snowballstemmer.stemmer("dutch"),
    "fr": snowballstemmer.stemmer("french"),
    "en": snowballstemmer.stemmer("english"),
}
_LINKS = ("s", "en", "e")


@lru_cache(maxsize=1 << 16)
def stem(language: str, word: str) -> str:
    """The Snowball stem of a folded word; what has a digit or is very long stays as it is."""
    if len(word) < 3 or len(word) > 30 or not word.isalpha():
        return word
    return str(_STEMMERS[language].stemWord(word))


def compound_parts(word: str) -> Iterator[tuple[str, str]]:
    """Where a Dutch compound could be cut: (first part without its linking letters, last part)."""
    if not 8 <= len(word) <= 30:
        return
    for cut in range(3, len(word) - 2):
        first, last = word[:cut], word[cut:]
        yield first, last
        for link in _LINKS:
            if first.endswith(link) and len(first) - len(link) >= 3:
                yield first[: -len(link)], last


class Spelling:
    """Finds the listed word that a misspelt one meant: one slip from five letters on, two from nine on.

    Both words are compared after leaving letters out (the idea of SymSpell), so a look-up takes a time that
    depends on the word's length only, however long the list is.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_gap: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if word.isalpha() and 4 <= len(word) <= 20:
                for gap in _gaps(word, _slips(word)):
                    self._by_gap.setdefault(gap, []).append(word)

    def meant(self, word: str) -> str | None:
        """The closest listed word with the same first letter, or None."""
        if word in self._words or not word.isalpha() or not 5 <= len(word) <= 20:
            return None
        slips, best, least = _slips(word), None, 3
        for gap in _gaps(word, slips):
            for other in self._by_gap.get(gap, ()):
                if other[0] == word[0]:
                    distance = _distance(word, other)
                    if distance <= min(slips, _slips(other)) and distance < least:
                        best, least = other, distance
        return best


def _slips(word: str) -> int:
    return 1 if len(word) < 9 else 2


def _gaps(word: str, slips: int) -> set[str]:
    once = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found = {word} | once
    if slips == 2:
        found |= {each[:i] + each[i + 1 :] for each in once for i in range(len(each))}
    return found


def _distance(one: str, other: str) -> int:
    """Letters changed, added, left out, or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
