"""Why a suggestion is one, for both sides, and what speaks against it: codes and values, no sentences.

Whoever shows them puts them into the reader's language. What concerns a helper's noes and balance is
for the coordinator alone; a balance is never given as a number. Over the border nothing is told of what
a helper's own antenna remembers of them: how often they were asked and helped, their noes and balance.
"""

import enum
from dataclasses import dataclass, field
from datetime import timedelta

from timebank.matching.calendars import promised_by_week
from timebank.matching.fitting import Fit, objections, waived_for
from timebank.matching.inputs import Ask, Context, Offer, pair
from timebank.matching.rules import Params
from timebank.matching.ways import Means
from timebank.matching.week import BITS_A_WEEK, moment_of

LONG_AGO_DAYS = 14
LATELY_DAYS = 4
WEEKS_OF_LOAD = 4


class ReasonCode(enum.StrEnum):
    """What speaks for a match."""

    NEAR = "near"
    BY_PHONE = "by_phone"
    HAS_CAR = "has_car"
    CAR_FITS_WHEELCHAIR = "car_fits_wheelchair"
    FREE_AT = "free_at"
    KNOW_EACH_OTHER = "know_each_other"
    SHARED_LIKES = "shared_likes"
    SAME_MOTHER_TONGUE = "same_mother_tongue"
    SPEAKS = "speaks"
    GENDER_AS_ASKED = "gender_as_asked"
    OFFERS_THIS = "offers_this"
    NEVER_ASKED = "never_asked"
    LAST_ASKED = "last_asked"
    HAD_MORE_HELP = "had_more_help"
    HAS_ROOM = "has_room"


class CautionCode(enum.StrEnum):
    """What speaks against a match, without forbidding it."""

    FAR = "far"
    PLACE_UNKNOWN = "place_unknown"
    ONLY_IF_ASKED = "only_if_asked"
    ASKED_LATELY = "asked_lately"
    NOES_LATELY = "noes_lately"
    NEAR_CEILING = "near_ceiling"
    MUCH_LATELY = "much_lately"
    OTHER_ANTENNA = "other_antenna"
    WAIVED = "waived"


REMEMBERED = frozenset(
    {ReasonCode.NEVER_ASKED, ReasonCode.LAST_ASKED, ReasonCode.HAD_MORE_HELP, ReasonCode.HAS_ROOM}
)
REMEMBERED_AGAINST = frozenset(
    {CautionCode.ASKED_LATELY, CautionCode.NOES_LATELY, CautionCode.NEAR_CEILING, CautionCode.MUCH_LATELY}
)
"""What only the helper's own antenna is told."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a match, with the values that its sentence needs."""

    code: ReasonCode
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing that speaks against a match, with the values that its sentence needs."""

    code: CautionCode
    params: Params = field(default_factory=dict)


def reasons_for_asker(ask: Ask, offer: Offer, fit: Fit, start: int, ctx: Context) -> tuple[Reason, ...]:
    """What the asker gains from this helper; ``start`` is the half hour that it would begin."""
    found = [_nearness(fit)]
    if fit.means is Means.CAR:
        found.append(Reason(ReasonCode.HAS_CAR))
    if ask.wheelchair and offer.takes_wheelchair:
        found.append(Reason(ReasonCode.CAR_FITS_WHEELCHAIR))
    day, minute = moment_of(ctx.monday, start)
    found.append(Reason(ReasonCode.FREE_AT, {"day": day.isoformat(), "minute": minute}))
    if ask.gender_wanted is not None and ask.gender_wanted == offer.gender:
        found.append(Reason(ReasonCode.GENDER_AS_ASKED, {"gender": ask.gender_wanted}))
    spoken = ask.languages & offer.languages
    if ask.mother_tongue is not None and ask.mother_tongue == offer.mother_tongue:
        found.append(Reason(ReasonCode.SAME_MOTHER_TONGUE, {"language": ask.mother_tongue}))
    elif spoken:
        found.append(Reason(ReasonCode.SPEAKS, {"languages": tuple(sorted(spoken))}))
    return tuple(each for each in found if each is not None) + _common(ask, offer, ctx)


def reasons_for_helper(ask: Ask, offer: Offer, fit: Fit, ctx: Context) -> tuple[Reason, ...]:
    """Why it is this helper's turn, and what there is in it for the helper."""
    past = ctx.past_of(offer.helper)
    found = []
    if ask.category in offer.categories:
        found.append(Reason(ReasonCode.OFFERS_THIS, {"category": ask.category}))
    nearness = _nearness(fit)
    if nearness is not None:
        found.append(nearness)
    if past.last_asked is None:
        found.append(Reason(ReasonCode.NEVER_ASKED))
    elif ctx.now.date() - past.last_asked >= timedelta(days=LONG_AGO_DAYS):
        found.append(Reason(ReasonCode.LAST_ASKED, {"days": (ctx.now.date() - past.last_asked).days}))
    if past.balance_minutes < 0:
        found.append(Reason(ReasonCode.HAD_MORE_HELP))
    if 0 < past.favours_28_days <= offer.ceiling_per_week:
        found.append(Reason(ReasonCode.HAS_ROOM, {"favours": past.favours_28_days}))
    if ask.antenna != offer.antenna:
        found = [each for each in found if each.code not in REMEMBERED]
    return tuple(found) + _common(ask, offer, ctx)


