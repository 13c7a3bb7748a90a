"""What a member is ready to do, on both databases: one offer each, changed, paused, ended."""

from datetime import timedelta

import pytest

from tests.factories import NOW, TODAY, World
from tests.unit.services.asking import THURSDAY, offer_of
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import end_offer, save_offer, standing_offers
from timebank.uow import reading, transact


def test_a_member_has_one_offer_that_two_people_can_t_overwrite_unseen(world: World) -> None:
    offer_of(world)
    with pytest.raises(StaleError):
        offer_of(world)
    again = OfferDetails(likes=("visit",), may_be_asked=("lift",), per_week_max=1)
    offer = transact(save_offer, world.uids["ana"], again, version=1, actor=world.actor("cora"), now=NOW)
    assert {(kind.category, kind.readiness.value) for kind in offer.kinds} == {
        ("visit", "likes"),
        ("lift", "may_be_asked"),
    }
    transact(end_offer, world.uids["ana"], actor=world.actor("ana"), now=NOW)
    with reading() as session:
        assert standing_offers(session, world.antenna, actor=world.actor("ben"), today=TODAY) == []
    with pytest.raises(NotFoundError), reading() as session:
        standing_offers(session, world.antenna, actor=world.actor("dov"), today=TODAY)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"likes": ()}, "likes"),
        ({"may_be_asked": ("lift",)}, "may_be_asked"),
        ({"per_week_max": 0}, "per_week_max"),
        ({"seats": 12}, "seats"),
        ({"paused_until": TODAY - timedelta(days=1)}, "paused_until"),
        ({"words": "a" * 1001}, "words"),
    ],
)
def test_an_offer_that_can_t_be_is_refused_at_its_field(
    world: World, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        offer_of(world, **changes)
    assert refused.value.params["field"] == field


def test_a_paused_offer_is_left_out_until_its_day(world: World) -> None:
    offer_of(world, paused_until=THURSDAY)
    with reading() as session:
        ben = world.actor("ben")
        assert standing_offers(session, world.antenna, actor=ben, today=THURSDAY) == []
        later = THURSDAY + timedelta(days=1)
        found = standing_offers(session, world.antenna, actor=ben, category="lift", today=later)
        assert [offer.member.person.given_name for offer in found] == ["Ana"]
