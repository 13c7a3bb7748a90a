"""No sequence of posts, replays, corrections, closings and limits makes the books and a model differ.

The model is a dictionary of balances in plain Python, which knows nothing of rows or triggers.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from flask import Flask
from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.orm import Session

from tests.factories import NOW
from timebank.domain.errors import (
    KeyReusedError,
    LimitError,
    PeriodClosedError,
    ReversalError,
    TimebankError,
)
from timebank.domain.legs import Holder, Leg
from timebank.domain.rules import LimitAction, Rules
from timebank.ledger.model import TransferKind
from timebank.ledger.orders import Posting, TransferOrder
from timebank.ledger.proof import check_books
from timebank.ledger.reading import balance_of
from timebank.services.books import bookkeeping
from timebank.services.books.bookkeeping import Cause
from timebank.uow import reading, transact

FIRST_DAY = date(2026, 3, 1)
PEOPLE = 3
EXAMPLES = settings(max_examples=15, stateful_step_count=25, deadline=None)

days = st.integers(0, 20).map(lambda number: FIRST_DAY + timedelta(days=number))
minutes = st.integers(1, 16).map(lambda quarters: 15 * quarters)
places = st.integers(0, PEOPLE - 1)
book_places = st.integers(0, 1)


@dataclass(frozen=True)
class Deed:
    """What was posted together, and is taken back together."""

    orders: tuple[TransferOrder, ...]
    postings: tuple[Posting, ...]


@dataclass
class Model:
    """The books as a child would keep them."""

    balances: dict[int, int] = field(default_factory=dict)
    limits: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)
    closed_through: dict[int, date] = field(default_factory=dict)
    taken_back: set[uuid.UUID] = field(default_factory=set)

    def refusals(self, orders: Sequence[TransferOrder]) -> set[type[TimebankError]]:
        """Why the first order that can't pass can't; empty, and all are booked, if each can."""
        after = dict(self.balances)
        for order in orders:
            debit, credit = order.debit_account_id, order.credit_account_id
            after[debit] = after.get(debit, 0) - order.minutes
            after[credit] = after.get(credit, 0) + order.minutes
            found: set[type[TimebankError]] = set()
            if order.done_on <= self.closed_through.get(order.book_id, date.min):
                found.add(PeriodClosedError)
            floor, ceiling = self.limits.get(debit, (None, None))[0], self.limits.get(credit, (None, None))[1]
            beyond = (floor is not None and after[debit] < floor) or (
                ceiling is not None and after[credit] > ceiling
            )
            if beyond and order.kind is not TransferKind.REVERSAL:
                found.add(LimitError)
            if found:
                return found
        self.balances = after
        return set()


def plan_and_book(session: Session, legs: Sequence[Leg], cause: Cause) -> list[TransferOrder]:
    """The orders that these legs come to, with the clearing accounts they need."""
    return bookkeeping.orders_of(session, legs, cause)


class LedgerMachine(RuleBasedStateMachine):
    """Two books with a pot and two members each; minutes move in both and between them."""

    deeds: Bundle[Deed] = Bundle("deeds")

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.holders: list[list[Holder]] = []
        for name in ("here", "there"):
            book, pot = transact(bookkeeping.open_antenna_books, name)
            members = [
                transact(bookkeeping.open_member_account, book, Rules(), household=number == 1)
                for number in range(PEOPLE - 1)
            ]
            self.holders.append([Holder(book, account) for account in (pot, *members)])
        self.model.balances = {holder.account_id: 0 for holder in self.everyone}

    @property
    def everyone(self) -> list[Holder]:
        """Every pot and member of both books."""
        return [holder for book in self.holders for holder in book]

    def book(self, orders: Sequence[TransferOrder]) -> tuple[Posting, ...] | None:
        """Post, and see that the books refuse and accept what the model does."""
        expected = self.model.refusals(orders)
        if expected:
            with pytest.raises(tuple(expected)):
                transact(bookkeeping.book_orders, orders, now=NOW)
            return None
        postings = transact(bookkeeping.book_orders, orders, now=NOW)
        assert not any(posting.replayed for posting in postings)
        return tuple(postings)

    def move(self, legs: Sequence[Leg], day: date, memo: str = "") -> Deed | None:
        """Book these legs as one deed."""
        cause = Cause(key=uuid.uuid4(), kind=TransferKind.FAVOUR, done_on=day, actor_id=1, memo=memo)
        orders = transact(plan_and_book, legs, cause)
        for order in orders:
            self.model.balances.setdefault(order.debit_account_id, 0)
            self.model.balances.setdefault(order.credit_account_id, 0)
        postings = self.book(orders)
        return None if postings is None else Deed(tuple(orders), postings)

    @rule(
        target=deeds,
        book=book_places,
        places=st.lists(
            st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=3
        ),
        minutes=minutes,
        day=days,
        memo=st.sampled_from(["", "thanks", "Grazie, René 🌻"]),
    )
    def post(self, book: int, places: list[tuple[int, int]], minutes: int, day: date, memo: str) -> object:
        """One to three transfers within a book: all of them, or none."""
        holders = self.holders[book]
        legs = [Leg(holders[debit], holders[credit], minutes) for debit, credit in places]
        return self.move(legs, day, memo) or multiple()

    @rule(target=deeds, book=book_places, debit=places, credit=places, minutes=minutes, day=days)
    def post_between_books(self, book: int, debit: int, credit: int, minutes: int, day: date) -> object:
        """One leg from one book into the other, over their clearing accounts."""
        leg = Leg(self.holders[book][debit], self.holders[1 - book][credit], minutes)
        return self.move([leg], day) or multiple()

    @rule(deed=deeds)
    def post_the_same_key_again(self, deed: Deed) -> None:
        """A replay is answered as the first time, whatever was closed or limited since."""
        again = transact(bookkeeping.book_orders, deed.orders, now=NOW + timedelta(days=1))
        assert tuple(again) == tuple(replace(posting, replayed=True) for posting in deed.postings)

    @rule(deed=deeds, more=minutes)
    def post_something_else_under_the_same_key(self, deed: Deed, more: int) -> None:
        first = deed.orders[0]
        with pytest.raises(KeyReusedError):
            transact(
                bookkeeping.book_orders, [replace(first, minutes=first.minutes + more, pair_id=None)], now=NOW
            )

    @rule(deed=deeds, day=days)
    def reverse(self, deed: Deed, day: date) -> None:
        """Take a deed back, whole; never twice, and never into a closed period."""
        keys = [posting.key for posting in deed.postings]
        cause = Cause(key=uuid.uuid4(), kind=TransferKind.REVERSAL, done_on=day, actor_id=1)
        opposites = [
            replace(
                order,
                debit_account_id=order.credit_account_id,
                credit_account_id=order.debit_account_id,
                kind=TransferKind.REVERSAL,
                done_on=day,
            )
            for order in deed.orders
        ]
        closed = [o for o in opposites if day <= self.model.closed_through.get(o.book_id, date.min)]
        twice = keys[0] in self.model.taken_back
        if twice or closed:
            refusals = ((ReversalError,) if twice else ()) + ((PeriodClosedError,) if closed else ())
            with pytest.raises(refusals):
                transact(bookkeeping.take_back, keys, cause, now=NOW)
            return
        taken = transact(bookkeeping.take_back, keys, cause, now=NOW)
        assert self.model.refusals(opposites) == set()
        self.model.taken_back.update(keys)
        again = transact(bookkeeping.take_back, keys, cause, now=NOW)
        assert [posting.seq for posting in again] == [posting.seq for posting in taken]
        other = replace(cause, key=uuid.uuid4())
        with pytest.raises(ReversalError):
            transact(bookkeeping.take_back, [posting.key for posting in taken], other, now=NOW)

    @rule(book=book_places, day=days)
    def close_period(self, book: int, day: date) -> None:
        """A closed period stays closed."""
        book_id = self.holders[book][0].book_id
        if day < self.model.closed_through.get(book_id, date.min):
            with pytest.raises(PeriodClosedError):
                transact(bookkeeping.close_books_through, book_id, through=day)
            return
        transact(bookkeeping.close_books_through, book_id, through=day)
        self.model.closed_through[book_id] = day

    @rule(book=book_places, place=places, floor=minutes, ceiling=minutes, refuses=st.booleans())
    def set_limits(self, book: int, place: int, floor: int, ceiling: int, refuses: bool) -> None:
        account = self.holders[book][place].account_id
        action = LimitAction.REFUSE if refuses else LimitAction.NOTE
        rules = Rules(
            floor_minutes=-floor, floor_action=action, ceiling_minutes=ceiling, ceiling_action=action
        )
        transact(bookkeeping.apply_limits, account, rules)
        self.model.limits[account] = (-floor, ceiling) if refuses else (None, None)

    @invariant()
    def the_books_hold_what_the_model_holds(self) -> None:
        with reading() as session:
            held = {account: balance_of(session, account).minutes for account in self.model.balances}
        assert held == self.model.balances
        assert sum(held.values()) == 0

    def teardown(self) -> None:
        with reading() as session:
            proof = check_books(session)
        assert proof.faults == ()


def test_no_sequence_of_steps_breaks_the_books(app: Flask) -> None:
    run_state_machine_as_test(LedgerMachine, settings=EXAMPLES)
