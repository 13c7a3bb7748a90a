"""Queueing what people must be told, in their own channel, and stopping it."""

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.channels import ContactChannel
from timebank.domain.days import local_day
from timebank.models.antenna import Antenna, RoleMandate
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
    """Queue one notice, once for each ``dedupe_key``; nothing for someone who died, and nothing
    outside its team for an antenna that isn't open yet.

    The channel is the person's own; mail falls back to a phone call where there is no address.
    """
    if person.died_on is not None:
        return None
    if not _may_hear(session, person, antenna_id, now):
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


def _may_hear(session: Session, person: Person, antenna_id: int | None, now: datetime) -> bool:
    antenna = None if antenna_id is None else session.get(Antenna, antenna_id)
    if antenna is None or antenna.live_on is not None:
        return True
    today = local_day(now, antenna.timezone)
    in_team = select(RoleMandate.id).where(
        RoleMandate.person_id == person.id,
        RoleMandate.antenna_id == antenna.id,
        RoleMandate.ended_at.is_(None),
        RoleMandate.starts_on <= today,
        or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= today),
    )
    return session.scalar(in_team) is not None
