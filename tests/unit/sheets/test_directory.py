"""Services from a sheet: columns in three languages, faults by row, and a sheet that travels in a form."""

import json
from datetime import date

import pytest

from timebank.sheets.columns import ENTRY_FIELDS, fields_of, guess_columns, missing_columns
from timebank.sheets.directory import CARRIED_MAX, carried, carry, parse_entry_rows
from timebank.sheets.reading import Sheet, read_sheet
from timebank.sheets.rows import EntryRow, SheetError

TODAY = date(2026, 11, 23)


def rows_of(text: str) -> tuple[EntryRow, ...]:
    sheet = read_sheet(text.encode(), "diensten.csv")
    found = parse_entry_rows(sheet, guess_columns(sheet.header, "directory"), today=TODAY)
    assert found.faults == ()
    return found.rows


@pytest.mark.parametrize(
    "header",
    [
        "Naam;Soort;Wat;Voor wie;Talen;Telefoon;E-mail;Website;Adres;Gebied;Openingsuren",
        "Nom;Type;Description;Pour qui;Langues;Téléphone;Courriel;Site web;Adresse;Zone;Heures d'ouverture",
        "Name;Kind;What;For whom;Languages;Phone;E-mail;Web page;Address;Area;Opening hours",
    ],
)
def test_the_columns_are_known_in_three_languages(header: str) -> None:
    columns = guess_columns(tuple(header.split(";")), "directory")
    expected = [name for name in ENTRY_FIELDS if not name.startswith(("hours", "owner", "checked", "notes"))]
    assert [name for name in columns if not name.startswith("hours")] == expected
    assert len(columns) == 11
    assert missing_columns(columns, "directory") == ()
    assert missing_columns({}, "directory") == ("name",)
    assert set(columns) <= set(fields_of("directory"))


def test_a_row_is_read_as_people_write_it() -> None:
    (row,) = rows_of(
        "Sociale kaart 2026\n\n"
        "Naam;Soort;Wat;Talen;Telefoon;Openingsuren;Horaires;Nagekeken op\n"
        "Zenne;thuisverpleging, voetverzorging;Wondzorg;Nederlands en frans;025558010;7-20 u;7h-20h;3/11/2026\n"
    )
    assert row == EntryRow(
        row=4,
        name="Zenne",
        kinds=("home_nursing",),
        what="Wondzorg, voetverzorging",
        languages=("nl", "fr"),
        phone="02 555 80 10",
        hours=(("nl", "7-20 u"), ("fr", "7h-20h")),
        checked_on=date(2026, 11, 3),
    )


@pytest.mark.parametrize("number", ["106", "1722", "02 555 80 10 of 0470 55 50 10"])
def test_short_and_double_numbers_stay_as_they_are(number: str) -> None:
    assert rows_of(f"Naam;Telefoon\nLijn;{number}\n")[0].phone == number


def test_what_is_wrong_is_told_by_row_and_the_others_are_read() -> None:
    sheet = read_sheet(
        b"Naam;Telefoon;Talen;Nagekeken op\n;02 1;nl;\nA;1;Klingon;\nB;1;nl;31/2/2026\nC;1;nl;1/1/2027\nD;1;;\n",
        "x.csv",
    )
    found = parse_entry_rows(sheet, guess_columns(sheet.header, "directory"), today=TODAY)
    assert [(fault.row, fault.code) for fault in found.faults] == [
        (2, "name_missing"),
        (3, "language_not_known"),
        (4, "date_impossible"),
        (5, "date_future"),
    ]
    assert (found.count, [row.name for row in found.rows]) == (5, ["D"])


def test_a_sheet_travels_and_comes_back_the_same() -> None:
    sheet = read_sheet('Titel\nNaam;Telefoon\nDe "Zenne" & zoon é;106\n'.encode(), "x.csv")
    back = carried(carry(sheet))
    assert (back.header, back.first_row) == (sheet.header, sheet.first_row)
    assert [list(row) for row in back.rows] == [list(row) for row in sheet.rows]


def test_a_sheet_that_is_too_long_to_travel_is_refused() -> None:
    with pytest.raises(SheetError) as caught:
        carry(Sheet(("Naam",), (["x" * 3000],) * (CARRIED_MAX // 3000 + 1)))
    assert caught.value.error_code == "sheet_too_long"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[1, 2, 3]", '["x", [], []]', "[" * 5000, '[1, ["a"], [1]]']
)
def test_what_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(SheetError):
        carried(text)


def test_a_form_can_t_smuggle_more_columns_in() -> None:
    back = carried(json.dumps([2, ["Naam"], [["x"] * 5000]]))
    assert len(back.rows[0]) <= 200
