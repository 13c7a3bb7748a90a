"""Personal tokens for the API: made by their owner, with scopes and an end, shown once."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, require_full_rights
from timebank.models.login import ApiToken
from timebank.orm import table_of
from timebank.services.audit import write_down
from timebank.services.network.actors import ALL, PERSON, about, actor_from, around
from timebank.services.signing_in.sessions import token_hash

TOKEN = table_of(ApiToken)
OF_HASH = TOKEN.c.token_hash == bindparam("token_hash")
BY_HASH = (
    about(select(TOKEN.c.person_id).where(OF_HASH).correlate(None).scalar_subquery())
    .add_columns(TOKEN.c.scopes, TOKEN.c.expires_at, TOKEN.c.revoked_at)
    .join(TOKEN, (TOKEN.c.person_id == PERSON.c.id) & OF_HASH)
)
"""Whose a token is and what they may do, by one statement, since each request of the API asks it."""

SCOPES: tuple[str, ...] = (
    "antennas:read",
    "antennas:write",
    "members:read",
    "members:write",
    "accounts:read",
    "favours:read",
    "favours:write",
    "gifts:read",
    "gifts:write",
    "transfers:read",
    "directory:read",
    "directory:write",
    "signals:read",
    "signals:write",
    "gatherings:read",
    "gatherings:write",
    "stories:read",
    "stories:write",
    "referrals:read",
    "referrals:write",
    "releases:read",
    "releases:write",
    "reports:read",
    "reports:write",
    "asks:read",
    "asks:write",
    "proposals:read",
    "proposals:write",
    "offers:read",
    "offers:write",
    "plans:read",
    "participation:read",
    "consents:read",
    "consents:write",
    "participation:look",
    "certificates:read",
    "certificates:write",
    "population:read",
    "population:write",
    "questionnaires:read",
    "questionnaires:write",
    "files:read",
    "erasures:read",
    "erasures:write",
)
LASTS = timedelta(days=365)
PREFIX = "tb_"


def create_token(
    session: Session, name: str, scopes: Sequence[str], *, actor: Actor, now: datetime
) -> tuple[ApiToken, str]:
    """A new token of the actor's own: its row, and the secret that is shown only now.

    Raises:
        InvalidInputError: no name, or an unknown scope.
        NotAllowedError: a session with small rights.
    """
    require_full_rights(actor)
    if not name.strip():
        raise InvalidInputError("name_missing", "Write down a name.", field="name")
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise InvalidInputError("scopes", "Choose what this token may do.", field="scopes")
    secret = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken(
        uid=uuid.uuid4(),
        person_id=actor.person_id,
        name=name.strip()[:60],
        token_hash=token_hash(secret),
        scopes=sorted(scopes),
        created_at=now,
        expires_at=now + LASTS,
    )
    session.add(row)
    write_down(session, "create_token", actor=actor, now=now, subject=f"token:{row.uid}")
    session.flush()
    return row, secret


def list_tokens(session: Session, *, actor: Actor, now: datetime) -> Sequence[ApiToken]:
    """The actor's own tokens that work."""
    return session.scalars(
        select(ApiToken)
        .where(
            ApiToken.person_id == actor.person_id, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now
        )
        .order_by(ApiToken.id)
    ).all()


def revoke_token(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> None:
    """End one of the actor's own tokens.

    Raises:
        NotFoundError: there is none by that id.
    """
    row = session.scalar(select(ApiToken).where(ApiToken.uid == uid, ApiToken.person_id == actor.person_id))
    if row is None:
        raise NotFoundError
    row.revoked_at = row.revoked_at or now
    write_down(session, "revoke_token", actor=actor, now=now, subject=f"token:{row.uid}")
    session.flush()


def actor_for_token(session: Session, secret: str, *, now: datetime) -> Actor | None:
    """The actor behind a token, with its scopes, or None for one that is unknown, over or revoked."""
    rows = session.execute(BY_HASH, {"token_hash": token_hash(secret)} | around(now)).all()
    if not rows:
        return None
    scopes, expires_at, revoked_at = rows[0][ALL:]
    if revoked_at is not None or now >= expires_at:
        return None
    return actor_from(rows, now=now, scopes=frozenset(scopes))
