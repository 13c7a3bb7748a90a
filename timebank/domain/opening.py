"""Opening an antenna: the steps there are, which it can't open without, and when the data show them done."""

import enum
from dataclasses import dataclass


class Step(enum.StrEnum):
    """One step, in the order in which a team takes them."""

    PARTNER = "partner"
    AREA = "area"
    PEOPLE = "people"
    BOUNDARIES = "boundaries"
    HOURS = "hours"
    KINDS = "kinds"
    TEAM = "team"
    PRINTS = "prints"
    ASKS = "asks"


REQUIRED = frozenset({Step.PARTNER, Step.AREA, Step.BOUNDARIES, Step.HOURS, Step.TEAM})
"""Without these nobody knows where the antenna works, by which rules, and who answers."""

ONLY_FOUND = frozenset({Step.AREA, Step.TEAM})
"""Steps that no word can stand for: they are there or they aren't."""

PEOPLE_MIN = 6
"""With so many neighbours the pilot of the model began."""

COORDINATORS_MIN = 2


@dataclass(frozen=True)
class Present:
    """What an antenna has already, in numbers; ``hours_decided`` once the rule was decided on."""

    partners: int = 0
    areas: int = 0
    has_phone: bool = False
    members: int = 0
    hours_decided: bool = False
    own_kinds: int = 0
    coordinators: int = 0
    team: int = 0
    asks: int = 0


def found_steps(present: Present) -> frozenset[Step]:
    """The steps that are done by what is there. A team is two coordinators and someone who steps in."""
    done = {
        Step.PARTNER: present.partners > 0,
        Step.AREA: present.areas > 0 and present.has_phone,
        Step.PEOPLE: present.members >= PEOPLE_MIN,
        Step.HOURS: present.hours_decided,
        Step.KINDS: present.own_kinds > 0,
        Step.TEAM: present.coordinators >= COORDINATORS_MIN and present.team > COORDINATORS_MIN,
        Step.ASKS: present.asks > 0,
    }
    return frozenset(step for step, is_there in done.items() if is_there)
