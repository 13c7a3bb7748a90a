"""Turning a person into an actor: their places, mandates and whom they may act for, today."""

from datetime import date, datetime

from sqlalchemy import Date, bindparam, join, or_, outerjoin, select
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Mandate, Membership, Rights, Role
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.antenna import PartnerAntenna, RoleMandate
from timebank.models.member import Helper, Member, Person
from timebank.orm import table_of

# The tables and not the objects: this is read on every request, and only for a few columns;
# the statements are made once, since making them takes as long as running them.
MEMBER, HELPER = table_of(Member), table_of(Helper)
MANDATE, SUPPORTED = table_of(RoleMandate), table_of(PartnerAntenna)
PERSON_ID, TODAY = bindparam("person_id", type_=MEMBER.c.person_id.type), bindparam("today", type_=Date())
PLACES = (
    select(MEMBER.c.antenna_id, MEMBER.c.id, MEMBER.c.account_id, MEMBER.c.state)
    .where(MEMBER.c.person_id == PERSON_ID, MEMBER.c.state.in_(PRESENT_STATES))
    .order_by(MEMBER.c.id)
)
MANDATES = (
    select(MANDATE.c.role, MANDATE.c.antenna_id, SUPPORTED.c.antenna_id)
    .select_from(outerjoin(MANDATE, SUPPORTED, MANDATE.c.partner_id == SUPPORTED.c.partner_id))
    .where(
        MANDATE.c.person_id == PERSON_ID,
        MANDATE.c.ended_at.is_(None),
        MANDATE.c.starts_on <= TODAY,
        or_(MANDATE.c.ends_on.is_(None), MANDATE.c.ends_on >= TODAY),
    )
)
HELPED = (
    select(HELPER.c.member_id)
    .select_from(join(HELPER, MEMBER, MEMBER.c.id == HELPER.c.member_id))
    .where(
        HELPER.c.person_id == PERSON_ID,
        HELPER.c.ended_at.is_(None),
        HELPER.c.starts_on <= TODAY,
        HELPER.c.ends_on >= TODAY,
        MEMBER.c.state.in_(PRESENT_STATES),
    )
)


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
    return Actor(
        person_id=person_id,
        name=person.name,
        language=person.language,
        memberships=_memberships(session, person_id),
        mandates=_mandates(session, person_id, today),
        helps=_helps(session, person_id, today),
        rights=rights,
        scopes=scopes,
        session_id=session_id,
    )


def _memberships(session: Session, person_id: int) -> tuple[Membership, ...]:
    return tuple(
        Membership(antenna_id, member_id, account_id, state is MemberState.ACTIVE)
        for antenna_id, member_id, account_id, state in session.execute(PLACES, {"person_id": person_id})
    )


def _mandates(session: Session, person_id: int, today: date) -> frozenset[Mandate]:
    """A partner's staff hold a mandate in each antenna that the partner supports."""
    return frozenset(
        Mandate(role, supported if role is Role.PARTNER_STAFF else antenna_id)
        for role, antenna_id, supported in session.execute(MANDATES, {"person_id": person_id, "today": today})
        if role is not Role.PARTNER_STAFF or supported is not None
    )


def _helps(session: Session, person_id: int, today: date) -> frozenset[int]:
    return frozenset(session.scalars(HELPED, {"person_id": person_id, "today": today}))
