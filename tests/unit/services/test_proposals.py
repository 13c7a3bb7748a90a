"""From the question to one candidate to the favour on the ledger, on both databases."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

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
from timebank.domain.ask_states import AskStep
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    TimebankError,
    WrongStateError,
)
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.favour import ConfirmedBy, Favour
from timebank.models.matching import Apart, Pool
from timebank.models.proposal import DeclineKind, Proposal
from timebank.services.asking.asks import end_ask
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.promising.promises import (
    Happening,
    ask_how_it_went,
    call_off,
    promises_to_ask_about,
    say_it_fell_through,
    say_it_happened,
)
from timebank.services.promising.proposal_answers import (
    Answer,
    answer_proposal,
    lapse_proposal,
    proposals_to_lapse,
    take_back_proposal,
)
from timebank.services.promising.proposals import volunteer
from timebank.uow import reading, transact

YES, NO = Answer(yes=True), Answer(yes=False, decline_kind=DeclineKind.NOT_THIS_DAY)
AFTER = NOW + timedelta(days=4)


def promised(world: World, name: str = "ana", **changes: object) -> tuple[object, object]:
    """(ask, proposal) with a yes from this member."""
    ask = ask_of(world, **changes)
    proposal = proposed(world, ask, name)
    transact(answer_proposal, proposal, YES, actor=world.actor(name), now=NOW)
    return ask, proposal


def test_a_yes_is_a_promise_that_both_sides_are_told_and_reminded_of(world: World) -> None:
    ask, proposal = promised(world)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("promised", "accepted")
    assert told(world, "ana") == ["proposal_asked", "promise_made", "promise_reminder"]
    assert told(world, "ben") == ["promise_made", "promise_reminder"]


def test_from_an_accepted_lift_to_the_favour_on_the_ledger(world: World) -> None:
    ask, proposal = promised(world)
    with pytest.raises(WrongStateError):
        transact(say_it_happened, proposal, Happening("1u30"), actor=world.actor("ana"), now=NOW)
    heard = Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=AFTER)
    how = Happening("1u30", evidence=heard)
    transact(say_it_happened, proposal, how, actor=world.actor("cora", now=AFTER), now=AFTER)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("filled", "done")
    assert (world.balance("ana"), world.balance("ben")) == (90, -90)
    with reading() as session:
        favour = session.get_one(Favour, session.scalars(select(Proposal.favour_id)).one())
        assert (favour.category, favour.done_on) == ("lift", THURSDAY)
    with pytest.raises(WrongStateError):
        transact(say_it_happened, proposal, how, actor=world.actor("cora"), now=AFTER)


def test_a_helper_s_own_word_waits_for_the_receiver_as_ever(world: World) -> None:
    _ask, proposal = promised(world)
    transact(say_it_happened, proposal, Happening("1u"), actor=world.actor("ana"), now=AFTER)
    assert world.balance("ana") == 0
    assert "favour_to_confirm" in told(world, "ben")


def test_a_no_is_remembered_kindly_and_the_ask_stays_open(world: World) -> None:
    ask = ask_of(world)
    proposal = proposed(world, ask)
    transact(answer_proposal, proposal, NO, actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("open", "declined")
    with reading() as session:
        kind = session.scalars(select(Proposal.decline_kind)).one()
    assert kind is DeclineKind.NOT_THIS_DAY
    assert told(world, "ben") == []


def test_nobody_answers_for_another_and_an_outsider_finds_nothing(world: World) -> None:
    proposal = proposed(world, ask_of(world))
    with pytest.raises(NotFoundError):
        transact(answer_proposal, proposal, YES, actor=world.actor("fay"), now=NOW)
    with pytest.raises(NotFoundError):
        transact(answer_proposal, proposal, YES, actor=world.actor("dov"), now=NOW)
    with pytest.raises(NotFoundError):
        transact(answer_proposal, proposal, YES, actor=world.actor("ben"), now=NOW)
    transact(answer_proposal, proposal, YES, actor=world.actor("carl"), now=NOW)
    assert state_of_proposal(proposal) == "accepted"


def test_nobody_is_asked_twice_at_a_time_or_for_themselves(world: World) -> None:
    ask = ask_of(world, slots=3)
    proposed(world, ask)
    with pytest.raises(WrongStateError):
        proposed(world, ask)
    with pytest.raises(InvalidInputError):
        proposed(world, ask, "ben")


def test_a_shared_ask_takes_as_many_as_it_has_places(world: World) -> None:
    ask = ask_of(world, slots=2)
    asked = {name: proposed(world, ask, name) for name in ("ana", "fay", "hugo")}
    for name in ("ana", "fay"):
        transact(answer_proposal, asked[name], YES, actor=world.actor(name), now=NOW)
    assert state_of_ask(ask) == "promised"
    with pytest.raises(WrongStateError) as refused:
        transact(answer_proposal, asked["hugo"], YES, actor=world.actor("hugo"), now=NOW)
    assert refused.value.error_code == "no_place_left"


def test_a_helper_who_falls_ill_puts_the_ask_back_on_the_desk(world: World) -> None:
    ask, proposal = promised(world)
    with pytest.raises(NotAllowedError):
        transact(call_off, proposal, actor=world.actor("ben"), now=NOW)
    transact(call_off, proposal, note="ill", actor=world.actor("ana"), now=NOW)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("open", "called_off")
    assert told(world, "ben")[-1] == "promise_called_off"


def test_what_fell_through_needs_a_word_and_reopens_the_ask(world: World) -> None:
    ask, proposal = promised(world)
    with pytest.raises(InvalidInputError):
        transact(say_it_fell_through, proposal, " ", actor=world.actor("ben"), now=AFTER)
    transact(say_it_fell_through, proposal, "Nobody was home", actor=world.actor("ben"), now=AFTER)
    assert (state_of_ask(ask), state_of_proposal(proposal)) == ("open", "not_done")


def test_a_member_says_i_can_and_a_coordinator_answers(world: World) -> None:
    ask = ask_of(world)
    ana = world.actor("ana")
    uid = transact(volunteer, ask, world.members["ana"], actor=ana, now=NOW).uid
    with pytest.raises(NotAllowedError):
        transact(answer_proposal, uid, YES, actor=ana, now=NOW)
    transact(answer_proposal, uid, YES, actor=world.actor("cora"), now=NOW)
    assert state_of_ask(ask) == "promised"
    with pytest.raises(NotFoundError):
        transact(volunteer, ask, world.members["fay"], actor=ana, now=NOW)


def test_a_question_without_an_answer_lapses_and_a_late_yes_still_counts(world: World) -> None:
    ask = ask_of(world)
    proposal = proposed(world, ask)
    with reading() as session:
        assert proposals_to_lapse(session, now=NOW + timedelta(days=2)) == []
        due = proposals_to_lapse(session, now=NOW + timedelta(days=3))
    assert [transact(lapse_proposal, each, now=NOW + timedelta(days=3)) for each in due] == [True]
    assert not transact(lapse_proposal, due[0], now=NOW + timedelta(days=3))
    transact(answer_proposal, proposal, YES, actor=world.actor("ana"), now=NOW + timedelta(days=3))
    assert state_of_ask(ask) == "promised"


def test_a_question_can_be_taken_back(world: World) -> None:
    proposal = proposed(world, ask_of(world))
    with pytest.raises(NotAllowedError):
        transact(take_back_proposal, proposal, actor=world.actor("ana"), now=NOW)
    transact(take_back_proposal, proposal, actor=world.actor("cora"), now=NOW)
    assert state_of_proposal(proposal) == "taken_back"
    assert told(world, "ana")[-1] == "proposal_taken_back"


def test_afterwards_the_helper_is_asked_once_how_it_went(world: World) -> None:
    promised(world)
    with reading() as session:
        assert promises_to_ask_about(session, now=NOW) == []
        due = promises_to_ask_about(session, now=AFTER)
    assert transact(ask_how_it_went, due[0], now=AFTER)
    assert not transact(ask_how_it_went, due[0], now=AFTER)
    with reading() as session:
        assert promises_to_ask_about(session, now=AFTER) == []
    assert told(world, "ana")[-1] == "promise_over"


def test_two_people_who_are_kept_apart_are_not_proposed(world: World) -> None:
    def keep(session: object) -> None:
        low, high = sorted((world.members["ana"], world.members["ben"]))
        session.add(Apart(member_id=low, other_member_id=high, recorded_at=NOW))  # type: ignore[attr-defined]

    transact(keep)
    with pytest.raises(NotAllowedError):
        proposed(world, ask_of(world))


def test_a_helper_over_the_border_needs_both_antennas_and_their_own_word(world: World) -> None:
    ask = ask_of(world)
    offer_of(world, "dia", over_border=True)
    with pytest.raises(InvalidInputError):
        proposed(world, ask, "dia")

    def agree(session: object, one: str, other: str) -> None:
        pool = Pool(
            antenna_id=world.antennas[one],
            with_antenna_id=world.antennas[other],
            agreed_on=TODAY,
            agreed_by="the board",
            recorded_at=NOW,
        )
        session.add(pool)  # type: ignore[attr-defined]

    transact(agree, "heembeek", "marolles")
    with pytest.raises(InvalidInputError):
        proposed(world, ask, "dia")
    transact(agree, "marolles", "heembeek")
    assert state_of_proposal(proposed(world, ask, "dia")) == "handed_over"


def test_the_database_itself_refuses_one_promise_too_many(world: World, app: Flask) -> None:
    promised(world)
    second = "UPDATE proposal SET state = 'accepted' WHERE member_id = :member"
    with reading() as session:
        kept = session.scalars(select(Proposal)).one()

    def slip_in(session: object) -> None:
        session.execute(  # type: ignore[attr-defined]
            text(
                "INSERT INTO proposal (id, uid, ask_id, member_id, state, minutes, introduction, reasons,"
                " override_note, ask_channel, asked_at, answer_by, closed_note, version, on_day)"
                " SELECT id + 1, '00000000000000000000000000000001', ask_id, :member, 'asked', minutes,"
                " introduction, reasons, '', ask_channel, asked_at, answer_by, '', 1, on_day FROM proposal"
            ),
            {"member": world.members["fay"]},
        )
        session.execute(text(second), {"member": world.members["fay"]})  # type: ignore[attr-defined]

    with pytest.raises(DBAPIError, match="TB409"):
        transact(slip_in)
    assert kept.on_day == THURSDAY


def test_two_who_say_yes_at_once_leave_one_promise(world: World, app: Flask) -> None:
    ask = ask_of(world)
    asked = {name: proposed(world, ask, name) for name in ("ana", "fay")}
    actors = {name: world.actor(name) for name in asked}
    db.session.remove()
    start, refused = Barrier(2), []

    def say_yes(name: str) -> None:
        with app.app_context():
            start.wait()
            try:
                transact(answer_proposal, asked[name], YES, actor=actors[name], now=NOW)
            except TimebankError as error:
                refused.append(error.error_code)
            db.session.remove()

    threads = [Thread(target=say_yes, args=(name,)) for name in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert refused == ["no_place_left"]
    assert sorted(state_of_proposal(uid) for uid in asked.values()) == ["accepted", "asked"]


def test_before_an_antenna_is_open_only_its_team_hears_anything(world: World) -> None:
    def close(session: object) -> None:
        session.get(Antenna, world.antenna).live_on = None  # type: ignore[attr-defined]

    transact(close)
    ask = ask_of(world)
    proposed(world, ask, "ana")
    proposed(world, ask, "carl")
    assert told(world, "ana") == []
    assert told(world, "carl") == ["proposal_asked"]


def test_an_ended_ask_takes_no_more_questions(world: World) -> None:
    ask = ask_of(world)
    transact(end_ask, ask, AskStep.GIVE_UP, actor=world.actor("cora"), now=NOW)
    with pytest.raises(WrongStateError):
        proposed(world, ask)
