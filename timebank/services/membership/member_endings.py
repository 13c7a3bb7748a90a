"""Pausing, moving to another antenna, leaving and dying (DOMAIN.md 3b and 4f).

A debt is forgiven from the pot; what is left over goes where the member wished, or to the pot: at once
after a death, and after the antenna's days where someone left. Death stops every notice at once, and
nothing is ever asked of the family.
"""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.domain.states import ENDED_STATES, PRESENT_STATES, MemberState, MemberStep
from timebank.models.gift import GiftKind
from timebank.models.login import ApiToken, LoginSession
from timebank.models.member import Helper, Member
from timebank.services.asking.ask_endings import end_asks_of
from timebank.services.books.bookkeeping import balance_minutes
from timebank.services.coordinating.notices import stop_notices
from timebank.services.membership.hours_wishes import HoursPlace, standing_wish, wished_place
from timebank.services.membership.member_closing import (
    close_account_of,
    end_helpers,
    end_membership,
    end_ties,
    even_out,
    has_open_account,
    set_last_day,
    take_step,
)
from timebank.services.membership.member_joining import join_from
from timebank.services.membership.member_roles import end_roles_of_dead, end_roles_of_leaver
from timebank.services.membership.members import add_membership, find_member
from timebank.services.network.rules import rules_of
from timebank.services.promising.feeds import end_feeds
from timebank.services.promising.proposal_endings import end_promises_of, end_questions_of


def pause_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Nothing is asked for a while; the account stays, and so does what was promised."""
    member = _step(session, uid, MemberStep.PAUSE, actor=actor, now=now)
    end_questions_of(session, member, tell=True, actor=actor, now=now)
    return member


def resume_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Back from a pause."""
    return _step(session, uid, MemberStep.RESUME, actor=actor, now=now)


def decline_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """An application that doesn't become a membership."""
    return _step(session, uid, MemberStep.DECLINE, actor=actor, now=now)


def move_member(
    session: Session, uid: uuid.UUID, to_antenna_id: int, *, with_hours: bool, actor: Actor, now: datetime
) -> Member:
    """Move to another antenna, with or without the hours; the new membership.

    Raises:
        InvalidInputError: it is the same antenna.
    """
    member = find_member(session, uid, actor=actor)
    if member.antenna_id == to_antenna_id:
        raise InvalidInputError("same_antenna", "Choose another antenna.", field="antenna")
    _step(session, uid, MemberStep.MOVE, actor=actor, now=now)
    _let_go(session, member, tell=True, actor=actor, now=now)
    new = join_from(session, member, to_antenna_id, now=now)
    if with_hours:
        place = HoursPlace(new, new.antenna_id)
        even_out(session, member, GiftKind.MOVE, place, actor=actor, now=now)
    else:
        even_out(session, member, GiftKind.CLOSING, None, actor=actor, now=now)
    end_membership(session, member, now)
    end_ties(session, member, now)
    session.flush()
    return new


def leave_member(
    session: Session,
    uid: uuid.UUID,
    *,
    hours_to: uuid.UUID | None = None,
    reason: str = "",
    actor: Actor,
    now: datetime,
) -> Member:
    """Leave. What is left over goes to the member ``hours_to``, or where a written wish says.

    Without either it waits for the antenna's days and then goes to the pot; what was received and not
    given back is forgiven at once. Roles end with it (``member_roles``).

    Raises:
        NotFoundError: ``hours_to`` is nobody this actor knows.
        InvalidInputError: ``hours_to`` is no member any more.
    """
    heir = _heir(session, hours_to, find_member(session, uid, actor=actor), actor)
    member = _step(session, uid, MemberStep.LEAVE, actor=actor, now=now, note=reason)
    _let_go(session, member, tell=True, actor=actor, now=now)
    decided = heir is not None or standing_wish(session, member) is not None
    waits = rules_of(session, member.antenna_id).leaver_days > 0
    if decided or not waits or balance_minutes(session, member.account_id) < 0:
        place = _place(session, member, heir)
        even_out(session, member, GiftKind.CLOSING, place, actor=actor, now=now)
    if waits:
        set_last_day(session, member, now)
    else:
        end_membership(session, member, now)
    end_ties(session, member, now)
    end_roles_of_leaver(session, member, actor=actor, now=now)
    end_feeds(session, member.person_id, now)
    session.flush()
    return member


