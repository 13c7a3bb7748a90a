"""'I can' to an ask just over the border: by the desk of the member's own antenna, and then of the ask's."""

import pytest

from tests.factories import NOW, World
from tests.unit.services.asking import ask_of, offer_of, state_of_ask, state_of_proposal, told
from tests.unit.services.bordering import agreed, desk_of, step
from tests.unit.services.test_over_border import change_offer
from timebank.domain.desk import DeskKind
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, WrongStateError
from timebank.services.asking.near_asks import asks_near
from timebank.services.matchmaking.over_border import decline_for, pass_on
from timebank.services.matchmaking.pools import end_pool
from timebank.services.promising.promise_lists import agenda_of, calls_of, proposal_page
from timebank.services.promising.promises import call_off
from timebank.services.promising.proposal_answers import Answer, answer_proposal, take_back_proposal
from timebank.services.promising.proposals import volunteer
from timebank.uow import reading, transact

YES = Answer(yes=True)


def near(world: World, name: str = "dia"):
    """What this member sees that they could do."""
    with reading() as session:
        return asks_near(session, actor=world.actor(name), now=NOW)


def says_i_can(world: World, ask=None):
    """Both antennas agree, Dia is willing and says 'I can' for Ben; the proposal's uid."""
    agreed(world)
    offer_of(world, "dia", over_border=True)
    ask = ask or ask_of(world)
    return transact(volunteer, ask, world.members["dia"], actor=world.actor("dia"), now=NOW).uid


def steps(world: World, uid, name: str) -> set[str]:
    with reading() as session:
        return set(proposal_page(session, uid, actor=world.actor(name), now=NOW).steps)


def test_who_is_willing_sees_asks_over_the_border_once_both_agreed(world: World) -> None:
    ask_of(world)
    offer_of(world, "dia", over_border=True)
    assert near(world) == ()
    agreed(world)
    [found] = near(world)
    assert (found.antenna, found.category) == ("Heembeek", "lift")
    offer_of(world, "dov")
    assert near(world, "dov") == ()


def test_it_goes_by_both_desks_before_it_is_a_promise(world: World) -> None:
    uid = says_i_can(world)
    assert desk_of(world, "marolles") == [DeskKind.OFFER_OVER]
    assert desk_of(world, "heembeek") == [DeskKind.OPEN_ASK]
    assert steps(world, uid, "dov") == {"pass_on", "take_back"}
    assert steps(world, uid, "cora") == set()
    assert [each.proposal_uid for each in near(world)] == [uid]
    with pytest.raises(WrongStateError):
        step(world, answer_proposal, uid, YES, by="cora")
    step(world, pass_on, uid)
    assert desk_of(world, "marolles") == []
    assert desk_of(world, "heembeek") == [DeskKind.VOLUNTEER]
    assert steps(world, uid, "cora") == {"answer"}
    assert steps(world, uid, "dov") == set()
    step(world, answer_proposal, uid, YES, by="cora")
    assert state_of_proposal(uid) == "accepted"
    assert "promise_made" in told(world, "dia")


def test_passing_on_takes_no_answer_and_is_done_once_by_their_own_coordinators(world: World) -> None:
    uid = says_i_can(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        step(world, pass_on, uid, by="cora")
    step(world, pass_on, uid, YES)
    assert state_of_proposal(uid) == "volunteered"
    assert told(world, "dia") == []
    with pytest.raises(WrongStateError):
        step(world, pass_on, uid)
    with pytest.raises(WrongStateError):
        step(world, decline_for, uid)


@pytest.mark.parametrize("who", ["dia", "dov"])
def test_it_is_taken_back_by_who_said_it_or_by_their_desk(world: World, who: str) -> None:
    uid = says_i_can(world)
    step(world, take_back_proposal, uid, by=who)
    assert state_of_proposal(uid) == "taken_back"
    assert desk_of(world, "marolles") == []
    with reading() as session:
        dia = world.actor("dia")
        assert agenda_of(session, actor=dia, now=NOW).offered == ()
        assert proposal_page(session, uid, actor=dia, now=NOW).promise.state.value == "taken_back"


def test_once_passed_on_only_the_ask_s_coordinators_say_no(world: World) -> None:
    uid = says_i_can(world)
    with pytest.raises((NotAllowedError, NotFoundError)):
        step(world, take_back_proposal, uid, by="cora")
    step(world, pass_on, uid)
    with pytest.raises((NotAllowedError, NotFoundError)):
        step(world, take_back_proposal, uid, by="dov")
    step(world, answer_proposal, uid, Answer(yes=False), by="cora")
    assert state_of_proposal(uid) == "taken_back"


def test_who_is_not_willing_or_not_agreed_with_says_nothing_over_the_border(world: World) -> None:
    ask = ask_of(world)
    dia = world.actor("dia")
    offer_of(world, "dia")
    with pytest.raises(NotFoundError):
        transact(volunteer, ask, world.members["dia"], actor=dia, now=NOW)
    agreed(world)
    with pytest.raises(InvalidInputError):
        transact(volunteer, ask, world.members["dia"], actor=dia, now=NOW)
    with pytest.raises(NotFoundError):
        transact(volunteer, ask, world.members["dia"], actor=world.actor("ana"), now=NOW)


@pytest.mark.parametrize("passed_on", [False, True])
def test_the_end_of_the_agreement_takes_it_back(world: World, passed_on: bool) -> None:
    uid = says_i_can(world)
    if passed_on:
        step(world, pass_on, uid)
    transact(end_pool, world.antenna, "marolles", "", actor=world.actor("cora"), now=NOW)
    assert state_of_proposal(uid) == "taken_back"


def test_a_wish_taken_back_since_makes_no_promise(world: World) -> None:
    uid = says_i_can(world)
    step(world, pass_on, uid)
    change_offer(world, over_border=False)
    with pytest.raises(InvalidInputError):
        step(world, answer_proposal, uid, YES, by="cora")


def test_no_list_to_ring_shows_the_number_of_another_antenna_s_member(world: World) -> None:
    step(world, pass_on, says_i_can(world))
    for slug, who in (("heembeek", "cora"), ("marolles", "dov")):
        with reading() as session:
            found = calls_of(session, world.antennas[slug], actor=world.actor(who), now=NOW)
        assert found.volunteers == ()


def test_a_promise_of_it_ends_like_any_other(world: World) -> None:
    ask = ask_of(world)
    uid = says_i_can(world, ask)
    step(world, pass_on, uid)
    step(world, answer_proposal, uid, YES, by="cora")
    step(world, call_off, uid, by="dia")
    assert state_of_ask(ask) == "open"
