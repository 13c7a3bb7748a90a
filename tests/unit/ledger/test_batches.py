"""Many transfers at once: the same books as one by one, and no row in between that lies."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from timebank.domain.errors import KeyReusedError, LimitError
from timebank.extensions import db
from timebank.ledger.model import Account, Book, Transfer, TransferKind
from timebank.ledger.opening import close_account, close_period, set_refusing_limits
from timebank.ledger.orders import AccountHead, BookHead, TransferOrder, decide
from timebank.ledger.posting import BATCH_FROM, post_transfer, post_transfers
from timebank.ledger.proof import check_books
from timebank.ledger.reading import entries_of
from timebank.orm import insert_rows, table_of
from timebank.uow import reading, transact

DAY = date(2026, 5, 1)
MANY = BATCH_FROM + 10
TRANSFER = table_of(Transfer)


def orders(world: World, count: int = MANY, **changes: Any) -> list[TransferOrder]:
    """Ben, Fay and Ana in turn, a quarter more each time."""
    names = ("ben", "ana", "fay")
    found = []
    for place in range(count):
        values: dict[str, Any] = {
            "key": uuid.uuid5(uuid.NAMESPACE_OID, f"{count}/{place}"),
            "book_id": world.books["heembeek"],
            "debit_account_id": world.accounts[names[place % 3]],
            "credit_account_id": world.accounts[names[(place + 1) % 3]],
            "minutes": 15 * (1 + place % 8),
            "memo": "soup" if place % 2 else "",
            "kind": TransferKind.FAVOUR,
            "done_on": DAY,
            "actor_id": 1,
        }
        found.append(TransferOrder(**(values | changes)))
    return found


def count_transfers() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(Transfer)) or 0


def test_a_batch_comes_to_what_the_same_orders_come_to_one_by_one(world: World) -> None:
    names = ("ana", "ben", "fay")
    batch = transact(post_transfers, orders(world), now=NOW)
    after_batch = {name: world.balance(name) for name in names}
    singly = [transact(post_transfer, each, now=NOW) for each in orders(world, MANY + 1)[:MANY]]
    assert [p.seq for p in batch + singly] == list(range(1, 2 * MANY + 1))
    assert {name: world.balance(name) for name in names} == {n: 2 * m for n, m in after_batch.items()}
    last_of_batch, last_of_singly = batch[-1], singly[-1]
    assert last_of_singly.debit_balance_minutes == 2 * last_of_batch.debit_balance_minutes
    with reading() as session:
        proof = check_books(session)
        newest = entries_of(session, world.accounts["ana"], limit=1)[0]
    assert proof.holds
    assert proof.checked == 2 * MANY
    assert newest.balance_minutes == world.balance("ana")


def test_a_batch_that_comes_again_is_there_already_and_only_the_new_ones_are_added(world: World) -> None:
    transact(post_transfers, orders(world)[:20], now=NOW)
    postings = transact(post_transfers, orders(world), now=NOW)
    assert [p.replayed for p in postings] == [True] * 20 + [False] * (MANY - 20)
    assert all(p.replayed for p in transact(post_transfers, orders(world), now=NOW))
    assert count_transfers() == MANY


@pytest.mark.parametrize("count", [2, MANY])
def test_one_key_for_two_deeds_of_a_batch_is_refused_and_the_same_deed_twice_is_one(
    world: World, count: int
) -> None:
    wanted = orders(world, count)
    postings = transact(post_transfers, [*wanted, wanted[0]], now=NOW)
    assert postings[-1].seq == postings[0].seq
    other = orders(world, count, done_on=DAY + timedelta(days=1))[0]
    fresh = orders(world, count + 1)
    with pytest.raises(KeyReusedError):
        transact(post_transfers, [*fresh, other], now=NOW)
    clash = TransferOrder(**(vars(fresh[1]) | {"key": fresh[0].key}))
    with pytest.raises(KeyReusedError):
        transact(post_transfers, [*fresh, clash], now=NOW)
    assert count_transfers() == count


def test_a_limit_in_the_middle_of_a_batch_refuses_all_of_it(world: World) -> None:
    transact(set_refusing_limits, world.accounts["ben"], floor_minutes=-30, ceiling_minutes=None)
    with pytest.raises(LimitError):
        transact(post_transfers, orders(world), now=NOW)
    assert count_transfers() == 0
    assert world.balance("ana") == 0


def heads(session: Session, world: World) -> tuple[BookHead, dict[int, AccountHead]]:
    book = session.get_one(Book, world.books["heembeek"])
    accounts = {
        each.id: AccountHead(
            each.id,
            book.id,
            each.balance_minutes,
            each.version,
            each.floor_minutes,
            each.ceiling_minutes,
            None,
        )
        for each in session.scalars(select(Account))
    }
    return BookHead(book.id, book.seq, book.head, book.last_at, None), accounts


Lie = Callable[[BookHead, dict[int, AccountHead], World], object]


def rows_on(world: World, lie: Lie | None, **changes: Any) -> list[dict[str, Any]]:
    """The rows of a whole batch, chained without a fault, on heads of which one is a lie."""
    with reading() as session:
        book, accounts = heads(session, world)
    if lie is not None:
        lie(book, accounts, world)
    return [
        decide(book, accounts[each.debit_account_id], accounts[each.credit_account_id], each, b"salt", NOW)
        for each in orders(world, **changes)
    ]


def write(rows: list[dict[str, Any]]) -> None:
    transact(lambda session: insert_rows(session, TRANSFER, rows))


def refusal_of(rows: list[dict[str, Any]]) -> str:
    """What the database says to these rows; nothing of them is there afterwards."""
    before = count_transfers()
    with Session(db.engine) as session, pytest.raises(DBAPIError) as refused:
        insert_rows(session, TRANSFER, rows)
    assert count_transfers() == before
    return f"{getattr(refused.value.orig, 'sqlstate', '')} {refused.value.orig}"


def shift(target: Any, **by: Any) -> None:
    for name, value in by.items():
        setattr(target, name, getattr(target, name) + value)


def test_honest_rows_from_outside_are_taken(world: World) -> None:
    write(rows_on(world, None))
    with reading() as session:
        assert check_books(session).holds
        assert check_books(session).checked == MANY


@pytest.mark.parametrize(
    "lie",
    [
        lambda book, _accounts, _world: shift(book, seq=1),
        lambda book, _accounts, _world: shift(book, last_at=-timedelta(days=9)),
        lambda _book, accounts, world: shift(accounts[world.accounts["fay"]], version=1),
        lambda _book, accounts, world: shift(accounts[world.accounts["fay"]], balance_minutes=15),
        lambda _book, accounts, world: shift(accounts[world.accounts["ana"]], balance_minutes=-15),
    ],
    ids=["seq", "time", "version", "more", "less"],
)
def test_a_batch_on_a_false_head_is_refused(world: World, lie: Lie) -> None:
    transact(post_transfer, orders(world, 1)[0], now=NOW + timedelta(days=1))
    assert "TB412" in refusal_of(rows_on(world, lie))


def test_a_batch_in_the_place_of_what_is_there_is_refused(world: World) -> None:
    rows = rows_on(world, None)
    transact(post_transfers, orders(world, 3), now=NOW)
    assert refusal_of(rows)


@pytest.mark.parametrize("column", ["hash", "memo_hash"])
def test_a_false_hash_is_refused_at_once_or_found(world: World, column: str) -> None:
    rows = rows_on(world, None)
    rows[MANY // 2][column] = b"x" * 32
    if db.engine.dialect.name == "postgresql":
        assert "TB412" in refusal_of(rows)
        return
    write(rows)
    with reading() as session:
        assert check_books(session).faults[0].seq == rows[MANY // 2]["seq"]


def close_the_period(world: World) -> None:
    transact(close_period, world.books["heembeek"], through=DAY)


def close_fays_account(world: World) -> None:
    transact(close_account, world.accounts["fay"], on=DAY)


def limit_ben(world: World) -> None:
    transact(set_refusing_limits, world.accounts["ben"], floor_minutes=-30, ceiling_minutes=None)


def limit_ana(world: World) -> None:
    transact(set_refusing_limits, world.accounts["ana"], floor_minutes=None, ceiling_minutes=30)


@pytest.mark.parametrize(
    ("rule", "code"),
    [(close_the_period, "TB423"), (close_fays_account, "TB410"), (limit_ben, "TB001"), (limit_ana, "TB002")],
)
def test_a_rule_that_changed_after_the_rows_were_worked_out_refuses_them(
    world: World, rule: Callable[[World], None], code: str
) -> None:
    rows = rows_on(world, None)
    rule(world)
    assert code in refusal_of(rows)


def test_an_account_of_another_book_and_a_reversal_of_nothing_are_refused(world: World) -> None:
    assert refusal_of(rows_on(world, None, credit_account_id=world.accounts["dov"]))
    assert "TB409" in refusal_of(rows_on(world, None, count=1, kind=TransferKind.REVERSAL, reverses_seq=1))
