"""Every indicator of one period. Nothing in it is a person's name, or one person's figure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from timebank.domain.channels import Channel
from timebank.participation.activity import Retention
from timebank.participation.counted import Beside, Slice
from timebank.participation.facts import AskOutcome
from timebank.participation.ledger_health import LedgerHealth
from timebank.participation.network import EIIndex
from timebank.participation.periods import Period
from timebank.participation.referrals import ReferralFigures

T = TypeVar("T", str, date)


@dataclass(frozen=True)
class TakingPart:
    """Who is there and who takes part. Members unless said otherwise; ``enrolled`` at the period's end."""

    enrolled: int
    mean_enrolled: float
    joined: int
    left: int
    active: int
    givers: int
    receivers: int
    active_share: float | None
    retention: Retention
    newcomer_integration: float | None
    by_language: Mapping[str, int]
    by_age_band: Mapping[str, int]
    by_gender_words: Mapping[str, int]
    by_area: Mapping[str, int]
    by_sector: Mapping[str, int]
    coverage: float | None
    parity: Mapping[str, Mapping[str, float | None]]


@dataclass(frozen=True)
class Favours:
    """How many favours, how many minutes were given in them, and how soon they were written down (days)."""

    count: int
    minutes: int
    slices: tuple[Slice, ...]
    median_lag: float | None
    recorded_share: float | None

    @property
    def by_category(self) -> dict[str, tuple[int, int]]:
        """Kind of help -> (favours, minutes), by name."""
        return _added((each.category, each) for each in self.slices)

    @property
    def by_channel(self) -> dict[str, tuple[int, int]]:
        """Channel through which it was written down -> (favours, minutes)."""
        return _added((each.channel.value, each) for each in self.slices)

    @property
    def by_month(self) -> dict[date, tuple[int, int]]:
        """First day of each month with favours -> (favours, minutes)."""
        return _added((each.month, each) for each in self.slices)


@dataclass(frozen=True)
class Reciprocity:
    """Whether people give and receive; see ``reciprocity`` for each formula."""

    two_way_share: float | None
    balance_histogram: tuple[int, ...]
    system: float | None
    gini_of_giving: float | None
    broker_dependence: float | None
    cost_of_trust: float | None


@dataclass(frozen=True)
class Shape:
    """Who helps whom, as figures of one antenna; see ``network`` and ``reciprocity``."""

    dyadic_reciprocity: float | None
    corrected_reciprocity: float | None
    density: float | None
    core_share: float | None
    repeat_pair_share: float | None
    giant_component_share: float | None
    isolates: int
    centralisation: float | None
    across_languages: EIIndex
    across_age_bands: EIIndex
    across_areas: EIIndex
    across_sectors: EIIndex


@dataclass(frozen=True)
class Asking:
    """Asks and how they ended; days to an agreed helper as Kaplan and Meier count them."""

    asks: int
    outcomes: Mapping[AskOutcome, int]
    by_channel: Mapping[Channel, int]
    by_category: Mapping[str, int]
    fill_rate: float | None
    median_days: int | None
    p90_days: int | None
    median_days_by_channel: Mapping[Channel, int | None]
    channel_equity: float | None
    shyness_gap: float | None
    per_hundred: float | None
    non_web_share: float | None


@dataclass(frozen=True)
class Saved:
    """Hours that are saved, and whether the books hold."""

    health: LedgerHealth
    velocity: float | None
    idle_share: float | None


@dataclass(frozen=True)
class Indicators:
    """Every measure of a period. ``shape`` is None for more than one antenna."""

    period: Period
    taking_part: TakingPart
    favours: Favours
    reciprocity: Reciprocity
    shape: Shape | None
    asking: Asking
    referrals: ReferralFigures
    saved: Saved
    beside: Beside
    stories_per_25: float | None


def without_groups(found: Indicators) -> Indicators:
    """The same without how many members each group has, which can be few."""
    part = replace(
        found.taking_part,
        by_language={},
        by_age_band={},
        by_gender_words={},
        by_area={},
        by_sector={},
        coverage=None,
        parity={},
    )
    return replace(found, taking_part=part)


def _added(slices: Iterable[tuple[T, Slice]]) -> dict[T, tuple[int, int]]:
    sums: dict[T, list[int]] = defaultdict(lambda: [0, 0])
    for name, each in slices:
        sums[name][0] += each.favours
        sums[name][1] += each.minutes
    return {name: (sums[name][0], sums[name][1]) for name in sorted(sums)}
