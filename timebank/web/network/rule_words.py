"""The rules of an antenna in words: what each decides, and what each value means."""

import enum
from typing import Any

from flask_babel import LazyString, gettext as _, lazy_gettext as _l

from timebank.domain.rules import parse_rule
from timebank.web.words import minutes_words

RULE_WORDS: dict[str, LazyString] = {
    "hours_on": _l("Do we write hours down?"),
    "rounding": _l("How do we round the time?"),
    "travel": _l("Does the way there and back count?"),
    "floor_minutes": _l("How much more received than given before a talk?"),
    "floor_action": _l("And when someone goes below that?"),
    "ceiling_minutes": _l("How much more given than received before a talk?"),
    "ceiling_action": _l("And when someone goes above that?"),
    "reminder_days": _l("After how many days do we remind who was helped?"),
    "final_days": _l("After how many days is a favour final?"),
    "silence": _l("What happens then, when nobody answered?"),
    "undo_minutes": _l("How many minutes can one undo?"),
    "two_person_minutes": _l("From how long on does a favour take two people?"),
    "grant_two_person_minutes": _l("From how much on does a grant take two people?"),
    "welcome_minutes": _l("What does a new member get from the pot?"),
    "antenna_work_counts": _l("Does work for the antenna count?"),
    "antenna_work_monthly_minutes": _l("How much antenna work counts each month, for one person?"),
    "group_mode": _l("Who gives the hours for a workshop?"),
    "clearing_ceiling_minutes": _l("How much may stand open between two antennas?"),
    "proxy_daily_minutes": _l("How much can be heard by phone for one person in a day?"),
    "leaver_days": _l("After how many days do the hours of who left go to the pot?"),
    "weight_load_metres": _l("Suggestions: how much farther away counts a helper who did much lately?"),
    "weight_no_metres": _l("Suggestions: how much farther away counts a no in the last two weeks?"),
    "weight_known_metres": _l("Suggestions: how much nearer count people who know each other?"),
    "weight_balance_metres": _l("Suggestions: how much nearer counts each hour more received than given?"),
    "weight_language_metres": _l("Suggestions: how much nearer counts the same first language?"),
    "weight_new_helper_metres": _l("Suggestions: how much nearer counts someone who was never asked?"),
    "directory_days": _l("After how many days do we check an entry of the directory again?"),
    "boundary_per_week": _l("How many times a week can neighbours come for one ask?"),
    "erase_days": _l("How many days after a goodbye do we erase who left?"),
    "referral_days": _l("How many days do we keep the words of a referral after its end?"),
    "signal_days": _l("How many days do we keep a signal's text after its end?"),
}
_REFUSE_OR_NOTE = {
    "note": _l("A coordinator gets a note and has a talk"),
    "refuse": _l("It is refused"),
}
CHOICE_WORDS: dict[str, dict[str, LazyString]] = {
    "hours_on": {"yes": _l("Yes"), "no": _l("No, favours are written down without hours")},
    "rounding": {
        "quarter_up": _l("Up to a full quarter of an hour"),
        "quarter_nearest": _l("To the nearest quarter of an hour"),
        "half_hour_up": _l("Up to a full half hour"),
        "none": _l("Not at all"),
    },
    "travel": {
        "agreed": _l("When both agreed on it"),
        "yes": _l("Yes, always"),
        "no": _l("No, never"),
    },
    "floor_action": _REFUSE_OR_NOTE,
    "ceiling_action": _REFUSE_OR_NOTE,
    "silence": {
        "ring": _l("It comes on the ring list"),
        "counts": _l("It counts, if there was a reminder before"),
    },
    "antenna_work_counts": {"yes": _l("Yes, the pot gives the hours"), "no": _l("No")},
    "group_mode": {
        "pot": _l("The pot"),
        "each": _l("Each who takes part gives all of it"),
        "shared": _l("Those who take part share it equally"),
    },
}
"""The values that can be chosen, in the order in which a page offers them."""


def value_words(name: str, stored: str) -> str:
    """What a stored value says: 'Up to a full quarter of an hour', '10 hours', '7 days'."""
    value: Any = parse_rule(name, stored)
    if isinstance(value, bool | enum.Enum):
        return str(CHOICE_WORDS[name][stored])
    if name.endswith("_per_week"):
        return str(_("%(number)s times a week", number=value))
    if name.endswith("_days"):
        return str(_("%(number)s days", number=value))
    if name == "undo_minutes":
        return str(_("%(number)s minutes", number=value))
    if name.endswith("_metres"):
        return str(_("%(number)s metres", number=value))
    return minutes_words(abs(value))
