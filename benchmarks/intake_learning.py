"""Learns ``timebank/intake/care/learned.tsv`` from the known sets: ``python -m benchmarks.intake_learning``.

Multinomial logistic regression by stochastic gradient descent with steps that shrink for signs that were seen
often (AdaGrad), the same numbers on every machine; about a minute. The file's first line holds a digest of all
that it was learned from, so that a test can tell whether that is still so.
"""

import hashlib
import math
import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks.intake_words import DATA, LANGUAGES, read_asks, read_care
from timebank.intake.boundaries import care_signs
from timebank.intake.care.likeness import BOUNDARY_CODES, LEARNED
from timebank.intake.care.senses import SENSES

_ROUNDS = 12
_STEP = 0.5
_CALM = 0.125
"""How much half the sum of the squares of all weights counts beside the sum of all that was misjudged (ridge)."""
_SLOW = 0.1
"""Added to what a step is divided by, so that the first ones aren't wild."""
_CARE = 3.0
"""How much more an ask of care counts than another; there are nearly twice as many others."""
_NOTHING = -3.0
"""The weight for each boundary of a text without signs: it is none of care, whatever the share in the sets."""
_LEAST = 0.1
"""Weights that are smaller for all boundaries are left out."""

Sample = tuple[Mapping[str, float], int | None]
"""The signs of an ask, and its boundary as a place in ``BOUNDARY_CODES``."""
Weights = dict[str, list[float]]


def samples(endings: tuple[str, ...] = ("",)) -> list[Sample]:
    """Every ask of these sets, in all languages."""
    found: list[Sample] = []
    for language in LANGUAGES:
        for ending in endings:
            found += [(care_signs(ask.words), None) for ask in read_asks(language, ending)]
            for care in read_care(language, ending):
                found.append((care_signs(care.words), place_of(care.boundary)))
    return found


def place_of(boundary: str) -> int | None:
    """A label of the sets as a place in ``BOUNDARY_CODES``; None for no boundary."""
    return BOUNDARY_CODES.index(boundary) if boundary else None


def learn(asks: list[Sample]) -> Weights:
    """A weight for each boundary of each sign; '' is what a text without signs has.

    Signs that stand in one ask only are left out.
    """
    times = Counter(sign for signs, _care in asks for sign in signs)
    draw = random.Random(1)
    weights: Weights = {"": [_NOTHING] * len(BOUNDARY_CODES)}
    steps: Weights = {}
    kept = [
        (sorted((sign, share) for sign, share in signs.items() if times[sign] > 1), care)
        for signs, care in asks
    ]
    calm = {sign: _CALM / count for sign, count in times.items()}
    for _ in range(_ROUNDS):
        draw.shuffle(kept)
        for signs, care in kept:
            _step(weights, steps, calm, signs, care)
    return weights


def _step(
    weights: Weights,
    steps: Weights,
    calm: Mapping[str, float],
    signs: list[tuple[str, float]],
    care: int | None,
) -> None:
    """Move the weights of an ask's signs; ``steps`` holds the sums of the squares of the moves before.

    ``calm`` is how much each weight is drawn to nothing at each ask that it stands in.
    """
    nothing = [0.0] * len(BOUNDARY_CODES)
    known = [(weights.get(sign, nothing), share) for sign, share in signs]
    odds = [
        math.exp(base + sum(share * old[n] for old, share in known)) for n, base in enumerate(weights[""])
    ]
    total = 1 + sum(odds)
    by = [
        (_CARE if care is not None else 1.0) * ((1.0 if n == care else 0.0) - each / total)
        for n, each in enumerate(odds)
    ]
    for (sign, share), (old, _share) in zip(signs, known, strict=True):
        moves = [each * share - calm[sign] * was for each, was in zip(by, old, strict=True)]
        squares = [was + move * move for was, move in zip(steps.get(sign, nothing), moves, strict=True)]
        steps[sign] = squares
        weights[sign] = [
            was + _STEP * move / (_SLOW + math.sqrt(square))
            for was, move, square in zip(old, moves, squares, strict=True)
        ]


def digest() -> str:
    """Of the sets that are learned from, and of the words and phrases that make the signs."""
    digested = hashlib.sha256()
    for path in [*_known_sets(), SENSES]:
        digested.update(path.read_bytes())
    return digested.hexdigest()


def _known_sets() -> list[Path]:
    return [DATA / f"{kind}-{language}.tsv" for language in LANGUAGES for kind in ("asks", "care")]


def main() -> None:
    """Write the file anew."""
    lines = [digest()]
    for sign, weights in sorted(learn(samples()).items()):
        if not sign or max(map(abs, weights)) >= _LEAST:
            lines.append("\t".join([sign, *(f"{each:.2f}" for each in weights)]))
    LEARNED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} lines in {LEARNED}")


if __name__ == "__main__":
    main()
