"""Keeping the directory right: adding a service, changing it, checking it, and saying that it is gone."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import LANGUAGES
from timebank.domain.days import NETWORK_ZONE, local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.domain.names import clean_text, fold_name
from timebank.domain.permissions import (
    SYSTEM,
    Actor,
    Role,
    belongs,
    may_edit_directory,
    may_read_directory,
    require,
    require_full_rights,
)
from timebank.domain.service_kinds import SERVICE_KINDS, kinds_in_order
from timebank.models.antenna import RoleMandate
from timebank.models.directory import DirectoryEntry
from timebank.models.member import Person
from timebank.services.audit import write_down


@dataclass(frozen=True)
class EntryDetails:
    """What is known of a service. Without ``owner_id`` and ``owner_words`` its owner is who writes it."""

    name: str
    kinds: tuple[str, ...] = ()
    what: str = ""
    for_whom: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    area: str = ""
    hours: dict[str, str] = field(default_factory=dict)
    on_card: bool = True
    owner_id: int | None = None
    owner_words: str = ""
    notes: str = ""


def add_entry(
    session: Session,
    antenna_id: int | None,
    details: EntryDetails,
    *,
    checked_on: date | None,
    actor: Actor,
    now: datetime,
) -> DirectoryEntry:
    """A new service, of this antenna or (None) of the whole network.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator there.
        InvalidInputError: no name, no way to reach it, or something that can't be.
    """
    _require_editor(actor, antenna_id)
    entry = DirectoryEntry(uid=uuid.uuid4(), antenna_id=antenna_id, checked_on=checked_on, created_at=now)
    _fill(session, entry, details, actor, now)
    session.add(entry)
    session.flush()
    _note(session, "add_entry", entry, actor, now)
    return entry


def check_details(
    session: Session, antenna_id: int | None, details: EntryDetails, *, actor: Actor, now: datetime
) -> None:
    """Whether a service could be added like this; nothing is.

    Raises:
        InvalidInputError: as of ``add_entry``.
    """
    _fill(session, DirectoryEntry(antenna_id=antenna_id), details, actor, now)


def change_entry(
    session: Session,
    uid: uuid.UUID,
    details: EntryDetails,
    *,
    version: int,
    actor: Actor,
    now: datetime,
) -> DirectoryEntry:
    """Change what is known of a service.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        WrongStateError: it has ended.
    """
    entry = _entry_to_edit(session, uid, actor)
    if entry.version != version:
        raise StaleError
    _require_current(entry)
    _fill(session, entry, details, actor, now)
    _note(session, "change_entry", entry, actor, now)
    return entry


def check_entry(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> DirectoryEntry:
    """Somebody made sure today that all of it is still right.

    Raises:
        WrongStateError: it has ended.
    """
    entry = _entry_to_edit(session, uid, actor)
    _require_current(entry)
    entry.checked_on = entry_day(entry, now)
    _note(session, "check_entry", entry, actor, now)
    return entry


def end_entry(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> DirectoryEntry:
    """The service exists no longer: it leaves every list and card; who was referred there still reads it.

    Raises:
        WrongStateError: it has ended already.
    """
    entry = _entry_to_edit(session, uid, actor)
    _require_current(entry)
    entry.ended_on = entry_day(entry, now)
    _note(session, "end_entry", entry, actor, now)
    return entry


def reopen_entry(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> DirectoryEntry:
    """It exists after all, and was made sure of today.

    Raises:
        WrongStateError: it hasn't ended.
    """
    entry = _entry_to_edit(session, uid, actor)
    if entry.ended_on is None:
        raise WrongStateError(state="current")
    entry.ended_on, entry.checked_on = None, entry_day(entry, now)
    _note(session, "reopen_entry", entry, actor, now)
    return entry


def find_entry(session: Session, uid: uuid.UUID, *, actor: Actor) -> DirectoryEntry:
    """A service that this actor may look up; one that has ended only for who keeps it.

    Raises:
        NotFoundError: there is none.
    """
    entry = session.scalar(select(DirectoryEntry).where(DirectoryEntry.uid == uid))
    if entry is None or not may_read_directory(actor, entry.antenna_id):
        raise NotFoundError
    if entry.ended_on is not None and not may_edit_directory(actor, entry.antenna_id):
        raise NotFoundError
    return entry


def details_of(entry: DirectoryEntry) -> EntryDetails:
    """What is known of it now, to change a part of it."""
    names = ("name", "what", "for_whom", "phone", "email", "website", "address", "area", "on_card", "notes")
    return EntryDetails(
        kinds=tuple(entry.kinds),
        languages=tuple(entry.languages),
        hours=dict(entry.hours),
        owner_id=entry.owner_id,
        owner_words=entry.owner_words,
        **{name: getattr(entry, name) for name in names},
    )


def possible_owners(session: Session, antenna_id: int | None, *, today: date) -> dict[int, str]:
    """Coordinators of the antenna (or of any, for the network) today: person id -> name."""
    query = (
        select(Person.id, Person.given_name, Person.family_name)
        .join(RoleMandate, RoleMandate.person_id == Person.id)
        .where(RoleMandate.role == Role.COORDINATOR, RoleMandate.starts_on <= today)
        .where((RoleMandate.ends_on.is_(None)) | (RoleMandate.ends_on >= today))
        .order_by(Person.sort_name)
    )
    if antenna_id is not None:
        query = query.where(RoleMandate.antenna_id == antenna_id)
    return {row.id: f"{row.given_name} {row.family_name}".strip() for row in session.execute(query)}


def entry_day(entry: DirectoryEntry, now: datetime) -> date:
    """Today, where the entry belongs."""
    return local_day(now, entry.antenna.timezone if entry.antenna is not None else NETWORK_ZONE)


def _entry_to_edit(session: Session, uid: uuid.UUID, actor: Actor) -> DirectoryEntry:
    entry = session.scalar(select(DirectoryEntry).where(DirectoryEntry.uid == uid).with_for_update())
    if entry is None or not may_read_directory(actor, entry.antenna_id):
        raise NotFoundError
    _require_editor(actor, entry.antenna_id)
    return entry


def _require_editor(actor: Actor, antenna_id: int | None) -> None:
    if actor is SYSTEM:
        return
    if antenna_id is not None and not belongs(actor, antenna_id):
        raise NotFoundError
    require(may_edit_directory(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)


def _require_current(entry: DirectoryEntry) -> None:
    if entry.ended_on is not None:
        raise WrongStateError(state="ended")


def _fill(
    session: Session, entry: DirectoryEntry, details: EntryDetails, actor: Actor, now: datetime
) -> None:
    name = clean_text(details.name)[:120]
    if not name:
        raise InvalidInputError("name_missing", "Write down a name.", field="name")
    if not set(details.kinds) <= set(SERVICE_KINDS):
        raise InvalidInputError("kind_unknown", "Choose kinds from the list.", field="kinds")
    if not set(details.languages) <= set(SPOKEN_LANGUAGES):
        raise InvalidInputError("language_unknown", "Choose a language from the list.", field="languages")
    entry.name, entry.sort_name = name, fold_name(name)
    entry.kinds = list(kinds_in_order(details.kinds))
    entry.languages = [code for code in SPOKEN_LANGUAGES if code in details.languages]
    entry.hours = {code: clean_text(details.hours.get(code, ""))[:300] for code in LANGUAGES}
    entry.hours = {code: words for code, words in entry.hours.items() if words}
    entry.what, entry.for_whom = clean_text(details.what)[:500], clean_text(details.for_whom)[:300]
    entry.area, entry.notes = clean_text(details.area)[:200], clean_text(details.notes)[:1000]
    entry.on_card = details.on_card
    _fill_reach(entry, details)
    _fill_owner(session, entry, details, actor, now)


def _fill_reach(entry: DirectoryEntry, details: EntryDetails) -> None:
    entry.phone, entry.address = clean_text(details.phone)[:60], clean_text(details.address)[:200]
    entry.email, entry.website = clean_text(details.email)[:200], web_address(details.website)
    if entry.email and ("@" not in entry.email or " " in entry.email):
        raise InvalidInputError(
            "email_invalid", "This is no e-mail address. Check it, or leave it empty.", field="email"
        )
    if not (entry.phone or entry.address or entry.email or entry.website):
        raise InvalidInputError(
            "entry_reach_missing",
            "Write down a phone number, an address, an e-mail or a web page.",
            field="phone",
        )


def web_address(text: str) -> str:
    """A web page's address that is safe to link to; ``https://`` is added where it is left out.

    Raises:
        InvalidInputError: code ``website_invalid``.
    """
    address = clean_text(text)[:200]
    if address and "://" not in address:
        address = f"https://{address}"
    scheme, _, rest = address.partition("://")
    if address and (scheme.casefold() not in ("http", "https") or " " in rest or "." not in rest):
        raise InvalidInputError(
            "website_invalid", "This is no web page. Write it like www.example.be.", field="website"
        )
    return address


def _fill_owner(
    session: Session, entry: DirectoryEntry, details: EntryDetails, actor: Actor, now: datetime
) -> None:
    """Who keeps it right: who was named, or who writes it down."""
    words = clean_text(details.owner_words)[:120]
    owner_id = details.owner_id if details.owner_id is not None or words else actor.person_id or None
    if owner_id is None and not words:
        raise InvalidInputError("owner_missing", "Say who keeps this right.", field="owner")
    kept = owner_id is None or owner_id in (entry.owner_id, actor.person_id)
    if not kept and owner_id not in possible_owners(session, entry.antenna_id, today=entry_day(entry, now)):
        raise InvalidInputError("owner_missing", "Say who keeps this right.", field="owner")
    entry.owner_id, entry.owner_words = owner_id, words if owner_id is None else ""


def _note(session: Session, action: str, entry: DirectoryEntry, actor: Actor, now: datetime) -> None:
    subject = f"entry:{entry.uid}"
    write_down(session, action, actor=actor, now=now, antenna_id=entry.antenna_id, subject=subject)
    session.flush()
