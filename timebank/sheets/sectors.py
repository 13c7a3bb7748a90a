"""Streets and their statistical sectors from a sheet."""

from dataclasses import dataclass, replace

from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name
from timebank.sheets.cells import text_of
from timebank.sheets.population import NAME_MAX
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault


@dataclass(frozen=True)
class SectorRow:
    """One street, and the sector in which it lies."""

    row: int
    street: str
    sector: str

    @property
    def key(self) -> str:
        """By which an address finds its street."""
        return fold_name(self.street)


@dataclass(frozen=True)
class SectorRows:
    """The good rows and the faults of a sheet; ``count`` is how many rows held anything."""

    count: int
    rows: tuple[SectorRow, ...]
    faults: tuple[Fault, ...]


def parse_sector_rows(sheet: Sheet, columns: dict[str, int]) -> SectorRows:
    """Each street once, and every row that can't be taken, with why.

    A list of addresses may name a street many times. In two sectors it can't be: people's house numbers don't
    say on which side of it they live.
    """
    found: dict[str, SectorRow] = {}
    spelled: dict[str, str] = {}
    faults: list[Fault] = []
    count = 0
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        texts = [text_of(cell) for cell in cells]
        if not any(texts):
            continue
        count += 1
        try:
            row = _row(number, texts, columns)
            row = replace(row, sector=spelled.setdefault(fold_name(row.sector), row.sector))
            other = found.setdefault(row.key, row)
            if other.sector != row.sector:
                raise InvalidInputError(
                    "street_twice", "Row {other} puts this street in another sector.", other=other.row
                )
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(texts)))
    return SectorRows(count, tuple(found.values()), tuple(faults))


def _row(number: int, texts: list[str], columns: dict[str, int]) -> SectorRow:
    street, sector = (
        texts[place][:NAME_MAX] if place < len(texts) else ""
        for place in (columns["street"], columns["sector"])
    )
    if not fold_name(street):
        raise InvalidInputError("street_missing", "There is no street in this row.")
    if not fold_name(sector):
        raise InvalidInputError("sector_missing", "There is no sector in this row.")
    return SectorRow(number, street, sector)
