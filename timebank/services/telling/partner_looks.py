"""'Does this person take part?': a partner's staff asks it of one person at a time.

Yes, since when, and nothing else. Someone unknown, someone who never said yes to being asked for, and
someone who doesn't take part any more get one and the same answer. Every look is kept for the member.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.consents import LookReason, Purpose
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor, Role, require, require_full_rights
from timebank.domain.states import MemberState
from timebank.models.antenna import Antenna, Partner, PartnerAntenna, RoleMandate
from timebank.models.consent import PartnerLook
from timebank.models.member import Member, Person
from timebank.services.privacy.consents import consent_stands
from timebank.services.signing_in.attempts import Limit, TooManyTodayError, count_attempt

LOOKS = (Limit(1440, 40, TooManyTodayError), Limit(15, 10))
"""As many looks as a desk needs; too few to go through a list of names."""


@dataclass(frozen=True)
class Question:
    """Of whom it is asked: the whole name, with the member number or the year of birth."""

    given_name: str
    family_name: str
    number: int | None = None
    birth_year: int | None = None
    reason: LookReason = LookReason.OTHER


@dataclass(frozen=True)
class TakesPart:
    """The answer: since when they take part; empty where no answer can be given."""

    since: date | None = None


@dataclass(frozen=True)
class LookAtMe:
    """One look, as the member sees it: when, who of which partner, why, and whether they heard yes."""

    at: datetime
    by: str
    partner: str
    reason: LookReason
    answered: bool


def ask_whether_takes_part(
    session: Session, antenna_id: int, question: Question, *, actor: Actor, now: datetime
) -> TakesPart:
    """Answer a partner's staff about one person, and keep that they asked.

    Raises:
        InvalidInputError: no whole name, or neither a number nor a year.
        NotAllowedError, NotFoundError: no staff of this antenna's partner.
        TooManyAttemptsError, TooManyTodayError: asked too often.
    """
    antenna = _antenna_of_partner(session, antenna_id, actor)
    _check(question)
    count_attempt(session, f"partner_look:{actor.person_id}", now=now, limits=LOOKS)
    member, today = _found(session, antenna_id, question), local_day(now, antenna.timezone)
    answered = (
        member is not None
        and member.state is MemberState.ACTIVE
        and consent_stands(session, member.id, Purpose.PARTNER_LOOK, today=today)
    )
    session.add(
        PartnerLook(
            antenna_id=antenna_id,
            member_id=None if member is None else member.id,
            asked_by_id=actor.person_id,
            asked_at=now,
            reason=question.reason,
            answered=answered,
        )
    )
    session.flush()
    return TakesPart(member.joined_on if answered and member is not None else None)


def check_may_look(session: Session, antenna_id: int, *, actor: Actor) -> Antenna:
    """The antenna of which this actor may ask, before they do.

    Raises:
        NotAllowedError, NotFoundError: no staff of this antenna's partner.
    """
    return _antenna_of_partner(session, antenna_id, actor)


def looks_at(session: Session, member_id: int, *, limit: int = 100) -> tuple[LookAtMe, ...]:
    """Who asked whether this member takes part, the newest first; who may see it is asked before."""
    looks = session.scalars(
        select(PartnerLook)
        .options(joinedload(PartnerLook.asked_by), joinedload(PartnerLook.antenna))
        .where(PartnerLook.member_id == member_id)
        .order_by(PartnerLook.id.desc())
        .limit(limit)
    ).all()
    return tuple(
        LookAtMe(
            look.asked_at, look.asked_by.name, _partner_of(session, look) or "", look.reason, look.answered
        )
        for look in looks
    )


def _antenna_of_partner(session: Session, antenna_id: int, actor: Actor) -> Antenna:
    antenna = session.get(Antenna, antenna_id)
    if antenna is None:
        raise NotFoundError
    require(actor.has(Role.PARTNER_STAFF, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    return antenna


def _check(question: Question) -> None:
    if not fold_name(question.given_name) or not fold_name(question.family_name):
        raise InvalidInputError("whole_name_missing", "Write down the whole name.", field="given_name")
    if question.number is None and question.birth_year is None:
        raise InvalidInputError(
            "look_key_missing", "Write down the member number or the year of birth too.", field="number"
        )


def _found(session: Session, antenna_id: int, question: Question) -> Member | None:
    """The one member who has this name and all that was told beside it; of two nobody is found."""
    name = fold_name(f"{question.family_name} {question.given_name}")
    query = (
        select(Member)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Person.sort_name == name)
    )
    if question.number is not None:
        query = query.where(Member.number == question.number)
    if question.birth_year is not None:
        query = query.where(Person.birth_year == question.birth_year)
    rows = session.scalars(query.limit(2)).all()
    return rows[0] if len(rows) == 1 else None


def _partner_of(session: Session, look: PartnerLook) -> str | None:
    """For which partner of the antenna this person worked on the antenna's day when they asked."""
    day = local_day(look.asked_at, look.antenna.timezone)
    return session.scalar(
        select(Partner.name)
        .join(RoleMandate, RoleMandate.partner_id == Partner.id)
        .join(PartnerAntenna, PartnerAntenna.partner_id == Partner.id)
        .where(
            RoleMandate.person_id == look.asked_by_id,
            PartnerAntenna.antenna_id == look.antenna_id,
            RoleMandate.starts_on <= day,
            or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= day),
        )
        .order_by(RoleMandate.id)
        .limit(1)
    )
