"""Writing down who did what, for whom, and through which channel."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.models.audit import AuditEntry
from timebank.orm import table_of

WRITE_DOWN = insert(table_of(AuditEntry)).inline()
"""Nobody asks for the new line's id."""


def write_down(
    session: Session,
    action: str,
    *,
    actor: Actor,
    now: datetime,
    antenna_id: int | None = None,
    member_id: int | None = None,
    subject: str = "",
    channel: Channel = Channel.WEB,
    detail: dict[str, Any] | None = None,
) -> None:
    """Add one line to the audit: ``subject`` is 'favour:<uid>' or the like, ``detail`` ids and codes."""
    row = {
        "at": now,
        "actor_id": actor.person_id or None,
        "action": action,
        "antenna_id": antenna_id,
        "member_id": member_id,
        "subject": subject,
        "channel": channel,
        "on_behalf": member_id is not None and member_id not in actor.member_ids,
        "detail": detail or {},
    }
    session.execute(WRITE_DOWN, row)
