import pytest

from timebank.matching.places import Cell, cell_at, metres_between

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
