"""The yearly report's figures: what was released and nothing more, under eight headings, with a checksum."""

from dataclasses import replace

import pytest

from tests.unit.reporting import CONTENT, YEAR, content_of, shown, tables_of
from timebank.participation.catalogue import WHOLE, frames_of
from timebank.participation.disclosure.figures import FEW, WITHHELD, Released
from timebank.participation.disclosure.tables import ALL
from timebank.participation.periods import year_of
from timebank.participation.waits import LONGER, told_of_waits
from timebank.participation.yearly import (
    LINES,
    TASKS,
    Block,
    ReportLine,
    checksum_of,
    from_json,
    to_json,
    told_of,
)


def line(content, code, group=""):
    return next(each for each in content.lines if (each.code, each.group) == (code, group))


def test_a_line_has_the_released_figure_last_year_s_and_who_stand_behind_it():
    assert line(CONTENT, "hours") == ReportLine("hours", "", shown(24_000), shown(19_200), shown(120))
    assert line(CONTENT, "members") == ReportLine("members", "", shown(120), shown(100))
    assert line(CONTENT, "languages", "fr").now == FEW
    assert line(CONTENT, "referred").now == WITHHELD


def test_a_first_year_has_nothing_beside_it():
    assert {each.before for each in content_of(before=False).lines} == {None}


def test_each_heading_and_task_knows_its_lines():
    assert [each.code for each in CONTENT.blocks[Block.PARTNERSHIP]] == ["partners"]
    assert [each.code for each in CONTENT.first_page][:3] == ["members", "joined", "left"]
    assert CONTENT.of_task(9) == ("givers", "antenna_work", "partners")
    assert {task for kind in LINES.values() for task in kind.tasks} == set(TASKS)
    assert {kind.block for kind in LINES.values()} == set(Block)


def test_age_bands_stand_from_young_to_old():
    bands = ["under_65", "65_74", "75_84", "85_up", "not_said"]
    assert [each.group for each in CONTENT.of_code("ages")] == bands


def test_what_is_kept_is_read_back_and_its_checksum_tells_any_change():
    kept = to_json(CONTENT)
    assert from_json(kept) == CONTENT
    assert to_json(from_json(kept)) == kept
    assert checksum_of(to_json(replace(CONTENT, year=YEAR + 1))) != checksum_of(kept)


def tables(**asks):
    """The tables on waiting of a year in which all who asked did so by voice, with so many asks in each."""
    told = {}
    for frame in frames_of(year_of(YEAR)):
        value = asks.get(frame.name)
        figure = FEW if value is None else shown(value)
        cells = [(measure, (WHOLE, group)) for measure in frame.measures for group in (*frame.groups, ALL)]
        told[frame.name] = Released(frame, year_of(YEAR), dict.fromkeys(cells, figure))
    return told


@pytest.mark.parametrize(
    ("asks", "half", "most"),
    [
        ({"asks_made": 100, "asks_in_a_day": 50, "asks_in_three_days": 60, "asks_in_a_week": 90}, 1, 7),
        ({"asks_made": 100, "asks_in_a_day": 40, "asks_in_three_days": 60, "asks_in_a_week": 80}, 3, LONGER),
        ({"asks_made": 100, "asks_in_three_days": 30, "asks_in_a_week": 40}, LONGER, LONGER),
        ({"asks_made": 100, "asks_in_a_day": 40}, None, None),
        ({"asks_made": 0}, None, None),
        ({}, None, None),
    ],
)
def test_waiting_is_told_by_the_classes_that_were_released(asks, half, most):
    told = told_of_waits(tables(**asks))
    assert [told[code, ""].figure.value for code in ("half_found", "most_found")] == [half, most]


def test_paper_and_a_screen_stand_side_by_side_in_percents_of_rounded_asks():
    told = told_of_waits(tables(asks_made=90, asks_in_a_day=10, asks_in_three_days=60, asks_in_a_week=60))
    assert told["soon_by_channel", "screen"].figure == shown(67)
    assert told["soon_by_channel", "voice_or_paper"].behind == shown(90)
    assert told_of_waits(tables(asks_made=90))["soon_by_channel", "screen"].figure == FEW


def test_a_release_from_before_favours_were_counted_has_no_such_line():
    old = [
        replace(each, frame=replace(each.frame, with_things=False))
        for each in tables_of(YEAR, 120, 400)
        if each.frame.name in ("favours", "asks_ended", "asks_made", "members_by_language", "members_by_age")
    ]
    assert {"favours", "asks", "half_found", "joined", "gifts"}.isdisjoint(code for code, _ in told_of(old))