def record_death(
    session: Session,
    uid: uuid.UUID,
    *,
    died_on: date,
    hours_to: uuid.UUID | None = None,
    actor: Actor,
    now: datetime,
) -> Member:
    """Write down that someone died: every notice, session, card and role of theirs ends at once.

    So does every place that they had, in other antennas too. The hours go silently to the named
    member of a written wish, or to the pot. What others were to be told about favours with them
    is held back as well: people hear of a death from people.

    Raises:
        InvalidInputError: a day that is still to come, or an heir who is no member any more.
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    if died_on > local_day(now, member.antenna.timezone):
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="day"
        )
    heir = _heir(session, hours_to, member, actor)
    member.person.died_on = died_on
    stop_notices(session, member.person_id)
    for each in sorted(_memberships(session, member.person_id), key=lambda one: one.id != member.id):
        take_step(session, each, MemberStep.DIE, actor=actor, now=now)
        _let_go(session, each, tell=False, actor=actor, now=now)
        if each.account_id is not None:
            place = _place(session, each, heir)
            even_out(session, each, GiftKind.CLOSING, place, actor=actor, now=now)
        end_membership(session, each, now)
        end_ties(session, each, now)
    end_roles_of_dead(session, member.person_id, actor=actor, now=now)
    _end_access(session, member.person_id, now)
    session.flush()
    return member


def return_member(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Someone who left comes back, or was written down as dead by mistake: a new membership, at 0.

    What had ended stays ended. Hours that still wait on the old account come along; those that went to
    the pot come back as a grant from it.

    Raises:
        WrongStateError: they didn't leave, or were erased since.
        InvalidInputError: code ``member_already``.
        NotAllowedError, NotFoundError: not a coordinator of this antenna.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    if member.state not in ENDED_STATES or member.person.erased_at is not None:
        raise WrongStateError(state=member.state.value, step="return")
    member.person.died_on = None
    session.flush()
    new = add_membership(session, member.antenna_id, member.person_id, actor=actor, now=now)
    if member.state is MemberState.LEFT and has_open_account(session, member):
        even_out(session, member, GiftKind.MOVE, HoursPlace(new, new.antenna_id), actor=actor, now=now)
        close_account_of(session, member, now)
    return new


def _let_go(session: Session, member: Member, *, tell: bool, actor: Actor, now: datetime) -> None:
    """What they were asked and had promised goes back to the desks, and what they asked ends.

    Who goes hears nothing of it.
    """
    end_questions_of(session, member, tell=False, actor=actor, now=now)
    end_promises_of(session, member, tell=tell, actor=actor, now=now)
    end_asks_of(session, member, tell=tell, actor=actor, now=now)


def _place(session: Session, member: Member, heir: Member | None) -> HoursPlace:
    """Where the hours go: to whom was named now, else by the written wish."""
    return wished_place(session, member) if heir is None else HoursPlace(heir, heir.antenna_id)


def _heir(session: Session, hours_to: uuid.UUID | None, member: Member, actor: Actor) -> Member | None:
    """Who receives what is left: a present member other than the one who goes, or nobody (the pot)."""
    if hours_to is None:
        return None
    heir = find_member(session, hours_to, actor=actor)
    if heir.state not in PRESENT_STATES or heir.person_id == member.person_id:
        raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="hours_to")
    return heir


def _step(
    session: Session, uid: uuid.UUID, step: MemberStep, *, actor: Actor, now: datetime, note: str = ""
) -> Member:
    member = find_member(session, uid, actor=actor)
    own_wish = (
        step in (MemberStep.PAUSE, MemberStep.RESUME, MemberStep.LEAVE) and member.id in actor.member_ids
    )
    require(own_wish or is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    take_step(session, member, step, actor=actor, now=now, note=note)
    return member


def _memberships(session: Session, person_id: int) -> Sequence[Member]:
    """Every place that someone has or asked for, in whatever antenna."""
    return session.scalars(
        select(Member)
        .where(Member.person_id == person_id, Member.state.in_((*PRESENT_STATES, MemberState.APPLIED)))
        .order_by(Member.id)
    ).all()


def _end_access(session: Session, person_id: int, now: datetime) -> None:
    """Sessions, keys, calendar feeds, and the consent to act for others end now."""
    rows: list[Any] = [LoginSession, ApiToken]
    for row in rows:
        session.execute(
            update(row).where(row.person_id == person_id, row.revoked_at.is_(None)).values(revoked_at=now)
        )
    end_feeds(session, person_id, now)
    end_helpers(session, Helper.person_id == person_id, now)
