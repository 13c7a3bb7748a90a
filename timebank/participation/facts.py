"""What happened, one row each, as the indicators know it: numbers instead of names.

A member is a number within the antenna. Words that someone gave about themselves (gender) stay as
they were said; an empty text is 'not said'.
"""

import enum
from dataclasses import dataclass
from datetime import date

from timebank.domain.channels import Channel


class LeftBecause(enum.StrEnum):
    """Why a membership ended, as far as it is counted (DOMAIN.md 4f)."""

    MOVED = "moved"
    DIED = "died"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class AskOutcome(enum.StrEnum):
    """How an ask stands or ended (DOMAIN.md 4c)."""

    OPEN = "open"
    FILLED = "filled"
    PARTLY = "partly"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    NOBODY = "nobody"


@dataclass(frozen=True)
class FavourFact:
    """Minutes that one member gave to one other in a final favour; no gift, no grant, no pot fee.

    ``receiver_id`` is None where the antenna itself got the help. A favour of several givers or
    receivers is several facts, one per leg. ``both_in_team``: both sides had a part in the antenna's
    team on that day. ``minutes`` is 0 for 'just thanks'.
    """

    giver_id: int
    receiver_id: int | None
    minutes: int
    done_on: date
    recorded_on: date
    category: str = ""
    channel: Channel = Channel.TALK
    area: str = ""
    both_in_team: bool = False


@dataclass(frozen=True)
class MemberFact:
    """A membership. ``area`` is a street, ``sector`` the statistical sector of it, ``age_band`` such as '75-84'."""

    member_id: int
    joined_on: date
    left_on: date | None = None
    left_because: LeftBecause | None = None
    language: str = ""
    age_band: str = ""
    gender_words: str = ""
    area: str = ""
    sector: str = ""


@dataclass(frozen=True)
class AskFact:
    """An ask, from the day it was made; ``closed_on`` is the day a helper agreed, or it ended without."""

    member_id: int
    made_on: date
    channel: Channel
    category: str
    outcome: AskOutcome
    closed_on: date | None = None


@dataclass(frozen=True)
class OfferFact:
    """An offer that stood from a day to a day (None: it still stands)."""

    member_id: int
    made_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class ReferralFact:
    """An ask handed, with consent, to a service. Days that have not come are None."""

    service: str
    proposed_on: date
    consented_on: date | None = None
    accepted_on: date | None = None
    outcome_known: bool = False


@dataclass(frozen=True)
class ApprovalFact:
    """That a coordinator brought a giver and a receiver together."""

    coordinator_id: int
    approved_on: date


@dataclass(frozen=True)
class AttendanceFact:
    """That someone came to a gathering."""

    member_id: int
    held_on: date
