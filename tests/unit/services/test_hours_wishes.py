"""Hours that are left: a written wish is followed, else they wait and go to the pot; no minute is lost."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, TimebankError
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.member import Member
from timebank.models.wish import HoursWish
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.membership.hours_wishes import NewWish, end_wish, write_wish
from timebank.services.membership.households import share_account
from timebank.services.membership.member_closing import close_leaver, leavers_to_close
from timebank.services.membership.member_endings import leave_member, record_death, return_member
from timebank.services.network.rules import decide_rule
from timebank.uow import reading, transact

LATER = NOW + timedelta(days=91)


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).faults == () and check_causes(session) == ()


def closed_on(world: World, name: str) -> Any:
    with reading() as session:
        return session.get_one(Account, world.accounts[name]).closed_on


def leave(world: World, name: str = "ana", **changes: Any) -> None:
    transact(leave_member, world.uids[name], actor=world.actor("cora"), now=NOW, **changes)


def wish(world: World, by: str = "ana", **changes: Any) -> None:
    transact(write_wish, world.uids["ana"], NewWish(TODAY, **changes), actor=world.actor(by), now=NOW)


def close_due(now: Any = LATER) -> int:
    with reading() as session:
        due = leavers_to_close(session, now=now)
    return sum(transact(close_leaver, each, now=now) for each in due)


@pytest.fixture
def ana_has_two_hours(world: World) -> World:
    world.logged("ben", said="2u")
    return world


def test_hours_of_who_left_wait_and_go_to_the_pot_on_the_ninetieth_day(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    leave(world)
    assert (world.balance("ana"), world.pot(), closed_on(world, "ana")) == (120, 0, None)
    assert close_due(NOW + timedelta(days=89)) == 0
    assert close_due(NOW + timedelta(days=90)) == 1
    assert (world.balance("ana"), world.pot()) == (0, 120)
    assert closed_on(world, "ana") == TODAY + timedelta(days=90)
    assert close_due() == 0
    assert books_hold()


def test_a_late_favour_of_who_left_still_counts_and_goes_on(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    late = world.logged("ana")
    leave(world)
    transact(confirm_favour, late, actor=world.actor("ben"), now=NOW + timedelta(days=3))
    assert world.balance("ana") == 180
    assert close_due() == 1
    assert world.pot() == 180
    assert books_hold()


def test_what_was_received_and_not_given_back_is_forgiven_at_once(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    leave(world, "ben")
    assert (world.balance("ben"), world.pot()) == (0, -120)
    assert close_due() == 1
    assert books_hold()


@pytest.mark.parametrize("ends", ["leave", "die"])
def test_a_written_wish_is_followed_at_once(ana_has_two_hours: World, ends: str) -> None:
    world = ana_has_two_hours
    wish(world, to_member_id=world.members["fay"])
    if ends == "leave":
        leave(world)
    else:
        transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert (world.balance("fay"), world.pot()) == (120, 0)
    assert books_hold()


def test_a_wish_for_another_antenna_goes_over_the_clearing(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    wish(world, to_antenna_id=world.antennas["marolles"])
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert (world.pot("marolles"), world.pot()) == (120, 0)
    assert books_hold()


def test_death_without_a_wish_is_a_silent_transfer_to_the_pot(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert world.pot() == 120
    assert closed_on(world, "ana") == TODAY


def test_what_was_wished_for_someone_who_is_gone_too_goes_to_the_pot(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    wish(world, to_member_id=world.members["fay"])
    leave(world, "fay")
    leave(world)
    assert world.pot() == 120
    assert books_hold()


def test_the_last_wish_counts_and_one_can_be_taken_back(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    wish(world, to_member_id=world.members["fay"])
    wish(world, by="cora", to_member_id=world.members["ben"], witness="Carl")
    with reading() as session:
        kept = session.scalars(select(HoursWish).order_by(HoursWish.id)).all()
    assert [each.ended_at is None for each in kept] == [False, True]
    transact(end_wish, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    with pytest.raises(NotFoundError):
        transact(end_wish, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    leave(world)
    assert world.balance("ana") == 120


@pytest.mark.parametrize(
    ("by", "changes", "error"),
    [
        ("cora", {"to": "fay"}, InvalidInputError),
        ("cora", {"to": "cora", "witness": "Carl"}, NotAllowedError),
        ("ana", {"to": "ana"}, InvalidInputError),
        ("ana", {"to": "dov"}, InvalidInputError),
        ("ana", {"written_on": TODAY + timedelta(days=1)}, InvalidInputError),
        ("ana", {"to_antenna_id": 10_000}, InvalidInputError),
        ("ana", {"words": "x" * 301}, InvalidInputError),
        ("ben", {}, NotFoundError),
        ("tess", {}, NotFoundError),
        ("dov", {"witness": "Dia"}, NotFoundError),
    ],
)
def test_a_wish_that_can_t_be_is_refused(
    world: World, by: str, changes: dict[str, Any], error: type[TimebankError]
) -> None:
    told = {"written_on": TODAY} | changes
    if "to" in told:
        told["to_member_id"] = world.members[told.pop("to")]
    with pytest.raises(error):
        transact(write_wish, world.uids["ana"], NewWish(**told), actor=world.actor(by), now=NOW)


def test_a_helper_writes_down_no_wish(world: World) -> None:
    with pytest.raises(NotFoundError):
        transact(write_wish, world.uids["ben"], NewWish(TODAY), actor=world.actor("hugo"), now=NOW)


def test_who_comes_back_in_time_finds_their_hours(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    leave(world)
    again = transact(return_member, world.uids["ana"], actor=world.actor("cora"), now=NOW + timedelta(days=9))
    with reading() as session:
        assert session.get_one(Account, again.account_id).balance_minutes == 120
    assert closed_on(world, "ana") == TODAY + timedelta(days=9)
    assert close_due() == 0
    assert books_hold()


def test_an_antenna_may_decide_that_nothing_waits(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(
        decide_rule,
        world.antenna,
        "leaver_days",
        "0",
        decided_on=TODAY,
        decided_by="The team",
        actor=world.actor("cora"),
        now=NOW,
    )
    leave(world)
    assert (world.pot(), closed_on(world, "ana")) == (120, TODAY)
    assert books_hold()


def test_an_account_that_two_shared_is_closed_after_the_last_of_them(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=NOW)
    leave(world)
    assert close_due() == 0
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=LATER)
    assert close_due(LATER + timedelta(days=1)) == 0
    assert close_due(LATER + timedelta(days=91)) == 1
    with reading() as session:
        shared = session.get_one(Member, world.members["fay"]).account_id
        assert session.get_one(Account, shared).closed_on is not None
    assert world.pot() == 120
    assert books_hold()
