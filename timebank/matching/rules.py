"""What is never broken: sixteen rules, each with a code and the values that fill its sentence.

``why_not`` answers 'why not Paul?' with every rule that objects; ``examine`` goes through the same
rules, the cheapest first, and stops at the first objection.
"""

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from timebank.matching.calendars import Calendar, Starts, calendar_of, elapsed_at, starts_of
from timebank.matching.inputs import Ask, Context, Offer, pair
from timebank.matching.ways import Means, Way, phones, way_of
from timebank.matching.week import WHOLE_WEEK, repeated, weeks_of

Params = Mapping[str, int | str | tuple[str, ...]]
NO_PARAMS: Params = {}
Checks = tuple[tuple["Rule", Callable[[Ask, Offer, Context], Params | None]], ...]
NO_RULES: frozenset[str] = frozenset()


class Rule(enum.StrEnum):
    """The hard rules, in the order in which their objections are read out."""

    CATEGORY = "category"
    PAUSED = "paused"
    HERSELF = "herself"
    EXCLUDED = "excluded"
    LANGUAGE = "language"
    LETTER_LANGUAGE = "letter_language"
    GENDER = "gender"
    HOUSE = "house"
    CAR_ROOM = "car_room"
    CEILING = "ceiling"
    TIME = "time"
    REACH = "reach"
    PROMISED = "promised"
    DECLINED = "declined"
    BORDER = "border"
    TAKES_PART = "takes_part"


class Waiver(enum.StrEnum):
    """Who may set a rule aside for one match."""

    NEVER = "never"
    IF_ASKER_AGREES = "if_asker_agrees"
    WITH_A_REASON = "with_a_reason"


WAIVERS: Mapping[Rule, Waiver] = {
    Rule.CATEGORY: Waiver.NEVER,
    Rule.PAUSED: Waiver.NEVER,
    Rule.HERSELF: Waiver.NEVER,
    Rule.EXCLUDED: Waiver.IF_ASKER_AGREES,
    Rule.LANGUAGE: Waiver.IF_ASKER_AGREES,
    Rule.LETTER_LANGUAGE: Waiver.IF_ASKER_AGREES,
    Rule.GENDER: Waiver.IF_ASKER_AGREES,
    Rule.HOUSE: Waiver.WITH_A_REASON,
    Rule.CAR_ROOM: Waiver.WITH_A_REASON,
    Rule.CEILING: Waiver.WITH_A_REASON,
    Rule.TIME: Waiver.WITH_A_REASON,
    Rule.REACH: Waiver.WITH_A_REASON,
    Rule.PROMISED: Waiver.WITH_A_REASON,
    Rule.DECLINED: Waiver.WITH_A_REASON,
    Rule.BORDER: Waiver.WITH_A_REASON,
    Rule.TAKES_PART: Waiver.NEVER,
}


@dataclass(frozen=True, slots=True)
class Objection:
    """A rule that speaks against a match, with the values that its sentence needs."""

    rule: Rule
    params: Params = field(default_factory=dict)

    @property
    def waiver(self) -> Waiver:
        """Who may set this aside."""
        return WAIVERS[self.rule]


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
    elapsed: int
    weeks: int

    def calendar(self, offer: Offer) -> Calendar:
        """The helper's calendar in these weeks."""
        return calendar_of(offer, self.ctx.past_of(offer.helper), self.ctx.monday, self.weeks)


def look_at(ctx: Context, *asks: Ask) -> Look:
    """A look that reaches as far as the windows of these asks."""
    weeks = max((weeks_of(ask.window) for ask in asks), default=0)
    return Look(ctx, elapsed_at(ctx.now), max(1, weeks))


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
    found = {rule: params for rule, check in _CHECKS if (params := check(ask, offer, ctx)) is not None}
    found = {rule: params for rule, params in found.items() if rule not in waived}
    _, way, at_the_door = _how(ask, offer, waived)
    for rule in at_the_door:
        found[rule] = _params_at_the_door(rule, ask, offer, way)
    calendar = _loosened(look.calendar(offer), look.weeks, waived)
    for rule in _without_time(ask, starts_of(ask, calendar, look.elapsed), calendar):
        found.setdefault(rule, _params_of_time(rule, offer))
    return tuple(Objection(rule, found[rule]) for rule in Rule if rule in found)


