"""Places as 100 m cells: near enough to say who lives close by, too coarse to show a front door.

A cell is a square of the grid that the equirectangular projection around Brussels makes; its two
whole numbers are stored, the coordinates it came from are not (MATCHING.md 5f: 3 m a trip are lost).
"""

import math
import re
from dataclasses import dataclass

from timebank.domain.errors import InvalidInputError

CELL_METRES = 100
_METRES_PER_DEGREE = 111_320.0
_LATITUDE_OF_GRID = 50.85
_DETOUR = 1.3
"""Streets against a straight line (MATCHING.md 2c)."""
_METRES_PER_MINUTE_ON_FOOT = 60
"""Someone of 75 walks a kilometre in about 17 minutes."""


@dataclass(frozen=True, order=True)
class Cell:
    """One square of the grid: ``x`` counts cells to the east, ``y`` to the north, of 0°N 0°E."""

    x: int
    y: int


def cell_at(latitude: float, longitude: float) -> Cell:
    """The cell of a point in degrees (WGS 84)."""
    x = longitude * _METRES_PER_DEGREE * math.cos(math.radians(_LATITUDE_OF_GRID))
    return Cell(math.floor(x / CELL_METRES), math.floor(latitude * _METRES_PER_DEGREE / CELL_METRES))


def metres_between(a: Cell, b: Cell) -> int:
    """How far apart two cells are along the streets, in metres; neighbours in one cell are 50 m apart."""
    straight = math.hypot(a.x - b.x, a.y - b.y) * CELL_METRES
    return round(max(straight, CELL_METRES / 2) * _DETOUR)


def walking_minutes(metres: int) -> int:
    """How long an older person walks over ``metres``, in minutes, at least 1."""
    return max(1, round(metres / _METRES_PER_MINUTE_ON_FOOT))


def parse_point(said: str) -> Cell | None:
    """The cell of a point as any map shows it ('50.8993, 4.3875'); None for an empty text.

    Raises:
        InvalidInputError: code ``point_not_understood``.
    """
    if not said.strip():
        return None
    numbers = re.fullmatch(r"\s*(-?\d{1,2}[.,]\d+)\s*[;,\s]\s*(-?\d{1,3}[.,]\d+)\s*", said)
    if numbers:
        latitude, longitude = (float(number.replace(",", ".")) for number in numbers.groups())
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return cell_at(latitude, longitude)
    raise InvalidInputError(
        "point_not_understood",
        "Write the place as a map shows it: latitude and longitude, such as 50.8993, 4.3875.",
        field="point",
    )
