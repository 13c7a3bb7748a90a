"""The signs by which a text is likened to asks of care: its words and letters, their senses, and the phrases found."""

from collections.abc import Mapping

from timebank.intake.care.patterns import Span
from timebank.intake.care.reading import harmless_in
from timebank.intake.care.senses import senses_in
from timebank.intake.pieces import pieces_in
from timebank.intake.wording import Wording

Spoken = Mapping[str, tuple[list[Span], list[Span]]]
"""What ``find_care`` gives for each boundary: what speaks for it surely, and perhaps."""
_OF_PHRASES = 0.5
"""What a phrase counts for, beside all words together (1) and all senses together (1)."""
_NEIGHBOURLY = (1.0, 2.0, 3.0, 4.5)
"""Steps in how strongly the words of kinds of neighbourly help speak."""


def signs_of(wording: Wording, spoken: Spoken, neighbourly: float) -> dict[str, float]:
    """Each sign of a text and how much it counts; ``neighbourly`` is what speaks for the likeliest kind of help."""
    return {
        **_even(pieces_in(wording.tokens)),
        **_even(senses_in(wording)),
        **dict.fromkeys(_phrases(wording, spoken, neighbourly), _OF_PHRASES),
    }


def _even(signs: frozenset[str]) -> dict[str, float]:
    """Signs that count for less the more there are of them, so that a long text isn't care for its length."""
    return dict.fromkeys(signs, len(signs) ** -0.5) if signs else {}


def _phrases(wording: Wording, spoken: Spoken, neighbourly: float) -> set[str]:
    found = {f"harmless={name}" for name in harmless_in(wording)}
    for code, (surely, perhaps) in spoken.items():
        if surely:
            found |= {"surely", f"surely={code}"}
        if perhaps:
            found |= {"perhaps", f"perhaps={code}"}
    return found | {f"neighbourly={step}" for step in _NEIGHBOURLY if neighbourly >= step}
