"""The life of a referral, as one table of allowed steps; see ``domain.states``."""

import enum
from collections.abc import Mapping


class ReferralState(enum.StrEnum):
    """A referral from the day it is made to what came of it: none is left without an end."""

    OPEN = "open"
    HELPED = "helped"
    NOT_HELPED = "not_helped"
    UNKNOWN = "unknown"


class ReferralStep(enum.StrEnum):
    """What can be heard at a follow-up. ``wait`` is: not yet, look again on another day."""

    WAIT = "wait"
    HELP = "help"
    FAIL = "fail"
    LOSE_SIGHT = "lose_sight"


_S, _K = ReferralState, ReferralStep

REFERRAL_STEPS: Mapping[tuple[ReferralState, ReferralStep], ReferralState] = {
    (_S.OPEN, _K.WAIT): _S.OPEN,
    (_S.OPEN, _K.HELP): _S.HELPED,
    (_S.OPEN, _K.FAIL): _S.NOT_HELPED,
    (_S.OPEN, _K.LOSE_SIGHT): _S.UNKNOWN,
}
