"""Someone goes who asked for help: nobody is sent to a door behind which nobody waits."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import (
    THURSDAY,
    ask_of,
    morning,
    proposed,
    state_of_ask,
    state_of_proposal,
    told,
)
from tests.unit.services.bordering import promised as promised_over_the_border
from tests.unit.services.test_desk import kinds
from timebank.models.ask import Ask
from timebank.services.asking.asks import asks_to_repeat, make_next_occurrence
from timebank.services.membership.condolences import condolence
from timebank.services.membership.member_endings import leave_member, move_member, pause_member, record_death
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.promising.proposals import volunteer
from timebank.uow import reading, transact

YES = Answer(yes=True)


def leaves(world: World) -> None:
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)


def moves(world: World) -> None:
    there, cora = world.antennas["marolles"], world.actor("cora")
    transact(move_member, world.uids["ben"], there, with_hours=True, actor=cora, now=NOW)


def dies(world: World) -> None:
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=world.actor("cora"), now=NOW)


GOING = [(leaves, True), (moves, True), (dies, False)]


@pytest.mark.parametrize(("goes", "hears"), GOING)
def test_their_asks_end_and_who_would_have_helped_hears_unless_they_died(
    world: World, goes: Callable[[World], None], *, hears: bool
) -> None:
    asks = [ask_of(world) for _each in range(4)]
    promise = proposed(world, asks[0])
    transact(answer_proposal, promise, YES, actor=world.actor("ana"), now=NOW)
    question = proposed(world, asks[1], "fay")
    offered = transact(volunteer, asks[2], world.members["ana"], actor=world.actor("ana"), now=NOW).uid
    goes(world)
    assert [state_of_ask(each) for each in asks] == ["withdrawn"] * 4
    ended = [state_of_proposal(each) for each in (promise, question, offered)]
    assert ended == ["called_off", "taken_back", "taken_back"]
    assert ("promise_called_off" in told(world, "ana")) is hears
    assert ("proposal_taken_back" in told(world, "fay")) is hears
    assert "promise_called_off" not in told(world, "ben")
    assert not {"open_ask", "called_off", "volunteer", "no_answer"} & set(kinds(world))


def test_who_takes_a_break_keeps_what_they_asked(world: World) -> None:
    ask = ask_of(world)
    transact(pause_member, world.uids["ben"], actor=world.actor("ben"), now=NOW)
    assert state_of_ask(ask) == "open"


@pytest.mark.parametrize("goes", [leaves, moves, dies])
def test_what_repeats_stops_with_whoever_asked(world: World, goes: Callable[[World], None]) -> None:
    uid = ask_of(world, windows=(morning(),), repeat_days=7)
    later = NOW + timedelta(days=9)
    with reading() as session:
        ask_id = session.scalars(select(Ask.id).where(Ask.uid == uid)).one()
        assert asks_to_repeat(session, now=later) == [ask_id]
    goes(world)
    with reading() as session:
        assert asks_to_repeat(session, now=later) == []
    assert transact(make_next_occurrence, ask_id, now=later) is None


def test_after_a_death_who_was_going_to_help_is_named_to_be_rung(world: World) -> None:
    kept, other = ask_of(world), ask_of(world)
    promise, second = proposed(world, kept), proposed(world, other, "fay")
    for uid, name in ((promise, "ana"), (second, "fay")):
        transact(answer_proposal, uid, YES, actor=world.actor(name), now=NOW)
    dies(world)
    with reading() as session:
        page = condolence(session, world.uids["ben"], actor=world.actor("cora"), now=NOW)
        found = [(each.member.person.given_name, each.on_day) for each in page.expected]
    assert found == [("Ana", THURSDAY), ("Fay", THURSDAY)]


def test_over_the_border_it_is_the_helper_s_own_antenna_that_is_rung(world: World) -> None:
    promised_over_the_border(world)
    dies(world)
    with reading() as session:
        page = condolence(session, world.uids["ben"], actor=world.actor("cora"), now=NOW)
        [expected] = page.expected
        assert (expected.over_border, expected.member.antenna.slug) == (True, "marolles")
