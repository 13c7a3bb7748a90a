"""The order of the desk, and why an ask stands on it."""

from datetime import timedelta
from random import Random

import pytest

from tests.factories import NOW
from timebank.domain.ask_states import AskState, ProposalState
from timebank.domain.desk import DeskKind, DeskRow, in_order, is_held, kind_of_ask, nearly_all_by_one

ASKED, CALLED_OFF, LAPSED = ProposalState.ASKED, ProposalState.CALLED_OFF, ProposalState.LAPSED


def test_what_cannot_wait_comes_first_then_the_kind_then_what_waited_longest() -> None:
    rows = [
        DeskRow(DeskKind.OPEN_ASK, "ask:3", "3", NOW, urgent=True),
        DeskRow(DeskKind.NEW_ASK, "ask:1", "1", NOW - timedelta(days=2)),
        DeskRow(DeskKind.NEW_ASK, "ask:2", "2", NOW),
        DeskRow(DeskKind.QUIET, "member:1", "1", NOW - timedelta(days=90)),
    ]
    shuffled = rows[:]
    Random(1).shuffle(shuffled)
    assert list(in_order(shuffled)) == rows


@pytest.mark.parametrize(
    ("state", "proposals", "changes", "kind"),
    [
        (AskState.NEW, [], {}, DeskKind.NEW_ASK),
        (AskState.OPEN, [], {}, DeskKind.OPEN_ASK),
        (AskState.OPEN, [LAPSED], {}, DeskKind.OPEN_ASK),
        (AskState.OPEN, [ASKED], {}, None),
        (AskState.OPEN, [ASKED], {"urgent": True}, DeskKind.URGENT_ASK),
        (AskState.OPEN, [ASKED], {"urgent": True, "in_hand": True}, None),
        (AskState.OPEN, [CALLED_OFF], {"urgent": True}, DeskKind.CALLED_OFF),
        (AskState.OPEN, [CALLED_OFF, ASKED], {}, None),
        (AskState.OPEN, [], {"past": True}, DeskKind.PAST_DAY),
        (AskState.PROMISED, [], {}, None),
    ],
)
def test_an_ask_is_on_the_desk_for_one_reason(state, proposals, changes, kind) -> None:
    facts = {"urgent": False, "past": False, "in_hand": False} | changes
    assert kind_of_ask(state, proposals, **facts) is kind


def test_a_hold_lasts_half_an_hour() -> None:
    assert is_held(NOW, NOW + timedelta(minutes=29))
    assert not is_held(NOW, NOW + timedelta(minutes=30))


def test_one_who_asks_nearly_all_is_named_once_there_is_enough_to_judge_by() -> None:
    assert nearly_all_by_one({1: 9}) is None
    assert nearly_all_by_one({1: 8, 2: 2}) == 1
    assert nearly_all_by_one({1: 7, 2: 3}) is None
