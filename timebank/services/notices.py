"""Queueing what people must be told, in their own channel, and stopping it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import ContactChannel
from timebank.models.favour import Favour
from timebank.models.member import Person
from timebank.models.notice import Notice, NoticeState


def queue_notice(
    session: Session,
    person: Person,
    kind: str,
    *,
    dedupe_key: str,
    now: datetime,
    antenna_id: int | None = None,
    params: dict[str, Any] | None = None,
    due_at: datetime | None = None,
    channel: ContactChannel | None = None,
) -> Notice | None:
    """Queue one notice, once for each ``dedupe_key``; nothing for someone who died.

    The channel is the person's own; mail falls back to a phone call where there is no address.
    """
    if person.died_on is not None:
        return None
    if session.scalar(select(Notice.id).where(Notice.dedupe_key == dedupe_key)) is not None:
        return None
    way = channel or person.preferred_channel
    if way is ContactChannel.MAIL and not person.email:
        way = ContactChannel.PHONE
    notice = Notice(
        person_id=person.id,
        antenna_id=antenna_id,
        kind=kind,
        params=params or {},
        channel=way,
        state=NoticeState.WAITING,
        dedupe_key=dedupe_key,
        created_at=now,
        due_at=due_at or now,
    )
    session.add(notice)
    return notice


def someone_died(favour: Favour) -> bool:
    """Whether one of its people has died: then nothing about it goes out by itself."""
    return any(party.member.person.died_on is not None for party in favour.parties)


def stop_notices(session: Session, person_id: int, *, antenna_id: int | None = None) -> int:
    """Stop every notice that waits for this person, or those of one antenna; the number stopped."""
    statement = update(Notice).where(Notice.person_id == person_id, Notice.state == NoticeState.WAITING)
    if antenna_id is not None:
        statement = statement.where(Notice.antenna_id == antenna_id)
    done = session.execute(statement.values(state=NoticeState.STOPPED))
    return int(getattr(done, "rowcount", 0))
