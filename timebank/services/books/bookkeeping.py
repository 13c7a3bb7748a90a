"""The one service that turns causes into transfers: favours, gifts and leavers all come here.

It opens the accounts of members, pots and clearing, and splits a leg between two antennas into a
pair of transfers over their clearing accounts, tied by one id.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.legs import Holder, Leg
from timebank.domain.rules import LimitAction, Rules
from timebank.ledger import opening, posting
from timebank.ledger.model import Account, AccountKind, Transfer, TransferKind
from timebank.ledger.orders import Posting, TransferOrder
from timebank.ledger.reading import balance_of
from timebank.models.antenna import Antenna
from timebank.models.member import Member

CHUNK = 500


@dataclass(frozen=True)
class Cause:
    """What the transfers of one deed have in common. ``key`` is the deed's; each leg derives its own."""

    key: uuid.UUID
    kind: TransferKind
    done_on: date
    actor_id: int
    memo: str = ""
    concerns_on: date | None = None


def open_antenna_books(session: Session, name: str) -> tuple[int, int]:
    """A new book with its pot: (book id, pot account id)."""
    book = opening.open_book(session, name)
    pot = opening.open_account(session, book.id, AccountKind.POT)
    return book.id, pot.id


def open_member_account(session: Session, book_id: int, rules: Rules, *, household: bool = False) -> int:
    """A new account for a member or household, with refusing limits only if the rules refuse."""
    kind = AccountKind.HOUSEHOLD if household else AccountKind.MEMBER
    account = opening.open_account(session, book_id, kind)
    apply_limits(session, account.id, rules)
    return account.id


def apply_limits(session: Session, account_id: int, rules: Rules) -> None:
    """Let the ledger refuse what the antenna's rules say is refused; otherwise nothing is."""
    floor = rules.floor_minutes if rules.floor_action is LimitAction.REFUSE else None
    ceiling = rules.ceiling_minutes if rules.ceiling_action is LimitAction.REFUSE else None
    opening.set_refusing_limits(session, account_id, floor_minutes=floor, ceiling_minutes=ceiling)


def apply_limits_everywhere(session: Session, antenna_id: int, rules: Rules) -> None:
    """After a changed rule: the same limits on every account of this antenna's members, and on clearing."""
    held = select(Member.account_id).where(Member.antenna_id == antenna_id, Member.account_id.is_not(None))
    open_accounts = select(Account.id).where(Account.id.in_(held), Account.closed_on.is_(None))
    for account_id in session.scalars(open_accounts).all():
        apply_limits(session, account_id, rules)
    book_id = select(Antenna.book_id).where(Antenna.id == antenna_id).scalar_subquery()
    clearing = select(Account.id).where(Account.book_id == book_id, Account.kind == AccountKind.CLEARING)
    _limit_clearing(session, session.scalars(clearing).all(), rules)


def _limit_clearing(session: Session, account_ids: Sequence[int], rules: Rules) -> None:
    """What two antennas may owe each other stays within the rule, either way."""
    most = rules.clearing_ceiling_minutes
    for account_id in account_ids:
        opening.set_refusing_limits(session, account_id, floor_minutes=-most, ceiling_minutes=most)


def clearing_account(session: Session, book_id: int, counterpart_book_id: int) -> int:
    """The account in ``book_id`` that stands for the other antenna; opened when first needed."""
    found = session.scalar(
        select(Account.id).where(
            Account.book_id == book_id, Account.counterpart_book_id == counterpart_book_id
        )
    )
    if found is not None:
        return found
    from timebank.services.network.rules import rules_of

    account = opening.open_account(
        session, book_id, AccountKind.CLEARING, counterpart_book_id=counterpart_book_id
    )
    antenna_id = session.scalar(select(Antenna.id).where(Antenna.book_id == book_id))
    if antenna_id is not None:
        _limit_clearing(session, [account.id], rules_of(session, antenna_id))
    return account.id


