"""A second factor for who works for an antenna: six digits of an app, and ten codes on paper for a lost phone.

It is asked for after a right password and after a mail alike. ``key`` is the installation's own key: with
the salt of the row it makes the app's secret (``domain.second_factor``), which is kept nowhere.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotAllowedError
from timebank.domain.permissions import Actor, is_operator, is_staff, require, require_full_rights
from timebank.domain.second_factor import plain_digits, secret_of, step_that_fits
from timebank.models.login import RecoveryCode, SecondFactor, StaffPassword
from timebank.models.member import Person
from timebank.services.audit import write_down
from timebank.services.signing_in.change_notices import SignInChange, tell_of_change
from timebank.services.signing_in.passwords import is_own_password
from timebank.services.signing_in.recovery_codes import (
    new_recovery_codes,
    recovery_codes_left,
    spend_recovery_code,
)
from timebank.services.signing_in.sessions import end_all_sessions, end_other_sessions

SALT_BYTES = 16


class SecondFactorWrongError(InvalidInputError):
    """Neither digits that the app shows now nor an unused recovery code, or used a moment ago."""

    code = "second_factor_wrong"
    message = "These digits don't fit, or were used already."


@dataclass(frozen=True)
class SecondFactorState:
    """Where someone's own second factor stands: off, begun, or on since ``confirmed_at``."""

    begun: bool
    confirmed_at: datetime | None
    codes_left: int
    has_password: bool


def has_second_factor(session: Session, person_id: int) -> bool:
    """Whether this person is asked for more than a password or a mail."""
    row = session.get(SecondFactor, person_id)
    return row is not None and row.confirmed_at is not None


def lacks_second_factor(session: Session, actor: Actor) -> bool:
    """Whether somebody with a role and full rights has none: where it is required they set it up first."""
    return is_staff(actor) and not has_second_factor(session, actor.person_id)


def second_factor_state(session: Session, *, actor: Actor) -> SecondFactorState:
    """The actor's own.

    Raises:
        NotAllowedError: someone without a role, or a session with small rights.
    """
    row = _own(session, actor)
    return SecondFactorState(
        begun=row is not None,
        confirmed_at=None if row is None else row.confirmed_at,
        codes_left=recovery_codes_left(session, actor.person_id),
        has_password=session.get(StaffPassword, actor.person_id) is not None,
    )


def begin_second_factor(session: Session, *, actor: Actor, now: datetime) -> None:
    """Draw a salt for the actor; one that was begun before and never confirmed is forgotten.

    Raises:
        NotAllowedError: someone without a role, or a session with small rights.
        InvalidInputError: code ``second_factor_on``.
    """
    row = _own(session, actor) or SecondFactor(person_id=actor.person_id)
    if row.confirmed_at is not None:
        raise _already_on()
    row.salt, row.begun_at = secrets.token_bytes(SALT_BYTES), now
    session.add(row)
    session.flush()


def secret_to_show(session: Session, *, key: str, actor: Actor) -> str | None:
    """The secret of one that is begun, for the app to learn; None once it is confirmed, and for good."""
    row = _own(session, actor)
    return secret_of(key, row.salt) if row is not None and row.confirmed_at is None else None


def confirm_second_factor(
    session: Session, typed: str, *, key: str, actor: Actor, now: datetime
) -> tuple[str, ...]:
    """Switch it on with the digits that the app shows: the recovery codes, known only now.

    Sessions that the actor has elsewhere end: nobody showed these digits there.

    Raises:
        InvalidInputError: codes ``second_factor_on``, ``second_factor_wrong``, ``second_factor_off``.
    """
    row, digits = _own(session, actor), plain_digits(typed)
    if row is None:
        raise _still_off()
    step = None if digits is None else step_that_fits(secret_of(key, row.salt), digits, now=now)
    if row.confirmed_at is None and step is None:
        raise SecondFactorWrongError(field="code")
    done = session.execute(
        update(SecondFactor)
        .where(
            SecondFactor.person_id == actor.person_id,
            SecondFactor.salt == row.salt,  # not one that was begun anew a moment ago
            SecondFactor.confirmed_at.is_(None),
        )
        .values(confirmed_at=now, last_step=step),
        execution_options={"synchronize_session": False},
    )
    if getattr(done, "rowcount", 0) != 1:
        raise _already_on()
    end_other_sessions(session, actor=actor, now=now)
    tell_of_change(session, actor.person_id, SignInChange.SECOND_STEP_ON, now=now)
    write_down(session, "set_second_factor", actor=actor, now=now, subject=f"person:{actor.person_id}")
    return new_recovery_codes(session, actor.person_id)


