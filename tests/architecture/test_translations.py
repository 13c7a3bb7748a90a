"""What stands in the translations is what the code fills in: a lost placeholder is a lost name or number."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.architecture.sources import PACKAGE

NAMED = re.compile(r"%\(\w+\)s")


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
