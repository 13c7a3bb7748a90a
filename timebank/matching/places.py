"""Places as cells of about 100 m: near enough for distances, too coarse for a doorbell.

A cell costs 3 m of accuracy a trip (docs/matching.md), so an exact position is never asked for.
"""

from functools import lru_cache
from math import asin, cos, floor, radians, sin, sqrt
from typing import NamedTuple

ROW_DEGREES = 0.0009
"""100 m from south to north."""
COLUMN_DEGREES = 0.0014
"""98 m from west to east at the latitude of Brussels."""
EARTH_DIAMETER_METRES = 12_742_018
DETOUR = 1.3
"""How much longer a way through streets is than a straight line; on foot in cities about 1.2 to 1.3."""

_METRES = EARTH_DIAMETER_METRES * DETOUR
_HALF_ROW, _HALF_COLUMN = radians(ROW_DEGREES) / 2, radians(COLUMN_DEGREES) / 2


class Cell(NamedTuple):
    """A square of about 100 m, by its row from the equator and its column from Greenwich."""

    row: int
    column: int

    @property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the middle, in degrees."""
        return (self.row + 0.5) * ROW_DEGREES, (self.column + 0.5) * COLUMN_DEGREES


def cell_at(latitude: float, longitude: float) -> Cell:
    """The cell of a position in degrees."""
    return Cell(floor(latitude / ROW_DEGREES), floor(longitude / COLUMN_DEGREES))


def metres_between(one: Cell, other: Cell) -> int:
    """The way between the middles of two cells: great circle (haversine) times ``DETOUR``."""
    row, column = one
    other_row, other_column = other
    north = sin((row - other_row) * _HALF_ROW)
    east = sin((column - other_column) * _HALF_COLUMN)
    chord = north * north + _cosine_of_row(row) * _cosine_of_row(other_row) * east * east
    return round(_METRES * asin(sqrt(chord)))


def least_metres(cell: Cell) -> tuple[int, int]:
    """How long the way to another cell is at least, for each row and for each column between the two.

    Columns run together towards the poles. Up to 75 degrees and within 100 km, the farthest that anybody
    goes, they do so by less than what is left off here.
    """
    return floor(_METRES * _HALF_ROW), floor(0.95 * _METRES * _HALF_COLUMN * _cosine_of_row(cell.row))


@lru_cache(maxsize=4096)
def _cosine_of_row(row: int) -> float:
    return cos(radians((row + 0.5) * ROW_DEGREES))
