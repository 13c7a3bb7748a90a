"""Whether the work is spread: over givers, and over coordinators."""

from collections.abc import Iterable, Mapping

from timebank.participation.ratios import ratio


def gini_of_giving(given_minutes: Iterable[int]) -> float | None:
    """sum_ij |G_i - G_j| / (2 n^2 mean(G)): 0 all alike, towards 1 one does all. No unit.

    On G, which can't be negative; on balances it would mean nothing. Pass a 0 for each member who
    took part and gave nothing. With G sorted it is sum_i (2i - n - 1) G_i / (n sum G), i from 1.
    """
    given = sorted(given_minutes)
    n = len(given)
    weighted = sum((2 * place - n - 1) * minutes for place, minutes in enumerate(given, 1))
    return ratio(weighted, n * sum(given))


def broker_dependence(approvals: Mapping[int, int]) -> float | None:
    """Matches made by the busiest coordinator / all matches, from counts per coordinator. No unit.

    From 0.7 on, the antenna hangs on one person (bus factor 1). Source: DOMAIN.md section 5.
    """
    return ratio(max(approvals.values(), default=0), sum(approvals.values()))


def cost_of_trust(antenna_work_minutes: int, favour_minutes: int) -> float | None:
    """Minutes of work for the antenna / minutes of favours. No unit. Source: DOMAIN.md section 5."""
    return ratio(antenna_work_minutes, favour_minutes)
