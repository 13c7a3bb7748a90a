"""Antennas: opening one with its books, its contact details and area, its partners and mandates."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import LANGUAGES
from timebank.domain.days import network_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.domain.permissions import (
    Actor,
    Role,
    is_coordinator,
    is_operator,
    require,
    require_full_rights,
)
from timebank.models.antenna import Antenna, Area, AreaKind, Partner, PartnerAntenna, RoleMandate
from timebank.models.member import Person
from timebank.services.audit import write_down
from timebank.services.books.bookkeeping import open_antenna_books
from timebank.services.matchmaking.places import parse_point

TEAM_ROLES = frozenset({Role.ANTENNA_PERSON, Role.COORDINATOR, Role.TREASURER})
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAKEN_SLUGS = frozenset({"new"})
"""Short names that would be lost among the pages: /antennas/new opens an antenna."""


@dataclass(frozen=True)
class AntennaDetails:
    """What stands on every page and print of an antenna. ``opening_hours`` is text by language.

    An area's name may be followed by its place as a map shows it: 'Kruisberg; 50.9001, 4.3866'.
    """

    name: str
    languages: tuple[str, ...]
    phone: str = ""
    email: str = ""
    address: str = ""
    opening_hours: dict[str, str] = field(default_factory=dict)
    areas: tuple[tuple[AreaKind, str], ...] = ()


def open_antenna(
    session: Session,
    slug: str,
    details: AntennaDetails,
    *,
    actor: Actor,
    now: datetime,
    is_demo: bool = False,
    preparing: bool = False,
) -> Antenna:
    """A new antenna with an empty book and pot; ``preparing`` keeps it among its team until it opens.

    Raises:
        NotAllowedError: only the operator opens antennas.
        InvalidInputError: a slug that isn't plain lower case, is taken, or unknown languages.
    """
    require(is_operator(actor), actor)
    _check_slug(session, slug)
    _check_details(details)
    book_id, pot_account_id = open_antenna_books(session, slug)
    antenna = Antenna(
        slug=slug,
        name=details.name.strip(),
        languages=list(details.languages),
        phone=details.phone.strip(),
        email=details.email.strip(),
        address=details.address.strip(),
        opening_hours=dict(details.opening_hours),
        book_id=book_id,
        pot_account_id=pot_account_id,
        created_at=now,
        live_on=None if preparing else network_day(now),
        is_demo=is_demo,
    )
    session.add(antenna)
    session.flush()
    _set_areas(session, antenna, details.areas)
    write_down(session, "open_antenna", actor=actor, now=now, antenna_id=antenna.id)
    session.flush()
    return antenna


def change_antenna(
    session: Session,
    antenna_id: int,
    details: AntennaDetails,
    *,
    version: int,
    actor: Actor,
    now: datetime,
) -> Antenna:
    """Change an antenna's contact details and area.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        NotAllowedError: not its coordinator, nor the operator.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id) or is_operator(actor), actor, antenna_id)
    require_full_rights(actor)
    if antenna.version != version:
        raise StaleError
    _check_details(details)
    antenna.name = details.name.strip()
    antenna.languages = list(details.languages)
    antenna.phone = details.phone.strip()
    antenna.email = details.email.strip()
    antenna.address = details.address.strip()
    antenna.opening_hours = dict(details.opening_hours)
    _set_areas(session, antenna, details.areas)
    write_down(session, "change_antenna", actor=actor, now=now, antenna_id=antenna.id)
    session.flush()
    return antenna


def find_antenna(session: Session, slug: str) -> Antenna:
    """The antenna with this short name; its name, phone and hours are public.

    Raises:
        NotFoundError: there is none.
    """
    antenna = session.scalar(select(Antenna).where(Antenna.slug == slug))
    if antenna is None:
        raise NotFoundError
    return antenna


def list_antennas(session: Session, *, open_only: bool = False) -> Sequence[Antenna]:
    """Every antenna of the network, by name; ``open_only`` leaves out those that are being prepared."""
    query = select(Antenna).order_by(Antenna.name)
    return session.scalars(query.where(Antenna.live_on.is_not(None)) if open_only else query).all()


