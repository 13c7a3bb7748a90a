"""The books at a year's end, for who closes it: trial balance, the pot, and what still hangs."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.days import local_day
from timebank.domain.permissions import Actor, may_see_books, require
from timebank.ledger.model import Account, AccountKind, TransferKind
from timebank.ledger.reading import statement_of
from timebank.ledger.trial import KindMoved, moved_by_kind, trial_balance_on
from timebank.models.antenna import Antenna
from timebank.models.gift import Gift, GiftTransfer
from timebank.models.member import Member
from timebank.services.books.hanging import Hanging, hanging_in
from timebank.services.books.statements import Period, period_of

POT_LINES = 500


@dataclass(frozen=True)
class TrialRow:
    """One line of the trial balance, as ``TrialLine``; ``other`` is the antenna behind a clearing account."""

    kind: AccountKind
    other: str
    accounts: int
    more_given_minutes: int
    more_received_minutes: int

    @property
    def minutes(self) -> int:
        """All balances of the line together."""
        return self.more_given_minutes - self.more_received_minutes


@dataclass(frozen=True)
class PotLine:
    """One movement of the pot. ``who`` is empty for an unnamed gift; minutes are negative when they went out."""

    day: date
    kind: TransferKind
    who: tuple[str, ...]
    minutes: int


@dataclass(frozen=True)
class PotStatement:
    """The pot from opening to closing, by kind, without a name; ``lines`` are its newest movements."""

    opening_minutes: int
    closing_minutes: int
    kinds: tuple[KindMoved, ...]
    lines: tuple[PotLine, ...]


@dataclass(frozen=True)
class YearEnd:
    """Everything that lies on the table when a year is closed.

    ``day`` is the last one that the trial balance counts: the year's, or today while it runs. ``seq``
    and ``head`` name the newest transfer and prove all before it (docs/ledger.md).
    """

    year: int
    period: Period
    day: date
    running: bool
    closed_through: date | None
    trial: tuple[TrialRow, ...]
    pot: PotStatement
    hanging: tuple[Hanging, ...]
    seq: int
    head: str

    @property
    def total_minutes(self) -> int:
        """The sum of all accounts: 0, or the books don't hold."""
        return sum(row.minutes for row in self.trial)


def year_end_of(session: Session, antenna: Antenna, year: int, *, actor: Actor, now: datetime) -> YearEnd:
    """One year of an antenna's books.

    Raises:
        NotAllowedError, NotFoundError: not a coordinator or treasurer here.
        InvalidInputError: a year that can't be.
    """
    require(may_see_books(actor, antenna.id), actor, antenna.id)
    period, today = period_of("year", year, 1), local_day(now, antenna.timezone)
    start, end = date(year, 1, 1), date(year, 12, 31)
    return YearEnd(
        year=year,
        period=period,
        day=min(end, today),
        running=end >= today,
        closed_through=antenna.book.closed_through,
        trial=_trial(session, antenna, end),
        pot=_pot(session, antenna, start, end),
        hanging=hanging_in(session, antenna, start, end, now=now),
        seq=antenna.book.seq,
        head=antenna.book.head.hex(),
    )


def _trial(session: Session, antenna: Antenna, day: date) -> tuple[TrialRow, ...]:
    names = {row.book_id: row.name for row in session.execute(select(Antenna.book_id, Antenna.name))}
    return tuple(
        TrialRow(
            kind=line.kind,
            other=names.get(line.counterpart_book_id or 0, ""),
            accounts=line.accounts,
            more_given_minutes=line.more_given_minutes,
            more_received_minutes=line.more_received_minutes,
        )
        for line in trial_balance_on(session, antenna.book_id, day)
    )


def _pot(session: Session, antenna: Antenna, start: date, end: date) -> PotStatement:
    page = statement_of(session, antenna.pot_account_id, start=start, end=end, limit=POT_LINES)
    others = [line.other_account_id for line in page.lines]
    holders: dict[int, list[str]] = {}
    members = select(Member).where(Member.account_id.in_(others)).order_by(Member.number)
    for member in session.scalars(members).unique():
        holders.setdefault(member.account_id or 0, []).append(member.label)
    clearing = (
        select(Account.id, Antenna.name)
        .join(Antenna, Antenna.book_id == Account.counterpart_book_id)
        .where(Account.id.in_(others))
    )
    for account_id, name in session.execute(clearing):
        holders[account_id] = [name]
    unnamed = set(
        session.scalars(
            select(GiftTransfer.transfer_id)
            .join(Gift, Gift.id == GiftTransfer.gift_id)
            .where(Gift.unnamed.is_(True), GiftTransfer.transfer_id.in_([line.key for line in page.lines]))
        )
    )
    return PotStatement(
        opening_minutes=page.opening_minutes,
        closing_minutes=page.closing_minutes,
        kinds=moved_by_kind(session, antenna.pot_account_id, start, end),
        lines=tuple(
            PotLine(
                day=line.done_on,
                kind=line.kind,
                who=() if line.key in unnamed else tuple(holders.get(line.other_account_id, ())),
                minutes=line.minutes,
            )
            for line in page.lines
        ),
    )
