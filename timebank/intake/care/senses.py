"""What words mean for care, whatever the language: 'kous', 'bas' and 'stocking' are all a garment.

``senses.tsv`` lists the words of each sense by language: folded, '+' for any ending (or, before a word, any
beginning: '+nagels'). They say nothing by themselves; what they speak for is learned from labelled asks.
"""

from functools import lru_cache
from pathlib import Path

from timebank.intake.vocabulary import COMMON_BY_LANGUAGE
from timebank.intake.wording import Wording

SENSES = Path(__file__).with_name("senses.tsv")
_BREAKS = frozenset([",", ".", "maar", "mais", "but"])
_REACH = 6
"""Words after a word among which it is paired with another."""
_SHORTEST = 2
"""Letters of the shortest beginning that is listed."""


def senses_in(wording: Wording) -> frozenset[str]:
    """Each sense of a text, and each pair of senses that stand near one another in a clause ('body/wash')."""
    languages = _languages_of(wording.tokens)
    near: set[tuple[frozenset[str], frozenset[str]]] = set()
    clause: list[frozenset[str]] = []
    for token in wording.tokens:
        meant = _senses_of(token, languages)
        near.update((before, meant) for before in clause[-_REACH:] if before)
        near.add((meant, frozenset()))
        clause = [] if token in _BREAKS else [*clause[-_REACH:], meant]
    found = {
        f"{min(one, other)}/{max(one, other)}" for some, others in near for one in some for other in others
    }
    return frozenset(found.union(*(some for some, _others in near)))


def _languages_of(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that most of the small words are of; a Dutch 'bad' is no English one."""
    small = {
        language: sum(token in common for token in tokens) for language, common in COMMON_BY_LANGUAGE.items()
    }
    most = max(small.values())
    return tuple(language for language, count in small.items() if count == most)


@lru_cache(maxsize=1 << 15)
def _senses_of(token: str, languages: tuple[str, ...]) -> frozenset[str]:
    listed, found = _listed(), set()
    for language in languages:
        found |= listed.get((language, token), set())
        for length in range(_SHORTEST, len(token) + 1):
            found |= listed.get((language, f"{token[:length]}+"), set())
            found |= listed.get((language, f"+{token[-length:]}"), set())
    return frozenset(found)


@lru_cache(maxsize=1)
def _listed() -> dict[tuple[str, str], set[str]]:
    listed: dict[tuple[str, str], set[str]] = {}
    for line in SENSES.read_text(encoding="utf-8").splitlines():
        sense, language, words = line.split("\t")
        for word in words.split():
            listed.setdefault((language, word), set()).add(sense)
    return listed
