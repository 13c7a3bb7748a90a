"""Which kind of help an ask is about, from the words of the categories and from asks that were confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from timebank.intake.guesses import CategoryGuess


@dataclass(frozen=True)
class Example:
    """An ask whose category a coordinator confirmed."""

    words: str
    category: str


@dataclass(frozen=True)
class OwnCategory:
    """A category that an antenna added: its code, and its name and any words for it, in any language."""

    code: str
    words: str


class CategoryReader:
    """Guesses categories; made once from what an antenna knows, and then asked for each ask."""

    def guess(self, words: str) -> tuple[CategoryGuess, ...]:
        """At most three, likeliest first; none is an honest 'no idea'."""
        return ()


def learn_categories(
    examples: Iterable[Example] = (), own: Iterable[OwnCategory] = (), *, without: Iterable[str] = ()
) -> CategoryReader:
    """A reader that knows the built-in words, the antenna's own categories and its confirmed asks.

    ``without`` are codes that the antenna doesn't use. A confirmed ask is learned by making a new reader.
    """
    return CategoryReader()
