"""Whether a helper could do it: ``why_not`` with every rule that objects, ``examine`` fast, at the first.

Both go through the same checks, so that an ask's suggestions and 'why not Paul?' never disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timebank.matching.calendars import Calendar, Starts, calendar_of, elapsed_at, starts_of
from timebank.matching.checks import CHECKS, NO_PARAMS, Checks
from timebank.matching.inputs import Ask, Context, Offer
from timebank.matching.rules import WAIVERS, Objection, Params, Rule, Waiver
from timebank.matching.ways import Means, Way, phones, way_of
from timebank.matching.week import WHOLE_WEEK, repeated, weeks_of

NO_RULES: frozenset[str] = frozenset()


class Fit(NamedTuple):
    """How a helper could do it: by which means, how far it is, and a mask of the possible starts."""

    means: Means
    way: Way
    starts: int

    @property
    def distance_metres(self) -> int:
        """The way to go; 0 by phone, and where it isn't known."""
        return 0 if self.means is Means.PHONE or self.way.metres is None else self.way.metres


@dataclass(frozen=True, slots=True)
class Look:
    """A context with what the rules need again and again: the half hours gone by, and the weeks looked at."""

    ctx: Context
    monday: date
    elapsed: int
    weeks: int

    def calendar(self, offer: Offer) -> Calendar:
        """The helper's calendar in these weeks."""
        return calendar_of(offer, self.ctx.past_of(offer.helper), self.monday, self.weeks)


def look_at(ctx: Context, *asks: Ask) -> Look:
    """A look that reaches as far as the windows of these asks."""
    weeks = max((weeks_of(ask.window) for ask in asks), default=0)
    return Look(ctx, ctx.monday, elapsed_at(ctx.now), max(1, weeks))


def why_not(ask: Ask, offer: Offer, ctx: Context) -> tuple[Objection, ...]:
    """Every rule that speaks against this match; empty if and only if ``suggest`` may name the helper."""
    return objections(ask, offer, ctx, waived_for(ask, offer, ctx))


def waived_for(ask: Ask, offer: Offer, ctx: Context) -> frozenset[str]:
    """The rules that a coordinator set aside for this match; those that can't be are left out."""
    waived = ctx.waived.get((ask.id, offer.helper), NO_RULES)
    return frozenset(rule for rule in waived if WAIVERS[Rule(rule)] is not Waiver.NEVER)


def objections(
    ask: Ask, offer: Offer, ctx: Context, waived: frozenset[str] = NO_RULES
) -> tuple[Objection, ...]:
    """What speaks against this match when only the ``waived`` rules are set aside."""
    look = look_at(ctx, ask)
    found = {rule: params for rule, check in CHECKS if (params := check(ask, offer, ctx)) is not None}
    found = {rule: params for rule, params in found.items() if rule not in waived}
    _, way, at_the_door = _how(ask, offer, waived)
    for rule in at_the_door:
        found[rule] = _params_at_the_door(rule, ask, offer, way)
    calendar = _loosened(look.calendar(offer), look.weeks, waived)
    for rule in _without_time(ask, starts_of(ask, calendar, look.elapsed), calendar):
        found.setdefault(rule, _params_of_time(rule, offer))
    return tuple(Objection(rule, found[rule]) for rule in Rule if rule in found)


def examine(
    ask: Ask, offer: Offer, look: Look, checks: Checks, calendar: Calendar | None = None
) -> Fit | Rule:
    """How the helper could do it, or a rule that forbids it: ``why_not``, fast and without words.

    The helper ``offers_this``; ``checks`` are ``checks_for`` this ask. ``calendar`` saves working it
    out again where many asks are held against one offer.
    """
    ctx = look.ctx
    waived = waived_for(ask, offer, ctx) if ctx.waived else NO_RULES
    for rule, check in checks:
        if check(ask, offer, ctx) is not None and rule not in waived:
            return rule
    calendar = calendar or look.calendar(offer)
    if waived:
        calendar = _loosened(calendar, look.weeks, waived)
    starts = starts_of(ask, calendar, look.elapsed)
    if not starts.free:
        return Rule.TIME
    # Working out the way takes longest, and is needed to say that somebody is merely busy.
    means, way, at_the_door = _how(ask, offer, waived)
    if at_the_door:
        return at_the_door[0]
    if not starts.left:
        return next(_without_time(ask, starts, calendar))
    return Fit(means, way, starts.left)


def _how(ask: Ask, offer: Offer, waived: frozenset[str]) -> tuple[Means, Way, tuple[Rule, ...]]:
    """The means and the way, and which of the rules at the asker's door object."""
    way = way_of(ask, offer)
    barred = bool(ask.house) and not ask.house.isdisjoint(offer.refuses)
    if (barred or way.means is None) and phones(ask, offer):
        return Means.PHONE, way, ()
    found: tuple[Rule, ...] = ()
    if barred and Rule.HOUSE not in waived:
        found += (Rule.HOUSE,)
    if way.means is None and Rule.REACH not in waived:
        found += (Rule.REACH,)
    return way.means or (Means.CAR if ask.by_car else Means.FOOT), way, found


def _loosened(calendar: Calendar, weeks: int, waived: frozenset[str]) -> Calendar:
    """The calendar without the limits that were set aside."""
    if Rule.TIME in waived:
        calendar = calendar._replace(free=repeated(WHOLE_WEEK, weeks))
    if Rule.DECLINED in waived:
        calendar = calendar._replace(refused=0)
    if Rule.CEILING in waived:
        calendar = calendar._replace(full=0)
    if Rule.PROMISED in waived:
        calendar = calendar._replace(busy=0, taken=0)
    return calendar


def _without_time(ask: Ask, starts: Starts, calendar: Calendar) -> Iterator[Rule]:
    """Why there is no start left; nothing when there is one."""
    if starts.left:
        return
    if not starts.free:
        yield Rule.TIME
        if not ask.window & ~calendar.full:
            yield Rule.CEILING
    elif not starts.not_refused:
        yield Rule.DECLINED
    else:
        yield Rule.PROMISED if starts.below_ceiling else Rule.CEILING


def _params_of_time(rule: Rule, offer: Offer) -> Params:
    if rule is Rule.CEILING:
        return {"per_week": offer.ceiling_per_week}
    return {"what": "weekday"} if rule is Rule.DECLINED else NO_PARAMS


def _params_at_the_door(rule: Rule, ask: Ask, offer: Offer, way: Way) -> Params:
    if rule is Rule.HOUSE:
        return {"house": tuple(sorted(ask.house & offer.refuses))}
    return {"reach_metres": way.reach_metres, **({} if way.metres is None else {"metres": way.metres})}
