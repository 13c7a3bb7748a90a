"""What is kept no longer than it is needed: what will be erased, and when; and the erasing itself.

Nothing here is erased that wasn't told before: the coordinators' page and ``flask retention --dry-run``
show the same rows that the next run takes.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.erasing import EraseHold
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import MemberState, SignalState
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.audit import AuditEntry
from timebank.models.consent import PartnerLook
from timebank.models.login import LoginSession
from timebank.models.member import Member
from timebank.models.notice import Notice, NoticeState
from timebank.models.questionnaire import QuestionnaireAnswer, QuestionnaireRound
from timebank.models.referral import Referral
from timebank.models.signal import Signal
from timebank.models.story import Story
from timebank.orm import Base
from timebank.services.membership.members import find_member
from timebank.services.network.rules import rules_of
from timebank.services.privacy.erase_holds import holds_of
from timebank.services.privacy.erasing import ErasureDue, erase_person, erased_on, erasures_to_come
from timebank.services.privacy.outsiders import OutsiderDue, outsider_due_on, outsiders_to_come
from timebank.services.telling.stories import KEPT_AFTER as STORY_KEPT

AUDIT_KEPT = timedelta(days=731)
"""Two years, so that a member can ask who acted for them (RELIABILITY.md 3)."""
NOTICES_KEPT = timedelta(days=365)
LOOKS_KEPT = timedelta(days=731)
"""As long as the audit, so that a member can see who asked about them; a guard keeps them for two years."""
SESSIONS_KEPT = timedelta(days=30)
"""After their end: long enough to see where someone was signed in."""


@dataclass(frozen=True)
class TextDue:
    """The text of something that ended, and the day on which it goes."""

    ended_on: date
    due_on: date


@dataclass(frozen=True)
class ErasureOf:
    """One person's erasure: the day on which it comes by itself, None while nothing says when, and what holds it."""

    member: Member
    due_on: date | None
    holds: tuple[EraseHold, ...]


@dataclass(frozen=True)
class Coming:
    """What one antenna loses by itself, soonest first."""

    erase_days: int
    signal_days: int
    referral_days: int
    leavers: tuple[ErasureDue, ...]
    declined: tuple[OutsiderDue, ...]
    signals: tuple[TextDue, ...]
    referrals: tuple[TextDue, ...]
    stories: tuple[TextDue, ...]
    answers: tuple[TextDue, ...]


def what_will_go(session: Session, antenna: Antenna, *, actor: Actor, now: datetime) -> Coming:
    """What will be erased in this antenna, and when; nothing is erased.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna.id), actor, antenna.id)
    rules = rules_of(session, antenna.id)
    signals = select(Signal.ended_at).where(
        Signal.antenna_id == antenna.id, Signal.state == SignalState.ENDED
    )
    referrals = (
        select(Referral.ended_at)
        .join(Ask, Ask.id == Referral.ask_id)
        .where(Ask.antenna_id == antenna.id, Referral.ended_at.is_not(None), _has_text())
    )
    stories = select(Story.use_until).where(Story.antenna_id == antenna.id, Story.erased_at.is_(None))
    answers = (
        select(QuestionnaireRound.ends_on)
        .join(QuestionnaireAnswer, QuestionnaireAnswer.round_id == QuestionnaireRound.id)
        .where(QuestionnaireRound.antenna_id == antenna.id)
    )
    return Coming(
        rules.erase_days,
        rules.signal_days,
        rules.referral_days,
        tuple(erasures_to_come(session, antenna.id, now=now)),
        tuple(outsiders_to_come(session, antenna.id, now=now)),
        _due(session, signals, antenna, rules.signal_days),
        _due(session, referrals, antenna, rules.referral_days),
        _due_after(session, stories, STORY_KEPT),
        _due_after(session, answers, timedelta()),
    )


def erasure_of(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> ErasureOf:
    """When the person behind this membership is erased, and what has to be settled first.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    if member.person.erased_at is not None:
        return ErasureOf(member, None, ())
    days = timedelta(days=rules_of(session, member.antenna_id).erase_days)
    due_on = erased_on(session, member, days) or outsider_due_on(session, member.person_id, now=now)
    return ErasureOf(member, due_on, holds_of(session, member.person_id, now=now))


