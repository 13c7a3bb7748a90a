"""Turning a person into an actor: their places, mandates and whom they may act for, today."""

from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Mandate, Membership, Rights, Role
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.antenna import PartnerAntenna, RoleMandate
from timebank.models.member import Helper, Member, Person


def actor_of(
    session: Session,
    person_id: int,
    *,
    now: datetime,
    rights: Rights = Rights.FULL,
    scopes: frozenset[str] | None = None,
    session_id: int | None = None,
) -> Actor:
    """Who this person is, as of ``now``; a mandate or consent outside its days gives nothing.

    Raises:
        NotFoundError: no such person, or someone who died.
    """
    person = session.get(Person, person_id)
    if person is None or person.died_on is not None:
        raise NotFoundError
    today = now.date()
    members = session.scalars(
        select(Member)
        .where(Member.person_id == person_id, Member.state.in_(PRESENT_STATES))
        .order_by(Member.id)
    ).all()
    return Actor(
        person_id=person_id,
        name=person.name,
        language=person.language,
        memberships=tuple(
            Membership(m.antenna_id, m.id, m.account_id, m.state is MemberState.ACTIVE) for m in members
        ),
        mandates=_mandates(session, person_id, today),
        helps=_helps(session, person_id, today),
        rights=rights,
        scopes=scopes,
        session_id=session_id,
    )


def _mandates(session: Session, person_id: int, today: date) -> frozenset[Mandate]:
    found: set[Mandate] = set()
    rows = session.scalars(
        select(RoleMandate).where(
            RoleMandate.person_id == person_id,
            RoleMandate.ended_at.is_(None),
            RoleMandate.starts_on <= today,
            or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= today),
        )
    )
    for row in rows:
        if row.partner_id is None:
            found.add(Mandate(row.role, row.antenna_id))
            continue
        antennas = session.scalars(
            select(PartnerAntenna.antenna_id).where(PartnerAntenna.partner_id == row.partner_id)
        )
        found |= {Mandate(Role.PARTNER_STAFF, antenna_id) for antenna_id in antennas}
    return frozenset(found)


def _helps(session: Session, person_id: int, today: date) -> frozenset[int]:
    rows = session.scalars(
        select(Helper.member_id)
        .join(Member, Member.id == Helper.member_id)
        .where(
            Helper.person_id == person_id,
            Helper.ended_at.is_(None),
            Helper.starts_on <= today,
            Helper.ends_on >= today,
            Member.state.in_(PRESENT_STATES),
        )
    )
    return frozenset(rows)
