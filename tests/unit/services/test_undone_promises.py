"""A favour is undone or taken back: the promise that it came of stands again, on both databases."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import ask_of, proposed, state_of_ask, state_of_proposal
from timebank.domain.ask_states import AskStep
from timebank.domain.errors import NotAllowedError
from timebank.models.favour import Favour
from timebank.models.proposal import Proposal
from timebank.services.asking.asks import end_ask
from timebank.services.giving.favour_steps import (
    confirm_favour,
    dispute_favour,
    reverse_favour,
    settle_dispute,
    undo_favour,
)
from timebank.services.membership.member_endings import leave_member
from timebank.services.promising.promises import Happening, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


def happened(world: World, ask: UUID, name: str = "ana") -> tuple[UUID, UUID]:
    """(proposal, favour): this member came today and wrote it down."""
    uid = proposed(world, ask, name)
    yes = Answer(yes=True, on_day=TODAY)
    transact(answer_proposal, uid, yes, actor=world.actor(name), now=NOW)
    transact(say_it_happened, uid, Happening("1u"), actor=world.actor(name), now=NOW)
    with reading() as session:
        query = select(Favour.uid).join(Proposal, Proposal.favour_id == Favour.id)
        return uid, session.scalars(query.where(Proposal.uid == uid)).one()


def test_undoing_a_favour_brings_its_promise_and_its_ask_back(world: World) -> None:
    ask = ask_of(world, windows=())
    proposal, favour = happened(world, ask)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("filled", "done")
    with pytest.raises(NotAllowedError):
        transact(undo_favour, favour, actor=world.actor("ben"), now=NOW)
    assert state_of_ask(ask) == "filled"
    transact(undo_favour, favour, actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("promised", "accepted")
    with reading() as session:
        kept = session.scalars(select(Proposal).where(Proposal.uid == proposal)).one()
        assert (kept.favour_id, kept.ask.ended_at, kept.ask.ended_by_id) == (None, None, None)
    transact(say_it_happened, proposal, Happening("45 min"), actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("filled", "done")


def test_one_of_two_undone_leaves_the_other_as_it_was(world: World) -> None:
    ask = ask_of(world, windows=(), slots=2)
    first, favour = happened(world, ask)
    second, _other = happened(world, ask, "fay")
    transact(undo_favour, favour, actor=world.actor("ana"), now=NOW)
    assert (state_of_proposal(first), state_of_proposal(second)) == ("accepted", "done")
    assert state_of_ask(ask) == "promised"


@pytest.mark.parametrize(
    ("step", "ask_then", "proposal_then"),
    [(AskStep.WITHDRAW, "withdrawn", "not_done"), (AskStep.FILL_PARTLY, "open", "accepted")],
)
def test_an_ask_that_ended_without_this_help_stays_ended(
    world: World, step: AskStep, ask_then: str, proposal_then: str
) -> None:
    ask = ask_of(world, windows=(), slots=2)
    proposal, favour = happened(world, ask)
    transact(end_ask, ask, step, actor=world.actor("cora"), now=NOW)
    transact(undo_favour, favour, actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == (ask_then, proposal_then)


def test_a_second_question_to_the_same_helper_keeps_the_first_from_standing_again(world: World) -> None:
    ask = ask_of(world, windows=(), slots=2)
    proposal, favour = happened(world, ask)
    again = proposed(world, ask)
    transact(undo_favour, favour, actor=world.actor("ana"), now=NOW)
    assert (state_of_proposal(proposal), state_of_proposal(again)) == ("not_done", "asked")


def agreed(world: World, favour: UUID) -> None:
    """Ben says that it is right."""
    transact(confirm_favour, favour, actor=world.actor("ben"), now=NOW)


def test_a_favour_that_a_coordinator_takes_back_brings_its_promise_back_too(world: World) -> None:
    ask = ask_of(world, windows=())
    proposal, favour = happened(world, ask)
    agreed(world, favour)
    transact(reverse_favour, favour, "It was another day", actor=world.actor("cora"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("promised", "accepted")
    transact(say_it_happened, proposal, Happening("45 min"), actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("filled", "done")


@pytest.mark.parametrize(
    ("stands", "ask_then", "proposal_then"),
    [(False, "promised", "accepted"), (True, "filled", "done")],
)
def test_a_dispute_brings_the_promise_back_only_where_the_favour_is_taken_back(
    world: World,
    stands: bool,
    ask_then: str,
    proposal_then: str,
) -> None:
    ask = ask_of(world, windows=())
    proposal, favour = happened(world, ask)
    transact(dispute_favour, favour, "Nobody came", actor=world.actor("ben"), now=NOW)
    cora = world.actor("cora")
    transact(settle_dispute, favour, stands=stands, settlement="We talked", actor=cora, now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == (ask_then, proposal_then)


@pytest.mark.parametrize(("who", "ask_then"), [("ana", "open"), ("ben", "filled")])
def test_nothing_stands_again_for_someone_who_left(world: World, who: str, ask_then: str) -> None:
    ask = ask_of(world, windows=())
    proposal, favour = happened(world, ask)
    agreed(world, favour)
    transact(leave_member, world.uids[who], actor=world.actor("cora"), now=NOW)
    transact(reverse_favour, favour, "It was another day", actor=world.actor("cora"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == (ask_then, "not_done")
