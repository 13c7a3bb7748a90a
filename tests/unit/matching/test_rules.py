from datetime import date

import pytest

from tests.unit.matching.people import (
    ANA,
    BEN,
    HOME,
    JETTE,
    LAKEN,
    MONDAY,
    WEDNESDAY,
    ana_with,
    ask,
    context,
    near,
    offer,
)
from timebank.matching.fitting import why_not
from timebank.matching.inputs import House, Promise, pair
from timebank.matching.places import Cell
from timebank.matching.rules import WAIVERS, Rule, Waiver
from timebank.matching.suggesting import suggest
from timebank.matching.week import first_bit, half_days_of_week, window

WEDNESDAY_NINE = first_bit(window(MONDAY, WEDNESDAY, 9 * 60, 10 * 60))
THURSDAY_NINE = WEDNESDAY_NINE + 25
FAR = Cell(HOME.row + 40, HOME.column)

OBJECTIONS = [
    (Rule.CATEGORY, ask(category="garden"), offer(), context(), {"category": "garden"}),
    (Rule.PAUSED, ask(), offer(paused_until=date(2026, 6, 9)), context(), {"until": "2026-06-09"}),
    (Rule.HERSELF, ask(asker=ANA), offer(), context(), {}),
    (Rule.EXCLUDED, ask(), offer(), context(excluded=frozenset({pair(BEN, ANA)})), {"what": "agreed"}),
    (Rule.EXCLUDED, ask(), offer(), ana_with(no_to_people=frozenset({BEN})), {"what": "helper"}),
    (Rule.LANGUAGE, ask(languages=frozenset({"tr"})), offer(), context(), {"languages": ("tr",)}),
    (Rule.LETTER_LANGUAGE, ask(letter_language="de"), offer(), context(), {"language": "de"}),
    (Rule.GENDER, ask(gender_wanted="woman"), offer(), context(), {"gender": "woman"}),
    (
        Rule.HOUSE,
        ask(house=frozenset({House.CAT, House.STAIRS})),
        offer(refuses=frozenset({House.CAT, House.DOG})),
        context(),
        {"house": ("cat",)},
    ),
    (Rule.CAR_ROOM, ask(wheelchair=True), offer(), context(), {"what": "wheelchair"}),
    (Rule.CAR_ROOM, ask(by_car=True, seats=2), offer(), context(), {"what": "seats", "seats": 2}),
    (
        Rule.CEILING,
        ask(),
        offer(ceiling_per_week=1),
        ana_with(promises=(Promise(0, 2),)),
        {"per_week": 1},
    ),
    (Rule.CEILING, ask(), offer(ceiling_per_week=0), context(), {"per_week": 0}),
    (Rule.TIME, ask(), offer(free=half_days_of_week((4, 0))), context(), {}),
    (Rule.TIME, ask(half_hours=9), offer(), context(), {}),
    (Rule.TIME, ask(), offer(dates_off=frozenset({WEDNESDAY, date(2026, 6, 4)})), context(), {}),
    (Rule.REACH, ask(), offer(place=near(1300)), context(), {"metres": 1301, "reach_metres": 1000}),
    (Rule.REACH, ask(by_car=True), offer(lift_metres=0), context(), {"metres": 390, "reach_metres": 0}),
    (
        Rule.PROMISED,
        ask(),
        offer(ceiling_per_week=5),
        ana_with(promises=(Promise(WEDNESDAY_NINE, 2), Promise(THURSDAY_NINE, 2))),
        {},
    ),
    (Rule.DECLINED, ask(), offer(), ana_with(no_to_asks=frozenset({10})), {"what": "ask"}),
    (
        Rule.DECLINED,
        ask(),
        offer(),
        ana_with(no_to_categories=frozenset({"errands"})),
        {"what": "category", "category": "errands"},
    ),
    (Rule.DECLINED, ask(), offer(), ana_with(no_to_weekdays=frozenset({2, 3})), {"what": "weekday"}),
    (Rule.BORDER, ask(), offer(antenna=JETTE), context(), {"what": "antennas", "antenna": JETTE}),
    (
        Rule.BORDER,
        ask(),
        offer(antenna=JETTE),
        context(pooled=frozenset({(LAKEN, JETTE)})),
        {"what": "helper", "antenna": JETTE},
    ),
    (Rule.TAKES_PART, ask(slots=2, taken_by=frozenset({ANA})), offer(), context(), {}),
]


