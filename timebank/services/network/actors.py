"""Turning a person into an actor: their places, mandates and whom they may act for, today."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    bindparam,
    func,
    join,
    null,
    or_,
    outerjoin,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from timebank.domain.days import NETWORK_ZONE, local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Mandate, Membership, Rights, Role
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.antenna import Antenna, PartnerAntenna, RoleMandate
from timebank.models.member import Helper, Member, Person, full_name
from timebank.orm import table_of

# The tables and not the objects: this is read on every request, and only for a few columns;
# the statements are made once, since making them takes as long as running them.
PERSON, MEMBER, HELPER = table_of(Person), table_of(Member), table_of(Helper)
MANDATE, SUPPORTED, ANTENNA = table_of(RoleMandate), table_of(PartnerAntenna), table_of(Antenna)
# A day begins at another instant in each antenna: the statements take a day more at either end,
# and ``_holds`` looks at the antenna's own.
EARLIEST, LATEST = bindparam("earliest", type_=Date()), bindparam("latest", type_=Date())


def _mandates_of(person_id: ColumnElement[int]) -> Select[Any]:
    return (
        select(MANDATE.c.role, MANDATE.c.antenna_id, SUPPORTED.c.antenna_id.label("supported_id"))
        .add_columns(null().label("helped_id"), MANDATE.c.starts_on, MANDATE.c.ends_on, ANTENNA.c.timezone)
        .select_from(
            outerjoin(MANDATE, SUPPORTED, MANDATE.c.partner_id == SUPPORTED.c.partner_id).outerjoin(
                ANTENNA, ANTENNA.c.id == func.coalesce(MANDATE.c.antenna_id, SUPPORTED.c.antenna_id)
            )
        )
        .where(
            MANDATE.c.person_id == person_id,
            MANDATE.c.ended_at.is_(None),
            MANDATE.c.starts_on <= LATEST,
            or_(MANDATE.c.ends_on.is_(None), MANDATE.c.ends_on >= EARLIEST),
        )
    )


def _helped_by(person_id: ColumnElement[int]) -> Select[Any]:
    helped = MEMBER.alias("helped")
    return (
        select(null(), null(), null(), HELPER.c.member_id)
        .add_columns(HELPER.c.starts_on, HELPER.c.ends_on, ANTENNA.c.timezone)
        .select_from(
            join(HELPER, helped, helped.c.id == HELPER.c.member_id).join(
                ANTENNA, ANTENNA.c.id == helped.c.antenna_id
            )
        )
        .where(
            HELPER.c.person_id == person_id,
            HELPER.c.ended_at.is_(None),
            HELPER.c.starts_on <= LATEST,
            HELPER.c.ends_on >= EARLIEST,
            helped.c.state.in_(PRESENT_STATES),
        )
    )


def about(person_id: ColumnElement[int]) -> Select[Any]:
    """Someone who lives, once for each of their memberships and each thing that they may do, for ``actor_from``.

    What they may do besides their own is a role, or acting for a member: from which day to which, and where.
    """
    may = union_all(_mandates_of(person_id), _helped_by(person_id)).subquery("may")
    present = (MEMBER.c.person_id == PERSON.c.id) & MEMBER.c.state.in_(PRESENT_STATES)
    return (
        select(PERSON.c.id, PERSON.c.given_name, PERSON.c.family_name, PERSON.c.language)
        .add_columns(MEMBER.c.antenna_id, MEMBER.c.id, MEMBER.c.account_id, MEMBER.c.state)
        .add_columns(*may.c)
        .select_from(outerjoin(PERSON, MEMBER, present).outerjoin(may, true()))
        .where(PERSON.c.id == person_id, PERSON.c.died_on.is_(None))
        .order_by(MEMBER.c.id)
    )


ABOUT = about(bindparam("person_id", type_=PERSON.c.id.type))
MEMBER_FROM, MAY_FROM, ALL = 4, 8, 15
"""Where in a row of ``about`` the membership begins, what they may do, and whatever was added."""


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
    rows = session.execute(ABOUT, {"person_id": person_id} | around(now)).all()
    return actor_from(rows, now=now, rights=rights, scopes=scopes, session_id=session_id)


def actor_from(
    rows: Sequence[Sequence[Any]],
    *,
    now: datetime,
    rights: Rights = Rights.FULL,
    scopes: frozenset[str] | None = None,
    session_id: int | None = None,
) -> Actor:
    """The actor of whom these rows of ``about`` tell, as of ``now``.

    Raises:
        NotFoundError: they tell of nobody.
    """
    if not rows:
        raise NotFoundError
    person_id, given_name, family_name, language = rows[0][:MEMBER_FROM]
    found = dict.fromkeys(tuple(row[MEMBER_FROM:MAY_FROM]) for row in rows)
    may = [
        what
        for *what, first, last, zone in (row[MAY_FROM:ALL] for row in rows)
        if _holds(first, last, zone, now)
    ]
    return Actor(
        person_id=person_id,
        name=full_name(given_name, family_name),
        language=language,
        memberships=tuple(
            Membership(antenna_id, member_id, account_id, state is MemberState.ACTIVE)
            for antenna_id, member_id, account_id, state in found
            if member_id is not None
        ),
        mandates=frozenset(_mandates(may)),
        helps=frozenset(member_id for *_mandate, member_id in may if member_id is not None),
        rights=rights,
        scopes=scopes,
        session_id=session_id,
    )


def _mandates(may: Iterable[Sequence[Any]]) -> Iterator[Mandate]:
    """A partner's staff hold a mandate in each antenna that the partner supports."""
    for role, antenna_id, supported_id, member_id in may:
        if member_id is None and (role is not Role.PARTNER_STAFF or supported_id is not None):
            yield Mandate(role, supported_id if role is Role.PARTNER_STAFF else antenna_id)


def around(now: datetime) -> dict[str, date]:
    """The days between which ``about`` looks."""
    day, one = now.astimezone(UTC).date(), timedelta(days=1)
    return {"earliest": day - one, "latest": day + one}


def _holds(first: date | None, last: date | None, zone: str | None, now: datetime) -> bool:
    """Whether today is one of these days, where they count; someone who may nothing more has none."""
    if first is None:
        return False
    today = local_day(now, zone or NETWORK_ZONE)
    return first <= today and (last is None or today <= last)
