"""Every column behind the application, edited by hand on both databases: refused, and found where guards are off."""

import uuid
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import NOW, TODAY, World
from tests.unit.ledger.test_guards import order
from tests.unit.services.test_gifts_and_endings import gift
from timebank.extensions import db
from timebank.ledger.guards import check_guards
from timebank.ledger.model import Account, Book, Transfer, TransferKind
from timebank.ledger.opening import close_period, set_refusing_limits
from timebank.ledger.orders import AccountHead, BookHead, TransferOrder, decide
from timebank.ledger.posting import post_transfer
from timebank.ledger.proof import check_books
from timebank.ledger.replay import Fault
from timebank.services.books.causes import check_causes
from timebank.services.books.gifts import give
from timebank.services.giving.favour_steps import dispute_favour, reverse_favour
from timebank.services.membership.households import share_account
from timebank.uow import transact

FACTS = (
    "favour SET minutes = minutes + 15 WHERE id = 1",
    "favour SET done_on = '2026-01-02' WHERE id = 1",
    "favour SET for_antenna = NOT for_antenna WHERE id = 1",
    "gift SET minutes = minutes + 15",
    "gift SET done_on = '2026-01-02'",
    "gift SET kind = 'move'",
    "favour_party SET member_id = 7 WHERE favour_id = 1 AND side = 'giver'",
    "favour_transfer SET favour_id = 2 WHERE favour_id = 1",
    "favour_transfer SET seq = seq + 40 WHERE favour_id = 1",
    "favour_transfer SET reversal = NOT reversal WHERE favour_id = 1",
    "gift_transfer SET seq = seq + 40",
    "member SET account_id = (SELECT m.account_id FROM member m WHERE m.id = 8) WHERE id = 1",
    "limit_change SET floor_minutes = -6000",
    "period_closing SET closed_through = '2026-01-02'",
    "account SET balance_minutes = balance_minutes + 15 WHERE id = (SELECT min(id) FROM account WHERE version > 0)",
    "account SET version = version + 1 WHERE id = (SELECT min(id) FROM account WHERE version > 0)",
    "book SET seq = seq + 1 WHERE id = 1",
    "book SET last_at = '2030-01-01 00:00:00.000000' WHERE id = 1",
    "book SET head = (SELECT hash FROM transfer WHERE seq = 1 AND book_id = 1) WHERE id = 1",
)
STATES = (
    "favour SET state = 'undone' WHERE id = 1",
    "favour SET state = 'logged' WHERE id = 1",
    "favour SET state = 'confirmed' WHERE state IN ('reversed', 'logged')",
    "gift SET state = 'reversed'",
    "gift SET state = 'proposed'",
)
DELETED = (
    "favour WHERE id = 1",
    "gift",
    "favour_transfer WHERE favour_id = 1",
    "gift_transfer",
    "favour_confirmation",
)

KEPT = (
    "transfer", "account", "book", "favour_confirmation", "favour_transfer", "gift_transfer", "favour_party",
    "rule_decision", "audit_entry", "limit_change", "period_closing",
)  # fmt: skip


@pytest.fixture(params=[50_000, 2], autouse=True)
def stretch(request, monkeypatch) -> None:
    """The books are replayed as a whole, and in stretches of two transfers."""
    monkeypatch.setattr("timebank.ledger.proof.STRETCH", request.param)


@pytest.fixture
def history(world: World) -> World:
    """A booked favour, a corrected, a disputed and a waiting one, a gift, a limit and a closed period."""
    transact(close_period, world.books["heembeek"], through=TODAY.replace(month=1))
    transact(set_refusing_limits, world.accounts["hugo"], floor_minutes=-600, ceiling_minutes=None)
    world.logged("ben", said="2u")
    gone = world.logged("fay", "ana", "fay")
    transact(reverse_favour, gone, "The wrong day", actor=world.actor("cora"), now=NOW)
    disputed = world.logged("hugo", "dia", "hugo")
    transact(dispute_favour, disputed, "Shorter", actor=world.actor("hugo"), now=NOW)
    world.logged("ana", said="45 min")
    transact(give, gift(world, 30), actor=world.actor("ana"), now=NOW)
    return world