def people_to_erase(session: Session, *, now: datetime) -> Sequence[ErasureDue]:
    """Who left so long ago that their time is over, in every antenna; with what holds them."""
    found: list[ErasureDue] = []
    for antenna in session.scalars(select(Antenna).order_by(Antenna.id)):
        today = local_day(now, antenna.timezone)
        found += [due for due in erasures_to_come(session, antenna.id, now=now) if due.due_on <= today]
    return found


def erase_leaver(session: Session, person_id: int, *, now: datetime) -> bool:
    """Erase one person whose time is over; whether this run did it. Someone held is left for later."""
    if not _time_is_over(session, person_id, now):
        return False
    try:
        return erase_person(session, person_id, now=now)
    except WrongStateError:
        return False


def _time_is_over(session: Session, person_id: int, now: datetime) -> bool:
    """Whether the last of this person's places ended as long ago as its antenna keeps who left."""
    places = session.scalars(
        select(Member).where(Member.person_id == person_id, Member.state != MemberState.DECLINED)
    ).all()
    ends = [(member.ended_on, member) for member in places if member.ended_on is not None]
    if not ends or len(ends) < len(places):
        return False
    ended_on, member = max(ends, key=lambda each: each[0])
    days = timedelta(days=rules_of(session, member.antenna_id).erase_days)
    return ended_on + days <= local_day(now, member.antenna.timezone)


def referrals_to_empty(session: Session, *, now: datetime) -> Sequence[int]:
    """Ids of referrals that ended so long ago that their words go; service, outcome and days stay."""
    found: list[int] = []
    for antenna_id in session.scalars(select(Antenna.id).order_by(Antenna.id)):
        before = now - timedelta(days=rules_of(session, antenna_id).referral_days)
        found += session.scalars(
            select(Referral.id)
            .join(Ask, Ask.id == Referral.ask_id)
            .where(Ask.antenna_id == antenna_id, Referral.ended_at <= before, _has_text())
        )
    return found


def empty_referrals(session: Session, *, now: datetime) -> int:
    """Erase the words of every referral whose time is over; how many."""
    ids = list(referrals_to_empty(session, now=now))
    session.execute(
        update(Referral)
        .where(Referral.id.in_(ids))
        .values(consent_words="", handed="", note="", version=Referral.version + 1),
        execution_options={"synchronize_session": False},
    )
    return len(ids)


def old_rows(session: Session, *, now: datetime) -> dict[str, int]:
    """How many rows of each kind have had their time; nothing is erased."""
    return {
        name: session.scalar(select(func.count()).select_from(model).where(where)) or 0
        for name, (model, where) in _old(now).items()
    }


def delete_old_rows(session: Session, *, now: datetime) -> int:
    """Remove the rows that have had their time; how many."""
    options: dict[str, Any] = {"synchronize_session": False}
    return sum(
        int(getattr(session.execute(delete(model).where(where), execution_options=options), "rowcount", 0))
        for model, where in _old(now).values()
    )


def _old(now: datetime) -> dict[str, tuple[type[Base], ColumnElement[bool]]]:
    ended = now - SESSIONS_KEPT
    return {
        "lines of the audit": (AuditEntry, AuditEntry.at < now - AUDIT_KEPT),
        "notices": (
            Notice,
            (Notice.state != NoticeState.WAITING) & (Notice.created_at < now - NOTICES_KEPT),
        ),
        "looks of partners": (PartnerLook, PartnerLook.asked_at < now - LOOKS_KEPT),
        "sessions": (
            LoginSession,
            or_(LoginSession.expires_at < ended, LoginSession.revoked_at < ended),
        ),
    }


def _has_text() -> ColumnElement[bool]:
    return or_(Referral.consent_words != "", Referral.handed != "", Referral.note != "")


def _due_after(session: Session, query: Any, kept: timedelta) -> tuple[TextDue, ...]:
    """What goes on the day after it was ``kept`` past its last day."""
    return tuple(TextDue(last, last + kept + timedelta(days=1)) for last in sorted(session.scalars(query)))


def _due(session: Session, query: Any, antenna: Antenna, days: int) -> tuple[TextDue, ...]:
    ended = sorted(local_day(moment, antenna.timezone) for moment in session.scalars(query))
    return tuple(TextDue(day, day + timedelta(days=days)) for day in ended)
