"""Which street lies in which statistical sector: brought in as a sheet, and the areas in which figures are told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require, require_full_rights
from timebank.models.antenna import Antenna, Area, AreaKind
from timebank.models.population import StreetSector
from timebank.orm import insert_rows, table_of
from timebank.participation.catalogue import ELSEWHERE, HOMES_LEAST
from timebank.participation.disclosure.merging import areas_to_tell
from timebank.services.audit import write_down
from timebank.services.measuring.population import population_of
from timebank.sheets.columns import Columns, guess_columns, missing_columns
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault
from timebank.sheets.sectors import SectorRow, parse_sector_rows


@dataclass(frozen=True)
class SectorLook:
    """What a sheet holds and what would come of it; ``replaced`` streets of an earlier one would go."""

    columns: Columns
    missing: tuple[str, ...]
    count: int
    rows: tuple[SectorRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    replaced: int = 0


@dataclass(frozen=True)
class ToldAreas:
    """The areas in which figures of an antenna can leave it; fewer than two are no areas.

    ``by_street`` has the area of each street as ``fold_name`` writes it.
    """

    names: tuple[str, ...] = ()
    by_street: Mapping[str, str] = field(default_factory=dict)

    def area_of(self, street: str) -> str:
        """Where someone of this street is counted."""
        area = self.by_street.get(fold_name(street), ELSEWHERE)
        return area if area in self.names else ELSEWHERE


NO_AREAS = ToldAreas()


def look_at_sectors(session: Session, antenna_id: int, sheet: Sheet, *, actor: Actor) -> SectorLook:
    """Read the sheet and write nothing.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    if session.get(Antenna, antenna_id) is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id) or actor is SYSTEM, actor, antenna_id)
    require_full_rights(actor)
    columns = guess_columns(sheet.header, "sectors")
    missing = missing_columns(columns, "sectors")
    if missing:
        return SectorLook(columns, missing, len(sheet.rows))
    found = parse_sector_rows(sheet, columns)
    there = session.scalar(
        select(func.count()).select_from(StreetSector).where(StreetSector.antenna_id == antenna_id)
    )
    return SectorLook(columns, (), found.count, found.rows, found.faults, there or 0)


def import_sectors(session: Session, antenna_id: int, sheet: Sheet, *, actor: Actor, now: datetime) -> int:
    """Look once more inside this transaction, and put every good row in place of all earlier ones; how many.

    Raises:
        InvalidInputError: ``sector_columns`` or ``nothing_to_add``.
    """
    look = look_at_sectors(session, antenna_id, sheet, actor=actor)
    if look.missing:
        raise InvalidInputError(
            "sector_columns", "The sheet needs a column for the street and one for its sector.", field="file"
        )
    if not look.rows:
        raise InvalidInputError("nothing_to_add", "There is no row that can be added.")
    session.execute(
        delete(StreetSector).where(StreetSector.antenna_id == antenna_id),
        execution_options={"synchronize_session": False},
    )
    kept = [
        {
            "antenna_id": antenna_id,
            "street": row.street,
            "street_key": row.key,
            "sector": row.sector,
            "brought_in_at": now,
        }
        for row in look.rows
    ]
    insert_rows(session, table_of(StreetSector), kept)
    count = {"count": len(kept)}
    write_down(session, "import_sectors", actor=actor, now=now, antenna_id=antenna_id, detail=count)
    session.flush()
    return len(kept)


def sectors_of(session: Session, antenna_id: int, *, actor: Actor) -> Mapping[str, tuple[str, ...]]:
    """Each sector with its streets, by name, for the antenna's coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    found: dict[str, list[str]] = {}
    query = select(StreetSector.sector, StreetSector.street).where(StreetSector.antenna_id == antenna_id)
    for sector, street in session.execute(query.order_by(StreetSector.sector, StreetSector.street)):
        found.setdefault(sector, []).append(street)
    return {sector: tuple(streets) for sector, streets in found.items()}


def sectors_by_street(session: Session, antenna_ids: Collection[int]) -> Mapping[tuple[int, str], str]:
    """The sector of each (antenna, street as ``fold_name`` writes it)."""
    query = select(StreetSector.antenna_id, StreetSector.street_key, StreetSector.sector)
    rows = session.execute(query.where(StreetSector.antenna_id.in_(antenna_ids)))
    return {(antenna_id, key): sector for antenna_id, key, sector in rows}


def told_areas(session: Session, antenna_id: int, *, year: int) -> ToldAreas:
    """Sectors, or streets that no sheet puts in one, each with homes enough or merged into what lies around it.

    Of the streets of the sheet and of the antenna's own list; homes are those of the population figures of the year
    or before. Where someone lives decides nothing.
    """
    population = population_of(session, antenna_id, year=year)
    if population is None or not population.homes:
        return NO_AREAS
    told = areas_to_tell(population.homes, population.part_of, least=HOMES_LEAST, rest=ELSEWHERE)
    placed = {fold_name(place): area for place, area in told.items()}
    own = session.scalars(
        select(Area.name).where(Area.antenna_id == antenna_id, Area.kind == AreaKind.STREET)
    )
    sectors = {key: sector for (_antenna, key), sector in sectors_by_street(session, [antenna_id]).items()}
    by_street = {}
    for street in {*sectors, *map(fold_name, own)}:
        place = next((each for each in (fold_name(sectors.get(street, "")), street) if each in placed), None)
        if place is not None:
            by_street[street] = placed[place]
    names = tuple(sorted(set(by_street.values()) - {ELSEWHERE}))
    return ToldAreas(names, by_street) if len(names) > 1 else NO_AREAS
