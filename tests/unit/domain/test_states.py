"""The tables of lives: what isn't in them is refused, and everything in them can be come to."""

import enum
from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from timebank.domain.ask_states import (
    ASK_STEPS,
    OFFER_STEPS,
    PROPOSAL_STEPS,
    AskState,
    AskStep,
    OfferState,
    OfferStep,
    ProposalState,
    ProposalStep,
)
from timebank.domain.errors import WrongStateError
from timebank.domain.states import (
    FAVOUR_STEPS,
    GIFT_STEPS,
    MEMBER_STEPS,
    OPEN_SIGNALS,
    PRESENT_STATES,
    SIGNAL_STEPS,
    FavourState,
    FavourStep,
    GiftState,
    GiftStep,
    MemberState,
    MemberStep,
    SignalState,
    SignalStep,
    next_state,
)

Table = Mapping[tuple[Any, Any], Any]
Life = tuple[Table, type[enum.StrEnum], type[enum.StrEnum], set[Any], set[Any]]

LIVES: dict[str, Life] = {
    "favour": (
        FAVOUR_STEPS,
        FavourState,
        FavourStep,
        {FavourState.LOGGED},
        {FavourState.WITHDRAWN, FavourState.UNDONE, FavourState.REVERSED},
    ),
    "gift": (
        GIFT_STEPS,
        GiftState,
        GiftStep,
        {GiftState.PROPOSED},
        {GiftState.DECLINED, GiftState.REVERSED},
    ),
    "member": (
        MEMBER_STEPS,
        MemberState,
        MemberStep,
        {MemberState.APPLIED},
        {MemberState.DECLINED, MemberState.MOVED, MemberState.LEFT, MemberState.DIED},
    ),
    "ask": (ASK_STEPS, AskState, AskStep, {AskState.NEW}, set()),
    "offer": (OFFER_STEPS, OfferState, OfferStep, {OfferState.STANDING}, set()),
    "proposal": (
        PROPOSAL_STEPS,
        ProposalState,
        ProposalStep,
        {ProposalState.ASKED, ProposalState.HANDED_OVER, ProposalState.VOLUNTEERED},
        {
            ProposalState.DECLINED,
            ProposalState.TAKEN_BACK,
            ProposalState.CALLED_OFF,
            ProposalState.NOT_DONE,
        },
    ),
    "signal": (
        SIGNAL_STEPS,
        SignalState,
        SignalStep,
        {SignalState.TOLD},
        {SignalState.ERASED},
    ),
}

PAIRS = [
    pytest.param(table, state, step, id=f"{life}-{state.value}-{step.value}")
    for life, (table, states, steps, _, _) in LIVES.items()
    for state, step in product(states, steps)
]


@pytest.mark.parametrize(
    ("table", "state", "step"), [pair for pair in PAIRS if tuple(pair.values[1:]) not in pair.values[0]]
)
def test_a_step_that_isn_t_in_the_table_is_refused(
    table: Table, state: enum.StrEnum, step: enum.StrEnum
) -> None:
    with pytest.raises(WrongStateError) as caught:
        next_state(table, state, step)
    assert caught.value.params["state"] == state.value
    assert caught.value.params["step"] == step.value


@pytest.mark.parametrize(
    ("table", "state", "step"), [pair for pair in PAIRS if tuple(pair.values[1:]) in pair.values[0]]
)
def test_a_step_that_is_in_the_table_leads_to_another_state(
    table: Table, state: enum.StrEnum, step: enum.StrEnum
) -> None:
    assert next_state(table, state, step) is table[state, step]
    assert table[state, step] is not state


@pytest.mark.parametrize("life", LIVES)
def test_every_state_can_be_come_to_from_the_first(life: str) -> None:
    table, states, _, first, _ = LIVES[life]
    reached, new = set(first), set(first)
    while new:
        new = {after for (before, _), after in table.items() if before in new} - reached
        reached |= new
    assert reached == set(states)


@pytest.mark.parametrize("life", LIVES)
def test_the_final_states_and_only_they_have_no_way_out(life: str) -> None:
    table, states, _, _, final = LIVES[life]
    assert set(states) - {before for before, _ in table} == final


@pytest.mark.parametrize("life", LIVES)
def test_every_step_can_be_taken_somewhere(life: str) -> None:
    table, _, steps, _, _ = LIVES[life]
    assert {step for _, step in table} == set(steps)


def test_whoever_has_an_account_in_use_can_leave_and_die() -> None:
    for state in PRESENT_STATES:
        for step in (MemberStep.MOVE, MemberStep.LEAVE, MemberStep.DIE):
            assert next_state(MEMBER_STEPS, state, step) not in PRESENT_STATES


def test_nothing_that_was_taken_back_is_booked_again() -> None:
    gone = {FavourState.WITHDRAWN, FavourState.UNDONE, FavourState.REVERSED}
    assert not [pair for pair in FAVOUR_STEPS if pair[0] in gone]


def test_only_what_ended_is_erased_and_what_is_open_can_end() -> None:
    assert {before for before, step in SIGNAL_STEPS if step is SignalStep.ERASE} == {SignalState.ENDED}
    assert {before for before, step in SIGNAL_STEPS if step is SignalStep.END} == OPEN_SIGNALS
