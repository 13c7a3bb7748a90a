"""Handing notices over: mails by the tick, everything else by a coordinator who rings, writes or talks.

A notice that has lost its point (the favour was confirmed meanwhile) is stopped, not told; so is one
that would speak of someone who died as if nothing had happened.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from timebank.domain.channels import ContactChannel
from timebank.domain.errors import NotFoundError
from timebank.domain.permissions import Actor, is_coordinator, require
from timebank.domain.states import FavourState
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour
from timebank.models.gift import Gift
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal
from timebank.services.audit import write_down
from timebank.services.coordinating.notices import someone_died
from timebank.services.promising.promise_notices import notice_has_point
from timebank.services.promising.promise_views import PromiseView, promise_view
from timebank.services.signing_in.change_notices import SignInChange

M = TypeVar("M", Favour, Gift, Proposal)

LEASE = timedelta(minutes=10)
"""How long a mail that is being handed over is left alone by another run."""
SIGN_IN_CHANGES = frozenset(change.value for change in SignInChange)
"""Kinds of notices that tell of nothing but a moment."""
TRIES_MAX = 5
"""After so many failed mails the notice goes on the coordinators' list instead."""


@dataclass(frozen=True)
class Message:
    """What a notice tells: to whom, in which language, about what, and whom to call.

    ``address`` is as many lines as are known, street and number before the postal code. ``changed_at`` is when
    the way of signing in was changed that it tells of; only then can the antenna be missing.
    """

    notice_id: int
    kind: str
    channel: ContactChannel
    name: str
    language: str
    email: str
    phone: str
    address: tuple[str, ...]
    antenna: str
    antenna_phone: str
    givers: tuple[str, ...] = ()
    minutes: int = 0
    done_on: date | None = None
    favour_uid: uuid.UUID | None = None
    promise: PromiseView | None = None
    person_id: int = 0
    changed_at: datetime | None = None


def mails_due(session: Session, *, now: datetime, limit: int = 200) -> Sequence[int]:
    """Ids of notices to be mailed now, oldest first."""
    return session.scalars(
        select(Notice.id)
        .where(
            Notice.state == NoticeState.WAITING,
            Notice.channel == ContactChannel.MAIL,
            Notice.due_at <= now,
        )
        .order_by(Notice.due_at, Notice.id)
        .limit(limit)
    ).all()


def take_mail(session: Session, notice_id: int, *, now: datetime) -> Message | None:
    """Claim one mail for this run; None where another run has it, or it has lost its point.

    A run that dies before it has said how it went leaves a mail that the next one sends again
    after the lease: rather twice than never.
    """
    claimed = session.execute(
        update(Notice)
        .where(Notice.id == notice_id, Notice.state == NoticeState.WAITING, Notice.due_at <= now)
        .values(due_at=now + LEASE, tries=Notice.tries + 1)
    )
    if not getattr(claimed, "rowcount", 0):
        return None
    notice = session.get_one(Notice, notice_id, populate_existing=True)
    message = _message(session, notice, now)
    if message is None:
        notice.state = NoticeState.STOPPED
    session.flush()
    return message


def mail_sent(session: Session, notice_id: int, *, now: datetime) -> None:
    """The server took it."""
    notice = session.get_one(Notice, notice_id)
    notice.state, notice.handed_at = NoticeState.SENT, now
    session.flush()


def mail_failed(session: Session, notice_id: int, *, now: datetime) -> None:
    """Try again later, each time later; at the end a coordinator tells it."""
    notice = session.get_one(Notice, notice_id)
    notice.due_at = now + timedelta(minutes=5 * 2**notice.tries)
    if notice.tries >= TRIES_MAX:
        notice.channel, notice.due_at = ContactChannel.PHONE, now
    session.flush()


