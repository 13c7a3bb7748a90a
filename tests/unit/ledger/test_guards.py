"""A hostile or faulty writer against the database itself: every attempt fails, on both databases."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from timebank.domain.errors import (
    AccountClosedError,
    InvalidInputError,
    KeyReusedError,
    LimitError,
    NotFoundError,
    PeriodClosedError,
    ReversalError,
    WrongStateError,
)
from timebank.ledger.model import TransferKind
from timebank.ledger.opening import close_account, close_period, erase_memo, set_refusing_limits
from timebank.ledger.posting import TransferOrder, post_transfer, post_transfers, reverse_transfer
from timebank.ledger.proof import check_books
from timebank.uow import reading, transact

DAY = date(2026, 5, 1)


def order(world: World, minutes: int = 60, **changes: object) -> TransferOrder:
    values: dict[str, object] = {
        "key": uuid.uuid4(),
        "book_id": world.books["heembeek"],
        "debit_account_id": world.accounts["ben"],
        "credit_account_id": world.accounts["ana"],
        "minutes": minutes,
        "kind": TransferKind.FAVOUR,
        "done_on": DAY,
        "actor_id": 1,
    }
    return TransferOrder(**(values | changes))  # type: ignore[arg-type]


def post(world: World, **changes: object) -> int:
    return transact(post_transfer, order(world, **changes), now=NOW).seq


COLUMNS = (
    "book_id, {seq}, {id}, {debit}, {credit}, {minutes}, debit_version + {dv}, debit_balance_minutes - {db},"
    " credit_version + {cv}, credit_balance_minutes + {cb}, kind, {reverses}, pair_id, done_on, concerns_on,"
    " {at}, actor_id, memo, memo_salt, memo_hash, hash"
)
HONEST = {
    "seq": "seq + 1", "id": ":id", "debit": "debit_account_id", "credit": "credit_account_id", "minutes": "minutes",
    "dv": 1, "db": "minutes", "cv": 1, "cb": "minutes", "reverses": "reverses_seq", "at": ":at",
}  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE transfer SET minutes = 1",
        "UPDATE transfer SET memo = 'other'",
        "UPDATE transfer SET done_on = '2026-05-02'",
        "DELETE FROM transfer",
        "UPDATE account SET balance_minutes = balance_minutes + 600 WHERE version = 0",
        "UPDATE account SET version = version + 1",
        "UPDATE account SET given_minutes = given_minutes + 60",
        "UPDATE account SET given_minutes = 0 WHERE given_minutes > 0",
        "UPDATE account SET book_id = 2",
        "UPDATE account SET kind = 'household' WHERE kind = 'member'",
        "UPDATE account SET uid = '00000000000000000000000000000096' WHERE id = 1",
        "UPDATE account SET balance_minutes = balance_minutes + 60, version = version + 1 WHERE version > 0",
        "DELETE FROM account",
        "UPDATE book SET seq = seq + 1",
        "UPDATE book SET head = hash FROM transfer WHERE transfer.seq = 1 AND book.seq = 2",
        "UPDATE book SET last_at = '2030-01-01 00:00:00.000000'",
        "DELETE FROM book",
        "INSERT INTO account (id, uid, book_id, kind, balance_minutes, version)"
        " VALUES (99, '00000000000000000000000000000099', 1, 'member', 600, 0)",
        "INSERT INTO account (id, uid, book_id, kind, balance_minutes, version)"
        " VALUES (98, '00000000000000000000000000000098', 1, 'member', 0, 3)",
        "INSERT INTO account (id, uid, book_id, kind, balance_minutes, version, given_minutes)"
        " VALUES (97, '00000000000000000000000000000097', 1, 'member', 0, 0, 60)",
        "UPDATE favour_transfer SET seq = 9",
        "DELETE FROM favour_transfer",
        "UPDATE favour_confirmation SET rests_on = 'slip'",
        "DELETE FROM favour_confirmation",
        "UPDATE rule_decision SET value = '0'",
        "UPDATE audit_entry SET action = 'x'",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_written(
    world: World, session: Session, statement: str
) -> None:
    world_with_history(world)
    with pytest.raises(DBAPIError, match=r"TB000|append-only"):
        session.execute(text(statement))
    session.rollback()
    assert check_books(session).holds


def world_with_history(world: World) -> None:
    from timebank.services.network.rules import decide_rule

    world.logged("ben")
    post(world, minutes=30, memo="tea")
    transact(
        decide_rule, world.antenna, "final_days", "20",
        decided_on=DAY, decided_by="board", actor=world.actor("cora"), now=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    "tweak",
    [
        {"seq": "seq + 2"},
        {"seq": "seq"},
        {"db": "minutes - 15"},
        {"cb": "minutes + 15"},
        {"dv": 2},
        {"cv": 0},
        {"minutes": "0"},
        {"minutes": "-30", "db": "-30", "cb": "-30"},
        {"credit": "debit_account_id"},
        {"at": ":long_ago"},
        {"reverses": "99"},
        {"id": "id"},
    ],
)
def test_a_forged_row_is_refused_whatever_is_wrong_with_it(
    world: World, session: Session, tweak: dict[str, object]
) -> None:
    post(world)
    columns = COLUMNS.format(**(HONEST | tweak))
    wanted = {
        "id": uuid.uuid4().hex,
        "at": (NOW + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S.%f"),
        "long_ago": "2020-01-01 00:00:00.000000",
    }
    names = (
        "book_id, seq, id, debit_account_id, credit_account_id, minutes, debit_version, debit_balance_minutes,"
        " credit_version, credit_balance_minutes, kind, reverses_seq, pair_id, done_on, concerns_on, recorded_at,"
        " actor_id, memo, memo_salt, memo_hash, hash"
    )
    sql = f"INSERT INTO transfer ({names}) SELECT {columns} FROM transfer WHERE seq = 1"
    if session.get_bind().dialect.name == "postgresql":
        sql = sql.replace(":id", "CAST(:id AS uuid)").replace(":at", "CAST(:at AS timestamptz)")
        sql = sql.replace(":long_ago", "CAST(:long_ago AS timestamptz)")
    try:
        done = session.execute(text(sql), {k: v for k, v in wanted.items() if f":{k}" in sql})
        written = done.rowcount
    except DBAPIError:
        written = 0
    session.rollback()
    assert written in (0, -1)
    assert session.execute(text("SELECT count(*) FROM transfer")).scalar_one() == 1


def test_the_same_key_twice_gives_the_posting_that_stands_there(world: World) -> None:
    wanted = order(world)
    first = transact(post_transfer, wanted, now=NOW)
    again = transact(post_transfer, wanted, now=NOW + timedelta(hours=1))
    assert (again.seq, again.replayed, first.replayed) == (first.seq, True, False)
    with pytest.raises(KeyReusedError):
        transact(post_transfer, order(world, key=wanted.key, minutes=75), now=NOW)


def test_a_limit_that_refuses_is_kept_and_receiving_more_is_not_hindered(world: World) -> None:
    transact(set_refusing_limits, world.accounts["ben"], floor_minutes=-60, ceiling_minutes=None)
    transact(set_refusing_limits, world.accounts["ana"], floor_minutes=None, ceiling_minutes=90)
    post(world, minutes=60)
    with pytest.raises(LimitError) as floor:
        post(world, minutes=15)
    with pytest.raises(LimitError) as ceiling:
        post(world, minutes=45, debit_account_id=world.accounts["fay"])
    assert (floor.value.error_code, ceiling.value.error_code) == ("limit_floor", "limit_ceiling")


def test_a_closed_period_or_account_takes_no_entry(world: World) -> None:
    transact(close_period, world.books["heembeek"], through=DAY)
    with pytest.raises(PeriodClosedError):
        post(world)
    with pytest.raises(PeriodClosedError):
        transact(close_period, world.books["heembeek"], through=DAY - timedelta(days=1))
    transact(close_account, world.accounts["fay"], on=DAY)
    with pytest.raises(AccountClosedError):
        post(world, credit_account_id=world.accounts["fay"], done_on=DAY + timedelta(days=1))
    post(world, done_on=DAY + timedelta(days=1))
    with pytest.raises(WrongStateError):
        transact(close_account, world.accounts["ben"], on=DAY)


def test_a_transfer_is_reversed_once_and_a_reversal_never(world: World) -> None:
    seq = post(world)
    book = world.books["heembeek"]

    def reverse(which: int) -> int:
        return transact(reverse_transfer, book, which, key=uuid.uuid4(), done_on=DAY, actor_id=1, now=NOW).seq

    opposite = reverse(seq)
    for which in (seq, opposite):
        with pytest.raises(ReversalError):
            reverse(which)
    with pytest.raises(NotFoundError):
        reverse(77)


def test_an_account_of_another_book_is_unknown_here(world: World) -> None:
    with pytest.raises(NotFoundError):
        post(world, credit_account_id=world.accounts["dov"])


@pytest.mark.parametrize("minutes", [0, -15, 525_601])
def test_minutes_are_positive_and_bounded(world: World, minutes: int) -> None:
    with pytest.raises(InvalidInputError):
        post(world, minutes=minutes)


def test_all_of_many_or_none(world: World) -> None:
    orders = [order(world, 15), order(world, 15, credit_account_id=world.accounts["dov"])]
    with pytest.raises(NotFoundError):
        transact(post_transfers, orders, now=NOW)
    assert world.balance("ana") == 0


def test_a_memo_can_be_erased_and_the_chain_still_holds(world: World) -> None:
    seq = post(world, memo="with the dog")
    transact(erase_memo, world.books["heembeek"], seq)
    with reading() as session:
        assert session.execute(text("SELECT memo FROM transfer")).scalar_one() is None
        assert check_books(session).holds


def test_time_never_goes_back_in_a_book(world: World) -> None:
    post(world)
    transact(post_transfer, order(world), now=datetime(2001, 1, 1, tzinfo=UTC))
    with reading() as session:
        assert check_books(session).holds
