"""Who may act for whom: someone from outside, and the end of it; and the end of every way in."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.models.member import Helper, Person
from timebank.services.audit import write_down
from timebank.services.membership.member_closing import end_cards
from timebank.services.membership.members import NewHelper, add_helper, find_member
from timebank.services.membership.people import PersonDetails, fill_person
from timebank.services.signing_in.sessions import end_all_sessions


@dataclass(frozen=True)
class Consent:
    """How and for how long a member agreed; ``details`` are those of a helper who is no member."""

    terms: NewHelper
    details: PersonDetails | None = None


def agree_on_helper(
    session: Session, member_uid: uuid.UUID, new: Consent, *, actor: Actor, now: datetime
) -> Helper:
    """Write a consent down; a daughter or neighbour who is no member becomes known by it.

    Raises:
        InvalidInputError: no name, days that can't be, or someone helping themselves.
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = find_member(session, member_uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    terms = new.terms
    if new.details is not None:
        person = Person(uid=uuid.uuid4(), created_at=now)
        fill_person(person, new.details)
        session.add(person)
        session.flush()
        terms = NewHelper(**(vars(terms) | {"person_id": person.id}))
    return add_helper(session, member_uid, terms, actor=actor, now=now)


def end_helper(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Helper:
    """End a consent at once: the member's own word, the helper's, or a call to a coordinator.

    Raises:
        NotFoundError: there is none, or it is none of this actor's business.
    """
    helper = session.scalar(select(Helper).where(Helper.uid == uid))
    if helper is None:
        raise NotFoundError
    own = helper.member_id in actor.member_ids or helper.person_id == actor.person_id
    if not own and not is_coordinator(actor, helper.member.antenna_id):
        raise NotFoundError
    if helper.ended_at is None:
        helper.ended_at = now
        write_down(
            session,
            "end_helper",
            actor=actor,
            now=now,
            antenna_id=helper.member.antenna_id,
            member_id=helper.member_id,
        )
        session.flush()
    return helper


def shut_every_way_in(session: Session, member_uid: uuid.UUID, *, actor: Actor, now: datetime) -> None:
    """After a call about a lost card or tablet: the member's card and every session end.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = find_member(session, member_uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    end_cards(session, member, now)
    end_all_sessions(session, member.person_id, actor=actor, now=now)
    write_down(
        session,
        "shut_every_way_in",
        actor=actor,
        now=now,
        antenna_id=member.antenna_id,
        member_id=member.id,
    )
    session.flush()
