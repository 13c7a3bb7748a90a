"""Paper slips that look like last week's: which favours come back every week, and the next one of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES, FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy, Favour, FavourParty
from timebank.models.member import Member
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favours import same_again
from timebank.services.giving.new_favour import NewFavour

WEEK = timedelta(days=7)
LAST_WEEK_DAYS = range(4, 14)
"""How many days ago something was when it was 'last week' to who holds its next slip."""


@dataclass(frozen=True)
class Repeated:
    """A favour of last week that hasn't come back yet; names in full, as coordinators see them."""

    uid: UUID
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    done_on: date
    minutes: int
    with_hours: bool
    category: str


def like_last_week(session: Session, antenna_id: int, *, actor: Actor, now: datetime) -> tuple[Repeated, ...]:
    """What neighbours did for one another last week and not since, first day first.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    party = selectinload(Favour.parties).joinedload(FavourParty.member).joinedload(Member.person)
    query = (
        select(Favour)
        .options(party)
        .where(
            Favour.antenna_id == antenna_id,
            Favour.done_on > today - timedelta(days=LAST_WEEK_DAYS.stop),
            Favour.state.in_((FavourState.LOGGED, FavourState.AWAITING_SECOND, FavourState.CONFIRMED)),
            Favour.for_antenna.is_(False),
        )
        .order_by(Favour.done_on, Favour.id)
    )
    found = _last_of_each(session.scalars(query))
    return tuple(
        _repeated(favour)
        for favour in found
        if (today - favour.done_on).days in LAST_WEEK_DAYS and _all_here(favour)
    )


def next_slip(session: Session, uid: UUID, *, actor: Actor, now: datetime) -> NewFavour:
    """The favour ``uid`` a week later, or today where that is still to come, from a slip with two signatures.

    Raises:
        NotFoundError: no such favour, or none of this actor's.
        NotAllowedError: not a coordinator of its antenna.
    """
    new = same_again(session, uid, actor=actor, now=now)
    require(is_coordinator(actor, new.antenna_id), actor, new.antenna_id)
    done_on = session.scalars(select(Favour.done_on).where(Favour.uid == uid)).one()
    return replace(
        new,
        done_on=min(done_on + WEEK, new.done_on),
        channel=Channel.SLIP,
        evidence=Evidence(ConfirmedBy.SLIP),
    )


def guests_of(session: Session, uid: UUID, antenna_id: int) -> dict[int, str]:
    """Who took part in the favour ``uid`` from another antenna: name and antenna, by member id."""
    favour = session.scalars(select(Favour).where(Favour.uid == uid)).one()
    guests = (party.member for party in favour.parties if party.member.antenna_id != antenna_id)
    return {guest.id: f"{guest.person.name} ({guest.antenna.name})" for guest in guests}


def _last_of_each(favours: Iterable[Favour]) -> list[Favour]:
    """The newest favour of each giver, receiver and kind of help, in the order of their days."""
    newest: dict[tuple[frozenset[int], frozenset[int], str], Favour] = {}
    for favour in favours:
        givers, receivers = (frozenset(m.id for m in side) for side in (favour.givers, favour.receivers))
        key = (givers, receivers, favour.category)
        newest.pop(key, None)
        newest[key] = favour
    return list(newest.values())


def _all_here(favour: Favour) -> bool:
    return all(party.member.state in PRESENT_STATES for party in favour.parties)


def _repeated(favour: Favour) -> Repeated:
    return Repeated(
        uid=favour.uid,
        givers=tuple(m.person.name for m in favour.givers),
        receivers=tuple(m.person.name for m in favour.receivers),
        done_on=favour.done_on,
        minutes=favour.minutes,
        with_hours=favour.with_hours,
        category=favour.category,
    )