def renew_recovery_codes(
    session: Session, typed: str, *, key: str, actor: Actor, now: datetime
) -> tuple[str, ...]:
    """Ten new recovery codes; those from before stop working.

    Raises:
        InvalidInputError: codes ``second_factor_off``, ``second_factor_wrong``.
    """
    _prove(session, typed, key=key, actor=actor, now=now)
    write_down(session, "renew_recovery_codes", actor=actor, now=now, subject=f"person:{actor.person_id}")
    return new_recovery_codes(session, actor.person_id)


def end_second_factor(
    session: Session, password: str, typed: str, *, key: str, actor: Actor, now: datetime
) -> None:
    """Switch it off with the password, where there is one, and digits or a recovery code.

    Raises:
        InvalidInputError: codes ``second_factor_off``, ``own_password_wrong``, ``second_factor_wrong``.
    """
    has_password = session.get(StaffPassword, actor.person_id) is not None
    if has_password and not is_own_password(session, actor.person_id, password):
        raise InvalidInputError("own_password_wrong", "This isn't your password.", field="password")
    _prove(session, typed, key=key, actor=actor, now=now)
    _forget(session, actor.person_id)
    tell_of_change(session, actor.person_id, SignInChange.SECOND_STEP_OFF, now=now)
    write_down(session, "end_second_factor", actor=actor, now=now, subject=f"person:{actor.person_id}")


def pass_second_factor(session: Session, person_id: int, typed: str, *, key: str, now: datetime) -> bool:
    """Spend digits of the app, or a recovery code: whether they were this person's, now and for the first time."""
    row, digits = session.get(SecondFactor, person_id), plain_digits(typed)
    if row is None or row.confirmed_at is None:
        return False
    if digits is None:
        return spend_recovery_code(session, person_id, typed, now=now)
    step = step_that_fits(secret_of(key, row.salt), digits, now=now)
    if step is None:
        return False
    spent = session.execute(
        update(SecondFactor)
        .where(
            SecondFactor.person_id == person_id,
            or_(SecondFactor.last_step.is_(None), SecondFactor.last_step < step),
        )
        .values(last_step=step),
        execution_options={"synchronize_session": False},
    )
    return getattr(spent, "rowcount", 0) == 1


def reset_second_factor(session: Session, person_id: int, *, actor: Actor, now: datetime) -> bool:
    """Take it off for someone who lost phone and paper, and sign them out everywhere. Twice changes nothing.

    Whether they have an address to which a mail tells them so; where not, whoever did it tells them.

    Raises:
        NotAllowedError: only the operator does so, for others: one's own takes password and code.
    """
    require(is_operator(actor) and actor.person_id != person_id, actor)
    require_full_rights(actor)
    if session.get(SecondFactor, person_id) is None:
        return bool(session.get_one(Person, person_id).email)
    _forget(session, person_id)
    end_all_sessions(session, person_id, actor=actor, now=now)
    write_down(session, "reset_second_factor", actor=actor, now=now, subject=f"person:{person_id}")
    return tell_of_change(session, person_id, SignInChange.SECOND_STEP_RESET, now=now)


def person_by_address(session: Session, email: str) -> int:
    """The one person with a second factor who has this e-mail address.

    Raises:
        InvalidInputError: code ``second_factor_nobody``.
    """
    found = session.scalars(
        select(Person.id)
        .join(SecondFactor, SecondFactor.person_id == Person.id)
        .where(Person.email == email.strip().casefold())
        .limit(2)
    ).all()
    if len(found) != 1:
        raise InvalidInputError(
            "second_factor_nobody", "No one person with a second step has this address.", field="email"
        )
    return found[0]


def _forget(session: Session, person_id: int) -> None:
    options = {"synchronize_session": False}
    session.execute(
        delete(RecoveryCode).where(RecoveryCode.person_id == person_id), execution_options=options
    )
    session.execute(
        delete(SecondFactor).where(SecondFactor.person_id == person_id), execution_options=options
    )


def _own(session: Session, actor: Actor) -> SecondFactor | None:
    """The actor's row; for who has a role, or had one when they set it up."""
    require_full_rights(actor)
    row = session.get(SecondFactor, actor.person_id)
    if row is None and not actor.mandates:
        raise NotAllowedError
    return row


def _prove(session: Session, typed: str, *, key: str, actor: Actor, now: datetime) -> None:
    row = _own(session, actor)
    if row is None or row.confirmed_at is None:
        raise _still_off()
    if not pass_second_factor(session, actor.person_id, typed, key=key, now=now):
        raise SecondFactorWrongError(field="code")


def _already_on() -> InvalidInputError:
    return InvalidInputError("second_factor_on", "The second step is on already.")


def _still_off() -> InvalidInputError:
    return InvalidInputError("second_factor_off", "The second step isn't on.")
