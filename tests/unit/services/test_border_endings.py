"""A promise over the border: how it is kept and booked, and how it ends when someone goes."""

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import (
    ask_of,
    offer_of,
    proposed,
    state_of_ask,
    state_of_proposal,
    told,
)
from tests.unit.services.bordering import AFTER, ask_behind, desk_of, promised, step
from timebank.domain.desk import DeskKind
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from timebank.ledger.proof import check_books
from timebank.models.favour import ConfirmedBy
from timebank.models.proposal import Proposal
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.matchmaking.over_border import pass_on
from timebank.services.matchmaking.pools import end_pool
from timebank.services.membership.member_endings import leave_member, move_member, pause_member, record_death
from timebank.services.promising.feeds import make_feed, read_feed
from timebank.services.promising.promise_lists import card_of
from timebank.services.promising.promises import Happening, call_off, say_it_happened
from timebank.uow import reading, transact


def test_when_the_agreement_ends_questions_go_back_and_promises_stay(world: World) -> None:
    promise = promised(world)
    offer_of(world, "dov", over_border=True)
    waiting = proposed(world, ask_of(world, "fay"), "dov")
    asked = proposed(world, ask_of(world, "carl"), "dov")
    step(world, pass_on, asked)
    transact(end_pool, world.antenna, "marolles", actor=world.actor("cora"), now=NOW)
    assert [state_of_proposal(each) for each in (promise, waiting, asked)] == [
        "accepted",
        "taken_back",
        "taken_back",
    ]
    assert told(world, "dov") == ["proposal_asked", "proposal_taken_back"]
    with pytest.raises(InvalidInputError):
        proposed(world, ask_of(world, "hugo"), "dov")


def test_a_helper_who_rests_keeps_promises_and_is_asked_nothing(world: World) -> None:
    promise = promised(world)
    waiting = proposed(world, ask_of(world, "fay"), "dia")
    step(world, pause_member, world.uids["dia"])
    assert state_of_proposal(promise) == "accepted"
    assert state_of_proposal(waiting) == "taken_back"


def _leaves(world: World) -> None:
    transact(leave_member, world.uids["dia"], actor=world.actor("dov"), now=NOW)


def _moves(world: World) -> None:
    here = world.antenna
    transact(move_member, world.uids["dia"], here, with_hours=True, actor=world.actor("dov"), now=NOW)


def _dies(world: World) -> None:
    transact(record_death, world.uids["dia"], died_on=TODAY, actor=world.actor("dov"), now=NOW)


@pytest.mark.parametrize(("goes", "hears"), [(_leaves, True), (_moves, True), (_dies, False)])
def test_a_helper_who_goes_leaves_the_other_antenna_an_ask_on_its_desk(
    world: World,
    goes,
    hears,
) -> None:
    promise = promised(world)
    waiting = proposed(world, ask_of(world, "fay"), "dia")
    goes(world)
    assert state_of_proposal(promise) == "called_off"
    assert state_of_proposal(waiting) == "taken_back"
    assert state_of_ask(ask_behind(promise)) == "open"
    assert DeskKind.CALLED_OFF in desk_of(world, "heembeek")
    assert ("promise_called_off" in told(world, "ben")) is hears


@pytest.mark.parametrize("by", ["dia", "dov", "cora"])
def test_the_helper_and_both_coordinators_call_it_off(world: World, by: str) -> None:
    uid = promised(world)
    transact(call_off, uid, note="Ill", actor=world.actor(by), now=NOW)
    assert desk_of(world, "heembeek") == [DeskKind.CALLED_OFF]


@pytest.mark.parametrize("by", ["dia", "dov", "cora", "ben"])
def test_the_favour_is_booked_between_the_two_antennas(world: World, by: str) -> None:
    uid = promised(world)
    evidence = Evidence(ConfirmedBy.PHONE, "Ben", AFTER) if by in ("dov", "cora") else None
    how = Happening("1u", evidence=evidence)
    transact(say_it_happened, uid, how, actor=world.actor(by), now=AFTER)
    if by == "dia":
        with reading() as session:
            favour = session.scalars(select(Proposal).where(Proposal.uid == uid)).one().favour
        transact(confirm_favour, favour.uid, actor=world.actor("ben"), now=AFTER)
    assert (world.balance("dia"), world.balance("ben")) == (60, -60)
    with reading() as session:
        assert check_books(session).faults == ()
        assert check_causes(session) == ()
    assert state_of_ask(ask_behind(uid)) == "filled"


def test_afterwards_the_helper_is_asked_from_their_own_desk(world: World) -> None:
    promised(world)
    assert desk_of(world, "marolles", AFTER) == [DeskKind.HOW_IT_WENT]
    assert desk_of(world, "heembeek", AFTER) == []


def test_cards_are_each_side_s_own(world: World) -> None:
    uid = promised(world)
    with reading() as session:
        card = card_of(session, uid, for_helper=True, actor=world.actor("dov"))
        assert card.promise.antenna == "Marolles"
        with pytest.raises((NotAllowedError, NotFoundError)):
            card_of(session, uid, for_helper=False, actor=world.actor("dov"))
        mine = card_of(session, uid, for_helper=False, actor=world.actor("cora"))
        assert mine.promise.antenna == "Heembeek"


def test_both_antennas_have_it_in_their_calendar(world: World) -> None:
    promised(world)
    for slug, who in (("heembeek", "cora"), ("marolles", "dov")):
        secret = transact(make_feed, world.antennas[slug], actor=world.actor(who), now=NOW)
        with reading() as session:
            [event] = read_feed(session, secret, now=NOW).events
            assert (event.helper, event.asker) == ("Dia", "Ben")
