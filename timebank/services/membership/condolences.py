"""After a death: people hear of it from people, and the family may get a card with the hours that were given.

The task stands on the desk until a coordinator says that it is done, or for ``SHOWN_DAYS``.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased, joinedload

from timebank.domain.ask_states import ProposalState
from timebank.domain.errors import WrongStateError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import PRESENT_STATES, FavourState, MemberState
from timebank.models.ask import Ask
from timebank.models.favour import Favour, FavourParty, Side
from timebank.models.member import Helper, Member, MemberStepTaken
from timebank.models.proposal import Proposal
from timebank.services.audit import write_down
from timebank.services.membership.member_joining import took_step
from timebank.services.membership.members import find_member

TOLD = "told_people"
"""The step that ends the task; it is no step of the membership's life."""
SHOWN_DAYS = 60
NEAR = timedelta(days=366)
MOST_NEAR = 12


@dataclass(frozen=True)
class Condolence:
    """What a coordinator needs: who died, what they gave in all, and who was near them.

    ``expected`` were going to help them, the next day first; over the border their own antenna is rung.
    ``near`` are neighbours of today with whom
    they helped one another in the last year, most often first; ``helpers`` acted for them.
    """

    member: Member
    given_minutes: int
    expected: tuple[Proposal, ...]
    near: tuple[Member, ...]
    helpers: tuple[Helper, ...]
    done: bool


def condolence(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Condolence:
    """The task after a death.

    Raises:
        WrongStateError: this member is alive, or left.
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = _deceased(session, uid, actor)
    helpers = session.scalars(
        select(Helper)
        .options(joinedload(Helper.person))
        .where(Helper.member_id == member.id)
        .order_by(Helper.id.desc())
        .limit(MOST_NEAR)
    )
    return Condolence(
        member=member,
        given_minutes=_given_minutes(session, member),
        expected=tuple(_expected(session, member)),
        near=tuple(_near(session, member, now)),
        helpers=tuple(helpers),
        done=_is_done(session, member),
    )


def end_condolence(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Member:
    """Everybody near has heard of it from someone; said twice, it is written down once.

    Raises:
        WrongStateError: this member is alive, or left.
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = _deceased(session, uid, actor)
    session.refresh(member, with_for_update={"of": Member})
    if not _is_done(session, member):
        took_step(session, member, TOLD, actor=actor, now=now)
        write_down(session, TOLD, actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id)
        session.flush()
    return member


def condolences_to_do(session: Session, antenna_id: int, today: date) -> Sequence[Member]:
    """Who died lately in this antenna, and of whom nobody has said yet that people were told."""
    told = select(MemberStepTaken.id).where(
        MemberStepTaken.member_id == Member.id, MemberStepTaken.step == TOLD
    )
    return session.scalars(
        select(Member)
        .where(
            Member.antenna_id == antenna_id,
            Member.state == MemberState.DIED,
            Member.ended_on >= today - timedelta(days=SHOWN_DAYS),
            ~told.exists(),
        )
        .order_by(Member.ended_on, Member.id)
    ).all()


def _deceased(session: Session, uid: uuid.UUID, actor: Actor) -> Member:
    member = find_member(session, uid, actor=actor)
    require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    if member.state is not MemberState.DIED:
        raise WrongStateError(state=member.state.value)
    return member


def _is_done(session: Session, member: Member) -> bool:
    step = select(MemberStepTaken.id).where(
        MemberStepTaken.member_id == member.id, MemberStepTaken.step == TOLD
    )
    return session.scalar(step.limit(1)) is not None


def _given_minutes(session: Session, member: Member) -> int:
    """Every agreed favour that they gave in this antenna, in minutes; antenna work counts too."""
    total = session.scalar(
        select(func.coalesce(func.sum(Favour.minutes), 0))
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(
            FavourParty.member_id == member.id,
            FavourParty.side == Side.GIVER,
            Favour.state == FavourState.CONFIRMED,
            Favour.with_hours.is_(True),
        )
    )
    return int(total or 0)


def _expected(session: Session, member: Member) -> Sequence[Proposal]:
    """Promises of help for them that were called off as their asks ended, for the days from then on."""
    return session.scalars(
        select(Proposal)
        .join(Ask, Ask.id == Proposal.ask_id)
        .options(joinedload(Proposal.ask), joinedload(Proposal.member).joinedload(Member.antenna))
        .where(
            Ask.member_id == member.id,
            Proposal.state == ProposalState.CALLED_OFF,
            Proposal.answered_at == Ask.ended_at,
            Proposal.on_day >= member.ended_on,
        )
        .order_by(Proposal.on_day, Proposal.id)
        .limit(MOST_NEAR)
    ).all()


def _near(session: Session, member: Member, now: datetime) -> Sequence[Member]:
    mine, theirs = aliased(FavourParty), aliased(FavourParty)
    since = (now - NEAR).date()  # a day more or less makes nobody nearer
    met = (
        select(theirs.member_id, func.count().label("times"))
        .join(mine, mine.favour_id == theirs.favour_id)
        .join(Favour, Favour.id == theirs.favour_id)
        .where(mine.member_id == member.id, theirs.member_id != member.id, Favour.done_on >= since)
        .group_by(theirs.member_id)
        .subquery()
    )
    return session.scalars(
        select(Member)
        .join(met, met.c.member_id == Member.id)
        .where(Member.state.in_(PRESENT_STATES))
        .order_by(met.c.times.desc(), Member.id)
        .limit(MOST_NEAR)
    ).all()
