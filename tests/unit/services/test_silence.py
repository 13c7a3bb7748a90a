"""Silence confirms nothing, but where an antenna decided that it does, and then after a reminder."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.models.favour import Favour
from timebank.models.notice import Notice
from timebank.services.network.rules import decide_rule
from timebank.services.ticking import (
    confirm_by_silence,
    favours_that_silence_confirms,
    favours_to_remind,
    remind_of_favour,
)
from timebank.uow import reading, transact


@pytest.fixture
def silence_counts(world: World) -> World:
    decide(world, "silence", "counts")
    return world


def decide(world: World, rule: str, value: str) -> None:
    transact(
        decide_rule, world.antenna, rule, value,
        decided_on=TODAY, decided_by="board", actor=world.actor("cora"), now=NOW,
    )  # fmt: skip


def tick(days: float) -> tuple[int, int]:
    """What the tick does so many days later: (reminded, confirmed)."""
    moment = NOW + timedelta(days=days)
    with reading() as session:
        due = list(favours_to_remind(session, now=moment))
        silent = list(favours_that_silence_confirms(session, now=moment))
    reminded = sum(transact(remind_of_favour, each, now=moment) for each in due)
    return reminded, sum(transact(confirm_by_silence, each, now=moment) for each in silent)


def test_silence_confirms_nothing_by_itself(world: World) -> None:
    uid = world.logged("ana")
    assert [tick(7), tick(14), tick(60)] == [(1, 0), (0, 0), (0, 0)]
    assert world.state_of(uid) == "logged"


def test_silence_counts_a_week_after_the_reminder_where_the_antenna_decided_so(silence_counts: World) -> None:
    world = silence_counts
    uid = world.logged("ana")
    assert [tick(6.9), tick(7), tick(13.9)] == [(0, 0), (1, 0), (0, 0)]
    with reading() as session:
        kinds = session.scalars(select(Notice.kind).where(Notice.person_id == world.people["ben"])).all()
    assert "favour_reminder" in kinds
    assert tick(14) == (0, 1)
    assert (world.state_of(uid), world.balance("ana")) == ("confirmed", 60)


def test_a_reminder_that_comes_late_gives_its_week_all_the_same(silence_counts: World) -> None:
    world = silence_counts
    uid = world.logged("ana")
    assert [tick(20), tick(20.1), tick(26.9)] == [(1, 0), (0, 0), (0, 0)]
    assert world.state_of(uid) == "logged"
    assert tick(27) == (0, 1)


def test_silence_pays_no_antenna_work_for_nobody_was_reminded(silence_counts: World) -> None:
    world = silence_counts
    world.logged("ana", receiver_ids=(), for_antenna=True)
    tick(7)
    assert tick(30) == (0, 0)
    assert world.pot() == 0


def test_a_step_that_comes_too_early_or_after_the_rule_has_changed_confirms_nothing(
    silence_counts: World,
) -> None:
    world = silence_counts
    uid = world.logged("ana")
    with reading() as session:
        favour_id = session.scalars(select(Favour.id).where(Favour.uid == uid)).one()
    tick(7)
    assert not transact(confirm_by_silence, favour_id, now=NOW + timedelta(days=13))
    decide(world, "silence", "ring")
    assert not transact(confirm_by_silence, favour_id, now=NOW + timedelta(days=14))
    assert not transact(confirm_by_silence, 999, now=NOW + timedelta(days=14))
    assert world.state_of(uid) == "logged"


def test_who_disputed_it_was_not_silent(silence_counts: World) -> None:
    from timebank.services.giving.favour_steps import dispute_favour

    world = silence_counts
    uid = world.logged("ana")
    tick(7)
    transact(dispute_favour, uid, "It was shorter", actor=world.actor("ben"), now=NOW + timedelta(days=8))
    assert tick(14) == (0, 0)
    assert world.state_of(uid) == "disputed"


def test_more_than_the_limit_still_takes_a_second_person(silence_counts: World) -> None:
    world = silence_counts
    uid = world.logged("ana", said="9u")
    tick(7)
    assert tick(14) == (0, 1)
    assert world.state_of(uid) == "awaiting_second"
