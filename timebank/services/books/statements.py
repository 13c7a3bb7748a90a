"""A member's statement: what they gave and received over a period, line by line, with whom."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, NotFoundError
from timebank.domain.permissions import Actor, may_see_balance
from timebank.ledger.reading import Cursor, statement_of
from timebank.models.audit import AuditEntry
from timebank.models.favour import ConfirmedBy, FavourConfirmation
from timebank.models.member import Member, Person
from timebank.services.books.statement_lines import StatementLine, lines_with_causes
from timebank.services.membership.earlier_accounts import (
    HeldAccount,
    account_of_now,
    earlier_accounts_of,
    find_earlier_account,
    holders_of,
)
from timebank.services.telling.partner_looks import LookAtMe, looks_at

LINES = 50
ALL_LINES = 20_000


@dataclass(frozen=True)
class Period:
    """The days of a statement, both included; None is open."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class EarlierOne:
    """An account that the member had before, and the names of those who shared it with them."""

    held: HeldAccount
    others: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """A statement of one account over a period; ``names`` are those who share it, ``looks`` who asked
    in that period whether the member takes part. ``held`` is whose account it was and when, ``earlier`` the
    accounts that they had before it; of one of those nothing later is told."""

    names: tuple[str, ...]
    number: int
    antenna_name: str
    antenna_phone: str
    language: str
    address: str
    period: Period
    opening_minutes: int
    closing_minutes: int
    given_minutes: int
    received_minutes: int
    lines: tuple[StatementLine, ...]
    next: Cursor | None
    held: HeldAccount
    earlier: tuple[EarlierOne, ...] = ()
    looks: tuple[LookAtMe, ...] = ()

    @property
    def is_earlier(self) -> bool:
        """Whether it is of an account that they had before the one of now."""
        return self.held.uid in {each.held.uid for each in self.earlier}


HEARD_BY = {
    ConfirmedBy.PHONE: Channel.PHONE,
    ConfirmedBy.SLIP: Channel.SLIP,
    ConfirmedBy.COORDINATOR: Channel.TALK,
}
"""The channel through which a yes on someone's behalf was heard."""


@dataclass(frozen=True)
class DeedForMe:
    """Something that someone did on a member's behalf, or that they looked at."""

    at: datetime
    by: str
    action: str
    channel: str


def period_of(kind: str, year: int, month: int) -> Period:
    """'month', 'year' or 'ever' as days.

    Raises:
        InvalidInputError: a month or year that can't be.
    """
    if kind == "ever":
        return Period()
    if not 1990 <= year <= 2100 or not 1 <= month <= 12:
        raise InvalidInputError("period", "Choose a month and a year.", field="year")
    if kind == "year":
        return Period(date(year, 1, 1), date(year, 12, 31))
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def statement_for(
    session: Session,
    member: Member,
    period: Period,
    *,
    account: UUID | None = None,
    actor: Actor,
    after: Cursor | None = None,
    limit: int = LINES,
) -> Statement:
    """The statement of this member's account, or of ``account``, which was theirs before.

    Raises:
        NotFoundError: not this actor's to see, or an account that wasn't the member's.
    """
    held = _held(session, member, account, actor)
    page = statement_of(
        session, held.id, start=period.start, end=period.end, limit=limit, after=after,
        through_version=held.through_version,
    )  # fmt: skip
    holders = holders_of(session, held.id)
    person = member.person
    return Statement(
        names=tuple(each.person.name for each in holders),
        number=member.number,
        antenna_name=member.antenna.name,
        antenna_phone=member.antenna.phone,
        language=person.language,
        address=f"{person.street} {person.house_number}".strip(),
        period=period,
        opening_minutes=page.opening_minutes,
        closing_minutes=page.closing_minutes,
        given_minutes=page.given_minutes,
        received_minutes=page.received_minutes,
        lines=lines_with_causes(session, page.lines, member, {each.id for each in holders}),
        next=page.next,
        held=held,
        earlier=tuple(_earlier(session, member, each) for each in earlier_accounts_of(session, member)),
        looks=_looks_in(session, member, period) if account is None else (),
    )


def _held(session: Session, member: Member, account: UUID | None, actor: Actor) -> HeldAccount:
    """The account that is meant, once this actor may see it."""
    if not may_see_balance(actor, member.id, member.antenna_id):
        raise NotFoundError
    if account is not None:
        return find_earlier_account(session, member, account)
    held = account_of_now(session, member)
    if held is None:
        raise NotFoundError
    return held


def _earlier(session: Session, member: Member, held: HeldAccount) -> EarlierOne:
    others = (each for each in holders_of(session, held.id) if each.id != member.id)
    return EarlierOne(held, tuple(each.person.name for each in others))


def _looks_in(session: Session, member: Member, period: Period) -> tuple[LookAtMe, ...]:
    zone = member.antenna.timezone
    return tuple(
        look
        for look in looks_at(session, member.id)
        if (period.start is None or local_day(look.at, zone) >= period.start)
        and (period.end is None or local_day(look.at, zone) <= period.end)
    )


def deeds_for(session: Session, member: Member, *, actor: Actor, limit: int = 100) -> tuple[DeedForMe, ...]:
    """Who acted for this member, newest first; who agreed with a favour for them, too.

    Raises:
        NotFoundError: not this actor's to see.
    """
    if not may_see_balance(actor, member.id, member.antenna_id):
        raise NotFoundError
    rows = session.execute(
        select(AuditEntry, Person)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(AuditEntry.member_id == member.id, AuditEntry.on_behalf.is_(True))
        .order_by(AuditEntry.id.desc())
        .limit(limit)
    )
    deeds = [
        DeedForMe(entry.at, "" if person is None else person.name, entry.action, entry.channel.value)
        for entry, person in rows
    ]
    deeds += _agreements_for(session, member, limit)
    return tuple(sorted(deeds, key=lambda deed: deed.at, reverse=True)[:limit])


def _agreements_for(session: Session, member: Member, limit: int) -> list[DeedForMe]:
    """The favours to which someone else said yes on this member's behalf."""
    rows = session.execute(
        select(FavourConfirmation.recorded_at, FavourConfirmation.rests_on, Person)
        .join(Person, Person.id == FavourConfirmation.confirmed_by_id)
        .where(FavourConfirmation.for_member_id == member.id, Person.id != member.person_id)
        .order_by(FavourConfirmation.id.desc())
        .limit(limit)
    )
    return [
        DeedForMe(at, person.name, "confirm_favour", HEARD_BY.get(rests_on, Channel.WEB).value)
        for at, rests_on, person in rows
    ]
