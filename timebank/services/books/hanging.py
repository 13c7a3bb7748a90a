"""What hangs when a year of the books is closed: each list says who, since when, and how many there are."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.rules import Rules
from timebank.domain.states import PRESENT_STATES, FavourState, GiftState
from timebank.ledger.model import Account, Transfer
from timebank.models.antenna import Antenna
from timebank.models.favour import Favour, FavourParty, FavourTransfer
from timebank.models.gift import Gift, GiftTransfer
from timebank.models.member import Member, Person
from timebank.services.network.rules import rules_of

ROWS = 50
"""How many of one list are named; the count says how many there are."""
QUIET_DAYS, DORMANT_DAYS = 365, 730
"""DOMAIN.md 3b: after twelve months a call, after twenty-four a talk about resting."""
_WAITING = (FavourState.LOGGED, FavourState.AWAITING_SECOND)
_GONE = (FavourState.UNDONE, FavourState.WITHDRAWN, FavourState.REVERSED)


class HangingKind(enum.StrEnum):
    """Why something hangs; the order is that of the list."""

    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"
    PROPOSED = "proposed"
    LATE_SLIP = "late_slip"
    REVERSED = "reversed"
    OVER_LIMIT = "over_limit"
    QUIET = "quiet"
    DORMANT = "dormant"


@dataclass(frozen=True)
class HangingRow:
    """One favour, gift or member. ``names`` gave, or are the members; ``others`` received (nobody: the pot).

    ``minutes`` are the favour's or gift's, or the members' balance; ``day`` is when it was done, or
    when the member last took part.
    """

    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    day: date | None = None
    minutes: int = 0
    favour_uid: UUID | None = None
    gift_uid: UUID | None = None
    member_uid: UUID | None = None


@dataclass(frozen=True)
class Hanging:
    """One list: the first rows of it, and how many there are in all."""

    kind: HangingKind
    count: int
    rows: tuple[HangingRow, ...]


def hanging_in(
    session: Session, antenna: Antenna, start: date, end: date, *, now: datetime
) -> tuple[Hanging, ...]:
    """Every list for the days from ``start`` to ``end``; limits and quiet members are those of today."""
    rules, today = rules_of(session, antenna.id), local_day(now, antenna.timezone)
    here = Favour.antenna_id == antenna.id
    over = _over_limit(session, antenna.id, rules)
    quiet, dormant = _quiet(session, antenna.id, today)
    late = _late_slips(session, antenna, start, end, rules)
    return (
        _favours(
            session, HangingKind.UNCONFIRMED, and_(here, Favour.state.in_(_WAITING), Favour.done_on <= end)
        ),
        _favours(
            session,
            HangingKind.DISPUTED,
            and_(here, Favour.state == FavourState.DISPUTED, Favour.done_on <= end),
        ),
        _gifts(
            session,
            HangingKind.PROPOSED,
            and_(Gift.from_antenna_id == antenna.id, Gift.state == GiftState.PROPOSED, Gift.done_on <= end),
        ),
        Hanging(HangingKind.LATE_SLIP, len(late), _favour_rows(session, Favour.id.in_(late[:ROWS]))),
        _reversed(session, antenna.book_id, start, end),
        Hanging(HangingKind.OVER_LIMIT, len(over), tuple(over[:ROWS])),
        Hanging(HangingKind.QUIET, len(quiet), tuple(quiet[:ROWS])),
        Hanging(HangingKind.DORMANT, len(dormant), tuple(dormant[:ROWS])),
    )


def _favours(session: Session, kind: HangingKind, which: ColumnElement[bool]) -> Hanging:
    count = session.scalar(select(func.count()).select_from(Favour).where(which)) or 0
    return Hanging(kind, count, _favour_rows(session, which))


def _favour_rows(session: Session, which: ColumnElement[bool]) -> tuple[HangingRow, ...]:
    party = selectinload(Favour.parties).joinedload(FavourParty.member).joinedload(Member.person)
    query = select(Favour).options(party).where(which).order_by(Favour.done_on, Favour.id).limit(ROWS)
    return tuple(
        HangingRow(
            names=_names(favour.givers),
            others=_names(favour.receivers),
            day=favour.done_on,
            minutes=favour.minutes,
            favour_uid=favour.uid,
        )
        for favour in session.scalars(query).unique()
    )


def _late_slips(session: Session, antenna: Antenna, start: date, end: date, rules: Rules) -> list[int]:
    """Favours from paper slips that were written down after the days in which a favour becomes final."""
    rows = session.execute(
        select(Favour.id, Favour.done_on, Favour.logged_at)
        .where(
            Favour.antenna_id == antenna.id,
            Favour.channel == Channel.SLIP,
            Favour.state.not_in(_GONE),
            Favour.done_on.between(start, end),
        )
        .order_by(Favour.done_on, Favour.id)
    )
    most = timedelta(days=rules.final_days)
    return [fid for fid, done_on, at in rows if local_day(at, antenna.timezone) - done_on > most]


def _reversed(session: Session, book_id: int, start: date, end: date) -> Hanging:
    """Favours and gifts of which a transfer was taken back on these days."""
    within = and_(Transfer.book_id == book_id, Transfer.done_on.between(start, end))
    favour_ids = (
        select(FavourTransfer.favour_id)
        .join(Transfer, Transfer.id == FavourTransfer.transfer_id)
        .where(within, FavourTransfer.reversal.is_(True))
    )
    gift_ids = (
        select(GiftTransfer.gift_id)
        .join(Transfer, Transfer.id == GiftTransfer.transfer_id)
        .where(within, GiftTransfer.reversal.is_(True))
    )
    favours = _favours(session, HangingKind.REVERSED, Favour.id.in_(favour_ids))
    gifts = _gifts(session, HangingKind.REVERSED, Gift.id.in_(gift_ids))
    return Hanging(HangingKind.REVERSED, favours.count + gifts.count, (favours.rows + gifts.rows)[:ROWS])


def _gifts(session: Session, kind: HangingKind, which: ColumnElement[bool]) -> Hanging:
    count = session.scalar(select(func.count()).select_from(Gift).where(which)) or 0
    people = (joinedload(Gift.from_member), joinedload(Gift.to_member))
    query = select(Gift).options(*people).where(which).order_by(Gift.done_on, Gift.id).limit(ROWS)
    rows = tuple(
        HangingRow(
            names=_names([gift.from_member] if gift.from_member else []),
            others=_names([gift.to_member] if gift.to_member else []),
            day=gift.done_on,
            minutes=gift.minutes,
            gift_uid=gift.uid,
        )
        for gift in session.scalars(query)
    )
    return Hanging(kind, count, rows)


def _over_limit(session: Session, antenna_id: int, rules: Rules) -> list[HangingRow]:
    """Accounts beyond the soft limits, those who share one together; who can't give now has no floor."""
    low = and_(Account.balance_minutes < rules.floor_minutes, Member.cannot_give.is_(False))
    query = (
        select(Member, Account.balance_minutes)
        .join(Account, Account.id == Member.account_id)
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
        .where(or_(low, Account.balance_minutes > rules.ceiling_minutes))
        .order_by(Person.sort_name, Member.number)
    )
    sharing: dict[int | None, list[Member]] = {}
    balances: dict[int | None, int] = {}
    for member, balance in session.execute(query):
        sharing.setdefault(member.account_id, []).append(member)
        balances[member.account_id] = balance
    return [
        HangingRow(_names(members), minutes=balances[account_id], member_uid=members[0].uid)
        for account_id, members in sharing.items()
    ]


def _quiet(session: Session, antenna_id: int, today: date) -> tuple[list[HangingRow], list[HangingRow]]:
    """Members whose last favour, or else their first day, lies a year back, and two years back."""
    last = (
        select(func.max(Favour.done_on))
        .join(FavourParty, FavourParty.favour_id == Favour.id)
        .where(FavourParty.member_id == Member.id, Favour.state.not_in(_GONE))
        .scalar_subquery()
    )
    seen = func.coalesce(last, Member.joined_on)
    query = (
        select(Member, seen.label("seen"))
        .join(Person, Person.id == Member.person_id)
        .where(Member.antenna_id == antenna_id, Member.state.in_(PRESENT_STATES))
        .where(seen <= today - timedelta(days=QUIET_DAYS))
        .order_by(Person.sort_name, Member.number)
    )
    quiet: list[HangingRow] = []
    dormant: list[HangingRow] = []
    for member, day in session.execute(query):
        rows = dormant if day <= today - timedelta(days=DORMANT_DAYS) else quiet
        rows.append(HangingRow(_names([member]), day=day, member_uid=member.uid))
    return quiet, dormant


def _names(members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(member.label for member in members)
