"""Refusing files that would fill the memory, before any of their cells is kept.

A spreadsheet is a zip of XML. Its parts are unpacked once, piece by piece and counted, whatever
sizes its directory states; a cell far out to the right or below would make a reader lay out every
cell between, so where the last cell stands is found first.
"""

import io
import re
import zipfile
import zlib
from typing import Any
from xml.parsers import expat

from timebank.sheets.rows import SheetError

FILE_MAX = 64 * 1024 * 1024
"""The most bytes of a file as it comes."""
UNPACKED_MAX = 160 * 1024 * 1024
"""The most bytes of all its parts together, unpacked."""
PARTS_MAX = 2000
COLUMNS_MAX = 200
ROWS_MAX = 250_000
_PIECE = 1 << 18
_CELL = re.compile(r"([A-Z]{1,4})([0-9]{1,9})")


def too_big() -> SheetError:
    """The sheet holds more than a sheet of favours can."""
    return SheetError(
        "sheet_too_big",
        "This file is too big: at most {columns} columns and {rows} rows. "
        "Split it and bring in one part after another.",
        columns=COLUMNS_MAX,
        rows=ROWS_MAX,
    )


def check_zip(content: bytes) -> None:
    """Unpack every part once without keeping it.

    Raises:
        SheetError: ``sheet_too_big``, or ``sheet_unreadable`` for a damaged or protected file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS_MAX or sum(part.file_size for part in parts) > UNPACKED_MAX:
                raise too_big()
            left = UNPACKED_MAX
            for part in parts:
                left -= _check_part(archive, part, left)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError) as error:
        raise SheetError from error
    except expat.ExpatError as error:
        raise SheetError from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Count a part's real bytes, and look where its last cell stands; the number of bytes."""
    scan = _scan_for(part.filename)
    part.file_size = UNPACKED_MAX * 2  # what the directory states may be a lie; the stream's end isn't
    taken = 0
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            taken += len(piece)
            if taken > left:
                raise too_big()
            if scan is not None:
                scan.Parse(piece, False)  # noqa: FBT003 - expat takes it by position
    if scan is not None:
        scan.Parse(b"", True)  # noqa: FBT003
    return taken


def _scan_for(name: str) -> expat.XMLParserType | None:
    if not name.endswith(".xml"):
        return None
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if name.startswith("xl/worksheets/"):
        parser.StartElementHandler = _see_xlsx_cell
    elif name == "content.xml":
        seen = _OdsExtent()
        parser.StartElementHandler = seen.start
        parser.EndElementHandler = seen.end
    return parser


def _refuse_doctype(*_declared: Any) -> None:
    """A spreadsheet has no document type; one that has may blow entities up."""
    raise SheetError


def _see_xlsx_cell(name: str, attributes: dict[str, str]) -> None:
    tag = name.rpartition(":")[2]
    if tag == "c" and "r" in attributes:
        place = _CELL.fullmatch(attributes["r"])
        if place is None or len(place[1]) > 2 or _column(place[1]) > COLUMNS_MAX or int(place[2]) > ROWS_MAX:
            raise too_big()
    elif tag == "row" and attributes.get("r", "1").isdigit() and int(attributes.get("r", "1")) > 1_048_576:
        raise too_big()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _OdsExtent:
    """Where the last filled cell of each table stands; trailing blanks, however often repeated, are free."""

    def __init__(self) -> None:
        self.rows = self.blank_rows = self.repeat = 0
        self.columns = self.blank_columns = 0
        self.filled = False
        self.cell_repeat = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A table, row, cell or paragraph begins."""
        if name == "table:table":
            self.rows = self.blank_rows = 0
        elif name == "table:table-row":
            self.repeat = _repeat(attributes.get("table:number-rows-repeated"))
            self.columns = self.blank_columns = 0
            self.filled = False
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.cell_repeat = _repeat(attributes.get("table:number-columns-repeated"))
            if "office:value-type" in attributes:
                self._fill()
            else:
                self.blank_columns += self.cell_repeat

    def _fill(self) -> None:
        self.columns += self.blank_columns + self.cell_repeat
        self.blank_columns = 0
        self.filled = True
        if self.columns > COLUMNS_MAX:
            raise too_big()

    def end(self, name: str) -> None:
        """A row ends: it counts as often as it is repeated, with the blank ones before it."""
        if name != "table:table-row":
            return
        if not self.filled:
            self.blank_rows += self.repeat
            return
        self.rows += self.blank_rows + self.repeat
        self.blank_rows = 0
        if self.rows > ROWS_MAX:
            raise too_big()


def _repeat(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() and len(text) < 10 else 1
