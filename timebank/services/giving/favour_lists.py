"""Reading favours: one as its people see it, what waits for whom, and the coordinator's lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from timebank.domain.permissions import (
    Actor,
    Role,
    is_coordinator,
    is_treasurer,
    may_act_for,
    may_see_books,
    require,
)
from timebank.domain.states import FAVOUR_STEPS, PRESENT_STATES, FavourState, FavourStep
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy, Favour, FavourConfirmation, FavourParty, Side
from timebank.models.member import Member, Person
from timebank.services.coordinating.notices import someone_died
from timebank.services.giving.favour_agreement import antennas_of, concerns
from timebank.services.giving.favour_steps import find_favour
from timebank.services.network.rules import rules_of

PAGE = 50
_GONE = (FavourState.UNDONE, FavourState.WITHDRAWN)
_STAFF = (Role.COORDINATOR, Role.ANTENNA_PERSON)


@dataclass(frozen=True)
class ConfirmationView:
    """Who agreed, on what that rests, and when."""

    rests_on: ConfirmedBy
    by: str
    heard_from: str
    at: datetime


@dataclass(frozen=True)
class FavourView:
    """A favour as this actor may see it; ``steps`` are what this actor can do with it now."""

    uid: UUID
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    for_antenna: bool
    antenna_id: int
    antenna_slug: str
    antenna_name: str
    done_on: date
    minutes: int
    with_hours: bool
    category: str
    note: str
    thanks: str
    state: FavourState
    channel: str
    logged_by: str
    logged_for: str
    logged_at: datetime
    undo_until: datetime
    dispute_reason: str
    settlement: str
    confirmations: tuple[ConfirmationView, ...]
    steps: frozenset[str]
    overdue: bool = False
    someone_died: bool = False
    own_side: Side | None = None
    """The side on which this actor alone stands, in their own name."""


@dataclass(frozen=True)
class Neighbour:
    """Someone who can be chosen from a list."""

    member_id: int
    label: str


def neighbours(session: Session, antenna_id: int, *, actor: Actor) -> tuple[Neighbour, ...]:
    """The present members of an antenna; only staff see family names and numbers."""
    staff = bool(actor.antennas_as(*_STAFF) & {antenna_id})
    own = any(m.antenna_id == antenna_id for m in actor.memberships)
    helped = session.scalar(
        select(Member.id).where(Member.id.in_(actor.helps), Member.antenna_id == antenna_id)
    )
    require(staff or own or helped is not None, actor, antenna_id)
    rows = session.scalars(
        select(Member)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Member.person))
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
        .order_by(Person.given_name, Person.family_name, Member.number)
    )
    return tuple(Neighbour(m.id, _label(m, staff=staff)) for m in rows)


def known_to(session: Session, member_id: int, *, most: int) -> tuple[int, ...]:
    """The ids of whom this member helped or was helped by last, newest first."""
    mine = aliased(FavourParty)
    newest = (
        select(FavourParty.member_id)
        .join(mine, mine.favour_id == FavourParty.favour_id)
        .join(Favour, Favour.id == FavourParty.favour_id)
        .where(mine.member_id == member_id, FavourParty.member_id != member_id)
        .where(FavourParty.side != mine.side, Favour.state.not_in(_GONE))
        .group_by(FavourParty.member_id)
        .order_by(func.max(Favour.done_on).desc(), FavourParty.member_id)
        .limit(most)
    )
    return tuple(session.scalars(newest))


def favour_view(session: Session, uid: UUID, *, actor: Actor, now: datetime) -> FavourView:
    """One favour.

    Raises:
        NotFoundError: none of this actor's business.
    """
    return _view(session, find_favour(session, uid, actor=actor), actor, now)


def waiting_for(session: Session, *, actor: Actor, now: datetime) -> tuple[FavourView, ...]:
    """Favours that this actor, or whom they help, received and hasn't agreed to yet; oldest first."""
    mine = actor.member_ids | actor.helps
    agreed = select(FavourConfirmation.id).where(
        FavourConfirmation.favour_id == Favour.id, FavourConfirmation.for_member_id.in_(mine)
    )
    query = (
        _with_people()
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(
            FavourParty.member_id.in_(mine),
            FavourParty.side == Side.RECEIVER,
            Favour.state == FavourState.LOGGED,
            ~agreed.exists(),
        )
        .order_by(Favour.id)
        .limit(PAGE)
    )
    return _views(session, session.scalars(query).unique(), actor, now)


def recent_of(
    session: Session, *, actor: Actor, now: datetime, but: Iterable[FavourView] = (), limit: int = 10
) -> tuple[FavourView, ...]:
    """The newest favours of this actor and whom they help, without ``but``, which stand on the page already."""
    mine = actor.member_ids | actor.helps
    ids = select(FavourParty.favour_id).where(FavourParty.member_id.in_(mine))
    query = (
        _with_people()
        .where(Favour.id.in_(ids), Favour.state.not_in(_GONE))
        .where(Favour.uid.not_in([view.uid for view in but]))
        .order_by(Favour.done_on.desc(), Favour.id.desc())
        .limit(limit)
    )
    return _views(session, session.scalars(query).unique(), actor, now)


