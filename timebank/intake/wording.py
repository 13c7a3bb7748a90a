"""A text cut into folded words, each of which still knows where it stood."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from timebank.intake.guesses import Found

WORDS_MAX = 400
"""Words that are looked at; a card or a phone call has some thirty."""
_TOKEN = re.compile(
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![\w/-])"
    r"|\d{1,2}[:.]\d{2}(?![\w:.])"
    r"|[\w\u0300-\u036f]{1,40}"
    r"|[,;:()]|[.!?\n]"
)
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ĳ": "ij"})


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """``word`` in small letters without accents."""
    small = word.casefold().translate(_LETTERS)
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


@dataclass(frozen=True)
class Wording:
    """``tokens`` are folded; a break within a sentence is ',' and its end '.'. ``plain`` joins them by blanks.

    ``starts`` and ``ends`` are places in ``text``, ``at`` the places of the tokens in ``plain``.
    """

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    plain: str
    at: tuple[int, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each token stands in ``plain``."""
        found: dict[str, list[int]] = {}
        for token, place in zip(self.tokens, self.at, strict=True):
            found.setdefault(token, []).append(place)
        return found

    def found(self, first: int, last: int) -> Found:
        """The text of the tokens from ``first`` to ``last``, both included."""
        start, end = self.starts[first], self.ends[last]
        return Found(self.text[start:end], start, end)

    def token_at(self, place: int) -> int:
        """The number of the token at this place of ``plain``."""
        return max(0, bisect_right(self.at, place) - 1)

    def found_in(self, match: re.Match[str], group: int | str = 0) -> Found:
        """The text of a match on ``plain``."""
        start, end = match.span(group)
        return self.found(self.token_at(start), max(self.token_at(start), bisect_left(self.at, end) - 1))


def read_words(text: str) -> Wording:
    """Cut ``text``, at most ``WORDS_MAX`` tokens of it, in one pass."""
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: list[int] = []
    place = 0
    for match in _TOKEN.finditer(text):
        if len(tokens) == WORDS_MAX:
            break
        token = _break_or_word(match[0])
        if not token:
            continue
        tokens.append(token)
        starts.append(match.start())
        ends.append(match.end())
        at.append(place)
        place += len(token) + 1
    return Wording(text, tuple(tokens), tuple(starts), tuple(ends), " ".join(tokens), tuple(at))


def _break_or_word(piece: str) -> str:
    if piece in ",;:()":
        return ","
    if piece in ".!?\n":
        return "."
    return fold_word(piece)
