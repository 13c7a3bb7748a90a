"""Two who share one account, and part again: no minute is lost, and the books hold."""

import pytest
from sqlalchemy import select

from tests.factories import NOW, World
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    SelfConfirmationError,
    StaleError,
)
from timebank.ledger.model import Account
from timebank.ledger.proof import check_books
from timebank.models.member import Member, MemberStepTaken
from timebank.services.books.causes import check_causes
from timebank.services.giving.favour_steps import confirm_favour, reverse_favour
from timebank.services.membership.households import part_account, share_account
from timebank.services.membership.member_endings import leave_member
from timebank.uow import reading, transact


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).holds


@pytest.fixture
def ana_has_two_hours(world: World) -> World:
    world.logged("ben", said="2u")
    return world


def test_a_couple_shares_one_account_with_what_both_had(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    household = transact(
        share_account, world.uids["ana"], world.uids["hugo"], actor=world.actor("cora"), now=NOW
    )
    with reading() as session:
        accounts = {session.get_one(Member, world.members[name]).account_id for name in ("ana", "hugo")}
        assert accounts == {household.account_id}
        assert session.get_one(Account, household.account_id).balance_minutes == 120
    with pytest.raises(InvalidInputError):
        transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=NOW)
    transact(leave_member, world.uids["ana"], actor=world.actor("cora"), now=NOW)
    with reading() as session:
        assert session.get_one(Account, household.account_id).closed_on is None
    assert books_hold()


def test_a_couple_moves_no_hours_between_them_nor_confirms_for_each_other_s_receiver(world: World) -> None:
    transact(share_account, world.uids["ana"], world.uids["hugo"], actor=world.actor("cora"), now=NOW)
    with pytest.raises(InvalidInputError):
        world.logged("hugo", giver="ana", receiver="hugo")
    uid = world.logged("ana", giver="ana", receiver="ben")
    with pytest.raises(SelfConfirmationError):
        transact(confirm_favour, uid, actor=world.actor("hugo"), now=NOW)


def shared_by_ana_and_fay(world: World) -> None:
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=NOW)


def part(world: World, minutes: int, decision: str = "Both agreed", **changes: object) -> None:
    given: dict[str, object] = {"actor": world.actor("cora"), "now": NOW} | changes
    transact(part_account, world.uids["ana"], minutes, decision, **given)


def test_two_who_part_each_get_their_share_and_no_minute_is_lost(ana_has_two_hours: World) -> None:
    world = ana_has_two_hours
    shared_by_ana_and_fay(world)
    part(world, 75)
    assert (world.balance("ana"), world.balance("fay")) == (75, 45)
    with reading() as session:
        notes = session.scalars(select(MemberStepTaken.note).where(MemberStepTaken.step == "part")).all()
        assert notes == ["Both agreed", "Both agreed"]
        assert check_causes(session) == ()
    assert books_hold()
    world.logged("ben")
    transact(share_account, world.uids["ana"], world.uids["hugo"], actor=world.actor("cora"), now=NOW)
    assert world.balance("hugo") == 135
    assert books_hold()


def test_a_favour_of_a_shared_account_can_be_taken_back_after_they_parted(world: World) -> None:
    shared_by_ana_and_fay(world)
    uid = world.logged("ben", said="2u")
    part(world, 0)
    transact(reverse_favour, uid, "Another day", actor=world.actor("carl"), now=NOW)
    assert (world.balance("ana"), world.balance("fay"), world.balance("ben")) == (-120, 120, 0)
    with reading() as session:
        assert check_causes(session) == ()
    assert books_hold()


def test_what_was_received_can_be_divided_too(world: World) -> None:
    world.logged("ana", "ben", "ana", said="2u")
    shared_by_ana_and_fay(world)
    part(world, -60)
    assert (world.balance("ana"), world.balance("fay")) == (-60, -60)
    assert books_hold()


@pytest.mark.parametrize(
    ("minutes", "decision", "code"),
    [
        (75, " ", "decision_missing"),
        (-15, "Both agreed", "share_out_of_range"),
        (135, "Yes", "share_out_of_range"),
    ],
)
def test_a_division_that_can_t_be_is_refused(
    ana_has_two_hours: World, minutes: int, decision: str, code: str
) -> None:
    shared_by_ana_and_fay(ana_has_two_hours)
    with pytest.raises(InvalidInputError) as refused:
        part(ana_has_two_hours, minutes, decision)
    assert refused.value.error_code == code


def test_who_shares_nothing_parts_from_nobody_and_only_a_coordinator_outside_divides(world: World) -> None:
    with pytest.raises(InvalidInputError):
        part(world, 0)
    shared_by_ana_and_fay(world)
    for name, error in (("ana", NotAllowedError), ("dov", NotFoundError), ("tess", NotFoundError)):
        with pytest.raises(error):
            part(world, 0, actor=world.actor(name))
    with pytest.raises(StaleError):
        part(world, 0, balance=15)
    transact(share_account, world.uids["cora"], world.uids["ben"], actor=world.actor("carl"), now=NOW)
    with pytest.raises(NotAllowedError):
        transact(part_account, world.uids["ben"], 0, "Yes", actor=world.actor("cora"), now=NOW)
