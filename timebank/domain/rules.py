"""An antenna's rules, each with its default; an antenna changes one only by a logged decision.

The defaults are those of DOMAIN.md 3b: soft limits that lead to a talk, quarters rounded up,
receiving before giving allowed, silence that confirms nothing.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from timebank.domain.errors import InvalidInputError


class Rounding(enum.StrEnum):
    """How the minutes that someone tells are rounded before they are booked."""

    NONE = "none"
    QUARTER_UP = "quarter_up"
    QUARTER_NEAREST = "quarter_nearest"
    HALF_HOUR_UP = "half_hour_up"


class TravelRule(enum.StrEnum):
    """Whether the way there and back counts: never, always, or when both agreed on it."""

    NO = "no"
    YES = "yes"
    AGREED = "agreed"


class LimitAction(enum.StrEnum):
    """What happens at a floor or ceiling: a note to the coordinator, or a refusal."""

    NOTE = "note"
    REFUSE = "refuse"


class SilenceRule(enum.StrEnum):
    """What happens when a favour isn't confirmed in time: the ring list, or it counts."""

    RING = "ring"
    COUNTS = "counts"


class GroupMode(enum.StrEnum):
    """Who gives the minutes of a favour of one to many."""

    POT = "pot"
    EACH = "each"
    SHARED = "shared"


@dataclass(frozen=True)
class Rules:
    """What is in force in one antenna on one day. Times are integer minutes, delays are days.

    The weights say what matters in a suggestion, in metres of walking (docs/matching.md).
    """

    hours_on: bool = True
    rounding: Rounding = Rounding.QUARTER_UP
    travel: TravelRule = TravelRule.AGREED
    floor_minutes: int = -600
    floor_action: LimitAction = LimitAction.NOTE
    ceiling_minutes: int = 2400
    ceiling_action: LimitAction = LimitAction.NOTE
    reminder_days: int = 7
    final_days: int = 14
    silence: SilenceRule = SilenceRule.RING
    undo_minutes: int = 10
    two_person_minutes: int = 480
    grant_two_person_minutes: int = 600
    welcome_minutes: int = 0
    antenna_work_counts: bool = True
    antenna_work_monthly_minutes: int = 600
    group_mode: GroupMode = GroupMode.POT
    clearing_ceiling_minutes: int = 6000
    proxy_daily_minutes: int = 240
    leaver_days: int = 90
    weight_load_metres: int = 600
    weight_no_metres: int = 250
    weight_known_metres: int = 200
    weight_balance_metres: int = 50
    weight_language_metres: int = 100
    weight_new_helper_metres: int = 100
    directory_days: int = 180
    signal_days: int = 90
    boundary_per_week: int = 3
    erase_days: int = 90
    referral_days: int = 90


DEFAULTS = Rules()

_BOUNDS: Mapping[str, tuple[int, int]] = {
    "floor_minutes": (-60_000, 0),
    "ceiling_minutes": (0, 60_000),
    "reminder_days": (1, 60),
    "final_days": (1, 120),
    "undo_minutes": (0, 60),
    "two_person_minutes": (15, 1440),
    "grant_two_person_minutes": (0, 60_000),
    "welcome_minutes": (0, 1200),
    "antenna_work_monthly_minutes": (0, 12_000),
    "clearing_ceiling_minutes": (0, 600_000),
    "proxy_daily_minutes": (0, 1440),
    "leaver_days": (0, 365),
    "weight_load_metres": (0, 5000),
    "weight_no_metres": (0, 5000),
    "weight_known_metres": (-2000, 2000),
    "weight_balance_metres": (0, 1000),
    "weight_language_metres": (0, 2000),
    "weight_new_helper_metres": (0, 2000),
    "directory_days": (30, 1000),
    "signal_days": (1, 365),
    "boundary_per_week": (1, 14),
    "erase_days": (1, 1000),
    "referral_days": (1, 1000),
}


def rule_range(name: str) -> tuple[int, int]:
    """The lowest and highest value of a rule that is a whole number."""
    return _BOUNDS[name]


RULE_NAMES: tuple[str, ...] = tuple(f.name for f in fields(Rules))


def parse_rule(name: str, text: str) -> Any:
    """The value of rule ``name`` written as ``text``, as decisions store it.

    Raises:
        InvalidInputError: code ``rule_unknown`` or ``rule_value`` with the allowed range.
    """
    if name not in RULE_NAMES:
        raise InvalidInputError("rule_unknown", "There is no rule called {name}.", name=name)
    default = getattr(DEFAULTS, name)
    text = text.strip()
    if isinstance(default, bool):
        return _parse_bool(name, text)
    if isinstance(default, enum.Enum):
        return _parse_choice(name, text, type(default))
    return _parse_whole(name, text)


def format_rule(value: Any) -> str:
    """The text under which a decision stores ``value``; ``parse_rule`` reads it back."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, enum.Enum) else str(value)


def rules_from(decisions: Iterable[tuple[str, str]]) -> Rules:
    """The rules after ``decisions`` (name, stored text), oldest first, over the defaults."""
    values = {name: parse_rule(name, text) for name, text in decisions if name in RULE_NAMES}
    return replace(DEFAULTS, **values)


def check_rules(rules: Rules) -> None:
    """Refuse rules that contradict one another.

    Raises:
        InvalidInputError: code ``rule_order`` when a reminder would come after the final day.
    """
    if rules.reminder_days >= rules.final_days:
        raise InvalidInputError(
            "rule_order",
            "The reminder must come before the day that a favour is final.",
            field="reminder_days",
        )


def _parse_bool(name: str, text: str) -> bool:
    if text not in ("yes", "no"):
        raise InvalidInputError("rule_value", "Choose one of: {allowed}.", field=name, allowed="yes, no")
    return text == "yes"


def _parse_choice(name: str, text: str, kind: type[enum.Enum]) -> enum.Enum:
    try:
        return kind(text)
    except ValueError:
        allowed = ", ".join(str(member.value) for member in kind)
        raise InvalidInputError(
            "rule_value", "Choose one of: {allowed}.", field=name, allowed=allowed
        ) from None


def _parse_whole(name: str, text: str) -> int:
    low, high = _BOUNDS[name]
    try:
        value = int(text)
    except ValueError:
        value = high + 1
    if not low <= value <= high:
        raise InvalidInputError(
            "rule_value", "Choose one of: {allowed}.", field=name, allowed=f"{low} … {high}"
        )
    return value
