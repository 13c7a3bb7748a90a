"""Places of people, streets and destinations: given as a map shows them, kept as cells of about 100 m."""

import re
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError
from timebank.domain.names import fold_name
from timebank.matching.places import Cell, cell_at
from timebank.models.antenna import Area, AreaKind
from timebank.models.ask import Ask
from timebank.models.member import Person

_POINT = re.compile(r"\s*(-?\d{1,2}[.,]\d+)\s*[;,\s]\s*(-?\d{1,3}[.,]\d+)\s*")


class StreetCells:
    """The cells of an antenna's streets and buildings, read once and then asked for each person."""

    def __init__(self, session: Session, antenna_ids: frozenset[int]) -> None:
        rows = session.execute(
            select(Area.antenna_id, Area.name, Area.cell_row, Area.cell_column).where(
                Area.antenna_id.in_(antenna_ids),
                Area.kind != AreaKind.POSTAL_CODE,
                Area.cell_row.is_not(None),
            )
        )
        self._cells = {
            (area.antenna_id, fold_name(area.name)): Cell(area.cell_row, area.cell_column)
            for area in rows
            if area.cell_row is not None and area.cell_column is not None
        }

    def home_of(self, person: Person | Row[Any], antenna_id: int) -> Cell | None:
        """Where someone lives: their own cell, their building's, or their street's; None if unknown.

        ``person`` may be a row with these columns.
        """
        if person.cell_row is not None and person.cell_column is not None:
            return Cell(person.cell_row, person.cell_column)
        for name in (person.building, person.street):
            found = self._cells.get((antenna_id, fold_name(name)))
            if found is not None:
                return found
        return None

    def place_of(self, ask: Ask) -> Cell | None:
        """Where an ask's help begins: what was said with it, or where who asks lives."""
        if ask.cell_row is not None and ask.cell_column is not None:
            return Cell(ask.cell_row, ask.cell_column)
        return None if ask.member is None else self.home_of(ask.member.person, ask.antenna_id)


def destination_of(ask: Ask) -> Cell | None:
    """Where a lift goes to, if someone said it."""
    if ask.to_cell_row is None or ask.to_cell_column is None:
        return None
    return Cell(ask.to_cell_row, ask.to_cell_column)


def parse_point(said: str, field: str = "point") -> Cell | None:
    """The cell of a point as any map shows it ('50.8993, 4.3875'); None for an empty text.

    Raises:
        InvalidInputError: code ``point_not_understood``.
    """
    if not said.strip():
        return None
    numbers = _POINT.fullmatch(said)
    if numbers:
        latitude, longitude = (float(number.replace(",", ".")) for number in numbers.groups())
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return cell_at(latitude, longitude)
    raise InvalidInputError(
        "point_not_understood",
        "Write the place as a map shows it: latitude and longitude, such as 50.8993, 4.3875.",
        field=field,
    )


def say_point(cell: Cell | None) -> str:
    """A cell as ``parse_point`` reads it: the middle of its square."""
    if cell is None:
        return ""
    latitude, longitude = cell.centre
    return f"{latitude:.4f}, {longitude:.4f}"
