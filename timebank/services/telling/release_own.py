"""Whom a partner knows among an antenna's members, so that no release tells it of the others by subtraction.

Nobody lists a partner's clients here. What the timebank has seen is enough, and it forgets nothing: who was
looked up, who said yes to being looked up, who holds a certificate to show, and the partner's own staff.
"""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from timebank.domain.consents import Purpose
from timebank.domain.permissions import Role
from timebank.models.antenna import Antenna, PartnerAntenna, RoleMandate
from timebank.models.certificate import Certificate
from timebank.models.consent import MemberConsent, PartnerLook
from timebank.models.member import Member
from timebank.participation.disclosure.drafts import Draft
from timebank.participation.disclosure.own_people import TableKey, View, bearing_on, key_of, view_of
from timebank.participation.disclosure.tables import Table
from timebank.participation.periods import Period
from timebank.services.telling.release_tables import tables_of


def own_people(session: Session, antenna_id: int) -> Sequence[frozenset[int]]:
    """For each partner of the antenna the members whom it surely knows, and those whom it may know; none is empty.

    It surely knows its staff and of whom it heard yes. It may know everyone whom it asked for or may ask for,
    and who has a certificate to show. Ended consents and certificates count: what was seen is known.
    """
    found: dict[frozenset[int], None] = {}
    may = _members(
        session, select(MemberConsent.member_id).where(MemberConsent.purpose == Purpose.PARTNER_LOOK)
    )
    may |= _members(session, select(Certificate.member_id))
    here = _members(session, select(Member.id).where(Member.antenna_id == antenna_id))
    for partner_id in session.scalars(
        select(PartnerAntenna.partner_id)
        .where(PartnerAntenna.antenna_id == antenna_id)
        .order_by(PartnerAntenna.partner_id)
    ):
        staff = select(RoleMandate.person_id).where(
            RoleMandate.role == Role.PARTNER_STAFF, RoleMandate.partner_id == partner_id
        )
        asked = select(PartnerLook.member_id).where(
            PartnerLook.antenna_id == antenna_id,
            PartnerLook.asked_by_id.in_(staff),
            PartnerLook.member_id.is_not(None),
        )
        sure = _members(session, select(Member.id).where(Member.person_id.in_(staff)))
        sure |= _members(session, asked.where(PartnerLook.answered))
        for each in (sure & here, (sure | may | _members(session, asked)) & here):
            if each:
                found[each] = None
    return list(found)


def views_of(
    session: Session, antenna: Antenna, tables: Sequence[Table], history: Sequence[Draft]
) -> list[View]:
    """What each of these readers knows of its own people in the new tables and in those told before them."""
    people = own_people(session, antenna.id)
    if not people:
        return []
    known = [*bearing_on(tables, history), *tables]
    periods = list(dict.fromkeys(table.period for table in known))
    everyone = _tables(session, antenna, periods, frozenset())
    return [view_of(known, everyone, _tables(session, antenna, periods, each)) for each in people]


def _tables(
    session: Session, antenna: Antenna, periods: Sequence[Period], leaving_out: frozenset[int]
) -> dict[TableKey, Table]:
    return {
        key_of(table): table
        for period in periods
        for table in tables_of(session, antenna, period, leaving_out)
    }


def _members(session: Session, query: Select[int] | Select[int | None]) -> frozenset[int]:
    return frozenset(each for each in session.scalars(query) if each is not None)
