"""A favour's life after it was written down: agreed, seconded, disputed, settled, taken back.

Every step goes through the table in ``domain.states``.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload, lazyload

from timebank.domain.channels import Channel
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, is_treasurer, may_act_for
from timebank.domain.states import FAVOUR_STEPS, FavourState, FavourStep, next_state
from timebank.models.favour import ConfirmedBy, Favour, FavourConfirmation, FavourParty
from timebank.models.member import Member
from timebank.orm import change_object
from timebank.services.audit import write_down
from timebank.services.coordinating.notices import queue_notice
from timebank.services.giving.favour_agreement import (
    Evidence,
    add_confirmations,
    agree,
    antennas_of,
    concerns,
    confirmation,
    is_own_deed,
    needs_second,
)
from timebank.services.giving.favour_booking import book_favour
from timebank.services.giving.taking_back import take_favour_back
from timebank.services.giving.terms import Terms, terms_of
from timebank.services.promising.promise_undoing import bring_promise_back

PEOPLE = joinedload(Favour.parties).joinedload(FavourParty.member)
FOUND = select(Favour).where(Favour.uid == bindparam("uid")).options(PEOPLE)
HELD = FOUND.options(
    PEOPLE.options(lazyload(Member.person), lazyload(Member.antenna)), joinedload(Favour.confirmations)
).with_for_update(of=Favour)
"""For a step, which asks who agreed already, and takes people's names only where it tells someone."""


def find_favour(session: Session, uid: uuid.UUID, *, actor: Actor, lock: bool = False) -> Favour:
    """The favour, if this actor is a party, a party's helper, or staff of a party's antenna.

    Raises:
        NotFoundError: no such favour, or none of this actor's business.
    """
    found = session.scalars(HELD if lock else FOUND, {"uid": uid})
    favour = found.unique().one_or_none()
    if favour is None:
        raise NotFoundError
    mine = any(may_act_for(actor, party.member_id) for party in favour.parties)
    wrote = favour.logged_by_id is not None and favour.logged_by_id == actor.person_id
    staff = any(is_coordinator(actor, a) or is_treasurer(actor, a) for a in antennas_of(favour))
    if not (mine or wrote or staff or actor is SYSTEM):
        raise NotFoundError
    return favour


def confirm_favour(
    session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime, evidence: Evidence | None = None
) -> Favour:
    """Agree with a favour: as receiver, as their helper, with evidence, or as the second person.

    Raises:
        NotAllowedError: not the receiver and no right to confirm for them.
        SelfConfirmationError: hours of one's own or of one's household, for someone else.
        WrongStateError: it isn't waiting any more.
        LimitError, PeriodClosedError: the books refuse it.
    """
    favour = find_favour(session, uid, actor=actor, lock=True)
    if favour.state is FavourState.AWAITING_SECOND:
        return _second(session, favour, actor=actor, now=now)
    next_state(FAVOUR_STEPS, favour.state, FavourStep.CONFIRM)
    terms = _terms_of(session, favour)
    agreement = agree(favour, evidence, actor=actor, now=now)
    if agreement.complete:
        _advance(session, favour, agreement.added, terms, FavourStep.CONFIRM, actor=actor, now=now)
    elif not agreement.added:
        raise NotAllowedError(
            "not_yours_to_confirm",
            "Only who was helped can confirm this, or a coordinator who heard it from them.",
        )
    else:  # one of several who were helped; it waits for the others
        add_confirmations(session, favour, agreement.added)
        _note(session, favour, "confirm_favour", actor=actor, now=now)
    return favour


def agree_at_once(
    session: Session, favour: Favour, evidence: Evidence | None, terms: Terms, *, actor: Actor, now: datetime
) -> None:
    """For a favour just written down: confirm it where the writer is, or speaks for, who was helped."""
    if evidence is None and is_own_deed(favour, actor):
        return
    agreement = agree(favour, evidence, actor=actor, now=now)
    if agreement.complete:
        _advance(session, favour, agreement.added, terms, FavourStep.CONFIRM, actor=actor, now=now)
    elif agreement.added:
        add_confirmations(session, favour, agreement.added)


