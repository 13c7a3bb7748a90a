"""Refusing files that would fill the memory, before any of their cells is kept.

A spreadsheet is a zip of XML. Its parts are unpacked once, piece by piece and counted, whatever
sizes its directory states, and ``extent`` follows how far their cells reach.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from xml.parsers import expat

from timebank.sheets.extent import Document, Scan, SharedStrings, Worksheet, too_big
from timebank.sheets.rows import SheetError

FILE_MAX = 64 * 1024 * 1024
"""The most bytes of a file as it comes."""
UNPACKED_MAX = 160 * 1024 * 1024
"""The most bytes of all its parts together, unpacked."""
PARTS_MAX = 2000
DAMAGES = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError,
    RuntimeError, ValueError, LookupError, EOFError, OSError,
)  # fmt: skip
"""All that reading a damaged or protected zip raises: its directory can point anywhere."""
_PIECE = 1 << 18
_STRINGS = "xl/sharedstrings.xml"
_SHEETS = ("worksheets/", "chartsheets/", "dialogsheets/", "macrosheets/")
"""The folders in which every program keeps the sheets of an .xlsx; a sheet elsewhere is refused."""


class _Names(Scan):
    """Where an .xlsx says that its sheets are: the parts that its workbook names."""

    def __init__(self) -> None:
        self._sheets: set[str] = set()
        self._targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A sheet of the workbook, or the part to which an id of it leads."""
        if name.rpartition(":")[2] == "sheet":
            self._sheets.update(value for key, value in attributes.items() if key.endswith(":id"))
        elif "Target" in attributes:
            self._targets[attributes.get("Id", "")] = attributes["Target"]

    def check(self) -> None:
        """Refuse a sheet outside the folders whose parts are scanned.

        Raises:
            SheetError: there is one.
        """
        for target in (self._targets.get(each, "") for each in self._sheets):
            name = _name(target).removeprefix("/").removeprefix("xl/")
            if not (name.startswith(_SHEETS) and name.endswith(".xml")):
                raise SheetError


def check_zip(content: bytes) -> None:
    """Unpack every part once without keeping it.

    Raises:
        SheetError: ``sheet_too_big``, or ``sheet_unreadable`` for a damaged or protected file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive)
    except DAMAGES as error:
        raise SheetError from error


def unpack(content: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """The files of these names in a zip, in whatever folder; together at most ``FILE_MAX`` bytes.

    Raises:
        SheetError: ``sheet_too_big`` or ``sheet_unreadable``.
    """
    found: dict[str, bytes] = {}
    left = FILE_MAX
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > PARTS_MAX:
                raise too_big()
            for part in archive.infolist():
                name = _name(part.filename).rpartition("/")[2]
                if name not in names or name in found:
                    continue
                _check_packing(part)
                with archive.open(part) as stream:
                    found[name] = stream.read(left + 1)
                left -= len(found[name])
                if left < 0:
                    raise too_big()
    except DAMAGES as error:
        raise SheetError from error
    return found


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = sorted(archive.infolist(), key=lambda part: _name(part.filename) != _STRINGS)
    if len(parts) > PARTS_MAX or sum(part.file_size for part in parts) > UNPACKED_MAX:
        raise too_big()
    if not {"xl/workbook.xml", "content.xml"} & {_name(part.filename) for part in parts}:
        raise SheetError
    names, strings, left = _Names(), SharedStrings(), UNPACKED_MAX
    for part in parts:
        _check_packing(part)
        left -= _check_part(archive, part, left, _scan_for(_name(part.filename), names, strings))
    names.check()


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, scan: Scan | None) -> int:
    """Count a part's real bytes while they go by its scan; the number of bytes."""
    parser = None if scan is None else scan.parser()
    part.file_size = UNPACKED_MAX * 2  # what the directory states may be a lie; the stream's end isn't
    taken = 0
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            taken += len(piece)
            if taken > left:
                raise too_big()
            if parser is not None:
                parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by position
    if parser is not None:
        parser.Parse(b"", True)  # noqa: FBT003 - as above
    return taken


def _check_packing(part: zipfile.ZipInfo) -> None:
    """Refuse the ways of packing that no spreadsheet uses, and that take memory of their own."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SheetError


def _scan_for(name: str, names: _Names, strings: SharedStrings) -> Scan | None:
    if name == _STRINGS:
        return strings
    if name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        return names
    if name == "content.xml":
        return Document()
    if name.startswith(tuple(f"xl/{folder}" for folder in _SHEETS)) and name.endswith(".xml"):
        return Worksheet(strings)
    return Scan() if name.endswith(".xml") else None


def _name(name: str) -> str:
    """A part's name as the reader compares it, whatever its capitals and strokes."""
    return name.replace("\\", "/").lower()
