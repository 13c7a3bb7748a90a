"""Signing in by mail: a link with a button and six digits, in one mail, spent once by POST.

The link works on any device; the digits only in the browser that asked for them.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2.exceptions import VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from timebank.models.login import SignInCode
from timebank.models.member import Person
from timebank.services.passwords import DUMMY_HASH, HASHER
from timebank.services.sessions import token_hash

LINK_LASTS = timedelta(minutes=30)
DIGITS_LAST = timedelta(minutes=10)


@dataclass(frozen=True)
class SignInMail:
    """What goes into the mail."""

    address: str
    language: str
    token: str
    digits: str


def ask_for_mail(session: Session, email: str, browser: str, *, now: datetime) -> SignInMail | None:
    """Make a link and digits for the person behind this address; None where there is nobody.

    Either way the work is the same, and the page says the same.
    """
    digits = f"{secrets.randbelow(1_000_000):06d}"
    code_hash = HASHER.hash(digits)
    people = session.scalars(
        select(Person).where(Person.email == email.strip().casefold(), Person.died_on.is_(None)).limit(2)
    ).all()
    if len(people) != 1:
        return None
    token = secrets.token_urlsafe(32)
    session.add(
        SignInCode(
            person_id=people[0].id,
            token_hash=token_hash(token),
            code_hash=code_hash,
            browser_hash=browser_hash(browser),
            created_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    session.flush()
    return SignInMail(people[0].email, people[0].language, token, digits)


def person_by_link(session: Session, token: str, *, now: datetime) -> int | None:
    """Spend a link: the person, once."""
    row = session.scalar(select(SignInCode).where(SignInCode.token_hash == token_hash(token)))
    return None if row is None or now >= row.expires_at else _spend(session, row, now)


def person_by_digits(session: Session, browser: str, digits: str, *, now: datetime) -> int | None:
    """Spend the six digits in the browser that asked for them: the person, once."""
    row = session.scalar(
        select(SignInCode)
        .where(SignInCode.browser_hash == browser_hash(browser), SignInCode.used_at.is_(None))
        .order_by(SignInCode.id.desc())
        .limit(1)
    )
    try:
        HASHER.verify(DUMMY_HASH if row is None else row.code_hash, digits.strip().replace(" ", ""))
    except VerificationError:
        return None
    if row is None or now >= row.created_at + DIGITS_LAST:
        return None
    return _spend(session, row, now)


def browser_hash(browser: str) -> bytes:
    """What is kept of the random name of a browser."""
    return hashlib.sha256(browser.encode()).digest()


def _spend(session: Session, row: SignInCode, now: datetime) -> int | None:
    """Mark it used in one statement: of many who try at once, one succeeds."""
    done = session.execute(
        update(SignInCode).where(SignInCode.id == row.id, SignInCode.used_at.is_(None)).values(used_at=now)
    )
    return row.person_id if getattr(done, "rowcount", 0) == 1 else None