def dispute_favour(session: Session, uid: uuid.UUID, reason: str, *, actor: Actor, now: datetime) -> Favour:
    """Say that something is wrong; a coordinator settles it. Hours that were booked stay till then.

    Raises:
        InvalidInputError: no reason given.
        WrongStateError: it was taken back already.
    """
    favour = find_favour(session, uid, actor=actor, lock=True)
    if not reason.strip():
        raise InvalidInputError("reason_missing", "Say in a few words what is wrong.", field="reason")
    favour.state = next_state(FAVOUR_STEPS, favour.state, FavourStep.DISPUTE)
    favour.dispute_reason = reason.strip()[:500]
    favour.disputed_by_id = actor.person_id or None
    favour.disputed_at = now
    _note(session, favour, "dispute_favour", actor=actor, now=now)
    session.flush()
    return favour


def settle_dispute(
    session: Session, uid: uuid.UUID, *, stands: bool, settlement: str, actor: Actor, now: datetime
) -> Favour:
    """A coordinator who is no party decides, after talking with both: it stands, or it is taken back.

    Of what is taken back the promise stands again, as after an undo.

    Raises:
        NotAllowedError: not a coordinator, or a party (also by household).
        InvalidInputError: no word on how it was settled.
        WrongStateError: nobody disputed it.
    """
    favour = find_favour(session, uid, actor=actor, lock=True)
    _require_outside_coordinator(favour, actor)
    step = FavourStep.SETTLE_CONFIRM if stands else FavourStep.SETTLE_WITHDRAW
    settled = next_state(FAVOUR_STEPS, favour.state, step)
    if not settlement.strip():
        raise InvalidInputError(
            "settlement_missing", "Write in a few words how you settled it.", field="settlement"
        )
    favour.settled_by_id, favour.settled_at = actor.person_id or None, now
    favour.settlement = settlement.strip()[:500]
    if not stands:
        take_favour_back(session, favour, actor=actor, now=now)
        favour.state = settled
        bring_promise_back(session, favour.id, actor=actor, now=now)
    elif favour.transfers:
        favour.state = settled
    else:
        said = [confirmation(favour, ConfirmedBy.COORDINATOR, None, actor=actor, now=now)]
        terms = _terms_of(session, favour)
        _advance(session, favour, said, terms, FavourStep.SETTLE_CONFIRM, actor=actor, now=now)
    _note(session, favour, "settle_dispute", actor=actor, now=now)
    session.flush()
    return favour


