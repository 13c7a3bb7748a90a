"""Signals, on both databases: told, followed, ended, erased; and every step that isn't one refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    WrongStateError,
)
from timebank.domain.states import SIGNAL_STEPS, SignalState, SignalStep
from timebank.models.audit import AuditEntry
from timebank.models.signal import Signal, SignalLine, SignalOutcome
from timebank.services.books.statements import deeds_for
from timebank.services.coordinating.signal_erasing import erase_signal, signals_to_erase
from timebank.services.coordinating.signal_lists import (
    count_open_signals,
    list_signals,
    outcome_counts,
    signal_page,
    signals_page,
    told_by_me,
)
from timebank.services.coordinating.signals import (
    FollowUp,
    SignalDetails,
    add_line,
    change_signal,
    end_signal,
    find_signal,
    follow_signal,
    put_back_signal,
    reopen_signal,
    tell_signal,
)
from timebank.services.network.rules import decide_rule
from timebank.uow import reading, transact

CURTAINS = SignalDetails("The curtains are closed for two days", about_words="Kruisberg 14", told_by="Rita")
LATER = NOW + timedelta(days=90)


def told(world: World, by: str = "ann", **changes: object) -> Signal:
    details = replace(CURTAINS, **changes)  # type: ignore[arg-type]
    return transact(tell_signal, world.antenna, details, actor=world.actor(by), now=NOW)


def followed(world: World, uid: UUID, by: str = "cora", version: int = 1, days: int = 2) -> Signal:
    follow = FollowUp(world.people[by], TODAY + timedelta(days=days))
    return transact(follow_signal, uid, follow, version=version, actor=world.actor("cora"), now=NOW)


def ended(world: World, uid: UUID, words: str = "She was with her daughter") -> Signal:
    outcome = SignalOutcome.ALL_WELL
    return transact(end_signal, uid, outcome, words, actor=world.actor("cora"), now=NOW)


def kept(uid: UUID) -> tuple[Signal, list[SignalLine]]:
    with reading() as session:
        signal = session.scalars(select(Signal).where(Signal.uid == uid)).one()
        lines = session.scalars(select(SignalLine).where(SignalLine.signal_id == signal.id)).all()
        return signal, sorted(lines, key=lambda line: line.id)


def erased(world: World) -> Signal:
    signal = ended(world, told(world, about_member_id=world.members["ben"]).uid)
    assert transact(erase_signal, signal.id, now=LATER)
    return signal


def test_an_antenna_person_tells_and_a_coordinator_follows_it_to_its_end(world: World) -> None:
    uid = told(world).uid
    assert followed(world, uid).state is SignalState.FOLLOWED
    transact(add_line, uid, "Rang twice, no answer", actor=world.actor("cora"), now=NOW)
    assert ended(world, uid).outcome is SignalOutcome.ALL_WELL
    signal, lines = kept(uid)
    assert [line.deed for line in lines] == ["tell", "take", "line", "end"]
    assert [line.words for line in lines] == ["", "", "Rang twice, no answer", "She was with her daughter"]
    assert [line.actor_id for line in lines] == [world.people["ann"]] + [world.people["cora"]] * 3
    assert signal.told_by_id == world.people["ann"]


STEPS: dict[SignalStep, Callable[[World, Signal], object]] = {
    SignalStep.TAKE: lambda world, signal: followed(world, signal.uid, version=signal.version),
    SignalStep.PUT_BACK: lambda world, signal: transact(
        put_back_signal, signal.uid, actor=world.actor("cora"), now=NOW
    ),
    SignalStep.END: lambda world, signal: ended(world, signal.uid),
    SignalStep.REOPEN: lambda world, signal: transact(
        reopen_signal, signal.uid, actor=world.actor("cora"), now=NOW
    ),
    SignalStep.ERASE: lambda world, signal: transact(erase_signal, signal.id, now=LATER),
}


def in_state(world: World, state: SignalState) -> Signal:
    uid = told(world).uid
    if state is SignalState.FOLLOWED:
        followed(world, uid)
    if state in (SignalState.ENDED, SignalState.ERASED):
        signal = ended(world, uid)
        if state is SignalState.ERASED:
            transact(erase_signal, signal.id, now=LATER)
    return kept(uid)[0]


@pytest.mark.parametrize("step", list(SignalStep))
@pytest.mark.parametrize("state", list(SignalState))
def test_each_step_goes_where_the_table_says_and_nowhere_else(
    world: World, state: SignalState, step: SignalStep
) -> None:
    signal = in_state(world, state)
    assert signal.state is state
    after = SIGNAL_STEPS.get((state, step), state)
    try:
        STEPS[step](world, signal)
    except WrongStateError:
        assert (state, step) not in SIGNAL_STEPS
    # Another day or person for what is followed already is no step of its life, and nothing is erased early.
    assert kept(signal.uid)[0].state is after


def test_nothing_is_written_or_changed_after_the_end(world: World) -> None:
    uid, cora = told(world).uid, world.actor("cora")
    version = ended(world, uid).version
    with pytest.raises(WrongStateError):
        transact(add_line, uid, "One more", actor=cora, now=NOW)
    with pytest.raises(WrongStateError):
        transact(change_signal, uid, CURTAINS, version=version, actor=cora, now=NOW)
    with pytest.raises(WrongStateError):
        followed(world, uid, version=version)


def test_it_is_handed_on_and_a_stale_hand_over_is_refused(world: World) -> None:
    uid = told(world).uid
    followed(world, uid)
    assert followed(world, uid, "carl", version=2, days=5).assignee_id == world.people["carl"]
    with pytest.raises(StaleError):
        followed(world, uid, "cora", version=2)
    assert [line.deed for line in kept(uid)[1]] == ["tell", "take", "hand_on"]
    for wrong in (FollowUp(world.people["ana"], TODAY), FollowUp(world.people["cora"], TODAY - timedelta(1))):
        with pytest.raises(InvalidInputError):
            transact(follow_signal, uid, wrong, version=3, actor=world.actor("cora"), now=NOW)


def test_what_was_told_is_corrected_under_its_version(world: World) -> None:
    uid, cora = told(world).uid, world.actor("cora")
    right = replace(CURTAINS, words="Two windows are open in the rain", channel=Channel.PHONE)
    assert transact(change_signal, uid, right, version=1, actor=cora, now=NOW).words == right.words
    with pytest.raises(StaleError):
        transact(change_signal, uid, CURTAINS, version=1, actor=world.actor("carl"), now=NOW)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"words": " "}, "signal_words_missing"),
        ({"words": "x" * 1001}, "text_long"),
        ({"about_words": ""}, "about_missing"),
        ({"about_member_id": 4_000_000}, "not_a_member"),
    ],
)
def test_what_can_t_be_is_refused(world: World, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        told(world, **wrong)
    assert caught.value.error_code == code


@pytest.mark.parametrize("who", ["ana", "ben", "hugo", "tess", "pia", "olga", "dov"])
def test_members_and_the_partner_never_see_one(world: World, who: str) -> None:
    uid = told(world, about_member_id=world.members["ben"]).uid
    actor = world.actor(who)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(tell_signal, world.antenna, CURTAINS, actor=actor, now=NOW)
    with reading() as session:
        for read in (
            lambda: list_signals(session, world.antenna, actor=actor),
            lambda: told_by_me(session, world.antenna, actor=actor),
            lambda: find_signal(session, uid, actor=actor),
            lambda: outcome_counts(session, world.antenna, actor=actor),
        ):
            with pytest.raises((NotAllowedError, NotFoundError)):
                read()
        assert signals_page(session, actor=actor, before=None, limit=10) == []
    with pytest.raises(NotFoundError):
        transact(add_line, uid, "Mine", actor=actor, now=NOW)


def test_who_is_concerned_doesn_t_find_it_among_what_was_done_for_them(world: World) -> None:
    uid = told(world, about_member_id=world.members["ben"]).uid
    ended(world, uid)
    with reading() as session:
        from timebank.models.member import Member

        ben = session.get_one(Member, world.members["ben"])
        assert not [
            deed for deed in deeds_for(session, ben, actor=world.actor("ben")) if "signal" in str(deed)
        ]
        audit = session.scalars(select(AuditEntry).where(AuditEntry.subject == f"signal:{uid}")).all()
    assert [entry.action for entry in audit] == ["signal_tell", "signal_end"]
    assert {entry.member_id for entry in audit} == {None}


def test_a_coordinator_never_reads_one_about_themselves(world: World) -> None:
    uid = told(world, about_member_id=world.members["cora"]).uid
    with reading() as session:
        cora, carl = world.actor("cora"), world.actor("carl")
        assert list_signals(session, world.antenna, actor=cora) == []
        assert count_open_signals(session, world.antenna, actor=cora) == 0
        assert count_open_signals(session, world.antenna, actor=carl) == 1
        assert find_signal(session, uid, actor=carl).words == CURTAINS.words
        with pytest.raises(NotFoundError):
            signal_page(session, uid, actor=cora, now=NOW)


def test_an_antenna_person_sees_only_what_they_told_and_not_what_came_of_it(world: World) -> None:
    mine, theirs = told(world), told(world, by="cora", words="Another one")
    followed(world, mine.uid)
    ann = world.actor("ann")
    with reading() as session:
        (seen,) = told_by_me(session, world.antenna, actor=ann)
        assert (seen.uid, seen.words, seen.about) == (mine.uid, CURTAINS.words, "Kruisberg 14")
        assert not hasattr(seen, "state")
        for uid in (mine.uid, theirs.uid):
            with pytest.raises(NotFoundError):
                find_signal(session, uid, actor=ann)


def test_the_list_begins_with_what_nobody_has_and_then_goes_by_day(world: World) -> None:
    first, second, third = (told(world, words=f"Number {n}").uid for n in range(3))
    followed(world, first, days=5)
    followed(world, second, days=1)
    with reading() as session:
        found = list_signals(session, world.antenna, actor=world.actor("cora"))
        assert [signal.uid for signal in found] == [third, second, first]
        page = signals_page(session, actor=world.actor("cora"), before=None, limit=2)
        assert [signal.uid for signal in page] == [third, second]


def test_the_text_is_erased_after_the_antenna_s_days_and_the_counts_stay(world: World) -> None:
    signal = ended(world, told(world, about_member_id=world.members["ben"]).uid)
    with reading() as session:
        assert signals_to_erase(session, now=LATER - timedelta(seconds=1)) == []
        (due,) = signals_to_erase(session, now=LATER)
        assert (due.uid, due.antenna, due.ended_on) == (signal.uid, "heembeek", TODAY)
    assert not transact(erase_signal, signal.id, now=LATER - timedelta(seconds=1))
    assert transact(erase_signal, signal.id, now=LATER)
    assert not transact(erase_signal, signal.id, now=LATER)
    found, lines = kept(signal.uid)
    assert (found.words, found.about_words, found.told_by, found.about_member_id) == ("", "", "", None)
    assert (found.outcome, found.channel, found.ended_at) == (SignalOutcome.ALL_WELL, Channel.TALK, NOW)
    assert [(line.deed, line.words) for line in lines] == [("tell", ""), ("end", "")]
    with reading() as session:
        assert outcome_counts(session, world.antenna, actor=world.actor("cora")) == {"all_well": 1}
        assert told_by_me(session, world.antenna, actor=world.actor("ann")) == ()


def test_the_antenna_decides_how_long_the_text_is_kept(world: World) -> None:
    signal = ended(world, told(world).uid)
    decided = {"decided_on": TODAY, "decided_by": "The board", "actor": world.actor("cora"), "now": NOW}
    transact(decide_rule, world.antenna, "signal_days", "7", **decided)
    week: datetime = NOW + timedelta(days=7)
    with reading() as session:
        assert [each.uid for each in signals_to_erase(session, now=week)] == [signal.uid]
        assert signal_page(session, signal.uid, actor=world.actor("cora"), now=NOW).erased_on == week.date()
