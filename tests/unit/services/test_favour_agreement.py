"""Agreeing among several, and settling only what was disputed."""

from datetime import timedelta

import pytest

from tests.factories import NOW, World
from timebank.domain.errors import InvalidInputError, NotAllowedError, WrongStateError
from timebank.domain.rules import GroupMode
from timebank.models.favour import ConfirmedBy
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour, settle_dispute
from timebank.uow import transact


@pytest.mark.parametrize("mode", [GroupMode.EACH, GroupMode.SHARED])
def test_each_of_several_who_were_helped_agrees_and_then_it_is_booked(world: World, mode: GroupMode):
    receivers = (world.members["ben"], world.members["fay"])
    uid = world.logged("ana", receiver_ids=receivers, group_mode=mode)
    transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    assert world.state_of(uid) == "logged"
    assert world.balance("ana") == 0
    with pytest.raises(NotAllowedError):
        transact(confirm_favour, uid, actor=world.actor("ben"), now=NOW)
    transact(confirm_favour, uid, actor=world.actor("fay"), now=NOW)
    assert world.state_of(uid) == "confirmed"
    assert world.balance("ana") > 0


@pytest.mark.parametrize("said", ["1u", "9u"])
@pytest.mark.parametrize("stands", [True, False])
def test_what_nobody_disputed_can_not_be_settled(world: World, said: str, stands: bool):
    uid = world.logged("ana", said=said)
    with pytest.raises(WrongStateError):
        transact(settle_dispute, uid, stands=stands, settlement="x", actor=world.actor("cora"), now=NOW)
    assert world.state_of(uid) == "logged"


def test_a_call_that_has_yet_to_come_confirms_nothing(world: World) -> None:
    uid = world.logged("ana")
    for minutes, code in ((6, "heard_future"), (4, "")):
        heard = Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=NOW + timedelta(minutes=minutes))
        found = ""
        try:
            transact(confirm_favour, uid, actor=world.actor("cora"), now=NOW, evidence=heard)
        except InvalidInputError as refusal:
            found = refusal.error_code
        assert found == code
    assert world.balance("ana") == 60
