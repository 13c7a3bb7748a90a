"""Whoever speaks for others gains nothing by it: gifts to oneself, help to oneself, hours by the heap."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW, TODAY, World
from tests.unit.services.test_favours import PHONE, SLIP
from tests.unit.services.test_gifts_and_endings import gift
from timebank.domain.errors import InvalidInputError, LimitError, NotAllowedError
from timebank.domain.rules import GroupMode
from timebank.models.favour import ConfirmedBy
from timebank.services.books.gifts import give
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour
from timebank.services.giving.favours import log_favour
from timebank.services.membership.households import share_account
from timebank.services.membership.members import add_membership
from timebank.services.network.rules import decide_rule
from timebank.uow import transact


@pytest.fixture
def ben_has_two_hours(world: World) -> World:
    world.logged("fay", giver="ben", receiver="fay", said="2u")
    return world


@pytest.mark.parametrize("by", ["cora", "hugo"])
def test_who_speaks_for_ben_gives_none_of_his_hours_to_themselves(ben_has_two_hours: World, by: str) -> None:
    world = ben_has_two_hours
    with pytest.raises(NotAllowedError) as refused:
        transact(give, gift(world, giver="ben", to=by), actor=world.actor(by), now=NOW)
    assert refused.value.error_code == "own_favour"
    transact(give, gift(world, giver="ben", to="fay"), actor=world.actor(by), now=NOW)
    assert (world.balance("ben"), world.balance(by)) == (60, 0)


def test_nor_to_their_household(ben_has_two_hours: World) -> None:
    world = ben_has_two_hours
    transact(share_account, world.uids["cora"], world.uids["fay"], actor=world.actor("carl"), now=NOW)
    with pytest.raises(NotAllowedError):
        transact(give, gift(world, giver="ben", to="fay"), actor=world.actor("cora"), now=NOW)


def test_one_s_own_hours_are_one_s_own_to_give(ben_has_two_hours: World) -> None:
    world = ben_has_two_hours
    transact(give, gift(world, giver="ben", to="hugo"), actor=world.actor("ben"), now=NOW)
    assert world.balance("hugo") == 60


@pytest.mark.parametrize("day", [date(1926, 1, 1), TODAY + timedelta(days=1)])
def test_a_gift_has_a_day_of_these_two_years(ben_has_two_hours: World, day: date) -> None:
    world = ben_has_two_hours
    with pytest.raises(InvalidInputError):
        transact(give, gift(world, giver="ben", done_on=day), actor=world.actor("ben"), now=NOW)


def test_nobody_helps_themselves_in_another_antenna(world: World) -> None:
    elsewhere = transact(
        add_membership, world.antennas["marolles"], world.people["ana"], actor=world.actor("dov"), now=NOW
    )
    new = world.favour(receiver_ids=(elsewhere.id,))
    with pytest.raises(InvalidInputError) as refused:
        transact(log_favour, new, actor=world.actor("ana"), now=NOW)
    assert refused.value.error_code == "giver_is_receiver"


def carriers(world: World) -> tuple[int, ...]:
    return tuple(world.members[name] for name in ("ana", "fay", "hugo", "carl"))


def test_four_carriers_of_three_hours_are_twelve_hours_for_ben_and_take_two_people(world: World) -> None:
    uid = world.logged("ben", giver_ids=carriers(world), said="3u")
    assert world.state_of(uid) == "awaiting_second"
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW)
    assert (world.state_of(uid), world.balance("ben")) == ("confirmed", -720)


def test_what_is_taken_by_phone_in_a_day_counts_every_carrier(world: World) -> None:
    uid = world.logged("cora", giver_ids=carriers(world)[:3], said="1u30", evidence=PHONE)
    assert world.state_of(uid) == "awaiting_second"


def test_what_was_taken_by_phone_before_counts_every_carrier(world: World) -> None:
    first = world.logged("cora", giver_ids=carriers(world)[:3], said="1u", evidence=PHONE)
    assert world.state_of(first) == "confirmed"
    uid = world.logged("cora", giver="dia", said="1u15", evidence=PHONE)
    assert world.state_of(uid) == "awaiting_second"


@pytest.mark.parametrize(
    ("said", "mode", "state"),
    [
        ("3u", GroupMode.POT, "confirmed"),
        ("6u", GroupMode.POT, "awaiting_second"),
        ("3u", GroupMode.EACH, "confirmed"),
        ("5u", GroupMode.SHARED, "confirmed"),
        ("6u", GroupMode.EACH, "confirmed"),
        ("9u", GroupMode.EACH, "awaiting_second"),
        ("9u", GroupMode.SHARED, "awaiting_second"),
    ],
)
def test_two_teachers_of_a_workshop_take_a_second_person_above_what_one_account_may_move(
    world: World, said: str, mode: GroupMode, state: str
) -> None:
    listeners = tuple(world.members[name] for name in ("ben", "fay"))
    givers = tuple(world.members[name] for name in ("ana", "hugo"))
    uid = world.logged("cora", giver_ids=givers, receiver_ids=listeners, said=said, group_mode=mode)
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=SLIP)
    assert world.state_of(uid) == state


def test_antenna_work_of_many_that_takes_more_from_the_pot_than_a_grant_may_takes_two_people(
    world: World,
) -> None:
    word = Evidence(ConfirmedBy.COORDINATOR)
    small = world.logged("cora", giver_ids=carriers(world)[:2], receiver_ids=(), for_antenna=True, said="5u")
    transact(confirm_favour, small, actor=world.actor("cora"), now=NOW, evidence=word)
    assert world.state_of(small) == "confirmed"
    large = world.logged("ann", giver_ids=carriers(world), receiver_ids=(), for_antenna=True, said="3u")
    transact(confirm_favour, large, actor=world.actor("cora"), now=NOW, evidence=word)
    assert world.state_of(large) == "awaiting_second"


def test_between_two_antennas_no_more_is_owed_than_their_rules_let(world: World) -> None:
    def decide(value: str) -> None:
        transact(
            decide_rule, world.antenna, "clearing_ceiling_minutes", value,
            decided_on=TODAY, decided_by="board", actor=world.actor("cora"), now=NOW,
        )  # fmt: skip

    decide("120")
    assert world.state_of(world.logged("ben", giver="dia", said="2u")) == "confirmed"
    with pytest.raises(LimitError):
        world.logged("ben", giver="dia", said="15 min")
    back = world.logged("dov", giver="ben", receiver="dov", said="1u")
    assert (world.state_of(back), world.balance("ben")) == ("confirmed", -60)
    decide("240")
    world.logged("ben", giver="dia", said="2u45")
    assert world.balance("dia") == 285
