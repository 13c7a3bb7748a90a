"""The examples of docs/indicators.md: each result on the page is what the functions say."""

import re
from datetime import date
from fractions import Fraction

from tests.architecture.sources import ROOT
from timebank.domain.channels import Channel
from timebank.participation import activity, asks, fairness, network, reach, reciprocity, recording, stock
from timebank.participation.facts import AskOutcome, FavourFact, LeftBecause, ReferralFact
from timebank.participation.ledger_health import LedgerHealth
from timebank.participation.periods import month_of, quarter_of
from timebank.participation.referrals import referral_figures
from timebank.participation.totals import Newcomer, Wait, in_period, member_totals, pair_totals
from timebank.participation.wellbeing import paired_change

DAY = date(2026, 2, 10)
DONE = [(1, 2, 60), (1, 2, 30), (2, 1, 30), (1, 3, 60), (3, 4, 120), (4, 5, 60)]
FAVOURS = [
    FavourFact(giver, receiver, minutes, DAY, DAY, both_in_team=(giver, receiver) == (3, 4))
    for giver, receiver, minutes in DONE
]
WAITS = [Wait(0, True), Wait(1, True), Wait(2, False), Wait(3, True), Wait(8, True), Wait(9, False)]
SPOKEN = {1: "nl", 2: "nl", 3: "fr", 4: "fr", 5: "nl", 6: "fr"}


def six_neighbours():
    facts = in_period(FAVOURS, quarter_of(2026, 1))
    totals, pairs = member_totals(facts), pair_totals(facts)
    ties = network.ties_of(pairs)
    active = activity.active_count(totals)
    languages = network.ei_index(ties, SPOKEN)
    histogram = reciprocity.balance_histogram(totals)
    return {
        "Active share": activity.active_share(active, 6),
        "Two-way share": reciprocity.two_way_share(totals),
        "Balance, histogram of five classes": " ".join(map(str, histogram)),
        "System reciprocity": reciprocity.system_reciprocity(totals),
        "Dyadic reciprocity": reciprocity.dyadic_reciprocity(pairs),
        "Density": reciprocity.density(pairs, active),
        "Corrected reciprocity": reciprocity.corrected_reciprocity(pairs, active),
        "Core share": network.core_share(network.team_minutes(facts), 360),
        "Repeat-pair share": network.repeat_pair_share(pairs),
        "E-I index of languages": languages.value,
        "E-I index by chance": languages.by_chance,
        "Giant component": network.giant_component_share(ties),
        "Isolates": network.isolates(range(1, 7), ties),
        "Centralisation": network.centralisation(ties),
        "Gini of giving": fairness.gini_of_giving(each.given_minutes for each in totals),
    }


def people_and_work():
    kept = activity.retention({1, 2, 3, 4}, {1, 2, 5}, {3: LeftBecause.DIED})
    met = [Newcomer(1, DAY, 2), Newcomer(2, DAY, 3), Newcomer(3, DAY, 1), Newcomer(4, date(2026, 6, 20), 2)]
    saved = [stock.Holding(300, date(2025, 1, 1)), stock.Holding(900, DAY), stock.Holding(-1200, DAY)]
    stocks = [stock.positive_stock([600, -600]), stock.positive_stock([840, -840])]
    health = LedgerHealth(balance_sum_minutes=0, favours=100, reversed=2, disputed=1)
    return {
        "Mean enrolled": activity.mean_enrolled(945, quarter_of(2026, 1)),
        "Retention": kept.share,
        "Retention of those who could": kept.share_of_those_who_could,
        "Newcomer integration": network.newcomer_integration(met, date(2026, 6, 27)),
        "Broker dependence": fairness.broker_dependence({1: 14, 2: 5, 3: 1}),
        "Cost of trust": fairness.cost_of_trust(600, 3000),
        "Velocity": stock.velocity(360, stocks),
        "Idle hours": stock.idle_share(saved, date(2025, 7, 1)),
        "Reversed": health.reversed_share,
        "Disputed": health.disputed_share,
    }


def asks_and_reach():
    ended = {AskOutcome.FILLED: 11, AskOutcome.PARTLY: 3, AskOutcome.NOBODY: 4, AskOutcome.REFERRED: 2}
    by_channel = {Channel.PHONE: [Wait(3, True)], Channel.WEB: [Wait(1, True)]}
    referred = [
        ReferralFact("home care", DAY, date(2026, 3, 1), date(2026, 3, 1 + days) if days else None, known)
        for days, known in [(1, True), (3, True), (8, True), *[(0, True)] * 3, *[(0, False)] * 2]
    ]
    referrals = referral_figures([*referred, ReferralFact("x", DAY), ReferralFact("x", DAY)])
    change = paired_change([(4, 3)] * 10 + [(3, 3)] * 10, 25, least=10)
    assert referrals.asked == 10
    return {
        "Fill rate": asks.fill_rate(ended),
        "Median days to fill": asks.days_to_fill(WAITS),
        "p90 days to fill": asks.days_to_fill(WAITS, Fraction(9, 10)),
        "Channel equity": asks.channel_equity(by_channel),
        "Ask shyness gap": asks.shyness_gap({1, 2, 3, 4, 5}, {1, 2, 9}),
        "Asks per 100 members per month": asks.asks_per_hundred(9, 60, quarter_of(2026, 1)),
        "Asks by paper and voice": asks.non_web_share({Channel.PHONE: 5, Channel.CARD: 2, Channel.WEB: 3}),
        "Recording lag": recording.median_lag({0: 3, 1: 2, 6: 1}),
        "Recorded share": recording.recorded_share(18, 20),
        "Coverage": reach.coverage(45, 900),
        "Parity of French": reach.parity({"nl": 30, "fr": 10}, {"nl": 500, "fr": 500})["fr"],
        "Referrals, outcome known": referrals.outcome_share,
        "Referrals, median days": referrals.median_days,
        "Loneliness, paired mean change": change.mean,
        "Loneliness, response": change.response,
        "Stories per 25 members": reach.stories_per_25(3, 60),
    }


def on_the_page():
    text = (ROOT / "docs" / "indicators.md").read_text("utf-8").replace(r"\|", "/")
    rows = re.findall(r"^\| ([^|]+?) \| [^|]+ \| ([^|]+?) \|$", text, flags=re.MULTILINE)
    return {name: result for name, result in rows if result not in ("result",)}


def in_words(value):
    return "not defined" if value is None else value if isinstance(value, str) else f"{round(value, 4):g}"


def test_the_page_shows_what_the_functions_say():
    computed = six_neighbours() | people_and_work() | asks_and_reach()
    assert {name: in_words(value) for name, value in computed.items()} == on_the_page()


def test_nothing_is_divided_by_zero():
    assert activity.active_share(0, 0) is None
    assert reciprocity.two_way_share([]) is None
    assert reciprocity.system_reciprocity([]) is None
    assert reciprocity.corrected_reciprocity([], 0) is None
    assert network.giant_component_share(set()) is None
    assert network.centralisation({(1, 2)}) is None
    assert fairness.gini_of_giving([0, 0]) is None
    assert fairness.broker_dependence({}) is None
    assert stock.velocity(60, []) is None
    assert asks.days_to_fill([]) is None
    assert asks.channel_equity({Channel.WEB: [Wait(1, True)]}) is None
    assert asks.asks_per_hundred(3, 0, month_of(2026, 2)) is None
    assert recording.median_lag({}) is None


def test_a_questionnaire_of_too_few_tells_nothing():
    assert paired_change([(4, 3)] * 9, 25, least=10) is None
