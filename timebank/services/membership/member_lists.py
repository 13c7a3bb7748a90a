"""Finding members: a coordinator's list, and one member's page with who acts for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.digits import number_in
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, Role, is_coordinator, require
from timebank.domain.rules import Rules
from timebank.domain.states import PRESENT_STATES, FavourState, MemberState
from timebank.models.antenna import Antenna, RoleMandate
from timebank.models.favour import Favour, FavourParty
from timebank.models.member import Helper, Member, Person
from timebank.services.books.bookkeeping import balance_minutes
from timebank.services.membership.members import find_member
from timebank.services.network.rules import rules_of

PAGE = 200
HANDOVER = timedelta(weeks=4)
"""How long a coordinator and who follows should work together."""
COORDINATORS_MIN = 2


@dataclass(frozen=True)
class MemberPage:
    """What a coordinator, or the member, sees on a member's page."""

    member: Member
    balance_minutes: int
    helpers: tuple[Helper, ...]
    sharing: tuple[Member, ...]
    may_change: bool
    coordinator: bool
    own: bool
    talk: str


def list_members(
    session: Session,
    antenna_id: int,
    *,
    words: str = "",
    actor: Actor,
    ended: bool = False,
    limit: int | None = None,
) -> Sequence[Member]:
    """Members by name; ``words`` narrows by name or number, without regard to accents.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    query = (
        select(Member)
        .join(Person, Person.id == Member.person_id)
        .options(joinedload(Member.person))
        .where(Member.antenna_id == antenna_id)
        .order_by(Person.sort_name, Member.number)
        .limit(limit)
    )
    wanted = [*PRESENT_STATES, MemberState.APPLIED]
    query = query.where(Member.state.not_in(wanted) if ended else Member.state.in_(wanted))
    for word in fold_name(words).split():
        if word.isdigit():
            query = query.where(Member.number == number_in(word))
        else:
            query = query.where(Person.sort_name.contains(word, autoescape=True))
    return session.scalars(query).all()


def list_applications(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Member]:
    """Who filled in the public form and waits for a talk, oldest first."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    return session.scalars(
        select(Member)
        .options(joinedload(Member.person))
        .where(Member.antenna_id == antenna_id, Member.state == MemberState.APPLIED)
        .order_by(Member.id)
    ).all()


def member_page(session: Session, uid: UUID, *, actor: Actor, today: date) -> MemberPage:
    """One member with who acts for them and whom they share an account with.

    Raises:
        NotFoundError: none of this actor's business.
    """
    member = find_member(session, uid, actor=actor)
    helpers = session.scalars(
        select(Helper)
        .options(joinedload(Helper.person))
        .where(Helper.member_id == member.id, Helper.ended_at.is_(None), Helper.ends_on >= today)
        .order_by(Helper.id)
    ).all()
    sharing = session.scalars(
        select(Member)
        .options(joinedload(Member.person))
        .where(Member.account_id == member.account_id, Member.id != member.id)
        .where(Member.account_id.is_not(None), Member.state.in_(PRESENT_STATES))
    ).all()
    coordinator = is_coordinator(actor, member.antenna_id)
    balance = balance_minutes(session, member.account_id)
    return MemberPage(
        member=member,
        balance_minutes=balance,
        helpers=tuple(helpers),
        sharing=tuple(sharing),
        may_change=coordinator or member.id in actor.member_ids,
        coordinator=coordinator,
        own=member.id in actor.member_ids,
        talk=_talk(member, balance, rules_of(session, member.antenna_id)) if coordinator else "",
    )


def own_uid(session: Session, actor: Actor) -> UUID | None:
    """The uid of the actor's first place, for the way to their own page; None without one."""
    if not actor.memberships:
        return None
    return session.scalar(select(Member.uid).where(Member.id == actor.memberships[0].member_id))


def open_favours(session: Session, member: Member) -> Sequence[Favour]:
    """Favours of this member that aren't agreed on yet: once the account is closed they can't be booked."""
    mine = select(FavourParty.favour_id).where(FavourParty.member_id == member.id)
    waiting = (FavourState.LOGGED, FavourState.AWAITING_SECOND, FavourState.DISPUTED)
    return session.scalars(
        select(Favour)
        .options(selectinload(Favour.parties).joinedload(FavourParty.member))
        .where(Favour.id.in_(mine), Favour.state.in_(waiting))
        .order_by(Favour.id)
    ).all()


def coordinated_antennas(session: Session, actor: Actor) -> Sequence[Antenna]:
    """The antennas in which this actor is a coordinator today."""
    ids = actor.antennas_as(Role.COORDINATOR)
    return session.scalars(select(Antenna).where(Antenna.id.in_(ids)).order_by(Antenna.name)).all()


def team_of(session: Session, antenna_id: int, today: date) -> Sequence[tuple[RoleMandate, Person]]:
    """Who holds a role in this antenna today or later, from when and until when."""
    rows = session.execute(
        select(RoleMandate, Person)
        .join(Person, Person.id == RoleMandate.person_id)
        .where(RoleMandate.antenna_id == antenna_id, RoleMandate.ended_at.is_(None))
        .where((RoleMandate.ends_on.is_(None)) | (RoleMandate.ends_on >= today))
        .order_by(RoleMandate.role, Person.sort_name)
    )
    return [(mandate, person) for mandate, person in rows]


def short_of_coordinators(session: Session, antenna_id: int, today: date) -> bool:
    """Whether fewer than two of today's and tomorrow's coordinators are left when a handover would be over."""
    then = today + HANDOVER
    left = {
        mandate.person_id
        for mandate, _person in team_of(session, antenna_id, then)
        if mandate.role is Role.COORDINATOR and mandate.starts_on <= then
    }
    return len(left) < COORDINATORS_MIN


def _talk(member: Member, balance: int, rules: Rules) -> str:
    """Why a coordinator may want a talk: 'low' or 'high' against the soft limits, or ''."""
    if balance < rules.floor_minutes and not member.cannot_give:
        return "low"
    return "high" if balance > rules.ceiling_minutes else ""
