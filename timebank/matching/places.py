"""Places as cells of about 100 m: near enough for distances, too coarse for a doorbell.

A cell costs 3 m of accuracy a trip (docs/matching.md), so an exact position is never asked for.
"""

from math import asin, cos, floor, radians, sin, sqrt
from typing import NamedTuple

ROW_DEGREES = 0.0009
"""100 m from south to north."""
COLUMN_DEGREES = 0.0014
"""98 m from west to east at the latitude of Brussels."""
EARTH_DIAMETER_METRES = 12_742_018
DETOUR = 1.3
"""How much longer a way through streets is than a straight line; on foot in cities about 1.2 to 1.3."""


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
    north = radians((one.row - other.row) * ROW_DEGREES)
    east = radians((one.column - other.column) * COLUMN_DEGREES)
    latitudes = cos(radians((one.row + 0.5) * ROW_DEGREES)) * cos(radians((other.row + 0.5) * ROW_DEGREES))
    chord = sin(north / 2) ** 2 + latitudes * sin(east / 2) ** 2
    return round(EARTH_DIAMETER_METRES * asin(sqrt(chord)) * DETOUR)
