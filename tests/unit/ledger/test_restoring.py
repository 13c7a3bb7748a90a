"""A book that is restored is the one that was written down: chain, limits, closed periods, erased texts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.archives import used
from tests.conftest import BOTH
from tests.factories import NOW, TODAY, World
from tests.unit.ledger.test_guards import order
from timebank.domain.errors import PeriodClosedError
from timebank.ledger import restoring
from timebank.ledger.model import Account, Book, LimitChange, PeriodClosing, Transfer
from timebank.ledger.opening import close_account, close_period, erase_memo, set_refusing_limits
from timebank.ledger.posting import post_transfer, post_transfers
from timebank.ledger.proof import check_books
from timebank.orm import table_of
from timebank.uow import reading, transact

CLOSED = date(2026, 3, 31)


@dataclass(frozen=True)
class Written:
    """What an archive holds of a book."""

    book: Any
    accounts: list[Any]
    transfers: list[Any]
    limits: list[Any]
    closings: list[Any]


@pytest.fixture
def written(world: World) -> Written:
    """A book with everything: limits that changed, closed periods, a closed account, an erased text."""
    book, ana, ben = world.books["heembeek"], world.accounts["ana"], world.accounts["ben"]

    def post(minutes: int, **changes: Any) -> int:
        return transact(post_transfer, order(world, minutes, **changes), now=NOW).seq

    transact(set_refusing_limits, ben, floor_minutes=-60, ceiling_minutes=None)
    post(45)
    transact(set_refusing_limits, ben, floor_minutes=-600, ceiling_minutes=600)
    seq = post(300, memo="The eye doctor", done_on=CLOSED)
    transact(close_period, book, through=CLOSED - timedelta(days=30))
    transact(close_period, book, through=CLOSED)
    transact(set_refusing_limits, ana, floor_minutes=None, ceiling_minutes=1000)
    transact(post_transfers, [order(world, 15, memo="x") for _ in range(5)], now=NOW)
    transact(erase_memo, book, seq)
    transact(close_account, world.accounts["fay"], on=TODAY)
    transact(set_refusing_limits, ben, floor_minutes=None, ceiling_minutes=None)

    return read_book(book)


def read_book(book: int) -> Written:
    def rows(model: Any, condition: Any) -> list[Any]:
        t = table_of(model)
        found = session.execute(select(t).where(condition).order_by(*t.primary_key.columns))
        return [dict(row) for row in found.mappings()]

    with reading() as session:
        accounts = rows(Account, Account.book_id == book)
        ids = [row["id"] for row in accounts]
        return Written(
            rows(Book, Book.id == book)[0],
            accounts,
            rows(Transfer, Transfer.book_id == book),
            rows(LimitChange, LimitChange.account_id.in_(ids)),
            rows(PeriodClosing, PeriodClosing.book_id == book),
        )


def restore(
    session: Session, written: Written, change: Callable[[dict[str, Any]], None] | None = None
) -> None:
    """Write the book down again, with each transfer changed if ``change`` says so."""
    rows = [dict(row) for row in written.transfers]
    for row in rows:
        if change is not None:
            change(row)
    restoring.open_restored_book(session, written.book)
    restoring.open_restored_accounts(session, written.accounts)
    restoring.restore_transfers(
        session, written.book["id"], rows, limits=written.limits, closings=written.closings
    )
    restoring.close_restored_accounts(session, written.accounts)


@pytest.mark.parametrize("target", BOTH)
def test_a_book_comes_back_with_its_chain_its_limits_and_its_closed_periods(
    written: Written, fresh: Callable[[str], Flask], target: str
):
    with used(fresh(target)):
        transact(restore, written)
        again = read_book(written.book["id"])
        with reading() as session:
            assert check_books(session).faults == ()
    assert (again.book, again.accounts, again.transfers) == (
        written.book,
        written.accounts,
        written.transfers,
    )
    assert again.closings == written.closings
    assert told(again.limits) == told(written.limits)
    erased = [row for row in again.transfers if row["memo"] is None]
    assert len(erased) == 2  # the first had no text, the second lost it


def told(limits: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted(
        (r["account_id"], r["after_version"], str(r["floor_minutes"]), str(r["ceiling_minutes"]))
        for r in limits
    )


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize(
    "change",
    [
        {"minutes": 46},
        {"debit_balance_minutes": 7},
        {"done_on": TODAY},
        {"memo": "Something else"},
        {"actor_id": 77},
    ],
    ids=str,
)
def test_a_transfer_that_was_changed_is_no_part_of_the_chain(
    written: Written, fresh: Callable[[str], Flask], target: str, change: dict[str, Any]
):
    """PostgreSQL refuses it as it goes in; SQLite can't compute a hash, and the proof finds it."""
    with used(fresh(target)):
        try:
            transact(restore, written, lambda row: row.update(change) if row["seq"] == 4 else None)
        except DBAPIError:
            return
        with reading() as session:
            assert check_books(session).faults
        assert target == "sqlite"


def test_a_period_that_was_closed_stays_closed(written: Written, world: World, fresh: Callable[[str], Flask]):
    with used(fresh("sqlite")):
        transact(restore, written)
        with pytest.raises(PeriodClosedError):
            transact(post_transfer, order(world, done_on=CLOSED), now=NOW)
