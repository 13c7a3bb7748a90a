"""Learns ``timebank/intake/care/learned.tsv`` from the known sets: ``python -m benchmarks.intake_learning``.

Multinomial logistic regression by stochastic gradient descent, the same numbers on every machine. Its first line
holds a digest of the sets, so that a test can tell whether it was learned from those of today.
"""

import hashlib
import math
import random
from collections import Counter

from benchmarks.intake_words import DATA, LANGUAGES, read_asks, read_care
from timebank.intake.care.likeness import BOUNDARY_CODES, LEARNED
from timebank.intake.pieces import pieces_in
from timebank.intake.wording import read_words

_ROUNDS = 15
_STEP = 0.6
_KEPT = 1 - 1e-4
"""What is left of a weight after each step, so that rare words don't grow without end."""
_CARE = 3.0
"""How much more an ask of care counts than another; there are four times as many others."""
_LEAST = 0.06
"""Weights that are smaller for all boundaries are left out."""

Sample = tuple[frozenset[str], int | None]
"""The pieces of an ask, and its boundary as a place in ``BOUNDARY_CODES``."""


def samples(endings: tuple[str, ...] = ("",)) -> list[Sample]:
    """Every ask of these sets, in all languages."""
    found: list[Sample] = []
    for language in LANGUAGES:
        for ending in endings:
            found += [(_pieces(ask.words), None) for ask in read_asks(language, ending)]
            for care in read_care(language, ending):
                place = BOUNDARY_CODES.index(care.boundary) if care.boundary else None
                found.append((_pieces(care.words), place))
    return found


def learn(asks: list[Sample]) -> dict[str, list[float]]:
    """A weight for each boundary of each piece; '' is what a text without pieces has.

    Runs of letters that stand in one ask only are left out.
    """
    times = Counter(each for pieces, _care in asks for each in pieces)
    draw = random.Random(1)
    weights: dict[str, list[float]] = {"": [0.0] * len(BOUNDARY_CODES)}
    kept = [(sorted(each for each in pieces if times[each] > 1), care) for pieces, care in asks]
    for _ in range(_ROUNDS):
        draw.shuffle(kept)
        for pieces, care in kept:
            _step(weights, pieces, care)
    return weights


def _step(weights: dict[str, list[float]], pieces: list[str], care: int | None) -> None:
    share = 1 / math.sqrt(max(1, len(pieces)))
    nothing = [0.0] * len(BOUNDARY_CODES)
    odds = [
        math.exp(base + share * sum(weights.get(each, nothing)[n] for each in pieces))
        for n, base in enumerate(weights[""])
    ]
    total = 1 + sum(odds)
    steps = [
        _STEP * (_CARE if care is not None else 1.0) * ((1.0 if n == care else 0.0) - each / total)
        for n, each in enumerate(odds)
    ]
    weights[""] = [base + step * 0.025 for base, step in zip(weights[""], steps, strict=True)]
    for each in pieces:
        old = weights.get(each, nothing)
        weights[each] = [_KEPT * was + share * step for was, step in zip(old, steps, strict=True)]


def digest() -> str:
    """Of the sets that are learned from."""
    digested = hashlib.sha256()
    for language in LANGUAGES:
        for name in (f"asks-{language}.tsv", f"care-{language}.tsv"):
            digested.update((DATA / name).read_bytes())
    return digested.hexdigest()


def _pieces(words: str) -> frozenset[str]:
    return pieces_in(read_words(words).tokens)


def main() -> None:
    """Write the file anew."""
    lines = [digest()]
    for piece, weights in sorted(learn(samples()).items()):
        if not piece or max(map(abs, weights)) >= _LEAST:
            lines.append("\t".join([piece, *(f"{each:.2f}" for each in weights)]))
    LEARNED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} lines in {LEARNED}")


if __name__ == "__main__":
    main()
