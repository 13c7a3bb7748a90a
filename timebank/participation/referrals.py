"""Asks that went to a professional service, and whether anyone knows how it ended."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timebank.participation.facts import ReferralFact
from timebank.participation.ratios import ratio, weighted_median


@dataclass(frozen=True)
class ReferralFigures:
    """Counts of referrals at each step; ``median_days`` from consent to the service's yes."""

    asked: int
    consented: int
    accepted: int
    outcome_known: int
    median_days: float | None

    @property
    def outcome_share(self) -> float | None:
        """Outcome known / consented. No unit. First target: > 0.7 (DOMAIN.md section 5)."""
        return ratio(self.outcome_known, self.consented)


def referral_figures(referrals: Iterable[ReferralFact]) -> ReferralFigures:
    """Asked, consent, accepted, days, outcome known: the row of DOMAIN.md section 5.

    A later step counts only where the one before it was taken: nothing goes to a service without consent.
    """
    known = list(referrals)
    consented = [each for each in known if each.consented_on is not None]
    days = Counter(
        (each.accepted_on - each.consented_on).days
        for each in consented
        if each.accepted_on is not None and each.consented_on is not None
    )
    outcomes = sum(each.outcome_known for each in consented)
    return ReferralFigures(len(known), len(consented), sum(days.values()), outcomes, weighted_median(days))
