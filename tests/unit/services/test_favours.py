"""A favour's life, on both databases: logged, agreed, booked, disputed, taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.factories import NOW, TODAY, World
from timebank.domain.channels import Channel
from timebank.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    SelfConfirmationError,
    WrongStateError,
)
from timebank.domain.rules import GroupMode
from timebank.ledger.proof import check_books
from timebank.models.favour import ConfirmedBy
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import (
    confirm_favour,
    dispute_favour,
    reverse_favour,
    settle_dispute,
    undo_favour,
)
from timebank.services.giving.favours import NearDoubleError, log_favour, same_again
from timebank.uow import reading, transact

PHONE = Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=NOW)
SLIP = Evidence(ConfirmedBy.SLIP)


def books_hold() -> bool:
    with reading() as session:
        return check_books(session).holds


def test_a_giver_s_favour_waits_for_the_receiver_and_then_moves_the_minutes(world: World) -> None:
    uid = world.logged("ana", said="1u10")
    assert world.state_of(uid) == "logged"
    assert world.balance("ana") == 0
    transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    assert world.state_of(uid) == "confirmed"
    assert (world.balance("ana"), world.balance("ben")) == (75, -75)
    assert books_hold()


def test_a_receiver_who_writes_it_down_has_agreed(world: World) -> None:
    uid = world.logged("ben")
    assert world.state_of(uid) == "confirmed"
    assert world.balance("ben") == -60


def test_a_helper_with_consent_confirms_for_the_receiver(world: World) -> None:
    uid = world.logged("ana")
    transact(confirm_favour, uid, actor=world.actor("hugo"), now=NOW)
    assert world.state_of(uid) == "confirmed"


def test_a_helper_can_t_confirm_hours_of_their_own(world: World) -> None:
    uid = world.logged("hugo", giver="hugo")
    with pytest.raises(SelfConfirmationError):
        transact(confirm_favour, uid, actor=world.actor("hugo"), now=NOW)


def test_confirming_twice_pays_once(world: World) -> None:
    uid = world.logged("ana")
    transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    with pytest.raises(WrongStateError):
        transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    assert world.balance("ana") == 60


def test_a_coordinator_confirms_what_she_heard_by_phone(world: World) -> None:
    uid = world.logged("ana")
    with pytest.raises(NotAllowedError):
        transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW)
    with pytest.raises(InvalidInputError):
        transact(
            confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=Evidence(ConfirmedBy.PHONE)
        )
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=PHONE)
    assert world.balance("ana") == 60


def test_a_coordinator_can_t_confirm_hours_of_her_own_by_phone_or_slip(world: World) -> None:
    uid = world.logged("cora", giver="cora")
    for evidence in (PHONE, SLIP):
        with pytest.raises(SelfConfirmationError):
            transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=evidence)
    assert world.state_of(uid) == "logged"


def test_an_antenna_person_enters_a_slip_but_hears_no_phone(world: World) -> None:
    uid = world.logged("ann")
    with pytest.raises(NotAllowedError):
        transact(confirm_favour, uid, actor=world.actor("ann"), now=NOW, evidence=PHONE)
    uid = world.logged("ann", said="2u", evidence=SLIP, channel=Channel.SLIP)
    assert world.state_of(uid) == "confirmed"


def test_without_hours_counts_as_a_favour_and_moves_nothing(world: World) -> None:
    uid = world.logged("ben", with_hours=False, said="")
    assert world.state_of(uid) == "confirmed"
    assert world.balance("ana") == 0


def test_an_outsider_neither_sees_nor_confirms_it(world: World) -> None:
    uid = world.logged("ana")
    for name in ("dov", "pia", "olga", "fay"):
        with pytest.raises(NotFoundError):
            transact(confirm_favour, uid, actor=world.actor(name), now=NOW)


def test_a_member_can_t_log_a_favour_of_two_others(world: World) -> None:
    with pytest.raises(NotAllowedError):
        world.logged("fay")
    with pytest.raises(NotFoundError):
        world.logged("dia")


def test_more_than_the_limit_takes_two_people(world: World) -> None:
    uid = world.logged("ben", said="9u")
    assert world.state_of(uid) == "awaiting_second"
    assert world.balance("ana") == 0
    with pytest.raises(NotAllowedError):
        transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW)
    assert world.balance("ana") == 540


def test_the_second_person_isn_t_the_first_nor_the_giver(world: World) -> None:
    uid = world.logged("ana", said="9u")
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=PHONE)
    with pytest.raises(NotAllowedError):
        transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW)
    transact(confirm_favour, uid, actor=world.actor("tess"), now=NOW)
    assert world.state_of(uid) == "confirmed"


def test_hours_taken_by_phone_for_one_person_in_a_day_are_capped(world: World) -> None:
    actor = world.actor("cora")
    for giver, expected in (("ana", "confirmed"), ("fay", "awaiting_second")):
        uid = world.logged("cora", giver=giver, said="2u30")
        transact(confirm_favour, uid, actor=actor, now=NOW, evidence=PHONE)
        assert world.state_of(uid) == expected


def test_who_wrote_it_undoes_it_within_ten_minutes(world: World) -> None:
    uid = world.logged("ben")
    transact(undo_favour, uid, actor=world.actor("ben"), now=NOW + timedelta(minutes=9))
    assert world.state_of(uid) == "undone"
    assert world.balance("ben") == 0
    uid = world.logged("ben", said="2u")
    with pytest.raises(WrongStateError):
        transact(undo_favour, uid, actor=world.actor("ben"), now=NOW + timedelta(minutes=11))
    with pytest.raises(NotAllowedError):
        transact(undo_favour, uid, actor=world.actor("ana"), now=NOW)
    assert books_hold()


def test_a_dispute_needs_a_reason_and_a_coordinator_who_is_no_party_settles_it(world: World) -> None:
    uid = world.logged("ben")
    with pytest.raises(InvalidInputError):
        transact(dispute_favour, uid, " ", actor=world.actor("ana"), now=NOW)
    transact(dispute_favour, uid, "It was shorter", actor=world.actor("ana"), now=NOW)
    assert world.balance("ben") == -60
    with pytest.raises(NotAllowedError):
        transact(settle_dispute, uid, stands=False, settlement="x", actor=world.actor("ben"), now=NOW)
    transact(settle_dispute, uid, stands=False, settlement="They agreed", actor=world.actor("cora"), now=NOW)
    assert world.state_of(uid) == "withdrawn"
    assert world.balance("ben") == 0
    assert books_hold()


def test_a_dispute_that_stands_books_what_wasn_t_booked_yet(world: World) -> None:
    uid = world.logged("ana")
    transact(dispute_favour, uid, "Was it Tuesday?", actor=world.actor("ben"), now=NOW)
    transact(settle_dispute, uid, stands=True, settlement="It was", actor=world.actor("cora"), now=NOW)
    assert world.state_of(uid) == "confirmed"
    assert world.balance("ana") == 60


def test_a_confirmed_favour_is_corrected_by_reversal_once(world: World) -> None:
    uid = world.logged("ben")
    transact(reverse_favour, uid, "wrong Ana", actor=world.actor("cora"), now=NOW)
    with pytest.raises(WrongStateError):
        transact(reverse_favour, uid, "again", actor=world.actor("cora"), now=NOW)
    assert world.balance("ana") == 0
    assert books_hold()


def test_a_coordinator_doesn_t_correct_a_favour_of_her_own(world: World) -> None:
    uid = world.logged("cora", giver="ana", receiver="cora")
    with pytest.raises(NotAllowedError):
        transact(reverse_favour, uid, "wrong", actor=world.actor("cora"), now=NOW)


def test_a_near_double_is_pointed_out_and_a_coordinator_may_overrule(world: World) -> None:
    first = world.logged("ana")
    with pytest.raises(NearDoubleError) as caught:
        world.logged("ben")
    assert caught.value.params["uid"] == first
    with pytest.raises(NearDoubleError):
        world.logged("ben", allow_double=True)
    world.logged("cora", allow_double=True)


def test_four_who_carry_a_boiler_are_each_credited(world: World) -> None:
    givers = tuple(world.members[name] for name in ("ana", "carl", "fay", "hugo"))
    world.logged("ben", giver_ids=givers, said="30 min")
    assert [world.balance(name) for name in ("ana", "carl", "fay", "hugo", "ben")] == [30, 30, 30, 30, -120]


@pytest.mark.parametrize(
    ("mode", "teacher", "listener", "pot"),
    [(GroupMode.POT, 60, 0, -60), (GroupMode.EACH, 60, -60, 60), (GroupMode.SHARED, 60, -30, 0)],
)
def test_a_workshop_is_given_by_the_pot_by_each_or_shared(
    world: World, mode: GroupMode, teacher: int, listener: int, pot: int
) -> None:
    listeners = (world.members["ben"], world.members["fay"])
    uid = world.logged("cora", receiver_ids=listeners, group_mode=mode)
    transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=SLIP)
    assert (world.balance("ana"), world.balance("fay"), world.pot()) == (teacher, listener, pot)
    assert books_hold()


def test_work_for_the_antenna_is_given_by_the_pot_up_to_its_monthly_minutes(world: World) -> None:
    word = Evidence(ConfirmedBy.COORDINATOR)
    for said, expected in (("6u", "confirmed"), ("5u", None)):
        uid = world.logged("ana", receiver_ids=(), for_antenna=True, said=said)
        if expected:
            transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=word)
            assert world.state_of(uid) == expected
        else:
            from timebank.domain.errors import LimitError

            with pytest.raises(LimitError):
                transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=word)
    assert world.pot() == -360


def test_a_favour_between_antennas_goes_over_their_clearing_accounts(world: World) -> None:
    uid = world.logged("dov", giver="dia", receiver="ben", antenna_id=world.antenna)
    transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    assert (world.balance("dia"), world.balance("ben")) == (60, -60)
    assert books_hold()
    transact(reverse_favour, uid, "wrong day", actor=world.actor("cora"), now=NOW)
    assert (world.balance("dia"), world.balance("ben")) == (0, 0)
    assert books_hold()


def test_the_same_again_takes_one_tap(world: World) -> None:
    uid = world.logged("ben", done_on=TODAY - timedelta(days=7))
    new = transact(same_again, uid, actor=world.actor("ben"), now=NOW)
    again = transact(log_favour, replace(new, channel=Channel.WEB), actor=world.actor("ben"), now=NOW)
    assert again.done_on == TODAY
    assert world.balance("ben") == -120


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"said": ""}, "duration_missing"),
        ({"said": "a while"}, "duration_not_understood"),
        ({"done_on": TODAY + timedelta(days=1)}, "date_future"),
        ({"done_on": date(2020, 1, 1)}, "date_old"),
        ({"giver_ids": ()}, "giver_missing"),
        ({"receiver_ids": ()}, "receiver_missing"),
        ({"category": "surgery"}, "category_unknown"),
        ({"note": "x" * 501}, "text_long"),
    ],
)
def test_what_can_t_be_is_refused_with_its_field(world: World, changes: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        world.logged("ana", **changes)
    assert caught.value.error_code == code
    assert caught.value.params["field"]


def test_travel_counts_when_both_agreed(world: World) -> None:
    uid = world.logged("ben", said="45 min", travel_said="30 min")
    assert world.balance("ana") == 45
    transact(undo_favour, uid, actor=world.actor("ben"), now=NOW)
    world.logged("ben", said="45 min", travel_said="30 min", travel_agreed=True)
    assert world.balance("ana") == 75
