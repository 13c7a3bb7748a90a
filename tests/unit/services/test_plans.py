"""All open asks at once, through the service with the database, on both databases."""

import pytest

from tests.factories import NOW, World
from tests.unit.services.asking import THURSDAY, ask_of, morning, offer_of, proposed
from timebank.domain.errors import NotAllowedError, NotFoundError
from timebank.domain.help import Urgency
from timebank.matching.obstacles import ObstacleCode
from timebank.models.ask import Ask
from timebank.services.matchmaking.plans import PlanView, plan_for
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.uow import reading, transact


def planned(world: World, fixes: tuple[tuple[int, int], ...] = (), by: str = "cora") -> PlanView:
    with reading() as session:
        return plan_for(session, world.antenna, fixes, actor=world.actor(by), now=NOW)


def who(view: PlanView) -> dict[str, list[str]]:
    return {row.ask.asker: [each.member.person.given_name for each in row.planned] for row in view.rows}


def test_the_urgent_one_goes_first_and_the_other_hears_why(world: World) -> None:
    offer_of(world, "ana", per_week_max=1)
    ask_of(world, "ben", urgency=Urgency.CAN_WAIT)
    ask_of(world, "fay", urgency=Urgency.URGENT)
    view = planned(world)
    assert who(view) == {"Fay Peeters": ["Ana"], "Ben Peeters": []}
    left = view.rows[1]
    assert left.obstacle is not None
    assert left.obstacle.code is ObstacleCode.NEEDED_MORE
    assert [ask.asker for ask in left.blocked_by] == ["Fay Peeters"]
    assert (view.filled_slots, view.open_slots, view.optimal) == (1, 1, True)


def test_nobody_is_planned_twice_in_one_half_day(world: World) -> None:
    offer_of(world, "ana")
    offer_of(world, "hugo")
    ask_of(world, "ben")
    ask_of(world, "fay")
    assert sorted(each for names in who(planned(world)).values() for each in names) == ["Ana", "Hugo"]


def test_what_a_coordinator_fixed_stays_fixed_and_a_promise_is_no_longer_planned(world: World) -> None:
    offer_of(world, "ana")
    offer_of(world, "hugo")
    uid = ask_of(world, "ben")
    with reading() as session:
        ask = session.query(Ask).filter_by(uid=uid).one()
    for name in ("ana", "hugo"):
        view = planned(world, ((ask.id, world.members[name]),))
        assert who(view) == {"Ben Peeters": [name.capitalize()]}
        assert view.rows[0].planned[0].fixed
    proposal = proposed(world, uid, "ana", on_day=THURSDAY)
    transact(answer_proposal, proposal, Answer(yes=True), actor=world.actor("ana"), now=NOW)
    assert planned(world).rows == ()


def test_choosing_another_says_who_would_go_without(world: World) -> None:
    offer_of(world, "ana")
    offer_of(world, "hugo", likes=("visit",), free_parts=1 << (3 * THURSDAY.weekday()))
    offer_of(world, "carl", likes=("lift", "visit"), per_week_max=1)
    ask_of(world, "ben", category="lift", windows=(morning(),))
    view = planned(world)
    assert view.rows[0].planned
    assert view.rows[0].backups


def test_only_coordinators_see_the_plan(world: World) -> None:
    for name in ("ana", "ann", "tess"):
        with pytest.raises(NotAllowedError):
            planned(world, by=name)
    with pytest.raises(NotFoundError):
        planned(world, by="dov")
