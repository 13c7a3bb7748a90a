"""Signals: something noticed is told, someone follows it up, and it ends with an outcome.

No member finds a signal about themselves anywhere, also not among what was done for them: the audit
names the signal, never the member. What is written down here is erased some days after the end.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.names import clean_text
from timebank.domain.permissions import (
    Actor,
    may_follow_signal,
    may_tell_signal,
    require,
    require_full_rights,
)
from timebank.domain.states import OPEN_SIGNALS, SIGNAL_STEPS, SignalState, SignalStep, next_state
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.signal import Signal, SignalLine, SignalOutcome
from timebank.services.audit import write_down
from timebank.services.referring.directory import possible_owners

WORDS_MAX = 1000
LINE_MAX = 300


@dataclass(frozen=True)
class SignalDetails:
    """What was noticed, about a member or an address in words, and how we heard of it."""

    words: str
    about_member_id: int | None = None
    about_words: str = ""
    channel: Channel = Channel.TALK
    told_by: str = ""


@dataclass(frozen=True)
class FollowUp:
    """Who has it (a person's id), and on which day they look again."""

    assignee_id: int
    follow_up_on: date


def tell_signal(
    session: Session, antenna_id: int, details: SignalDetails, *, actor: Actor, now: datetime
) -> Signal:
    """Pass on that something was noticed; a coordinator looks at it.

    Raises:
        NotAllowedError, NotFoundError: neither coordinator nor antenna person here.
        InvalidInputError: no words, or nothing that says whom it is about.
    """
    if session.get(Antenna, antenna_id) is None:
        raise NotFoundError
    require(may_tell_signal(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    signal = Signal(
        uid=uuid.uuid4(),
        antenna_id=antenna_id,
        state=SignalState.TOLD,
        told_by_id=actor.person_id or None,
        told_at=now,
    )
    _fill(session, signal, details)
    session.add(signal)
    session.flush()
    _write(session, signal, "tell", "", actor, now)
    return signal


def change_signal(
    session: Session, uid: uuid.UUID, details: SignalDetails, *, version: int, actor: Actor, now: datetime
) -> Signal:
    """Correct what was told.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        WrongStateError: it has ended.
    """
    signal = _open_signal(session, uid, actor, version)
    _fill(session, signal, details)
    _write(session, signal, "change", "", actor, now)
    return signal


def follow_signal(
    session: Session, uid: uuid.UUID, follow: FollowUp, *, version: int, actor: Actor, now: datetime
) -> Signal:
    """Say who has it and when they look again: the first time, or another person or day.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        InvalidInputError: ``assignee_unknown``, or a day that is over (``day_over``).
        WrongStateError: it has ended.
    """
    signal = _open_signal(session, uid, actor, version)
    today = local_day(now, signal.antenna.timezone)
    if follow.follow_up_on < today:
        raise InvalidInputError("day_over", "This day is over. Choose today or later.", field="follow_up_on")
    if follow.assignee_id not in possible_owners(session, signal.antenna_id, today=today):
        raise InvalidInputError("assignee_unknown", "Choose a coordinator of today.", field="assignee")
    deed = "hand_on"
    if signal.state is SignalState.TOLD:
        signal.state = next_state(SIGNAL_STEPS, signal.state, SignalStep.TAKE)
        deed = SignalStep.TAKE.value
    signal.assignee_id, signal.follow_up_on = follow.assignee_id, follow.follow_up_on
    _write(session, signal, deed, "", actor, now)
    return signal


def put_back_signal(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Signal:
    """Who has it can't go on with it: nobody has it, and it stands on top of the list again.

    Raises:
        WrongStateError: nobody has it, or it has ended.
    """
    signal = _signal_to_follow(session, uid, actor)
    signal.state = next_state(SIGNAL_STEPS, signal.state, SignalStep.PUT_BACK)
    signal.assignee_id = signal.follow_up_on = None
    _write(session, signal, SignalStep.PUT_BACK.value, "", actor, now)
    return signal


def add_line(session: Session, uid: uuid.UUID, words: str, *, actor: Actor, now: datetime) -> Signal:
    """Write down in a short line what was done.

    Raises:
        WrongStateError: it has ended.
        InvalidInputError: no words.
    """
    signal = _signal_to_follow(session, uid, actor)
    if signal.state not in OPEN_SIGNALS:
        raise WrongStateError(state=signal.state.value, step="line")
    line = clean_text(words)
    if not line:
        raise InvalidInputError("line_missing", "Write in a few words what you did.", field="words")
    _check_length(line, LINE_MAX, "words")
    _write(session, signal, "line", line, actor, now)
    return signal


def end_signal(
    session: Session,
    uid: uuid.UUID,
    outcome: SignalOutcome,
    words: str = "",
    *,
    actor: Actor,
    now: datetime,
) -> Signal:
    """It is over: how it ended, in a short line if need be.

    Raises:
        WrongStateError: it has ended already.
    """
    signal = _signal_to_follow(session, uid, actor)
    signal.state = next_state(SIGNAL_STEPS, signal.state, SignalStep.END)
    line = clean_text(words)
    _check_length(line, LINE_MAX, "words")
    signal.outcome, signal.ended_at = outcome, now
    _write(session, signal, SignalStep.END.value, line, actor, now)
    return signal


def reopen_signal(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Signal:
    """It wasn't over: who reopens it has it, from today.

    Raises:
        WrongStateError: it hasn't ended, or its text is erased.
    """
    signal = _signal_to_follow(session, uid, actor)
    signal.state = next_state(SIGNAL_STEPS, signal.state, SignalStep.REOPEN)
    signal.outcome, signal.ended_at = None, None
    signal.assignee_id = actor.person_id
    signal.follow_up_on = local_day(now, signal.antenna.timezone)
    _write(session, signal, SignalStep.REOPEN.value, "", actor, now)
    return signal


def find_signal(session: Session, uid: uuid.UUID, *, actor: Actor) -> Signal:
    """A signal, for the coordinators of its antenna; never for whom it is about.

    Raises:
        NotFoundError: none of this actor's business.
    """
    signal = session.scalar(select(Signal).where(Signal.uid == uid))
    if signal is None or not may_follow_signal(actor, signal.antenna_id, signal.about_member_id):
        raise NotFoundError
    return signal


def details_of(signal: Signal) -> SignalDetails:
    """What was told, to correct a part of it."""
    return SignalDetails(
        signal.words, signal.about_member_id, signal.about_words, signal.channel, signal.told_by
    )


def _signal_to_follow(session: Session, uid: uuid.UUID, actor: Actor) -> Signal:
    signal = session.scalar(select(Signal).where(Signal.uid == uid).with_for_update(of=Signal))
    if signal is None or not may_follow_signal(actor, signal.antenna_id, signal.about_member_id):
        raise NotFoundError
    return signal


def _open_signal(session: Session, uid: uuid.UUID, actor: Actor, version: int) -> Signal:
    signal = _signal_to_follow(session, uid, actor)
    if signal.version != version:
        raise StaleError
    if signal.state not in OPEN_SIGNALS:
        raise WrongStateError(state=signal.state.value, step="change")
    return signal


def _fill(session: Session, signal: Signal, details: SignalDetails) -> None:
    words, about = clean_text(details.words), clean_text(details.about_words)
    if not words:
        raise InvalidInputError("signal_words_missing", "Write down what was noticed.", field="words")
    _check_length(words, WORDS_MAX, "words")
    if details.about_member_id is None and not about:
        raise InvalidInputError("about_missing", "Say whom or which address it is about.", field="about")
    if details.about_member_id is not None:
        member = session.get(Member, details.about_member_id)
        if member is None or member.antenna_id != signal.antenna_id:
            raise InvalidInputError("not_a_member", "Choose someone who is a member now.", field="about")
    signal.words, signal.about_words = words, about[:200]
    signal.about_member_id = details.about_member_id
    signal.channel, signal.told_by = details.channel, clean_text(details.told_by)[:120]


def _check_length(text: str, most: int, field: str) -> None:
    if len(text) > most:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=most
        )


def _write(session: Session, signal: Signal, deed: str, words: str, actor: Actor, now: datetime) -> None:
    """One line of the signal, and one of the audit without the member: theirs to read is never this."""
    session.add(
        SignalLine(signal_id=signal.id, deed=deed, words=words, actor_id=actor.person_id or None, at=now)
    )
    write_down(
        session,
        f"signal_{deed}",
        actor=actor,
        now=now,
        antenna_id=signal.antenna_id,
        subject=f"signal:{signal.uid}",
        channel=signal.channel,
    )
    session.flush()
