"""Areas in which figures are told, and tables by area that are together the table of the whole."""

import random

import pytest

from timebank.participation.catalogue import FAVOURS, GIVERS, WHOLE, favours_by_area
from timebank.participation.disclosure.carrying import split_in_line
from timebank.participation.disclosure.merging import areas_to_tell
from timebank.participation.disclosure.tables import ALL, MINUTES, Table
from timebank.participation.periods import year_of


def test_small_areas_go_up_and_what_belongs_to_nothing_larger_is_the_rest():
    homes = {"West": 400, "Canal": 300, "Harbour": 20, "Lock": 5, "Dam": 180}
    part_of = {"harbour": "Water", "DAM": "water", "Lock": "Lock", "West": "canal", "Canal": "west"}
    told = areas_to_tell(homes, part_of, least=200, rest="elsewhere")
    assert told == {"West": "West", "Canal": "Canal", "Harbour": "Water", "Dam": "Water", "Lock": "elsewhere"}


@pytest.mark.parametrize("seed", range(40))
def test_areas_are_together_the_whole_whatever_was_told_before(seed):
    draw = random.Random(seed)
    frame = favours_by_area(("a", "b"))
    leaves, groups = frame.leaves, frame.groups
    figures, whole = {}, {}
    for measure in (*frame.counts, MINUTES):
        for leaf in leaves:
            row = [draw.choice((0, 0, 1, 5, 12)) for _ in groups]
            figures |= {(measure, leaf, group): each for group, each in zip(groups, row, strict=True)}
            figures[measure, leaf, ALL] = draw.randint(max(row), sum(row))
        row = [draw.choice((0, 1, 7, 20)) for _ in groups]
        whole |= {(measure, WHOLE, group): each for group, each in zip(groups, row, strict=True)}
        whole[measure, WHOLE, ALL] = draw.randint(max(row), sum(row))
    for group in groups:
        if not whole[GIVERS, WHOLE, group]:
            whole[MINUTES, WHOLE, group] = 0
    year = Table(FAVOURS, year_of(2026), whole)
    fitted = split_in_line(Table(frame, year_of(2026), figures), [year])
    for measure in frame.measures:
        for group in (*groups, ALL):
            parts = sum(fitted.true_figure(measure, (leaf, group)) for leaf in leaves)
            assert parts == year.true_figure(measure, (WHOLE, group))
    for measure in frame.counts:
        for leaf in leaves:
            row = [fitted.figures[measure, leaf, group] for group in groups]
            assert max(row) <= fitted.figures[measure, leaf, ALL] <= sum(row)
    assert all(
        fitted.figures[GIVERS, leaf, group] or not fitted.figures[MINUTES, leaf, group]
        for leaf in leaves
        for group in groups
    )
