"""Reading referrals: what waits for a follow-up, those of one ask, and the services that fit an ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.finding import find
from timebank.domain.permissions import Actor, Role, is_coordinator, require
from timebank.domain.referral_states import ReferralState
from timebank.domain.service_kinds import kinds_for
from timebank.intake.boundaries import BoundaryFlag
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.referral import Referral
from timebank.services.referring.directory_lists import entries_of, texts_of
from timebank.services.referring.referrals import may_see_referrals

ENDED_SHOWN = 30
WORD_LEAST = 4
"""Shorter words of an ask say nothing about a service."""


@dataclass(frozen=True)
class ToFollow:
    """An antenna's referrals: ``due`` today or before, those to look at later, and the last that ended."""

    due: tuple[Referral, ...]
    later: tuple[Referral, ...]
    ended: tuple[Referral, ...]


def referrals_to_follow(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> ToFollow:
    """What waits for a follow-up, the longest first.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, antenna.timezone)
    waiting = session.scalars(
        _of(antenna_id)
        .options(joinedload(Referral.ask).joinedload(Ask.member))
        .where(Referral.state == ReferralState.OPEN)
        .order_by(Referral.follow_up_on, Referral.id)
    ).all()
    ended = session.scalars(
        _of(antenna_id)
        .where(Referral.state != ReferralState.OPEN)
        .order_by(Referral.ended_at.desc(), Referral.id.desc())
        .limit(ENDED_SHOWN)
    ).all()
    return ToFollow(
        due=tuple(each for each in waiting if each.follow_up_on <= today),
        later=tuple(each for each in waiting if each.follow_up_on > today),
        ended=tuple(ended),
    )


def count_due_referrals(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> int:
    """How many referrals wait for a follow-up today, for the antenna's coordinators."""
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    due = _of(antenna_id).where(
        Referral.state == ReferralState.OPEN, Referral.follow_up_on <= local_day(now, antenna.timezone)
    )
    return session.scalar(select(func.count()).select_from(due.subquery())) or 0


def referrals_of(session: Session, ask: Ask, *, actor: Actor) -> Sequence[Referral]:
    """The referrals of one ask, newest first; none for who may not know of them."""
    if not may_see_referrals(ask, actor):
        return ()
    query = select(Referral).where(Referral.ask_id == ask.id).order_by(Referral.id.desc())
    return session.scalars(query).all()


def asks_beside(session: Session, ask: Ask, *, actor: Actor) -> Sequence[Ask]:
    """The neighbourly asks that go on beside a referred one, newest first."""
    if not may_see_referrals(ask, actor):
        return ()
    return session.scalars(select(Ask).where(Ask.beside_id == ask.id).order_by(Ask.id.desc())).all()


def referrals_page(session: Session, *, actor: Actor, before: int | None, limit: int) -> Sequence[Referral]:
    """By cursor, newest first: those of the antennas that the actor coordinates, and their own."""
    query = (
        select(Referral)
        .join(Ask, Ask.id == Referral.ask_id)
        .where(
            or_(
                Ask.antenna_id.in_(actor.antennas_as(Role.COORDINATOR)),
                Ask.member_id.in_(actor.member_ids | actor.helps),
            )
        )
    )
    if before is not None:
        query = query.where(Referral.id < before)
    return session.scalars(query.order_by(Referral.id.desc()).limit(limit)).all()


def services_for(
    session: Session, ask: Ask, flags: Sequence[BoundaryFlag], *, actor: Actor
) -> tuple[tuple[DirectoryEntry, ...], int]:
    """(every service that exists, those that fit the ask first, how many fit).

    First the kinds that its boundaries point to, then those of its kind of help, then services in
    which a word of the ask is found; among these, who speaks a language of the person.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, ask.antenna_id), actor, ask.antenna_id)
    entries = [each for each in entries_of(session, ask.antenna_id) if each.ended_on is None]
    wanted = kinds_for([flag.boundary for flag in flags], ask.category)
    spoken = set(ask.languages) | ({ask.member.person.language} if ask.member is not None else set())
    named = _named(entries, ask.words)

    def rank(entry: DirectoryEntry) -> tuple[int, bool]:
        places = [wanted.index(kind) for kind in entry.kinds if kind in wanted]
        place = min(places, default=len(wanted) + (entry.id not in named))
        return place, not spoken.intersection(entry.languages)

    fitting = sum(rank(entry)[0] <= len(wanted) for entry in entries)
    return tuple(sorted(entries, key=rank)), fitting


def _named(entries: Sequence[DirectoryEntry], words: str) -> set[int]:
    told = {word.strip(".,!?;:'\"()") for word in words.split()}
    return {entry.id for word in told if len(word) >= WORD_LEAST for entry in find(entries, word, texts_of)}


def _of(antenna_id: int) -> Select[Referral]:
    return select(Referral).join(Ask, Ask.id == Referral.ask_id).where(Ask.antenna_id == antenna_id)
