"""Short scales of loneliness: which answers there are, and what they add up to.

De Jong Gierveld & Van Tilburg (2006), six items, 0..6; UCLA-3, Hughes et al. (2004), three items, 3..9.
The higher, the lonelier. Nobody is called lonely by a figure: a mean of many says whether a
neighbourhood moves.
"""

import enum
from collections.abc import Sequence

from timebank.domain.errors import InvalidInputError


class Scale(enum.StrEnum):
    """A questionnaire."""

    GIERVELD = "gierveld"
    UCLA = "ucla"


ANSWERS: dict[Scale, tuple[str, ...]] = {
    Scale.GIERVELD: ("yes", "more_or_less", "no"),
    Scale.UCLA: ("hardly_ever", "sometimes", "often"),
}
ITEMS: dict[Scale, int] = {Scale.GIERVELD: 6, Scale.UCLA: 3}
RANGES: dict[Scale, tuple[int, int]] = {Scale.GIERVELD: (0, 6), Scale.UCLA: (3, 9)}
"""The lowest and the highest score."""
_GIERVELD_NEGATIVE = 3
"""The first three items say that something is missing, the last three that it is there."""


def score_of(scale: Scale, answers: Sequence[str]) -> int:
    """The score of one whole set of answers, in the order of the items.

    Raises:
        InvalidInputError: ``answers_missing``: not every item has one of the scale's answers.
    """
    if len(answers) != ITEMS[scale] or any(each not in ANSWERS[scale] for each in answers):
        raise InvalidInputError(
            "answers_missing",
            "Choose an answer to each question, or leave the whole list out.",
            field="answers",
        )
    if scale is Scale.UCLA:
        return sum(1 + ANSWERS[scale].index(each) for each in answers)
    negative, positive = answers[:_GIERVELD_NEGATIVE], answers[_GIERVELD_NEGATIVE:]
    return sum(each != "no" for each in negative) + sum(each != "yes" for each in positive)
