"""The words of each kind of help in Dutch, French and English, and words that say nothing about it.

Terms are separated by commas. '!' after a term makes it strong, '?' weak; '...' in a phrase stands for up
to four words. Words are compared by their stems, without accents, so one form of each is enough.
"""

from timebank.intake.vocabulary import dutch, english, french

WORDS: dict[str, dict[str, str]] = {"nl": dutch.WORDS, "fr": french.WORDS, "en": english.WORDS}
COMMON_BY_LANGUAGE: dict[str, frozenset[str]] = {
    "nl": frozenset(dutch.COMMON.split()),
    "fr": frozenset(french.COMMON.split()),
    "en": frozenset(english.COMMON.split()),
}
COMMON: frozenset[str] = frozenset.union(*COMMON_BY_LANGUAGE.values())
"""Folded words that never speak for a kind of help and are never taken for a misspelling of one."""
