"""Population figures: brought in as a sheet, year by year, and read as plain mappings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.models.population import Grouping, PopulationFigure
from timebank.orm import insert_rows, table_of
from timebank.participation.ages import AGE_MAX, BANDS, OLD_FROM, band_name
from timebank.participation.counted import Beside
from timebank.participation.working_out import NOTHING_BESIDE
from timebank.services.audit import write_down
from timebank.sheets.columns import Columns, guess_columns, missing_columns
from timebank.sheets.population import PopulationRow, parse_population_rows
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault


@dataclass(frozen=True)
class Population:
    """The figures of one year. ``inhabitants`` are by grouping ('age_band', 'language', 'gender_words', 'area')
    and group; ``homes`` and ``part_of`` are by area, as ``disclosure.merging.merge_small`` takes them."""

    year: int
    sources: tuple[str, ...]
    inhabitants: Mapping[str, Mapping[str, int]]
    inhabitants_65: int
    homes: Mapping[str, int] = field(default_factory=dict)
    part_of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PopulationLook:
    """What a sheet holds and what would come of it; ``replaced`` figures of its years would go."""

    columns: Columns
    missing: tuple[str, ...]
    count: int
    rows: tuple[PopulationRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    replaced: int = 0


def look_at_population(
    session: Session, antenna_id: int, sheet: Sheet, *, actor: Actor, now: datetime
) -> PopulationLook:
    """Read the sheet and write nothing.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id) or actor is SYSTEM, actor, antenna_id)
    require_full_rights(actor)
    columns = guess_columns(sheet.header, "population")
    missing = missing_columns(columns, "population")
    if missing:
        return PopulationLook(columns, missing, len(sheet.rows))
    found = parse_population_rows(sheet, columns, today=local_day(now, antenna.timezone))
    there = session.scalar(
        select(func.count())
        .select_from(PopulationFigure)
        .where(PopulationFigure.antenna_id == antenna_id)
        .where(PopulationFigure.year.in_({row.year for row in found.rows}))
    )
    return PopulationLook(columns, (), found.count, found.rows, found.faults, there or 0)


def import_population(session: Session, antenna_id: int, sheet: Sheet, *, actor: Actor, now: datetime) -> int:
    """Look once more inside this transaction, and put every good row in place of its year's; how many.

    Raises:
        InvalidInputError: ``population_columns`` or ``nothing_to_add``.
    """
    look = look_at_population(session, antenna_id, sheet, actor=actor, now=now)
    if look.missing:
        raise InvalidInputError(
            "population_columns",
            "The sheet needs columns for the area, the inhabitants, the source and the year.",
            field="file",
        )
    if not look.rows:
        raise InvalidInputError("nothing_to_add", "There is no row that can be added.")
    session.execute(
        delete(PopulationFigure)
        .where(PopulationFigure.antenna_id == antenna_id)
        .where(PopulationFigure.year.in_({row.year for row in look.rows})),
        execution_options={"synchronize_session": False},
    )
    insert_rows(session, table_of(PopulationFigure), [_values(antenna_id, row, now) for row in look.rows])
    count = {"count": len(look.rows)}
    write_down(session, "import_population", actor=actor, now=now, antenna_id=antenna_id, detail=count)
    session.flush()
    return len(look.rows)


def population_years(session: Session, antenna_id: int, *, actor: Actor) -> tuple[tuple[int, int], ...]:
    """(year, how many figures), newest first, for the antenna's coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    rows = session.execute(
        select(PopulationFigure.year, func.count())
        .where(PopulationFigure.antenna_id == antenna_id)
        .group_by(PopulationFigure.year)
        .order_by(PopulationFigure.year.desc())
    )
    return tuple((row[0], row[1]) for row in rows)


def population_of(session: Session, antenna_id: int, *, year: int) -> Population | None:
    """The newest figures of ``year`` or before, or None. Areas that lie in one another count once.

    Within a grouping an area is left out where another one is a part of it.
    """
    newest = session.scalar(
        select(func.max(PopulationFigure.year)).where(
            PopulationFigure.antenna_id == antenna_id, PopulationFigure.year <= year
        )
    )
    if newest is None:
        return None
    rows = session.scalars(
        select(PopulationFigure)
        .where(PopulationFigure.antenna_id == antenna_id, PopulationFigure.year == newest)
        .order_by(PopulationFigure.id)
    ).all()
    smallest = {grouping: _smallest(rows, grouping) for grouping in Grouping}
    ages = _added(smallest[Grouping.AGE_BAND])
    everybody = smallest[Grouping.ALL]
    return Population(
        year=newest,
        sources=tuple(dict.fromkeys(row.source for row in rows)),
        inhabitants={
            "age_band": _in_bands(ages),
            "language": _added(smallest[Grouping.LANGUAGE]),
            "gender_words": _added(smallest[Grouping.GENDER_WORDS]),
            "area": {row.area: row.inhabitants for row in everybody},
        },
        inhabitants_65=_old(ages),
        homes={row.area: row.homes for row in everybody if row.homes is not None},
        part_of={row.area: row.part_of for row in rows if row.part_of},
    )


def inhabitants_beside(session: Session, antenna_id: int, *, year: int) -> Beside:
    """Who lives there, to lay beside the members; nothing where no figures of ``year`` or before are kept."""
    found = population_of(session, antenna_id, year=year)
    if found is None:
        return NOTHING_BESIDE
    # An area of the sheet is a street or a sector: whichever it is, members are counted under its name.
    inhabitants = {**found.inhabitants, "sector": found.inhabitants["area"]}
    return Beside(inhabitants=inhabitants, inhabitants_65=found.inhabitants_65)


def _smallest(rows: Iterable[PopulationFigure], grouping: Grouping) -> list[PopulationFigure]:
    """The rows of this grouping whose area has no part with figures of its own."""
    own = [row for row in rows if row.grouping is grouping]
    around = {fold_name(row.part_of) for row in own if row.part_of}
    return [row for row in own if fold_name(row.area) not in around]


def _added(rows: Iterable[PopulationFigure]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        found[row.group_name] = found.get(row.group_name, 0) + row.inhabitants
    return found


def _in_bands(ages: Mapping[str, int]) -> dict[str, int]:
    """The bands of ``BANDS``; one that lies across two of them counts in none."""
    found: dict[str, int] = {}
    for name, people in ages.items():
        low, high = _ends(name)
        for first, last in BANDS:
            if first <= low and high <= last:
                band = band_name(first, last)
                found[band] = found.get(band, 0) + people
    return found


def _old(ages: Mapping[str, int]) -> int:
    """People of 65 and older: a row that says just that, else the bands from there on."""
    told = ages.get(f"{OLD_FROM}+")
    return told if told is not None else sum(n for name, n in ages.items() if _ends(name)[0] >= OLD_FROM)


def _ends(band: str) -> tuple[int, int]:
    low, _dash, high = band.removesuffix("+").partition("-")
    return int(low), int(high) if high else AGE_MAX


def _values(antenna_id: int, row: PopulationRow, now: datetime) -> dict[str, object]:
    group = row.language or row.age_band or row.gender_words
    grouping = Grouping.GENDER_WORDS if row.gender_words else Grouping.ALL
    grouping = Grouping.LANGUAGE if row.language else Grouping.AGE_BAND if row.age_band else grouping
    return {
        "antenna_id": antenna_id,
        "year": row.year,
        "area": row.area,
        "part_of": row.part_of,
        "grouping": grouping.value,
        "group_name": group,
        "inhabitants": row.inhabitants,
        "homes": row.homes,
        "source": row.source,
        "brought_in_at": now,
    }
