"""The yearly report's figures: what was released and nothing more, under eight headings, with a checksum."""

from dataclasses import replace

from tests.unit.reporting import CONTENT, YEAR, content_of, shown
from timebank.participation.disclosure.figures import FEW, WITHHELD
from timebank.participation.yearly import LINES, TASKS, Block, ReportLine, checksum_of, from_json, to_json


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
    assert [each.code for each in CONTENT.first_page][:3] == ["members", "receivers", "hours"]
    assert CONTENT.of_task(9) == ("givers", "partners")
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
