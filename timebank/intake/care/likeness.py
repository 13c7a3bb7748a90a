"""How much a text is like asks of care that were labelled by hand.

Each sign of ``signs`` has a weight for each boundary, in ``learned.tsv``. They are learned by
``python -m benchmarks.intake_learning`` (multinomial logistic regression) from the labelled asks beside it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timebank.intake.pieces import pieces_of
from timebank.intake.vocabulary import COMMON
from timebank.intake.wording import Wording

BOUNDARY_CODES = ("bodily_care", "nursing", "money", "intensive")
LEARNED = Path(__file__).with_name("learned.tsv")
LIKELY = 0.5
"""The log odds for care from which a text is flagged: 1.7 % of ordinary asks in cross-validation."""
_SHOWN_MOST = 3

Weights = tuple[float, ...]
"""One for each of ``BOUNDARY_CODES``."""


@dataclass(frozen=True)
class Likeness:
    """The log odds that a text is of care, the likeliest boundary, and the telling tokens that say so most."""

    log_odds: float
    boundary: str
    tokens: tuple[int, ...]


def care_likeness(wording: Wording, signs: Mapping[str, float]) -> Likeness:
    """How much the text, which has these signs, is like an ask of care."""
    learned, base = _learned()
    known = [(learned[sign], share) for sign, share in signs.items() if sign in learned]
    sums = [base[n] + sum(share * weights[n] for weights, share in known) for n in range(len(base))]
    best = max(range(len(sums)), key=sums.__getitem__)
    log_odds = math.log(sum(math.exp(each) for each in sums))
    said = {
        place: _speaks(learned, token, best)
        for place, token in enumerate(wording.tokens)
        if token not in COMMON
    }
    strongest = sorted(said, key=lambda place: (-said[place], place))[:_SHOWN_MOST]
    return Likeness(
        log_odds, BOUNDARY_CODES[best], tuple(sorted(place for place in strongest if said[place] > 0))
    )


def _speaks(learned: dict[str, Weights], token: str, boundary: int) -> float:
    return sum(learned[each][boundary] for each in pieces_of(token) if each in learned)


@lru_cache(maxsize=1)
def _learned() -> tuple[dict[str, Weights], Weights]:
    """The weight of each sign, and of a text without any."""
    found: dict[str, Weights] = {}
    for line in LEARNED.read_text(encoding="utf-8").splitlines()[1:]:
        sign, *weights = line.split("\t")
        found[sign] = tuple(map(float, weights))
    return found, found.pop("")
