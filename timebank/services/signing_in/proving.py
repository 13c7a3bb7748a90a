"""Proving once more who one is, before what a stolen or forgotten session could do harm with."""

import enum
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotAllowedError
from timebank.domain.permissions import Actor
from timebank.models.login import LoginSession, StaffPassword
from timebank.services.signing_in.passwords import is_own_password
from timebank.services.signing_in.second_factor import (
    SecondFactorWrongError,
    has_second_factor,
    pass_second_factor,
)

PROOF_LASTS = timedelta(minutes=15)
"""So long after signing in, or after the last proof, nothing is asked again."""


class WayToProve(enum.StrEnum):
    """What someone can type; ``SIGN_IN``: nothing, so they sign in once more by mail."""

    PASSWORD = "password"  # noqa: S105 - the name of a way
    DIGITS = "digits"
    SIGN_IN = "sign_in"


def way_to_prove(session: Session, person_id: int) -> WayToProve:
    """The password, or else the digits of the app, or else a new mail."""
    if session.get(StaffPassword, person_id) is not None:
        return WayToProve.PASSWORD
    return WayToProve.DIGITS if has_second_factor(session, person_id) else WayToProve.SIGN_IN


def prove_session(session: Session, typed: str, *, key: str, actor: Actor, now: datetime) -> None:
    """Take what was typed for a proof of the actor's session.

    Raises:
        InvalidInputError: codes ``own_password_wrong``, ``second_factor_wrong``.
        NotAllowedError: someone who has nothing to type.
    """
    way = way_to_prove(session, actor.person_id)
    if way is WayToProve.SIGN_IN:
        raise NotAllowedError
    if way is WayToProve.PASSWORD and not is_own_password(session, actor.person_id, typed):
        raise InvalidInputError("own_password_wrong", "This isn't your password.", field="proof")
    if way is WayToProve.DIGITS and not pass_second_factor(session, actor.person_id, typed, key=key, now=now):
        raise SecondFactorWrongError(field="proof")
    session.execute(update(LoginSession).where(LoginSession.id == actor.session_id).values(proven_at=now))
