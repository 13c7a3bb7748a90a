"""What a database groups, as one row each, and the same rows from single facts.

Every function here that takes facts has one GROUP BY as its twin; the indicators never see more
than these rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timebank.participation.facts import AskFact, AskOutcome, FavourFact, MemberFact
from timebank.participation.periods import Period


@dataclass(frozen=True)
class MemberTotal:
    """What one member gave and received in a period: G_i and R_i, in minutes and in favours."""

    member_id: int
    given_minutes: int = 0
    received_minutes: int = 0
    given_favours: int = 0
    received_favours: int = 0

    @property
    def gave(self) -> bool:
        """Whether they helped at all, with hours or just for thanks."""
        return self.given_favours > 0

    @property
    def received(self) -> bool:
        """Whether they were helped at all."""
        return self.received_favours > 0


@dataclass(frozen=True)
class PairTotal:
    """What ``giver_id`` gave to ``receiver_id`` in a period: w_ij in minutes, and in favours."""

    giver_id: int
    receiver_id: int
    minutes: int
    favours: int


@dataclass(frozen=True)
class Wait:
    """Asks that waited equally long: ``days`` to an agreed helper, or without one until now or the end."""

    days: int
    filled: bool
    asks: int = 1


@dataclass(frozen=True)
class Newcomer:
    """Someone who joined, with how many different people they met through favours in their first days."""

    member_id: int
    joined_on: date
    partners: int


def in_period(favours: Iterable[FavourFact], period: Period) -> list[FavourFact]:
    """The favours done in the period: E of DOMAIN.md section 5."""
    return [each for each in favours if each.done_on in period]


def member_totals(favours: Iterable[FavourFact]) -> list[MemberTotal]:
    """One row per member who gave or received, by number."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for each in favours:
        giver = sums[each.giver_id]
        giver[0] += each.minutes
        giver[2] += 1
        if each.receiver_id is not None:
            receiver = sums[each.receiver_id]
            receiver[1] += each.minutes
            receiver[3] += 1
    return [MemberTotal(member, *sums[member]) for member in sorted(sums)]


def pair_totals(favours: Iterable[FavourFact]) -> list[PairTotal]:
    """One row per ordered pair; help for the antenna has no pair."""
    minutes: Counter[tuple[int, int]] = Counter()
    count: Counter[tuple[int, int]] = Counter()
    for each in favours:
        if each.receiver_id is not None:
            minutes[each.giver_id, each.receiver_id] += each.minutes
            count[each.giver_id, each.receiver_id] += 1
    return [PairTotal(*pair, minutes[pair], count[pair]) for pair in sorted(count)]


def member_days(members: Iterable[MemberFact], period: Period) -> int:
    """The days of membership within the period, all members together."""
    return sum(_days_within(each, period) for each in members)


def waits(asks: Iterable[AskFact], until: date) -> list[Wait]:
    """How long asks waited, equal ones together; an ask that is open has waited until ``until``."""
    counted: Counter[tuple[int, bool]] = Counter()
    for each in asks:
        filled = each.outcome in (AskOutcome.FILLED, AskOutcome.PARTLY)
        counted[((each.closed_on or until) - each.made_on).days, filled] += 1
    return [Wait(days, filled, counted[days, filled]) for days, filled in sorted(counted)]


def newcomers(
    members: Iterable[MemberFact], favours: Iterable[FavourFact], period: Period, *, days: int = 90
) -> list[Newcomer]:
    """Who joined in the period, with their partners within ``days`` days of joining, by number."""
    partners: Mapping[int, list[tuple[date, int]]] = _meetings(favours)
    return [
        Newcomer(each.member_id, each.joined_on, _met(partners.get(each.member_id, []), each.joined_on, days))
        for each in sorted(members, key=lambda each: each.member_id)
        if each.joined_on in period
    ]


def count_by(values: Iterable[str]) -> dict[str, int]:
    """How often each text occurs, in the order of the texts."""
    counted = Counter(values)
    return {name: counted[name] for name in sorted(counted)}


def _days_within(member: MemberFact, period: Period) -> int:
    end = min(member.left_on or period.after, period.after)
    return max(0, (end - max(member.joined_on, period.first)).days)


def _meetings(favours: Iterable[FavourFact]) -> dict[int, list[tuple[date, int]]]:
    meetings: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for each in favours:
        if each.receiver_id is not None:
            meetings[each.giver_id].append((each.done_on, each.receiver_id))
            meetings[each.receiver_id].append((each.done_on, each.giver_id))
    return meetings


def _met(meetings: Sequence[tuple[date, int]], joined_on: date, days: int) -> int:
    first_days = Period(joined_on, joined_on + timedelta(days=days))
    return len({partner for day, partner in meetings if day in first_days})
