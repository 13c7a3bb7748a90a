"""Whatever the neighbourhood: no limit is broken, no reason is false, and no plan could be better."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings, strategies as st

from tests.property.linear_program import least_cost, strict_costs
from tests.property.neighbourhood import NOW, Neighbourhood, neighbourhoods
from timebank.matching.changes import _with_first, swaps, what_if
from timebank.matching.fitting import why_not
from timebank.matching.network import Flow
from timebank.matching.places import metres_between
from timebank.matching.planning import Plan, plan
from timebank.matching.proof import certify, cost_of_flow
from timebank.matching.reasons import REMEMBERED, REMEMBERED_AGAINST, ReasonCode
from timebank.matching.suggesting import suggest
from timebank.matching.week import BITS_A_WEEK

EXAMPLES = settings(max_examples=150, deadline=None)
FEW = settings(max_examples=60, deadline=None)


def plan_of(here: Neighbourhood) -> Plan:
    return plan(here.asks, here.offers, here.ctx)


def filled(found: Plan) -> list[int]:
    """How many slots each ask has, in the order in which they go first."""
    return [len(each.placements) for each in found.asks]


@EXAMPLES
@given(neighbourhoods)
def test_a_helper_is_suggested_if_and_only_if_no_rule_objects(here):
    for ask in here.asks:
        named = {each.helper for each in suggest(ask, here.offers, here.ctx, k=100)}
        assert named == {each.helper for each in here.offers if not why_not(ask, each, here.ctx)}


@EXAMPLES
@given(neighbourhoods)
def test_a_plan_breaks_no_limit(here):
    asks = {ask.id: ask for ask in here.asks}
    offers = {offer.helper: offer for offer in here.offers}
    found = plan_of(here)
    weeks: Counter[tuple[int, int]] = Counter()
    for each in found.placements:
        assert why_not(asks[each.ask], offers[each.helper], here.ctx) == ()
        (fits,) = suggest(asks[each.ask], [offers[each.helper]], here.ctx, 1)
        assert fits.starts >> each.start & 1
        weeks[each.helper, each.start // BITS_A_WEEK] += 1
    for (helper, week), count in weeks.items():
        promised = [p for p in here.ctx.past_of(helper).promises if p.start // BITS_A_WEEK == week]
        assert count + len(promised) <= offers[helper].ceiling_per_week
    assert max(Counter((p.helper, p.half_day) for p in found.placements).values(), default=0) <= 1
    assert max(Counter((p.helper, p.ask) for p in found.placements).values(), default=0) <= 1
    for one in found.placements:
        for other in found.placements:
            if one.helper == other.helper and one.start < other.start:
                assert one.start + one.half_hours < other.start


@EXAMPLES
@given(neighbourhoods)
def test_a_plan_proves_itself(here):
    found = plan_of(here)
    proof = certify(found, here.asks, here.offers, here.ctx)
    assert proof.holds, proof


@EXAMPLES
@given(neighbourhoods, st.randoms(use_true_random=False))
def test_a_tampered_plan_does_not(here, chance):
    found = plan_of(here)
    assume(found.placements)
    victim = chance.choice([each for each in found.asks if each.placements])
    less = replace(victim, placements=victim.placements[1:])
    tampered = replace(found, asks=tuple(less if each is victim else each for each in found.asks))
    assert not certify(tampered, here.asks, here.offers, here.ctx).holds
    late = replace(victim, placements=(victim.placements[0]._replace(start=100_000), *less.placements))
    tampered = replace(found, asks=tuple(late if each is victim else each for each in found.asks))
    assert not certify(tampered, here.asks, here.offers, here.ctx).holds


@EXAMPLES
@given(neighbourhoods)
def test_a_plan_costs_what_the_linear_program_costs(here):
    found = plan_of(here)
    assume(not found.set_aside)
    unit = found.problem.unfilled_cost
    numbers = {task.ask: number for number, task in enumerate(found.problem.tasks)}
    chosen = [
        (numbers[p.ask], next(o for o in found.problem.tasks[numbers[p.ask]].options if _is(o, p)))
        for p in found.placements
    ]
    assert abs(cost_of_flow(found.problem, chosen) - least_cost(here, strict_costs(here, unit))) < 0.5


def _is(option, placement):
    return (option.helper, option.half_day) == (placement.helper, placement.half_day)


@EXAMPLES
@given(neighbourhoods)
def test_the_strict_order_never_costs_anybody_else_a_helper(here):
    found = plan_of(here)
    assume(not found.set_aside)
    equal = {ask.id: [1_000_000.0] * ask.slots for ask in here.asks}
    open_slots = round(least_cost(here, equal) / 1_000_000)
    assert found.filled_slots == sum(ask.slots for ask in here.asks) - open_slots


@EXAMPLES
@given(neighbourhoods, st.integers(0, 100))
def test_one_more_offer_never_makes_it_worse(here, which):
    less = here.with_offers(*(o for n, o in enumerate(here.offers) if n != which % len(here.offers)))
    before, after = plan_of(less), plan_of(here)
    assume(not before.set_aside and not after.set_aside)
    assert filled(after) >= filled(before)
    assert after.filled_slots >= before.filled_slots
    if filled(after) == filled(before):
        assert after.total_cost <= before.total_cost


@EXAMPLES
@given(neighbourhoods)
def test_helpers_over_the_border_break_no_limit_and_never_make_it_worse(here):
    alone, both = (
        plan_of(replace(here, ctx=replace(here.ctx, pooled=pooled)))
        for pooled in (frozenset(), frozenset({(1, 2)}))
    )
    asks = {ask.id: ask for ask in here.asks}
    offers = {offer.helper: offer for offer in here.offers}
    assert all(asks[p.ask].antenna == offers[p.helper].antenna for p in alone.placements)
    ctx = replace(here.ctx, pooled=frozenset({(1, 2)}))
    for each in both.placements:
        ask, offer = asks[each.ask], offers[each.helper]
        assert why_not(ask, offer, ctx) == ()
        assert offer.over_border or ask.antenna == offer.antenna
    assume(not alone.set_aside and not both.set_aside)
    assert filled(both) >= filled(alone)
    assert both.filled_slots >= alone.filled_slots


@EXAMPLES
@given(neighbourhoods)
def test_nothing_that_an_antenna_remembers_of_a_helper_is_told_over_the_border(here):
    ctx = replace(here.ctx, pooled=frozenset({(1, 2)}))
    for ask in here.asks:
        for found in suggest(ask, here.offers, ctx, k=100):
            if found.over_border:
                told = {each.code for each in found.reasons_for_asker + found.reasons_for_helper}
                assert not told & REMEMBERED
                assert not {each.code for each in found.cautions} & REMEMBERED_AGAINST


@EXAMPLES
@given(neighbourhoods, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_makes_no_difference(here, chance):
    asks, offers = list(here.asks), list(here.offers)
    chance.shuffle(asks)
    chance.shuffle(offers)
    ctx = replace(here.ctx, past=dict(sorted(here.ctx.past.items(), key=lambda _: chance.random())))
    assert plan(asks, offers, ctx) == plan_of(here)
    for ask in here.asks:
        assert suggest(ask, offers, ctx) == suggest(ask, here.offers, here.ctx)


@EXAMPLES
@given(neighbourhoods, st.integers(0, 10**6))
def test_hiding_what_would_suit_never_gets_anybody_helped(here, seed):
    found, draw = plan_of(here), random.Random(seed)
    left = [each.ask for each in found.asks if not each.placements]
    assume(left and not found.set_aside)
    hider = draw.choice(left)
    asks = tuple(
        replace(ask, window=ask.window & draw.getrandbits(700), half_hours=ask.half_hours)
        if ask.id == hider
        else ask
        for ask in here.asks
    )
    after = plan(asks, here.offers, here.ctx)
    assume(not after.set_aside)
    assert after.of(hider).placements == ()


@FEW
@given(neighbourhoods)
def test_an_optimal_plan_needs_no_swap_and_a_what_if_never_gains(here):
    found = plan_of(here)
    assume(not found.set_aside)
    for each in found.asks:
        assert swaps(found, each.ask) == ()
        for helper in {
            o.helper for task in found.problem.tasks if task.ask == each.ask for o in task.options
        }:
            effect = what_if(found, each.ask, helper)
            assert effect is None or len(effect.gained) <= max(1, len(effect.lost))


@FEW
@given(neighbourhoods)
def test_a_what_if_costs_as_little_as_a_plan_made_anew(here):
    problem = plan_of(here).problem
    flow = Flow(problem)
    for number, task in enumerate(problem.tasks):
        planned = {option.helper for mine, option in flow.chosen() if mine == number}
        for helper in {option.helper for option in task.options} - planned if task.ranks else ():
            anew = _with_first(problem, task, helper)
            best = Flow(anew).chosen()
            chosen = flow.with_helper(number, helper)
            if chosen is None:
                assert all(mine != 0 for mine, _ in best)
                continue
            said = [(0 if (n, o.helper) == (number, helper) else n + 1, o) for n, o in chosen]
            assert Counter(n for n, _ in said)[0] == 1
            assert cost_of_flow(anew, said) == cost_of_flow(anew, best)


@EXAMPLES
@given(neighbourhoods)
def test_every_reason_is_true(here):
    asks = {ask.id: ask for ask in here.asks}
    offers = {offer.helper: offer for offer in here.offers}
    for ask in here.asks:
        for found in suggest(ask, here.offers, here.ctx, k=100):
            for reason in found.reasons_for_asker + found.reasons_for_helper:
                holds = TRUTHS[reason.code]
                assert holds(asks[found.ask], offers[found.helper], here.ctx, reason.params), reason


def _knows(ask, offer, ctx, _):
    return bool({(ask.asker, offer.helper), (offer.helper, ask.asker)} & ctx.known)


def _is_free(ask, offer, ctx, params):
    day = date.fromisoformat(params["day"])
    bit = 25 * (day - ctx.monday).days + (params["minute"] - 480) // 30
    weekly = 25 * day.weekday() + (params["minute"] - 480) // 30
    hours = range(ask.half_hours)
    free = all(offer.free >> (weekly + n) & 1 and ask.window >> (bit + n) & 1 for n in hours)
    return (
        free and day not in offer.dates_off and day.weekday() not in ctx.past_of(offer.helper).no_to_weekdays
    )


TRUTHS = {
    ReasonCode.NEAR: lambda a, o, c, p: (
        p["metres"] == metres_between(a.place, o.place)
        and p["metres"] <= max(o.walk_metres, o.bike_metres, o.drive_metres, o.lift_metres)
    ),
    ReasonCode.BY_PHONE: lambda a, o, c, p: a.by_phone_suits and a.category in o.phone_for,
    ReasonCode.HAS_CAR: lambda a, o, c, p: o.drive_metres > 0 or o.lift_metres > 0,
    ReasonCode.CAR_FITS_WHEELCHAIR: lambda a, o, c, p: a.wheelchair and o.takes_wheelchair,
    ReasonCode.FREE_AT: _is_free,
    ReasonCode.KNOW_EACH_OTHER: _knows,
    ReasonCode.SHARED_LIKES: lambda a, o, c, p: set(p["likes"]) == a.likes & o.likes != set(),
    ReasonCode.SAME_MOTHER_TONGUE: lambda a, o, c, p: a.mother_tongue == o.mother_tongue == p["language"],
    ReasonCode.SPEAKS: lambda a, o, c, p: set(p["languages"]) == a.languages & o.languages != set(),
    ReasonCode.GENDER_AS_ASKED: lambda a, o, c, p: a.gender_wanted == o.gender == p["gender"],
    ReasonCode.OFFERS_THIS: lambda a, o, c, p: a.category in o.categories and p["category"] == a.category,
    ReasonCode.NEVER_ASKED: lambda a, o, c, p: c.past_of(o.helper).last_asked is None,
    ReasonCode.LAST_ASKED: lambda a, o, c, p: (
        (NOW.date() - c.past_of(o.helper).last_asked).days == p["days"] >= 14
    ),
    ReasonCode.HAD_MORE_HELP: lambda a, o, c, p: c.past_of(o.helper).balance_minutes < 0,
    ReasonCode.HAS_ROOM: lambda a, o, c, p: (
        p["favours"] == c.past_of(o.helper).favours_28_days <= o.ceiling_per_week
    ),
}


def test_every_reason_has_its_truth():
    assert set(TRUTHS) == set(ReasonCode)
