"""Sessions as rows: opened with a random token, checked on every request, ended on any worker."""

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, Rights, is_staff
from timebank.models.login import LoginSession, SignedInBy
from timebank.services.audit import write_down
from timebank.services.network.actors import actor_of

LIMITS: dict[SignedInBy, tuple[timedelta, timedelta]] = {
    SignedInBy.PASSWORD: (timedelta(hours=1), timedelta(hours=12)),
    SignedInBy.MAIL: (timedelta(days=30), timedelta(days=30)),
    SignedInBy.CARD: (timedelta(hours=1), timedelta(hours=12)),
    SignedInBy.KIOSK: (timedelta(minutes=10), timedelta(hours=2)),
}
"""How long a session may rest, and how long it lasts at most, by how it was opened."""

STAFF_LIMITS = LIMITS[SignedInBy.PASSWORD]
"""RELIABILITY.md 1.2: whoever has a role rests an hour and stays twelve at most, by whatever door they came."""

TOUCH_SECONDS = 30
"""A session in use is written down at most this often."""

SMALL = frozenset({SignedInBy.CARD, SignedInBy.KIOSK})


def token_hash(token: str) -> bytes:
    """SHA-256 of a token of 128 random bits or more: what the database keeps of it."""
    return hashlib.sha256(token.encode()).digest()


def open_session(
    session: Session,
    person_id: int,
    signed_in_by: SignedInBy,
    *,
    device: str,
    now: datetime,
    opened_by_id: int | None = None,
) -> str:
    """A new session for this person; the token to keep in the browser, shown only here."""
    token = secrets.token_urlsafe(32)
    idle, longest = LIMITS[signed_in_by]
    row = LoginSession(
        token_hash=token_hash(token),
        person_id=person_id,
        signed_in_by=signed_in_by,
        rights=Rights.SMALL if signed_in_by in SMALL else Rights.FULL,
        device=device[:120],
        created_at=now,
        last_seen_at=now,
        proven_at=now,
        idle_seconds=int(idle.total_seconds()),
        expires_at=now + longest,
        opened_by_id=opened_by_id,
    )
    session.add(row)
    session.flush()
    actor = actor_of(session, person_id, now=now, rights=row.rights)
    write_down(session, "sign_in", actor=actor, now=now, detail={"by": signed_in_by.value})
    return token


@dataclass(frozen=True)
class FoundSession:
    """An open session: who it is, how it was opened, when they last proved it, and its seconds left to rest.

    ``touch`` says that this use has to be written down; ``seconds_left`` reckons that it is.
    """

    actor: Actor
    signed_in_by: SignedInBy
    seconds_left: int
    touch: bool
    proven_at: datetime


def find_session(session: Session, token: str, *, now: datetime) -> FoundSession | None:
    """The session of a token, or None for one that is unknown, revoked, over or rested too long."""
    row = session.scalar(select(LoginSession).where(LoginSession.token_hash == token_hash(token)))
    if row is None or row.revoked_at is not None or now >= row.expires_at:
        return None
    rested = int((now - row.last_seen_at).total_seconds())
    if rested > row.idle_seconds:
        return None
    try:
        actor = actor_of(session, row.person_id, now=now, rights=row.rights, session_id=row.id)
    except NotFoundError:
        return None
    idle_seconds, ends_at = _limits(row, staff=is_staff(actor))
    if rested > idle_seconds or now >= ends_at:
        return None
    written_down = rested >= TOUCH_SECONDS
    rest_left = idle_seconds - (0 if written_down else rested)
    left = min(rest_left, int((ends_at - now).total_seconds()))
    proven_at = row.proven_at or row.created_at
    return FoundSession(actor, row.signed_in_by, left, touch=written_down, proven_at=proven_at)


def _is_open(row: LoginSession, now: datetime, *, has_role: bool) -> bool:
    idle_seconds, ends_at = _limits(row, staff=has_role and row.rights is Rights.FULL)
    return now < ends_at and (now - row.last_seen_at).total_seconds() <= idle_seconds


def _limits(row: LoginSession, *, staff: bool) -> tuple[int, datetime]:
    """How many seconds it may rest, and its last moment; a role that came later counts from now on."""
    if not staff:
        return row.idle_seconds, row.expires_at
    idle, longest = STAFF_LIMITS
    return min(row.idle_seconds, int(idle.total_seconds())), min(row.expires_at, row.created_at + longest)


def touch_session(session: Session, session_id: int, *, now: datetime) -> None:
    """Note that the session is in use: it may rest again from now on, until its last moment."""
    session.execute(update(LoginSession).where(LoginSession.id == session_id).values(last_seen_at=now))


def list_sessions(session: Session, *, actor: Actor, now: datetime) -> Sequence[LoginSession]:
    """The actor's own sessions that are open: neither over, nor at rest for too long."""
    rows = session.scalars(
        select(LoginSession)
        .where(
            LoginSession.person_id == actor.person_id,
            LoginSession.revoked_at.is_(None),
            LoginSession.expires_at > now,
        )
        .order_by(LoginSession.last_seen_at.desc())
    ).all()
    return [row for row in rows if _is_open(row, now, has_role=bool(actor.mandates))]


def end_session(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> None:
    """End one of the actor's own sessions.

    Raises:
        NotFoundError: there is none by that id.
    """
    row = session.scalar(
        select(LoginSession).where(LoginSession.uid == uid, LoginSession.person_id == actor.person_id)
    )
    if row is None:
        raise NotFoundError
    row.revoked_at = row.revoked_at or now
    session.flush()


def end_this_session(session: Session, *, actor: Actor, now: datetime) -> None:
    """Sign out here."""
    session.execute(update(LoginSession).where(LoginSession.id == actor.session_id).values(revoked_at=now))


def end_other_sessions(session: Session, *, actor: Actor, now: datetime) -> None:
    """Sign the actor out everywhere but here."""
    session.execute(
        update(LoginSession)
        .where(
            LoginSession.person_id == actor.person_id,
            LoginSession.id != (actor.session_id or 0),
            LoginSession.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )


def end_all_sessions(session: Session, person_id: int, *, actor: Actor, now: datetime) -> None:
    """Sign this person out everywhere."""
    session.execute(
        update(LoginSession)
        .where(LoginSession.person_id == person_id, LoginSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    write_down(session, "sign_out_everywhere", actor=actor, now=now, subject=f"person:{person_id}")
