"""Whom a coordinator might ring, and what to look at together.

Lists for the coordinators of that antenna alone, in the order of member numbers: never by how much
someone gave or owes, so that a list to ring can't be read as a ranking.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.participation.totals import Newcomer

CORE_SHARE_MOST = 0.5
EQUITY_MOST = 1.25
BROKER_MOST = 0.7


def offers_but_never_asks(with_offer: Collection[int], with_ask: Collection[int]) -> list[int]:
    """Members who offered help and asked for none in the last 12 months: a talk about asking."""
    return sorted(set(with_offer) - set(with_ask))


def not_seen(last_seen: Mapping[int, date], today: date, *, days: int = 61) -> list[int]:
    """Members who weren't seen for ``days`` days or more: two months.

    ``last_seen`` has each enrolled member's latest favour, gathering, ask or talk, and the day they
    joined where there is none of these.
    """
    edge = today - timedelta(days=days)
    return sorted(member for member, day in last_seen.items() if day <= edge)


def asked_too_often(
    proposals: Mapping[int, int], *, most: int, own_most: Mapping[int, int] | None = None
) -> list[int]:
    """Helpers who were asked more than ``most`` times in the period, or more than they said they want.

    ``proposals`` counts them per helper; ``own_most`` holds the limits of those who named one.
    """
    limits = own_most or {}
    return sorted(member for member, count in proposals.items() if count > limits.get(member, most))


def newcomers_to_introduce(
    newcomers: Iterable[Newcomer], today: date, *, partners: int = 2, after_days: int = 30, days: int = 90
) -> list[int]:
    """Newcomers who still have fewer than ``partners`` people, ``after_days`` to ``days`` days after joining.

    Before that it is too early to worry; after it they are in the figure of the newcomers.
    """
    return sorted(
        each.member_id
        for each in newcomers
        if each.partners < partners and after_days <= (today - each.joined_on).days < days
    )


@dataclass(frozen=True)
class AntennaSigns:
    """What an antenna might talk about at its next meeting; of the antenna, of nobody in it."""

    closed_group: bool
    slow_on_paper: bool
    one_coordinator: bool


def antenna_signs(
    *, core_share: float | None, channel_equity: float | None, broker_dependence: float | None
) -> AntennaSigns:
    """Which of the limits of DOMAIN.md section 5 are passed; a figure that isn't defined passes none.

    Help inside the core group over 0.5 of all; paper and voice over 1.25 times as slow as the web;
    0.7 or more of all matches by one coordinator.
    """
    return AntennaSigns(
        closed_group=core_share is not None and core_share > CORE_SHARE_MOST,
        slow_on_paper=channel_equity is not None and channel_equity > EQUITY_MOST,
        one_coordinator=broker_dependence is not None and broker_dependence >= BROKER_MOST,
    )
