"""What ``flask tick`` does with questions, promises and asks that repeat, on both databases."""

from datetime import timedelta

import time_machine
from flask import Flask

from tests.factories import NOW, World
from tests.unit.services.asking import ask_of, proposed, state_of_proposal
from timebank.services.membership.member_endings import leave_member
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import transact

LATER = NOW + timedelta(days=8)


def test_a_tick_moves_each_thing_once(app: Flask, world: World) -> None:
    silent = proposed(world, ask_of(world), "fay")
    kept = proposed(world, ask_of(world, repeat_days=7), "ana")
    transact(answer_proposal, kept, Answer(yes=True), actor=world.actor("ana"), now=NOW)
    runner = app.test_cli_runner()
    with time_machine.travel(LATER, tick=False):
        first = runner.invoke(args=["tick"]).output
        again = runner.invoke(args=["tick"]).output
    assert "lapsed 1, asked how it went 1, repeated 1" in first
    assert "lapsed 0, asked how it went 0, repeated 0" in again
    assert state_of_proposal(silent) == "lapsed"
    assert "Could you help Ben?" not in first


def test_a_tick_lets_the_hours_of_who_left_go(app: Flask, world: World) -> None:
    world.logged("ben", said="2u")
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    runner = app.test_cli_runner()
    with time_machine.travel(NOW + timedelta(days=91), tick=False):
        first = runner.invoke(args=["tick"]).output
        again = runner.invoke(args=["tick"]).output
    assert ("leavers closed 1" in first, "leavers closed 0" in again) == (True, True)
    assert world.pot() == 120
