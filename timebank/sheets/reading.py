"""Opening a spreadsheet: .xlsx, .ods, or .csv in UTF-8, UTF-16 or Windows-1252 with ; , or tab."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import python_calamine

from timebank.sheets.cells import text_of
from timebank.sheets.columns import known_names
from timebank.sheets.guards import COLUMNS_MAX, FILE_MAX, ROWS_MAX, check_zip, too_big
from timebank.sheets.rows import SheetError

__all__ = ["Sheet", "SheetError", "read_sheet", "read_table"]

DELIMITERS = (";", ",", "\t")
HEADER_WITHIN = 10
"""The header is looked for in this many rows; above it may stand a title."""


@dataclass(frozen=True)
class Sheet:
    """A header and the rows below it, the first of them row ``first_row`` as the spreadsheet counts."""

    header: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]
    sheet_names: tuple[str, ...] = ()
    first_row: int = 2


def read_sheet(content: bytes, filename: str, *, sheet: int = 0) -> Sheet:
    """Read the sheet at place ``sheet`` of a file; its header is found below a title, too.

    Raises:
        SheetError: ``sheet_unreadable``, ``sheet_too_big`` or ``sheet_empty``.
    """
    table, names = read_table(content, filename, sheet=sheet)
    place = _header_place(table)
    header = tuple(text_of(cell)[:80] for cell in table[place])
    return Sheet(header, tuple(table[place + 1 :]), names, first_row=place + 2)


def read_table(
    content: bytes, filename: str, *, sheet: int = 0, delimiter: str = ""
) -> tuple[list[list[Any]], tuple[str, ...]]:
    """(every row as it stands, the names of the sheets); ``delimiter`` for a CSV whose mark is known.

    Raises:
        SheetError: as of ``read_sheet``.
    """
    if len(content) > FILE_MAX:
        raise too_big()
    if content.startswith(b"PK\x03\x04"):
        table, names = _open_workbook(content, sheet)
    else:
        table, names = _open_csv(content, delimiter), ()
    if not any(_filled(cells) for cells in table):
        raise SheetError("sheet_empty", "There is nothing in {filename}.", filename=filename[:80])
    return table, names


def _filled(cells: Iterable[Any]) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in cells)


def _header_place(table: Sequence[Sequence[Any]]) -> int:
    """The row with most known column names, or the first one that holds anything."""
    top = table[:HEADER_WITHIN]
    scores = [known_names([text_of(cell) for cell in cells]) for cells in top]
    if max(scores) >= 2:
        return scores.index(max(scores))
    return next((place for place, cells in enumerate(table) if _filled(cells)), 0)


def _open_workbook(content: bytes, sheet: int) -> tuple[list[list[Any]], tuple[str, ...]]:
    check_zip(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = tuple(workbook.sheet_names)
        table = workbook.get_sheet_by_index(sheet if 0 <= sheet < len(names) else 0)
        if table.total_width > COLUMNS_MAX or table.total_height > ROWS_MAX:
            raise too_big()
        return table.to_python(skip_empty_area=False), names
    except SheetError:
        raise
    except Exception as error:  # the reader has many ways to say that a file is damaged
        raise SheetError from error


def _open_csv(content: bytes, delimiter: str) -> list[list[Any]]:
    text = _decode(content)
    try:
        rows: list[list[Any]] = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text)):
            if len(row) > COLUMNS_MAX or len(rows) >= ROWS_MAX:
                raise too_big()
            rows.append(list(row))
    except csv.Error as error:
        raise SheetError from error
    return rows


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise SheetError from error
    if b"\x00" in content[:100_000] or content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise SheetError
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The separator that parts the first lines into most columns, the same number in each."""
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()][:10]
    best, best_score = ";", (0, 0)
    for mark in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            score = (sum(width == widths[0] for width in widths), widths[0])
            if score > best_score:
                best, best_score = mark, score
    return best
