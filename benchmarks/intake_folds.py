"""How care is recognised that wasn't learned from, by cross-validation: ``python -m benchmarks.intake_folds``.

The known sets are cut into five parts. Two dozen lines in a row of one label stay together, and with those at the same
place in the other languages, because neighbouring lines often say much the same. Some minutes; prints, for thresholds
of the log odds, the shares that are flagged.
"""

import hashlib
import math
from dataclasses import dataclass

from benchmarks.intake_learning import Sample, Weights, learn, place_of
from benchmarks.intake_words import LANGUAGES, read_asks, read_care
from timebank.intake.boundaries import care_signs

_FOLDS = 5
_TOGETHER = 24
_THRESHOLDS = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0)


@dataclass(frozen=True)
class Line:
    """A labelled ask, its kind ('care', 'near' or 'ask') and the fold it is judged in."""

    sample: Sample
    kind: str
    fold: int


def lines() -> list[Line]:
    """Every line of the known sets."""
    found: list[Line] = []
    for language in LANGUAGES:
        seen: dict[str, int] = {}
        rows = [(f"ask {each.category}", each.words, "ask", "") for each in read_asks(language)]
        rows += [
            (f"care {each.boundary}", each.words, "care" if each.boundary else "near", each.boundary)
            for each in read_care(language)
        ]
        for label, words, kind, boundary in rows:
            number = seen[label] = seen.get(label, -1) + 1
            group = hashlib.sha256(f"{label} {number // _TOGETHER}".encode()).digest()[0]
            found.append(Line((care_signs(words), place_of(boundary)), kind, group % _FOLDS))
    return found


def judged(all_lines: list[Line]) -> list[tuple[str, float]]:
    """For each line its kind and its log odds for care, learned from the folds that it isn't in."""
    found = []
    for fold in range(_FOLDS):
        weights = learn([each.sample for each in all_lines if each.fold != fold])
        found += [(each.kind, _log_odds(weights, each.sample)) for each in all_lines if each.fold == fold]
    return found


def _log_odds(weights: Weights, sample: Sample) -> float:
    signs, _care = sample
    sums = [
        base + sum(share * weights[sign][n] for sign, share in signs.items() if sign in weights)
        for n, base in enumerate(weights[""])
    ]
    return math.log(sum(math.exp(each) for each in sums))


def main() -> None:
    """Print the shares."""
    odds = judged(lines())
    print(f"{'threshold':>9} {'care':>7} {'near':>7} {'ask':>7}   % flagged")
    for threshold in _THRESHOLDS:
        shares = []
        for kind in ("care", "near", "ask"):
            flagged = [each >= threshold for known, each in odds if known == kind]
            shares.append(f"{100 * sum(flagged) / len(flagged):7.1f}")
        print(f"{threshold:9.2f} {' '.join(shares)}")


if __name__ == "__main__":
    main()
