"""Whatever the cast does to favours, in any order: the hours agree with what was agreed on.

Ana, Ben and the others take legal and illegal steps; a step is refused with words or leads where
the table says. Carl, a coordinator, shares an account with Fay; Hugo helps Ben; Dov is an outsider.
"""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import NOW, World
from timebank.domain.errors import TimebankError
from timebank.domain.rules import GroupMode
from timebank.domain.states import FAVOUR_STEPS, FavourState, FavourStep
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.favour import ConfirmedBy, Favour
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import (
    confirm_favour,
    dispute_favour,
    reverse_favour,
    settle_dispute,
    undo_favour,
)
from timebank.services.giving.favours import log_favour
from timebank.services.membership.households import share_account
from timebank.uow import reading, transact

CAST = ("ana", "ben", "fay", "cora", "carl", "tess", "ann", "hugo", "dov", "pia", "olga")
EXAMPLES = settings(max_examples=12, stateful_step_count=20, deadline=None)
GONE = {FavourState.WITHDRAWN, FavourState.UNDONE, FavourState.REVERSED}
OWN_WORD = (ConfirmedBy.RECEIVER, ConfirmedBy.SILENCE)

people = st.sampled_from(CAST)
members = st.sampled_from(("ana", "ben", "fay", "cora", "carl", "hugo", "dia"))
writers = st.sampled_from(("ana", "ben", "cora", "carl", "ann", "hugo"))
coordinators = st.sampled_from(("cora", "carl", "dov"))
times = st.sampled_from(("1u", "45 min", "2u30", "9u", ""))
evidences = st.sampled_from(
    (
        None,
        Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=NOW),
        Evidence(ConfirmedBy.PHONE),
        Evidence(ConfirmedBy.SLIP),
        Evidence(ConfirmedBy.COORDINATOR),
        Evidence(ConfirmedBy.SECOND),
    )
)


@dataclass(frozen=True)
class Told:
    """A favour as it was written down: who gave, and to whom."""

    uid: uuid.UUID
    receivers: tuple[str, ...]


