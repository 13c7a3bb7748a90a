"""Mandates and consents hold on the antenna's own days, not on those of Greenwich."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import World
from timebank.domain.channels import Channel
from timebank.domain.permissions import SYSTEM, Role
from timebank.services.membership.members import NewHelper, add_helper
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.uow import transact

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 2)


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 30, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 2, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 2, 23, 0, tzinfo=UTC), False),
    ],
)
def test_a_mandate_and_a_consent_begin_and_end_at_the_antenna_s_midnight(
    world: World, moment: datetime, holds: bool
) -> None:
    mandate = NewMandate(world.people["fay"], Role.COORDINATOR, FIRST, LAST, world.antenna)
    transact(give_mandate, mandate, actor=SYSTEM, now=world.now)
    consent = NewHelper(world.people["fay"], Channel.TALK, world.today, FIRST, LAST)
    transact(add_helper, world.uids["ana"], consent, actor=world.actor("cora"), now=world.now)
    fay = world.actor("fay", now=moment)
    assert bool(fay.mandates) is holds
    assert (world.members["ana"] in fay.helps) is holds
