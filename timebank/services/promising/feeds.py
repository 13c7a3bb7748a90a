"""Calendar feeds: a secret address for one's own promises and turns, or for those of an antenna that one
coordinates.

The secret is shown once and only its hash is kept. An antenna's feed is its maker's own, and works while
they coordinate there. What leaves by a feed lies with other programs: given names and no places.
"""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session, joinedload

from timebank.domain.ask_states import ProposalState
from timebank.domain.days import local_day
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.models.ask import Ask
from timebank.models.desk import CalendarFeed
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.services.asking.categories import categories_of
from timebank.services.audit import write_down
from timebank.services.coordinating.roster_lists import Turn, own_turns, turns_between
from timebank.services.network.actors import actor_of
from timebank.services.promising.promise_views import asker_given_name
from timebank.services.promising.proposals import PROMISED_STATES
from timebank.services.signing_in.sessions import token_hash

DAYS_BACK = 30
"""A feed holds promises from this many days ago on."""
DAYS_OF_TURNS = timedelta(days=DAYS_BACK + 366)
"""As far ahead as turns are planned."""


@dataclass(frozen=True)
class FeedEvent:
    """One promise in a feed, with given names only.

    ``starts_at`` and ``ends_at`` are in UTC, or None where only the day was agreed. ``side`` is where the
    reader stands: 'helper', 'asker', or 'beside' them as a coordinator. ``stands`` is false for what was
    called off or didn't take place. ``own_kind`` names a kind of the antenna's own.
    """

    uid: uuid.UUID
    version: int
    stands: bool
    on_day: date
    starts_at: datetime | None
    ends_at: datetime | None
    side: str
    helper: str
    asker: str
    category: str
    own_kind: str


@dataclass(frozen=True)
class FeedTurn:
    """One turn of the roster, in UTC, with given names only; a name is empty where nobody is left of it.

    ``side`` is 'own' for the reader's turn, 'steps_in' where they may have to, or 'beside' both.
    """

    id: int
    version: int
    starts_at: datetime
    ends_at: datetime
    side: str
    antenna: str
    name: str
    substitute: str


@dataclass(frozen=True)
class Feed:
    """What a feed's address answers with; ``antenna`` is empty for a person's own."""

    language: str
    antenna: str
    events: tuple[FeedEvent, ...]
    turns: tuple[FeedTurn, ...] = ()


def make_feed(session: Session, antenna_id: int | None = None, *, actor: Actor, now: datetime) -> str:
    """A new secret for the actor's own feed of themselves, or of an antenna; an earlier one ends.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator there, or a session with small rights.
    """
    _check(actor, antenna_id)
    _end(session, _own(actor, antenna_id), now)
    secret = secrets.token_urlsafe(32)
    row = CalendarFeed(
        token_hash=token_hash(secret),
        person_id=actor.person_id if antenna_id is None else None,
        antenna_id=antenna_id,
        made_by_id=actor.person_id,
        created_at=now,
    )
    session.add(row)
    session.flush()
    write_down(
        session, "make_feed", actor=actor, now=now, antenna_id=antenna_id, subject=f"calendar_feed:{row.id}"
    )
    session.flush()
    return secret


def revoke_feed(session: Session, antenna_id: int | None = None, *, actor: Actor, now: datetime) -> None:
    """End the actor's own feed of themselves, or of an antenna; where there is none, nothing happens.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator there, or a session with small rights.
    """
    _check(actor, antenna_id)
    _end(session, _own(actor, antenna_id), now)
    write_down(session, "revoke_feed", actor=actor, now=now, antenna_id=antenna_id, subject="calendar_feed")
    session.flush()


def has_feed(session: Session, antenna_id: int | None = None, *, actor: Actor) -> bool:
    """Whether the actor has a feed of themselves, or of this antenna, that works.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator there.
    """
    require(antenna_id is None or is_coordinator(actor, antenna_id), actor, antenna_id)
    query = select(CalendarFeed.id).where(_own(actor, antenna_id), CalendarFeed.revoked_at.is_(None))
    return session.scalar(query.limit(1)) is not None


def end_feeds(session: Session, person_id: int, now: datetime) -> None:
    """Every feed that this person made ends."""
    _end(session, CalendarFeed.made_by_id == person_id, now)


def read_feed(session: Session, secret: str, *, now: datetime) -> Feed:
    """What stands in the feed at this secret.

    Raises:
        NotFoundError: unknown, revoked, or its maker doesn't coordinate there any more; all look the same.
    """
    row = session.scalar(select(CalendarFeed).where(CalendarFeed.token_hash == token_hash(secret)))
    if row is None or row.revoked_at is not None or row.made_by_id is None:
        raise NotFoundError
    actor = actor_of(session, row.made_by_id, now=now)
    if row.antenna_id is None:
        mine = actor.member_ids
        which = or_(Proposal.member_id.in_(mine), Ask.member_id.in_(mine))
        events = _events(session, which, actor, now, beside=False)
        return Feed(actor.language, "", events, _own_turns(session, actor, now))
    if not is_coordinator(actor, row.antenna_id):
        raise NotFoundError
    antenna = session.get_one(Antenna, row.antenna_id)
    helpers = select(Member.id).where(Member.antenna_id == antenna.id)
    which = or_(Ask.antenna_id == antenna.id, Proposal.member_id.in_(helpers))
    events = _events(session, which, actor, now, beside=True)
    return Feed(actor.language, antenna.name, events, _turns(session, antenna, actor, now))


