"""The name of every rule, as pages show it."""

from flask_babel import LazyString, lazy_gettext as _l

RULE_WORDS: dict[str, LazyString] = {
    "hours_on": _l("Hours are written down (yes or no)"),
    "rounding": _l("Rounding (none, quarter_up, quarter_nearest, half_hour_up)"),
    "travel": _l("The way there and back counts (no, yes, agreed)"),
    "floor_minutes": _l("Lowest hours before a talk, in minutes"),
    "floor_action": _l("Below that (note or refuse)"),
    "ceiling_minutes": _l("Highest hours before a talk, in minutes"),
    "ceiling_action": _l("Above that (note or refuse)"),
    "reminder_days": _l("Days until a reminder"),
    "final_days": _l("Days until the ring list"),
    "silence": _l("When nobody answers (ring or counts)"),
    "undo_minutes": _l("Minutes in which one can undo"),
    "two_person_minutes": _l("A favour longer than this takes two people, in minutes"),
    "grant_two_person_minutes": _l("A grant larger than this takes two people, in minutes"),
    "welcome_minutes": _l("Welcome gift from the pot, in minutes"),
    "antenna_work_counts": _l("Work for the antenna counts (yes or no)"),
    "antenna_work_monthly_minutes": _l("At most for antenna work each month, in minutes"),
    "group_mode": _l("For a group the hours come from (pot, each, shared)"),
    "clearing_ceiling_minutes": _l("At most between two antennas, in minutes"),
    "proxy_daily_minutes": _l("At most by phone for one person in a day, in minutes"),
    "weight_load_metres": _l("Suggestions: a helper who did much lately counts as farther away, in metres"),
    "weight_no_metres": _l("Suggestions: a no in the last two weeks counts as farther away, in metres"),
    "weight_known_metres": _l("Suggestions: people who know each other count as nearer, in metres"),
    "weight_balance_metres": _l(
        "Suggestions: each hour more received than given counts as nearer, in metres"
    ),
    "weight_language_metres": _l("Suggestions: the same first language counts as nearer, in metres"),
    "weight_new_helper_metres": _l("Suggestions: someone who was never asked counts as nearer, in metres"),
}
