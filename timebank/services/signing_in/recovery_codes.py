"""Recovery codes: ten on paper, each typed once in place of the app's digits; made and kept like those of a card."""

import secrets
from datetime import datetime

from argon2.exceptions import VerificationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from timebank.models.login import RecoveryCode
from timebank.services.audit import write_down
from timebank.services.network.actors import actor_of
from timebank.services.signing_in.cards import ALPHABET, CODES, LETTERS, plain_code
from timebank.services.signing_in.passwords import DUMMY_HASH, HASHER


def recovery_codes_left(session: Session, person_id: int) -> int:
    """How many codes this person hasn't used yet."""
    left = select(func.count()).where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    return session.scalar(left) or 0


def new_recovery_codes(session: Session, person_id: int) -> tuple[str, ...]:
    """Ten codes, known only now; those from before go."""
    session.execute(
        delete(RecoveryCode).where(RecoveryCode.person_id == person_id),
        execution_options={"synchronize_session": False},
    )
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(CODES))
    session.add_all(
        RecoveryCode(person_id=person_id, position=place, code_hash=HASHER.hash(code))
        for place, code in enumerate(codes, 1)
    )
    session.flush()
    return codes


def spend_recovery_code(session: Session, person_id: int, typed: str, *, now: datetime) -> bool:
    """Whether this is an unused code of this person, which it no longer is afterwards; it is written down.

    Every answer takes as long, however many codes are left.
    """
    code = plain_code(typed)
    unused = session.scalars(
        select(RecoveryCode).where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    ).all()
    fitting = [each.position for each in unused if _fits(each.code_hash, code)]
    for _ in range(CODES - len(unused)):
        _fits(DUMMY_HASH, code)
    if not fitting:
        return False
    spent = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == person_id,
            RecoveryCode.position == fitting[0],
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now),
        execution_options={"synchronize_session": False},
    )
    if getattr(spent, "rowcount", 0) != 1:
        return False
    person = actor_of(session, person_id, now=now)
    write_down(session, "use_recovery_code", actor=person, now=now, subject=f"person:{person_id}")
    return True


def _fits(code_hash: str, code: str) -> bool:
    try:
        return HASHER.verify(code_hash, code)
    except VerificationError:
        return False
