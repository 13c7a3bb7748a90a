"""Reading signals: a coordinator's list and page, what an antenna person told, and the counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, Role, is_coordinator, may_tell_signal, require
from timebank.domain.states import OPEN_SIGNALS, SignalState
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.models.signal import Signal, SignalLine
from timebank.services.coordinating.signals import find_signal
from timebank.services.network.rules import rules_of
from timebank.services.referring.directory import possible_owners

ENDED_SHOWN = 50
"""The most ended signals on a page; the older ones are erased anyway."""


@dataclass(frozen=True)
class Told:
    """What an antenna person sees of a signal that they told: their own words, not what came of it."""

    uid: UUID
    antenna: str
    about: str
    words: str
    told_at: datetime


@dataclass(frozen=True)
class SignalPage:
    """One signal with what was done, who could have it (person id -> name) and when it is erased."""

    signal: Signal
    lines: tuple[SignalLine, ...]
    people: dict[int, str]
    erased_on: date | None


def list_signals(session: Session, antenna_id: int, *, actor: Actor, ended: bool = False) -> Sequence[Signal]:
    """Signals that need a look: those that nobody has first, then by the day of the next look.

    ``ended`` gives those that ended and aren't erased yet, newest first.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    query = _visible(actor).where(Signal.antenna_id == antenna_id)
    if ended:
        query = query.where(Signal.state == SignalState.ENDED).order_by(Signal.ended_at.desc(), Signal.id)
        return session.scalars(query.limit(ENDED_SHOWN)).all()
    rows = session.scalars(query.where(Signal.state.in_(OPEN_SIGNALS)).order_by(Signal.id)).all()
    return sorted(rows, key=lambda each: (each.follow_up_on is not None, each.follow_up_on or date.min))


def count_open_signals(session: Session, antenna_id: int, *, actor: Actor) -> int:
    """How many signals still need a look, for the antenna's coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    shown = _visible(actor).where(Signal.antenna_id == antenna_id, Signal.state.in_(OPEN_SIGNALS))
    return session.scalar(select(func.count()).select_from(shown.order_by(None).subquery())) or 0


def signal_page(session: Session, uid: UUID, *, actor: Actor, now: datetime) -> SignalPage:
    """One signal with its lines, oldest first.

    Raises:
        NotFoundError: none of this actor's business.
    """
    signal = find_signal(session, uid, actor=actor)
    zone = signal.antenna.timezone
    lines = session.scalars(
        select(SignalLine)
        .options(joinedload(SignalLine.actor))
        .where(SignalLine.signal_id == signal.id)
        .order_by(SignalLine.id)
    ).all()
    erased_on = None
    if signal.ended_at is not None and signal.erased_at is None:
        days = rules_of(session, signal.antenna_id).signal_days
        erased_on = local_day(signal.ended_at + timedelta(days=days), zone)
    people = possible_owners(session, signal.antenna_id, today=local_day(now, zone))
    return SignalPage(signal, tuple(lines), people, erased_on)


def signals_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Signal]:
    """By cursor, newest first: the signals of the antennas that the actor coordinates."""
    query = _visible(actor).where(Signal.antenna_id.in_(actor.antennas_as(Role.COORDINATOR)))
    if before is not None:
        query = query.where(Signal.id < before)
    return session.scalars(query.order_by(Signal.id.desc()).limit(limit)).all()


def told_by_me(session: Session, antenna_id: int, *, actor: Actor) -> tuple[Told, ...]:
    """What the actor told and isn't erased yet, newest first; no state, outcome or line of it.

    Raises:
        NotAllowedError, NotFoundError: neither coordinator nor antenna person here.
    """
    require(may_tell_signal(actor, antenna_id), actor, antenna_id)
    rows = session.execute(
        select(Signal, Antenna.slug)
        .join(Antenna, Antenna.id == Signal.antenna_id)
        .options(joinedload(Signal.about))
        .where(
            Signal.antenna_id == antenna_id,
            Signal.told_by_id == actor.person_id,
            Signal.state != SignalState.ERASED,
        )
        .order_by(Signal.id.desc())
        .limit(ENDED_SHOWN)
    ).all()
    return tuple(
        Told(signal.uid, slug, about_of(signal), signal.words, signal.told_at) for signal, slug in rows
    )


def outcome_counts(session: Session, antenna_id: int, *, actor: Actor) -> Counter[str]:
    """How many signals ended with each outcome, erased ones too: the counts stay when the text goes."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    rows = session.execute(
        select(Signal.outcome, func.count())
        .where(Signal.antenna_id == antenna_id, Signal.outcome.is_not(None))
        .group_by(Signal.outcome)
    )
    return Counter({outcome.value: count for outcome, count in rows if outcome is not None})


def signals_between(session: Session, antenna_id: int, first: datetime, after: datetime) -> int:
    """How many signals were told in this time, also those whose words are erased; no names, so no rights are asked."""
    told = (Signal.antenna_id == antenna_id, Signal.told_at >= first, Signal.told_at < after)
    return session.scalar(select(func.count(Signal.id)).where(*told)) or 0


def about_of(signal: Signal) -> str:
    """Whom or which address it is about, in words."""
    name = signal.about.person.name if signal.about is not None else ""
    return ", ".join(each for each in (name, signal.about_words) if each)


def assignee_uid(session: Session, signal: Signal) -> UUID | None:
    """The member, here, of the person who has it: programs know people by their places."""
    if signal.assignee_id is None:
        return None
    return session.scalar(
        select(Member.uid)
        .where(Member.person_id == signal.assignee_id, Member.antenna_id == signal.antenna_id)
        .order_by(Member.id.desc())
        .limit(1)
    )


def _visible(actor: Actor) -> Select[Signal]:
    """Signals with whom they are about, without those about the actor."""
    return (
        select(Signal)
        .options(joinedload(Signal.about), joinedload(Signal.assignee), joinedload(Signal.writer))
        .where(or_(Signal.about_member_id.is_(None), Signal.about_member_id.not_in(actor.member_ids)))
    )
