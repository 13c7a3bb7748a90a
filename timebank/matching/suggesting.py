"""Who could help with one ask: the best first, each with its reasons."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timebank.matching.fitting import Fit, Look, examine, look_at
from timebank.matching.inputs import Ask, Context, Offer
from timebank.matching.reasons import Caution, Reason, cautions, reasons_for_asker, reasons_for_helper
from timebank.matching.scoring import cost_of, order_among_equals
from timebank.matching.screening import screened
from timebank.matching.ways import Means
from timebank.matching.week import first_bit, moment_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One candidate for an ask: when first, how, and why.

    ``minute`` is of the ``day``, in local time; ``starts`` is a mask of all half hours at which it
    could begin. ``cost_metres`` puts candidates in order; it is for logs and never shown.
    ``over_border`` says that the helper is of another antenna, so that both coordinators are asked.
    """

    ask: int
    helper: int
    day: date
    minute: int
    starts: int
    means: Means
    metres: int | None
    reasons_for_asker: tuple[Reason, ...]
    reasons_for_helper: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    over_border: bool
    cost_metres: int

    @property
    def reasons_only_for_helper(self) -> tuple[Reason, ...]:
        """What speaks to the helper and wasn't said for the asker already."""
        return tuple(each for each in self.reasons_for_helper if each not in self.reasons_for_asker)


def suggest(ask: Ask, offers: Iterable[Offer], ctx: Context, k: int = 3) -> tuple[Suggestion, ...]:
    """The ``k`` best helpers for ``ask``, best first; the order of ``offers`` makes no difference."""
    look = look_at(ctx, ask)
    fits = ((offer, examine(ask, offer, look, checks)) for offer, checks in screened(ask, offers, look))
    ranked = [(cost_of(ask, offer, fit, ctx), offer, fit) for offer, fit in fits if isinstance(fit, Fit)]
    # Lots are drawn only among those who could be among the best.
    dearest = max(heapq.nsmallest(k, (cost for cost, _, _ in ranked)), default=0)
    best = sorted(
        (cost, order_among_equals(ask, offer, ctx), offer, fit)
        for cost, offer, fit in ranked
        if cost <= dearest
    )
    return tuple(explain(ask, offer, fit, look, cost) for cost, _, offer, fit in best[:k])


def explain(ask: Ask, offer: Offer, fit: Fit, look: Look, cost_metres: int) -> Suggestion:
    """A suggestion with its words, for a pair that fits."""
    ctx, start = look.ctx, first_bit(fit.starts)
    day, minute = moment_of(ctx.monday, start)
    return Suggestion(
        ask=ask.id,
        helper=offer.helper,
        day=day,
        minute=minute,
        starts=fit.starts,
        means=fit.means,
        metres=fit.way.metres,
        reasons_for_asker=reasons_for_asker(ask, offer, fit, start, ctx),
        reasons_for_helper=reasons_for_helper(ask, offer, fit, ctx),
        cautions=cautions(ask, offer, fit, start, ctx),
        over_border=ask.antenna != offer.antenna,
        cost_metres=cost_metres,
    )
