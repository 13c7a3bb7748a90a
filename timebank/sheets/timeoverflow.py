"""TimeOverflow's files: import files without a header, read by position, and its reports.

In a transfer the source *pays*: the source received the help. Amounts are seconds. Addresses like
user12@example.com were invented by it and mean that there is none.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.quarters import check_minutes, parse_minutes
from timebank.sheets.cells import any_day_of, birth_year_of, day_of, text_of, whole_of
from timebank.sheets.favours import member_of
from timebank.sheets.matching import Roster
from timebank.sheets.members import member_number, member_rows, national_phone, split_name
from timebank.sheets.reading import Sheet, read_table
from timebank.sheets.rows import Fault, FavourRow, FavourRows, MemberRow, MemberRows, PostRow, PostRows

_INVENTED = re.compile(r"user\d+@example\.com", re.IGNORECASE)
POT = 0
_IS_OFFER = {"offer": True, "inquiry": False}
Row = TypeVar("Row")


def headerless(content: bytes, filename: str) -> Sheet:
    """An import file's rows; they have no header, so their numbers are one less than a sheet's."""
    rows, names = read_table(content, filename, delimiter=",")
    return Sheet((), tuple(rows), names)


def import_member_rows(sheet: Sheet, *, today: dt.date) -> MemberRows:
    """Members: 0 number, 1 entry date, 2-4 name, 5 gender, 6 birth, 7-8 phones, 9 e-mail."""

    def one(row: int, cells: Sequence[Any]) -> MemberRow:
        given, *rest = [text_of(_at(cells, place)) for place in (2, 3, 4) if text_of(_at(cells, place))] or [
            ""
        ]
        given, family = split_name(given, " ".join(rest), "")
        born = birth_year_of(_at(cells, 6), today)
        phone = _at(cells, 7) if text_of(_at(cells, 7)) else _at(cells, 8)
        return MemberRow(
            row=row,
            given_name=given,
            family_name=family,
            birth_year=born or None,
            **_common(_at(cells, 0), _at(cells, 1), _at(cells, 9), phone, today),
        )

    return member_rows(sheet, 1, one)


def report_member_rows(sheet: Sheet, *, today: dt.date) -> MemberRows:
    """The members report: number, name, e-mail, phone, second phone, created, ..., locale, balance."""

    def one(row: int, cells: Sequence[Any]) -> MemberRow:
        given, family = split_name("", "", text_of(_at(cells, 1)))
        phone = _at(cells, 3) if text_of(_at(cells, 3)) else _at(cells, 4)
        return MemberRow(
            row=row,
            given_name=given,
            family_name=family,
            **_common(_at(cells, 0), _at(cells, 5), _at(cells, 2), phone, today),
        )

    return member_rows(sheet, sheet.first_row, one)


def transfer_rows(sheet: Sheet, roster: Roster, *, today: dt.date) -> FavourRows:
    """Transfers: 0 source, 1 its type, 2 destination, 3 its type, 4 seconds, 5 created, 6 reason."""

    def one(row: int, cells: Sequence[Any]) -> FavourRow:
        seconds = whole_of(_at(cells, 4))
        if seconds is None:
            raise InvalidInputError("duration_not_understood", "The amount isn't a number of seconds.")
        return FavourRow(
            row=row,
            giver=_party(_at(cells, 2), _at(cells, 3), roster, "giver"),
            receiver=_party(_at(cells, 0), _at(cells, 1), roster, "receiver"),
            done_on=day_of(_at(cells, 5), today),
            minutes=check_minutes(seconds / 60),
            note=text_of(_at(cells, 6))[:500],
        )

    return favours(sheet, 1, one)


def report_transfer_rows(sheet: Sheet, roster: Roster, *, today: dt.date) -> FavourRows:
    """The transfers report: date, from, to, post, quantity as h:mm."""

    def one(row: int, cells: Sequence[Any]) -> FavourRow:
        return FavourRow(
            row=row,
            giver=_party(_at(cells, 2), "", roster, "giver"),
            receiver=_party(_at(cells, 1), "", roster, "receiver"),
            done_on=day_of(_at(cells, 0), today),
            minutes=parse_minutes(text_of(_at(cells, 4))),
            note=text_of(_at(cells, 3))[:500],
        )

    return favours(sheet, sheet.first_row, one)


def post_rows(sheet: Sheet, roster: Roster, *, today: dt.date) -> PostRows:
    """Posts: 0 member, 1 Offer or Inquiry, 2 title, 3 description, 4 category, 5 created, 6 start, 7 end.

    A category is only a number of the other time bank's own list, so it says nothing here.
    """

    def one(row: int, cells: Sequence[Any]) -> PostRow:
        member = member_of(_at(cells, 0), roster, "member")
        is_offer = _IS_OFFER.get(text_of(_at(cells, 1)).casefold())
        if is_offer is None:
            raise InvalidInputError("post_kind_unknown", "This says neither Offer nor Inquiry.")
        title, more = text_of(_at(cells, 2)), text_of(_at(cells, 3))
        starts_on, ends_on = any_day_of(_at(cells, 6)), any_day_of(_at(cells, 7))
        if not (title or more):
            raise InvalidInputError("post_words_missing", "It doesn't say what is offered or asked.")
        if ends_on is not None and ends_on < today:
            raise InvalidInputError("post_over", "This ended on {said}.", said=ends_on.isoformat())
        words = title if title == more else ": ".join(filter(None, (title, more)))
        return PostRow(row, member, is_offer, words, starts_on=starts_on, ends_on=ends_on)

    return PostRows(*_each(sheet, 1, one))


def favours(sheet: Sheet, first: int, one: Callable[[int, Sequence[Any]], FavourRow]) -> FavourRows:
    """Every favour of the sheet whose first row has the number ``first``, and every fault."""

    def checked(number: int, cells: Sequence[Any]) -> FavourRow:
        row = one(number, cells)
        if row.giver == row.receiver:
            raise InvalidInputError("giver_is_receiver", "The same person stands on both sides.")
        if row.giver == POT:
            raise InvalidInputError("giver_is_pot", "The pot can't help anyone. Enter this as a gift.")
        return row

    return FavourRows(*_each(sheet, first, checked))


def _each(
    sheet: Sheet, first: int, one: Callable[[int, Sequence[Any]], Row]
) -> tuple[int, tuple[Row, ...], tuple[Fault, ...]]:
    """(how many rows held anything, the good ones, the faults)."""
    rows: list[Row] = []
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, first):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            rows.append(one(number, cells))
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return count, tuple(rows), tuple(faults)


def _common(number: Any, joined: Any, email: Any, phone: Any, today: dt.date) -> dict[str, Any]:
    """What both kinds of file tell of a member: number, since when, and how to reach them."""
    address = text_of(email)
    if _INVENTED.fullmatch(address) or "@" not in address:
        address = ""
    national, warning = national_phone(text_of(phone))
    return {
        "number": member_number(number),
        "joined_on": day_of(joined, today) if text_of(joined) else None,
        "email": address,
        "phone": national,
        "channel": ContactChannel.MAIL if address else ContactChannel.PHONE,
        "warnings": (warning,) if warning else (),
    }


def _party(cell: Any, kind: Any, roster: Roster, side: str) -> int:
    if text_of(kind).casefold() == "organization":
        return POT
    return member_of(cell, roster, side)


def _at(cells: Sequence[Any], place: int) -> Any:
    return cells[place] if place < len(cells) else ""
