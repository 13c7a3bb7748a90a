"""The duty roster: who answers the antenna's phone or sits at its table, and who steps in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.domain.permissions import (
    Actor,
    is_coordinator,
    may_log_for_others,
    require,
    require_full_rights,
)
from timebank.domain.roster import AHEAD_MAX, REPEATS_MAX, holders_on, is_span
from timebank.models.antenna import Antenna
from timebank.models.desk import Duty
from timebank.services.audit import write_down
from timebank.services.coordinating.roster_lists import no_role_on, role_spans


@dataclass(frozen=True)
class DutyDetails:
    """A turn as someone tells it: local minutes of the day, and ids of people."""

    on_day: date
    from_minute: int
    until_minute: int
    person_id: int
    substitute_id: int | None = None


def add_duty(
    session: Session, antenna_id: int, details: DutyDetails, *, weeks: int = 1, actor: Actor, now: datetime
) -> Sequence[Duty]:
    """A turn on this day, and on the same day of the ``weeks`` - 1 weeks after it.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
        InvalidInputError: no turn, someone without a role on one of the days, or a turn that is there.
    """
    today = _require_editor(session, antenna_id, actor, now)
    if not 1 <= weeks <= REPEATS_MAX:
        raise InvalidInputError(
            "number_out_of_range", "Choose between {low} and {high}.", field="weeks", low=1, high=REPEATS_MAX
        )
    made = []
    for week in range(weeks):
        duty = Duty(antenna_id=antenna_id)
        _fill(session, duty, details, details.on_day + timedelta(weeks=week), today)
        session.add(duty)
        session.flush()
        _note(session, "add_duty", duty, actor, now)
        made.append(duty)
    session.flush()
    return made


def change_duty(
    session: Session,
    antenna_id: int,
    duty_id: int,
    details: DutyDetails,
    *,
    version: int,
    actor: Actor,
    now: datetime,
) -> Duty:
    """Another day, time, person or substitute.

    Raises:
        StaleError: someone changed it since ``version`` was read.
        InvalidInputError: as for a new one.
    """
    today = _require_editor(session, antenna_id, actor, now)
    duty = _lock(session, antenna_id, duty_id, version)
    _fill(session, duty, details, details.on_day, today)
    _note(session, "change_duty", duty, actor, now)
    return _named(session, duty)


def step_in(
    session: Session, antenna_id: int, duty_id: int, *, version: int, actor: Actor, now: datetime
) -> Duty:
    """The actor takes this turn over; the substitute stays, unless it was the actor.

    Raises:
        NotAllowedError, NotFoundError: not one of the team here.
        StaleError: someone was faster since ``version`` was read.
        InvalidInputError: the turn is over, or the actor has no role any more on that day.
    """
    require(may_log_for_others(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    duty = _lock(session, antenna_id, duty_id, version)
    if duty.person_id == actor.person_id:
        return duty
    today = local_day(now, session.get_one(Antenna, antenna_id).timezone)
    substitute_id = None if duty.substitute_id == actor.person_id else duty.substitute_id
    details = DutyDetails(
        duty.on_day,
        duty.from_minute,
        duty.until_minute,
        actor.person_id,
        _still(session, duty, substitute_id),
    )
    before = duty.person_id
    _fill(session, duty, details, duty.on_day, today)
    _note(session, "step_in", duty, actor, now, instead_of=before)
    return _named(session, duty)


def remove_duty(
    session: Session, antenna_id: int, duty_id: int, *, version: int, actor: Actor, now: datetime
) -> None:
    """This turn doesn't take place.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
        StaleError: someone changed it since ``version`` was read.
    """
    _require_editor(session, antenna_id, actor, now)
    duty = _lock(session, antenna_id, duty_id, version)
    _note(session, "remove_duty", duty, actor, now)
    session.delete(duty)
    session.flush()


def _require_editor(session: Session, antenna_id: int, actor: Actor, now: datetime) -> date:
    """Today in the antenna, for its coordinators."""
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)
    return local_day(now, session.get_one(Antenna, antenna_id).timezone)


def _lock(session: Session, antenna_id: int, duty_id: int, version: int) -> Duty:
    duty = session.get(Duty, duty_id, with_for_update=True, populate_existing=True)
    if duty is None or duty.antenna_id != antenna_id:
        raise NotFoundError
    if duty.version != version:
        raise StaleError
    return duty


def _fill(session: Session, duty: Duty, details: DutyDetails, on_day: date, today: date) -> None:
    """Set what was told, once it is a turn that these people can have."""
    if not today <= on_day <= today + AHEAD_MAX:
        raise InvalidInputError(
            "duty_day", "Choose today or a day to come, within a year from now.", field="on_day"
        )
    if not is_span(details.from_minute, details.until_minute):
        raise InvalidInputError(
            "duty_hours", "A turn ends after it begins, on the same day.", field="until_minute"
        )
    if details.substitute_id == details.person_id:
        raise InvalidInputError("duty_substitute", "Choose someone else who steps in.", field="substitute")
    there = select(Duty.id).where(
        Duty.antenna_id == duty.antenna_id, Duty.on_day == on_day, Duty.from_minute == details.from_minute
    )
    with session.no_autoflush:
        if session.scalar(there.where(Duty.id != (duty.id or 0))) is not None:
            raise InvalidInputError(
                "duty_there",
                "On {day} a turn begins at this time already.",
                field="from_minute",
                day=_said(on_day),
            )
        holders = holders_on(role_spans(session, duty.antenna_id, on_day), on_day)
    for field, person_id in (("person", details.person_id), ("substitute", details.substitute_id)):
        if person_id is not None and person_id not in holders:
            raise no_role_on(on_day, field)
    duty.on_day, duty.person_id, duty.substitute_id = on_day, details.person_id, details.substitute_id
    duty.from_minute, duty.until_minute = details.from_minute, details.until_minute


def _named(session: Session, duty: Duty) -> Duty:
    """The turn with the names of whose it is now."""
    session.flush()
    session.refresh(duty, ["person", "substitute"])
    return duty


def _still(session: Session, duty: Duty, person_id: int | None) -> int | None:
    """The substitute, if they still have a role then: whoever steps in isn't stopped by who left."""
    return (
        person_id
        if person_id in holders_on(role_spans(session, duty.antenna_id, duty.on_day), duty.on_day)
        else None
    )


def _note(
    session: Session, action: str, duty: Duty, actor: Actor, now: datetime, instead_of: int | None = None
) -> None:
    detail = {"day": duty.on_day.isoformat(), "person": duty.person_id}
    write_down(
        session,
        action,
        actor=actor,
        now=now,
        antenna_id=duty.antenna_id,
        subject=f"duty:{duty.id}",
        detail=detail if instead_of is None else detail | {"instead_of": instead_of},
    )


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"
