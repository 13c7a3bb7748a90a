"""A helper of the antenna rests, moves, leaves or dies: what they were asked and had promised comes back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import (
    THURSDAY,
    ask_of,
    offer_of,
    proposed,
    state_of_ask,
    state_of_proposal,
    told,
)
from tests.unit.services.test_desk import rows
from tests.unit.services.test_races import at_once
from timebank.domain.desk import DeskKind, DeskRow, GoneHelper
from timebank.domain.errors import InvalidInputError
from timebank.domain.states import MemberState
from timebank.models.member import Member
from timebank.models.notice import Notice, NoticeState
from timebank.models.proposal import Proposal
from timebank.services.membership.member_endings import (
    leave_member,
    move_member,
    pause_member,
    record_death,
    resume_member,
)
from timebank.services.privacy.erasing import erase_member
from timebank.services.promising.promise_lists import proposal_page
from timebank.services.promising.promises import promises_to_ask_about
from timebank.services.promising.proposal_answers import Answer, answer_proposal, lapse_proposal
from timebank.services.promising.proposals import NewProposal, propose, volunteer
from timebank.uow import reading, transact

YES = Answer(yes=True)


def leaves(world: World) -> None:
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)


def moves(world: World) -> None:
    there, cora = world.antennas["marolles"], world.actor("cora")
    transact(move_member, world.uids["ana"], there, with_hours=True, actor=cora, now=NOW)


def dies(world: World) -> None:
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)


def rests(world: World) -> None:
    transact(pause_member, world.uids["ana"], actor=world.actor("ana"), now=NOW)


GOING = [(leaves, MemberState.LEFT), (moves, MemberState.MOVED), (dies, MemberState.DIED)]


def promised(world: World, ask=None, **changes: object):
    """Ana said that she helps Ben; the promise's uid."""
    uid = proposed(world, ask or ask_of(world), **changes)
    transact(answer_proposal, uid, YES, actor=world.actor("ana"), now=NOW)
    return uid


def row_of(world: World, ask) -> DeskRow:
    """The desk's row about this ask."""
    [row] = [row for row in rows(world) if row.target == str(ask)]
    return row


def waiting(world: World, name: str) -> list[str]:
    """The kinds of notices that this person would still get."""
    query = select(Notice.kind).where(
        Notice.person_id == world.people[name], Notice.state == NoticeState.WAITING
    )
    with reading() as session:
        return list(session.scalars(query.order_by(Notice.id)))


@pytest.mark.parametrize(("goes", "how"), GOING)
def test_who_goes_leaves_what_was_promised_and_asked_on_the_desk_with_the_reason(
    world: World, goes: Callable[[World], None], how: MemberState
) -> None:
    asks = [ask_of(world), ask_of(world, "fay"), ask_of(world, "carl")]
    promise, question = promised(world, asks[0]), proposed(world, asks[1])
    offered = transact(volunteer, asks[2], world.members["ana"], actor=world.actor("ana"), now=NOW).uid
    goes(world)
    ended = [state_of_proposal(each) for each in (promise, question, offered)]
    assert ended == ["called_off", "taken_back", "taken_back"]
    assert [state_of_ask(each) for each in asks] == ["open"] * 3
    kinds = [row_of(world, each).kind for each in asks]
    assert kinds == [DeskKind.CALLED_OFF, DeskKind.OPEN_ASK, DeskKind.OPEN_ASK]
    assert {row_of(world, each).gone for each in asks} == {GoneHelper("Ana Peeters", how)}


@pytest.mark.parametrize(("goes", "_how"), GOING)
def test_nothing_is_sent_to_who_goes(world: World, goes: Callable[[World], None], _how: MemberState) -> None:
    promised(world)
    proposed(world, ask_of(world, "fay"))
    goes(world)
    assert waiting(world, "ana") == []
    assert "promise_called_off" not in told(world, "ana")
    assert "proposal_taken_back" not in told(world, "ana")


@pytest.mark.parametrize(("goes", "hears"), [(leaves, True), (moves, True), (dies, False)])
def test_who_waits_for_the_help_hears_unless_someone_died(
    world: World, goes: Callable[[World], None], *, hears: bool
) -> None:
    promised(world)
    goes(world)
    assert ("promise_called_off" in waiting(world, "ben")) is hears


