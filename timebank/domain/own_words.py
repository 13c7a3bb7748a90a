"""Words that an antenna writes down by language, such as those by which an ask shows what it is about."""

from collections.abc import Mapping, Sequence

from timebank.domain.channels import LANGUAGES
from timebank.domain.names import clean_text

WORD_MAX = 60
WORDS_MAX = 30
"""The most words in one language."""


def kept_words(words: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The words as they are kept: cleaned, each once, without languages that have none."""
    kept = {
        code: [text for text in (clean_text(word)[:WORD_MAX] for word in words.get(code, ())) if text]
        for code in LANGUAGES
    }
    return {code: list(dict.fromkeys(each))[:WORDS_MAX] for code, each in kept.items() if each}
