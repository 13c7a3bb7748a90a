"""A person's own details: names, how to reach them, where they live."""

import re
import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import LANGUAGES, ContactChannel
from timebank.domain.errors import InvalidInputError
from timebank.domain.names import clean_text, fold_name
from timebank.domain.permissions import Actor, is_operator, require
from timebank.models.antenna import Antenna
from timebank.models.member import Member, Person
from timebank.services.audit import write_down


@dataclass(frozen=True)
class PersonDetails:
    """What someone tells about themselves; only a name is needed."""

    given_name: str
    family_name: str = ""
    language: str = "nl"
    preferred_channel: ContactChannel = ContactChannel.PHONE
    phone: str = ""
    email: str = ""
    street: str = ""
    house_number: str = ""
    building: str = ""
    postal_code: str = ""
    birth_year: int | None = None
    gender_words: str = ""


def add_person(session: Session, details: PersonDetails, *, actor: Actor, now: datetime) -> Person:
    """Someone who is no member anywhere: a partner's staff, or who operates the server.

    Raises:
        NotAllowedError: only the operator adds people who are no members.
    """
    require(is_operator(actor), actor)
    person = Person(uid=uuid.uuid4(), created_at=now)
    fill_person(person, details)
    session.add(person)
    write_down(session, "add_person", actor=actor, now=now, subject=f"person:{person.uid}")
    session.flush()
    return person


def person_labelled(session: Session, label: str) -> int | None:
    """Who is behind a member number with its antenna, such as heembeek-5; nobody who has died."""
    slug, _, number = label.strip().casefold().rpartition("-")
    if not re.fullmatch(r"[0-9]{1,9}", number):
        return None
    return session.scalar(
        select(Member.person_id)
        .join(Antenna, Antenna.id == Member.antenna_id)
        .join(Person, Person.id == Member.person_id)
        .where(Person.died_on.is_(None), Antenna.slug == slug, Member.number == int(number))
    )


def fill_person(person: Person, details: PersonDetails) -> None:
    """Check the details and put them on the person.

    Raises:
        InvalidInputError: no name, an unknown language, or a channel without its address.
    """
    given = clean_text(details.given_name)
    family = clean_text(details.family_name)
    if not given and not family:
        raise InvalidInputError("name_missing", "Write down a name.", field="given_name")
    if details.language not in LANGUAGES:
        raise InvalidInputError("language_unknown", "Choose a language from the list.", field="language")
    email = clean_text(details.email)
    if email and ("@" not in email or " " in email):
        raise InvalidInputError(
            "email_invalid", "This is no e-mail address. Check it, or leave it empty.", field="email"
        )
    if details.preferred_channel is ContactChannel.MAIL and not email:
        raise InvalidInputError(
            "email_missing",
            "Write down an e-mail address, or choose another way to reach them.",
            field="email",
        )
    if details.birth_year is not None and not 1890 <= details.birth_year <= 2100:
        raise InvalidInputError(
            "birth_year", "Check the year of birth, or leave it empty.", field="birth_year"
        )
    person.given_name = given[:80]
    person.family_name = family[:80]
    person.sort_name = fold_name(f"{family} {given}")
    person.language = details.language
    person.preferred_channel = details.preferred_channel
    person.phone = clean_text(details.phone)[:40]
    person.email = email[:200].casefold()
    person.street = clean_text(details.street)[:120]
    person.house_number = clean_text(details.house_number)[:20]
    person.building = clean_text(details.building)[:80]
    person.postal_code = clean_text(details.postal_code)[:12]
    person.birth_year = details.birth_year
    person.gender_words = clean_text(details.gender_words)[:60]