def _events(
    session: Session, which: ColumnElement[bool], actor: Actor, now: datetime, *, beside: bool
) -> tuple[FeedEvent, ...]:
    rows = session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .options(joinedload(Proposal.ask), joinedload(Proposal.member))
        .where(which, Proposal.state.in_(PROMISED_STATES), Proposal.on_day >= _first_day(now))
        .order_by(Proposal.on_day, Proposal.id)
    ).all()
    kinds = _own_kinds(session, rows, actor.language)
    found = []
    for proposal in rows:
        sides = (proposal.member, proposal.ask.member)
        # People hear of a death from people, not from a calendar that goes on.
        if any(each is not None and each.person.died_on is not None for each in sides):
            continue
        side = "helper" if proposal.member_id in actor.member_ids else "asker"
        kind = kinds.get((proposal.ask.antenna_id, proposal.ask.category), "")
        found.append(_event(proposal, "beside" if beside else side, kind))
    return tuple(found)


def _event(proposal: Proposal, side: str, own_kind: str) -> FeedEvent:
    ask, on_day = proposal.ask, proposal.on_day
    if on_day is None:
        raise ValueError("a promise without a day")
    starts_at = None
    if proposal.from_minute is not None:
        starts_at = _moment(on_day, proposal.from_minute, ask.antenna.timezone)
    return FeedEvent(
        uid=proposal.uid,
        version=proposal.version,
        stands=proposal.state in (ProposalState.ACCEPTED, ProposalState.DONE),
        on_day=on_day,
        starts_at=starts_at,
        ends_at=None if starts_at is None else starts_at + timedelta(minutes=proposal.minutes),
        side=side,
        helper=proposal.member.person.given_name,
        asker=asker_given_name(ask),
        category=ask.category,
        own_kind=own_kind,
    )


def _turns(session: Session, antenna: Antenna, actor: Actor, now: datetime) -> tuple[FeedTurn, ...]:
    """The roster's turns; one of somebody who died or has left the team isn't there."""
    first = _first_day(now)
    turns = turns_between(session, antenna.id, first, first + DAYS_OF_TURNS, actor=actor)
    return tuple(_feed_turn(turn, antenna, "beside") for turn in turns if not turn.gone)


def _own_turns(session: Session, actor: Actor, now: datetime) -> tuple[FeedTurn, ...]:
    first = _first_day(now)
    turns = own_turns(session, first, first + DAYS_OF_TURNS, actor=actor)
    return tuple(
        _feed_turn(
            turn,
            session.get_one(Antenna, turn.antenna_id),
            "own" if turn.person_id == actor.person_id else "steps_in",
        )
        for turn in turns
    )


def _feed_turn(turn: Turn, antenna: Antenna, side: str) -> FeedTurn:
    return FeedTurn(
        id=turn.id,
        version=turn.version,
        starts_at=_moment(turn.on_day, turn.from_minute, antenna.timezone),
        ends_at=_moment(turn.on_day, turn.until_minute, antenna.timezone),
        side=side,
        antenna=antenna.name,
        name="" if turn.gone else turn.given_name,
        substitute="" if turn.substitute_gone else turn.substitute_given_name,
    )


def _moment(day: date, minute: int, timezone: str) -> datetime:
    """This local minute of the day, 1440 being its end, in UTC."""
    local = datetime.combine(day, time.min) + timedelta(minutes=minute)
    return local.replace(tzinfo=ZoneInfo(timezone)).astimezone(UTC)


def _own_kinds(session: Session, rows: Sequence[Proposal], language: str) -> dict[tuple[int, str], str]:
    places = {each.ask.antenna_id for each in rows}
    return {
        (place, kind.code): kind.name_in(language)
        for place in places
        for kind in categories_of(session, place)
    }


def _first_day(now: datetime) -> date:
    return local_day(now, "UTC") - timedelta(days=DAYS_BACK)


def _own(actor: Actor, antenna_id: int | None) -> ColumnElement[bool]:
    mine = CalendarFeed.made_by_id == actor.person_id
    return mine & (
        CalendarFeed.antenna_id.is_(None) if antenna_id is None else CalendarFeed.antenna_id == antenna_id
    )


def _check(actor: Actor, antenna_id: int | None) -> None:
    require_full_rights(actor)
    require(antenna_id is None or is_coordinator(actor, antenna_id), actor, antenna_id)


def _end(session: Session, which: ColumnElement[bool], now: datetime) -> None:
    query = update(CalendarFeed).where(which, CalendarFeed.revoked_at.is_(None))
    session.execute(query.values(revoked_at=now))
