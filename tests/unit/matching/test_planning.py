from collections import Counter
from dataclasses import replace

from benchmarks.neighbours import draw_asks, draw_town
from tests.unit.matching.people import (
    ANA,
    BEN,
    MARCEL,
    MONDAY,
    ODETTE,
    PAUL,
    THURSDAY,
    WEDNESDAY,
    ask,
    context,
    near,
    offer,
)
from timebank.matching.changes import swaps, what_if
from timebank.matching.inputs import Past, Promise
from timebank.matching.obstacles import ObstacleCode
from timebank.matching.planning import plan
from timebank.matching.problem import Placement
from timebank.matching.proof import certify
from timebank.matching.week import first_bit, half_days_of_week, window

MORNING = window(MONDAY, WEDNESDAY, 8 * 60, 12 * 60)
NEXT_MORNING = window(MONDAY, THURSDAY, 8 * 60, 12 * 60)
EIGHT = first_bit(MORNING)
SHOPPING, LIFT, VISIT = 10, 11, 12


def lift(**changes):
    return ask(id=LIFT, asker=30, category="lift", by_car=True, window=MORNING, urgency=2, **changes)


def shopping(**changes):
    return ask(**{"id": SHOPPING, "window": MORNING, **changes})


def helpers_of(found):
    return {each.ask: [placement.helper for placement in each.placements] for each in found.asks}


def obstacle_of(found, which):
    return found.of(which).obstacle


def test_the_only_driver_drives_and_somebody_else_does_the_shopping():
    walker = offer(helper=PAUL, categories=frozenset({"errands"}), lift_metres=0, place=near(900))
    found = plan([shopping(), lift()], [offer(), walker], context())
    assert helpers_of(found) == {LIFT: [ANA], SHOPPING: [PAUL]}
    assert certify(found, [shopping(), lift()], [offer(), walker], context()).holds


def test_the_more_urgent_goes_first_then_who_was_left_then_who_waits_longest():
    wishes = [
        shopping(id=1),
        shopping(id=2, asked_on=WEDNESDAY),
        shopping(id=3, asked_on=WEDNESDAY, unfilled_before=True),
        shopping(id=4, asked_on=WEDNESDAY, urgency=1),
    ]
    found = plan(wishes, [offer()], context())
    assert [each.ask for each in found.asks] == [4, 3, 1, 2]
    assert helpers_of(found) == {4: [ANA], 3: [], 1: [], 2: []}


def test_a_helper_has_one_favour_in_a_half_day_and_no_more_than_the_own_ceiling():
    two_mornings = [shopping(id=each, window=MORNING | NEXT_MORNING) for each in (1, 2, 3)]
    assert plan(two_mornings, [offer(ceiling_per_week=5)], context()).filled_slots == 2
    assert plan(two_mornings, [offer(ceiling_per_week=1)], context()).filled_slots == 1