def orders_of(session: Session, legs: Sequence[Leg], cause: Cause) -> list[TransferOrder]:
    """The transfers that book ``legs``: one each, or a pair for a leg between two antennas."""
    orders: list[TransferOrder] = []
    for place, leg in enumerate(legs):
        if leg.debit.book_id == leg.credit.book_id:
            orders.append(_order(cause, f"{place}", leg.debit, leg.credit, leg.minutes, None))
            continue
        pair = uuid.uuid5(cause.key, f"pair/{place}")
        away = Holder(leg.debit.book_id, clearing_account(session, leg.debit.book_id, leg.credit.book_id))
        home = Holder(leg.credit.book_id, clearing_account(session, leg.credit.book_id, leg.debit.book_id))
        orders.append(_order(cause, f"{place}/out", leg.debit, away, leg.minutes, pair))
        orders.append(_order(cause, f"{place}/in", home, leg.credit, leg.minutes, pair))
    return orders


def book_legs(session: Session, legs: Sequence[Leg], cause: Cause, *, now: datetime) -> list[Posting]:
    """Post all legs of one deed, or none.

    Raises:
        LimitError, PeriodClosedError, AccountClosedError, KeyReusedError: see ``ledger.posting``.
    """
    return posting.post_transfers(session, orders_of(session, legs, cause), now=now)


def book_orders(session: Session, orders: Sequence[TransferOrder], *, now: datetime) -> list[Posting]:
    """Post the transfers of many deeds at once, or none (imports)."""
    return posting.post_transfers(session, orders, now=now)


def reversal_orders(session: Session, transfer_ids: Sequence[uuid.UUID], cause: Cause) -> list[TransferOrder]:
    """The orders that reverse these transfers, in the order of the books."""
    rows: list[Transfer] = []
    for start in range(0, len(transfer_ids), CHUNK):
        part = list(transfer_ids[start : start + CHUNK])
        rows += session.scalars(select(Transfer).where(Transfer.id.in_(part)))
    rows.sort(key=lambda row: (row.book_id, row.seq))
    return [
        TransferOrder(
            key=uuid.uuid5(cause.key, f"reverse/{row.id}"),
            book_id=row.book_id,
            debit_account_id=row.credit_account_id,
            credit_account_id=row.debit_account_id,
            minutes=row.minutes,
            kind=TransferKind.REVERSAL,
            done_on=cause.done_on,
            actor_id=cause.actor_id,
            memo=cause.memo,
            pair_id=None if row.pair_id is None else uuid.uuid5(cause.key, f"reverse/{row.pair_id}"),
            reverses_seq=row.seq,
            concerns_on=cause.concerns_on,
        )
        for row in rows
    ]


def take_back(
    session: Session, transfer_ids: Sequence[uuid.UUID], cause: Cause, *, now: datetime
) -> list[Posting]:
    """Reverse these transfers, all or none; both halves of a pair are among them.

    Raises:
        ReversalError: one of them was reversed before.
    """
    return posting.post_transfers(session, reversal_orders(session, transfer_ids, cause), now=now)


def hold_books(session: Session, book_ids: set[int]) -> None:
    """Let nobody else post in these books until this transaction ends: what is read of them now stays true."""
    posting.lock_books(session, book_ids)


def balance_minutes(session: Session, account_id: int | None) -> int:
    """What an account holds now; nothing where there is no account."""
    return 0 if account_id is None else balance_of(session, account_id).minutes


def close_member_account(session: Session, account_id: int, *, on: date) -> None:
    """Close an account that stands at 0."""
    opening.close_account(session, account_id, on=on)


def open_again(session: Session, account_id: int) -> None:
    """Let a reversal fall on a closed account; whoever opens it closes it again, at 0."""
    opening.reopen_account(session, account_id)


def close_books_through(session: Session, book_id: int, *, through: date) -> None:
    """Close a period: no entry dated on or before ``through`` is taken any more."""
    opening.close_period(session, book_id, through=through)


def _order(
    cause: Cause, name: str, debit: Holder, credit: Holder, minutes: int, pair: uuid.UUID | None
) -> TransferOrder:
    return TransferOrder(
        key=uuid.uuid5(cause.key, f"leg/{name}"),
        book_id=debit.book_id,
        debit_account_id=debit.account_id,
        credit_account_id=credit.account_id,
        minutes=minutes,
        kind=cause.kind,
        done_on=cause.done_on,
        actor_id=cause.actor_id,
        memo=cause.memo,
        pair_id=pair,
        concerns_on=cause.concerns_on,
    )
