"""An ask's life on both databases: written down, looked at, corrected, ended, repeated."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import (
    THURSDAY,
    ask_of,
    morning,
    offer_of,
    proposed,
    state_of_ask,
    state_of_proposal,
    told,
)
from timebank.domain.ask_states import AskStep
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    WrongStateError,
)
from timebank.models.ask import Ask
from timebank.services.asking.asks import (
    asks_to_repeat,
    change_ask,
    end_ask,
    find_ask,
    make_ask,
    make_next_occurrence,
    reopen_ask,
)
from timebank.services.asking.categories import add_category, categories_of, change_category
from timebank.services.asking.new_ask import AskDetails, NewAsk, Window
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact

YES = Answer(yes=True)


def test_a_coordinator_s_ask_is_open_and_a_member_s_waits_for_a_look(world: World) -> None:
    assert state_of_ask(ask_of(world)) == "open"
    assert state_of_ask(ask_of(world, by="ben")) == "new"


def test_the_words_stay_as_they_were_said(world: World) -> None:
    uid = ask_of(world)
    with reading() as session:
        ask = find_ask(session, uid, actor=world.actor("ben"))
    transact(
        change_ask,
        uid,
        AskDetails(category="visit"),
        version=ask.version,
        actor=world.actor("cora"),
        now=NOW,
    )
    with reading() as session:
        ask = find_ask(session, uid, actor=world.actor("cora"))
        assert ask.words == "Who can bring me to the eye doctor?"
        assert (ask.category, ask.windows) == ("visit", [])


def test_a_helper_and_an_antenna_person_ask_for_someone_and_an_outsider_does_not(world: World) -> None:
    assert state_of_ask(ask_of(world, by="hugo")) == "new"
    assert state_of_ask(ask_of(world, by="ann")) == "new"
    with pytest.raises(NotFoundError):
        ask_of(world, by="dov")
    with pytest.raises(NotAllowedError):
        ask_of(world, by="ana")


def test_someone_who_is_no_member_yet_can_ask(world: World) -> None:
    new = NewAsk(
        world.antenna,
        "Wie kan mij woensdag naar de oogarts brengen?",
        asker_name="Georgette",
        asker_phone="02 555 01 10",
        channel=Channel.CARD,
        drop_point="the hairdresser's",
    )
    ask = transact(make_ask, new, actor=world.actor("ann"), now=NOW)
    assert (ask.asker, ask.drop_point, ask.state.value) == ("Georgette", "the hairdresser's", "new")
    with pytest.raises(InvalidInputError):
        transact(make_ask, replace(new, asker_name=" "), actor=world.actor("ann"), now=NOW)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": "nursing"}, "category"),
        ({"windows": (Window(TODAY - timedelta(days=1), 540, 720),)}, "windows"),
        ({"windows": (Window(THURSDAY, 720, 540),)}, "windows"),
        ({"windows": (Window(THURSDAY, 540, 570),)}, "minutes"),
        ({"windows": (morning(TODAY + timedelta(days=400)),)}, "windows"),
        ({"minutes": 5}, "minutes"),
        ({"slots": 0}, "slots"),
        ({"windows": (), "repeat_days": 7}, "windows"),
        ({"repeat_days": 7, "repeat_until": TODAY - timedelta(days=1)}, "repeat_until"),
    ],
)
def test_what_can_t_be_is_refused_at_its_field(world: World, changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        ask_of(world, **changes)
    assert refused.value.params["field"] == field


def test_a_stale_save_is_refused_also_when_only_a_window_changed(world: World) -> None:
    uid = ask_of(world)
    with reading() as session:
        version = find_ask(session, uid, actor=world.actor("cora")).version
    details = AskDetails(category="lift", place="Eye doctor", windows=(morning(), morning(TODAY)))
    transact(change_ask, uid, details, version=version, actor=world.actor("cora"), now=NOW)
    with pytest.raises(StaleError):
        transact(change_ask, uid, details, version=version, actor=world.actor("carl"), now=NOW)


def test_a_coordinator_who_saves_a_new_ask_has_looked_at_it(world: World) -> None:
    uid = ask_of(world, by="ben")
    with reading() as session:
        ask = find_ask(session, uid, actor=world.actor("ben"))
    transact(change_ask, uid, AskDetails(), version=ask.version, actor=world.actor("cora"), now=NOW)
    assert state_of_ask(uid) == "open"
    with pytest.raises(NotAllowedError):
        transact(change_ask, uid, AskDetails(), version=ask.version + 1, actor=world.actor("ben"), now=NOW)


@pytest.mark.parametrize(
    ("step", "state"),
    [
        (AskStep.FILL, "filled"),
        (AskStep.FILL_PARTLY, "partly"),
        (AskStep.WITHDRAW, "withdrawn"),
        (AskStep.GIVE_UP, "nobody"),
    ],
)
def test_an_ask_ends_in_one_of_four_ways_and_can_be_taken_up_again_unless_filled(
    world: World, step: AskStep, state: str
) -> None:
    uid = ask_of(world)
    transact(end_ask, uid, step, note="spoken with Ben", actor=world.actor("cora"), now=NOW)
    assert state_of_ask(uid) == state
    with pytest.raises(WrongStateError):
        transact(end_ask, uid, step, actor=world.actor("cora"), now=NOW)
    if step is AskStep.FILL:
        with pytest.raises(WrongStateError):
            transact(reopen_ask, uid, actor=world.actor("cora"), now=NOW)
        return
    transact(reopen_ask, uid, actor=world.actor("cora"), now=NOW)
    assert state_of_ask(uid) == "open"


def test_who_asks_may_withdraw_but_not_refer(world: World) -> None:
    uid = ask_of(world)
    with pytest.raises(NotAllowedError):
        transact(end_ask, uid, AskStep.REFER, actor=world.actor("ben"), now=NOW)
    transact(end_ask, uid, AskStep.WITHDRAW, actor=world.actor("ben"), now=NOW)
    assert state_of_ask(uid) == "withdrawn"


def test_the_fifth_way_needs_a_service_to_refer_to(world: World) -> None:
    uid = ask_of(world)
    with pytest.raises(WrongStateError) as refused:
        transact(end_ask, uid, AskStep.REFER, actor=world.actor("cora"), now=NOW)
    assert refused.value.error_code == "referral_missing"
    assert state_of_ask(uid) == "open"


def test_ending_takes_questions_back_and_calls_promises_off(world: World) -> None:
    uid = ask_of(world, slots=2)
    offer_of(world)
    asked, promised = proposed(world, uid, "ana"), proposed(world, uid, "fay")
    transact(answer_proposal, promised, YES, actor=world.actor("fay"), now=NOW)
    with pytest.raises(WrongStateError):
        transact(end_ask, uid, AskStep.FILL, actor=world.actor("cora"), now=NOW)
    transact(end_ask, uid, AskStep.WITHDRAW, actor=world.actor("cora"), now=NOW)
    assert (state_of_proposal(asked), state_of_proposal(promised)) == ("taken_back", "called_off")
    assert "proposal_taken_back" in told(world, "ana")
    assert "promise_called_off" in told(world, "fay")


def test_a_repeating_ask_makes_its_next_occurrence_once_and_not_past_its_end(world: World) -> None:
    uid = ask_of(world, repeat_days=7, repeat_until=THURSDAY + timedelta(days=13))
    with reading() as session:
        first = session.scalars(select(Ask).where(Ask.uid == uid)).one().id
        assert asks_to_repeat(session, now=NOW) == []
    later = NOW + timedelta(days=3)
    with reading() as session:
        assert asks_to_repeat(session, now=later) == [first]
    second = transact(make_next_occurrence, first, now=later)
    assert second is not None
    assert [w.on_day for w in second.windows] == [THURSDAY + timedelta(days=7)]
    assert transact(make_next_occurrence, first, now=later) is None
    with reading() as session:
        assert asks_to_repeat(session, now=later + timedelta(days=30)) == []


def test_stopping_a_series_stops_it(world: World) -> None:
    uid = ask_of(world, repeat_days=7)
    transact(end_ask, uid, AskStep.WITHDRAW, stop_repeating=True, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        assert asks_to_repeat(session, now=NOW + timedelta(days=10)) == []


def test_an_antenna_s_own_kind_of_help_can_be_asked_for_until_it_is_retired(world: World) -> None:
    cora = world.actor("cora")
    added = transact(add_category, world.antenna, {"nl": "Samen zingen"}, actor=cora, now=NOW)
    assert added.code == "own_samen_zingen"
    ask_of(world, category=added.code)
    with pytest.raises(InvalidInputError):
        transact(add_category, world.antenna, {"nl": "samen  zingen"}, actor=cora, now=NOW)
    with pytest.raises(NotAllowedError):
        transact(add_category, world.antenna, {"nl": "Dansen"}, actor=world.actor("ana"), now=NOW)
    transact(
        change_category,
        world.antenna,
        added.code,
        {"nl": "Zingen"},
        retired=True,
        version=added.version,
        actor=cora,
        now=NOW,
    )
    with reading() as session:
        assert added.code not in {c.code for c in categories_of(session, world.antenna)}
    with pytest.raises(InvalidInputError):
        ask_of(world, category=added.code)


def test_an_hour_that_the_clock_skips_can_t_be_asked_for(world: World) -> None:
    night = date(2027, 3, 28)
    whole = (Window(night, 0, 1440),)
    with pytest.raises(InvalidInputError) as refused:
        ask_of(world, windows=whole, fixed_minute=150)
    assert (refused.value.error_code, refused.value.params["field"]) == ("hour_skipped", "clock")
    ask_of(world, windows=whole, fixed_minute=180)
    ask_of(world, windows=(Window(date(2027, 10, 31), 0, 1440),), fixed_minute=150)
