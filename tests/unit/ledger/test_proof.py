"""Whoever edits the books behind the application is found out, and the first bad transfer is named."""

import random

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from tests.unit.ledger.test_guards import order
from timebank.cli.proving import processes_for, replaying
from timebank.ledger.posting import post_transfers
from timebank.ledger.proof import Proof, check_books
from timebank.uow import reading, transact

TRANSFERS = 12
CHANGES = {
    "minutes": "minutes + 15",
    "debit_balance_minutes": "debit_balance_minutes - 15",
    "credit_version": "credit_version + 40",
    "done_on": "'2026-01-02'",
    "actor_id": "actor_id + 1",
    "memo": "'forged'",
    "kind": "'gift'",
    "concerns_on": "'2025-01-02'",
    "recorded_at": "'2019-01-02 00:00:00.000000+00:00'",
    "debit_account_id": "credit_account_id",
}


@pytest.fixture(params=[50_000, 5], autouse=True)
def stretch(request, monkeypatch) -> None:
    """The books are replayed as a whole, and in stretches of five transfers."""
    monkeypatch.setattr("timebank.ledger.proof.STRETCH", request.param)


@pytest.fixture
def history(world: World) -> World:
    names = ["ana", "ben", "fay", "hugo"]
    draw = random.Random(7)
    orders = []
    for _ in range(TRANSFERS):
        giver, receiver = draw.sample(names, 2)
        orders.append(
            order(
                world,
                15 * draw.randint(1, 8),
                debit_account_id=world.accounts[receiver],
                credit_account_id=world.accounts[giver],
                memo="thanks",
            )
        )
    transact(post_transfers, orders, now=NOW)
    return world


def without_guards(session: Session) -> None:
    """As somebody with the file in hand, or the database's owner."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET session_replication_role = replica"))
        session.execute(text("ALTER TABLE transfer DROP CONSTRAINT ck_transfer_two_accounts"))
        return
    names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
    for name in names:
        session.execute(text(f"DROP TRIGGER {name}"))
    session.execute(text("PRAGMA ignore_check_constraints = ON"))


def checked(session: Session) -> Proof:
    session.expire_all()
    return check_books(session)


@pytest.mark.parametrize("column", CHANGES)
@pytest.mark.parametrize("seq", [1, 6, TRANSFERS])
def test_an_edited_transfer_is_found_and_named(
    history: World, session: Session, column: str, seq: int
) -> None:
    without_guards(session)
    session.execute(
        text(f"UPDATE transfer SET {column} = {CHANGES[column]} WHERE seq = {seq} AND book_id = 1")
    )
    proof = checked(session)
    assert proof.faults[0].seq == seq


@pytest.mark.parametrize("seq", [1, 6, TRANSFERS])
def test_a_deleted_transfer_is_found(history: World, session: Session, seq: int) -> None:
    without_guards(session)
    session.execute(text(f"DELETE FROM transfer WHERE seq = {seq} AND book_id = 1"))
    proof = checked(session)
    assert proof.faults
    assert proof.faults[0].seq in (seq + 1, None)


def test_two_swapped_transfers_are_found(history: World, session: Session) -> None:
    without_guards(session)
    for old, new in ((3, 900), (4, 3), (900, 4)):
        session.execute(text(f"UPDATE transfer SET seq = {new} WHERE seq = {old} AND book_id = 1"))
    assert checked(session).faults[0].seq == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE account SET balance_minutes = balance_minutes + 60 WHERE version > 0",
        "UPDATE account SET version = version + 1",
        "UPDATE account SET given_minutes = given_minutes + 60 WHERE version > 0",
        "UPDATE book SET seq = seq + 1",
        "UPDATE book SET head = (SELECT hash FROM transfer WHERE seq = 1 AND book_id = 1)",
    ],
)
def test_an_edited_balance_or_head_is_found(history: World, session: Session, statement: str) -> None:
    without_guards(session)
    session.execute(text(statement))
    assert not checked(session).holds


def test_untouched_books_hold_and_give_their_heads(history: World, session: Session) -> None:
    proof = checked(session)
    assert proof.holds
    assert proof.checked == TRANSFERS
    assert proof.heads[history.books["heembeek"]][0] == TRANSFERS


def test_progress_is_told_to_the_end(history: World, session: Session) -> None:
    told: list[tuple[int, int]] = []
    check_books(session, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (TRANSFERS, TRANSFERS)


@pytest.mark.parametrize("microsecond", [0, 999_499, 999_500, 999_700, 999_999])
def test_the_last_moment_of_a_second_is_read_as_it_was_written(
    world: World, session: Session, microsecond: int
) -> None:
    both = {"debit_account_id": world.accounts["ben"], "credit_account_id": world.accounts["ana"]}
    moment = NOW.replace(microsecond=microsecond)
    transact(post_transfers, [order(world, 15, **both)], now=moment)
    transact(post_transfers, [order(world, 30, **both)], now=moment)
    assert checked(session).faults == ()


def test_several_processes_find_what_one_finds(history: World, monkeypatch) -> None:
    monkeypatch.setattr("timebank.cli.proving.STRETCH", 5)
    monkeypatch.setattr("timebank.ledger.proof.STRETCH", 5)
    assert processes_for(2) == 2
    assert processes_for(64) == 4  # twelve transfers are three stretches, and another book is there

    def forge(session: Session) -> None:
        without_guards(session)
        session.execute(text("UPDATE transfer SET minutes = minutes + 15 WHERE seq = 7 AND book_id = 1"))

    transact(forge)
    with reading() as session:
        alone = check_books(session)
    with replaying(2) as replay, reading() as session:
        together = check_books(session, replay=replay)
    assert together == alone
    assert together.faults[0].seq == 7
