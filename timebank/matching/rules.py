"""What is never broken: sixteen rules, and who may set each aside for one match."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

Params = Mapping[str, int | str | tuple[str, ...]]
"""The values that fill a sentence."""


class Rule(enum.StrEnum):
    """The hard rules, in the order in which their objections are read out."""

    CATEGORY = "category"
    PAUSED = "paused"
    HERSELF = "herself"
    EXCLUDED = "excluded"
    LANGUAGE = "language"
    LETTER_LANGUAGE = "letter_language"
    GENDER = "gender"
    HOUSE = "house"
    CAR_ROOM = "car_room"
    CEILING = "ceiling"
    TIME = "time"
    REACH = "reach"
    PROMISED = "promised"
    DECLINED = "declined"
    BORDER = "border"
    TAKES_PART = "takes_part"


class Waiver(enum.StrEnum):
    """Who may set a rule aside for one match."""

    NEVER = "never"
    IF_ASKER_AGREES = "if_asker_agrees"
    WITH_A_REASON = "with_a_reason"


WAIVERS: Mapping[Rule, Waiver] = {
    Rule.CATEGORY: Waiver.NEVER,
    Rule.PAUSED: Waiver.NEVER,
    Rule.HERSELF: Waiver.NEVER,
    Rule.EXCLUDED: Waiver.IF_ASKER_AGREES,
    Rule.LANGUAGE: Waiver.IF_ASKER_AGREES,
    Rule.LETTER_LANGUAGE: Waiver.IF_ASKER_AGREES,
    Rule.GENDER: Waiver.IF_ASKER_AGREES,
    Rule.HOUSE: Waiver.WITH_A_REASON,
    Rule.CAR_ROOM: Waiver.WITH_A_REASON,
    Rule.CEILING: Waiver.WITH_A_REASON,
    Rule.TIME: Waiver.WITH_A_REASON,
    Rule.REACH: Waiver.WITH_A_REASON,
    Rule.PROMISED: Waiver.WITH_A_REASON,
    Rule.DECLINED: Waiver.WITH_A_REASON,
    Rule.BORDER: Waiver.WITH_A_REASON,
    Rule.TAKES_PART: Waiver.NEVER,
}


@dataclass(frozen=True, slots=True)
class Objection:
    """A rule that speaks against a match, with the values that its sentence needs."""

    rule: Rule
    params: Params = field(default_factory=dict)

    @property
    def waiver(self) -> Waiver:
        """Who may set this aside."""
        return WAIVERS[self.rule]
