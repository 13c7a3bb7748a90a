"""Certificates of participation: made for a member, revoked by them, checked by whoever holds the paper.

A code has 24 of 32 letters and figures (120 bits). It is worked out from the installation's secret
key, so that the paper can be printed again while the database keeps only its SHA-256. What a
certificate says was true on its day and stays so when the member leaves; its code is answered until
its end, unless they revoke it.
"""

import hashlib
import hmac
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from timebank.domain.certificates import HOLDS, STANDING_MAX, Stretch, Tells, stretch_of
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, LimitError, NotFoundError, WrongStateError
from timebank.domain.permissions import (
    Actor,
    is_coordinator,
    may_see_member,
    require,
    require_full_rights,
)
from timebank.domain.states import FavourState, MemberState
from timebank.models.antenna import Antenna
from timebank.models.certificate import Certificate
from timebank.models.favour import Favour, FavourParty
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member
from timebank.services.signing_in.cards import ALPHABET
from timebank.services.signing_in.sessions import token_hash

LETTERS = 24
GROUP = 4
"""A code is printed in groups of so many."""


@dataclass(frozen=True)
class NewCertificate:
    """What the member wishes it to say: by itself no count at all."""

    tells: Tells = Tells.NOTHING
    stretch: Stretch = Stretch.YEAR


@dataclass(frozen=True)
class CertificateFacts:
    """What the paper says, and all that its code tells: the one is made from the other's row."""

    name: str
    antenna_name: str
    antenna_phone: str
    since: date
    made_on: date
    ends_on: date
    counted_from: date | None
    counted_until: date | None
    times: int | None
    minutes: int | None


@dataclass(frozen=True)
class CertificatePaper:
    """A certificate to print: its facts, its code in groups, its language, whose phone stands on it."""

    member_uid: uuid.UUID
    facts: CertificateFacts
    code: str
    language: str
    antenna: Antenna


def make_certificate(
    session: Session,
    member_uid: uuid.UUID,
    new: NewCertificate,
    secret_key: str,
    *,
    actor: Actor,
    now: datetime,
) -> Certificate:
    """A certificate of today, for the member themselves or through a coordinator.

    Raises:
        WrongStateError: they don't take part now.
        InvalidInputError: a count is wished and there is nothing to count.
        LimitError: so many hold that no one needs another.
        NotAllowedError, NotFoundError: neither the member nor a coordinator of theirs.
    """
    member = find_member(session, member_uid, actor=actor)
    require(
        member.id in actor.member_ids or is_coordinator(actor, member.antenna_id), actor, member.antenna_id
    )
    require_full_rights(actor)
    if member.state is not MemberState.ACTIVE:
        raise WrongStateError("certificate_not_now", "A certificate is for who takes part now.")
    today = local_day(now, member.antenna.timezone)
    if _standing(session, member.id, today) >= STANDING_MAX:
        raise LimitError("certificates_many", "There are many certificates already. End one of them first.")
    counted = _counted(session, member, new, today)
    uid = uuid.uuid4()
    certificate = Certificate(
        uid=uid,
        member_id=member.id,
        code_hash=token_hash(_code(uid, secret_key)),
        name=member.person.name,
        language=member.person.language,
        since=member.joined_on.replace(day=1),
        made_on=today,
        ends_on=today + HOLDS,
        made_by_id=actor.person_id or None,
        made_at=now,
        **counted,
    )
    session.add(certificate)
    _write_down(session, "make_certificate", member, actor, now)
    session.flush()
    return certificate


def revoke_certificate(session: Session, uid: uuid.UUID, *, actor: Actor, now: datetime) -> Certificate:
    """From now on nobody gets an answer to its code; a second word changes nothing.

    Raises:
        NotFoundError: there is none, or it is none of this actor's business.
    """
    certificate = find_certificate(session, uid, actor=actor)
    done = session.execute(
        update(Certificate)
        .where(Certificate.id == certificate.id, Certificate.revoked_at.is_(None))
        .values(revoked_at=now, revoked_by_id=actor.person_id or None)
    )
    if getattr(done, "rowcount", 0) == 1:
        _write_down(session, "revoke_certificate", certificate.member, actor, now)
    session.flush()
    session.refresh(certificate, ["revoked_at", "revoked_by_id"])
    return certificate


