"""Finding what people mean, without regard to accents, capitals and typing errors.

Plain Python over a list that fits in memory, so that the answer is the same on every database.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeVar

from timebank.domain.names import fold_name

T = TypeVar("T")

WORDS_MAX = 8
"""Words of a question beyond these are left out: nobody types more to find one thing."""
LETTERS_MAX = 40


def find(items: Iterable[T], question: str, text_of: Callable[[T], Sequence[str]]) -> list[T]:
    """The items in which every word of ``question`` is found, best first; all of them for no words.

    ``text_of`` gives an item's texts, the most telling one (its name) first. Items that are found
    equally well keep their order.
    """
    return find_folded(items, question, lambda item: [fold_name(text) for text in text_of(item)])


def find_folded(items: Iterable[T], question: str, text_of: Callable[[T], Sequence[str]]) -> list[T]:
    """The same over texts that went through ``fold_name`` before; the question doesn't have to."""
    wanted = [word[:LETTERS_MAX] for word in fold_name(question).split()[:WORDS_MAX]]
    if not wanted:
        return list(items)
    distance = cache(_distance)  # names and streets come back in one item after the other
    found: list[tuple[int, int, T]] = []
    for place, item in enumerate(items):
        score = _score(wanted, [text.split() for text in text_of(item)], distance)
        if score is not None:
            found.append((score, place, item))
    return [item for _score_, _place, item in sorted(found, key=lambda each: each[:2])]


def _score(
    wanted: Sequence[str], texts: Sequence[Sequence[str]], distance: Callable[[str, str], int]
) -> int | None:
    """How far the texts are from what is wanted: 0 is best, None is not there."""
    total = 0
    for word in wanted:
        best = _FAR
        for place, text in enumerate(texts):
            for other in text:
                best = min(best, distance(word, other) + min(place, 1))
        if best >= _FAR:
            return None
        total += best
    return total


_FAR = 100


def _distance(word: str, other: str) -> int:
    """0 the same, 1 its beginning, 2 a part of it, 4 and more for typing errors; ``_FAR`` another word."""
    if word == other:
        return 0
    if other.startswith(word):
        return 1
    if len(word) >= 3 and word in other:
        return 2
    if word.isdigit():
        return _FAR  # a slip in a number makes another number
    allowed = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    errors = min(edits(word, other, allowed), edits(word, other[: len(word)], allowed) + 1)
    return 2 + 2 * errors if errors <= allowed else _FAR


def edits(first: str, second: str, most: int) -> int:
    """Letters to add, leave out, change or swap with a neighbour; ``most + 1`` for more than ``most``.

    Optimal string alignment (Damerau 1964; Boytsov 2011, section 2).
    """
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        line = [row]
        for column, other in enumerate(second, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return last[-1]
