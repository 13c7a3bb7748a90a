"""What keeps someone from being erased for now, and what stands where their name stood."""

import enum

FORMER_MEMBER = {"nl": "Vroeger lid", "fr": "Ancien membre", "en": "Former member"}
"""In the antenna's language: others go on reading of a favour with 'a former member'."""


class EraseHold(enum.StrEnum):
    """Something that has to be settled first."""

    STILL_MEMBER = "still_member"
    ROLE = "role"
    DISPUTE = "dispute"
    OPEN_ASK = "open_ask"
    PROMISE = "promise"
    SIGNAL = "signal"
    REFERRAL = "referral"
    DIRECTORY = "directory"
    HOURS = "hours"
