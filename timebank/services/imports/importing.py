"""Bringing a sheet in: looked at first, booked in one transaction, taken back as a whole.

This module looks (what would happen); ``import_members``, ``import_favours``, ``import_posts`` and
``import_undo`` do.
"""

import hashlib
import uuid
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import fold_name
from timebank.domain.permissions import SYSTEM, Actor, may_see_books, require, require_full_rights
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.importing import ImportBatch, ImportKind, ImportState
from timebank.models.member import Member, Person
from timebank.services.giving.favours import LIVE_STATES
from timebank.services.imports.import_posts import post_roster, require_post_importer, sort_posts
from timebank.services.imports.import_reading import (
    Upload,
    favour_rows_of,
    member_rows_of,
    post_rows_of,
    sheet_of,
)
from timebank.sheets.matching import Roster, RosterEntry
from timebank.sheets.reading import Sheet
from timebank.sheets.rows import Fault, FavourRow, MemberRow, MemberRows, PostRow, split_doubles


@dataclass(frozen=True)
class Look:
    """What a file holds and what would come of it; nothing is written.

    ``sheet`` is the one that was read, ``sheet_names`` are all that a workbook shows.
    """

    header: tuple[str, ...]
    columns: dict[str, int]
    missing: tuple[str, ...]
    count: int
    members: tuple[MemberRow, ...] = ()
    favours: tuple[FavourRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    doubles: tuple[FavourRow | MemberRow | PostRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    sheet: str = ""
    sheet_names: tuple[str, ...] = ()

    @property
    def posted(self) -> int:
        """How many rows would be taken."""
        return len(self.members) + len(self.favours) + len(self.posts)

    def report(self) -> dict[str, Any]:
        """The counts and faults as the command prints them and the batch keeps them."""
        faults = [{"row": f.row, "code": f.code, "message": f.message} for f in self.faults]
        return {"rows": self.count, "posted": self.posted, "doubles": len(self.doubles), "faults": faults}


def look_at(session: Session, antenna_id: int, upload: Upload, *, actor: Actor, now: datetime) -> Look:
    """Read the file against this antenna's members and favours.

    Raises:
        SheetError: the file as a whole can't be read.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    antenna = require_importer(session, antenna_id, actor)
    if upload.kind is ImportKind.POSTS:
        require_post_importer(actor, antenna_id)
    today = local_day(now, antenna.timezone)
    sheet, contacts, columns, missing = sheet_of(upload)
    look = Look(
        sheet.header, columns, missing, len(sheet.rows), sheet=sheet.name, sheet_names=sheet.sheet_names
    )
    if missing:
        return look
    if upload.kind is ImportKind.MEMBERS:
        found = member_rows_of(upload, sheet, contacts, columns, today)
        return _look_at_members(session, antenna, look, found)
    if upload.kind is ImportKind.POSTS:
        return _look_at_posts(session, antenna, upload, look, sheet, today)
    return _look_at_favours(session, antenna, upload, look, sheet, today)


def require_importer(session: Session, antenna_id: int, actor: Actor) -> Antenna:
    """The antenna, for its coordinator, its treasurer or the operator's shell.

    Raises:
        NotAllowedError, NotFoundError: anyone else.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(actor is SYSTEM or may_see_books(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    return antenna


def new_batch(
    session: Session, antenna_id: int, upload: Upload, look: Look, *, actor: Actor, now: datetime
) -> ImportBatch:
    """The record of an upload; the file itself is kept only while it is looked at."""
    batch = ImportBatch(
        uid=uuid.uuid4(),
        antenna_id=antenna_id,
        kind=upload.kind,
        format=upload.format,
        state=ImportState.DRAFT,
        filename=upload.filename[-120:],
        checksum=hashlib.sha256(upload.content).hexdigest(),
        content=upload.content,
        mapping={
            "columns": dict(look.columns),
            "units_per_hour": upload.units_per_hour,
            "sheet": look.sheet,
        },
        choices=dict(upload.choices or {}),
        report=look.report(),
        uploaded_by_id=actor.person_id or None,
        uploaded_at=now,
    )
    session.add(batch)
    session.flush()
    return batch


def upload_of(batch: ImportBatch) -> Upload:
    """The upload behind a draft.

    Raises:
        InvalidInputError: code ``upload_gone`` a day later, or after it was booked.
    """
    if batch.content is None:
        raise InvalidInputError("upload_gone", "This file isn't kept any more. Choose it once more.")
    return Upload(
        kind=batch.kind,
        filename=batch.filename,
        content=batch.content,
        format=batch.format,
        columns=batch.mapping.get("columns"),
        choices={name: int(number) for name, number in batch.choices.items()},
        units_per_hour=int(batch.mapping.get("units_per_hour", 60)),
        sheet=str(batch.mapping.get("sheet", "")),
    )


def find_batch(session: Session, uid: uuid.UUID, *, actor: Actor) -> ImportBatch:
    """A batch of an antenna whose books this actor may see.

    Raises:
        NotFoundError: none of theirs.
    """
    batch = session.scalar(select(ImportBatch).where(ImportBatch.uid == uid))
    if batch is None or not (actor is SYSTEM or may_see_books(actor, batch.antenna_id)):
        raise NotFoundError
    return batch


def _look_at_members(session: Session, antenna: Antenna, look: Look, found: MemberRows) -> Look:
    numbers, names = _known_members(session, antenna.id)
    new: list[MemberRow] = []
    doubles: list[MemberRow] = []
    faults = list(found.faults)
    for row in found.rows:
        name = fold_name(f"{row.family_name} {row.given_name}")
        holder = None if row.number is None else numbers.get(row.number)
        if holder is not None and sorted(holder.split()) != sorted(name.split()):
            error = InvalidInputError(
                "number_taken", "Number {number} belongs to another member.", number=row.number
            )
            faults.append(Fault.of(row.row, error, (str(row.number), row.given_name, row.family_name)))
        elif holder is not None or (row.number is None and name in names):
            doubles.append(row)
        else:
            new.append(row)
    return replace(
        look,
        count=found.count,
        members=tuple(new),
        doubles=tuple(doubles),
        faults=tuple(sorted(faults, key=lambda fault: fault.row)),
    )


def _known_members(session: Session, antenna_id: int) -> tuple[dict[int, str], set[str]]:
    """The antenna's members by number; a sheet without numbers goes by their folded names."""
    rows = session.execute(
        select(Member.number, Person.sort_name)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.number > 0)
    )
    numbers = {row.number: row.sort_name for row in rows}
    return numbers, set(numbers.values())


def _look_at_favours(
    session: Session, antenna: Antenna, upload: Upload, look: Look, sheet: Sheet, today: date
) -> Look:
    people = session.execute(_roster_query(antenna.id)).all()
    roster = Roster([RosterEntry(*row[:3]) for row in people], upload.choices)
    found = favour_rows_of(upload, sheet, look.columns, roster, today)
    rows, shared = _apart(found.rows, {row.number: row.account_id for row in people})
    new, doubles = split_doubles(rows, _likenesses(session, antenna.id, rows))
    faults = tuple(sorted(found.faults + shared, key=lambda fault: fault.row))
    return replace(look, count=found.count, favours=new, doubles=doubles, faults=faults)


def _look_at_posts(
    session: Session, antenna: Antenna, upload: Upload, look: Look, sheet: Sheet, today: date
) -> Look:
    rows = post_rows_of(sheet, post_roster(session, antenna.id, upload.choices), today)
    found = sort_posts(session, antenna, rows)
    return replace(look, count=rows.count, posts=found.rows, doubles=found.doubles, faults=found.faults)


def _apart(
    rows: tuple[FavourRow, ...], accounts: Mapping[int, int]
) -> tuple[tuple[FavourRow, ...], tuple[Fault, ...]]:
    """(rows, faults): between two people who share an account no hours can move."""
    kept = [row for row in rows if accounts.get(row.giver) != accounts.get(row.receiver, 0)]
    error = InvalidInputError("same_account", "These two share one account: no hours move between them.")
    shared = set(rows) - set(kept)
    return tuple(kept), tuple(Fault.of(row.row, error, ()) for row in shared)


def _roster_query(antenna_id: int) -> Any:
    return (
        select(Member.number, Person.given_name, Person.family_name, Member.account_id)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.number > 0, Member.state.in_(PRESENT_STATES))
        .order_by(Member.number)
    )


def _likenesses(session: Session, antenna_id: int, rows: tuple[FavourRow, ...]) -> "Counter[Hashable]":
    """The favours that are there already in the days of these rows, by what makes a double."""
    if not rows:
        return Counter()
    days = [row.done_on for row in rows]
    given, got = aliased(FavourParty), aliased(FavourParty)
    giver, receiver = aliased(Member), aliased(Member)
    found = session.execute(
        select(giver.number, receiver.number, Favour.done_on, Favour.minutes, Favour.note)
        .join(given, (given.favour_id == Favour.id) & (given.side == Side.GIVER))
        .join(giver, giver.id == given.member_id)
        .outerjoin(got, (got.favour_id == Favour.id) & (got.side == Side.RECEIVER))
        .outerjoin(receiver, receiver.id == got.member_id)
        .where(
            Favour.antenna_id == antenna_id,
            Favour.done_on.between(min(days), max(days)),
            Favour.state.in_(LIVE_STATES),
        )
    )
    blank = FavourRow(0, 0, 0, min(days), 0)
    return Counter(
        replace(blank, giver=g, receiver=r or 0, done_on=day, minutes=minutes, note=note).likeness
        for g, r, day, minutes, note in found
    )