def test_ana_may_help_ben():
    assert why_not(ask(), offer(), context()) == ()


@pytest.mark.parametrize(("rule", "wish", "help_", "ctx", "params"), OBJECTIONS)
def test_each_rule_objects_alone_and_says_why(rule, wish, help_, ctx, params):
    (objection,) = why_not(wish, help_, ctx)
    assert objection.rule is rule
    assert objection.params == params
    assert suggest(wish, [help_], ctx) == ()


@pytest.mark.parametrize(("rule", "wish", "help_", "ctx", "params"), OBJECTIONS)
def test_a_waived_rule_steps_aside_unless_it_never_may(rule, wish, help_, ctx, params):
    waived = context(
        past=dict(ctx.past),
        excluded=ctx.excluded,
        pooled=ctx.pooled,
        waived={(wish.id, help_.helper): frozenset({rule.value})},
    )
    possible = wish.half_hours < 9
    assert bool(suggest(wish, [help_], waived)) == (WAIVERS[rule] is not Waiver.NEVER and possible)


def test_every_rule_says_who_may_set_it_aside():
    assert set(WAIVERS) == set(Rule)
    assert {rule for _, *_, rule in ((o[0], o[0]) for o in OBJECTIONS)} == set(Rule)


def test_all_objections_are_told_in_the_order_of_the_rules():
    help_ = offer(paused_until=date(2026, 7, 1), antenna=JETTE, place=FAR)
    told = why_not(ask(gender_wanted="man"), help_, context())
    assert [each.rule for each in told] == [Rule.PAUSED, Rule.GENDER, Rule.REACH, Rule.BORDER]


def test_over_the_border_only_if_both_antennas_and_the_helper_agree():
    pooled = context(pooled=frozenset({(LAKEN, JETTE)}))
    assert why_not(ask(), offer(antenna=JETTE, over_border=True), pooled) == ()
    assert why_not(ask(), offer(antenna=JETTE, over_border=True), context()) != ()


def test_by_phone_neither_cats_nor_distance_count():
    help_ = offer(phone_for=frozenset({"errands"}), refuses=frozenset({House.CAT}), place=FAR)
    wish = ask(house=frozenset({House.CAT}))
    assert {each.rule for each in why_not(wish, help_, context())} == {Rule.HOUSE, Rule.REACH}
    assert why_not(ask(house=wish.house, by_phone_suits=True), help_, context()) == ()


def test_a_lift_may_not_end_farther_away_than_the_driver_goes():
    hospital = near(6500)
    assert why_not(ask(by_car=True, destination=hospital), offer(lift_metres=7000), context()) == ()
    (objection,) = why_not(ask(by_car=True, destination=hospital), offer(), context())
    assert objection.rule is Rule.REACH


def test_what_nobody_wrote_down_forbids_nothing():
    help_ = offer(place=None, languages=frozenset())
    assert why_not(ask(), help_, context()) == ()


def test_a_promise_leaves_the_other_half_days_and_time_to_get_there():
    wish = ask(window=window(MONDAY, WEDNESDAY), half_hours=2)
    help_ = offer(free=half_days_of_week((2, 0), (2, 1)))
    busy = ana_with(promises=(Promise(first_bit(window(MONDAY, WEDNESDAY, 11 * 60, 12 * 60)), 2),))
    (found,) = suggest(wish, [help_], busy)
    assert (found.day, found.minute) == (WEDNESDAY, 12 * 60 + 30)
    assert not found.starts & window(MONDAY, WEDNESDAY, 8 * 60, 12 * 60)
