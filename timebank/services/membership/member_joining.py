"""What joining has in common: a number, an account, and a first step written down."""

import uuid
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor
from timebank.domain.states import PRESENT_STATES, MemberState
from timebank.models.antenna import Antenna
from timebank.models.member import Member, MemberStepTaken, Person
from timebank.services.books.bookkeeping import open_member_account
from timebank.services.network.rules import rules_of


def new_membership(
    session: Session,
    antenna: Antenna,
    person: Person,
    state: MemberState,
    through: Channel,
    *,
    now: datetime,
    number: int | None = None,
) -> Member:
    """A membership with its number, and with an account where it is active."""
    member = Member(
        uid=uuid.uuid4(),
        antenna_id=antenna.id,
        person_id=person.id,
        number=take_number(session, antenna, number),
        state=state,
        joined_on=local_day(now, antenna.timezone),
        joined_through=through,
    )
    if state is MemberState.ACTIVE:
        member.account_id = open_member_account(session, antenna.book_id, rules_of(session, antenna.id))
    session.add(member)
    session.flush()
    return member


def join_from(session: Session, member: Member, antenna_id: int, *, now: datetime) -> Member:
    """The membership of someone who moves to another antenna: a new one, or the one they have there.

    Raises:
        NotFoundError: there is no such antenna.
    """
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    there = session.scalar(
        select(Member).where(
            Member.person_id == member.person_id,
            Member.antenna_id == antenna_id,
            Member.state.in_(PRESENT_STATES),
        )
    )
    if there is not None:
        return there
    new = new_membership(session, antenna, member.person, MemberState.ACTIVE, member.joined_through, now=now)
    new.cannot_give = member.cannot_give
    session.flush()
    return new


def take_number(session: Session, antenna: Antenna, wanted: int | None) -> int:
    """The antenna's next free member number, or the wanted one.

    Raises:
        InvalidInputError: code ``number_taken``.
    """
    if wanted is not None:
        taken = select(func.count()).where(Member.antenna_id == antenna.id, Member.number == wanted)
        if session.scalar(taken):
            raise InvalidInputError(
                "number_taken", "Number {number} belongs to another member.", field="number", number=wanted
            )
    column = Antenna.next_member_number
    chosen = wanted if wanted is not None else session.scalar(select(column).where(Antenna.id == antenna.id))
    number = int(chosen or 1)
    session.execute(
        update(Antenna)
        .where(Antenna.id == antenna.id, column <= number)
        .values(next_member_number=number + 1)
        .execution_options(synchronize_session=False)
    )
    return number


def took_step(
    session: Session, member: Member, step: str, *, actor: Actor, now: datetime, note: str = ""
) -> None:
    """Write one step of a membership's life down."""
    session.add(
        MemberStepTaken(
            member_id=member.id,
            step=step,
            on_day=local_day(now, member.antenna.timezone),
            note=note.strip()[:200],
            recorded_by_id=actor.person_id or None,
            recorded_at=now,
        )
    )
