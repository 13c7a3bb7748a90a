"""A text in pieces that a likeness is measured by: its words, and their runs of four letters."""

from collections.abc import Iterable
from functools import lru_cache

_LETTERS = 4


@lru_cache(maxsize=1 << 15)
def pieces_of(token: str) -> tuple[str, ...]:
    """A folded word in '<>', and its runs of four letters, the ends marked, each once."""
    marked = f"<{token}>"
    if len(marked) <= _LETTERS:
        return (marked,)
    runs = (marked[start : start + _LETTERS] for start in range(len(marked) - _LETTERS + 1))
    return (marked, *dict.fromkeys(runs))


def pieces_in(tokens: Iterable[str]) -> frozenset[str]:
    """All pieces of a text's words; breaks have none."""
    return frozenset(each for token in tokens if token not in {",", "."} for each in pieces_of(token))
