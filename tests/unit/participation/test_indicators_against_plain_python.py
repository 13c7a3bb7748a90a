"""Each indicator agrees with a second one that is slow and obvious, day by day and row by row."""

from collections import Counter
from datetime import timedelta
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given, strategies as st

from tests.unit.participation.strategies import SPAN, asks, favours, members, periods, visits
from timebank.domain.channels import Channel
from timebank.participation import activity, asks as figures, network, reach, reciprocity, recording, stock
from timebank.participation.facts import AskOutcome
from timebank.participation.ledger_health import hours_agree
from timebank.participation.totals import in_period, member_days, member_totals, newcomers, pair_totals, waits


def near(value):
    return None if value is None else pytest.approx(value)


def days_of(period):
    return [period.first + timedelta(days=number) for number in range(period.days)]


@given(favours, periods)
def test_minutes_given_are_minutes_received(facts, period):
    kept = in_period(facts, period)
    totals = member_totals(kept)
    pot = sum(each.minutes for each in kept if each.receiver_id is None)
    entries = sum(each.minutes for each in facts if each.done_on in days_of(period))
    received = [*(each.received_minutes for each in totals), pot]
    assert hours_agree((each.given_minutes for each in totals), received, entries)
    assert sum(each.minutes for each in pair_totals(kept)) == entries - pot


@given(favours)
def test_both_ways_and_balance(facts):
    givers = {each.giver_id for each in facts}
    receivers = {each.receiver_id for each in facts} - {None}
    totals = member_totals(facts)
    everyone = givers | receivers
    assert activity.active_count(totals) == len(everyone)
    expected = len(givers & receivers) / len(everyone) if everyone else None
    assert reciprocity.two_way_share(totals) == near(expected)
    gave = {one: sum(each.minutes for each in facts if each.giver_id == one) for one in everyone}
    got = {one: sum(each.minutes for each in facts if each.receiver_id == one) for one in everyone}
    moved = sum(gave.values()) + sum(got.values())
    apart = sum(abs(gave[one] - got[one]) for one in everyone)
    assert reciprocity.system_reciprocity(totals) == near(1 - apart / moved if moved else None)
    index = {
        one: Fraction(gave[one] - got[one], gave[one] + got[one]) for one in everyone if gave[one] + got[one]
    }
    for each in totals:
        assert reciprocity.balance_index(each) == near(index.get(each.member_id))
    edges = [Fraction(number, 5) for number in (-5, -3, -1, 1, 3)]
    classes = Counter(max(place for place, edge in enumerate(edges) if b >= edge) for b in index.values())
    assert reciprocity.balance_histogram(totals) == tuple(classes[place] for place in range(5))


@given(members, periods)
def test_the_mean_enrolment_counts_heads_each_day(people, period):
    heads = sum(len(reach.enrolled_on(people, day)) for day in days_of(period))
    assert activity.mean_enrolled(member_days(people, period), period) == near(heads / period.days)


@given(members, favours)
def test_newcomers_meet_people_in_their_first_90_days(people, facts):
    joined = [each for each in people if each.joined_on in SPAN]
    found = newcomers(people, facts, SPAN)
    well = judged = 0
    for each in joined:
        met = set()
        for fact in facts:
            sides = {fact.giver_id, fact.receiver_id}
            in_time = 0 <= (fact.done_on - each.joined_on).days < 90
            if each.member_id in sides and None not in sides and in_time:
                met |= sides - {each.member_id}
        if each.joined_on + timedelta(days=90) <= SPAN.after:
            judged += 1
            well += len(met) >= 2
    assert network.newcomer_integration(found, SPAN.last) == near(well / judged if judged else None)


@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)), members)
def test_who_stays_is_counted_one_by_one(before, now, people):
    endings = {each.member_id: each.left_because for each in people}
    found = activity.retention(before, now, endings)
    stayed = [each for each in before if each in now]
    gone = [each for each in before if each not in now]
    assert found.share == near(len(stayed) / len(before) if before else None)
    assert found.died == sum(str(endings.get(each)) == "died" for each in gone)
    assert found.moved == sum(str(endings.get(each)) == "moved" for each in gone)
    assert found.died + found.moved + found.otherwise + found.still_active == len(before)


