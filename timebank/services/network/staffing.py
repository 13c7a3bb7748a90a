"""People whom the operator lets in: an antenna's first coordinator, a partner's staff, other operators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.days import network_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import clean_text
from timebank.domain.permissions import Actor, Role, is_operator, require, require_full_rights
from timebank.models.antenna import Antenna, Partner, PartnerAntenna, RoleMandate
from timebank.models.login import SecondFactor
from timebank.models.member import Person
from timebank.services.audit import write_down
from timebank.services.membership.members import NewMember, add_member
from timebank.services.membership.people import PersonDetails, add_person, person_labelled
from timebank.services.network.antennas import NewMandate, add_partner, give_mandate, list_antennas

STAFF_ROLES = (Role.COORDINATOR, Role.PARTNER_STAFF, Role.OPERATOR)


@dataclass(frozen=True)
class NewStaff:
    """Someone who is let in until ``ends_on``, the last day.

    Either a ``name`` and how to reach them, or ``member``: who is a member somewhere already,
    written like heembeek-5. A coordinator needs ``antenna_id``, a partner's staff ``partner_id``.
    """

    role: Role
    ends_on: date
    member: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "nl"
    antenna_id: int | None = None
    partner_id: int | None = None


@dataclass(frozen=True)
class LetIn:
    """Somebody who has a role now, and the name that they sign in with."""

    person_id: int
    sign_in_name: str


@dataclass(frozen=True)
class Holder:
    """One role that somebody holds, today or later."""

    mandate_id: int
    person_id: int
    person: str
    email: str
    role: Role
    starts_on: date
    ends_on: date | None
    second_factor: bool


@dataclass(frozen=True)
class StaffedAntenna:
    """An antenna with its coordinators and the partners that support it."""

    antenna: Antenna
    coordinators: tuple[Holder, ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True)
class Staffing:
    """Who was let in: by antenna, by partner, and the operators."""

    antennas: tuple[StaffedAntenna, ...]
    partners: tuple[tuple[Partner, tuple[Holder, ...]], ...]
    operators: tuple[Holder, ...]


def let_in_staff(session: Session, new: NewStaff, *, actor: Actor, now: datetime) -> LetIn:
    """Give someone a role from today on; someone new is added, as a member where they coordinate.

    Raises:
        NotAllowedError: only the operator lets people in.
        InvalidInputError: codes ``staff_who``, ``staff_where``, ``member_number_unknown``,
            ``staff_email_missing``, ``days``; and whatever is wrong with the details of someone new.
    """
    require(is_operator(actor), actor)
    require_full_rights(actor)
    antenna = session.get(Antenna, new.antenna_id or 0) if new.role is Role.COORDINATOR else None
    partner = session.get(Partner, new.partner_id or 0) if new.role is Role.PARTNER_STAFF else None
    if new.role not in STAFF_ROLES or (new.role is not Role.OPERATOR and antenna is None and partner is None):
        raise InvalidInputError("staff_where", "Choose the antenna or the partner.", field="place")
    found = _somebody(session, new, antenna, actor, now)
    mandate = NewMandate(
        person_id=found.person_id,
        role=new.role,
        starts_on=network_day(now),
        ends_on=new.ends_on,
        antenna_id=antenna.id if antenna else None,
        partner_id=partner.id if partner else None,
    )
    give_mandate(session, mandate, actor=actor, now=now)
    return found


def person_by_label(session: Session, label: str) -> int:
    """The person behind a member number with its antenna, such as heembeek-5.

    Raises:
        InvalidInputError: code ``member_number_unknown``.
    """
    found = person_labelled(session, label)
    if found is None:
        raise InvalidInputError(
            "member_number_unknown",
            "There is no such member. Write the number like heembeek-5.",
            field="member",
        )
    return found


def staffing(session: Session, *, actor: Actor, now: datetime) -> Staffing:
    """Every coordinator, partner's staff and operator with a role today or later.

    Raises:
        NotAllowedError: only the operator sees who is let in everywhere.
    """
    require(is_operator(actor), actor)
    held = _holders(session, network_day(now), RoleMandate.role.in_(STAFF_ROLES))
    supports = session.execute(
        select(PartnerAntenna.antenna_id, Partner).join(Partner, Partner.id == PartnerAntenna.partner_id)
    ).all()
    return Staffing(
        tuple(
            StaffedAntenna(
                each,
                tuple(holder for mandate, holder in held if mandate.antenna_id == each.id),
                tuple(sorted((p for a, p in supports if a == each.id), key=lambda partner: partner.name)),
            )
            for each in list_antennas(session)
        ),
        tuple(
            (each, tuple(holder for mandate, holder in held if mandate.partner_id == each.id))
            for each in list_partners(session)
        ),
        tuple(holder for _, holder in held if holder.role is Role.OPERATOR),
    )


def holder_of(session: Session, mandate_id: int, *, actor: Actor, now: datetime) -> Holder:
    """Who holds this role, today or later.

    Raises:
        NotAllowedError, NotFoundError: only the operator sees who is let in everywhere.
    """
    require(is_operator(actor), actor)
    held = _holders(session, network_day(now), RoleMandate.id == mandate_id)
    if not held:
        raise NotFoundError
    return held[0][1]


def list_partners(session: Session, antenna_id: int | None = None) -> Sequence[Partner]:
    """Every partner by name, or those that support one antenna."""
    query = select(Partner).order_by(Partner.name)
    if antenna_id is not None:
        query = query.join(PartnerAntenna, PartnerAntenna.partner_id == Partner.id).where(
            PartnerAntenna.antenna_id == antenna_id
        )
    return session.scalars(query).all()


def support_antenna(
    session: Session, antenna_id: int, partner: str, *, actor: Actor, now: datetime
) -> Partner:
    """From now on this partner supports the antenna; a name that isn't known yet is a new partner.

    Raises:
        NotAllowedError: only the operator says so.
        InvalidInputError: no name.
    """
    require(is_operator(actor), actor)
    require_full_rights(actor)
    name = clean_text(partner)[:120]
    if not name:
        raise InvalidInputError("name_missing", "Write down a name.", field="partner")
    if session.get(Antenna, antenna_id) is None:
        raise NotFoundError
    return add_partner(session, name, [antenna_id], actor=actor, now=now)


def end_support(session: Session, antenna_id: int, partner_id: int, *, actor: Actor, now: datetime) -> None:
    """The partner no longer supports the antenna: its staff see nothing of it any more. Twice changes nothing.

    Raises:
        NotAllowedError: only the operator says so.
    """
    require(is_operator(actor), actor)
    require_full_rights(actor)
    row = session.get(PartnerAntenna, (partner_id, antenna_id))
    if row is None:
        return
    partner = session.get_one(Partner, partner_id)
    session.delete(row)
    write_down(
        session, "end_support", actor=actor, now=now, antenna_id=antenna_id, subject=f"partner:{partner.uid}"
    )
    session.flush()


def _somebody(session: Session, new: NewStaff, antenna: Antenna | None, actor: Actor, now: datetime) -> LetIn:
    name, label = clean_text(new.name), clean_text(new.member)
    if bool(name) == bool(label):
        raise InvalidInputError(
            "staff_who", "Write down a name, or the number of somebody who is a member already.", field="name"
        )
    if label:
        return LetIn(person_by_label(session, label), label)
    details = _details(name, new)
    if antenna is not None:
        joined = NewMember(details=details, joined_through=Channel.TALK)
        member = add_member(session, antenna.id, joined, actor=actor, now=now)
        return LetIn(member.person_id, f"{antenna.slug}-{member.number}")
    if not details.email:
        raise InvalidInputError(
            "staff_email_missing", "Write down an e-mail address: with it they sign in.", field="email"
        )
    return LetIn(add_person(session, details, actor=actor, now=now).id, details.email)


def _details(name: str, new: NewStaff) -> PersonDetails:
    given, _, family = name.partition(" ")
    email = clean_text(new.email)
    return PersonDetails(
        given_name=given,
        family_name=family,
        language=new.language,
        phone=new.phone,
        email=email,
        preferred_channel=ContactChannel.MAIL if email else ContactChannel.PHONE,
    )


def _holders(
    session: Session, today: date, which: ColumnElement[bool]
) -> Sequence[tuple[RoleMandate, Holder]]:
    rows = session.execute(
        select(RoleMandate, Person, SecondFactor.confirmed_at)
        .join(Person, Person.id == RoleMandate.person_id)
        .outerjoin(SecondFactor, SecondFactor.person_id == Person.id)
        .where(which, RoleMandate.ended_at.is_(None))
        .where(or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= today), Person.died_on.is_(None))
        .order_by(Person.sort_name, RoleMandate.id)
    )
    return [
        (
            each,
            Holder(
                each.id,
                person.id,
                person.name,
                person.email,
                each.role,
                each.starts_on,
                each.ends_on,
                second_factor=confirmed_at is not None,
            ),
        )
        for each, person, confirmed_at in rows
    ]
