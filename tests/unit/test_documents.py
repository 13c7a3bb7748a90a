"""Tables to keep: what stands in them is read back as it was, and no spreadsheet runs it."""

import csv
import io
import zipfile
from datetime import date

import pytest
import python_calamine
from hypothesis import given, settings, strategies as st

from timebank.documents.sheets import as_csv, as_xlsx

HEADER = ["Day", "What", "Minutes"]
EVIL = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("http://x.be")', "{=1}",
    "http://example.org", "mailto:a@b.be", "internal:A1", "=cmd|' /C calc'!A0",
)  # fmt: skip
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)


@pytest.mark.parametrize("text", EVIL)
def test_a_csv_cell_never_begins_as_a_formula(text: str) -> None:
    rows = list(
        csv.reader(io.StringIO(as_csv([text], [[text]]).decode("utf-8-sig"), newline=""), delimiter=";")
    )
    for row in rows:
        assert row[0].removeprefix("'") == text
        assert row[0][0] not in "=+-@\t\r\n＝"


@pytest.mark.parametrize("text", EVIL)
def test_an_xlsx_cell_is_text_and_no_formula_or_link(text: str) -> None:
    content = as_xlsx("My hours", [text], [[text]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert sheet.count('t="s"') == 2


@settings(max_examples=40)
@given(rows=st.lists(st.tuples(st.dates(date(1990, 1, 1)), words, st.integers(-99_999, 99_999)), max_size=4))
def test_what_is_kept_is_read_back(rows: list[tuple[date, str, int]]) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx("A", HEADER, rows)))
    kept = book.get_sheet_by_index(0).to_python()[1:]
    assert [(day, what, int(minutes)) for day, what, minutes in kept] == rows
    table = list(csv.reader(io.StringIO(as_csv(HEADER, rows).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [(row[0], int(row[2])) for row in table[1:]] == [
        (f"{day}", minutes) for day, _what, minutes in rows
    ]