def redistributed(rows):
    """Kaplan-Meier by Efron's redistribution to the right: a censored ask's weight goes to later ones."""
    weights = [Fraction(1, len(rows)) for _ in rows]
    ordered = sorted(rows, key=lambda row: (row[0], not row[1]))
    share, curve = Fraction(1), {}
    for place, (day, filled) in enumerate(ordered):
        if filled:
            share -= weights[place]
            curve[day] = share
            continue
        later = len(ordered) - place - 1
        for other in range(place + 1, len(ordered)):
            weights[other] += weights[place] / later
    return curve


@given(asks)
def test_time_to_fill_counts_those_who_still_wait(facts):
    rows = []
    for each in facts:
        end = each.closed_on or SPAN.after + timedelta(days=20)
        rows.append(((end - each.made_on).days, each.outcome in ("filled", "partly")))
    grouped = waits(facts, SPAN.after + timedelta(days=20))
    curve = redistributed(rows)
    assert dict(figures.still_waiting(grouped)) == curve
    for share in (Fraction(1, 2), Fraction(9, 10)):
        expected = min((day for day, waiting in curve.items() if waiting <= 1 - share), default=None)
        assert figures.days_to_fill(grouped, share) == expected


@given(st.lists(st.tuples(st.integers(0, 30), st.just(True)), min_size=1))
def test_where_all_are_filled_the_median_is_the_lower_one(rows):
    found = figures.days_to_fill([figures.Wait(*row) for row in rows])
    assert found == sorted(day for day, _ in rows)[(len(rows) - 1) // 2]


@given(asks)
def test_endings_and_channels_of_asks(facts):
    counts = Counter(each.outcome for each in facts)
    answered = [each for each in facts if each.outcome in ("filled", "partly", "nobody")]
    filled = [each for each in answered if each.outcome is AskOutcome.FILLED]
    assert figures.fill_rate(counts) == near(len(filled) / len(answered) if answered else None)
    screens = (Channel.WEB, Channel.MAIL, Channel.IMPORT, Channel.API)
    plain = [each for each in facts if each.channel not in screens]
    by_channel = Counter(each.channel for each in facts)
    assert figures.non_web_share(by_channel) == near(len(plain) / len(facts) if facts else None)


@given(favours)
def test_the_lag_is_the_median_of_all_days(facts):
    lags = [(each.recorded_on - each.done_on).days for each in facts]
    assert recording.median_lag(recording.lag_days(facts)) == near(median(lags) if lags else None)


@given(visits, periods)
def test_visits_people_and_new_faces(rows, period):
    came = [each for each in rows if each.held_on in period]
    people = {each.member_id for each in came}
    new = {one for one in people if not any(r.member_id == one and r.held_on < period.first for r in rows)}
    assert reach.attendance(rows, period) == (len(came), len(people), len(new))


@given(
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 50)),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 500)),
)
def test_parity_is_a_share_over_a_share(members_in, inhabitants):
    found = reach.parity(members_in, inhabitants)
    whole, everyone = sum(members_in.get(each, 0) for each in inhabitants), sum(inhabitants.values())
    for group, people in inhabitants.items():
        if not whole or not people:
            assert found[group] is None
        else:
            assert found[group] == near((members_in.get(group, 0) / whole) / (people / everyone))


@given(st.lists(st.integers(-600, 600)), st.integers(0, 9000))
def test_the_stock_is_what_the_positive_ones_hold(balances, minutes):
    balances = [*balances, -sum(balances)]
    saved = sum(each for each in balances if each > 0)
    held = stock.positive_stock(balances)
    assert held == saved
    assert stock.velocity(minutes, [held, held]) == near(minutes / saved if saved else None)
