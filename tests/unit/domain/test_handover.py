"""Who stops soon, who goes on beside them for how long, and how many are left."""

from datetime import date, timedelta

from timebank.domain.handover import Beside, leaving_soon
from timebank.domain.roster import Span, is_span, monday_of

TODAY = date(2026, 11, 23)
CORA, CARL, FAY = 1, 2, 3


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_nobody_leaves_while_every_role_stands_open_or_ends_late() -> None:
    spans = [Span(CORA, day(-30), None), Span(CARL, day(-30), day(57))]
    assert leaving_soon(spans, TODAY) == ()


def test_whoever_stops_within_eight_weeks_is_named_with_who_goes_on() -> None:
    spans = [Span(CORA, day(-300), day(20)), Span(CARL, day(-30), None), Span(FAY, day(10), None)]
    (cora,) = leaving_soon(spans, TODAY)
    assert (cora.person_id, cora.last_day, cora.left) == (CORA, day(20), 2)
    assert cora.beside == (Beside(CARL, 51), Beside(FAY, 11))
    assert [each.is_short for each in cora.beside] == [False, True]


def test_four_weeks_together_are_enough_and_a_day_less_is_not() -> None:
    assert not Beside(CARL, 28).is_short
    assert Beside(CARL, 27).is_short


def test_a_role_that_is_given_again_goes_on() -> None:
    spans = [Span(CORA, day(-300), day(20)), Span(CORA, day(21), day(400)), Span(CARL, day(-30), None)]
    assert leaving_soon(spans, TODAY) == ()


def test_who_stops_on_the_same_day_or_begins_later_than_the_next_is_not_left() -> None:
    spans = [Span(CORA, day(-300), day(20)), Span(CARL, day(-30), day(20)), Span(FAY, day(22), None)]
    assert [(each.person_id, each.left) for each in leaving_soon(spans, TODAY)] == [(CORA, 0), (CARL, 0)]


def test_who_begins_on_the_next_day_had_no_day_together() -> None:
    (cora,) = leaving_soon([Span(CORA, day(-300), day(20)), Span(FAY, day(21), None)], TODAY)
    assert cora.beside == (Beside(FAY, 0),)
    assert cora.left == 1


def test_a_turn_ends_after_it_begins_on_the_same_day() -> None:
    assert is_span(0, 1440)
    assert not any(is_span(*span) for span in ((600, 600), (601, 600), (-1, 10), (0, 1441)))


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(day(number)) for number in range(7)} == {TODAY}
    assert monday_of(day(7)) == day(7)
