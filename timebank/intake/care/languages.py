"""The languages of care, and every word in their lists."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timebank.intake.care import dutch, english, french
from timebank.intake.care.patterns import CareWords

CARE_LANGUAGES: tuple[CareWords, ...] = (dutch.WORDS, french.WORDS, english.WORDS)


@lru_cache(maxsize=1)
def care_words() -> frozenset[str]:
    """Every whole word of every list."""
    listed = " ".join(each for words in CARE_LANGUAGES for each in _lists(words))
    return frozenset(re.findall(r"(?<![\w<])[a-z]+(?![\w+>])", listed.replace("_", " ")))


def _lists(words: CareWords) -> Iterator[str]:
    for listed in (words.classes, words.says, words.names):
        yield from listed.values()
    yield from (words.verbs, words.alone, words.things, words.skipped, words.errand, words.lift)
    yield from (words.by_others, words.gone, words.done, words.denied, words.seeming)
