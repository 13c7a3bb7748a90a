"""The lives of asks, offers and proposals, each as one table of allowed steps; see ``domain.states``."""

import enum
from collections.abc import Mapping


class AskState(enum.StrEnum):
    """An ask from the first words to one of its five endings; none is left without one."""

    NEW = "new"
    OPEN = "open"
    PROMISED = "promised"
    FILLED = "filled"
    PARTLY = "partly"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    NOBODY = "nobody"


class AskStep(enum.StrEnum):
    """What can be done with an ask. ``promise``, ``loosen`` and ``unfill`` follow from its proposals."""

    LOOK = "look"
    PROMISE = "promise"
    LOOSEN = "loosen"
    FILL = "fill"
    FILL_PARTLY = "fill_partly"
    REFER = "refer"
    WITHDRAW = "withdraw"
    GIVE_UP = "give_up"
    REOPEN = "reopen"
    UNFILL = "unfill"


_A, _K = AskState, AskStep

ASK_STEPS: Mapping[tuple[AskState, AskStep], AskState] = {
    (_A.NEW, _K.LOOK): _A.OPEN,
    (_A.NEW, _K.REFER): _A.REFERRED,
    (_A.NEW, _K.WITHDRAW): _A.WITHDRAWN,
    (_A.OPEN, _K.PROMISE): _A.PROMISED,
    (_A.OPEN, _K.FILL): _A.FILLED,
    (_A.OPEN, _K.FILL_PARTLY): _A.PARTLY,
    (_A.OPEN, _K.REFER): _A.REFERRED,
    (_A.OPEN, _K.WITHDRAW): _A.WITHDRAWN,
    (_A.OPEN, _K.GIVE_UP): _A.NOBODY,
    (_A.PROMISED, _K.LOOSEN): _A.OPEN,
    (_A.PROMISED, _K.FILL): _A.FILLED,
    (_A.PROMISED, _K.FILL_PARTLY): _A.PARTLY,
    (_A.PROMISED, _K.REFER): _A.REFERRED,
    (_A.PROMISED, _K.WITHDRAW): _A.WITHDRAWN,
    (_A.FILLED, _K.UNFILL): _A.PROMISED,
    (_A.PARTLY, _K.UNFILL): _A.PROMISED,
    (_A.PARTLY, _K.REOPEN): _A.OPEN,
    (_A.REFERRED, _K.REOPEN): _A.OPEN,
    (_A.WITHDRAWN, _K.REOPEN): _A.OPEN,
    (_A.NOBODY, _K.REOPEN): _A.OPEN,
}

LIVE_ASKS = frozenset({AskState.NEW, AskState.OPEN, AskState.PROMISED})
"""Asks that still need someone: each has a place on the desk."""


class OfferState(enum.StrEnum):
    """Whether what a member likes to do still stands; 'not now' is a day, not a state."""

    STANDING = "standing"
    ENDED = "ended"


class OfferStep(enum.StrEnum):
    """What can be done with an offer as a whole."""

    END = "end"
    RENEW = "renew"


OFFER_STEPS: Mapping[tuple[OfferState, OfferStep], OfferState] = {
    (OfferState.STANDING, OfferStep.END): OfferState.ENDED,
    (OfferState.ENDED, OfferStep.RENEW): OfferState.STANDING,
}


class ProposalState(enum.StrEnum):
    """A coordinator's question to one candidate, and the promise that it may become.

    ``volunteered`` turns it round: a member said 'I can', and the coordinator answers; over the border once
    the member's own antenna has passed it on. ``handed_over``
    is a question that lies with the coordinators of the helper's own antenna: the helper doesn't know of
    it yet.
    """

    VOLUNTEERED = "volunteered"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    TAKEN_BACK = "taken_back"
    CALLED_OFF = "called_off"
    DONE = "done"
    NOT_DONE = "not_done"
    HANDED_OVER = "handed_over"


class ProposalStep(enum.StrEnum):
    """What can happen to a proposal. ``call_off`` is a promise that can't be kept: someone is ill.

    ``pass_on`` is the helper's own antenna putting the question to them.

    ``undo`` and ``drop`` follow from a favour that was undone: the promise stands again, or it counts
    as not done where it can't.
    """

    ACCEPT = "accept"
    DECLINE = "decline"
    LAPSE = "lapse"
    TAKE_BACK = "take_back"
    CALL_OFF = "call_off"
    HAPPEN = "happen"
    FALL_THROUGH = "fall_through"
    UNDO = "undo"
    DROP = "drop"
    PASS_ON = "pass_on"  # noqa: S105 - a step, no password


_Q, _R = ProposalState, ProposalStep

PROPOSAL_STEPS: Mapping[tuple[ProposalState, ProposalStep], ProposalState] = {
    (_Q.VOLUNTEERED, _R.ACCEPT): _Q.ACCEPTED,
    (_Q.VOLUNTEERED, _R.TAKE_BACK): _Q.TAKEN_BACK,
    (_Q.HANDED_OVER, _R.PASS_ON): _Q.ASKED,
    (_Q.HANDED_OVER, _R.DECLINE): _Q.DECLINED,
    (_Q.HANDED_OVER, _R.LAPSE): _Q.LAPSED,
    (_Q.HANDED_OVER, _R.TAKE_BACK): _Q.TAKEN_BACK,
    (_Q.ASKED, _R.ACCEPT): _Q.ACCEPTED,
    (_Q.ASKED, _R.DECLINE): _Q.DECLINED,
    (_Q.ASKED, _R.LAPSE): _Q.LAPSED,
    (_Q.ASKED, _R.TAKE_BACK): _Q.TAKEN_BACK,
    (_Q.LAPSED, _R.ACCEPT): _Q.ACCEPTED,
    (_Q.LAPSED, _R.DECLINE): _Q.DECLINED,
    (_Q.ACCEPTED, _R.CALL_OFF): _Q.CALLED_OFF,
    (_Q.ACCEPTED, _R.HAPPEN): _Q.DONE,
    (_Q.ACCEPTED, _R.FALL_THROUGH): _Q.NOT_DONE,
    (_Q.DONE, _R.UNDO): _Q.ACCEPTED,
    (_Q.DONE, _R.DROP): _Q.NOT_DONE,
}

QUESTIONS = frozenset({ProposalState.HANDED_OVER, ProposalState.ASKED})
"""Questions that wait for an answer, from the helper's antenna or the helper."""

LIVE_PROPOSALS = QUESTIONS | {ProposalState.VOLUNTEERED, ProposalState.ACCEPTED}
"""Proposals that wait for an answer or stand as a promise."""