def test_the_own_ceiling_is_for_each_week():
    next_week = MORNING << 175
    wishes = [shopping(id=each, window=MORNING | NEXT_MORNING | next_week) for each in (1, 2, 3)]
    found = plan(wishes, [offer(ceiling_per_week=1)], context())
    assert sorted(each.start // 175 for each in found.placements) == [0, 1]


def test_what_was_promised_counts():
    busy = context(past={ANA: Past(promises=(Promise(EIGHT, 2),))})
    found = plan([shopping(id=1), shopping(id=2, window=NEXT_MORNING)], [offer()], busy)
    assert helpers_of(found) == {1: [], 2: [ANA]}
    assert obstacle_of(found, 1).code is ObstacleCode.ALL_BUSY


def test_load_is_spread_where_the_ways_are_about_as_long():
    wishes = [shopping(id=each, window=MORNING | NEXT_MORNING) for each in (1, 2)]
    others = [offer(), offer(helper=PAUL, place=near(650))]
    assert {each.helper for each in plan(wishes, others, context()).placements} == {ANA, PAUL}
    far = [offer(), offer(helper=PAUL, place=near(1000))]
    assert {each.helper for each in plan(wishes, far, context()).placements} == {ANA}


def test_what_the_coordinator_fixed_stays_fixed_even_against_the_rules():
    pinned = Placement(SHOPPING, ANA, EIGHT, 2)
    walker = offer(helper=PAUL, categories=frozenset({"errands"}), lift_metres=0)
    found = plan([shopping(), lift()], [offer(), walker], context(), [pinned])
    assert helpers_of(found) == {LIFT: [], SHOPPING: [ANA]}
    stranger = Placement(SHOPPING, MARCEL, EIGHT, 2)
    found = plan([shopping(), lift()], [offer(), walker], context(), [stranger])
    assert helpers_of(found) == {LIFT: [ANA], SHOPPING: [MARCEL]}
    assert certify(found, [shopping(), lift()], [offer(), walker], context(), [stranger]).holds


def test_two_others_stand_by_and_not_the_same_for_everyone():
    walkers = [offer(helper=each, place=near(130 * each)) for each in range(1, 7)]
    wishes = [shopping(id=each, asker=50 + each) for each in (20, 21)]
    found = plan(wishes, walkers, context())
    placed = {each.helper for each in found.placements}
    backups = [each.backups for each in found.asks]
    assert placed == {1, 2}
    assert {len(each) for each in backups} == {2}
    assert set(backups[0]) & set(backups[1]) == set()
    assert placed.isdisjoint(backups[0] + backups[1])


def test_four_carry_a_boiler_at_the_same_moment():
    boiler = shopping(slots=3, together=True, window=MORNING | NEXT_MORNING)
    others = [offer(helper=each, free=half_days_of_week((2, 0))) for each in (1, 3, 4)]
    others.append(offer(helper=5, free=half_days_of_week((3, 0))))
    found = plan([boiler], others, context())
    assert {(each.helper, each.start) for each in found.placements} == {(1, EIGHT), (3, EIGHT), (4, EIGHT)}
    more = plan([replace(boiler, slots=4)], others, context())
    assert more.of(SHOPPING).open_slots == 1
    assert obstacle_of(more, SHOPPING).code is ObstacleCode.TOO_FEW
    assert certify(more, [replace(boiler, slots=4)], others, context()).holds


def test_each_slot_has_another_helper():
    walk = shopping(slots=3, window=MORNING | NEXT_MORNING)
    found = plan([walk], [offer(ceiling_per_week=5), offer(helper=PAUL, ceiling_per_week=5)], context())
    assert sorted(helpers_of(found)[SHOPPING]) == [ANA, PAUL]
    assert plan([replace(walk, taken_by=frozenset({ANA}))], [offer()], context()).filled_slots == 0


def test_every_open_ask_has_its_reason():
    wishes = [
        shopping(id=1, category="garden"),
        shopping(id=2, gender_wanted="man"),
        shopping(id=3, window=window(MONDAY, MONDAY)),
        shopping(id=4, urgency=1),
        shopping(id=5),
    ]
    found = plan(wishes, [offer()], context())
    codes = {each.ask: each.obstacle and each.obstacle.code for each in found.asks}
    assert codes == {
        1: ObstacleCode.NOBODY_OFFERS,
        2: ObstacleCode.NOBODY_FITS,
        3: ObstacleCode.TOO_LATE,
        4: None,
        5: ObstacleCode.NEEDED_MORE,
    }
    assert obstacle_of(found, 2).params == {"rule": "gender", "helpers": 1}
    assert obstacle_of(found, 5).asks == (4,)


def test_two_favours_that_clocks_do_not_allow_are_not_both_planned():
    late = window(MONDAY, WEDNESDAY, 11 * 60, 13 * 60)
    noon = window(MONDAY, WEDNESDAY, 12 * 60, 14 * 60)
    first = shopping(id=1, window=late, half_hours=4, urgency=1)
    second = shopping(id=2, window=noon, half_hours=4)
    all_day = offer(free=half_days_of_week((2, 0), (2, 1)))
    found = plan([first, second], [all_day], context())
    assert found.filled_slots == 1
    assert len(found.set_aside) == 1
    assert certify(found, [first, second], [all_day], context()).holds
    both = plan([first, second], [all_day, replace(all_day, helper=PAUL)], context())
    assert both.filled_slots == 2
    assert certify(both, [first, second], [all_day, replace(all_day, helper=PAUL)], context()).holds


def test_a_tampered_plan_is_not_certified():
    walker = offer(helper=PAUL, categories=frozenset({"errands"}), lift_metres=0, place=near(900))
    wishes, others = [shopping(), lift()], [offer(), walker]
    found = plan(wishes, others, context())
    assert certify(found, wishes, others, context()).holds
    dropped = replace(found, asks=tuple(replace(each, placements=()) for each in found.asks))
    assert not certify(dropped, wishes, others, context()).holds
    assert not certify(replace(found, total_metres=1), wishes, others, context()).holds
    assert not certify(found, wishes, [walker], context()).holds
    assert certify(replace(found, potentials={}), wishes, others, context()).gap > 0


def test_one_move_frees_the_driver():
    walker = offer(helper=PAUL, categories=frozenset({"errands"}), lift_metres=0, place=near(650))
    pinned = Placement(SHOPPING, ANA, EIGHT, 2)
    found = plan([shopping(), lift()], [offer(), walker], context(), [pinned])
    (swap,) = swaps(found, LIFT)
    assert (swap.placed.ask, swap.placed.helper) == (LIFT, ANA)
    assert (swap.moved, swap.instead.helper, swap.was_fixed) == (pinned, PAUL, True)
    assert swap.extra_metres == 390 + 650 - 390
    assert swaps(found, SHOPPING) == ()
    assert swaps(plan([shopping(), lift()], [offer(), walker], context()), LIFT) == ()


def test_choosing_this_driver_would_leave_the_lift_without_one():
    car = offer(helper=ANA, place=near(130))
    walker = offer(helper=PAUL, categories=frozenset({"errands"}), lift_metres=0, place=near(650))
    found = plan([shopping(), lift()], [car, walker], context())
    effect = what_if(found, SHOPPING, ANA)
    assert (effect.lost, effect.gained, effect.changed) == ((LIFT,), (), (SHOPPING,))
    assert effect.extra_metres == 130 - 650 - 130
    assert what_if(found, SHOPPING, PAUL).lost == ()
    assert what_if(found, SHOPPING, ODETTE) is None
    assert what_if(found, VISIT, PAUL) is None


def test_nobody_helps_herself_in_a_plan():
    own = shopping(asker=ANA)
    found = plan([own], [offer()], context())
    assert found.filled_slots == 0
    assert obstacle_of(found, SHOPPING).code is ObstacleCode.NOBODY_OFFERS
    assert BEN not in helpers_of(found)


def test_a_crowded_week_gives_nobody_more_than_they_said_also_where_clock_times_clash():
    """Of two favours that clash one goes another way; the other may go with it, and no longer clashes."""
    town = draw_town(39)
    week, ctx = draw_asks(town, 600, 39), town.context(pooled=True)
    found = plan(week, town.offers, ctx)
    assert found.set_aside
    ceilings = {offer.helper: offer.ceiling_per_week for offer in town.offers}
    load = Counter(each.helper for each in found.placements)
    assert {helper for helper, count in load.items() if count > ceilings[helper]} == set()
    assert certify(found, week, town.offers, ctx).holds
