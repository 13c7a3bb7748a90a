"""Population figures from a sheet: an area, a group in it or everybody, inhabitants, homes, source and year."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.names import fold_name
from timebank.sheets.cells import text_of, whole_of
from timebank.sheets.directory import spoken_language
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault

NAME_MAX = 80
SOURCE_MAX = 120
YEAR_FIRST = 1990
INHABITANTS_MAX = 20_000_000
_BAND = re.compile(r"(\d{1,3}) ?(?:-|–|/|tot|a|à|to|tot en met) ?(\d{1,3})(?: jaar| ans| years)?")
_OPEN_BAND = re.compile(
    r"(\d{1,3}) ?(?:\+|jaar en ouder|en ouder|ans et plus|et plus|years and older|and older)"
)


@dataclass(frozen=True)
class PopulationRow:
    """What a row says. At most one of ``language``, ``age_band`` and ``gender_words`` is filled."""

    row: int
    area: str
    inhabitants: int
    source: str
    year: int
    part_of: str = ""
    language: str = ""
    age_band: str = ""
    gender_words: str = ""
    homes: int | None = None

    @property
    def place(self) -> tuple[int, str, str, str, str]:
        """What only one row can be about."""
        return self.year, fold_name(self.area), self.language, self.age_band, fold_name(self.gender_words)


@dataclass(frozen=True)
class PopulationRows:
    """The good rows and the faults of a sheet; ``count`` is how many rows held anything."""

    count: int
    rows: tuple[PopulationRow, ...]
    faults: tuple[Fault, ...]


def parse_population_rows(sheet: Sheet, columns: dict[str, int], *, today: dt.date) -> PopulationRows:
    """Every figure that the sheet tells, and every row that can't be taken, with why."""
    rows: list[PopulationRow] = []
    faults: list[Fault] = []
    seen: dict[tuple[int, str, str, str, str], int] = {}
    count = 0
    for number, cells in enumerate(sheet.rows, sheet.first_row):
        if not any(text_of(cell) for cell in cells):
            continue
        count += 1
        try:
            row = _figure(number, cells, columns, today)
            other = seen.setdefault(row.place, number)
            if other != number:
                raise InvalidInputError("figure_twice", "Row {other} says this already.", other=other)
            rows.append(row)
        except TimebankError as error:
            faults.append(Fault.of(number, error, tuple(text_of(cell) for cell in cells)))
    return PopulationRows(count, tuple(rows), tuple(faults))


def _figure(number: int, cells: Sequence[Any], columns: dict[str, int], today: dt.date) -> PopulationRow:
    def words(name: str) -> str:
        place = columns.get(name)
        return text_of(cells[place]) if place is not None and place < len(cells) else ""

    area, part_of = words("area")[:NAME_MAX], words("part_of")[:NAME_MAX]
    if not area:
        raise InvalidInputError("area_missing", "There is no area in this row.")
    if sum(1 for name in ("language", "age_band", "gender_words") if words(name)) > 1:
        raise InvalidInputError(
            "group_two", "A row counts one group: a language, an age band or a gender, not two of them."
        )
    year = whole_of(words("year"))
    if year is None or not YEAR_FIRST <= year <= today.year:
        raise InvalidInputError("year_not_known", "Write the year of the figures, such as 2025.")
    source = words("source")[:SOURCE_MAX]
    if not source:
        raise InvalidInputError("source_missing", "Say where the figures come from.")
    grouped = any(words(name) for name in ("language", "age_band", "gender_words"))
    return PopulationRow(
        row=number,
        area=area,
        part_of="" if fold_name(part_of) == fold_name(area) else part_of,
        language=spoken_language(words("language")) if words("language") else "",
        age_band=age_band_of(words("age_band")),
        gender_words=words("gender_words")[:NAME_MAX],
        inhabitants=_count(words("inhabitants")),
        homes=_count(words("homes")) if words("homes") and not grouped else None,
        source=source,
        year=year,
    )


def age_band_of(text: str) -> str:
    """The band that the words mean, as '65-74' or '85+'; empty for none.

    Raises:
        InvalidInputError: ``age_band_not_known``.
    """
    said = text.strip().lower()
    if not said:
        return ""
    if match := _OPEN_BAND.fullmatch(said):
        return f"{int(match[1])}+"
    match = _BAND.fullmatch(said)
    if match is None or int(match[1]) > int(match[2]):
        raise InvalidInputError(
            "age_band_not_known", "Write the ages like 65-74 or 85+: {said}.", said=text[:40]
        )
    return f"{int(match[1])}-{int(match[2])}"


def _count(text: str) -> int:
    """A whole number, also with a blank, point or comma between the thousands."""
    number = re.sub(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}(?:\D|$))", "", text)
    found = whole_of(number)
    if found is None or found > INHABITANTS_MAX:
        raise InvalidInputError("count_not_understood", "This isn't a whole number: {said}.", said=text[:40])
    return found
