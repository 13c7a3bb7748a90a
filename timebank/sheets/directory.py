"""Services of the directory from a sheet, and a sheet carried along in a page while it is looked at."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from typing import Any

from babel import Locale

from timebank.domain.channels import LANGUAGES
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.domain.names import fold_name
from timebank.domain.service_kinds import kind_of, kinds_in_order
from timebank.sheets.cells import day_of, text_of
from timebank.sheets.extent import COLUMNS_MAX
from timebank.sheets.members import national_phone
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import EntryRow, EntryRows, Fault, SheetError

CARRIED_MAX = 300_000
"""The most bytes of a sheet that travels in a form: some thousand services."""
_BETWEEN = re.compile(r"[,;/|\n]+")


def parse_entry_rows(sheet: Sheet, columns: dict[str, int], *, today: dt.date) -> EntryRows:
    """Every service that the sheet tells, and every row that can't be taken, with why."""
    rows: list[EntryRow] = []
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            rows.append(_entry(number, cells, columns, today))
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return EntryRows(count, tuple(rows), tuple(faults))


def carry(sheet: Sheet) -> str:
    """The sheet as text that ``carried`` reads back.

    Raises:
        SheetError: code ``sheet_too_long`` beyond ``CARRIED_MAX`` bytes.
    """
    rows = [[text_of(cell) for cell in cells] for cells in sheet.rows]
    text = json.dumps([sheet.first_row, list(sheet.header), rows], ensure_ascii=False)
    if len(text.encode()) > CARRIED_MAX:
        raise SheetError(
            "sheet_too_long", "This sheet is too long. Split it and bring in one part after another."
        )
    return text


def carried(text: str) -> Sheet:
    """The sheet that a form brought back.

    Raises:
        SheetError: it isn't what ``carry`` made.
    """
    try:
        first_row, header, rows = json.loads(text)
        sheet = Sheet(
            tuple(str(title) for title in header),
            tuple([str(cell) for cell in cells][:COLUMNS_MAX] for cells in rows),
            first_row=int(first_row),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise SheetError from error
    return sheet


def _entry(number: int, cells: Sequence[Any], columns: dict[str, int], today: dt.date) -> EntryRow:
    def cell(name: str) -> Any:
        place = columns.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    def words(name: str) -> str:
        return text_of(cell(name))

    if not words("name"):
        raise InvalidInputError("name_missing", "There is no name in this row.")
    kinds, others = _kinds(words("kinds"))
    return EntryRow(
        row=number,
        name=words("name"),
        kinds=kinds,
        what=", ".join(each for each in (words("what"), *others) if each),
        for_whom=words("for_whom"),
        languages=_languages(words("languages")),
        phone=_phone(words("phone")),
        email=words("email"),
        website=words("website"),
        address=words("address"),
        area=words("area"),
        hours=tuple((code, words(f"hours_{code}")) for code in LANGUAGES if words(f"hours_{code}")),
        owner=words("owner"),
        checked_on=day_of(cell("checked_on"), today) if words("checked_on") else None,
        notes=words("notes"),
    )


def _kinds(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(codes, other words): what is no kind of ours is still told in words."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    codes = {part: kind_of(part) for part in parts}
    return kinds_in_order(list(codes.values())), tuple(part for part in parts if not codes[part])


def _phone(text: str) -> str:
    """A number as Belgians write it; short ones such as 107 and several in one cell stay as they are."""
    digits = re.sub(r"\D", "", text)
    return national_phone(text)[0] if 8 <= len(digits) <= 13 else text


def _languages(text: str) -> tuple[str, ...]:
    found = []
    for part in _BETWEEN.split(text.replace(" en ", ",").replace(" et ", ",").replace(" and ", ",")):
        if not part.strip():
            continue
        found.append(spoken_language(part))
    return tuple(code for code in SPOKEN_LANGUAGES if code in found)


def spoken_language(text: str) -> str:
    """The code of the language that ``text`` names, in whatever language of ours or its own.

    Raises:
        InvalidInputError: ``language_not_known``.
    """
    code = _LANGUAGE_WORDS.get(fold_name(text))
    if code is None:
        raise InvalidInputError(
            "language_not_known", "We don't know the language “{said}”.", said=text.strip()[:40]
        )
    return code


_TAMAZIGHT = {fold_name(name): "ber" for name in ("Tamazight", "Berber", "Berbers", "Berbère", "Riffijns")}
"""A family of languages, of which no single one has the names that people in Brussels use."""


def _words_of_languages() -> dict[str, str]:
    """Each language's names in Dutch, French and English, in itself, and its code."""
    found = {code: code for code in SPOKEN_LANGUAGES} | _TAMAZIGHT
    for code in (code for code in SPOKEN_LANGUAGES if Locale.parse("nl").languages.get(code)):
        names = [Locale(reader).languages[code] for reader in LANGUAGES] + [Locale(code).languages[code]]
        found |= {fold_name(name): code for name in names}
    return found


_LANGUAGE_WORDS = _words_of_languages()
