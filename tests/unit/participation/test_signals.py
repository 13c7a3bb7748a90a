"""Lists to ring: who is on them, and that their order says nothing about anyone."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from timebank.participation import signals
from timebank.participation.totals import Newcomer

TODAY = date(2026, 11, 23)
numbers = st.integers(1, 40)


def ago(days):
    return TODAY - timedelta(days=days)


def test_who_offers_but_never_asks_is_rung():
    assert signals.offers_but_never_asks([7, 3, 5], [5]) == [3, 7]


def test_two_months_without_a_sign_are_61_days():
    assert signals.not_seen({1: ago(61), 2: ago(60), 3: ago(400), 4: TODAY}, TODAY) == [1, 3]


def test_who_named_a_limit_is_measured_by_it():
    assert signals.asked_too_often({1: 5, 2: 4, 3: 2}, most=4) == [1]
    assert signals.asked_too_often({1: 5, 2: 4, 3: 2}, most=4, own_most={3: 1, 1: 6}) == [3]


def test_newcomers_get_a_month_before_anyone_worries():
    joined = [
        Newcomer(1, ago(29), 0),
        Newcomer(2, ago(30), 1),
        Newcomer(3, ago(89), 0),
        Newcomer(4, ago(50), 2),
    ]
    assert signals.newcomers_to_introduce([*joined, Newcomer(5, ago(90), 0)], TODAY) == [2, 3]


def test_an_antenna_hears_only_of_limits_that_are_passed():
    signs = signals.antenna_signs(core_share=0.5, channel_equity=1.25, broker_dependence=0.69)
    assert signs == signals.AntennaSigns(False, False, False)
    signs = signals.antenna_signs(core_share=0.51, channel_equity=1.3, broker_dependence=0.7)
    assert signs == signals.AntennaSigns(True, True, True)
    undefined = signals.antenna_signs(core_share=None, channel_equity=None, broker_dependence=None)
    assert undefined == signals.AntennaSigns(False, False, False)


@given(st.dictionaries(numbers, st.integers(0, 20)), st.randoms())
def test_the_order_is_that_of_numbers_whatever_order_came_in(proposals, shuffle):
    mixed = list(proposals.items())
    shuffle.shuffle(mixed)
    found = signals.asked_too_often(dict(mixed), most=3)
    assert found == sorted(found)
    assert signals.offers_but_never_asks([one for one, _ in mixed], ()) == sorted(proposals)
