"""Bringing a sheet of services in: looked at first, then every good row in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, TimebankError
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, may_edit_directory, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.services.audit import write_down
from timebank.services.referring.directory import EntryDetails, add_entry, check_details, possible_owners
from timebank.services.referring.directory_lists import entries_of
from timebank.sheets.columns import Columns, guess_columns, missing_columns
from timebank.sheets.directory import parse_entry_rows
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import EntryRow, Fault


@dataclass(frozen=True)
class DirectoryLook:
    """What a sheet of services holds and what would come of it; nothing is written."""

    header: tuple[str, ...]
    columns: Columns
    missing: tuple[str, ...]
    count: int
    rows: tuple[EntryRow, ...] = ()
    doubles: tuple[EntryRow, ...] = ()
    faults: tuple[Fault, ...] = ()


def look_at_directory(
    session: Session,
    antenna_id: int,
    sheet: Sheet,
    columns: Columns | None,
    *,
    actor: Actor,
    now: datetime,
) -> DirectoryLook:
    """Read the sheet against this antenna's directory; ``columns`` overrides what the header says.

    A double has the name of a service that stands there already, or stood in an earlier row.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(may_edit_directory(actor, antenna_id) or actor is SYSTEM, actor, antenna_id)
    require_full_rights(actor)
    columns = guess_columns(sheet.header, "directory") if columns is None else columns
    missing = missing_columns(columns, "directory")
    if missing:
        return DirectoryLook(sheet.header, columns, missing, len(sheet.rows))
    found = parse_entry_rows(sheet, columns, today=local_day(now, antenna.timezone))
    good, faults = _tried(session, antenna, found.rows, actor, now)
    seen = {entry.sort_name for entry in entries_of(session, antenna_id) if entry.ended_on is None}
    rows: list[EntryRow] = []
    doubles: list[EntryRow] = []
    for row in good:
        (doubles if fold_name(row.name) in seen else rows).append(row)
        seen.add(fold_name(row.name))
    every = tuple(sorted((*found.faults, *faults), key=lambda fault: fault.row))
    return DirectoryLook(sheet.header, columns, (), found.count, tuple(rows), tuple(doubles), every)


def import_directory(
    session: Session,
    antenna_id: int,
    sheet: Sheet,
    columns: Columns | None,
    *,
    actor: Actor,
    now: datetime,
) -> int:
    """Look once more inside this transaction, and add every good row; how many.

    Raises:
        InvalidInputError: ``columns_missing`` or ``nothing_to_add``.
    """
    look = look_at_directory(session, antenna_id, sheet, columns, actor=actor, now=now)
    if look.missing:
        raise InvalidInputError("columns_missing", "Say first which column is what.")
    if not look.rows:
        raise InvalidInputError("nothing_to_add", "There is no row that can be added.")
    antenna = session.get_one(Antenna, antenna_id)
    owners = _owners(session, antenna_id, now)
    for row in look.rows:
        details = _details(row, owners, _owner_of(antenna, actor))
        add_entry(session, antenna_id, details, checked_on=row.checked_on, actor=actor, now=now)
    count = {"count": len(look.rows)}
    write_down(session, "import_directory", actor=actor, now=now, antenna_id=antenna_id, detail=count)
    session.flush()
    return len(look.rows)


def _tried(
    session: Session, antenna: Antenna, rows: tuple[EntryRow, ...], actor: Actor, now: datetime
) -> tuple[list[EntryRow], list[Fault]]:
    """(rows that the directory takes, faults of the others): each is tried, and none is kept."""
    owners, good, faults = _owners(session, antenna.id, now), [], []
    owner = _owner_of(antenna, actor)
    for row in rows:
        try:
            check_details(session, antenna.id, _details(row, owners, owner), actor=actor, now=now)
        except TimebankError as error:
            said = tuple(each for each in (row.name, row.phone, row.email, row.website) if each)
            faults.append(Fault.of(row.row, error, said))
        else:
            good.append(row)
    return good, faults


def _owners(session: Session, antenna_id: int, now: datetime) -> dict[str, int]:
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    people = possible_owners(session, antenna_id, today=today)
    return {fold_name(name): person_id for person_id, name in people.items()}


def _owner_of(antenna: Antenna, actor: Actor) -> str:
    """Who keeps a service right where the sheet doesn't say: who brings it in, or (by command) the antenna."""
    return antenna.name if actor is SYSTEM else ""


def _details(row: EntryRow, owners: dict[str, int], owner: str) -> EntryDetails:
    """A row as details; an owner who is a coordinator here is one, anyone else stays words."""
    owner_id = owners.get(fold_name(row.owner)) if row.owner else None
    return EntryDetails(
        name=row.name,
        kinds=row.kinds,
        what=row.what,
        for_whom=row.for_whom,
        languages=row.languages,
        phone=row.phone,
        email=row.email,
        website=row.website,
        address=row.address,
        area=row.area,
        hours=dict(row.hours),
        owner_id=owner_id,
        owner_words="" if owner_id is not None else row.owner or owner,
        notes=row.notes,
    )
