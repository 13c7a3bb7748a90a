"""Finding what people mean, without regard to accents, capitals and typing errors.

Plain Python over a list that fits in memory, so that the answer is the same on every database.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

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
    rows = [(item, text_of(item)) for item in items]
    if not wanted:
        return [item for item, _texts in rows]
    there = sorted(set(" ".join(chain.from_iterable(texts for _item, texts in rows)).split()))
    near = [_near(word, there) for word in wanted]
    found: list[tuple[int, int, T]] = []
    for place, (item, texts) in enumerate(rows):
        words = " ".join(texts).split()
        if not any(each.keys().isdisjoint(words) for each in near):
            found.append((_score(near, texts), place, item))
    return [item for _score_, _place, item in sorted(found, key=lambda each: each[:2])]


def _near(word: str, there: Sequence[str]) -> dict[str, int]:
    """Of the words that are there, those that could be meant: looked for once, however often they stand there.

    0 the same, 1 its beginning, 2 a part of it, 4 and more for typing errors, one more if they are in its beginning.
    """
    near = {other: 2 for other in there if word in other} if len(word) >= 3 else {}
    near |= {other: 1 for other in there if other.startswith(word)}
    if word in near:
        near[word] = 0
    if word.isdigit():
        return near  # a slip in a number makes another number
    most = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    beginnings = [other[: len(word)] for other in there]
    for texts, more in ((there, 0), (beginnings, 1)):
        for place, errors in _close(word, texts, most - more):
            distance = 2 + 2 * (errors + more)
            near[there[place]] = min(distance, near.get(there[place], distance))
    return near


def _close(word: str, texts: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """Where the texts are that are ``most`` edits from the word or fewer, and how many it is.

    An edit adds, leaves out or changes a letter, or swaps two neighbours.
    """
    if most > 0:
        for _text, errors, place in extract(word, texts, scorer=OSA.distance, score_cutoff=most, limit=None):
            yield place, errors


def _score(near: Sequence[Mapping[str, int]], texts: Sequence[str]) -> int:
    """How far texts that hold a near word for each wanted one are from what is wanted: 0 is best."""
    return sum(
        min(
            words[other] + (place > 0)
            for place, text in enumerate(texts)
            for other in text.split()
            if other in words
        )
        for words in near
    )
