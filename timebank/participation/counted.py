"""What a database counts of one period, for all indicators at once. Nothing in it is a person's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from timebank.domain.channels import Channel
from timebank.participation.facts import AskOutcome, MemberFact
from timebank.participation.periods import Period
from timebank.participation.referrals import ReferralFigures
from timebank.participation.stock import Holding
from timebank.participation.totals import MemberTotal, Newcomer, PairTotal, Wait
from timebank.participation.wellbeing import PairedChange


@dataclass(frozen=True)
class Slice:
    """Final favours of one month, kind of help and channel; ``month`` is its first day."""

    month: date
    category: str
    channel: Channel
    favours: int
    minutes: int


@dataclass(frozen=True)
class FavourTotals:
    """The favours of a period. ``members`` and ``pairs`` may hold people of other antennas who helped.

    Pairs are counted for one antenna only, whose network they show.

    ``lags`` are days to the entry -> favours; ``partners`` the newcomers with whom they met;
    ``active_before`` who gave or received a year earlier. ``booked`` counts every favour that was
    ever final, ``reversed`` and ``disputed`` those that something happened to.
    """

    slices: tuple[Slice, ...] = ()
    members: tuple[MemberTotal, ...] = ()
    pairs: tuple[PairTotal, ...] = ()
    lags: Mapping[int, int] = field(default_factory=dict)
    newcomers: tuple[Newcomer, ...] = ()
    active_before: frozenset[int] = frozenset()
    team_minutes: int = 0
    antenna_work_minutes: int = 0
    booked: int = 0
    reversed: int = 0
    disputed: int = 0

    @property
    def minutes(self) -> int:
        """All minutes given."""
        return sum(each.minutes for each in self.slices)

    @property
    def favours(self) -> int:
        """How many favours."""
        return sum(each.favours for each in self.slices)


@dataclass(frozen=True)
class AskTotals:
    """The asks made in a period, by ending, channel and category, and how long they waited.

    ``with_offer`` have an offer that stands in it, ``with_ask`` asked in the 12 months to its end.
    ``approvals`` are the matches of each coordinator; of ``agreed`` promises whose day is past
    ``recorded`` were written down.
    """

    outcomes: Mapping[AskOutcome, int] = field(default_factory=dict)
    by_channel: Mapping[Channel, int] = field(default_factory=dict)
    by_category: Mapping[str, int] = field(default_factory=dict)
    waits: Mapping[Channel, tuple[Wait, ...]] = field(default_factory=dict)
    with_offer: frozenset[int] = frozenset()
    with_ask: frozenset[int] = frozenset()
    approvals: Mapping[int, int] = field(default_factory=dict)
    agreed: int = 0
    recorded: int = 0


@dataclass(frozen=True)
class BookTotals:
    """The accounts: the sum of all, the saved minutes M+ at each month's end, and each holding today."""

    balance_sum_minutes: int = 0
    stocks: tuple[Fraction, ...] = ()
    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What others count: gatherings, stories, the questionnaire, and the people who live there.

    ``attendance`` is (visits, people, new faces). ``inhabitants`` are by grouping ('age_band',
    'language', 'area', 'sector') and group; ``inhabitants_65`` those of 65 and older.
    """

    attendance: tuple[int, int, int] | None = None
    stories: int | None = None
    wellbeing: PairedChange | None = None
    inhabitants: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    inhabitants_65: int = 0


@dataclass(frozen=True)
class Totals:
    """All that was counted of a scope in a period.

    ``members`` are the memberships of the scope in the period or in the year before;
    ``known_through`` is the last day of which everything can be known: today, or the period's last.
    ``one_antenna``: the scope is a single one, so that the shape of its network may be looked at.
    """

    period: Period
    known_through: date
    one_antenna: bool
    members: tuple[MemberFact, ...]
    favours: FavourTotals
    asks: AskTotals
    referrals: ReferralFigures
    books: BookTotals