def test_who_rests_keeps_promises_and_needn_t_answer_any_more(world: World) -> None:
    asks = [ask_of(world), ask_of(world, "fay"), ask_of(world, "carl")]
    promise, question = promised(world, asks[0]), proposed(world, asks[1])
    offered = transact(volunteer, asks[2], world.members["ana"], actor=world.actor("ana"), now=NOW).uid
    rests(world)
    ended = [state_of_proposal(each) for each in (promise, question, offered)]
    assert ended == ["accepted", "taken_back", "taken_back"]
    assert row_of(world, asks[1]).gone == GoneHelper("Ana Peeters", MemberState.PAUSED)
    assert "proposal_taken_back" in told(world, "ana")
    assert "promise_called_off" not in told(world, "ben")
    transact(resume_member, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    assert row_of(world, asks[1]).gone is None
    proposed(world, asks[1])


def test_a_promise_whose_hour_has_come_is_called_off_without_a_word(world: World) -> None:
    morning = promised(world, on_day=TODAY, from_minute=9 * 60)
    later = promised(world, ask_of(world, "fay"), on_day=TODAY, from_minute=15 * 60)
    leaves(world)
    assert [state_of_proposal(each) for each in (morning, later)] == ["called_off"] * 2
    assert "promise_called_off" not in told(world, "ben")
    assert "promise_called_off" in told(world, "fay")
    with reading() as session:
        assert promises_to_ask_about(session, now=NOW + timedelta(days=9)) == []


def test_an_ask_of_two_helpers_keeps_the_other_promise(world: World) -> None:
    ask = ask_of(world, slots=2)
    promised(world, ask)
    other = proposed(world, ask, "fay")
    transact(answer_proposal, other, YES, actor=world.actor("fay"), now=NOW)
    assert state_of_ask(ask) == "promised"
    leaves(world)
    assert (state_of_proposal(other), state_of_ask(ask)) == ("accepted", "open")


def test_nobody_says_yes_late_for_who_has_left(world: World) -> None:
    uid = proposed(world, ask_of(world))
    with reading() as session:
        proposal_id = session.scalars(select(Proposal.id).where(Proposal.uid == uid)).one()
    transact(lapse_proposal, proposal_id, now=NOW)
    leaves(world)
    with reading() as session:
        cora = world.actor("cora")
        assert proposal_page(session, uid, actor=cora, now=NOW).steps == frozenset()
    with pytest.raises(InvalidInputError):
        transact(answer_proposal, uid, YES, actor=world.actor("cora"), now=NOW)


def test_who_was_asked_again_since_is_no_reason_any_more(world: World) -> None:
    ask = ask_of(world)
    promised(world, ask)
    leaves(world)
    offer_of(world, "fay")
    uid = proposed(world, ask, "fay")
    transact(answer_proposal, uid, Answer(yes=False), actor=world.actor("fay"), now=NOW)
    assert row_of(world, ask).gone is None


def test_of_someone_erased_the_desk_names_nobody(world: World) -> None:
    ask = ask_of(world)
    promised(world, ask)
    leaves(world)
    transact(erase_member, world.uids["ana"], actor=world.actor("cora"), now=NOW + timedelta(days=500))
    assert row_of(world, ask).gone is None


def test_whoever_is_asked_while_they_leave_is_asked_nothing_in_the_end(app: Flask, world: World) -> None:
    cora, ana = world.actor("cora"), world.actor("ana")
    for name in ("ben", "fay", "carl", "hugo"):
        ask, new = ask_of(world, name), NewProposal(world.members["ana"], on_day=THURSDAY)
        at_once(
            app,
            lambda ask=ask, new=new: transact(propose, ask, new, actor=cora, now=NOW),
            lambda: transact(pause_member, world.uids["ana"], actor=ana, now=NOW),
        )
        with reading() as session:
            assert session.get_one(Member, world.members["ana"]).state is MemberState.PAUSED
            states = session.scalars(select(Proposal.state).where(Proposal.member_id == world.members["ana"]))
            assert {each.value for each in states} <= {"taken_back"}
        transact(resume_member, world.uids["ana"], actor=ana, now=NOW)
