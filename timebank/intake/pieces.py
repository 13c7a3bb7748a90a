"""A text in pieces that a likeness is measured by: its words, and their runs of four letters."""

from collections.abc import Iterable, Iterator

_LETTERS = 4


def pieces_of(token: str) -> Iterator[str]:
    """A folded word in '<>', and its runs of four letters, the ends marked."""
    marked = f"<{token}>"
    yield marked
    if len(marked) > _LETTERS:
        yield from {marked[start : start + _LETTERS] for start in range(len(marked) - _LETTERS + 1)}


def pieces_in(tokens: Iterable[str]) -> frozenset[str]:
    """All pieces of a text's words; breaks have none."""
    return frozenset(each for token in tokens if token not in {",", "."} for each in pieces_of(token))
