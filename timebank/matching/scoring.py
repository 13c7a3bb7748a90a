"""What is preferred, in whole metres of walking; and what decides between equals.

No term knows age, origin, how somebody rated, or how likely a yes is: a learned yes-rate gave more to
those who have most to do already (docs/matching.md).
"""

from timebank.matching.fitting import Fit
from timebank.matching.inputs import Ask, Context, Offer, Past, Weights, pair
from timebank.matching.ways import Means

_MASK = (1 << 64) - 1


def cost_of(ask: Ask, offer: Offer, fit: Fit, ctx: Context) -> int:
    """How far away this helper *feels*, in metres; below zero when much speaks for the match."""
    weights, past = ctx.weights, ctx.past_of(offer.helper)
    cost = _distance(fit, weights) + load_cost(offer, past.favours_28_days, weights)
    cost += weights.no_lately * past.noes_14_days + _balance(past, weights)
    if pair(ask.asker, offer.helper) in ctx.known:
        cost -= weights.known_by_category.get(ask.category, weights.known)
    if ask.likes and offer.likes:
        cost -= weights.shared_like * min(weights.shared_likes_most, len(ask.likes & offer.likes))
    if ask.mother_tongue is not None and ask.mother_tongue == offer.mother_tongue:
        cost -= weights.mother_tongue
    if past.last_asked is None:
        cost -= weights.never_asked
    return cost


def load_cost(offer: Offer, favours: int, weights: Weights) -> int:
    """What ``favours`` done or planned make a helper farther away; more for who can do little."""
    return weights.load * favours // max(1, offer.ceiling_per_week)


def _distance(fit: Fit, weights: Weights) -> int:
    if fit.means is Means.PHONE:
        return 0
    metres = weights.unknown_place if fit.way.metres is None else fit.way.metres
    return weights.kilometre * metres // 1000


def _balance(past: Past, weights: Weights) -> int:
    most = 60 * weights.balance_hours_most
    return weights.balance_hour * max(-most, min(most, past.balance_minutes)) // 60


def order_among_equals(ask: Ask, offer: Offer, ctx: Context) -> tuple[int, int, int]:
    """Who comes first at the same cost: who was asked longest ago (or never), then by lot."""
    last_asked = ctx.past_of(offer.helper).last_asked
    asked = 0 if last_asked is None else last_asked.toordinal()
    return asked, lot(ctx.seed, ask.id, offer.helper), offer.helper


def lot(seed: int, *ids: int) -> int:
    """A number that looks drawn at random, the same for the same seed and ids everywhere.

    The mixing step is that of SplitMix64 (Steele, Lea and Flood, 2014).
    """
    drawn = seed & _MASK
    for each in ids:
        drawn = (drawn + 0x9E3779B97F4A7C15 + each) & _MASK
        drawn = ((drawn ^ (drawn >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        drawn = ((drawn ^ (drawn >> 27)) * 0x94D049BB133111EB) & _MASK
        drawn ^= drawn >> 31
    return drawn
