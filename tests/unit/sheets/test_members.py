"""Members come in with their whole name, their own number, and the year in which they were born."""

import datetime as dt

import pytest

from timebank.sheets import elas, timeoverflow
from timebank.sheets.columns import guess_columns
from timebank.sheets.members import parse_member_rows
from timebank.sheets.reading import read_sheet
from timebank.sheets.rows import MemberRows

TODAY = dt.date(2026, 11, 23)


def read(header: str, *rows: str) -> MemberRows:
    sheet = read_sheet("\n".join([header, *rows]).encode(), "members.csv")
    return parse_member_rows(sheet, guess_columns(sheet.header, "members"), today=TODAY)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Nr;Naam;Voornaam", "1;Van den Berg;Ana"),
        ("Nr;Nom;Prénom", "1;Van den Berg;Ana"),
        ("Nr;Naam", "1;Ana Van den Berg"),
        ("Nr;Nom", "1;Ana Van den Berg"),
        ("Nr;Naam;Voornaam", "1;Ana Van den Berg;Ana"),
        ("Nr;Naam;Voornaam", "1;Van den Berg Ana;Ana"),
        ("Nr;Familienaam;Voornaam", "1;Van den Berg;Ana"),
    ],
)
def test_no_part_of_a_name_is_lost_whatever_the_columns(header, row):
    (found,) = read(header, row).rows
    assert (found.given_name, found.family_name) == ("Ana", "Van den Berg")


@pytest.mark.parametrize(
    ("said", "year"), [("1944", 1944), ("3/4/1944", 1944), ("3/4/44", 1944), ("3 april 44", 1944), ("", None)]
)
def test_a_day_of_birth_is_kept_as_its_year(said, year):
    (found,) = read("Nr;Naam;Geboortedatum", f"1;Ana;{said}").rows
    assert (found.birth_year, found.warnings) == (year, ())


def test_two_rows_of_one_number_are_one_member_and_a_fault_in_every_format():
    sheet = read_sheet(b"Nr;Naam\n4;Ana\n4;Ben\n", "members.csv")
    users = read_sheet(b"id,name\n4,Ana\n4,Ben\n", "users.csv")
    plain = timeoverflow.headerless(b"4,,Ana\n4,,Ben\n", "members.csv")
    for found in (
        parse_member_rows(sheet, guess_columns(sheet.header, "members"), today=TODAY),
        elas.user_rows(users),
        timeoverflow.import_member_rows(plain, today=TODAY),
        timeoverflow.report_member_rows(sheet, today=TODAY),
    ):
        assert [row.given_name for row in found.rows] == ["Ana"]
        assert [fault.code for fault in found.faults] == ["number_twice"]


@pytest.mark.parametrize("number", ["0", "-3", "12a", "99999999999"])
def test_what_is_no_member_number_is_a_fault_and_not_the_next_number(number):
    users = elas.user_rows(read_sheet(f"id,name\n{number},Ana\n".encode(), "users.csv"))
    plain = timeoverflow.import_member_rows(
        timeoverflow.headerless(f"{number},,Ana\n".encode(), "members.csv"), today=TODAY
    )
    for found in (read("Nr;Naam", f"{number};Ana"), users, plain):
        assert [fault.code for fault in found.faults] == ["number_invalid"]
