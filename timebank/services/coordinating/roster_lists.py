"""Reading the duty roster: its turns, and whose they can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, Role, may_log_for_others, require
from timebank.domain.roster import Span, holders_on
from timebank.models.desk import Duty
from timebank.models.member import Person
from timebank.services.membership.member_lists import team_of

ON_DUTY = frozenset({Role.ANTENNA_PERSON, Role.COORDINATOR})
"""Whose turn it can be, and who reads the roster."""


@dataclass(frozen=True)
class Turn:
    """A turn as pages show it. A name that is 'gone' has no role in the antenna on that day (any more)."""

    id: int
    antenna_id: int
    version: int
    on_day: date
    from_minute: int
    until_minute: int
    person_id: int
    person_uid: UUID
    name: str
    given_name: str
    gone: bool
    substitute_id: int | None
    substitute_uid: UUID | None
    substitute: str
    substitute_given_name: str
    substitute_gone: bool


def find_duty(session: Session, antenna_id: int, duty_id: int) -> Duty:
    """One of the antenna's turns.

    Raises:
        NotFoundError: the antenna has none of this id.
    """
    names = joinedload(Duty.person), joinedload(Duty.substitute)
    duty = session.get(Duty, duty_id, options=names)
    if duty is None or duty.antenna_id != antenna_id:
        raise NotFoundError
    return duty


def turn_of(session: Session, antenna_id: int, duty_id: int, *, actor: Actor) -> Turn:
    """One of the antenna's turns, for its team.

    Raises:
        NotAllowedError, NotFoundError: not one of the team here, or no such turn.
    """
    require(may_log_for_others(actor, antenna_id), actor, antenna_id)
    duty = find_duty(session, antenna_id, duty_id)
    return _turn(duty, holders_on(role_spans(session, antenna_id, duty.on_day), duty.on_day))


def turns_between(
    session: Session, antenna_id: int, first: date, last: date, *, actor: Actor
) -> tuple[Turn, ...]:
    """The turns of these days, both included, in the order in which they begin.

    Raises:
        NotAllowedError, NotFoundError: not one of the team here.
    """
    require(may_log_for_others(actor, antenna_id), actor, antenna_id)
    rows = session.scalars(
        select(Duty)
        .options(joinedload(Duty.person), joinedload(Duty.substitute))
        .where(Duty.antenna_id == antenna_id, Duty.on_day.between(first, last))
        .order_by(Duty.on_day, Duty.from_minute)
    ).all()
    spans = role_spans(session, antenna_id, first) if rows else ()
    return tuple(_turn(duty, holders_on(spans, duty.on_day)) for duty in rows)


def own_turns(session: Session, first: date, last: date, *, actor: Actor) -> tuple[Turn, ...]:
    """The actor's turns of these days in every antenna, and those in which they step in, as far as they
    have a role then."""
    me = actor.person_id
    rows = session.scalars(
        select(Duty)
        .options(joinedload(Duty.person), joinedload(Duty.substitute))
        .where(or_(Duty.person_id == me, Duty.substitute_id == me), Duty.on_day.between(first, last))
        .order_by(Duty.on_day, Duty.from_minute, Duty.id)
    ).all()
    spans = {place: role_spans(session, place, first) for place in {duty.antenna_id for duty in rows}}
    found = ((duty, holders_on(spans[duty.antenna_id], duty.on_day)) for duty in rows)
    return tuple(_turn(duty, holders) for duty, holders in found if me in holders)


def possible_people(session: Session, antenna_id: int, day: date) -> Mapping[int, str]:
    """Who can have a turn on this day or later: person id -> name."""
    return {person.id: person.name for person in people_on_duty(session, antenna_id, day)}


def people_on_duty(session: Session, antenna_id: int, day: date) -> Sequence[Person]:
    """Who can have a turn on this day or later, each once."""
    team = team_of(session, antenna_id, day)
    found = {p.id: p for mandate, p in team if mandate.role in ON_DUTY and p.died_on is None}
    return tuple(found.values())


def person_on_duty(session: Session, antenna_id: int, uid: UUID, day: date, field: str) -> int:
    """The id of one of those who can have a turn on this day or later.

    Raises:
        InvalidInputError: code ``duty_person``, at ``field``.
    """
    for person in people_on_duty(session, antenna_id, day):
        if person.uid == uid:
            return person.id
    raise no_role_on(day, field)


def no_role_on(day: date, field: str) -> InvalidInputError:
    """Someone who has no role here on that day can't have a turn then."""
    return InvalidInputError(
        "duty_person", "Choose someone who has a role here on {day}.", field=field, day=f"{day:%d/%m/%Y}"
    )


def role_spans(session: Session, antenna_id: int, first: date) -> tuple[Span, ...]:
    """From when until when people can have turns, as far as that reaches this day or later ones."""
    return tuple(
        Span(mandate.person_id, mandate.starts_on, mandate.ends_on)
        for mandate, person in team_of(session, antenna_id, first)
        if mandate.role in ON_DUTY and person.died_on is None
    )


def _turn(duty: Duty, holders: frozenset[int]) -> Turn:
    other = duty.substitute
    return Turn(
        id=duty.id,
        antenna_id=duty.antenna_id,
        version=duty.version,
        on_day=duty.on_day,
        from_minute=duty.from_minute,
        until_minute=duty.until_minute,
        person_id=duty.person_id,
        person_uid=duty.person.uid,
        name=duty.person.name,
        given_name=duty.person.given_name,
        gone=duty.person_id not in holders,
        substitute_id=duty.substitute_id,
        substitute_uid=other.uid if other else None,
        substitute=other.name if other else "",
        substitute_given_name=other.given_name if other else "",
        substitute_gone=other is not None and duty.substitute_id not in holders,
    )
