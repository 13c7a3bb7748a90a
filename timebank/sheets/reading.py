"""Opening a spreadsheet: .xlsx, .ods, or .csv in UTF-8, UTF-16 or Windows-1252 with ; , or tab."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import python_calamine

from timebank.sheets.cells import text_of
from timebank.sheets.columns import known_names
from timebank.sheets.extent import CELLS_MAX, COLUMNS_MAX, ROWS_MAX, too_big
from timebank.sheets.guards import FILE_MAX, check_zip
from timebank.sheets.rows import SheetError

__all__ = ["Sheet", "SheetError", "read_sheet", "read_table"]

DELIMITERS = (";", ",", "\t")
HEADER_WITHIN = 10
"""The header is looked for in this many rows; above it may stand a title."""
SHEETS_LOOKED_AT = 24
"""In how many sheets of a workbook the best header is looked for: a year of months, twice."""

_PIECE = 1 << 18

Table = list[list[Any]]


@dataclass(frozen=True)
class Sheet:
    """A header and the rows below it, the first of them row ``first_row`` as the spreadsheet counts.

    ``sheet_names`` are the visible sheets of the workbook, ``name`` the one that was read.
    """

    header: tuple[str, ...]
    rows: tuple[Sequence[Any], ...]
    sheet_names: tuple[str, ...] = ()
    first_row: int = 2
    name: str = ""


def read_sheet(content: bytes, filename: str, *, name: str = "") -> Sheet:
    """Read the sheet called ``name``, or the visible one whose header is known best.

    The header is found below a title, too.

    Raises:
        SheetError: ``sheet_unreadable``, ``sheet_too_big``, ``sheet_quotes`` or ``sheet_empty``.
    """
    table, names, read = _best_table(content, name)
    _refuse_empty(table, filename)
    place = _header_place(table)
    header = tuple(text_of(cell)[:80] for cell in table[place])
    return Sheet(header, tuple(table[place + 1 :]), names, first_row=place + 2, name=read)


def read_table(content: bytes, filename: str, *, delimiter: str = "") -> tuple[Table, tuple[str, ...]]:
    """(every row as it stands, the names of the sheets); ``delimiter`` for a CSV whose mark is known.

    Raises:
        SheetError: as of ``read_sheet``.
    """
    table, names, _read = _best_table(content, "", delimiter)
    _refuse_empty(table, filename)
    return table, names


def _best_table(content: bytes, name: str, delimiter: str = "") -> tuple[Table, tuple[str, ...], str]:
    """(the rows, the names of the visible sheets, which of them it is)."""
    if len(content) > FILE_MAX:
        raise too_big()
    if not content.startswith(b"PK\x03\x04"):
        return _open_csv(content, delimiter), (), ""
    workbook, names = _open_workbook(content)
    if name in names or len(names) == 1:
        read = name if name in names else names[0]
        return _table_of(workbook, read), names, read
    best: tuple[int, Table, str] = (-1, [], "")
    for each in names[:SHEETS_LOOKED_AT]:
        table = _table_of(workbook, each)
        score = max((_known(cells) for cells in table[:HEADER_WITHIN]), default=0)
        if score > best[0]:
            best = score, table, each
    return best[1], names, best[2]


def _refuse_empty(table: Table, filename: str) -> None:
    if not any(_filled(cells) for cells in table):
        raise SheetError("sheet_empty", "There is nothing in {filename}.", filename=filename[:80])


def _filled(cells: Iterable[Any]) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in cells)


def _known(cells: Iterable[Any]) -> int:
    return known_names([text_of(cell) for cell in cells])


def _header_place(table: Sequence[Sequence[Any]]) -> int:
    """The row with most known column names, or the first one that holds anything."""
    scores = [_known(cells) for cells in table[:HEADER_WITHIN]]
    if max(scores) >= 2:
        return scores.index(max(scores))
    return next((place for place, cells in enumerate(table) if _filled(cells)), 0)


def _open_workbook(content: bytes) -> tuple[python_calamine.CalamineWorkbook, tuple[str, ...]]:
    """The workbook and the names of its visible sheets; what a coordinator hid isn't meant."""
    check_zip(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except Exception as error:  # the reader has many ways to say that a file is damaged
        raise SheetError from error
    names = tuple(
        each.name
        for each in workbook.sheets_metadata
        if each.visible == python_calamine.SheetVisibleEnum.Visible
        and each.typ == python_calamine.SheetTypeEnum.WorkSheet
    )
    if not names:
        raise SheetError
    return workbook, names


def _table_of(workbook: python_calamine.CalamineWorkbook, name: str) -> Table:
    try:
        table = workbook.get_sheet_by_name(name)
        if table.total_width > COLUMNS_MAX or table.total_height > ROWS_MAX:
            raise too_big()
        rows: Table = table.to_python(skip_empty_area=False)
    except SheetError:
        raise
    except Exception as error:
        raise SheetError from error
    return rows


def _open_csv(content: bytes, delimiter: str) -> Table:
    """The rows of a CSV, decoded as they are read, so that a big one isn't kept three times."""
    encoding = _encoding(content)
    mark = delimiter or _delimiter(content[:40_000].decode(encoding, errors="ignore"))
    stream = io.TextIOWrapper(io.BytesIO(content), encoding, errors=_errors(encoding), newline="")
    rows: Table = []
    ended = False

    def lines() -> Iterator[str]:
        nonlocal ended
        yield from stream
        ended = True

    cells = 0
    try:
        for row in csv.reader(lines(), delimiter=mark):
            cells += len(row)
            if len(row) > COLUMNS_MAX or len(rows) >= ROWS_MAX or cells > CELLS_MAX:
                raise too_big()
            if ended:  # the file came to its end inside a row
                raise _open_quotes(len(rows) + 1)
            rows.append(list(row))
    except UnicodeDecodeError as error:
        raise SheetError from error
    except csv.Error as error:
        raise _open_quotes(len(rows) + 1) from error
    return rows


def _open_quotes(row: int) -> SheetError:
    """All rows below it would count as one cell, and be lost."""
    return SheetError(
        "sheet_quotes",
        "In row {row} a quotation mark opens and doesn't close. Correct it, or save the file as .xlsx.",
        row=row,
    )


def _errors(encoding: str) -> str:
    return "replace" if encoding == "cp1252" else "strict"


def _encoding(content: bytes) -> str:
    """UTF-16 by its mark or its zeros, UTF-8 where it is that throughout, or else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(content) > 1 and content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise SheetError
    if b"\x00" in content[:100_000]:
        return _wide(content)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _PIECE):
            decoder.decode(content[start : start + _PIECE], final=start + _PIECE >= len(content))
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every second byte of its header is zero.

    Raises:
        SheetError: zeros in between mean that it is no text.
    """
    even, odd = content[0:60:2], content[1:60:2]
    if not any(odd) and all(even):
        return "utf-16-le"
    if not any(even) and all(odd):
        return "utf-16-be"
    raise SheetError


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
