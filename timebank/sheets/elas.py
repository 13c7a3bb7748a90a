"""eLAS and eLAND exports: users.csv, contact.csv and transactions.csv, columns found by name.

Amounts are in the group's units; the caller says how many make an hour (usually 60).
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import InvalidInputError
from timebank.domain.quarters import check_minutes
from timebank.sheets.cells import day_of, text_of, whole_of
from timebank.sheets.favours import member_of
from timebank.sheets.guards import unpack
from timebank.sheets.matching import Roster
from timebank.sheets.members import member_number, member_rows, national_phone, split_name
from timebank.sheets.reading import Sheet, SheetError, read_sheet
from timebank.sheets.rows import FavourRow, FavourRows, MemberRow, MemberRows
from timebank.sheets.timeoverflow import favours

USERS, CONTACTS = "users.csv", "contact.csv"


def read_export(content: bytes, filename: str) -> tuple[Sheet, Sheet | None]:
    """(the table, the contacts of its people): from one file, or from a zip of users.csv and contact.csv.

    Raises:
        SheetError: a file can't be read, or the zip holds no users.csv.
    """
    if not content.startswith(b"PK"):
        return read_sheet(content, filename), None
    files = unpack(content, (USERS, CONTACTS))
    if USERS not in files:
        raise SheetError("sheet_columns", "This file lacks one of the columns {needed}.", needed=USERS)
    contacts = read_sheet(files[CONTACTS], CONTACTS) if files.get(CONTACTS) else None
    return read_sheet(files[USERS], USERS), contacts


def user_rows(sheet: Sheet, contacts: Sheet | None = None) -> MemberRows:
    """users.csv: ``id`` becomes the member number, so that transactions find their people.

    ``contacts`` is contact.csv, which keeps phone, mail and address of a ``user_id`` apart.
    """
    names = _columns(sheet, ("id", "name"))
    reach = _reach(contacts) if contacts is not None else {}

    def one(row: int, cells: Sequence[Any]) -> MemberRow:
        full = text_of(_get(cells, names, "fullname")) or text_of(_get(cells, names, "name"))
        given, family = split_name("", "", full)
        number = member_number(_get(cells, names, "id"))
        known = {"email": text_of(_get(cells, names, "email"))} | reach.get(number, {})
        email = known["email"] if "@" in known["email"] else ""
        return MemberRow(
            row=row,
            given_name=given,
            family_name=family,
            number=number,
            postal_code=text_of(_get(cells, names, "postcode")),
            email=email,
            phone=known.get("phone", ""),
            street=known.get("street", ""),
            channel=ContactChannel.MAIL if email else ContactChannel.PHONE,
        )

    return member_rows(sheet, sheet.first_row, one)


def _reach(contacts: Sheet) -> dict[int | None, dict[str, str]]:
    """How to reach each person. The kinds are numbered differently in every group, so the value tells."""
    names = _columns(contacts, ("user_id", "value"))
    found: dict[int | None, dict[str, str]] = {}
    for cells in contacts.rows:
        value = text_of(_get(cells, names, "value"))
        phone, warning = national_phone(value)
        if "@" in value:
            kind = "email"
        elif not warning:
            kind, value = "phone", phone
        elif value.casefold().startswith(("http", "www.")):
            continue
        else:
            kind = "street"
        if value:
            found.setdefault(whole_of(_get(cells, names, "user_id")), {}).setdefault(kind, value[:120])
    return found


def transaction_rows(sheet: Sheet, roster: Roster, *, today: dt.date, units_per_hour: int) -> FavourRows:
    """transactions.csv: ``id_from`` paid, so it received the help of ``id_to``."""
    names = _columns(sheet, ("id_from", "id_to", "amount", "created_at"))

    def one(row: int, cells: Sequence[Any]) -> FavourRow:
        units = whole_of(_get(cells, names, "amount"))
        if units is None:
            raise InvalidInputError("duration_not_understood", "The amount isn't a whole number of units.")
        return FavourRow(
            row=row,
            giver=member_of(_get(cells, names, "id_to"), roster, "giver"),
            receiver=member_of(_get(cells, names, "id_from"), roster, "receiver"),
            done_on=day_of(_get(cells, names, "created_at"), today),
            minutes=check_minutes(units * 60 / units_per_hour),
            note=text_of(_get(cells, names, "description"))[:500],
        )

    return favours(sheet, sheet.first_row, one)


def _columns(sheet: Sheet, needed: tuple[str, ...]) -> dict[str, int]:
    names = {name.strip().casefold(): place for place, name in enumerate(sheet.header)}
    if any(name not in names for name in needed):
        raise SheetError(
            "sheet_columns", "This file lacks one of the columns {needed}.", needed=", ".join(needed)
        )
    return names


def _get(cells: Sequence[Any], names: dict[str, int], name: str) -> Any:
    place = names.get(name)
    return cells[place] if place is not None and place < len(cells) else ""
