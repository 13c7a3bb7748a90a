from datetime import date

from tests.unit.matching.people import (
    ANA,
    BEN,
    JETTE,
    LAKEN,
    MARCEL,
    ODETTE,
    PAUL,
    WEDNESDAY,
    ana_with,
    ask,
    context,
    near,
    offer,
)
from timebank.matching.inputs import Past, Weights, pair
from timebank.matching.reasons import CautionCode, ReasonCode
from timebank.matching.suggesting import suggest


def order(*offers, wish=None, ctx=None):
    return [each.helper for each in suggest(wish or ask(), offers, ctx or context(), k=10)]


def codes(reasons):
    return {each.code: each.params for each in reasons}


def test_the_nearest_comes_first_when_nothing_else_differs():
    assert order(offer(helper=PAUL, place=near(900)), offer()) == [ANA, PAUL]


def test_who_did_much_lately_comes_later():
    past = {ANA: Past(favours_28_days=4, last_asked=date(2026, 4, 1))}
    past[PAUL] = Past(last_asked=date(2026, 4, 1))
    assert order(offer(), offer(helper=PAUL, place=near(900)), ctx=context(past=past)) == [PAUL, ANA]


def test_who_had_more_help_than_given_and_who_was_never_asked_come_up():
    asked = date(2026, 4, 1)
    past = {ANA: Past(last_asked=asked), PAUL: Past(last_asked=asked, balance_minutes=-600)}
    past[ODETTE] = Past(last_asked=asked, balance_minutes=600)
    offers = [offer(), offer(helper=PAUL), offer(helper=ODETTE), offer(helper=MARCEL)]
    assert order(*offers, ctx=context(past=past)) == [PAUL, MARCEL, ANA, ODETTE]


def test_between_equals_who_was_asked_longest_ago_comes_first():
    past = {ANA: Past(last_asked=date(2026, 5, 1)), PAUL: Past(last_asked=date(2026, 4, 1))}
    assert order(offer(), offer(helper=PAUL), ctx=context(past=past)) == [PAUL, ANA]


def test_the_lot_decides_last_and_always_alike():
    offers = [offer(helper=helper) for helper in range(20, 40)]
    first = order(*offers, ctx=context(seed=1))
    assert first == order(*reversed(offers), ctx=context(seed=1))
    assert first != order(*offers, ctx=context(seed=2))
    assert first != sorted(first)


def test_an_antenna_may_prefer_new_faces_for_one_kind_of_help():
    known = context(known=frozenset({pair(BEN, PAUL)}))
    offers = [offer(), offer(helper=PAUL)]
    assert order(*offers, ctx=known) == [PAUL, ANA]
    new_faces = context(known=known.known, weights=Weights(known_by_category={"errands": -500}))
    assert order(*offers, ctx=new_faces) == [ANA, PAUL]


def test_likes_and_mother_tongue_bring_people_together():
    wish = ask(likes=frozenset({"chess", "choir"}), mother_tongue="nl")
    offers = [
        offer(),
        offer(helper=PAUL, mother_tongue="nl"),
        offer(helper=ODETTE, likes=frozenset({"chess", "choir"})),
    ]
    assert order(*offers, wish=wish) == [ODETTE, PAUL, ANA]


def test_the_reasons_are_those_that_hold():
    ctx = context(
        known=frozenset({pair(ANA, BEN)}),
        past={ANA: Past(last_asked=date(2026, 4, 28), balance_minutes=-90)},
    )
    (found,) = suggest(ask(), [offer()], ctx)
    assert codes(found.reasons_for_asker) == {
        ReasonCode.NEAR: {"metres": 390, "means": "foot"},
        ReasonCode.FREE_AT: {"day": "2026-06-03", "minute": 480},
        ReasonCode.SPEAKS: {"languages": ("nl",)},
        ReasonCode.KNOW_EACH_OTHER: {},
    }
    assert codes(found.reasons_for_helper) == {
        ReasonCode.OFFERS_THIS: {"category": "errands"},
        ReasonCode.NEAR: {"metres": 390, "means": "foot"},
        ReasonCode.LAST_ASKED: {"days": 35},
        ReasonCode.HAD_MORE_HELP: {},
        ReasonCode.HAS_ROOM: {"favours": 0},
        ReasonCode.KNOW_EACH_OTHER: {},
    }
    assert found.cautions == ()
    assert (found.day, found.minute, found.metres) == (WEDNESDAY, 480, 390)


def test_what_speaks_against_is_told_too():
    ctx = ana_with(noes_14_days=2, last_asked=date(2026, 6, 1), favours_28_days=6)
    help_ = offer(place=near(910), categories=frozenset(), may_be_asked=frozenset({"errands"}))
    (found,) = suggest(ask(), [help_], ctx)
    assert codes(found.cautions) == {
        CautionCode.FAR: {"metres": found.metres, "reach_metres": 1000},
        CautionCode.MUCH_LATELY: {"favours": 6},
        CautionCode.ONLY_IF_ASKED: {"category": "errands"},
        CautionCode.ASKED_LATELY: {"days": 1},
        CautionCode.NOES_LATELY: {"noes": 2},
    }


def test_a_helper_over_the_border_is_marked_for_both_coordinators():
    pooled = context(pooled=frozenset({(LAKEN, JETTE)}))
    (found,) = suggest(ask(), [offer(antenna=JETTE, over_border=True)], pooled)
    assert found.over_border
    assert codes(found.cautions)[CautionCode.OTHER_ANTENNA] == {"antenna": JETTE}


def test_a_waived_rule_is_told_as_a_caution():
    ctx = context(waived={(10, ANA): frozenset({"reach"})})
    (found,) = suggest(ask(), [offer(place=near(1300))], ctx)
    assert codes(found.cautions)[CautionCode.WAIVED] == {"rules": ("reach",)}
