"""What a person is asked a yes for, apart from taking part itself; each yes is of a day, with an end."""

import enum

TEXT_VERSION = "2026-11"
"""Which wording was read out or shown. Whoever changes a consent's words gives them a new version."""
MONTHS_MAX = 24
"""A yes lasts at most so long; then it is asked again."""


class Purpose(enum.StrEnum):
    """One thing to say yes or no to; without a yes that stands it isn't done."""

    PARTNER_LOOK = "partner_look"
    NEWS = "news"
    QUESTIONS = "questions"


class LookReason(enum.StrEnum):
    """Why a partner asks whether someone takes part: one of a few words, never a story."""

    WELCOME = "welcome"
    FOLLOW_UP = "follow_up"
    OTHER = "other"