def messages_to_tell(
    session: Session, antenna_id: int, *, actor: Actor, now: datetime
) -> tuple[Message, ...]:
    """What the antenna's coordinators should tell by phone, by letter or in a talk, oldest first.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    query = (
        select(Notice)
        .options(joinedload(Notice.person))
        .where(
            Notice.state == NoticeState.WAITING,
            Notice.channel != ContactChannel.MAIL,
            Notice.antenna_id == antenna_id,
            Notice.due_at <= now,
        )
        .order_by(Notice.due_at, Notice.id)
        .limit(200)
    )
    found = (_message(session, notice, now) for notice in session.scalars(query))
    return tuple(message for message in found if message is not None)


def letter_of(session: Session, antenna_id: int, notice_id: int, *, actor: Actor, now: datetime) -> Message:
    """One that the antenna's coordinators should tell, to be put on paper.

    Raises:
        NotFoundError: no such notice here, told already, or without a point by now.
    """
    notice = _find(session, notice_id, actor)
    waits = notice.state is NoticeState.WAITING and notice.channel is not ContactChannel.MAIL
    message = _message(session, notice, now) if waits and notice.antenna_id == antenna_id else None
    if message is None:
        raise NotFoundError
    return message


def tell_notice(session: Session, notice_id: int, *, actor: Actor, now: datetime) -> None:
    """A coordinator has told it; telling it twice changes nothing.

    Raises:
        NotFoundError: no such notice, or another antenna's.
    """
    notice = _find(session, notice_id, actor)
    if notice.state is not NoticeState.WAITING:
        return
    notice.state, notice.handed_at = NoticeState.SENT, now
    write_down(
        session,
        "tell_notice",
        actor=actor,
        now=now,
        antenna_id=notice.antenna_id,
        subject=f"person:{notice.person_id}",
        detail={"kind": notice.kind, "channel": notice.channel.value},
    )
    session.flush()


def _find(session: Session, notice_id: int, actor: Actor) -> Notice:
    notice = session.get(Notice, notice_id)
    if notice is None or notice.antenna_id is None or not is_coordinator(actor, notice.antenna_id):
        raise NotFoundError
    return notice


def _message(session: Session, notice: Notice, now: datetime) -> Message | None:
    """What to tell; None for a notice that has lost its point."""
    person, antenna = notice.person, session.get(Antenna, notice.antenna_id or 0)
    if person.died_on is not None or (antenna is None and notice.kind not in SIGN_IN_CHANGES):
        return None
    about = _about(session, notice, now)
    if about is None:
        return None
    return Message(
        notice_id=notice.id,
        kind=notice.kind,
        channel=notice.channel,
        name=person.name,
        language=person.language,
        email=person.email,
        phone=person.phone,
        address=tuple(
            line for line in (f"{person.street} {person.house_number}".strip(), person.postal_code) if line
        ),
        antenna="" if antenna is None else antenna.name,
        antenna_phone="" if antenna is None else antenna.phone,
        person_id=person.id,
        **about,
    )


def _about(session: Session, notice: Notice, now: datetime) -> dict[str, Any] | None:
    """The fields of a message that say what it is about."""
    if notice.kind in SIGN_IN_CHANGES:
        return {"changed_at": notice.created_at}
    proposal = _one(session, Proposal, notice.params.get("proposal"))
    if proposal is not None:
        if not notice_has_point(session, notice, proposal, now=now):
            return None
        for_helper = proposal.member_id == notice.params.get("member")
        language = notice.person.language
        return {"promise": promise_view(session, proposal, for_helper=for_helper, language=language)}
    favour = _one(session, Favour, notice.params.get("favour"))
    if favour is not None:
        if favour.state is not FavourState.LOGGED or someone_died(favour):
            return None
        names = tuple(m.person.name for m in favour.givers)
        return {
            "givers": names,
            "minutes": favour.minutes,
            "done_on": favour.done_on,
            "favour_uid": favour.uid,
        }
    gift = _one(session, Gift, notice.params.get("gift"))
    if gift is None:
        return None
    giver = None if gift.unnamed else gift.from_member
    if giver is not None and giver.person.died_on is not None:
        giver = None
    return {"givers": (giver.person.name,) if giver else (), "minutes": gift.minutes}


def _one(session: Session, model: type[M], uid: str | None) -> M | None:
    return None if uid is None else session.scalar(select(model).where(model.uid == uuid.UUID(uid)))
