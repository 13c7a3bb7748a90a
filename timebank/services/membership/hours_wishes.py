"""Where hours go that are left: a member's written wish, and what it comes to when they leave or die.

Without a wish they go to the pot (DOMAIN.md 3b): after some days for who left, silently for who died.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require_full_rights
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.wish import HoursGoTo, HoursWish
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member

WORDS_MAX = 300
WITNESS_MAX = 120


@dataclass(frozen=True)
class NewWish:
    """A wish as it is told: for a member of this antenna, for another antenna's pot, or for the own pot.

    ``witness`` is who was there, needed where a coordinator writes it down for the member.
    """

    written_on: date
    to_member_id: int | None = None
    to_antenna_id: int | None = None
    words: str = ""
    witness: str = ""


@dataclass(frozen=True)
class HoursPlace:
    """Where hours go: to a member or, where that is None, to an antenna's pot."""

    member: Member | None
    antenna_id: int


def write_wish(
    session: Session, member_uid: uuid.UUID, new: NewWish, *, actor: Actor, now: datetime
) -> HoursWish:
    """Write a member's wish down; an earlier one ends.

    Raises:
        InvalidInputError: someone who is no member now, no other antenna, a day to come, no witness.
        NotAllowedError: code ``own_favour``, whoever writes it down would receive the hours.
        NotFoundError: none of this actor's members.
    """
    member = _member(session, member_uid, actor)
    heir = _heir(session, member, new, actor)
    _check(session, member, new, today=local_day(now, member.antenna.timezone), own=_is_own(member, actor))
    _end(session, member, now)
    wish = HoursWish(
        member_id=member.id,
        goes_to=HoursGoTo.MEMBER if heir else HoursGoTo.ANTENNA if new.to_antenna_id else HoursGoTo.POT,
        to_member_id=None if heir is None else heir.id,
        to_antenna_id=new.to_antenna_id,
        words=new.words.strip(),
        written_on=new.written_on,
        witness=new.witness.strip(),
        recorded_by_id=actor.person_id or None,
        recorded_at=now,
    )
    session.add(wish)
    _note(session, member, "write_wish", actor=actor, now=now)
    session.flush()
    return wish


def end_wish(session: Session, member_uid: uuid.UUID, *, actor: Actor, now: datetime) -> None:
    """The member wishes nothing any more: what is left goes to the pot.

    Raises:
        NotFoundError: none of this actor's members, or there is no wish.
    """
    member = _member(session, member_uid, actor)
    if not _end(session, member, now):
        raise NotFoundError
    _note(session, member, "end_wish", actor=actor, now=now)
    session.flush()


def standing_wish(session: Session, member: Member) -> HoursWish | None:
    """The wish that holds now, if there is one; who may see it is asked before."""
    return session.scalar(
        select(HoursWish).where(HoursWish.member_id == member.id, HoursWish.ended_at.is_(None))
    )


def find_wish(session: Session, member_uid: uuid.UUID, *, actor: Actor) -> tuple[Member, HoursWish | None]:
    """A member and their wish: for themselves and their coordinators.

    Raises:
        NotFoundError: none of this actor's members.
    """
    member = _member(session, member_uid, actor)
    return member, standing_wish(session, member)


def wished_place(session: Session, member: Member) -> HoursPlace:
    """Where this member's hours go by their wish; the pot, without one or where its member has gone too."""
    wish = standing_wish(session, member)
    if wish is not None and wish.to_antenna_id is not None:
        return HoursPlace(None, wish.to_antenna_id)
    if wish is not None and wish.to_member is not None and wish.to_member.state in PRESENT_STATES:
        return HoursPlace(wish.to_member, wish.to_member.antenna_id)
    return HoursPlace(None, member.antenna_id)


def _member(session: Session, uid: uuid.UUID, actor: Actor) -> Member:
    member = find_member(session, uid, actor=actor)
    own = _is_own(member, actor)
    if not (own or is_coordinator(actor, member.antenna_id)):
        raise NotFoundError  # a helper speaks for someone, but doesn't dispose of what is theirs
    require_full_rights(actor)
    return member


def _is_own(member: Member, actor: Actor) -> bool:
    return member.id in actor.member_ids


def _heir(session: Session, member: Member, new: NewWish, actor: Actor) -> Member | None:
    if new.to_member_id is None:
        return None
    heir = session.get(Member, new.to_member_id)
    there = heir is not None and heir.antenna_id == member.antenna_id and heir.state in PRESENT_STATES
    if heir is None or not there or heir.person_id == member.person_id:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="goes_to")
    if not _is_own(member, actor) and heir.person_id == actor.person_id:
        raise NotAllowedError(
            "own_favour", "You are part of this favour yourself. Let another coordinator do this."
        )
    return heir


def _check(session: Session, member: Member, new: NewWish, *, today: date, own: bool) -> None:
    if member.state not in PRESENT_STATES:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.")
    if new.to_antenna_id is not None and (
        new.to_antenna_id == member.antenna_id or session.get(Antenna, new.to_antenna_id) is None
    ):
        raise InvalidInputError("same_antenna", "Choose another antenna.", field="goes_to")
    if new.written_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="day"
        )
    if not own and not new.witness.strip():
        raise InvalidInputError("wish_witness_missing", "Write down who was there.", field="witness")
    for field, text, most in (("words", new.words, WORDS_MAX), ("witness", new.witness, WITNESS_MAX)):
        if len(text) > most:
            raise InvalidInputError(
                "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=most
            )


def _end(session: Session, member: Member, now: datetime) -> bool:
    """End the wish that stands; whether there was one. Two who write at once do so one after another."""
    wish = session.scalar(
        select(HoursWish)
        .where(HoursWish.member_id == member.id, HoursWish.ended_at.is_(None))
        .with_for_update(of=HoursWish)
    )
    if wish is None:
        return False
    wish.ended_at = now
    session.flush()
    return True


def _note(session: Session, member: Member, action: str, *, actor: Actor, now: datetime) -> None:
    write_down(session, action, actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id)