def without_guards(session: Session) -> None:
    if db.engine.dialect.name == "postgresql":
        session.execute(text("SET session_replication_role = replica"))
        return
    for name in session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
        session.execute(text(f"DROP TRIGGER {name}"))
    session.execute(text("PRAGMA ignore_check_constraints = ON"))
    session.execute(text("PRAGMA defer_foreign_keys = ON"))


def written_by_hand(session: Session, wanted: TransferOrder) -> dict[str, Any]:
    """A row whose hash, numbers and balances are all right, written past every guard."""
    book = session.execute(select(Book.__table__).where(Book.id == wanted.book_id)).one()
    head = BookHead(book.id, book.seq, book.head, book.last_at, None)
    sides = []
    for account_id in (wanted.debit_account_id, wanted.credit_account_id):
        row = session.execute(select(Account.__table__).where(Account.id == account_id)).one()
        sides.append(AccountHead(row.id, row.book_id, row.balance_minutes, row.version, None, None, None))
    values = decide(head, *sides, wanted, b"salt", NOW)
    session.execute(insert(Transfer.__table__), values)
    for side in sides:
        running = {"balance_minutes": side.balance_minutes, "version": side.version}
        session.execute(update(Account.__table__).where(Account.id == side.id).values(running))
    session.execute(
        update(Book.__table__)
        .where(Book.id == head.id)
        .values(seq=head.seq, head=head.head, last_at=head.last_at)
    )
    return values


def faults(session: Session) -> list[Fault]:
    session.expire_all()
    return [*check_books(session).faults, *check_causes(session)]


def test_what_is_booked_keeps_its_facts_against_a_database_shell(history: World, session: Session) -> None:
    for change in FACTS:
        with pytest.raises(DBAPIError, match=r"TB000|append-only|keeps|took part|stays"):
            session.execute(text(f"UPDATE {change}"))
        session.rollback()
    for what in DELETED:
        with pytest.raises(DBAPIError, match=r"TB000|append-only|keeps|deleted"):
            session.execute(text(f"DELETE FROM {what}"))
        session.rollback()


def test_what_was_edited_or_deleted_without_the_guards_is_found(history: World, session: Session) -> None:
    assert faults(session) == []
    assert check_guards(session) == ()
    missed = []
    for change in (
        *(f"UPDATE {each}" for each in FACTS + STATES),
        *(f"DELETE FROM {each}" for each in DELETED),
    ):
        session.rollback()
        without_guards(session)
        session.execute(text(change))
        if not faults(session):
            missed.append(change)
    assert missed == []


def test_a_transfer_with_a_value_that_makes_no_sense_is_named_and_the_others_are_checked(
    history: World, session: Session
) -> None:
    values = {"kind": "'odd'"}
    if db.engine.dialect.name == "sqlite":
        values |= {"recorded_at": "'soon'", "done_on": "'31/12/2026'", "id": "'x'", "pair_id": "'y'"}
    for column, value in values.items():
        session.rollback()
        without_guards(session)
        if db.engine.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE transfer DROP CONSTRAINT ck_transfer_kind"))
            session.execute(text("ALTER TABLE transfer DROP CONSTRAINT ck_transfer_reversal"))
        session.execute(text(f"UPDATE transfer SET {column} = {value} WHERE book_id = 1 AND seq = 3"))
        session.execute(text("UPDATE transfer SET actor_id = 77 WHERE book_id = 1 AND seq = 2"))
        found = check_books(session).faults
        assert [fault.seq for fault in found[:2]] == [2, 3], column
        said = [fault.message for fault in found if fault.seq == 3]
        assert any(f"it was changed, its {column} can't be read" in message for message in said), said
        others = {fault.seq for fault in found} - {2, 3, None}
        assert others == set(), column


