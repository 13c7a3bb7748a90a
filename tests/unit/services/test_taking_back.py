"""A favour is taken back though its people have left, moved their account, or died: the books hold."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import NOW, TODAY, World
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.member import Member
from timebank.services.books.bookkeeping import close_books_through
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.membership.households import share_account
from timebank.services.membership.member_endings import leave_member, move_member, record_death
from timebank.uow import reading, transact

WHY = "It was another day"


def reverse(world: World, uid: object) -> None:
    transact(reverse_favour, uid, WHY, actor=world.actor("carl"), now=NOW + timedelta(hours=1))


def account_of(world: World, name: str) -> Account:
    with reading() as session:
        return session.get_one(Account, world.accounts[name])


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).faults == () and check_causes(session) == ()


def test_what_a_leaver_gave_comes_back_out_of_the_pot_that_had_it(world: World) -> None:
    uid = world.logged("ben", said="2u")
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert world.pot() == 120
    reverse(world, uid)
    assert (world.pot(), world.balance("ben")) == (0, 0)
    assert account_of(world, "ana").closed_on == TODAY
    assert account_of(world, "ana").balance_minutes == 0
    assert books_hold()


def test_what_was_forgiven_is_unforgiven_when_it_never_was(world: World) -> None:
    uid = world.logged("ben", said="2u")
    transact(record_death, world.uids["ben"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert world.pot() == -120
    reverse(world, uid)
    assert (world.pot(), world.balance("ana")) == (0, 0)
    assert books_hold()


def test_both_may_be_gone(world: World) -> None:
    uid = world.logged("ben", said="2u")
    for name in ("ana", "ben"):
        transact(record_death, world.uids[name], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    reverse(world, uid)
    assert world.pot() == 0
    assert books_hold()


def test_what_was_brought_into_a_household_is_taken_back_from_it(world: World) -> None:
    uid = world.logged("ben", said="2u")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=NOW)
    assert world.balance("fay") == 120
    reverse(world, uid)
    assert world.balance("fay") == 0
    assert books_hold()


def test_who_shared_and_left_is_followed_to_the_end(world: World) -> None:
    uid = world.logged("ben", said="2u")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=NOW)
    for name in ("fay", "ana"):
        transact(record_death, world.uids[name], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    assert world.pot() == 120
    reverse(world, uid)
    assert (world.pot(), world.balance("ben")) == (0, 0)
    with reading() as session:
        shared = session.get_one(Member, world.members["ana"]).account_id
        assert session.get_one(Account, shared).closed_on == TODAY
    assert books_hold()


def test_four_carriers_of_whom_two_are_gone_are_taken_back_one_by_one(world: World) -> None:
    givers = tuple(world.members[name] for name in ("ana", "fay", "hugo"))
    uid = world.logged("ben", giver_ids=givers)
    transact(share_account, world.uids["ana"], world.uids["tess"], actor=world.actor("cora"), now=NOW)
    transact(record_death, world.uids["fay"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    reverse(world, uid)
    assert [world.balance(name) for name in ("ana", "hugo", "ben", "tess")] == [0, 0, 0, 0]
    assert world.pot() == 0
    assert books_hold()


def test_in_a_closed_period_it_is_taken_back_under_today(world: World) -> None:
    uid = world.logged("ben", said="2u", done_on=TODAY - timedelta(days=40))
    transact(record_death, world.uids["ana"], died_on=TODAY, actor=world.actor("cora"), now=NOW)
    transact(close_books_through, world.books["heembeek"], through=TODAY - timedelta(days=20))
    reverse(world, uid)
    assert world.pot() == 0
    assert books_hold()


@pytest.mark.parametrize("with_hours", [True, False])
def test_who_moved_away_keeps_what_came_along(world: World, *, with_hours: bool) -> None:
    uid = world.logged("ben", said="2u")
    place = world.antennas["marolles"]
    moved = transact(
        move_member, world.uids["ana"], place, with_hours=with_hours, actor=world.actor("cora"), now=NOW
    )
    reverse(world, uid)
    with reading() as session:
        assert session.get_one(Account, moved.account_id).balance_minutes == (120 if with_hours else 0)
    assert world.pot() == (-120 if with_hours else 0)
    assert books_hold()
    with reading() as session:
        open_again = select(Account.id).where(
            Account.id == world.accounts["ana"], Account.closed_on.is_(None)
        )
        assert session.scalar(open_again) is None


def test_leaving_does_not_undo_a_favour_that_stands(world: World) -> None:
    world.logged("ben", said="2u")
    transact(leave_member, world.uids["fay"], actor=world.actor("cora"), now=NOW)
    assert world.balance("ana") == 120
    assert books_hold()