def find_certificate(session: Session, uid: uuid.UUID, *, actor: Actor) -> Certificate:
    """A certificate, for the member, who acts for them, and their coordinators.

    Raises:
        NotFoundError: there is none, or it is none of this actor's business.
    """
    certificate = session.scalar(select(Certificate).where(Certificate.uid == uid))
    if certificate is None or not may_see_member(actor, certificate.member_id, certificate.member.antenna_id):
        raise NotFoundError
    return certificate


def certificates_of(
    session: Session, member: Member, *, actor: Actor, limit: int = 100
) -> Sequence[Certificate]:
    """This member's certificates: those that weren't revoked before the others, the newest first.

    Raises:
        NotFoundError: none of this actor's business.
    """
    if not may_see_member(actor, member.id, member.antenna_id):
        raise NotFoundError
    return session.scalars(
        select(Certificate)
        .where(Certificate.member_id == member.id)
        .order_by(Certificate.revoked_at.is_not(None), Certificate.id.desc())
        .limit(limit)
    ).all()


def paper_of(
    session: Session, uid: uuid.UUID, secret_key: str, *, actor: Actor, now: datetime
) -> CertificatePaper:
    """A certificate to print, as often as it is needed while it holds.

    Raises:
        WrongStateError: it was revoked, its time is over, or the installation has a new secret key.
        NotFoundError: there is none, or it is none of this actor's business.
    """
    certificate = find_certificate(session, uid, actor=actor)
    code, antenna = _code(uid, secret_key), certificate.member.antenna
    same = hmac.compare_digest(token_hash(code), certificate.code_hash)
    if not same or not holds(certificate, today=local_day(now, antenna.timezone)):
        raise WrongStateError("certificate_over", "This certificate doesn't hold any more. Make a new one.")
    return CertificatePaper(
        certificate.member.uid, facts_of(certificate), in_groups(code), certificate.language, antenna
    )


def holds(certificate: Certificate, *, today: date) -> bool:
    """Whether its code is answered on this day."""
    return certificate.revoked_at is None and today <= certificate.ends_on


def in_groups(code: str) -> str:
    """A code as it is printed."""
    return " ".join(code[start : start + GROUP] for start in range(0, LETTERS, GROUP))


def facts_of(certificate: Certificate) -> CertificateFacts:
    """What the paper says."""
    antenna = certificate.member.antenna
    return CertificateFacts(
        name=certificate.name,
        antenna_name=antenna.name,
        antenna_phone=antenna.phone,
        since=certificate.since,
        made_on=certificate.made_on,
        ends_on=certificate.ends_on,
        counted_from=certificate.counted_from,
        counted_until=certificate.counted_until,
        times=certificate.times,
        minutes=certificate.minutes,
    )


def _code(uid: uuid.UUID, secret_key: str) -> str:
    """The code of this certificate: five bits for each of its letters."""
    made = hmac.new(secret_key.encode(), b"timebank.certificate:" + uid.bytes, hashlib.sha256).digest()
    bits = int.from_bytes(made[: LETTERS * 5 // 8])
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in range(LETTERS))


def _standing(session: Session, member_id: int, today: date) -> int:
    mine = Certificate.member_id == member_id
    query = select(func.count()).where(mine, Certificate.revoked_at.is_(None), Certificate.ends_on >= today)
    return session.scalar(query) or 0


def _counted(
    session: Session, member: Member, new: NewCertificate, today: date
) -> dict[str, date | int | None]:
    """How often they gave or received, and the sum of both: no balance can be read from it.

    Raises:
        InvalidInputError: nothing is booked in that time.
    """
    if new.tells is Tells.NOTHING:
        return {}
    start, end = stretch_of(new.stretch, joined_on=member.joined_on, made_on=today)
    times, minutes = session.execute(
        select(func.count(), func.coalesce(func.sum(Favour.minutes), 0))
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(
            FavourParty.member_id == member.id,
            Favour.state == FavourState.CONFIRMED,
            Favour.done_on.between(start, end),
        )
    ).one()
    if not times:
        message = "There is no help to count in that time. Choose another time, or no numbers."
        raise InvalidInputError("certificate_no_count", message, field="tells")
    told = int(minutes) if new.tells is Tells.HOURS else None
    return {"counted_from": start, "counted_until": end, "times": times, "minutes": told}


def _write_down(session: Session, deed: str, member: Member, actor: Actor, now: datetime) -> None:
    write_down(session, deed, actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id)
