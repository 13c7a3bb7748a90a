"""A row of a sheet of favours becomes what its coordinator meant, or a fault, and never something else."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from timebank.sheets.columns import guess_columns, missing_columns
from timebank.sheets.favours import parse_favour_rows
from timebank.sheets.matching import Roster, RosterEntry
from timebank.sheets.reading import read_sheet
from timebank.sheets.rows import FavourRows, SheetError

TODAY = dt.date(2026, 11, 23)
ROSTER = Roster([RosterEntry(1, "Ana", "Peeters"), RosterEntry(2, "Zoë", "d'Hôte"), RosterEntry(3, "Ben")])


def read(header: str, *rows: str, roster: Roster = ROSTER) -> FavourRows:
    sheet = read_sheet("\n".join([header, *rows]).encode(), "favours.csv")
    return parse_favour_rows(sheet, guess_columns(sheet.header, "favours"), roster, today=TODAY)


@pytest.mark.parametrize(
    ("hours", "minutes", "expected"),
    [
        ("1", "30", 90), ("0", "45", 45), ("2", "0", 120), ("1,5", "90", 90), ("1,5", "", 90), ("", "90", 90),
        ("1u30", "90", 90), ("1", "60", 60),
    ],
)  # fmt: skip
def test_hours_and_minutes_in_two_columns_are_read_together(hours, minutes, expected):
    found = read("Datum;Gever;Ontvanger;Uren;Minuten", f"1/2/2026;Ana Peeters;Ben;{hours};{minutes}")
    assert [row.minutes for row in found.rows] == [expected]


@pytest.mark.parametrize(("hours", "minutes"), [("1,5", "30"), ("2", "90"), ("1u", "30")])
def test_two_columns_that_do_not_agree_are_a_fault(hours, minutes):
    found = read("Datum;Gever;Ontvanger;Uren;Minuten", f"1/2/2026;Ana Peeters;Ben;{hours};{minutes}")
    assert [fault.code for fault in found.faults] == ["duration_two_ways"]


def test_a_choice_of_someone_who_is_no_member_here_settles_nothing():
    roster = Roster([RosterEntry(1, "Ana"), RosterEntry(2, "Ben")], {"Jan": 99})
    found = read("Datum;Gever;Ontvanger;Uren", "1/2/2026;Jan;Ben;1", roster=roster)
    assert [fault.code for fault in found.faults] == ["giver_unknown"]


@pytest.mark.parametrize("name", ["D'HÔTE ZOË", "  zoe   d’hote ", "Zoe\u0308 d'Hôte", "Zoë d'Hôte (2)", "2"])
def test_a_name_is_known_reversed_shouted_blank_and_bare(name):
    found = read("Datum;Gever;Ontvanger;Uren", f"1/2/2026;{name};Ben;1")
    assert [row.giver for row in found.rows] == [2]


words = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["1,5", "1u30", "-1", "24:00", "90", "05/06", "1/2/2026", "Ana Peeters"]
)


@given(row=st.lists(words, min_size=4, max_size=4))
def test_whatever_stands_in_a_row_it_is_a_favour_or_a_fault(row):
    cells = ['"' + word.replace('"', '""') + '"' for word in row]
    try:
        found = read("Datum;Gever;Ontvanger;Uren", ";".join(cells))
    except SheetError:  # a zero byte makes it no text at all
        return
    assert len(found.rows) + len(found.faults) == found.count <= 1
    for each in found.rows:
        assert 1 <= each.minutes <= 1440
        assert dt.date(1980, 1, 1) <= each.done_on <= TODAY
        assert each.giver != each.receiver


def test_a_fault_says_the_row_and_what_stood_there():
    (fault,) = read("Datum;Gever;Ontvanger;Uren", "05/06;Ana Peeters;Ben;1").faults
    assert (fault.row, fault.code, fault.values[0]) == (2, "date_without_year", "05/06")


@pytest.mark.parametrize(
    "header",
    [
        ("Date", "Donné par", "Reçu par", "Durée"),
        ("Datum", "Gegeven door", "Ontvangen door", "Duur"),
        ("DATE", "Helped by", "Who was helped", "Time"),
    ],
)
def test_who_gave_and_who_received_is_told_by_many_headers(header):
    columns = guess_columns(header, "favours")
    assert missing_columns(columns, "favours") == ()
    assert (columns["giver"], columns["receiver"]) == (1, 2)
