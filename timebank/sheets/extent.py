"""How far the cells of a workbook reach, told from its XML before any of them is kept.

A reader lays out every cell between the first and the last, and writes a repeated text out as often as
it is repeated. So each scan follows where a reader would put a cell, and how much text that makes.
"""

import re
from array import array
from xml.parsers import expat

from timebank.sheets.rows import SheetError

COLUMNS_MAX = 200
ROWS_MAX = 250_000
CELLS_MAX = 2_000_000
"""The most cells between the first and the last one, blank ones too: about 200 MB once they are read."""
TEXT_MAX = 50_000_000
"""The most characters of all cells together, a shared or repeated text counted each time."""
_PLACE = re.compile(r"([A-Z]{1,4})([0-9]{1,9})")


def too_big() -> SheetError:
    """The sheet holds more than a sheet of favours can."""
    return SheetError(
        "sheet_too_big",
        "This file is too big: at most {columns} columns and {rows} rows. "
        "Split it and bring in one part after another.",
        columns=COLUMNS_MAX,
        rows=ROWS_MAX,
    )


class Scan:
    """One part of a workbook, read as it comes by; what it isn't told to follow it passes over."""

    def parser(self) -> expat.XMLParserType:
        """A parser that tells this scan what it meets."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.said
        return parser

    def start(self, name: str, _attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def said(self, text: str) -> None:
        """Some text stands there."""


class SharedStrings(Scan):
    """The texts that cells of an .xlsx share, by their length."""

    def __init__(self) -> None:
        self.lengths = array("L")

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """A text begins."""
        if _plain(name) == "si":
            self.lengths.append(0)
            if len(self.lengths) > CELLS_MAX:
                raise too_big()

    def said(self, text: str) -> None:
        """A piece of it."""
        if self.lengths:
            self.lengths[-1] += len(text)


class Worksheet(Scan):
    """A sheet of an .xlsx. A cell without a place stands behind the one before; a blank one is free."""

    def __init__(self, strings: SharedStrings) -> None:
        self._lengths = strings.lengths
        self._row = self._column = self._right = self._bottom = 0
        self._cells = self._length = 0
        self._shared = False
        self._index = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, or what stands in it."""
        tag = _plain(name)
        if tag == "c":
            self._cell(attributes)
        elif tag in ("v", "is", "f"):
            self._fill()
        elif tag == "row":
            self._row = _count(attributes.get("r"), self._row + 1)
            self._column = 0

    def said(self, text: str) -> None:
        """Which of the shared texts it is."""
        if self._shared:
            self._index += text

    def end(self, name: str) -> None:
        """A cell's value ends."""
        if self._shared and _plain(name) == "v":
            place = _count(self._index.strip(), -1)
            self._length += self._lengths[place] if 0 <= place < len(self._lengths) else 0
            self._shared = False
            if self._length > TEXT_MAX:
                raise too_big()

    def _cell(self, attributes: dict[str, str]) -> None:
        self._cells += 1
        self._column += 1
        self._shared, self._index = attributes.get("t") == "s", ""
        if "r" in attributes:
            place = _PLACE.fullmatch(attributes["r"])
            if place is None:
                raise SheetError
            self._column, self._row = _column(place[1]), int(place[2])
        if self._cells > CELLS_MAX:
            raise too_big()

    def _fill(self) -> None:
        self._right, self._bottom = max(self._right, self._column), max(self._bottom, self._row)
        _check_reach(self._right, self._bottom)


class Document(Scan):
    """The content of an .ods: trailing blanks, however often repeated, are free."""

    def __init__(self) -> None:
        self._rows = self._blank_rows = self._right = 0
        self._row_repeat = self._cell_repeat = 1
        self._columns = self._blank_columns = 0
        self._filled = False
        self._length = self._row_length = self._cell_length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A table, row, cell or run of blanks begins."""
        if name == "table:table":
            self._rows = self._blank_rows = self._right = 0
        elif name == "table:table-row":
            self._row_repeat = _count(attributes.get("table:number-rows-repeated"), 1)
            self._columns = self._blank_columns = self._row_length = 0
            self._filled = False
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)
        elif name == "text:s":
            self._cell_length += _count(attributes.get("text:c"), 1)

    def said(self, text: str) -> None:
        """A piece of a cell's text."""
        self._cell_length += len(text)

    def end(self, name: str) -> None:
        """A cell or row ends: it counts as often as it is repeated, with the blank ones before it."""
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._row_length += self._cell_length * self._cell_repeat
        elif name == "table:table-row" and not self._filled:
            self._blank_rows += self._row_repeat
        elif name == "table:table-row":
            self._rows += self._blank_rows + self._row_repeat
            self._blank_rows = 0
            self._right = max(self._right, self._columns)
            self._length += self._row_length * self._row_repeat
            _check_reach(self._right, self._rows)
            if self._length > TEXT_MAX:
                raise too_big()

    def _cell(self, attributes: dict[str, str]) -> None:
        self._cell_repeat = _count(attributes.get("table:number-columns-repeated"), 1)
        self._cell_length = len(attributes.get("office:string-value", ""))
        if not any(each.startswith("office:") or each == "table:formula" for each in attributes):
            self._blank_columns += self._cell_repeat
            return
        self._columns += self._blank_columns + self._cell_repeat
        self._blank_columns = 0
        self._filled = True
        _check_reach(self._columns, 1)


def _check_reach(columns: int, rows: int) -> None:
    if columns > COLUMNS_MAX or rows > ROWS_MAX or columns * rows > CELLS_MAX:
        raise too_big()


def _refuse_doctype(*_declared: object) -> None:
    """A spreadsheet has no document type; one that has may blow entities up."""
    raise SheetError


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _count(text: str | None, otherwise: int) -> int:
    """A whole number that a file states; one of more than 18 figures counts as 18 of them."""
    return int(text[:18]) if text and text.isascii() and text.isdigit() else otherwise
