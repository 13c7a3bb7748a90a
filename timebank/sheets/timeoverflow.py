"""TimeOverflow's files: import files without a header, read by position, and its reports.

In a transfer the source *pays*: the source received the help. Amounts are seconds. Addresses like
user12@example.com were invented by it and mean that there is none.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.quarters import check_minutes, parse_minutes
from timebank.sheets.cells import day_of, text_of, whole_of
from timebank.sheets.favours import member_of
from timebank.sheets.matching import Roster
from timebank.sheets.members import national_phone
from timebank.sheets.reading import Sheet, read_table
from timebank.sheets.rows import Fault, FavourRow, FavourRows, MemberRow, MemberRows

_INVENTED = re.compile(r"user\d+@example\.com", re.IGNORECASE)
POT = 0


def headerless(content: bytes, filename: str) -> Sheet:
    """An import file's rows; they have no header, so their numbers are one less than a sheet's."""
    rows, names = read_table(content, filename, delimiter=",")
    return Sheet((), tuple(rows), names)


def member_rows(sheet: Sheet, *, today: dt.date) -> MemberRows:
    """Members: 0 number, 1 entry date, 2-4 name, 5 gender, 6 birth, 7-8 phones, 9 e-mail."""
    return _members(sheet, 1, lambda cells: _member(cells, today))


def report_member_rows(sheet: Sheet, *, today: dt.date) -> MemberRows:
    """The members report: number, name, e-mail, phone, second phone, created, ..., locale, balance."""

    def one(cells: Sequence[Any]) -> dict[str, Any]:
        given, _, family = text_of(_at(cells, 1)).partition(" ")
        joined = day_of(_at(cells, 5), today) if text_of(_at(cells, 5)) else None
        return _reach(_at(cells, 2), _at(cells, 3)) | {
            "number": whole_of(_at(cells, 0)),
            "given_name": given,
            "family_name": family,
            "joined_on": joined,
        }

    return _members(sheet, 2, one)


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

    return favours(sheet, 2, one)


def favours(sheet: Sheet, first: int, one: Any) -> FavourRows:
    """Every favour of the sheet whose first row has the number ``first``, and every fault."""
    rows: list[FavourRow] = []
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, first):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            row: FavourRow = one(number, cells)
            if row.giver == row.receiver:
                raise InvalidInputError("giver_is_receiver", "The same person stands on both sides.")
            if row.giver == POT:
                raise InvalidInputError("giver_is_pot", "The pot can't help anyone. Enter this as a gift.")
            rows.append(row)
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return FavourRows(count, tuple(rows), tuple(faults))


def _members(sheet: Sheet, first: int, one: Any) -> MemberRows:
    rows: list[MemberRow] = []
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, first):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            values = one(cells)
            if not values["given_name"]:
                raise InvalidInputError("name_missing", "There is no name in this row.")
            rows.append(MemberRow(row=number, **values))
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return MemberRows(count, tuple(rows), tuple(faults))


def _member(cells: Sequence[Any], today: dt.date) -> dict[str, Any]:
    names = [text_of(_at(cells, place)) for place in (2, 3, 4)]
    given, *rest = [name for name in names if name] or [""]
    born = text_of(_at(cells, 6))
    year = re.search(r"(?:18|19|20)\d{2}", born)
    return _reach(_at(cells, 9), _at(cells, 7) or _at(cells, 8)) | {
        "number": whole_of(_at(cells, 0)),
        "given_name": given,
        "family_name": " ".join(rest),
        "birth_year": int(year[0]) if year else None,
        "joined_on": day_of(_at(cells, 1), today) if text_of(_at(cells, 1)) else None,
    }


def _reach(email: Any, phone: Any) -> dict[str, Any]:
    address = text_of(email)
    if _INVENTED.fullmatch(address) or "@" not in address:
        address = ""
    number, warning = national_phone(text_of(phone))
    channel = ContactChannel.MAIL if address else ContactChannel.PHONE
    return {"email": address, "phone": number, "channel": channel, "warnings": (warning,) if warning else ()}


def _party(cell: Any, kind: Any, roster: Roster, side: str) -> int:
    if text_of(kind).casefold() == "organization":
        return POT
    return member_of(cell, roster, side)


def _at(cells: Sequence[Any], place: int) -> Any:
    return cells[place] if place < len(cells) else ""