def add_partner(
    session: Session, name: str, antenna_ids: Sequence[int], *, actor: Actor, now: datetime
) -> Partner:
    """A partner that supports these antennas; an existing one by that name is extended.

    Raises:
        NotAllowedError: only the operator adds partners.
    """
    require(is_operator(actor), actor)
    partner = session.scalar(select(Partner).where(Partner.name == name.strip()))
    if partner is None:
        partner = Partner(name=name.strip(), uid=uuid.uuid4())
        session.add(partner)
        session.flush()
    for antenna_id in antenna_ids:
        if session.get(PartnerAntenna, (partner.id, antenna_id)) is None:
            session.add(PartnerAntenna(partner_id=partner.id, antenna_id=antenna_id))
    write_down(session, "add_partner", actor=actor, now=now, subject=f"partner:{partner.uid}")
    session.flush()
    return partner


@dataclass(frozen=True)
class NewMandate:
    """A role for a person from a day to a day; ``partner_id`` only for a partner's staff."""

    person_id: int
    role: Role
    starts_on: date
    ends_on: date | None
    antenna_id: int | None = None
    partner_id: int | None = None


def give_mandate(session: Session, new: NewMandate, *, actor: Actor, now: datetime) -> RoleMandate:
    """Give a person a role from a day to a day.

    An operator gives any role; a coordinator those of the own antenna's team.

    Raises:
        NotAllowedError, NotFoundError: not this actor's to give.
        InvalidInputError: the end lies before the start.
    """
    own = new.role in TEAM_ROLES and new.antenna_id is not None and is_coordinator(actor, new.antenna_id)
    require(is_operator(actor) or own, actor, new.antenna_id)
    require_full_rights(actor)
    person = session.get(Person, new.person_id)
    if person is None or person.died_on is not None:
        raise NotFoundError
    if new.ends_on is not None and new.ends_on < new.starts_on:
        raise InvalidInputError("days", "The last day must come after the first.", field="ends_on")
    mandate = RoleMandate(
        person_id=new.person_id,
        role=new.role,
        antenna_id=new.antenna_id,
        partner_id=new.partner_id,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        given_by_id=actor.person_id or None,
        recorded_at=now,
    )
    session.add(mandate)
    _note_mandate(session, "give_mandate", mandate, actor=actor, now=now)
    session.flush()
    return mandate


def end_mandate(session: Session, mandate_id: int, *, actor: Actor, now: datetime) -> None:
    """Let a mandate end at once, before its last day; ending it twice changes nothing.

    Raises:
        NotAllowedError, NotFoundError: not this actor's to end.
    """
    mandate = session.get(RoleMandate, mandate_id)
    if mandate is None:
        raise NotFoundError
    own = mandate.antenna_id is not None and is_coordinator(actor, mandate.antenna_id)
    require(is_operator(actor) or own, actor, mandate.antenna_id)
    if mandate.ended_at is not None:
        return
    mandate.ended_at = now
    _note_mandate(session, "end_mandate", mandate, actor=actor, now=now)
    session.flush()


def _note_mandate(
    session: Session, action: str, mandate: RoleMandate, *, actor: Actor, now: datetime
) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=mandate.antenna_id,
        subject=f"person:{mandate.person_id}",
        detail={"role": mandate.role.value},
    )


def _check_details(details: AntennaDetails) -> None:
    if not details.name.strip():
        raise InvalidInputError("name_missing", "Give the antenna a name.", field="name")
    if not details.languages or any(code not in LANGUAGES for code in details.languages):
        raise InvalidInputError("languages", "Choose one or more of nl, fr and en.", field="languages")


def _check_slug(session: Session, slug: str) -> None:
    if not SLUG.fullmatch(slug) or not 2 <= len(slug) <= 40:
        raise InvalidInputError(
            "slug", "Use 2 to 40 lower-case letters, digits and single hyphens.", field="slug"
        )
    if slug in TAKEN_SLUGS or session.scalar(select(Antenna.id).where(Antenna.slug == slug)) is not None:
        raise InvalidInputError(
            "slug_taken", "There is an antenna with this short name already.", field="slug"
        )


def _set_areas(session: Session, antenna: Antenna, areas: Sequence[tuple[AreaKind, str]]) -> None:
    """Keep the areas that are told; a place that isn't told again stays as it was."""
    told = {(kind, name.strip()): point for kind, said in areas for name, _, point in [said.partition(";")]}
    cells = {key: parse_point(point, key[0].value) for key, point in told.items() if key[1]}
    there = {(area.kind, area.name): area for area in antenna.areas}
    for key, area in there.items():
        if key not in cells:
            session.delete(area)
    for (kind, name), cell in sorted(cells.items()):
        area = there.get((kind, name)) or Area(antenna_id=antenna.id, kind=kind, name=name)
        if cell is not None:
            area.cell_row, area.cell_column = cell.row, cell.column
        session.add(area)
    session.flush()
    session.expire(antenna, ["areas"])
