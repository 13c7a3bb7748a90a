"""A file that would fill the memory is refused at once, however small it comes and whatever it states."""

import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.unit.sheets.workbooks import ods, row, xlsx, zipped
from timebank.sheets.extent import CELLS_MAX, COLUMNS_MAX, TEXT_MAX
from timebank.sheets.guards import PARTS_MAX, UNPACKED_MAX
from timebank.sheets.reading import read_sheet
from timebank.sheets.rows import SheetError

CELL = "<c><v>1</v></c>"
FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
ODS_CELL = '<table:table-cell office:value-type="float" office:value="1"{}/>'
ODS_COLUMNS = ' table:number-columns-repeated="{}"'
SAME_TEXT = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
SHARED = f"<si><t>{'x' * 100_000}</t></si>"
SOUND = xlsx(row("Datum", "Gever", "Ontvanger", "Uren") + row("1/2/2026", "Ana", "Ben", "1"))
READ = """
import pathlib, resource, sys
from timebank.sheets.reading import read_sheet
from timebank.sheets.rows import SheetError
content = pathlib.Path(sys.argv[1]).read_bytes()
before = resource.getrusage(resource.RUSAGE_SELF)
try:
    read_sheet(content, "x")
except SheetError as error:
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(error.error_code, seconds, (after.ru_maxrss - before.ru_maxrss) // 1024)
"""
"""Reads the file in a process of its own, and prints why it is refused, in how many seconds and MiB."""


def bomb() -> bytes:
    """A zip whose sheet unpacks to far more than its directory states."""
    content = bytearray(xlsx(" " * (UNPACKED_MAX + 1)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        offset = archive.start_dir
    while (offset := content.find(b"PK\x01\x02", offset)) >= 0:
        content[offset + 24 : offset + 28] = (100).to_bytes(4, "little")
        offset += 4
    return bytes(content)


def repeated(row_repeat: int, cells: str) -> bytes:
    return ods(f'<table:table-row table:number-rows-repeated="{row_repeat}">{cells}</table:table-row>')


TOO_BIG = {
    "a bomb that lies": bomb,
    "a million columns": lambda: xlsx(f"<row>{CELL * 1_000_000}</row>"),
    "a cell far right": lambda: xlsx(FIRST + '<row r="2"><c r="XFD2"><v>1</v></c></row>'),
    "a cell far below": lambda: xlsx(FIRST + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    "a row far below, its cell without a place": lambda: xlsx(FIRST + f'<row r="1048576">{CELL}</row>'),
    "two cells with millions between": lambda: xlsx(
        FIRST + '<row r="240000"><c r="GR240000"><v>1</v></c></row>'
    ),
    "one text in many cells": lambda: xlsx(SAME_TEXT * 6, shared=SHARED),
    "a million columns in .ods": lambda: repeated(1, ODS_CELL.format(ODS_COLUMNS.format(1_000_000))),
    "rows times columns in .ods": lambda: repeated(200_000, ODS_CELL.format(ODS_COLUMNS.format(COLUMNS_MAX))),
    "a number of rows beyond all numbers": lambda: repeated(10**30, ODS_CELL.format("")),
    "a cell without its type": lambda: repeated(
        1, f'<table:table-cell office:value="1"{ODS_COLUMNS.format(1_000_000)}/>'
    ),
    "a long text repeated": lambda: repeated(
        10_000,
        f'<table:table-cell office:value-type="string"><text:p>{"y" * 10_000}</text:p></table:table-cell>',
    ),
    "a run of blanks": lambda: repeated(
        1,
        f'<table:table-cell office:value-type="string"><text:p><text:s text:c="{TEXT_MAX + 1}"/></text:p>'
        "</table:table-cell>",
    ),
    "too many parts": lambda: zipped({f"{number}.xml": "<a/>" for number in range(PARTS_MAX + 1)}),
    "a .csv of a million columns": lambda: b";" * 1_000_000,
    "a .csv of too many cells": lambda: (b";" * (COLUMNS_MAX - 1) + b"\n") * (CELLS_MAX // COLUMNS_MAX + 1),
}
UNREADABLE = {
    "a sheet in an odd folder": lambda: xlsx(FIRST, target="elsewhere/sheet{}.xml"),
    "an old binary workbook": lambda: zipped({"xl/workbook.bin": "\x83"}),
    "a zip of something else": lambda: zipped({"photo.txt": "hello"}),
    "a document type": lambda: zipped({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
}


@pytest.mark.parametrize("name", [*TOO_BIG, *UNREADABLE])
def test_it_is_refused_within_a_second_and_with_little_memory(name: str, tmp_path: Path) -> None:
    made = TOO_BIG.get(name) or UNREADABLE[name]
    path = tmp_path / "sheet"
    path.write_bytes(made())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True, preexec_fn=_limit
    )
    code, seconds, mebibytes = done.stdout.split()
    assert code == ("sheet_too_big" if name in TOO_BIG else "sheet_unreadable")
    assert float(seconds) < 1
    assert int(mebibytes) < 64


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        sheet = read_sheet(bytes(content), "x")
    except SheetError:
        return
    assert len(sheet.header) <= COLUMNS_MAX


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_no_spreadsheet_uses_is_refused(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(SheetError):
        read_sheet(out.getvalue(), "x")


def test_blank_cells_far_out_and_empty_columns_are_free() -> None:
    far = '<row r="2"><c r="A2"><v>1</v></c><c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    assert len(read_sheet(xlsx(FIRST + far), "x").rows) == 1
    blanks = f"<table:table-cell{ODS_COLUMNS.format(16_000)}/>"
    table = f"<table:table-row>{ODS_CELL.format('')}{blanks}</table:table-row>" * 2
    below = f'<table:table-row table:number-rows-repeated="1048000">{blanks}</table:table-row>'
    assert len(read_sheet(ods(table + below), "x").rows) == 1


def test_a_hidden_sheet_is_passed_over_and_the_best_header_wins() -> None:
    header, other = row("Datum", "Gever", "Ontvanger", "Uren"), row("Lees mij", "eerst")
    secret = row("Datum", "Gever", "Ontvanger", "Uren", "Opmerking")
    sheet = read_sheet(xlsx(secret, other, header + row("1/2/2026", "Ana", "Ben", "1"), hidden=1), "x")
    assert (sheet.name, sheet.sheet_names) == ("S3", ("S2", "S3"))
    assert len(sheet.rows) == 1
    assert read_sheet(xlsx(secret, other, header, hidden=1), "x", name="S2").header == ("Lees mij", "eerst")


def test_a_workbook_with_nothing_to_see_is_refused() -> None:
    with pytest.raises(SheetError):
        read_sheet(xlsx(row("Datum"), hidden=1), "x")
