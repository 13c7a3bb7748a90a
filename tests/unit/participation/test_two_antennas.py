"""The sheets of two antennas give the figures that were worked out for them beforehand."""

import json
from datetime import date

import pytest

from tests.architecture.sources import ROOT
from timebank.participation.activity import active_count
from timebank.participation.facts import FavourFact
from timebank.participation.ledger_health import hours_agree
from timebank.participation.reciprocity import system_reciprocity, two_way_share
from timebank.participation.totals import member_totals
from timebank.sheets.columns import guess_columns
from timebank.sheets.favours import parse_favour_rows
from timebank.sheets.matching import Roster, RosterEntry
from timebank.sheets.members import parse_member_rows
from timebank.sheets.reading import read_sheet

SHEETS = ROOT / "tests" / "data" / "sheets"
TODAY = date(2026, 11, 23)


def facts_of(members, favours):
    people = read_sheet((SHEETS / members).read_bytes(), members)
    rows = parse_member_rows(people, guess_columns(people.header, "members"), today=TODAY).rows
    roster = Roster([RosterEntry(row.number, row.given_name, row.family_name) for row in rows])
    sheet = read_sheet((SHEETS / favours).read_bytes(), favours)
    told = parse_favour_rows(sheet, guess_columns(sheet.header, "favours"), roster, today=TODAY).rows
    once = {row.likeness: row for row in reversed(told)}.values()
    return [FavourFact(row.giver, row.receiver or None, row.minutes, row.done_on, TODAY) for row in once]


@pytest.mark.parametrize(
    ("name", "members", "favours"),
    [
        ("heembeek", "heembeek-members.xlsx", "heembeek-favours.xlsx"),
        ("marolles", "marolles-members.ods", "marolles-favours.ods"),
    ],
)
def test_a_year_of_an_antenna_has_the_expected_indicators(name, members, favours):
    expected = json.loads((SHEETS / f"{name}-expected.json").read_text())
    facts = facts_of(members, favours)
    totals = member_totals(facts)
    found = {
        "givers": sum(each.gave for each in totals),
        "receivers": sum(each.received for each in totals),
        "two_way": sum(each.gave and each.received for each in totals),
        "active": active_count(totals),
        "system_reciprocity": round(system_reciprocity(totals), 6),
    }
    assert len(facts) == expected["favours"]
    assert found == expected["indicators"]
    assert two_way_share(totals) == found["two_way"] / found["active"]
    balances = {str(each.member_id): each.given_minutes - each.received_minutes for each in totals}
    assert balances == {
        number: minutes for number, minutes in expected["balance_minutes"].items() if number in balances
    }
    given, received = (
        [getattr(each, side) for each in totals] for side in ("given_minutes", "received_minutes")
    )
    assert hours_agree(given, received, expected["minutes"])
