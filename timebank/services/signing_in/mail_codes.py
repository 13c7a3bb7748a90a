"""Signing in by mail: a link with a button and six digits, in one mail, spent once by POST.

The link works on any device; the digits only in the browser that asked for them. The mails are
made after the answer: nothing in it, nor how long it takes, tells whether an address exists.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2.exceptions import VerificationError
from sqlalchemy import exists, or_, select, update
from sqlalchemy.orm import Session

from timebank.domain.days import network_day
from timebank.domain.states import PRESENT_STATES
from timebank.models.antenna import RoleMandate
from timebank.models.login import SignInCode
from timebank.models.member import Helper, Member, Person
from timebank.services.signing_in.passwords import DUMMY_HASH, HASHER
from timebank.services.signing_in.sessions import token_hash

LINK_LASTS = timedelta(minutes=30)
DIGITS_LAST = timedelta(minutes=10)
SHARE_MAX = 4
"""A couple may read one mailbox; each of them gets a mail of their own."""


@dataclass(frozen=True)
class SignInMail:
    """What goes into the mail, and for whom it is where several share an address."""

    name: str
    address: str
    language: str
    token: str
    digits: str


def ask_for_mails(session: Session, email: str, browser: str, *, now: datetime) -> tuple[SignInMail, ...]:
    """Make a link and digits for each person behind this address; nothing where there is nobody.

    Who only filled in the public form, with whatever address, isn't behind it yet.
    """
    people = _people(session, email, now)
    if not people:
        HASHER.hash("000000")  # as much work as one code
    return tuple(_make(session, person, browser, now) for person in people)


def _people(session: Session, email: str, now: datetime) -> Sequence[Person]:
    today = network_day(now)
    place = exists().where(Member.person_id == Person.id, Member.state.in_(PRESENT_STATES))
    role = exists().where(
        RoleMandate.person_id == Person.id,
        RoleMandate.ended_at.is_(None),
        or_(RoleMandate.ends_on.is_(None), RoleMandate.ends_on >= today),
    )
    helper = exists().where(Helper.person_id == Person.id, Helper.ended_at.is_(None), Helper.ends_on >= today)
    return session.scalars(
        select(Person)
        .where(Person.email == email.strip().casefold(), Person.email != "", Person.died_on.is_(None))
        .where(or_(place, role, helper))
        .order_by(Person.id)
        .limit(SHARE_MAX)
    ).all()


def _make(session: Session, person: Person, browser: str, now: datetime) -> SignInMail:
    digits = f"{secrets.randbelow(1_000_000):06d}"
    token = secrets.token_urlsafe(32)
    session.add(
        SignInCode(
            person_id=person.id,
            token_hash=token_hash(token),
            code_hash=HASHER.hash(digits),
            browser_hash=browser_hash(browser),
            created_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    session.flush()
    return SignInMail(person.name, person.email, person.language, token, digits)


def person_by_link(session: Session, token: str, *, now: datetime) -> int | None:
    """Spend a link: the person, once."""
    row = session.scalar(select(SignInCode).where(SignInCode.token_hash == token_hash(token)))
    return None if row is None or now >= row.expires_at else _spend(session, row, now)


def person_by_digits(session: Session, browser: str, digits: str, *, now: datetime) -> int | None:
    """Spend the six digits in the browser that asked for them: the person, once."""
    rows = session.scalars(
        select(SignInCode)
        .where(
            SignInCode.browser_hash == browser_hash(browser),
            SignInCode.used_at.is_(None),
            SignInCode.created_at > now - DIGITS_LAST,
        )
        .order_by(SignInCode.id.desc())
        .limit(SHARE_MAX)
    ).all()
    typed = digits.strip().replace(" ", "")
    found = next((row for row in rows if _fits(row.code_hash, typed)), None)
    for _ in range(SHARE_MAX - len(rows)):
        _fits(DUMMY_HASH, typed)
    return None if found is None else _spend(session, found, now)


def browser_hash(browser: str) -> bytes:
    """What is kept of the random name of a browser."""
    return hashlib.sha256(browser.encode()).digest()


def _fits(code_hash: str, digits: str) -> bool:
    try:
        return HASHER.verify(code_hash, digits)
    except VerificationError:
        return False


def _spend(session: Session, row: SignInCode, now: datetime) -> int | None:
    """Mark it used in one statement: of many who try at once, one succeeds."""
    done = session.execute(
        update(SignInCode).where(SignInCode.id == row.id, SignInCode.used_at.is_(None)).values(used_at=now)
    )
    return row.person_id if getattr(done, "rowcount", 0) == 1 else None