def offers_this(ask: Ask, offer: Offer) -> bool:
    """Whether the helper offers this kind of help, or is willing to be asked for it."""
    return ask.category in offer.categories or ask.category in offer.may_be_asked


def checks_for(ask: Ask, ctx: Context) -> Checks:
    """The simple rules that can object to somebody who ``offers_this``, the cheapest first."""
    idle = {
        Rule.CATEGORY: True,
        Rule.LANGUAGE: not ask.languages,
        Rule.LETTER_LANGUAGE: ask.letter_language is None,
        Rule.GENDER: ask.gender_wanted is None,
        Rule.CAR_ROOM: not ask.wheelchair and not ask.by_car,
        Rule.EXCLUDED: not ctx.excluded and not ctx.past,
        Rule.DECLINED: not ctx.past,
        Rule.TAKES_PART: not ask.taken_by,
    }
    return tuple(each for each in _CHECKS if not idle.get(each[0], False))


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
    means, way, at_the_door = _how(ask, offer, waived)
    if at_the_door:
        return at_the_door[0]
    calendar = calendar or look.calendar(offer)
    if waived:
        calendar = _loosened(calendar, look.weeks, waived)
    starts = starts_of(ask, calendar, look.elapsed)
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


def _category(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return None if offers_this(ask, offer) else {"category": ask.category}


def _border(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    if ask.antenna == offer.antenna:
        return None
    if pair(ask.antenna, offer.antenna) not in ctx.pooled:
        return {"what": "antennas", "antenna": offer.antenna}
    return None if offer.over_border else {"what": "helper", "antenna": offer.antenna}


def _paused(_: Ask, offer: Offer, ctx: Context) -> Params | None:
    if offer.paused_until is None or offer.paused_until <= ctx.now.date():
        return None
    return {"until": offer.paused_until.isoformat()}


def _herself(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return NO_PARAMS if ask.asker == offer.helper else None


def _excluded(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    if ctx.excluded and pair(ask.asker, offer.helper) in ctx.excluded:
        return {"what": "agreed"}
    return {"what": "helper"} if ask.asker in ctx.past_of(offer.helper).no_to_people else None


def _language(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if not ask.languages or not offer.languages or not ask.languages.isdisjoint(offer.languages):
        return None
    return {"languages": tuple(sorted(ask.languages))}


def _letter_language(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.letter_language is None or ask.letter_language in offer.languages:
        return None
    return {"language": ask.letter_language}


def _gender(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.gender_wanted is None or ask.gender_wanted == offer.gender:
        return None
    return {"gender": ask.gender_wanted}


def _car_room(ask: Ask, offer: Offer, _: Context) -> Params | None:
    if ask.wheelchair and not offer.takes_wheelchair:
        return {"what": "wheelchair"}
    return {"what": "seats", "seats": ask.seats} if ask.by_car and ask.seats > offer.seats else None


def _declined(ask: Ask, offer: Offer, ctx: Context) -> Params | None:
    past = ctx.past_of(offer.helper)
    if ask.id in past.no_to_asks:
        return {"what": "ask"}
    return {"what": "category", "category": ask.category} if ask.category in past.no_to_categories else None


def _takes_part(ask: Ask, offer: Offer, _: Context) -> Params | None:
    return NO_PARAMS if offer.helper in ask.taken_by else None


_CHECKS: Checks = (
    (Rule.CATEGORY, _category),
    (Rule.BORDER, _border),
    (Rule.PAUSED, _paused),
    (Rule.HERSELF, _herself),
    (Rule.LANGUAGE, _language),
    (Rule.LETTER_LANGUAGE, _letter_language),
    (Rule.GENDER, _gender),
    (Rule.CAR_ROOM, _car_room),
    (Rule.EXCLUDED, _excluded),
    (Rule.DECLINED, _declined),
    (Rule.TAKES_PART, _takes_part),
)