def undo_favour(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Favour:
    """Take back what one wrote down oneself a moment ago; a promise that it came of stands again.

    Raises:
        NotAllowedError: someone else wrote it.
        WrongStateError: code ``undo_over`` when the minutes for it have passed.
    """
    favour = find_favour(session, uid, actor=actor, lock=True)
    if favour.logged_by_id != (actor.person_id or None):
        raise NotAllowedError
    next_state(FAVOUR_STEPS, favour.state, FavourStep.UNDO)
    if now > favour.undo_until:
        raise WrongStateError(
            "undo_over",
            "It's too late to undo this yourself. Call your antenna, and they will.",
            state=favour.state.value,
        )
    take_favour_back(session, favour, actor=actor, now=now)
    favour.state = next_state(FAVOUR_STEPS, favour.state, FavourStep.UNDO)
    bring_promise_back(session, favour.id, actor=actor, now=now)
    _note(session, favour, "undo_favour", actor=actor, now=now)
    session.flush()
    return favour


def reverse_favour(session: Session, uid: uuid.UUID, reason: str, *, actor: Actor, now: datetime) -> Favour:
    """A coordinator who is no party corrects a confirmed favour by the opposite transfers.

    A promise that it came of stands again: how it went is told anew.

    Raises:
        NotAllowedError: not a coordinator, or a party (also by household).
        InvalidInputError: no reason given.
    """
    favour = find_favour(session, uid, actor=actor, lock=True)
    _require_outside_coordinator(favour, actor)
    if not reason.strip():
        raise InvalidInputError("reason_missing", "Say in a few words what is wrong.", field="reason")
    favour.state = next_state(FAVOUR_STEPS, favour.state, FavourStep.REVERSE)
    favour.settlement = reason.strip()[:500]
    favour.settled_by_id, favour.settled_at = actor.person_id or None, now
    take_favour_back(session, favour, actor=actor, now=now)
    bring_promise_back(session, favour.id, actor=actor, now=now)
    _note(session, favour, "reverse_favour", actor=actor, now=now)
    session.flush()
    return favour


def count_silence(session: Session, favour: Favour, *, now: datetime) -> None:
    """Confirm a favour that nobody objected to in time, where the antenna decided that this counts."""
    terms = _terms_of(session, favour)
    silence = [confirmation(favour, ConfirmedBy.SILENCE, None, actor=SYSTEM, now=now)]
    _advance(session, favour, silence, terms, FavourStep.CONFIRM, actor=SYSTEM, now=now)


def tell_receivers(session: Session, favour: Favour, *, actor: Actor, now: datetime) -> None:
    """Queue 'please look at this favour' for everyone who can confirm it and hasn't written it."""
    for member in favour.receivers:
        if member.person_id != actor.person_id:
            queue_notice(
                session,
                member.person,
                "favour_to_confirm",
                dedupe_key=f"favour_to_confirm:{favour.uid}:{member.id}",
                now=now,
                antenna_id=member.antenna_id,
                params={"favour": str(favour.uid)},
            )


def _advance(
    session: Session,
    favour: Favour,
    added: Sequence[FavourConfirmation],
    terms: Terms,
    step: FavourStep,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Everyone agreed: book it, or wait for a second person where the antenna wants two."""
    second = needs_second(session, favour, added, terms.rules, now)
    state = next_state(FAVOUR_STEPS, favour.state, FavourStep.AGREE if second else step)
    if favour.id is None:
        favour.state = state
    else:
        change_object(session, favour, state=state)
    add_confirmations(session, favour, added)
    if not second:
        book_favour(session, favour, terms, actor=actor, now=now)
    _note(session, favour, "confirm_favour", actor=actor, now=now)


def _second(session: Session, favour: Favour, *, actor: Actor, now: datetime) -> Favour:
    """The second of two people: a coordinator or treasurer who didn't give the first confirmation."""
    staff = any(is_coordinator(actor, a) or is_treasurer(actor, a) for a in antennas_of(favour))
    first = {c.confirmed_by_id for c in favour.confirmations}
    if not staff or actor.person_id in first:
        raise NotAllowedError("second_person", "A second person of the antenna must confirm this one.")
    favour.state = next_state(FAVOUR_STEPS, favour.state, FavourStep.CONFIRM)
    second = confirmation(favour, ConfirmedBy.SECOND, None, actor=actor, now=now)
    add_confirmations(session, favour, [second])
    book_favour(session, favour, _terms_of(session, favour), actor=actor, now=now)
    _note(session, favour, "second_favour", actor=actor, now=now)
    return favour


def _terms_of(session: Session, favour: Favour) -> Terms:
    return terms_of(session, favour.antenna_id, antennas_of(favour))


def _require_outside_coordinator(favour: Favour, actor: Actor) -> None:
    if not any(is_coordinator(actor, antenna_id) for antenna_id in antennas_of(favour)):
        raise NotAllowedError
    if concerns(favour, actor):
        raise NotAllowedError(
            "own_favour", "You are part of this favour yourself. Let another coordinator do this."
        )


def _note(session: Session, favour: Favour, action: str, *, actor: Actor, now: datetime) -> None:
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=favour.antenna_id,
        subject=f"favour:{favour.uid}",
        channel=Channel.WEB,
        detail={"state": favour.state.value},
    )