def test_a_book_or_account_that_can_t_be_read_is_a_fault_and_the_other_book_is_checked(
    history: World, session: Session
) -> None:
    changes = ["account SET kind = 'odd' WHERE id = 1"]
    if db.engine.dialect.name == "sqlite":
        changes += ["book SET last_at = 'soon' WHERE id = 1", "account SET closed_on = 'x' WHERE id = 1"]
    for change in changes:
        session.rollback()
        without_guards(session)
        if db.engine.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE account DROP CONSTRAINT ck_account_kind"))
        session.execute(text(f"UPDATE {change}"))
        proof = check_books(session)
        assert any("can't be read" in fault.message for fault in proof.faults)
        assert set(proof.heads) == {1, 2}


def test_what_was_written_into_a_closed_period_or_beyond_a_limit_is_found(
    history: World, session: Session
) -> None:
    session.rollback()
    without_guards(session)
    late = order(history, key=uuid.uuid4(), done_on=TODAY.replace(month=1))
    beyond = order(history, 660, key=uuid.uuid4(), done_on=TODAY, debit_account_id=history.accounts["hugo"])
    for number, wanted in ((9, late), (10, beyond)):
        values = written_by_hand(session, wanted)
        found = check_books(session).faults
        assert [fault.invariant for fault in found if fault.seq == values["seq"]] == [number]


def test_a_guard_that_is_missing_or_switched_off_is_named(history: World, session: Session) -> None:
    if db.engine.dialect.name == "postgresql":
        session.execute(text("ALTER TABLE transfer DISABLE TRIGGER transfer_no_change"))
        session.execute(text("DROP TRIGGER favour_confirmation_guard ON favour_confirmation"))
        session.execute(text("ALTER TABLE transfer DROP CONSTRAINT ck_transfer_minutes"))
        wanted = {"transfer_no_change", "favour_confirmation_guard", "ck_transfer_minutes"}
    else:
        session.execute(text("DROP TRIGGER transfer_no_update"))
        session.execute(text("DROP INDEX uq_transfer_reverses"))
        wanted = {"transfer_no_update", "uq_transfer_reverses"}
    named = " ".join(fault.message for fault in check_guards(session))
    assert len(check_guards(session)) == len(wanted)
    assert all(name in named for name in wanted)


def test_hours_that_a_shell_moves_without_a_cause_are_found_whatever_they_are_called(
    history: World, session: Session
) -> None:
    for kind in (TransferKind.FAVOUR, TransferKind.MOVE, TransferKind.GIFT):
        post_transfer(session, order(history, kind=kind, done_on=TODAY), now=NOW)
        assert "has no cause" in "".join(fault.message for fault in check_causes(session))
        session.rollback()


def test_a_couple_that_begins_to_share_an_account_needs_no_other_cause(
    history: World, session: Session
) -> None:
    transact(share_account, history.uids["ana"], history.uids["ben"], actor=history.actor("cora"), now=NOW)
    assert faults(session) == []


def test_nobody_truncates_what_is_kept_for_good(history: World, session: Session) -> None:
    if db.engine.dialect.name != "postgresql":
        return  # SQLite has no TRUNCATE
    for table in KEPT:
        with pytest.raises(DBAPIError, match="append-only"):
            session.execute(text(f"TRUNCATE {table} CASCADE"))
        session.rollback()


def test_a_line_of_history_that_isn_t_true_is_refused(history: World, session: Session) -> None:
    for line in (
        "limit_change (account_id, after_version, floor_minutes) VALUES (1, 0, -6000)",
        "period_closing (book_id, after_seq, closed_through) VALUES (1, 0, '2020-01-01')",
    ):
        with pytest.raises(DBAPIError, match=r"TB000|append-only"):
            session.execute(text(f"INSERT INTO {line}"))
        session.rollback()


def test_the_database_refuses_a_word_of_silence_and_a_giver_s_own(history: World, session: Session) -> None:
    for line in (
        f"4, 'silence', {history.people['ana']}, NULL",
        f"4, 'receiver', {history.people['ana']}, 1",
    ):
        with pytest.raises(DBAPIError, match="TB403"):
            session.execute(
                text(
                    "INSERT INTO favour_confirmation (favour_id, rests_on, confirmed_by_id, for_member_id,"
                    f" heard_from, recorded_at) VALUES ({line}, '', '2026-11-23 10:00:00')"
                )
            )
        session.rollback()
