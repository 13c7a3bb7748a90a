import random

import pytest

from timebank.matching.places import Cell, cell_at, least_metres, metres_between

GRAND_PLACE, ATOMIUM = (50.8467, 4.3525), (50.8949, 4.3415)


def test_a_position_lies_in_its_cell():
    latitude, longitude = cell_at(*GRAND_PLACE).centre
    assert latitude == pytest.approx(GRAND_PLACE[0], abs=0.00046)
    assert longitude == pytest.approx(GRAND_PLACE[1], abs=0.00071)


def test_neighbouring_cells_are_about_a_hundred_metres_apart():
    here = cell_at(*GRAND_PLACE)
    assert metres_between(here, Cell(here.row + 1, here.column)) == pytest.approx(130, abs=2)
    assert metres_between(here, Cell(here.row, here.column + 1)) == pytest.approx(128, abs=2)
    assert metres_between(here, here) == 0


def test_the_way_is_a_third_longer_than_the_straight_line_and_the_same_both_ways():
    here, there = cell_at(*GRAND_PLACE), cell_at(*ATOMIUM)
    assert metres_between(here, there) == pytest.approx(1.3 * 5415, abs=130)
    assert metres_between(here, there) == metres_between(there, here)


@pytest.mark.parametrize("latitude", [-74.9, -33.0, 0.0, 50.85, 74.9])
def test_rows_and_columns_never_make_a_way_longer_than_it_is(latitude):
    draw, home = random.Random(7), cell_at(latitude, 4.35)
    a_row, a_column = least_metres(home)
    for _ in range(500):
        other = Cell(home.row + draw.randint(-700, 700), home.column + draw.randint(-700, 700))
        away = max(a_row * abs(other.row - home.row), a_column * abs(other.column - home.column))
        assert away <= metres_between(home, other)
