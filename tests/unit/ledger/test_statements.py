"""A statement says what its entries add up to, whatever the period, without adding up what it keeps."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from tests.unit.ledger.test_guards import order
from timebank.ledger.posting import post_transfers, reverse_transfer
from timebank.ledger.reading import EntryLine, entries_of, statement_of
from timebank.uow import transact

FIRST = date(2026, 1, 1)
PERIODS = [
    (None, None),
    (None, date(2026, 1, 20)),
    (date(2026, 1, 10), None),
    (date(2026, 1, 10), date(2026, 1, 20)),
    (date(2025, 1, 1), date(2025, 12, 31)),
    (None, date.max),
]


@pytest.fixture
def anas_month(world: World) -> World:
    """Forty days in no order, singly and in a batch, and one transfer that was taken back."""
    draw = random.Random(3)

    def one_more() -> Any:
        giver, receiver = draw.sample(["ana", "ben", "fay"], 2)
        return order(
            world,
            15 * draw.randint(1, 8),
            debit_account_id=world.accounts[receiver],
            credit_account_id=world.accounts[giver],
            done_on=FIRST + timedelta(days=draw.randrange(30)),
        )

    for count in (1, 1, 60, 1):
        transact(post_transfers, [one_more() for _ in range(count)], now=NOW)
    book, undone = world.books["heembeek"], order(world)
    transact(reverse_transfer, book, 1, key=undone.key, done_on=FIRST, actor_id=1, now=NOW)
    return world


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(session.get_bind(), "before_cursor_execute", note)
    yield seen
    event.remove(session.get_bind(), "before_cursor_execute", note)


@pytest.mark.parametrize(("start", "end"), PERIODS)
def test_a_statement_is_what_its_entries_add_up_to(
    anas_month: World, session: Session, start: date | None, end: date | None
) -> None:
    account = anas_month.accounts["ana"]
    entries = entries_of(session, account, limit=500)
    page = statement_of(session, account, start=start, end=end, limit=500)

    def within(entry: EntryLine) -> bool:
        return (start or date.min) <= entry.done_on <= (end or date.max)

    before = [e.minutes for e in entries if start is not None and e.done_on < start]
    inside = [e.minutes for e in entries if within(e)]
    assert page.opening_minutes == sum(before)
    assert page.closing_minutes == sum(before) + sum(inside)
    assert page.given_minutes == sum(m for m in inside if m > 0)
    assert page.received_minutes == -sum(m for m in inside if m < 0)
    assert len(page.lines) == len(inside)


@pytest.mark.parametrize(("start", "end"), PERIODS)
@pytest.mark.parametrize("through_version", [0, 1, 17])
def test_a_statement_through_an_entry_is_as_if_nothing_had_come_after_it(
    anas_month: World, session: Session, start: date | None, end: date | None, through_version: int
) -> None:
    account = anas_month.accounts["ana"]
    entries = [e for e in entries_of(session, account, limit=500) if e.version <= through_version]
    assert len(entries) == through_version < len(entries_of(session, account, limit=500))
    whole: list[EntryLine] = []
    after = None
    while True:
        page = statement_of(
            session, account, start=start, end=end, limit=7, after=after, through_version=through_version
        )
        whole += page.lines
        if page.next is None:
            break
        after = page.next
    inside = [e for e in entries if (start or date.min) <= e.done_on <= (end or date.max)]
    before = sum(e.minutes for e in entries if start is not None and e.done_on < start)
    assert {(line.seq, line.minutes) for line in whole} == {(e.seq, e.minutes) for e in inside}
    assert page.opening_minutes == before
    assert page.closing_minutes == before + sum(e.minutes for e in inside)
    assert not whole or whole[0].balance_minutes == page.closing_minutes


def test_since_ever_takes_two_statements_and_adds_nothing_up(anas_month: World, session: Session) -> None:
    with statements(session) as seen:
        statement_of(session, anas_month.accounts["ana"])
    read = [each for each in seen if each.startswith("SELECT")]
    assert len(read) == 2
    assert not any("sum(" in each for each in read)
