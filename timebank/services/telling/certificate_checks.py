"""Checking a certificate by its code: for whoever holds the paper, and telling no more than the paper."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError
from timebank.models.certificate import Certificate
from timebank.services.signing_in.attempts import Limit, TooManyTodayError, clear_attempts, count_attempt
from timebank.services.signing_in.cards import plain_code
from timebank.services.signing_in.sessions import token_hash
from timebank.services.telling.certificates import (
    GROUP,
    LETTERS,
    CertificateFacts,
    facts_of,
    holds,
    in_groups,
)

ALL_CODES = (Limit(1440, 2000, TooManyTodayError), Limit(60, 300))
"""More checks than this over the whole network aren't of papers that someone holds."""


def check_code(session: Session, typed: str, *, now: datetime) -> CertificateFacts | None:
    """What the paper with this code says; None for one that is unknown, revoked or over, all alike.

    Every attempt is counted, on the first letters of the code and over all codes, by page and API together.
    It gives None rather than an error so that the count is committed; see ``told_or_refused``.

    Raises:
        InvalidInputError: no code of ours has so many letters.
        TooManyAttemptsError, TooManyTodayError: tried too often.
    """
    code = plain_code(typed)
    if len(code) != LETTERS:
        message = "A code has 24 letters and figures. Look at the paper once more."
        raise InvalidInputError("certificate_code", message, field="code")
    channel = f"certificate:{code[:GROUP]}"
    count_attempt(session, "certificates", now=now, limits=ALL_CODES)
    count_attempt(session, channel, now=now)
    certificate = session.scalar(select(Certificate).where(Certificate.code_hash == token_hash(code)))
    if certificate is None:
        return None
    if not holds(certificate, today=local_day(now, certificate.member.antenna.timezone)):
        return None
    clear_attempts(session, channel)
    return facts_of(certificate)


def told_or_refused(facts: CertificateFacts | None) -> CertificateFacts:
    """What a check answered, for the page and the API.

    Raises:
        InvalidInputError: one and the same for a code that is unknown, revoked or over.
    """
    if facts is None:
        message = (
            "No certificate that holds has this code. Look once more, or ask the person whose paper it is."
        )
        raise InvalidInputError("certificate_unknown", message, field="code")
    return facts


def code_in_address(told: str) -> str:
    """The code that an address brought along, as it is printed; empty if it can't be one. Nothing is checked."""
    code = plain_code(told)
    return in_groups(code) if len(code) == LETTERS and code.isascii() and code.isalnum() else ""
