"""Twenty-six weeks, day by day: people say no, grow tired, pause, and get to know one another.

Who says yes is hidden from the policies. A helper's chance of a yes falls with distance, with what was
done lately and with earlier noes; who does far more than the own ceiling may pause for eight weeks.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from benchmarks.neighbours import NOW, POOLED, Town, draw_asks, draw_town
from benchmarks.parity import Fate, fill_ratios, waiting_ratios
from timebank.matching.inputs import Ask, Context, Offer, Past, Promise, pair
from timebank.matching.suggesting import Suggestion, suggest
from timebank.matching.week import BITS_A_DAY, BITS_A_WEEK, WHOLE_DAY

WEEKS, WARM_UP_WEEKS = 26, 2
CALLS_A_DAY = 4
PAUSE_DAYS = 56
EVERYBODY = 10_000
Choose = Callable[[Ask, list[Offer], Context, Town], Suggestion | None]


def by_engine(ask: Ask, offers: list[Offer], ctx: Context, _: Town) -> Suggestion | None:
    """The first suggestion."""
    return next(iter(suggest(ask, offers, ctx, 1)), None)


def by_favourites(ask: Ask, offers: list[Offer], ctx: Context, town: Town) -> Suggestion | None:
    """Whoever is most active and most often says yes, as a coordinator phones from memory."""
    able = suggest(ask, offers, ctx, EVERYBODY)
    return max(able, key=lambda s: town.members[s.helper].activity * town.members[s.helper].yes, default=None)


def by_nearest(ask: Ask, offers: list[Offer], ctx: Context, _: Town) -> Suggestion | None:
    """Whoever lives nearest."""
    able = suggest(ask, offers, ctx, EVERYBODY)
    return min(able, key=lambda s: (s.metres or 0, s.helper), default=None)


@dataclass
class Memory:
    """What happened with one helper; days count from the start, starts are half hours from the start."""

    favour_days: list[int] = field(default_factory=list)
    no_days: list[int] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    last_asked: int = -60
    paused_until: int = -1
    minutes: int = 0
    received_minutes: int = 0

    def load(self, day: int) -> int:
        """Favours of the last four weeks and promised ones."""
        return sum(1 for each in self.favour_days if day - 28 < each <= day + 10)

    def noes(self, day: int) -> int:
        """Noes of the last two weeks."""
        return sum(1 for each in self.no_days if day - each < 14)


@dataclass
class OpenAsk:
    """An ask on the desk, with the days on which it can be done."""

    ask: Ask
    day: int
    days: dict[int, int]
    chances: list[float]
    called: int = 0
    yes_on: int | None = None


class HalfYear:
    """One town's half year under one way to choose whom to call. ``run`` gives its figures."""

    def __init__(self, seed: int, asks_a_week: int, choose: Choose, *, pooled: bool) -> None:
        self._seed, self._choose, self._pooled = seed, choose, pooled
        self._town = draw_town(seed)
        self._offers = {offer.helper: offer for offer in self._town.offers}
        self._memory = {member.id: Memory() for member in self._town.members}
        self._known = self._town.known
        self._past: dict[int, Past] = {}
        self._coming = _asks_of_half_year(self._town, seed, asks_a_week)
        self._pauses = 0
        self._done: list[tuple[OpenAsk, Suggestion]] = []
        self._closed: list[OpenAsk] = []

    def run(self) -> dict[str, float]:
        """Go through all days."""
        desk: list[OpenAsk] = []
        for day in range(7 * WEEKS):
            desk += self._coming.get(day, [])
            self._past = {helper: self._past_of(helper, day) for helper in self._offers}
            still = []
            for each in desk:
                if self._ring_round(each, day) or max(each.days) <= day + 1:
                    self._closed.append(each)
                else:
                    still.append(each)
            desk = still
            if day % 7 == 6:
                self._let_tired_ones_pause(day)
        return self._figures()

    def _ring_round(self, each: OpenAsk, day: int) -> bool:
        ask = replace(each.ask, window=_window(each, day))
        offers = [
            offer
            for helper, offer in self._offers.items()
            if (self._pooled or offer.antenna == ask.antenna) and self._memory[helper].paused_until < day
        ]
        for _ in range(CALLS_A_DAY):
            ctx = Context(
                now=NOW + timedelta(days=day, hours=13),
                past=self._past,
                known=self._known,
                pooled=POOLED if self._pooled else frozenset(),
                seed=self._seed,
            )
            found = self._choose(ask, offers, ctx, self._town)
            if found is None:
                return False
            if self._call(each, found, day):
                return True
        return False

    def _call(self, each: OpenAsk, found: Suggestion, day: int) -> bool:
        memory = self._memory[found.helper]
        memory.last_asked = day
        each.called += 1
        yes = each.chances[each.called % len(each.chances)] < self._chance_of_yes(each.ask, found, day)
        if yes:
            each.yes_on = day
            monday = day // 7 * BITS_A_WEEK
            start = monday + (found.starts & -found.starts).bit_length() - 1
            memory.promises.append(Promise(start, each.ask.half_hours))
            memory.favour_days.append(start // BITS_A_DAY)
            memory.minutes += 30 * each.ask.half_hours
            self._memory[each.ask.asker].received_minutes += 30 * each.ask.half_hours
            self._done.append((each, found))
            self._known |= {pair(found.helper, each.ask.asker)}
        else:
            memory.no_days.append(day)
            memory.refused.add(each.ask.id)
        for helper in {found.helper, each.ask.asker} & self._offers.keys():
            self._past[helper] = self._past_of(helper, day)
        return yes

    def _chance_of_yes(self, ask: Ask, found: Suggestion, day: int) -> float:
        """The hidden truth of this world."""
        offer, memory = self._offers[found.helper], self._memory[found.helper]
        reach = max(
            1, offer.walk_metres, offer.bike_metres, offer.drive_metres, ask.by_car * offer.lift_metres
        )
        near = 1 - min(1, (found.metres or 0) / reach) if found.means != "phone" else 1
        tired = 0.5 * (memory.load(day) / (2 * offer.ceiling_per_week)) ** 2
        chance = self._town.members[found.helper].yes * (0.6 + 0.4 * near) / (1 + tired)
        chance *= 0.9 ** memory.noes(day)
        return min(0.98, chance * (1.15 if pair(found.helper, ask.asker) in self._known else 1))

    def _past_of(self, helper: int, day: int) -> Past:
        memory, monday = self._memory[helper], day // 7 * BITS_A_WEEK
        start = self._town.members[helper].balance_minutes
        return Past(
            favours_28_days=memory.load(day),
            noes_14_days=memory.noes(day),
            balance_minutes=start + memory.minutes - memory.received_minutes,
            last_asked=(NOW + timedelta(days=memory.last_asked)).date(),
            promises=tuple(
                Promise(each.start - monday, each.half_hours)
                for each in memory.promises
                if each.start >= monday
            ),
            no_to_asks=frozenset(memory.refused),
        )

    def _let_tired_ones_pause(self, day: int) -> None:
        for helper, offer in self._offers.items():
            memory = self._memory[helper]
            tired = memory.load(day) > 3 * offer.ceiling_per_week and memory.paused_until < day
            if tired and random.Random(f"{self._seed} {helper} {day}").random() < 0.25:
                memory.paused_until = day + PAUSE_DAYS
                self._pauses += 1

    def _figures(self) -> dict[str, float]:
        counted = range(7 * WARM_UP_WEEKS, 7 * (WEEKS - 2))
        closed = [each for each in self._closed if each.day in counted]
        done = [(each, found) for each, found in self._done if each.day in counted]
        urgent = [each for each in closed if each.ask.urgency == 2]
        urgent_done = [each for each, _ in done if each.ask.urgency == 2]
        favours = sorted(len(self._memory[helper].favour_days) for helper in self._offers)
        tenth = max(1, len(favours) // 10)
        met = {pair(found.helper, each.ask.asker) for each, found in done} - self._town.known
        active = [each for each in self._memory.values() if each.minutes or each.received_minutes]
        return {
            "fill": len(done) / len(closed),
            "urgent fill": len(urgent_done) / max(1, len(urgent)),
            "km per fill": sum(found.metres or 0 for _, found in done) / 1000 / len(done),
            "calls per fill": sum(each.called for each in closed) / len(done),
            "Gini of favours": gini(favours),
            "share of the busiest tenth": sum(favours[-tenth:]) / sum(favours),
            "share never asked": sum(self._memory[h].last_asked < 0 for h in self._offers) / len(favours),
            "pauses": self._pauses,
            "share of fills that begin an acquaintance": len(met) / len(done),
            "share who give and get": sum(bool(m.minutes and m.received_minutes) for m in active)
            / len(active),
        } | self._parity(closed)

    def _parity(self, closed: list[OpenAsk]) -> dict[str, float]:
        fates = [
            Fate(
                self._town.members[each.ask.asker],
                each.ask,
                each.yes_on is not None,
                0 if each.yes_on is None else each.yes_on - each.day,
            )
            for each in closed
        ]
        fill = {f"parity of fill, {group}": ratio for group, ratio in fill_ratios(fates).items()}
        return fill | {f"parity of waiting, {group}": r for group, r in waiting_ratios(fates).items()}


def gini(values: list[int]) -> float:
    """0 when everybody does the same, 1 when one does everything. ``values`` rise."""
    count, total = len(values), sum(values)
    weighted = sum((2 * place - count + 1) * value for place, value in enumerate(values))
    return weighted / (count * total) if total else 0.0


def _window(each: OpenAsk, day: int) -> int:
    monday = day // 7 * 7
    return sum(mask << (BITS_A_DAY * (on - monday)) for on, mask in each.days.items() if on >= monday)


def _asks_of_half_year(town: Town, seed: int, asks_a_week: int) -> dict[int, list[OpenAsk]]:
    """The same for every way to choose: by the day on which they come, with the days that suit."""
    draw, found = random.Random(seed * 7 + 1), {}
    for week in range(WEEKS):
        for ask in draw_asks(town, asks_a_week, seed * 1000 + week):
            day = 7 * week + draw.randrange(7)
            earliest = day + 1 + (2 if ask.by_car and draw.random() >= 0.2 else 0)
            days = {}
            for weekday in range(7):
                mask = ask.window >> (BITS_A_DAY * weekday) & WHOLE_DAY
                if mask:
                    days[earliest + (weekday - earliest) % 7] = mask
            ask = replace(ask, id=week * 1000 + ask.id, asked_on=(NOW + timedelta(days=day)).date())
            chances = [draw.random() for _ in range(40)]
            found.setdefault(day, []).append(OpenAsk(ask, day, days, chances))
    return found
