"""Gatherings, on both databases: planned, held or called off, and who came noted once whoever ticks."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
    TimebankError,
    WrongStateError,
)
from timebank.extensions import db
from timebank.models.gathering import Gathering, GatheringKind
from timebank.participation.facts import AttendanceFact
from timebank.participation.periods import Period
from timebank.participation.reach import attendance
from timebank.services.measuring.gathering_lists import (
    GatheringTotals,
    gathering_totals,
    gatherings_page,
    list_gatherings,
    who_came,
)
from timebank.services.measuring.gatherings import (
    GatheringDetails,
    WhoCame,
    call_off_gathering,
    change_gathering,
    details_of,
    find_gathering,
    note_attendance,
    plan_gathering,
)
from timebank.uow import reading, transact

COFFEE = GatheringDetails("Koffie in de Linde", TODAY, 14 * 60, "De Linde", GatheringKind.COFFEE)


def planned(world: World, by: str = "cora", slug: str = "heembeek", **changes: object) -> Gathering:
    details = replace(COFFEE, **changes)  # type: ignore[arg-type]
    return transact(plan_gathering, world.antennas[slug], details, actor=world.actor(by), now=NOW)


def noted(
    world: World,
    uid: UUID,
    *came: str,
    gone: tuple[str, ...] = (),
    faces: int | None = None,
    by: str = "cora",
) -> Gathering:
    who = WhoCame(
        frozenset(world.members[each] for each in came),
        frozenset(world.members[each] for each in gone),
        faces,
    )
    return transact(note_attendance, uid, who, actor=world.actor(by), now=NOW)


def names(world: World, uid: UUID) -> list[str]:
    cora = world.actor("cora")
    with reading() as session:
        gathering = find_gathering(session, uid, actor=cora)
        return [each.person.given_name for each in who_came(session, gathering, actor=cora)]


def test_who_came_is_noted_by_differences_so_two_who_tick_both_count(world: World) -> None:
    uid = planned(world).uid
    noted(world, uid, "ben", "ana", faces=2)
    noted(world, uid, "fay", "ana", by="carl")
    assert names(world, uid) == ["Ana", "Ben", "Fay"]
    assert noted(world, uid, "ana", gone=("ben", "ana")).new_faces == 2
    assert names(world, uid) == ["Fay"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "  "}, "title_missing"),
        ({"title": "x" * 81}, "text_long"),
        ({"place": "x" * 121}, "text_long"),
        ({"held_on": TODAY + timedelta(days=400)}, "date_far"),
        ({"held_on": date(1990, 1, 1)}, "date_far"),
        ({"from_minute": 1440}, "time_not_understood"),
    ],
)
def test_a_gathering_has_a_title_and_a_day_that_can_be(
    world: World, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        planned(world, **changes)
    assert refused.value.error_code == code


def test_nobody_has_come_before_the_day_or_from_elsewhere(world: World) -> None:
    tomorrow, today = planned(world, held_on=TODAY + timedelta(days=1)).uid, planned(world).uid
    for uid, came, faces, code in (
        (tomorrow, "ben", None, "not_yet"),
        (today, "dia", None, "not_a_member"),
        (today, "ben", 501, "number_out_of_range"),
        (today, "ben", -1, "number_out_of_range"),
    ):
        with pytest.raises(InvalidInputError) as refused:
            noted(world, uid, came, faces=faces)
        assert refused.value.error_code == code
    assert names(world, today) == []


def test_only_coordinators_plan_tick_and_read_names(world: World) -> None:
    uid = planned(world).uid
    for name, error in (
        ("ana", NotAllowedError),
        ("ann", NotAllowedError),
        ("tess", NotAllowedError),
        ("dov", NotFoundError),
    ):
        for work in (planned, lambda world, by, uid=uid: noted(world, uid, "ben", by=by)):
            with pytest.raises(error):
                work(world, by=name)
        with reading() as session, pytest.raises(TimebankError):
            who_came(session, find_gathering(session, uid, actor=world.actor(name)), actor=world.actor(name))


def test_it_is_changed_by_who_saw_the_newest_and_not_moved_ahead_once_people_came(world: World) -> None:
    made, cora = planned(world), world.actor("cora")
    moved = replace(details_of(made), title="Soep", held_on=TODAY + timedelta(days=2))
    transact(change_gathering, made.uid, moved, version=1, actor=cora, now=NOW)
    with pytest.raises(StaleError):
        transact(change_gathering, made.uid, moved, version=1, actor=cora, now=NOW)
    held = planned(world)
    noted(world, held.uid, "ben")
    with pytest.raises(InvalidInputError):
        transact(change_gathering, held.uid, moved, version=held.version, actor=cora, now=NOW)


def test_one_that_is_called_off_takes_nobody_and_one_that_was_held_isn_t_called_off(world: World) -> None:
    off, held, cora = planned(world).uid, planned(world).uid, world.actor("cora")
    transact(call_off_gathering, off, actor=cora, now=NOW)
    noted(world, held, faces=1)
    with pytest.raises(WrongStateError):
        noted(world, off, "ben")
    for uid in (off, held):
        with pytest.raises(WrongStateError):
            transact(call_off_gathering, uid, actor=cora, now=NOW)
    with pytest.raises(WrongStateError):
        transact(change_gathering, off, COFFEE, version=2, actor=cora, now=NOW)


def test_members_read_what_comes_and_coordinators_who_was_there(world: World) -> None:
    past = planned(world, held_on=TODAY - timedelta(days=1)).uid
    late, soon = (planned(world, held_on=TODAY + timedelta(days=days)).uid for days in (9, 0))
    noted(world, past, "ben", "ana")
    with reading() as session:
        for name, been in (("ana", []), ("pia", []), ("cora", [past])):
            found = list_gatherings(session, world.antenna, actor=world.actor(name), now=NOW)
            assert [each.uid for each in found.coming] == [soon, late]
            assert [each.uid for each in found.been] == been
        assert list(found.came.values()) == [2]
        page = gatherings_page(session, actor=world.actor("ana"), before=None, limit=2)
        assert [each.uid for each in page] == [soon, late]
        assert gatherings_page(session, actor=world.actor("dov"), before=None, limit=2) == []
        for name in ("dov", "olga"):
            with pytest.raises(NotFoundError):
                list_gatherings(session, world.antenna, actor=world.actor(name), now=NOW)


def test_the_totals_are_those_of_plain_counting_in_three_statements(world: World) -> None:
    visits: list[AttendanceFact] = []
    for days, came in ((40, "ben"), (20, "ben ana"), (3, "ana fay"), (0, "ben fay hugo")):
        day = TODAY - timedelta(days=days)
        noted(world, planned(world, held_on=day).uid, *came.split(), faces=days % 7)
        visits += [AttendanceFact(world.members[each], day) for each in came.split()]
    transact(call_off_gathering, planned(world).uid, actor=world.actor("cora"), now=NOW)
    planned(world, "dov", "marolles")
    period = Period(TODAY - timedelta(days=20), TODAY)
    statements: list[str] = []

    def note(*told: object) -> None:
        statements.append(str(told[2]))

    with reading() as session:
        event.listen(db.engine, "before_cursor_execute", note)
        totals = gathering_totals(session, [world.antenna], period)
        event.remove(db.engine, "before_cursor_execute", note)
        assert totals == GatheringTotals(2, 4, 3, 2, 6 + 3)
        assert totals.attendance == attendance(visits, period)
        assert len([each for each in statements if each.startswith("SELECT")]) == 3
        both = gathering_totals(
            session, list(world.antennas.values()), Period(TODAY, TODAY + timedelta(days=1))
        )
        assert (both.gatherings, both.visits) == (2, 3)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM gathering",
        "UPDATE gathering SET antenna_id = antenna_id + 1",
        "UPDATE gathering SET called_off_at = planned_at",
        "UPDATE gathering SET new_faces = -1",
        "UPDATE gathering SET title = ''",
        "UPDATE gathering SET from_minute = 1440",
        "UPDATE gathering SET kind = 'rave'",
        "UPDATE attendance SET member_id = member_id + 1",
        "INSERT INTO attendance SELECT g.id, m.id, g.planned_at FROM gathering g, member m"
        " WHERE m.antenna_id <> g.antenna_id",
    ],
)
def test_a_database_shell_can_t_make_up_who_came(world: World, statement: str) -> None:
    noted(world, planned(world).uid, "ben")
    with pytest.raises((IntegrityError, DBAPIError)), db.engine.begin() as connection:
        connection.execute(text(statement))
