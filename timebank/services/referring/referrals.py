"""Referrals: handing an ask, with the person's yes, to a service, and hearing later what came of it.

The person gets a letter to take along. What neighbours can do well goes on beside it, as an ask of its own.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError, WrongStateError
from timebank.domain.help import DAY_FROM_MINUTE, DAY_UNTIL_MINUTE
from timebank.domain.names import clean_text
from timebank.domain.permissions import Actor, is_coordinator, may_act_for, require, require_full_rights
from timebank.domain.referral_states import REFERRAL_STEPS, ReferralState, ReferralStep
from timebank.domain.states import next_state
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.referral import Referral
from timebank.services.asking.asks import end_ask, find_ask, make_ask
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.audit import write_down
from timebank.services.network.practice import refuse_practice
from timebank.services.referring.directory import find_entry

FOLLOW_UP_AFTER = timedelta(days=7)
"""When to look again, where no other day was chosen."""
FOLLOW_UP_MAX = timedelta(days=366)
TEXT_MAX = 300


@dataclass(frozen=True)
class Beside:
    """What a neighbour keeps doing meanwhile: a visit or a talk from this day, every so many days."""

    words: str
    first_day: date
    category: str = "visit"
    repeat_days: int | None = 7


@dataclass(frozen=True)
class NewReferral:
    """To which service, and that the person agreed: when, how and in which words.

    Without ``agreed_on`` it was today, without ``follow_up_on`` someone looks again after a week.
    """

    entry_uid: uuid.UUID
    agreed: bool
    agreed_on: date | None = None
    consent_channel: Channel = Channel.PHONE
    consent_words: str = ""
    handed: str = ""
    follow_up_on: date | None = None
    beside: Beside | None = None


@dataclass(frozen=True)
class Heard:
    """What a follow-up brought: an outcome, or to look again on ``again_on``."""

    step: ReferralStep
    note: str = ""
    again_on: date | None = None


def refer_ask(
    session: Session, ask_uid: uuid.UUID, new: NewReferral, *, actor: Actor, now: datetime
) -> Referral:
    """End the ask as referred, and keep to whom, with which yes, and when someone looks again.

    A repeating ask doesn't go on; ``new.beside`` makes the neighbourly ask beside it.

    Raises:
        InvalidInputError: the person didn't agree, there is no such service, or a day that can't be.
        NotAllowedError, NotFoundError: not a coordinator of this antenna.
        WrongStateError: the ask has ended, is for practice, or its earlier referral has no outcome yet.
    """
    ask = find_ask(session, ask_uid, actor=actor, lock=True)
    require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    require_full_rights(actor)
    refuse_practice(session, ask)
    today = local_day(now, ask.antenna.timezone)
    entry = _service(session, ask, new.entry_uid, actor)
    _check_consent(new, today)
    follow_up_on = _day_ahead(new.follow_up_on or today + FOLLOW_UP_AFTER, today)
    _refuse_second(session, ask)
    referral = Referral(
        uid=uuid.uuid4(),
        ask_id=ask.id,
        entry_id=entry.id,
        state=ReferralState.OPEN,
        consent_on=new.agreed_on or today,
        consent_channel=new.consent_channel,
        consent_words=_text(new.consent_words, "consent_words"),
        handed=_text(new.handed, "handed"),
        follow_up_on=follow_up_on,
        made_by_id=actor.person_id or None,
        made_at=now,
    )
    repeats = ask.repeat_days is not None
    session.add(referral)
    session.flush()
    end_ask(session, ask_uid, AskStep.REFER, stop_repeating=repeats, actor=actor, now=now)
    if new.beside is not None:
        make_ask(session, _beside(ask, new.beside, new.consent_channel), actor=actor, now=now)
    _note(session, referral, "refer_ask", actor=actor, now=now)
    return referral


def follow_up_referral(
    session: Session, uid: uuid.UUID, heard: Heard, *, version: int, actor: Actor, now: datetime
) -> Referral:
    """Write down what came of it, or that it still waits and when someone looks again.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        WrongStateError: it has an outcome already.
        InvalidInputError: a day that is over.
    """
    referral = session.scalar(select(Referral).where(Referral.uid == uid).with_for_update(of=Referral))
    if referral is None:
        raise NotFoundError
    require(is_coordinator(actor, referral.ask.antenna_id), actor, referral.ask.antenna_id)
    require_full_rights(actor)
    if referral.version != version:
        raise StaleError
    today = local_day(now, referral.ask.antenna.timezone)
    referral.state = next_state(REFERRAL_STEPS, referral.state, heard.step)
    referral.note = _text(heard.note, "note") or referral.note
    if referral.state is ReferralState.OPEN:
        referral.follow_up_on = _day_ahead(heard.again_on or today + FOLLOW_UP_AFTER, today)
    else:
        referral.ended_at = now
    _note(session, referral, f"referral_{heard.step.value}", actor=actor, now=now)
    return referral


def find_referral(session: Session, uid: uuid.UUID, *, actor: Actor) -> Referral:
    """A referral, for the antenna's coordinators, the person themselves and who acts for them.

    Raises:
        NotFoundError: there is none, or none of this actor's business.
    """
    referral = session.scalar(select(Referral).where(Referral.uid == uid))
    if referral is None or not may_see_referrals(referral.ask, actor):
        raise NotFoundError
    return referral


def may_see_referrals(ask: Ask, actor: Actor) -> bool:
    """Whether the actor may know where this ask was handed; who only wrote it down may not."""
    mine = ask.member_id is not None and may_act_for(actor, ask.member_id)
    return mine or is_coordinator(actor, ask.antenna_id)


def _service(session: Session, ask: Ask, entry_uid: uuid.UUID, actor: Actor) -> DirectoryEntry:
    try:
        entry = find_entry(session, entry_uid, actor=actor)
    except NotFoundError:
        entry = None
    if entry is None or entry.ended_on is not None or entry.antenna_id not in (None, ask.antenna_id):
        raise InvalidInputError(
            "service_unknown", "Choose a service of the antenna's directory.", field="entry"
        )
    return entry


def _check_consent(new: NewReferral, today: date) -> None:
    if not new.agreed:
        raise InvalidInputError(
            "consent_missing", "Ask them first. Nobody is referred without their yes.", field="agreed"
        )
    if new.agreed_on is not None and new.agreed_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="agreed_on"
        )


def _day_ahead(day: date, today: date) -> date:
    if day < today:
        raise InvalidInputError("day_over", "This day is over. Choose today or later.", field="follow_up_on")
    if day > today + FOLLOW_UP_MAX:
        raise InvalidInputError("date_far", "Choose a day within a year.", field="follow_up_on")
    return day


def _refuse_second(session: Session, ask: Ask) -> None:
    waiting = select(Referral.id).where(Referral.ask_id == ask.id, Referral.state == ReferralState.OPEN)
    if session.scalar(waiting) is not None:
        raise WrongStateError(
            "referral_open", "Say first what came of the earlier referral.", state=ask.state.value
        )


def _beside(ask: Ask, beside: Beside, channel: Channel) -> NewAsk:
    details = AskDetails(
        category=beside.category,
        windows=(Window(beside.first_day, DAY_FROM_MINUTE, DAY_UNTIL_MINUTE),),
        languages=tuple(ask.languages),
        repeat_days=beside.repeat_days,
    )
    return NewAsk(
        antenna_id=ask.antenna_id,
        words=beside.words,
        member_id=ask.member_id,
        asker_name=ask.asker_name,
        asker_phone=ask.asker_phone,
        channel=channel,
        consent_note=ask.consent_note,
        beside_id=ask.id,
        details=details,
    )


def _text(words: str, field: str) -> str:
    text = clean_text(words)
    if len(text) > TEXT_MAX:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=TEXT_MAX
        )
    return text


def _note(session: Session, referral: Referral, action: str, *, actor: Actor, now: datetime) -> None:
    session.flush()
    session.refresh(referral, ["ask", "entry"])
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=referral.ask.antenna_id,
        member_id=referral.ask.member_id,
        subject=f"referral:{referral.uid}",
        channel=referral.consent_channel,
    )
    session.flush()