def desk_list(
    session: Session, antenna_id: int, state: FavourState, *, actor: Actor, now: datetime
) -> tuple[FavourView, ...]:
    """Favours of this antenna that wait in ``state``, oldest first; past the antenna's days is overdue.

    Raises:
        NotAllowedError, NotFoundError: not staff here.
    """
    require(may_see_books(actor, antenna_id), actor, antenna_id)
    rules = rules_of(session, antenna_id)
    query = (
        _with_people()
        .where(Favour.antenna_id == antenna_id, Favour.state == state)
        .order_by(Favour.logged_at, Favour.id)
        .limit(200)
    )
    limit = now - timedelta(days=rules.final_days)
    return tuple(
        _view(session, favour, actor, now, overdue=favour.logged_at <= limit)
        for favour in session.scalars(query).unique()
    )


def _with_people() -> Select[Favour]:
    party = selectinload(Favour.parties).joinedload(FavourParty.member).joinedload(Member.person)
    by = selectinload(Favour.confirmations).joinedload(FavourConfirmation.confirmed_by)
    return select(Favour).options(party, by, joinedload(Favour.logged_by))


def _views(
    session: Session, favours: Iterable[Favour], actor: Actor, now: datetime
) -> tuple[FavourView, ...]:
    return tuple(_view(session, favour, actor, now) for favour in favours)


def _view(
    session: Session, favour: Favour, actor: Actor, now: datetime, *, overdue: bool = False
) -> FavourView:
    staff = bool(actor.antennas_as(*_STAFF) & antennas_of(favour))
    logged_for = favour.logged_for_id and session.get(Member, favour.logged_for_id)
    antenna = session.get_one(Antenna, favour.antenna_id)
    return FavourView(
        uid=favour.uid,
        givers=tuple(_label(m, staff=staff, number=False) for m in favour.givers),
        receivers=tuple(_label(m, staff=staff, number=False) for m in favour.receivers),
        for_antenna=favour.for_antenna,
        antenna_id=antenna.id,
        antenna_slug=antenna.slug,
        antenna_name=antenna.name,
        done_on=favour.done_on,
        minutes=favour.minutes,
        with_hours=favour.with_hours,
        category=favour.category,
        note=favour.note,
        thanks=favour.thanks,
        state=favour.state,
        channel=favour.channel.value,
        logged_by=favour.logged_by.name if favour.logged_by else "",
        logged_for=_label(logged_for, staff=staff, number=False) if logged_for else "",
        logged_at=favour.logged_at,
        undo_until=favour.undo_until,
        dispute_reason=favour.dispute_reason,
        settlement=favour.settlement,
        confirmations=tuple(
            ConfirmationView(
                c.rests_on, c.confirmed_by.name if c.confirmed_by else "", c.heard_from, c.recorded_at
            )
            for c in favour.confirmations
        ),
        steps=frozenset(_steps(favour, actor, now)),
        overdue=overdue,
        someone_died=someone_died(favour),
        own_side=_own_side(favour, actor),
    )


def _own_side(favour: Favour, actor: Actor) -> Side | None:
    sides = {Side.GIVER: favour.givers, Side.RECEIVER: favour.receivers}
    return next(
        (s for s, people in sides.items() if [m.id in actor.member_ids for m in people] == [True]), None
    )


def _steps(favour: Favour, actor: Actor, now: datetime) -> Iterable[str]:
    """What this actor can do now; the services decide again when it is done."""
    possible = {step for (state, step) in FAVOUR_STEPS if state is favour.state}
    given = {c.for_member_id for c in favour.confirmations}
    receivers = [m for m in favour.receivers if m.id not in given and may_act_for(actor, m.id)]
    mine = any(may_act_for(actor, party.member_id) for party in favour.parties)
    coordinator = any(is_coordinator(actor, a) for a in antennas_of(favour))
    staff = coordinator or any(is_treasurer(actor, a) for a in antennas_of(favour))
    outside = coordinator and not concerns(favour, actor)
    if favour.state is FavourState.LOGGED and receivers:
        yield "confirm"
    if favour.state is FavourState.LOGGED and outside:
        yield "heard"
    if favour.state is FavourState.AWAITING_SECOND and staff and not concerns(favour, actor):
        yield "second"
    if FavourStep.DISPUTE in possible and (mine or coordinator):
        yield "dispute"
    if FavourStep.SETTLE_WITHDRAW in possible and outside:
        yield "settle"
    if FavourStep.REVERSE in possible and outside:
        yield "reverse"
    own = favour.logged_by_id is not None and favour.logged_by_id == actor.person_id
    if FavourStep.UNDO in possible and own and now <= favour.undo_until:
        yield "undo"
    if mine or coordinator:
        yield "again"


def _label(member: Member, *, staff: bool, number: bool = True) -> str:
    person = member.person
    if staff:
        return f"{person.name} ({member.number})" if number else person.name
    return (
        f"{person.given_name} {person.family_name[:1]}.".strip() if person.family_name else person.given_name
    )
