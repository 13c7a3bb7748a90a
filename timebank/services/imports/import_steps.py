"""An import in the browser, step by step: upload, choose columns and names, look, book."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, WrongStateError
from timebank.domain.permissions import Actor, Role
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.importing import ImportBatch, ImportFormat, ImportKind, ImportState
from timebank.models.member import Member, Person
from timebank.services.imports.import_favours import import_favours
from timebank.services.imports.import_members import import_members
from timebank.services.imports.import_posts import import_posts
from timebank.services.imports.import_reading import Upload
from timebank.services.imports.importing import (
    Look,
    find_batch,
    look_at,
    new_batch,
    require_importer,
    upload_of,
)
from timebank.sheets.columns import fields_of

UPLOAD_MAX = 5 * 1024 * 1024
"""The most bytes of a file that comes through a page; the operator's command takes bigger ones."""
NAMES_MAX = 20
"""The most names to choose for on one page."""


@dataclass(frozen=True)
class NameChoice:
    """A name that can't be told, the members whom it may mean (their numbers), and who was chosen."""

    name: str
    candidates: tuple[int, ...]
    chosen: int | None = None


@dataclass(frozen=True)
class Preview:
    """What a page shows of an import: the record, what would come of it, and what can be chosen.

    ``look`` is None once it is booked. ``people`` are (member number, name) to choose from,
    ``waiting`` counts booked hours of the uploader's own that someone else must confirm.
    """

    batch: ImportBatch
    antenna: Antenna
    look: Look | None
    fields: tuple[str, ...]
    names: tuple[NameChoice, ...] = ()
    people: tuple[tuple[int, str], ...] = ()
    waiting: int = 0


def start_import(
    session: Session, antenna_id: int, upload: Upload, *, actor: Actor, now: datetime
) -> ImportBatch:
    """Keep a file to look at; nothing is booked yet.

    Raises:
        InvalidInputError: ``file_missing``, ``file_big``, or what ``look_at`` says of the file.
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
    """
    require_importer(session, antenna_id, actor)
    if not upload.content:
        raise InvalidInputError("file_missing", "Choose the file.", field="file")
    if len(upload.content) > UPLOAD_MAX:
        raise InvalidInputError(
            "file_big",
            "This file is bigger than 5 MB. Split it, or ask the operator to bring it in.",
            field="file",
        )
    look = look_at(session, antenna_id, upload, actor=actor, now=now)
    return new_batch(session, antenna_id, upload, look, actor=actor, now=now)


def preview_import(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Preview:
    """What would come of a draft, or what came of it.

    Raises:
        NotFoundError: no import of an antenna of theirs.
        InvalidInputError: ``upload_gone`` for a draft of days ago.
    """
    batch = find_batch(session, uid, actor=actor)
    antenna = session.get_one(Antenna, batch.antenna_id)
    fields = fields_of(batch.kind.value) if batch.format is ImportFormat.SHEET else ()
    if batch.state is not ImportState.DRAFT:
        return Preview(batch, antenna, None, fields, waiting=_waiting(session, batch))
    look = look_at(session, batch.antenna_id, upload_of(batch), actor=actor, now=now)
    names = _names(look, upload_of(batch).choices or {})
    return Preview(batch, antenna, look, fields, names, _people(session, batch.antenna_id))


def change_import(
    session: Session,
    uid: uuid.UUID,
    columns: Mapping[str, int],
    choices: Mapping[str, int],
    *,
    sheet: str = "",
    actor: Actor,
) -> ImportBatch:
    """Say which column is what (name -> place from 0) and whom names mean (name -> member number).

    A number 0 takes back who a name was said to mean.
    Another ``sheet`` of the workbook has columns of its own, which are guessed anew.

    Raises:
        WrongStateError: it is booked already.
    """
    batch = find_batch(session, uid, actor=actor)
    if batch.state is not ImportState.DRAFT:
        raise WrongStateError(state=batch.state.value)
    known = set(fields_of(batch.kind.value))
    if sheet and sheet != batch.mapping.get("sheet"):
        batch.mapping = {**batch.mapping, "sheet": sheet[:80], "columns": None}
    elif columns:
        kept = {name: place for name, place in columns.items() if name in known and place >= 0}
        batch.mapping = {**batch.mapping, "columns": kept}
    settled = {**batch.choices, **choices}
    batch.choices = {name: number for name, number in settled.items() if number > 0}
    session.flush()
    return batch


def book_import(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> ImportBatch:
    """Look once more inside this transaction, and book every good row; the file is erased.

    Raises:
        WrongStateError: it is booked already.
        InvalidInputError: ``columns_missing``, or nothing to book (``nothing_to_book``).
        TimebankError: whatever the books refuse; then nothing is booked.
    """
    batch = find_batch(session, uid, actor=actor)
    if batch.state is not ImportState.DRAFT:
        raise WrongStateError(state=batch.state.value)
    look = look_at(session, batch.antenna_id, upload_of(batch), actor=actor, now=now)
    if look.missing:
        raise InvalidInputError("columns_missing", "Say first which column is what.")
    if not look.posted:
        raise InvalidInputError("nothing_to_book", "There is no row that can be booked.")
    batch.report = look.report()
    if batch.kind is ImportKind.MEMBERS:
        import_members(session, batch, look.members, actor=actor, now=now)
    elif batch.kind is ImportKind.POSTS:
        import_posts(session, batch, look.posts, actor=actor, now=now)
    else:
        import_favours(session, batch, look.favours, actor=actor, now=now)
    return batch


def list_imports(session: Session, *, actor: Actor) -> Sequence[tuple[ImportBatch, Antenna]]:
    """The imports of the antennas that this actor coordinates or is treasurer of, newest first."""
    own = actor.antennas_as(Role.COORDINATOR, Role.TREASURER)
    rows = session.execute(
        select(ImportBatch, Antenna)
        .join(Antenna, Antenna.id == ImportBatch.antenna_id)
        .where(ImportBatch.antenna_id.in_(own))
        .order_by(ImportBatch.id.desc())
        .limit(100)
    )
    return [(batch, antenna) for batch, antenna in rows]


def importing_antennas(session: Session, *, actor: Actor) -> Sequence[Antenna]:
    """The antennas into which this actor may bring sheets."""
    own = actor.antennas_as(Role.COORDINATOR, Role.TREASURER)
    return session.scalars(select(Antenna).where(Antenna.id.in_(own)).order_by(Antenna.name)).all()


def _names(look: Look, choices: Mapping[str, int]) -> tuple[NameChoice, ...]:
    """What was chosen, so that it can be changed, and what is still open."""
    found = {name: NameChoice(name, (number,), number) for name, number in choices.items()}
    for fault in look.faults:
        if fault.code.endswith(("_ambiguous", "_unknown")) and "name" in fault.params:
            numbers = [int(each) for each in str(fault.params.get("candidates", "")).split(",") if each]
            found.setdefault(str(fault.params["name"]), NameChoice(str(fault.params["name"]), tuple(numbers)))
    return tuple(found.values())[:NAMES_MAX]


def _people(session: Session, antenna_id: int) -> tuple[tuple[int, str], ...]:
    rows = session.execute(
        select(Member.number, Person.given_name, Person.family_name)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.account_id.is_not(None), Member.number > 0)
        .order_by(Person.sort_name, Member.number)
    )
    return tuple((number, f"{given} {family}".strip()) for number, given, family in rows)


def _waiting(session: Session, batch: ImportBatch) -> int:
    return (
        session.scalar(
            select(func.count()).where(Favour.import_batch_id == batch.id, Favour.state == FavourState.LOGGED)
        )
        or 0
    )
