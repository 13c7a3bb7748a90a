"""Telling someone that their way of signing in was changed, so that they notice when it wasn't them."""

import enum
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import ContactChannel
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import RoleMandate
from timebank.models.member import Member, Person
from timebank.services.coordinating.notices import queue_notice


class SignInChange(enum.StrEnum):
    """What was changed; each is the kind of a notice, whose words hold no secret."""

    SECOND_STEP_ON = "second_step_on"
    SECOND_STEP_OFF = "second_step_off"
    SECOND_STEP_RESET = "second_step_reset"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a change


def tell_of_change(session: Session, person_id: int, change: SignInChange, *, now: datetime) -> bool:
    """Queue a mail, whatever channel they like best: whether there is an address for it.

    Without one, the coordinators of their antenna find it on the list of what to tell.
    """
    person = session.get_one(Person, person_id)
    queue_notice(
        session,
        person,
        change.value,
        dedupe_key=f"{change.value}:{person_id}:{now.isoformat()}",
        now=now,
        antenna_id=_antenna_of(session, person_id),
        channel=ContactChannel.MAIL,
    )
    return bool(person.email)


def _antenna_of(session: Session, person_id: int) -> int | None:
    """Where someone has their newest role, else where they are a member; None for who has neither."""
    role = (
        select(RoleMandate.antenna_id)
        .where(
            RoleMandate.person_id == person_id,
            RoleMandate.antenna_id.is_not(None),
            RoleMandate.ended_at.is_(None),
        )
        .order_by(RoleMandate.starts_on.desc(), RoleMandate.id.desc())
    )
    member = (
        select(Member.antenna_id)
        .where(Member.person_id == person_id, Member.state.in_(PRESENT_STATES))
        .order_by(Member.id)
    )
    found = session.scalars(role.limit(1)).first()
    return session.scalars(member.limit(1)).first() if found is None else found
