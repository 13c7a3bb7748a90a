"""Printed cards: a member number and ten one-time codes, for who signs in without mail.

A code has eight of 32 letters and figures (40 bits), is kept as argon2id, and is never asked for
without the member it belongs to.
"""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from argon2.exceptions import VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.domain.permissions import SYSTEM, Actor, is_coordinator, require, require_full_rights
from timebank.models.antenna import Antenna
from timebank.models.login import CardCode, PrintedCard
from timebank.models.member import Member
from timebank.services.audit import write_down
from timebank.services.members import find_member
from timebank.services.passwords import DUMMY_HASH, HASHER

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs, without I, O, 0 and 1, which look alike on paper."""
CODES = 10
LETTERS = 8


@dataclass(frozen=True)
class NewCard:
    """A card just made: the only moment at which its codes are known."""

    uid: uuid.UUID
    antenna_slug: str
    member_number: int
    name: str
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
    return NewCard(card.uid, member.antenna.slug, member.number, member.person.name, codes)


def person_by_card(session: Session, slug: str, number: int, typed: str, *, now: datetime) -> int | None:
    """Spend a code: the person whose card it stands on, or None. An unknown member costs the same work."""
    code = plain_code(typed)
    card = session.scalar(
        select(PrintedCard)
        .join(Member, Member.id == PrintedCard.member_id)
        .join(Antenna, Antenna.id == Member.antenna_id)
        .where(Antenna.slug == slug, Member.number == number, PrintedCard.revoked_at.is_(None))
    )
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
    return card.member.person_id if getattr(spent, "rowcount", 0) == 1 else None


def plain_code(typed: str) -> str:
    """A code as it was printed, whatever blanks, dashes or small letters were typed."""
    return "".join(character for character in typed.upper() if character.isalnum())[:32]


def _fits(code_hash: str, code: str) -> bool:
    try:
        return HASHER.verify(code_hash, code)
    except VerificationError:
        return False
