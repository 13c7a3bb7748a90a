"""Asks: how they end, how long they wait, by which way they come, and who dares."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from timebank.domain.channels import Channel
from timebank.participation.facts import AskOutcome
from timebank.participation.periods import Period
from timebank.participation.ratios import ratio
from timebank.participation.totals import Wait

ANSWERED = (AskOutcome.FILLED, AskOutcome.PARTLY, AskOutcome.NOBODY)
"""Endings that say whether the neighbourhood could help; referred and withdrawn stand beside them."""

PAPER_AND_VOICE = frozenset({Channel.TALK, Channel.PHONE, Channel.CARD, Channel.SLIP, Channel.LETTER})
"""Channels that need no screen."""


def fill_rate(outcomes: Mapping[AskOutcome, int]) -> float | None:
    """filled / (filled + partly + nobody found). No unit.

    Partly, referred and withdrawn are shown beside it. One outside benchmark: Meppel 0.61.
    """
    return ratio(outcomes.get(AskOutcome.FILLED, 0), sum(outcomes.get(each, 0) for each in ANSWERED))


def still_waiting(waits: Sequence[Wait]) -> list[tuple[int, Fraction]]:
    """The Kaplan-Meier curve (1958): (days, share of asks that still wait after them), by days.

    S(t) = product over t_i <= t of (1 - d_i / n_i), with d_i asks filled on day t_i and n_i that had
    waited until then. An ask that is open or ended without a helper counts as long as it waited.
    """
    at_risk = sum(each.asks for each in waits)
    share = Fraction(1)
    curve = []
    for day in sorted({each.days for each in waits}):
        today = [each for each in waits if each.days == day]
        filled = sum(each.asks for each in today if each.filled)
        if filled:
            share *= 1 - Fraction(filled, at_risk)
            curve.append((day, share))
        at_risk -= sum(each.asks for each in today)
    return curve


def days_to_fill(waits: Sequence[Wait], share: Fraction = Fraction(1, 2)) -> int | None:
    """After how many days ``share`` of the asks has a helper: 1/2 the median, 9/10 the p90. Unit: days.

    The first day on which S(t) <= 1 - share; None where the curve never comes that low.
    First targets: median <= 3 days, urgent ones on the same day.
    """
    return next((day for day, waiting in still_waiting(waits) if waiting <= 1 - share), None)


def channel_equity(waits_by_channel: Mapping[Channel, Sequence[Wait]]) -> float | None:
    """Median days to fill by paper and voice / by the web. No unit; about 1 is fair.

    Both are counted from the day of the ask, which counts as day 1, so that help on the same day can
    be compared too. None where either side has no median.
    """
    plain = [each for channel in PAPER_AND_VOICE for each in waits_by_channel.get(channel, ())]
    slow, fast = days_to_fill(plain), days_to_fill(waits_by_channel.get(Channel.WEB, ()))
    return None if slow is None or fast is None else (slow + 1) / (fast + 1)


def shyness_gap(with_offer: Collection[int], with_ask: Collection[int]) -> float | None:
    """Members with an offer and no ask in 12 months / members with an offer. No unit.

    The main alarm for people who don't dare to ask (research report lines 375-379).
    """
    offering = set(with_offer)
    return ratio(len(offering - set(with_ask)), len(offering))


def asks_per_hundred(asks: int, enrolled: float, period: Period) -> float | None:
    """asks * 100 / (N * months). Unit: asks per 100 members per month; falling means: go and visit."""
    return ratio(100 * asks, enrolled * float(period.months))


def non_web_share(asks_by_channel: Mapping[Channel, int]) -> float | None:
    """Asks by paper and voice / asks. No unit. Source: DOMAIN.md 4h, review after three months."""
    return ratio(sum(asks_by_channel.get(each, 0) for each in PAPER_AND_VOICE), sum(asks_by_channel.values()))
