"""Finding the member that a name in a sheet means: whatever order, capitals, accents or blanks."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timebank.domain.names import fold_name

_NUMBERED = re.compile(r"\((\d{1,9})\)\s*$|^#?(\d{1,9})$")

SEARCHES_MAX = 100


@dataclass(frozen=True)
class RosterEntry:
    """A member as sheets name them."""

    number: int
    given_name: str
    family_name: str = ""


@dataclass(frozen=True)
class NameMatch:
    """The member a name means, or why it can't be told.

    Without a ``number``: ``candidates`` are those it may mean; ``close`` says that nobody has this
    name and the candidates only look like it.
    """

    number: int | None
    candidates: tuple[int, ...] = ()
    close: bool = False


class Roster:
    """The members of an antenna, to look names up in. ``choices`` are what a person settled by hand."""

    def __init__(self, entries: Sequence[RosterEntry], choices: Mapping[str, int] | None = None) -> None:
        self._keys = {entry.number: _key(f"{entry.given_name} {entry.family_name}") for entry in entries}
        self._searches = 0
        self._by_name: dict[tuple[str, ...], list[int]] = {}
        self._choices = {fold_name(name): number for name, number in (choices or {}).items()}
        self._cache: dict[str, NameMatch] = {}
        for number, key in self._keys.items():
            self._by_name.setdefault(key, []).append(number)

    def match(self, text: str) -> NameMatch:
        """The member that ``text`` means."""
        if text not in self._cache:
            self._cache[text] = self._look_up(text)
        return self._cache[text]

    def _look_up(self, text: str) -> NameMatch:
        chosen = self._choices.get(fold_name(text))
        if chosen in self._keys:
            return NameMatch(chosen)
        match = _NUMBERED.search(text.strip())
        if match is not None:
            return self._numbered(
                int(match[1] or match[2]), _key(text[: text.rindex("(")] if match[1] else "")
            )
        key = _key(text)
        found = self._by_name.get(key, [])
        if len(found) == 1:
            return NameMatch(found[0])
        return NameMatch(None, tuple(found)) if found else NameMatch(None, self._like(key), close=True)

    def _numbered(self, number: int, key: tuple[str, ...]) -> NameMatch:
        """A member by number; the name beside it must be theirs, or a slip would credit a stranger."""
        known = self._keys.get(number)
        if known is not None and key in (known, ()):
            return NameMatch(number)
        return NameMatch(None, tuple(self._by_name.get(key, [])), close=True)

    def _like(self, key: tuple[str, ...]) -> tuple[int, ...]:
        """Members whose name looks like this one; looked for only so often, as it takes long."""
        self._searches += 1
        if self._searches > SEARCHES_MAX:
            return ()
        names = {" ".join(known): numbers for known, numbers in self._by_name.items()}
        close = difflib.get_close_matches(" ".join(key), names, n=3, cutoff=0.75)
        return tuple(number for name in close for number in names[name])


def _key(name: str) -> tuple[str, ...]:
    """A name's words in one order, so that 'Wouters Odette' is 'Odette Wouters'."""
    return tuple(sorted(fold_name(name).split()))
