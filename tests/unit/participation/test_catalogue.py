"""The catalogue of releases, what is stored of them, and that what was told stays told."""

import json

import pytest
from hypothesis import given, strategies as st

from timebank.domain.categories import CATEGORIES
from timebank.domain.channels import Channel
from timebank.participation.catalogue import (
    AGE_BANDS,
    FAMILIES,
    FAVOURS,
    GIVERS,
    OF_A_QUARTER,
    OF_A_YEAR,
    OF_THE_PUBLIC,
    RECEIVERS,
    WAYS,
    WHOLE,
    age_band_of,
    family_of,
    frames_of,
    language_of,
    way_of,
)
from timebank.participation.disclosure.audiences import PARTNER
from timebank.participation.disclosure.carrying import in_line
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.figures import first_figures
from timebank.participation.disclosure.gate import pass_gate
from timebank.participation.disclosure.storing import checksum_of, drafts_from, told_json, truth_json
from timebank.participation.disclosure.tables import ALL, MINUTES, THINGS, Table
from timebank.participation.periods import month_of, quarter_of, year_of

QUARTERS = [quarter_of(2025, number) for number in (1, 2, 3, 4)]


def table(period, people, hours=None):
    """A table of favours whose groups hold these many givers and receivers, and all of them together."""
    figures = {}
    for group, count in zip(FAMILIES, people, strict=True):
        for measure in (GIVERS, RECEIVERS):
            figures[measure, WHOLE, group] = count
        figures[MINUTES, WHOLE, group] = 60 * (count if hours is None else min(hours, count * 24))
        figures[THINGS, WHOLE, group] = 2 * count
    for measure in (GIVERS, RECEIVERS):
        figures[measure, WHOLE, ALL] = max(people)
    return Table(FAVOURS, period, figures)


def test_quarters_and_years_have_their_tables_and_nothing_else_has():
    assert frames_of(QUARTERS[2]) == OF_A_QUARTER
    assert frames_of(year_of(2025)) == OF_A_YEAR
    with pytest.raises(ValueError, match="quarters and years"):
        frames_of(month_of(2025, 1))


def test_every_kind_of_help_has_a_group():
    assert {family_of(code) for code in (*CATEGORIES, "own_knitting", "")} == set(FAMILIES)
    assert {way_of(channel) for channel in Channel} == set(WAYS)
    assert [language_of(code) for code in ("nl", "fr", "ar")] == ["nl", "fr", "else"]


def test_ages_are_those_reached_in_the_year():
    bands = [age_band_of(born, 2025) for born in (1961, 1960, 1950, 1940, None)]
    assert bands == list(AGE_BANDS)


def test_the_public_s_tables_are_the_partner_s():
    assert {frame.name for frame in OF_A_YEAR} >= OF_THE_PUBLIC


def test_what_is_stored_reads_back_as_it_was():
    drafts, _record = pass_gate([table(QUARTERS[0], [30, 20, 12, 3, 0, 11])], [], PARTNER)
    told = json.loads(json.dumps([told_json(each.released) for each in drafts]))
    truths = json.loads(json.dumps([truth_json(each.table) for each in drafts]))
    assert drafts_from(told, truths) == drafts


def test_the_checksum_is_the_same_whatever_the_order_of_the_keys():
    assert checksum_of({"a": 1, "b": "é"}) == checksum_of({"b": "é", "a": 1})
    assert checksum_of({"a": 1}) != checksum_of({"a": 2})


counts = st.lists(st.integers(0, 40), min_size=len(FAMILIES), max_size=len(FAMILIES))


@given(told=st.lists(counts, min_size=1, max_size=4), year=counts)
def test_a_year_never_contradicts_the_quarters_that_were_told(told, year):
    history = []
    for period, people in zip(QUARTERS, told, strict=False):
        quarter = table(period, people)
        history.append(Draft(quarter, first_figures(quarter, PARTNER)))
    fitted = in_line(table(year_of(2025), year), history)
    # The gate refuses what contradicts its history: it holds the truth against every rule.
    pass_gate([fitted], history_through_the_gate(history), PARTNER)


def history_through_the_gate(history):
    passed = []
    for draft in history:
        passed += pass_gate([draft.table], passed, PARTNER)[0]
    return passed


def test_a_table_without_told_parts_stays_as_it_is():
    year = table(year_of(2025), [30, 20, 12, 3, 0, 11])
    assert in_line(year, []) is year
