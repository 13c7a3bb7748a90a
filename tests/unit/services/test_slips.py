"""The same as last week: which slips come back, and what the next one of each says."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.models.favour import ConfirmedBy
from timebank.services.giving.favours import log_favour
from timebank.services.giving.slips import Repeated, like_last_week, next_slip
from timebank.services.membership.member_endings import leave_member
from timebank.uow import reading, transact

LAST_WEEK = TODAY - timedelta(days=7)


def lists(world: World, name: str = "cora") -> tuple[Repeated, ...]:
    with reading() as session:
        return like_last_week(session, world.antenna, actor=world.actor(name), now=NOW)


def days(world: World) -> list[int]:
    return [(TODAY - each.done_on).days for each in lists(world)]


def slip_after(world: World, uid: UUID, name: str = "cora") -> Any:
    with reading() as session:
        return next_slip(session, uid, actor=world.actor(name), now=NOW)


def test_what_happened_last_week_can_come_back(world: World) -> None:
    for ago, kind in ((3, "visit"), (4, "lift"), (13, "errands"), (14, "walk")):
        world.logged("cora", done_on=TODAY - timedelta(days=ago), category=kind)
    assert days(world) == [13, 4]


def test_a_favour_that_came_back_is_off_the_list(world: World) -> None:
    world.logged("cora", done_on=LAST_WEEK, category="visit")
    assert days(world) == [7]
    world.logged("cora", done_on=TODAY, category="visit")
    assert days(world) == []


def test_who_left_has_no_slip_any_more(world: World) -> None:
    world.logged("cora", done_on=LAST_WEEK)
    transact(leave_member, world.uids["ben"], actor=world.actor("cora"), now=NOW)
    assert days(world) == []


def test_the_next_slip_is_a_week_later_and_signed_by_two(world: World) -> None:
    old = world.logged("cora", said="45 min", done_on=TODAY - timedelta(days=9), category="visit")
    new = slip_after(world, old)
    assert (new.done_on, new.time_said, new.category) == (TODAY - timedelta(days=2), "45 min", "visit")
    assert (new.channel, new.evidence.rests_on) == (Channel.SLIP, ConfirmedBy.SLIP)
    transact(log_favour, new, actor=world.actor("cora"), now=NOW)
    assert (world.balance("ana"), world.balance("ben")) == (45, -45)


def test_no_slip_is_of_a_day_to_come(world: World) -> None:
    old = world.logged("cora", done_on=TODAY - timedelta(days=4))
    assert slip_after(world, old).done_on == TODAY


@pytest.mark.parametrize(
    ("name", "refusal"), [("ben", NotAllowedError), ("ann", NotAllowedError), ("dov", NotFoundError)]
)
def test_only_coordinators_of_the_antenna_see_what_comes_back(
    world: World, name: str, refusal: type[Exception]
) -> None:
    old = world.logged("cora", done_on=LAST_WEEK)
    for look in (lambda: lists(world, name), lambda: slip_after(world, old, name)):
        with pytest.raises(refusal):
            look()
