"""The lives of things, each as one table of allowed steps: (state, step) -> next state."""

import enum
from collections.abc import Mapping
from typing import TypeVar

from timebank.domain.errors import WrongStateError


class FavourState(enum.StrEnum):
    """Where a favour is: told by one side, agreed, questioned, or taken back."""

    LOGGED = "logged"
    AWAITING_SECOND = "awaiting_second"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"
    REVERSED = "reversed"


class FavourStep(enum.StrEnum):
    """What can be done to a favour. ``agree`` is a confirmation that still needs a second person."""

    AGREE = "agree"
    CONFIRM = "confirm"
    DISPUTE = "dispute"
    SETTLE_CONFIRM = "settle_confirm"
    SETTLE_WITHDRAW = "settle_withdraw"
    UNDO = "undo"
    REVERSE = "reverse"


_F, _S = FavourState, FavourStep

FAVOUR_STEPS: Mapping[tuple[FavourState, FavourStep], FavourState] = {
    (_F.LOGGED, _S.CONFIRM): _F.CONFIRMED,
    (_F.LOGGED, _S.AGREE): _F.AWAITING_SECOND,
    (_F.LOGGED, _S.DISPUTE): _F.DISPUTED,
    (_F.LOGGED, _S.UNDO): _F.UNDONE,
    (_F.AWAITING_SECOND, _S.CONFIRM): _F.CONFIRMED,
    (_F.AWAITING_SECOND, _S.DISPUTE): _F.DISPUTED,
    (_F.AWAITING_SECOND, _S.UNDO): _F.UNDONE,
    (_F.CONFIRMED, _S.UNDO): _F.UNDONE,
    (_F.CONFIRMED, _S.DISPUTE): _F.DISPUTED,
    (_F.CONFIRMED, _S.REVERSE): _F.REVERSED,
    (_F.DISPUTED, _S.AGREE): _F.AWAITING_SECOND,
    (_F.DISPUTED, _S.SETTLE_CONFIRM): _F.CONFIRMED,
    (_F.DISPUTED, _S.SETTLE_WITHDRAW): _F.WITHDRAWN,
}


class GiftState(enum.StrEnum):
    """Where a gift or grant is: waiting for a second person, booked, refused or taken back."""

    PROPOSED = "proposed"
    BOOKED = "booked"
    DECLINED = "declined"
    REVERSED = "reversed"


class GiftStep(enum.StrEnum):
    """What can be done to a gift or grant."""

    APPROVE = "approve"
    DECLINE = "decline"
    REVERSE = "reverse"


_G, _T = GiftState, GiftStep

GIFT_STEPS: Mapping[tuple[GiftState, GiftStep], GiftState] = {
    (_G.PROPOSED, _T.APPROVE): _G.BOOKED,
    (_G.PROPOSED, _T.DECLINE): _G.DECLINED,
    (_G.BOOKED, _T.REVERSE): _G.REVERSED,
}


class MemberState(enum.StrEnum):
    """A membership from the first talk to the end. Only active and paused members have a place."""

    APPLIED = "applied"
    ACTIVE = "active"
    PAUSED = "paused"
    DECLINED = "declined"
    MOVED = "moved"
    LEFT = "left"
    DIED = "died"


class MemberStep(enum.StrEnum):
    """What can happen to a membership."""

    ACCEPT = "accept"
    DECLINE = "decline"
    PAUSE = "pause"
    RESUME = "resume"
    MOVE = "move"
    LEAVE = "leave"
    DIE = "die"


_M, _P = MemberState, MemberStep

MEMBER_STEPS: Mapping[tuple[MemberState, MemberStep], MemberState] = {
    (_M.APPLIED, _P.ACCEPT): _M.ACTIVE,
    (_M.APPLIED, _P.DECLINE): _M.DECLINED,
    (_M.ACTIVE, _P.PAUSE): _M.PAUSED,
    (_M.PAUSED, _P.RESUME): _M.ACTIVE,
    (_M.ACTIVE, _P.MOVE): _M.MOVED,
    (_M.PAUSED, _P.MOVE): _M.MOVED,
    (_M.ACTIVE, _P.LEAVE): _M.LEFT,
    (_M.PAUSED, _P.LEAVE): _M.LEFT,
    (_M.ACTIVE, _P.DIE): _M.DIED,
    (_M.PAUSED, _P.DIE): _M.DIED,
    (_M.APPLIED, _P.DIE): _M.DIED,
}


class SignalState(enum.StrEnum):
    """Where a signal is: nobody has it yet, someone follows it up, it ended, its text is erased."""

    TOLD = "told"
    FOLLOWED = "followed"
    ENDED = "ended"
    ERASED = "erased"


class SignalStep(enum.StrEnum):
    """What can happen to a signal. A line about it, or another who has it, is no step of its life."""

    TAKE = "take"
    PUT_BACK = "put_back"
    END = "end"
    REOPEN = "reopen"
    ERASE = "erase"


_N, _E = SignalState, SignalStep

SIGNAL_STEPS: Mapping[tuple[SignalState, SignalStep], SignalState] = {
    (_N.TOLD, _E.TAKE): _N.FOLLOWED,
    (_N.TOLD, _E.END): _N.ENDED,
    (_N.FOLLOWED, _E.PUT_BACK): _N.TOLD,
    (_N.FOLLOWED, _E.END): _N.ENDED,
    (_N.ENDED, _E.REOPEN): _N.FOLLOWED,
    (_N.ENDED, _E.ERASE): _N.ERASED,
}

OPEN_SIGNALS = frozenset({SignalState.TOLD, SignalState.FOLLOWED})
"""Signals that someone still has to look at."""

PRESENT_STATES = frozenset({MemberState.ACTIVE, MemberState.PAUSED})
"""Memberships that have an account in use."""

ENDED_STATES = frozenset({MemberState.MOVED, MemberState.LEFT, MemberState.DIED})
"""Memberships that are over: who comes back gets a new one."""


S = TypeVar("S", bound=enum.StrEnum)
T = TypeVar("T", bound=enum.StrEnum)


def next_state(table: Mapping[tuple[S, T], S], state: S, step: T) -> S:
    """The state that ``step`` leads to.

    Raises:
        WrongStateError: the table has no such step; ``params`` name the state and the step.
    """
    found = table.get((state, step))
    if found is None:
        raise WrongStateError(state=state.value, step=step.value)
    return found
