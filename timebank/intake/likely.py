"""A second opinion on what an ask is about, for words that no list has: naive Bayes over words and letter runs."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from timebank.intake.pieces import pieces_in, pieces_of
from timebank.intake.vocabulary import COMMON, WORDS
from timebank.intake.wording import Wording, read_words

_UNSEEN = 1.0
"""Added to each count, so that a piece that a category lacks doesn't rule it out (Laplace)."""
_CALM = 0.5
"""Pieces of a word depend on one another; the log of the odds is divided by this times the root of their number."""
_LEAST_PIECES = 3
_SHOWN_MOST = 3

Term = tuple[str, Wording]
"""A category and words that speak for it."""
Weights = dict[str, dict[str, float]]
"""For each piece, by category: the log of how much likelier it makes that one."""


class LikelyCategories:
    """How likely each category is for a text, from the built-in words, and an antenna's own words and asks."""

    def __init__(self, own: Iterable[Term] = ()) -> None:
        counts, totals = _listed()
        added: dict[str, dict[str, int]] = {}
        self._totals = dict(totals)
        for category, wording in own:
            pieces = _pieces(wording)
            for piece in pieces:
                if piece not in added:
                    added[piece] = dict(counts.get(piece, {}))
                added[piece][category] = added[piece].get(category, 0) + 1
            self._totals[category] = self._totals.get(category, 0) + len(pieces)
        self._weights = _listed_weights()
        self._own: Weights = {piece: _weights(counted) for piece, counted in added.items()}
        self._base = {
            category: math.log(_UNSEEN / (total + _UNSEEN * len(counts)))
            for category, total in self._totals.items()
        }

    def shares(self, wording: Wording, *, without: Collection[str] = ()) -> dict[str, float]:
        """Each category's share, all together 1; empty where too little of the text is known."""
        known = [weights for piece in _pieces(wording) if (weights := self._of(piece))]
        if len(known) < _LEAST_PIECES:
            return {}
        sums = {key: len(known) * base for key, base in self._base.items() if key not in without}
        for weights in known:
            for key, weight in weights.items():
                if key in sums:
                    sums[key] += weight
        most, calm = max(sums.values(), default=0.0), _CALM * math.sqrt(len(known))
        odds = {key: math.exp((each - most) / calm) for key, each in sums.items()}
        total = sum(odds.values())
        return {key: each / total for key, each in odds.items()}

    def telling(self, wording: Wording, category: str) -> list[int]:
        """The places of at most three tokens that speak most for a category, in their order."""
        said = {
            place: sum(self._of(piece).get(category, 0.0) for piece in pieces_of(token))
            for place, token in enumerate(wording.tokens)
            if token not in COMMON
        }
        best = sorted(said, key=lambda place: (-said[place], place))[:_SHOWN_MOST]
        return sorted(place for place in best if said[place] > 0)

    def _of(self, piece: str) -> dict[str, float]:
        return self._own.get(piece) or self._weights.get(piece, {})


def _pieces(wording: Wording) -> frozenset[str]:
    return pieces_in(token for token in wording.tokens if token not in COMMON)


def _weights(counted: Mapping[str, int]) -> dict[str, float]:
    return {category: math.log(1 + times / _UNSEEN) for category, times in counted.items()}


@lru_cache(maxsize=1)
def _listed_weights() -> Weights:
    return {piece: _weights(counted) for piece, counted in _listed()[0].items()}


@lru_cache(maxsize=1)
def _listed() -> tuple[dict[str, Counter[str]], Counter[str]]:
    """How often each piece stands in the terms of each category, and how many pieces each has in all."""
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for words in WORDS.values():
        for category, terms in words.items():
            for term in terms.split(","):
                for piece in _pieces(read_words(term.replace("...", " ").strip(" !?\n"))):
                    counts.setdefault(piece, Counter())[category] += 1
                    totals[category] += 1
    return counts, totals
