"""What becomes of someone's roles when they leave or die: they end with it, each with its line in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day, network_day
from timebank.domain.permissions import Actor, Role
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna, RoleMandate
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.membership.member_lists import COORDINATORS_MIN, team_of


@dataclass(frozen=True)
class RoleThatEnds:
    """A role in an antenna; ``too_few`` when fewer than two coordinators are left there without it."""

    role: Role
    antenna: Antenna
    too_few: bool


def roles_that_end(session: Session, member: Member, *, now: datetime) -> tuple[RoleThatEnds, ...]:
    """What ends when this member leaves: their roles in this antenna, and in every one with the last membership."""
    antennas = [
        (each, session.get_one(Antenna, each.antenna_id)) for each in _of_leaver(session, member, now)
    ]
    return tuple(
        RoleThatEnds(
            each.role, antenna, each.role is Role.COORDINATOR and _too_few(session, each, antenna, now)
        )
        for each, antenna in antennas
    )


def end_roles_of_leaver(session: Session, member: Member, *, actor: Actor, now: datetime) -> None:
    """End them now. Work for a partner, and the server's, hang on no membership and stay."""
    _end(session, _of_leaver(session, member, now), actor, now)


def end_roles_of_dead(session: Session, person_id: int, *, actor: Actor, now: datetime) -> None:
    """Every role of someone who died ends now, wherever it was."""
    _end(session, _held(session, person_id, now), actor, now)


def _of_leaver(session: Session, member: Member, now: datetime) -> Sequence[RoleMandate]:
    elsewhere = select(Member.id).where(
        Member.person_id == member.person_id, Member.id != member.id, Member.state.in_(PRESENT_STATES)
    )
    if session.scalars(elsewhere.limit(1)).first() is not None:
        return _held(session, member.person_id, now, RoleMandate.antenna_id == member.antenna_id)
    return _held(session, member.person_id, now, RoleMandate.antenna_id.is_not(None))


def _held(
    session: Session, person_id: int, now: datetime, *which: ColumnElement[bool]
) -> Sequence[RoleMandate]:
    """Today's and later ones."""
    return session.scalars(
        select(RoleMandate)
        .where(RoleMandate.person_id == person_id, RoleMandate.ended_at.is_(None), *which)
        .where(or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= network_day(now)))
        .order_by(RoleMandate.id)
    ).all()


def _end(session: Session, mandates: Sequence[RoleMandate], actor: Actor, now: datetime) -> None:
    for each in mandates:
        each.ended_at = now
        write_down(
            session,
            "end_mandate",
            actor=actor,
            now=now,
            antenna_id=each.antenna_id,
            subject=f"person:{each.person_id}",
            detail={"role": each.role.value},
        )
    session.flush()


def _too_few(session: Session, mandate: RoleMandate, antenna: Antenna, now: datetime) -> bool:
    today = local_day(now, antenna.timezone)
    left = {
        person.id
        for each, person in team_of(session, antenna.id, today)
        if each.role is Role.COORDINATOR and each.starts_on <= today and person.id != mandate.person_id
    }
    return len(left) < COORDINATORS_MIN
