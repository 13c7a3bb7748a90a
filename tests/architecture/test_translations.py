"""What stands in the translations is what the code fills in: a lost placeholder is a lost name or number."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.architecture.sources import PACKAGE

NAMED = re.compile(r"%\(\w+\)s")
BEFORE_A_NAME = re.compile(
    r"(?:\b(?:de|que|du|le|la|au|lorsque|puisque|jusque|ne|je|se|ce)\s|\b[cdjlmnst]’|qu’)[«\s]*%\((\w+)\)s",
    re.IGNORECASE,
)
"""A French word that a name can shorten, or that its article would swallow: 'de Anne', 'de Le Foyer'."""
COUNTED = frozenset(
    [
        "at",
        "clock",
        "closed_through",
        "day",
        "end",
        "first",
        "k",
        "last",
        "num",
        "number",
        "said",
        "start",
        "theirs",
        "time",
        "year",
    ]
)
"""What is filled in with days, times and numbers, which shorten no word."""


def messages(language: str) -> Iterator[Message]:
    with (PACKAGE / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        yield from (each for each in read_po(file, locale=language) if each.id)


def lost(message: Message) -> bool:
    """Whether the translation, of a plural its last form, names other things than the English words."""
    said, translated = message.id, message.string
    if isinstance(said, (tuple, list)):
        said, translated = said[-1], translated[-1]
    return sorted(set(NAMED.findall(said))) != sorted(set(NAMED.findall(translated)))


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_each_translation_names_what_the_english_words_name(language: str) -> None:
    assert [each.id for each in messages(language) if lost(each)] == []


def test_a_planted_plural_of_single_letters_is_seen() -> None:
    assert lost(Message(("%(num)s ask", "%(num)s asks"), ("E", "n")))
    assert not lost(Message(("%(num)s ask", "%(num)s asks"), ("één vraag", "%(num)s vragen")))


def before_a_name(translated: str) -> bool:
    """Whether a word that a vowel shortens stands right before what may be a name."""
    return any(found[1] not in COUNTED for found in BEFORE_A_NAME.finditer(translated))


def test_no_french_name_stands_behind_a_word_that_it_would_shorten() -> None:
    said = [each.string if isinstance(each.string, tuple) else (each.string,) for each in messages("fr")]
    assert [words for forms in said for words in forms if before_a_name(words)] == []


@pytest.mark.parametrize("words", ["Carte de %(name)s", "ce que %(who)s demande", "L’aide d’%(name)s"])
def test_a_planted_name_behind_de_is_seen(words: str) -> None:
    assert before_a_name(words)


@pytest.mark.parametrize("words", ["Carte pour %(name)s", "depuis le %(day)s", "Rapport de %(year)s"])
def test_a_day_behind_le_passes(words: str) -> None:
    assert not before_a_name(words)
