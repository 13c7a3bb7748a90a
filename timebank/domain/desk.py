"""The order of the desk: what needs a person, and what needs one first."""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from timebank.domain.ask_states import QUESTIONS, AskState, ProposalState
from timebank.domain.states import MemberState

QUIET_DAYS = 60
"""After so many days without a favour, an ask or a promise someone is rung for a chat."""
UNUSED_DAYS = 30
"""After so many days an offer that nobody has asked for is looked at."""
FEW = 5
"""How many quiet members and unused offers the desk shows at most: a hint, not a list of people."""
HOLD_MINUTES = 30
"""How long a row stays in someone's hands by itself."""
MOST_BY_ONE_PERCENT = 70
"""Above this share of the questions one coordinator does nearly everything."""
PROPOSALS_TO_JUDGE = 10
"""With fewer questions than this nothing is said of who asked them."""


class DeskKind(enum.StrEnum):
    """What a row of the desk is about, in the order in which the rows need a person."""

    NEW_ASK = "new_ask"
    CALLED_OFF = "called_off"
    URGENT_ASK = "urgent_ask"
    VOLUNTEER = "volunteer"
    OVER_BORDER = "over_border"
    OFFER_OVER = "offer_over"
    NO_ANSWER = "no_answer"
    SIGNAL = "signal"
    CONDOLENCE = "condolence"
    OPEN_ASK = "open_ask"
    DISPUTE = "dispute"
    FAVOUR_SECOND = "favour_second"
    GIFT_SECOND = "gift_second"
    TO_CONFIRM = "to_confirm"
    HOW_IT_WENT = "how_it_went"
    REFERRAL = "referral"
    APPLICATION = "application"
    TO_TELL = "to_tell"
    TO_POST = "to_post"
    POOL = "pool"
    PAST_DAY = "past_day"
    STALE = "stale"
    QUIET = "quiet"
    UNUSED_OFFER = "unused_offer"


_ORDER = {kind: place for place, kind in enumerate(DeskKind)}


@dataclass(frozen=True)
class GoneHelper:
    """Who was asked or had promised, and rests or has gone; ``how`` is None where that isn't ours to know."""

    name: str
    how: MemberState | None


@dataclass(frozen=True)
class DeskRow:
    """One thing that needs a person.

    ``key`` names it for holds, such as 'ask:<uid>'; ``target`` is the uid (or the antenna's slug)
    that the page of its next step takes. ``what`` is in people's own words, or the code of a kind of
    help; ``number`` counts where one row stands for several; ``gone`` is why an ask needs someone again.
    ``professional`` says that what is asked may be beyond what neighbours do; ``why`` in a few words
    why the last promise didn't hold.
    """

    kind: DeskKind
    key: str
    target: str
    since: datetime
    who: str = ""
    what: str = ""
    urgent: bool = False
    number: int = 1
    gone: GoneHelper | None = None
    professional: bool = False
    why: str = ""


def in_order(rows: Iterable[DeskRow]) -> tuple[DeskRow, ...]:
    """What can't wait first, then by kind, then what has waited longest; the same for any input order."""
    return tuple(sorted(rows, key=lambda row: (not row.urgent, _ORDER[row.kind], row.since, row.key)))


def kind_of_ask(
    state: AskState, proposals: Sequence[ProposalState], *, urgent: bool, past: bool, in_hand: bool
) -> DeskKind | None:
    """Why an ask is on the desk; None where it only waits for a helper's answer, or is promised.

    ``proposals`` are the states of its questions, oldest first; ``in_hand`` says that one of them has
    a row of its own, ``past`` that the last day on which help is of use is over.
    """
    if state is AskState.NEW:
        return DeskKind.NEW_ASK
    if state is not AskState.OPEN or in_hand:
        return None
    if past:
        return DeskKind.PAST_DAY
    waiting = not QUESTIONS.isdisjoint(proposals)
    ended = [each for each in proposals if each not in QUESTIONS | {ProposalState.ACCEPTED}]
    if not waiting and ended and ended[-1] in (ProposalState.CALLED_OFF, ProposalState.NOT_DONE):
        return DeskKind.CALLED_OFF
    if urgent:
        return DeskKind.URGENT_ASK
    return None if waiting else DeskKind.OPEN_ASK


def is_held(taken_at: datetime, now: datetime) -> bool:
    """Whether a row that was taken in hand then still is."""
    return now - taken_at < timedelta(minutes=HOLD_MINUTES)


def nearly_all_by_one(asked_by: Mapping[int, int]) -> int | None:
    """The person who asked more than 70 % of the questions, if anyone; ``asked_by`` counts per person.

    Few antennas outlive a coordinator on whom everything hangs, so the desk says so in time.
    """
    total = sum(asked_by.values())
    if total < PROPOSALS_TO_JUDGE:
        return None
    person, most = max(asked_by.items(), key=lambda item: (item[1], -item[0]))
    return person if most * 100 > total * MOST_BY_ONE_PERCENT else None
