"""Two members who aren't proposed to one another: written down and taken off by a coordinator.

Neither of the two reads it, whoever of them wished it; a coordinator who is one of them leaves it to
another one. The audit names the row, never a member: what was done for someone stands in their own file.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.errors import InvalidInputError, NotAllowedError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES
from timebank.models.ask import Ask
from timebank.models.matching import Apart
from timebank.models.member import Member, Person
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member
from timebank.services.promising.proposal_checks import may_pool


def apart_from(session: Session, uid: uuid.UUID, *, actor: Actor) -> Sequence[Member]:
    """Who is kept apart from this member, by name; without the reader, who would learn of it.

    Raises:
        NotAllowedError: not their coordinator, or code ``own_apart``: the reader is this member.
    """
    member = _coordinated(session, uid, actor)
    partner = case((Apart.member_id == member.id, Apart.other_member_id), else_=Apart.member_id)
    query = (
        select(Member)
        .join(Apart, Member.id == partner)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Member.person), joinedload(Member.antenna))
        .where(or_(Apart.member_id == member.id, Apart.other_member_id == member.id))
        .order_by(Person.sort_name, Member.id)
    )
    return [other for other in session.scalars(query) if other.id not in actor.member_ids]


def keep_apart(
    session: Session, uid: uuid.UUID, other_uid: uuid.UUID, *, actor: Actor, now: datetime
) -> Apart:
    """These two aren't proposed to one another from now on; once more changes nothing.

    The other one is of this antenna, or of one whose helpers come over its border.

    Raises:
        InvalidInputError: code ``apart``: not two present members who could meet.
        NotAllowedError: not their coordinator, or code ``own_apart``.
    """
    member = _coordinated(session, uid, actor)
    other = session.scalar(select(Member).where(Member.uid == other_uid))
    if other is None or other.id == member.id or not _could_meet(session, member, other):
        raise InvalidInputError("apart", "Choose two members who could help one another.", field="other")
    _leave_to_another(actor, other)
    kept = _kept(session, member, other)
    if kept is not None:
        return kept
    low, high = sorted((member.id, other.id))
    made = Apart(member_id=low, other_member_id=high, recorded_by_id=actor.person_id or None, recorded_at=now)
    session.add(made)
    session.flush()
    _note(session, made, "keep_apart", member, actor=actor, now=now)
    return made


def end_apart(session: Session, uid: uuid.UUID, other_uid: uuid.UUID, *, actor: Actor, now: datetime) -> None:
    """These two may be proposed to one another again; once more changes nothing.

    Raises:
        NotAllowedError: not their coordinator, or code ``own_apart``.
    """
    member = _coordinated(session, uid, actor)
    other = session.scalar(select(Member).where(Member.uid == other_uid))
    if other is None:
        return
    _leave_to_another(actor, other)
    kept = _kept(session, member, other)
    if kept is None:
        return
    _note(session, kept, "end_apart", member, actor=actor, now=now)
    session.delete(kept)
    session.flush()


def noes_to_a_person(session: Session, ask: Ask, *, actor: Actor) -> frozenset[int]:
    """Member ids of who would rather help someone else than this asker, and isn't kept apart from them yet.

    Empty where the reader is one of the two.
    """
    asker = ask.member
    if asker is None or asker.id in actor.member_ids or not is_coordinator(actor, ask.antenna_id):
        return frozenset()
    said = select(Proposal.member_id).where(
        Proposal.ask_id == ask.id, Proposal.decline_kind == DeclineKind.NOT_THIS_PERSON
    )
    kept = {each.id for each in apart_from(session, asker.uid, actor=actor)}
    return frozenset(session.scalars(said)) - kept - actor.member_ids


def _coordinated(session: Session, uid: uuid.UUID, actor: Actor) -> Member:
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    _leave_to_another(actor, member)
    return member


def _leave_to_another(actor: Actor, member: Member) -> None:
    """Refuse who is one of the two, whether there is a row or not: the refusal tells nothing."""
    if member.id in actor.member_ids:
        raise NotAllowedError("own_apart", "This is about you as well. Let another coordinator do it.")


def _could_meet(session: Session, one: Member, other: Member) -> bool:
    near = one.antenna_id == other.antenna_id or may_pool(session, one.antenna_id, other.antenna_id)
    return near and one.state in PRESENT_STATES and other.state in PRESENT_STATES


def _kept(session: Session, one: Member, other: Member) -> Apart | None:
    low, high = sorted((one.id, other.id))
    return session.scalar(select(Apart).where(Apart.member_id == low, Apart.other_member_id == high))


def _note(session: Session, kept: Apart, action: str, member: Member, *, actor: Actor, now: datetime) -> None:
    subject = f"apart:{kept.id}"
    write_down(session, action, actor=actor, now=now, antenna_id=member.antenna_id, subject=subject)
