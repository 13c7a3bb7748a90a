"""Printed cards: a member number and ten one-time codes, for who signs in without mail.

A code has eight of 32 letters and figures (40 bits), is kept as argon2id, and is never asked for
without the member it belongs to.
"""

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from argon2.exceptions import VerificationError
from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from timebank.domain.digits import NUMBER_MAX
from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require, require_full_rights
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import Antenna
from timebank.models.login import CardCode, PrintedCard
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.membership.members import find_member
from timebank.services.signing_in.passwords import DUMMY_HASH, HASHER

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs, without I, O, 0 and 1, which look alike on paper."""
CODES = 10
LETTERS = 8
FAILURES_CALL = 20
"""So many wrong codes since the last right one: a coordinator calls whose card it is."""
FAILURES_END = 100
"""So many, and the card works no more; a new one is printed."""


@dataclass(frozen=True)
class NewCard:
    """A card just made: the only moment at which its codes are known."""

    uid: uuid.UUID
    antenna_slug: str
    antenna_name: str
    antenna_phone: str
    member_number: int
    name: str
    language: str
    codes: tuple[str, ...]


def print_card(session: Session, member_uid: uuid.UUID, *, actor: Actor, now: datetime) -> NewCard:
    """A new card for this member; the one before it stops working.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator of this member.
    """
    member = find_member(session, member_uid, actor=actor)
    require(actor is SYSTEM or is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
    require_full_rights(actor)
    session.execute(
        update(PrintedCard)
        .where(PrintedCard.member_id == member.id, PrintedCard.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    card = PrintedCard(
        uid=uuid.uuid4(), member_id=member.id, printed_by_id=actor.person_id or None, created_at=now
    )
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(CODES))
    card.codes = [
        CardCode(position=place, code_hash=HASHER.hash(code)) for place, code in enumerate(codes, 1)
    ]
    session.add(card)
    write_down(session, "print_card", actor=actor, now=now, antenna_id=member.antenna_id, member_id=member.id)
    session.flush()
    antenna, person = member.antenna, member.person
    return NewCard(
        card.uid,
        antenna.slug,
        antenna.name,
        antenna.phone,
        member.number,
        person.name,
        person.language,
        codes,
    )


def person_by_card(session: Session, slug: str, number: int, typed: str, *, now: datetime) -> int | None:
    """Spend a code: the person whose card it stands on, or None. An unknown member costs the same work."""
    code = plain_code(typed)
    card = _card(session, slug, number)
    unused = [] if card is None else [each for each in card.codes if each.used_at is None]
    found = next((each for each in unused if _fits(each.code_hash, code)), None)
    for _ in range(CODES - len(unused)):
        _fits(DUMMY_HASH, code)
    if card is None or found is None:
        return None
    spent = session.execute(
        update(CardCode)
        .where(
            CardCode.card_id == found.card_id, CardCode.position == found.position, CardCode.used_at.is_(None)
        )
        .values(used_at=now)
    )
    card.failures = 0
    return card.member.person_id if getattr(spent, "rowcount", 0) == 1 else None


def count_wrong_code(session: Session, slug: str, number: int, *, now: datetime) -> None:
    """Note a wrong code on the card that it was tried on, if there is one; the hundredth ends the card."""
    card = _card(session, slug, number)
    if card is None:
        return
    more = PrintedCard.failures + 1
    session.execute(
        update(PrintedCard)
        .where(PrintedCard.id == card.id)
        .values(failures=more, revoked_at=case((more >= FAILURES_END, now), else_=PrintedCard.revoked_at))
        .execution_options(synchronize_session=False)
    )


def members_shut_out(session: Session, antenna_id: int, *, actor: Actor) -> Sequence[Member]:
    """Members whose newest card was tried so often in vain that someone should call them.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    newest = select(func.max(PrintedCard.id)).group_by(PrintedCard.member_id)
    return session.scalars(
        select(Member)
        .join(PrintedCard, PrintedCard.member_id == Member.id)
        .where(
            Member.antenna_id == antenna_id,
            Member.state.in_(PRESENT_STATES),
            PrintedCard.id.in_(newest),
            PrintedCard.failures >= FAILURES_CALL,
        )
        .order_by(Member.number)
    ).all()


def _card(session: Session, slug: str, number: int) -> PrintedCard | None:
    if not 0 < number <= NUMBER_MAX:
        return None
    return session.scalar(
        select(PrintedCard)
        .join(Member, Member.id == PrintedCard.member_id)
        .join(Antenna, Antenna.id == Member.antenna_id)
        .where(Antenna.slug == slug, Member.number == number, PrintedCard.revoked_at.is_(None))
    )


def plain_code(typed: str) -> str:
    """A code as it was printed, whatever blanks, dashes or small letters were typed."""
    return "".join(character for character in typed.upper() if character.isalnum())[:32]


def _fits(code_hash: str, code: str) -> bool:
    try:
        return HASHER.verify(code_hash, code)
    except VerificationError:
        return False
