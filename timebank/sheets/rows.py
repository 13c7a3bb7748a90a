"""What a sheet's rows say, once read: favours, members, posts, and faults by row (the header is row 1)."""

from collections.abc import Callable, Container, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name

Progress = Callable[[int, int], None]
"""Told now and then: (rows done, rows in all)."""


class SheetError(InvalidInputError):
    """The file as a whole can't be used: unreadable, too big, or without the columns it needs."""

    code = "sheet_unreadable"
    message = "We can't read this file. Save it as .xlsx, .ods or .csv and try again."


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row: a code, an English sentence, and what stood in the row.

    ``params`` fill the sentence; ``candidates`` in it are member numbers to choose from.
    """

    row: int
    code: str
    message: str
    params: dict[str, Any] = field(default_factory=dict)
    values: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: int, error: TimebankError, values: tuple[str, ...]) -> "Fault":
        """The fault of ``row`` that ``error`` tells; ``values`` are the row's cells as text."""
        params = {name: value for name, value in error.params.items() if name != "field"}
        return cls(row, error.error_code, error.text, params, tuple(value[:120] for value in values))


@dataclass(frozen=True)
class FavourRow:
    """A favour as a row tells it; giver and receiver are member numbers, a receiver 0 is the antenna."""

    row: int
    giver: int
    receiver: int
    done_on: date
    minutes: int
    category: str = ""
    note: str = ""

    @property
    def likeness(self) -> Hashable:
        """What two favours have in common that look like one: people, day, minutes and note."""
        return (self.giver, self.receiver, self.done_on, self.minutes, fold_name(self.note))


@dataclass(frozen=True)
class MemberRow:
    """A member as a row tells them. ``number`` None asks for the next one; ``warnings`` are codes."""

    row: int
    given_name: str
    family_name: str = ""
    number: int | None = None
    street: str = ""
    house_number: str = ""
    postal_code: str = ""
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    channel: ContactChannel = ContactChannel.PHONE
    joined_on: date | None = None
    language: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostRow:
    """An offer or an ask as a row tells it, by a member's number.

    ``category`` is guessed from ``words`` where the sheet is looked at; ``starts_on`` and ``ends_on``
    are the days between which it holds, None where none is said.
    """

    row: int
    member: int
    is_offer: bool
    words: str
    category: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class EntryRow:
    """A service of the directory as a row tells it; ``hours`` are (language, words)."""

    row: int
    name: str
    kinds: tuple[str, ...] = ()
    what: str = ""
    for_whom: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    area: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    checked_on: date | None = None
    notes: str = ""


@dataclass(frozen=True)
class FavourRows:
    """The good rows and the faults of a sheet of favours; ``count`` is how many rows held anything."""

    count: int
    rows: tuple[FavourRow, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class MemberRows:
    """The good rows and the faults of a sheet of members; ``count`` as of ``FavourRows``."""

    count: int
    rows: tuple[MemberRow, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class PostRows:
    """The good rows and the faults of a file of offers and asks; ``count`` as of ``FavourRows``."""

    count: int
    rows: tuple[PostRow, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class EntryRows:
    """The good rows and the faults of a sheet of services; ``count`` as of ``FavourRows``."""

    count: int
    rows: tuple[EntryRow, ...]
    faults: tuple[Fault, ...]


def split_doubles(
    rows: Sequence[FavourRow], there: Container[Hashable]
) -> tuple[tuple[FavourRow, ...], tuple[FavourRow, ...]]:
    """(new rows, doubles): a double repeats an earlier row, or a favour that is ``there`` already."""
    seen: set[Hashable] = set()
    new: list[FavourRow] = []
    doubles: list[FavourRow] = []
    for row in rows:
        like = row.likeness
        (doubles if like in there or like in seen else new).append(row)
        seen.add(like)
    return tuple(new), tuple(doubles)