def cautions(ask: Ask, offer: Offer, fit: Fit, start: int, ctx: Context) -> tuple[Caution, ...]:
    """What a coordinator should know before asking this helper."""
    found = [*_cautions_of_distance(ask, offer, fit), *_cautions_of_load(offer, start, ctx)]
    if ask.category not in offer.categories:
        found.append(Caution(CautionCode.ONLY_IF_ASKED, {"category": ask.category}))
    past = ctx.past_of(offer.helper)
    if past.last_asked is not None and (ctx.now.date() - past.last_asked).days < LATELY_DAYS:
        days = max(0, (ctx.now.date() - past.last_asked).days)
        found.append(Caution(CautionCode.ASKED_LATELY, {"days": days}))
    if past.noes_14_days > 0:
        found.append(Caution(CautionCode.NOES_LATELY, {"noes": past.noes_14_days}))
    if waived_for(ask, offer, ctx):
        rules = tuple(each.rule.value for each in objections(ask, offer, ctx))
        found += [Caution(CautionCode.WAIVED, {"rules": rules})] if rules else []
    if ask.antenna != offer.antenna:
        found = [each for each in found if each.code not in REMEMBERED_AGAINST]
    return tuple(found)


def _nearness(fit: Fit) -> Reason | None:
    if fit.means is Means.PHONE:
        return Reason(ReasonCode.BY_PHONE)
    if fit.way.metres is None:
        return None
    return Reason(ReasonCode.NEAR, {"metres": fit.way.metres, "means": fit.means.value})


def _common(ask: Ask, offer: Offer, ctx: Context) -> tuple[Reason, ...]:
    """What both have from it."""
    found = []
    if pair(ask.asker, offer.helper) in ctx.known:
        found.append(Reason(ReasonCode.KNOW_EACH_OTHER))
    if shared := ask.likes & offer.likes:
        found.append(Reason(ReasonCode.SHARED_LIKES, {"likes": tuple(sorted(shared))}))
    return tuple(found)


def _cautions_of_distance(ask: Ask, offer: Offer, fit: Fit) -> list[Caution]:
    found = []
    way = fit.way
    if fit.means is not Means.PHONE and way.metres is None:
        found.append(Caution(CautionCode.PLACE_UNKNOWN))
    elif fit.means is not Means.PHONE and way.metres is not None and 4 * way.metres > 3 * way.reach_metres:
        found.append(Caution(CautionCode.FAR, {"metres": way.metres, "reach_metres": way.reach_metres}))
    if ask.antenna != offer.antenna:
        found.append(Caution(CautionCode.OTHER_ANTENNA, {"antenna": offer.antenna}))
    return found


def _cautions_of_load(offer: Offer, start: int, ctx: Context) -> list[Caution]:
    """One favour from the own ceiling in that week, or three quarters of what four weeks would hold."""
    past = ctx.past_of(offer.helper)
    found = []
    promised = promised_by_week(past)[start // BITS_A_WEEK]
    if promised and promised + 1 >= offer.ceiling_per_week:
        params = {"promised": promised, "per_week": offer.ceiling_per_week}
        found.append(Caution(CautionCode.NEAR_CEILING, params))
    if 4 * past.favours_28_days >= 3 * WEEKS_OF_LOAD * offer.ceiling_per_week:
        found.append(Caution(CautionCode.MUCH_LATELY, {"favours": past.favours_28_days}))
    return found
