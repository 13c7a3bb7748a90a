"""Staff passwords: argon2id, 15 to 128 characters, any characters, no rules of composition."""

from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.domain.permissions import SYSTEM, Actor, Rights
from timebank.models.login import StaffPassword
from timebank.models.member import Person
from timebank.services.audit import write_down
from timebank.services.membership.people import person_labelled
from timebank.services.signing_in.change_notices import SignInChange, tell_of_change

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""OWASP's figures: 19 MiB and two passes, about 30 ms."""

SHORTEST, LONGEST = 15, 128
DUMMY_HASH = HASHER.hash("nobody's password, checked so that every answer takes as long")
"""What is checked where there is nothing to check."""


def check_password(password: str) -> None:
    """Refuse a password that is too short or too long.

    Raises:
        InvalidInputError: code ``password_length``.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidInputError(
            "password_length",
            "Choose a password of 15 to 128 characters. A short sentence is good.",
            field="password",
        )


def set_password(session: Session, person_id: int, password: str, *, actor: Actor, now: datetime) -> None:
    """Set someone's own password (or the operator's shell sets it). A mail tells them, unless it is their first.

    Raises:
        InvalidInputError: code ``password_length``.
        NotAllowedError: someone else's.
    """
    if actor is not SYSTEM and actor.person_id != person_id:
        raise NotAllowedError
    check_password(password)
    if session.get(Person, person_id) is None:
        raise NotFoundError
    row = session.get(StaffPassword, person_id)
    if row is None:
        row = StaffPassword(person_id=person_id)
    else:
        tell_of_change(session, person_id, SignInChange.PASSWORD_CHANGED, now=now)
    row.password_hash, row.set_at = HASHER.hash(password), now
    session.add(row)
    write_down(session, "set_password", actor=actor, now=now, subject=f"person:{person_id}")
    session.flush()


def person_by_password(session: Session, name: str, password: str) -> int | None:
    """The id of the person whose e-mail or 'antenna-number' and password these are, or None.

    An unknown name costs the same work as a wrong password.
    """
    person_id = _person_id(session, name)
    row = None if person_id is None else session.get(StaffPassword, person_id)
    try:
        HASHER.verify(DUMMY_HASH if row is None else row.password_hash, password)
    except (VerificationError, InvalidHashError):
        return None
    return None if row is None else person_id


def lacks_password(session: Session, *, actor: Actor) -> bool:
    """Whether this actor works for an antenna or partner, may choose a password now, and has none yet."""
    may_choose = bool(actor.mandates) and actor.rights is Rights.FULL
    return may_choose and session.get(StaffPassword, actor.person_id) is None


def is_own_password(session: Session, person_id: int, password: str) -> bool:
    """Whether this is the password of a person who is signed in; someone without one has none to type."""
    row = session.get(StaffPassword, person_id)
    try:
        HASHER.verify(DUMMY_HASH if row is None else row.password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
    return row is not None


def channel_of(name: str) -> str:
    """What a limit counts on for this name, whether or not it exists."""
    return f"password:{name.strip().casefold()}"


def _person_id(session: Session, name: str) -> int | None:
    name = name.strip().casefold()
    if "@" in name:
        ids = session.scalars(
            select(Person.id)
            .join(StaffPassword, StaffPassword.person_id == Person.id)
            .where(Person.email == name, Person.died_on.is_(None))
            .limit(2)
        ).all()
        return ids[0] if len(ids) == 1 else None
    return person_labelled(session, name)