class FavourMachine(RuleBasedStateMachine):
    """The favours of one day; each example has a day of its own, so that none is another's double."""

    told: Bundle[Told] = Bundle("told")
    world: World
    day_numbers: "count[int]"

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = NOW + timedelta(days=next(self.day_numbers) % 300)
        self.day: date = self.now.date()
        self.states: dict[uuid.UUID, FavourState] = {}
        self.before = self.balances()

    def balances(self) -> Counter[int]:
        """What every account of both antennas holds."""
        with reading() as session:
            rows = session.execute(select(Account.id, Account.balance_minutes))
            return Counter({account: minutes for account, minutes in rows if minutes})

    def take(
        self,
        steps: set[FavourStep],
        work: Callable[..., Favour],
        told: Told,
        *args: Any,
        by: str,
        **named: Any,
    ) -> None:
        """Try one step: it is refused and nothing happened, or it goes where the table lets it go."""
        before = self.states[told.uid]
        actor = self.world.actor(by, now=self.now)
        try:
            favour = transact(work, told.uid, *args, actor=actor, now=self.now, **named)
        except TimebankError:
            return
        allowed = {FAVOUR_STEPS.get((before, step)) for step in steps}
        if work is confirm_favour and before is FavourState.LOGGED and len(told.receivers) > 1:
            allowed.add(before)
        assert favour.state in allowed, f"{work.__name__} led from {before} to {favour.state}"
        self.states[told.uid] = favour.state

    @rule(
        target=told,
        by=writers,
        giver=members,
        receivers=st.lists(members, max_size=2, unique=True),
        said=times,
        mode=st.sampled_from(GroupMode),
        evidence=evidences,
        overrule=st.booleans(),
    )
    def log(
        self,
        by: str,
        giver: str,
        receivers: list[str],
        said: str,
        mode: GroupMode,
        evidence: Evidence | None,
        overrule: bool,
    ) -> object:
        """Write one down; without receivers it is for the antenna, without a time 'just thanks'."""
        new = self.world.favour(
            giver,
            receiver_ids=tuple(self.world.members[name] for name in receivers),
            for_antenna=not receivers,
            said=said,
            with_hours=bool(said),
            done_on=self.day,
            group_mode=mode,
            evidence=evidence,
            allow_double=overrule,
        )
        actor = self.world.actor(by, now=self.now)
        try:
            favour = transact(log_favour, new, actor=actor, now=self.now)
        except TimebankError:
            return multiple()
        self.states[favour.uid] = favour.state
        return Told(favour.uid, tuple(receivers))

    @rule(told=told)
    def the_receivers_confirm(self, told: Told) -> None:
        for name in told.receivers:
            if self.states[told.uid] is FavourState.LOGGED:
                self.confirm_as(told, name, None)

    @rule(told=told, by=people, evidence=evidences)
    def confirm(self, told: Told, by: str, evidence: Evidence | None) -> None:
        self.confirm_as(told, by, evidence)

    def confirm_as(self, told: Told, by: str, evidence: Evidence | None) -> None:
        """A workshop may go on waiting for its other receivers: that is a step, too."""
        steps = {FavourStep.CONFIRM, FavourStep.AGREE}
        self.take(steps, confirm_favour, told, by=by, evidence=evidence)

    @rule(told=told, by=people, reason=st.sampled_from(("It was shorter", " ")))
    def dispute(self, told: Told, by: str, reason: str) -> None:
        self.take({FavourStep.DISPUTE}, dispute_favour, told, reason, by=by)

    @rule(told=told, by=coordinators | people, stands=st.booleans())
    def settle(self, told: Told, by: str, stands: bool) -> None:
        steps = {FavourStep.SETTLE_CONFIRM, FavourStep.AGREE} if stands else {FavourStep.SETTLE_WITHDRAW}
        before = self.states[told.uid]
        self.take(steps, settle_dispute, told, by=by, stands=stands, settlement="They talked")
        assert before is FavourState.DISPUTED or self.states[told.uid] is before

    @rule(told=told, by=writers | people)
    def undo(self, told: Told, by: str) -> None:
        self.take({FavourStep.UNDO}, undo_favour, told, by=by)

    @rule(told=told, by=coordinators | people)
    def reverse(self, told: Told, by: str) -> None:
        self.take({FavourStep.REVERSE}, reverse_favour, told, "The wrong Ana", by=by)

    @precondition(lambda self: self.states)
    @rule(minutes=st.sampled_from((4, 11)))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @invariant()
    def the_hours_agree_with_the_favours(self) -> None:
        expected = Counter(self.before)
        with reading() as session:
            for uid, state in self.states.items():
                favour = session.scalars(select(Favour).where(Favour.uid == uid)).one()
                assert favour.state is state
                assert_transfers_agree(favour)
                assert_nobody_confirmed_their_own(session, favour)
                if favour.transfers and state not in GONE:
                    expected.update(self.moved(favour))
            assert session.scalar(select(func.sum(Account.balance_minutes))) == 0
        held = self.balances()
        ours = set(self.world.accounts.values()) | set(self.world.pots.values())
        assert {a: m for a, m in held.items() if a in ours} == {
            a: m for a, m in expected.items() if a in ours and m
        }

    def moved(self, favour: Favour) -> Counter[int]:
        """What a booked favour did to each account: worked out anew, by hand."""
        pot = self.world.pots["heembeek"]
        (giver,) = (m.account_id or 0 for m in favour.givers)
        receivers = [m.account_id or 0 for m in favour.receivers]
        minutes = favour.minutes
        moved = Counter({giver: minutes})
        if len(receivers) == 1:
            moved.subtract({receivers[0]: minutes})
        elif not receivers or favour.group_mode is GroupMode.POT:
            moved.subtract({pot: minutes})
        else:
            shares = (
                [minutes] * 2
                if favour.group_mode is GroupMode.EACH
                else [minutes - minutes // 2, minutes // 2]
            )
            for account, share in zip(receivers, shares, strict=True):
                moved.subtract({account: share})
            moved.update({pot: sum(shares) - minutes})
        return moved

    def teardown(self) -> None:
        with reading() as session:
            assert check_books(session).faults == ()
            assert check_causes(session) == ()


def assert_transfers_agree(favour: Favour) -> None:
    """Confirmed hours are booked; waiting ones aren't; what was taken back was so to the last leg."""
    kinds = Counter(transfer.reversal for transfer in favour.transfers)
    if favour.state is FavourState.CONFIRMED:
        assert bool(kinds[False]) == favour.with_hours
        assert not kinds[True]
    elif favour.state is FavourState.DISPUTED:
        assert not kinds[True]
    elif favour.state in GONE:
        assert kinds[True] == kinds[False]
    else:
        assert not favour.transfers


def assert_nobody_confirmed_their_own(session: Session, favour: Favour) -> None:
    """Neither a giver nor who shares an account with one spoke for someone else; seconds are others."""
    people = [c.confirmed_by_id for c in favour.confirmations]
    accounts = {giver.account_id for giver in favour.givers}
    for confirmation in favour.confirmations:
        if confirmation.rests_on is ConfirmedBy.SECOND:
            assert people.count(confirmation.confirmed_by_id) == 1
        person = confirmation.confirmed_by
        assert person is not None
        if confirmation.rests_on not in OWN_WORD:
            assert not accounts & {member.account_id for member in person.memberships}
        else:
            assert confirmation.for_member_id in {member.id for member in person.memberships}


def test_no_sequence_of_steps_breaks_a_favour(world: World) -> None:
    shared = transact(
        share_account, world.uids["carl"], world.uids["fay"], actor=world.actor("cora"), now=NOW
    )
    world.accounts["carl"] = world.accounts["fay"] = shared.account_id
    days = count()

    class Machine(FavourMachine):
        pass

    Machine.world, Machine.day_numbers = world, days
    run_state_machine_as_test(Machine, settings=EXAMPLES)
