"""What stands in the translations is what the code fills in: a lost placeholder is a lost name or number."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.architecture.sources import PACKAGE

NAMED = re.compile(r"%\(\w+\)s")
SHORTENED = re.compile(
    r"\b(?:d|qu|jusqu|lorsqu)e %\((?:antenna|asker|by|giver|helper|names?|others?|partner|receiver|who)\)"
)


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


def texts(message: Message) -> tuple[str, ...]:
    said = message.string
    return tuple(said) if isinstance(said, (tuple, list)) else (said,)


def test_no_french_word_that_has_to_be_shortened_stands_before_a_name() -> None:
    """'La carte de Odette' is wrong and 'd’Odette' can't be known before: such a sentence is put otherwise."""
    found = [text for each in messages("fr") for text in texts(each) if SHORTENED.search(text)]
    assert found == []
    assert SHORTENED.search("Carte de %(name)s")
