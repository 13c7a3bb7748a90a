"""The duty roster: whose turn it can be, who steps in, and what two who change it at once find."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError

from tests.factories import NOW, TODAY, World, make_world
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, StaleError
from timebank.domain.permissions import Role
from timebank.extensions import db
from timebank.models.antenna import RoleMandate
from timebank.models.desk import Duty
from timebank.services.coordinating.roster import DutyDetails, add_duty, change_duty, remove_duty, step_in
from timebank.services.coordinating.roster_lists import Turn, possible_people, turns_between
from timebank.services.membership.member_endings import record_death
from timebank.services.network.antennas import NewMandate, end_mandate, give_mandate
from timebank.services.promising.feeds import Feed, make_feed, read_feed
from timebank.uow import reading, transact

THURSDAY = TODAY + timedelta(days=3)


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def afternoon(
    world: World, name: str = "cora", other: str | None = "carl", day: date = THURSDAY
) -> DutyDetails:
    """Two to four."""
    return DutyDetails(day, 840, 960, world.people[name], world.people[other] if other else None)


def planned(world: World, details: DutyDetails | None = None, *, weeks: int = 1, by: str = "cora") -> int:
    """A turn; its id, the first of several."""
    actor = world.actor(by)
    return transact(add_duty, world.antenna, details or afternoon(world), weeks=weeks, actor=actor, now=NOW)[
        0
    ].id


def turns(world: World, by: str = "cora", days: int = 300) -> tuple[Turn, ...]:
    actor = world.actor(by)
    with reading() as session:
        return turns_between(session, world.antenna, TODAY, TODAY + timedelta(days=days), actor=actor)


def end_roles_of(world: World, name: str, role: Role) -> None:
    with reading() as session:
        ids = session.scalars(
            select(RoleMandate.id).where(
                RoleMandate.person_id == world.people[name], RoleMandate.role == role
            )
        ).all()
    for mandate_id in ids:
        transact(end_mandate, mandate_id, actor=world.actor("cora"), now=NOW)


def test_a_turn_has_a_name_a_substitute_and_its_hours(world: World) -> None:
    planned(world)
    (turn,) = turns(world, by="ann")
    assert (turn.name, turn.substitute) == ("Cora Peeters", "Carl Peeters")
    assert (turn.on_day, turn.from_minute, turn.until_minute) == (THURSDAY, 840, 960)
    assert not turn.gone
    assert not turn.substitute_gone


def test_a_turn_comes_back_every_week_for_as_long_as_was_said(world: World) -> None:
    planned(world, weeks=3)
    assert [turn.on_day for turn in turns(world)] == [THURSDAY + timedelta(weeks=week) for week in range(3)]


def test_where_one_of_the_weeks_is_taken_none_is_planned(world: World) -> None:
    planned(world, afternoon(world, day=THURSDAY + timedelta(weeks=1)))
    with pytest.raises(InvalidInputError) as refused:
        planned(world, weeks=3)
    assert refused.value.error_code == "duty_there"
    assert len(turns(world)) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on_day": TODAY - timedelta(days=1)}, "duty_day"),
        ({"on_day": TODAY + timedelta(days=400)}, "duty_day"),
        ({"until_minute": 840}, "duty_hours"),
        ({"until_minute": 1441}, "duty_hours"),
        ({"from_minute": -1}, "duty_hours"),
        ({"person_id": 0}, "duty_person"),
    ],
)
def test_what_is_no_turn_is_refused(world: World, changes: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        planned(world, replace(afternoon(world), **changes))  # type: ignore[arg-type]
    assert refused.value.error_code == code


@pytest.mark.parametrize("weeks", [0, 14])
def test_a_turn_is_planned_for_a_quarter_of_a_year_at_most(world: World, weeks: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        planned(world, weeks=weeks)
    assert refused.value.error_code == "number_out_of_range"


def test_nobody_steps_in_for_themselves(world: World) -> None:
    with pytest.raises(InvalidInputError) as refused:
        planned(world, afternoon(world, "cora", "cora"))
    assert refused.value.error_code == "duty_substitute"


@pytest.mark.parametrize("name", ["ben", "tess", "dov"])
def test_a_turn_is_for_who_has_a_role_on_that_day(world: World, name: str) -> None:
    for details in (afternoon(world, name), afternoon(world, "cora", name)):
        with pytest.raises(InvalidInputError) as refused:
            planned(world, details)
        assert refused.value.error_code == "duty_person"


def test_who_begins_next_week_has_a_turn_from_then_on(world: World) -> None:
    later = TODAY + timedelta(days=7)
    new = NewMandate(world.people["fay"], Role.ANTENNA_PERSON, later, None, world.antenna)
    transact(give_mandate, new, actor=world.actor("cora"), now=NOW)
    with reading() as session:
        assert world.people["fay"] in possible_people(session, world.antenna, TODAY)
    with pytest.raises(InvalidInputError):
        planned(world, afternoon(world, "fay"))
    planned(world, afternoon(world, "fay", day=later))


def test_who_left_the_team_or_died_is_seen_in_the_roster(world: World) -> None:
    planned(world, afternoon(world, "carl", "ann"))
    end_roles_of(world, "carl", Role.COORDINATOR)
    transact(record_death, world.uids["ann"], actor=world.actor("cora"), now=NOW, died_on=TODAY)
    (turn,) = turns(world)
    assert turn.gone
    assert turn.substitute_gone


def test_who_steps_in_has_the_turn_and_a_substitute_who_did_is_substitute_no_more(world: World) -> None:
    first = planned(world)
    transact(step_in, world.antenna, first, version=1, actor=world.actor("carl"), now=NOW)
    second = planned(world, afternoon(world, day=THURSDAY + timedelta(days=1)))
    transact(step_in, world.antenna, second, version=1, actor=world.actor("ann"), now=NOW)
    assert [(turn.given_name, turn.substitute_given_name) for turn in turns(world)] == [
        ("Carl", ""),
        ("Ann", "Carl"),
    ]


def test_of_two_who_step_in_at_once_the_second_hears_it(world: World) -> None:
    turn = planned(world)
    transact(step_in, world.antenna, turn, version=1, actor=world.actor("carl"), now=NOW)
    with pytest.raises(StaleError):
        transact(step_in, world.antenna, turn, version=1, actor=world.actor("ann"), now=NOW)
    assert turns(world)[0].given_name == "Carl"


def test_a_change_of_what_was_changed_meanwhile_is_refused(world: World) -> None:
    turn, cora = planned(world), world.actor("cora")
    new = replace(afternoon(world), until_minute=1020)
    transact(change_duty, world.antenna, turn, new, version=1, actor=cora, now=NOW)
    assert turns(world)[0].until_minute == 1020
    for work, told in ((change_duty, (new,)), (remove_duty, ())):
        with pytest.raises(StaleError):
            transact(work, world.antenna, turn, *told, version=1, actor=cora, now=NOW)
    transact(remove_duty, world.antenna, turn, version=2, actor=cora, now=NOW)
    assert turns(world) == ()
    with pytest.raises(NotFoundError):
        transact(remove_duty, world.antenna, turn, version=2, actor=cora, now=NOW)


@pytest.mark.parametrize(
    ("name", "error"), [("ben", NotAllowedError), ("tess", NotAllowedError), ("dov", NotFoundError)]
)
def test_the_roster_is_the_team_s(world: World, name: str, error: type[Exception]) -> None:
    turn, actor = planned(world), world.actor(name)
    with pytest.raises(error):
        turns(world, by=name)
    with pytest.raises(error):
        planned(world, by=name)
    for work in (step_in, remove_duty):
        with pytest.raises(error):
            transact(work, world.antenna, turn, version=1, actor=actor, now=NOW)


def test_an_antenna_person_plans_nothing(world: World) -> None:
    turn = planned(world)
    with pytest.raises(NotAllowedError):
        planned(world, by="ann")
    with pytest.raises(NotAllowedError):
        transact(remove_duty, world.antenna, turn, version=1, actor=world.actor("ann"), now=NOW)


def test_another_antenna_s_turn_isn_t_found(world: World) -> None:
    turn, dov = planned(world), world.actor("dov")
    for work in (step_in, remove_duty):
        with pytest.raises(NotFoundError):
            transact(work, world.antennas["marolles"], turn, version=1, actor=dov, now=NOW)


def span(duty: Duty) -> None:
    duty.until_minute = duty.from_minute


def own_substitute(duty: Duty) -> None:
    duty.substitute_id = duty.person_id


@pytest.mark.parametrize("spoil", [span, own_substitute])
def test_the_database_refuses_what_is_no_turn(world: World, spoil: Callable[[Duty], None]) -> None:
    turn = planned(world)

    def write(session: object) -> None:
        spoil(session.get_one(Duty, turn))  # type: ignore[attr-defined]
        session.flush()  # type: ignore[attr-defined]

    with pytest.raises(IntegrityError):
        transact(write)


def read(secret: str) -> Feed:
    with reading() as session:
        return read_feed(session, secret, now=NOW)


def test_the_antenna_s_calendar_has_the_turns_with_given_names(world: World) -> None:
    planned(world)
    feed = read(transact(make_feed, world.antenna, actor=world.actor("cora"), now=NOW))
    (turn,) = feed.turns
    assert (turn.name, turn.substitute) == ("Cora", "Carl")
    assert turn.starts_at.isoformat() == f"{THURSDAY}T13:00:00+00:00"
    assert turn.ends_at - turn.starts_at == timedelta(hours=2)


def own_feed(world: World, name: str) -> Feed:
    return read(transact(make_feed, actor=world.actor(name), now=NOW))


def test_one_s_own_calendar_has_one_s_turns_and_those_in_which_one_steps_in(world: World) -> None:
    planned(world)
    planned(world, replace(afternoon(world, "carl", "ann"), from_minute=600, until_minute=700))
    (turn,) = own_feed(world, "cora").turns
    assert (turn.side, turn.antenna, turn.name, turn.substitute) == ("own", "Heembeek", "Cora", "Carl")
    assert turn.starts_at.isoformat() == f"{THURSDAY}T13:00:00+00:00"
    assert "Peeters" not in repr(turn)
    assert [each.side for each in own_feed(world, "carl").turns] == ["own", "steps_in"]
    assert [each.side for each in own_feed(world, "ann").turns] == ["steps_in"]
    for other in ("ana", "dov", "tess"):
        assert own_feed(world, other).turns == ()


def test_one_s_own_calendar_has_no_turn_without_the_role_and_no_name_of_who_left(world: World) -> None:
    planned(world, afternoon(world, "carl", "ann"))
    secret = transact(make_feed, actor=world.actor("ann"), now=NOW)
    end_roles_of(world, "carl", Role.COORDINATOR)
    (turn,) = read(secret).turns
    assert (turn.side, turn.name) == ("steps_in", "")
    end_roles_of(world, "ann", Role.ANTENNA_PERSON)
    assert read(secret).turns == ()


def test_the_calendar_leaves_out_who_has_left(world: World) -> None:
    planned(world, afternoon(world, "carl", None))
    end_roles_of(world, "carl", Role.COORDINATOR)
    assert read(transact(make_feed, world.antenna, actor=world.actor("cora"), now=NOW)).turns == ()


def test_the_number_of_statements_does_not_grow_with_the_roster(world: World) -> None:
    def statements() -> int:
        counted: list[str] = []

        def count(_c: object, _cur: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        actor = world.actor("cora")
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            with reading() as session:
                turns_between(session, world.antenna, TODAY, THURSDAY, actor=actor)
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
        return len(counted)

    planned(world)
    few = statements()
    for hour, name in ((9, "carl"), (10, "ann"), (11, "carl")):
        planned(world, replace(afternoon(world, name, None), from_minute=hour * 60))
    assert statements() == few
