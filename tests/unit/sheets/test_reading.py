"""Sheets as coordinators save them: any usual encoding and separator, a title above, and no bomb."""

import csv
import io

import pytest
from hypothesis import given, settings, strategies as st

from timebank.sheets.columns import FAVOUR_FIELDS, guess_columns, missing_columns
from timebank.sheets.extent import COLUMNS_MAX, ROWS_MAX
from timebank.sheets.reading import read_sheet, read_table
from timebank.sheets.rows import SheetError

HEADERS = {
    "nl": ("Datum", "Wie hielp", "Wie kreeg hulp", "Duur", "Minuten", "Activiteit", "Opmerking"),
    "fr": ("Date", "Qui a aidé", "Qui a été aidé", "Durée", "Minutes", "Activité", "Remarque"),
    "en": ("Date", "Who helped", "Who was helped", "Time", "Minutes", "Category", "Note"),
}
ROW = (
    "3/1/2025",
    "Zoë Peeters",
    "François d'Hôte",
    "1,5",
    "90",
    "Boodschappen",
    'Zei "dank u"; à bientôt, René',
)
cells = st.text(st.characters(codec="cp1252", exclude_categories=["C"]), max_size=12)


def saved(rows: list[tuple[str, ...]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A CSV file as a spreadsheet saves it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("language", HEADERS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_whatever_its_separator_and_encoding(
    language: str, delimiter: str, encoding: str
) -> None:
    sheet = read_sheet(saved([HEADERS[language], ROW], delimiter, encoding), "favours.csv")
    assert sheet.header == HEADERS[language]
    assert [tuple(cells) for cells in sheet.rows] == [ROW]
    assert sheet.first_row == 2


@pytest.mark.parametrize("language", HEADERS)
def test_the_columns_are_guessed_in_every_language_and_order(language: str) -> None:
    header = HEADERS[language]
    assert guess_columns(header, "favours") == {name: place for place, name in enumerate(FAVOUR_FIELDS)}
    shouted = [f"  {title.upper()} " for title in reversed(header)]
    assert guess_columns(shouted, "favours") == {
        name: len(header) - 1 - place for place, name in enumerate(FAVOUR_FIELDS)
    }


def test_a_column_that_lacks_is_named() -> None:
    assert missing_columns(guess_columns(["Datum", "Gever"], "favours"), "favours") == ("receiver", "time")
    assert missing_columns(guess_columns(["Telefoon"], "members"), "members") == ("name",)
    assert missing_columns(guess_columns(["Naam"], "members"), "members") == ()


def test_a_title_above_the_header_is_passed_over_and_rows_keep_their_numbers() -> None:
    rows = [("BuurtPensioen Heembeek 2025",), (), HEADERS["nl"], ROW]
    sheet = read_sheet(saved(rows), "favours.csv")
    assert sheet.header == HEADERS["nl"]
    assert sheet.first_row == 4


@settings(max_examples=60)
@given(
    rows=st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5),
    delimiter=st.sampled_from([";", ",", "\t"]),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_whatever_stands_in_the_cells_comes_out_again(
    rows: list[tuple[str, ...]], delimiter: str, encoding: str
) -> None:
    table = [("Datum", "Gever", "Ontvanger"), *rows]
    found, _ = read_table(saved(table, delimiter, encoding), "favours.csv", delimiter=delimiter)
    assert [tuple(row) for row in found] == table


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet_empty"),
        (b"\n \n;;\n", "sheet_empty"),
        (b"PK\x03\x04 and then nothing", "sheet_unreadable"),
        (b"%PDF-1.7", "sheet_unreadable"),
        (b"\xd0\xcf\x11\xe0 an old .xls", "sheet_unreadable"),
        (b"\xff\xfea", "sheet_unreadable"),
        (b"a;b\x00c", "sheet_unreadable"),
        (b";" * (COLUMNS_MAX + 1), "sheet_too_big"),
        (b"a\n" * (ROWS_MAX + 1), "sheet_too_big"),
    ],
    ids=["nothing", "blanks", "broken", "pdf", "xls", "half a letter", "zero", "columns", "rows"],
)
def test_what_is_no_sheet_or_too_big_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(SheetError) as caught:
        read_sheet(content, "favours.csv")
    assert caught.value.error_code == code


@settings(max_examples=80)
@given(content=st.binary(max_size=60))
def test_no_bytes_at_all_can_do_more_than_be_refused(content: bytes) -> None:
    try:
        sheet = read_sheet(content, "favours.csv")
    except SheetError:
        return
    assert sheet.first_row >= 2


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert read_sheet(saved([HEADERS["fr"], ROW], ";", encoding), "favours.csv").header == HEADERS["fr"]


def test_a_note_over_several_lines_is_one_cell() -> None:
    note = 'twee regels\r\nen "nog" een; ja'
    sheet = read_sheet(saved([HEADERS["nl"], (*ROW[:6], note), ROW]), "favours.csv")
    assert [row[6] for row in sheet.rows] == [note, ROW[6]]


def test_a_quotation_mark_that_never_closes_is_named_and_loses_no_row() -> None:
    text = (
        "Datum;Gever;Ontvanger;Uren\n1/2/2026;Ana;Ben;1\n"
        + '2/2/2026;"Ana;Ben;1\n'
        + "3/2/2026;Ana;Ben;1\n" * 3
    )
    with pytest.raises(SheetError) as caught:
        read_sheet(text.encode(), "favours.csv")
    assert (caught.value.error_code, caught.value.params["row"]) == ("sheet_quotes", 3)
    with pytest.raises(SheetError, match="row 3"):
        read_sheet((text + "3/2/2026;Ana;Ben;1\n" * 20_000).encode(), "favours.csv")


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Datum hulp:|Naam gever|Naam ontvanger|Duur (uren)", "date giver receiver time"),
        ("DATE|Aidant|Personne aidée|Durée (min)", "date giver receiver minutes"),
        ("Date de l’aide|Donneur|Bénéficiaire|Nbre d'heures", "date giver receiver time"),
        ("Date|Giver|Receiver|Number of hours", "date giver receiver time"),
        ("Datum|Gever|Ontvanger|Duur in minuten", "date giver receiver minutes"),
    ],
)
def test_a_header_is_known_with_its_units_and_trimmings(header: str, found: str) -> None:
    assert list(guess_columns(header.split("|"), "favours")) == found.split()
