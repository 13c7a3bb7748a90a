"""Finding the member that a name in a sheet means: whatever order, capitals, accents or blanks."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timebank.domain.names import fold_name

_NUMBERED = re.compile(r"\((\d{1,9})\)\s*$|^#?(\d{1,9})$")


@dataclass(frozen=True)
class RosterEntry:
    """A member as sheets name them."""

    number: int
    given_name: str
    family_name: str = ""


@dataclass(frozen=True)
class NameMatch:
    """The member a name means, or why it can't be told: several, or nobody (with names close to it)."""

    number: int | None
    candidates: tuple[int, ...] = ()


class Roster:
    """The members of an antenna, to look names up in. ``choices`` are what a person settled by hand."""

    def __init__(self, entries: Sequence[RosterEntry], choices: Mapping[str, int] | None = None) -> None:
        self._numbers = {entry.number for entry in entries}
        self._by_name: dict[tuple[str, ...], list[int]] = {}
        self._choices = {fold_name(name): number for name, number in (choices or {}).items()}
        self._cache: dict[str, NameMatch] = {}
        for entry in entries:
            key = _key(f"{entry.given_name} {entry.family_name}")
            self._by_name.setdefault(key, []).append(entry.number)

    def match(self, text: str) -> NameMatch:
        """The member that ``text`` means."""
        if text not in self._cache:
            self._cache[text] = self._look_up(text)
        return self._cache[text]

    def _look_up(self, text: str) -> NameMatch:
        chosen = self._choices.get(fold_name(text))
        if chosen is not None:
            return NameMatch(chosen)
        match = _NUMBERED.search(text.strip())
        if match is not None:
            number = int(match[1] or match[2])
            return NameMatch(number if number in self._numbers else None)
        key = _key(text)
        found = self._by_name.get(key, [])
        if len(found) == 1:
            return NameMatch(found[0])
        if found:
            return NameMatch(None, tuple(found))
        names = {" ".join(known): numbers for known, numbers in self._by_name.items()}
        close = difflib.get_close_matches(" ".join(key), names, n=3, cutoff=0.75)
        return NameMatch(None, tuple(number for name in close for number in names[name]))


def _key(name: str) -> tuple[str, ...]:
    """A name's words in one order, so that 'Wouters Odette' is 'Odette Wouters'."""
    return tuple(sorted(fold_name(name).split()))
