"""The scores of the short scales, by hand."""

import pytest

from timebank.domain.errors import InvalidInputError
from timebank.domain.scales import ANSWERS, ITEMS, RANGES, Scale, score_of

SOME = "more_or_less"


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        (("no", "no", "no", "yes", "yes", "yes"), 0),
        (("yes", "yes", "yes", "no", "no", "no"), 6),
        ((SOME,) * 6, 6),
        (("yes", SOME, "no", "yes", SOME, "no"), 4),
    ],
)
def test_gierveld_counts_what_is_missing_and_what_isn_t_there(answers: tuple[str, ...], score: int) -> None:
    assert score_of(Scale.GIERVELD, answers) == score


@pytest.mark.parametrize(
    ("answers", "score"),
    [(("hardly_ever",) * 3, 3), (("often",) * 3, 9), (("sometimes", "often", "sometimes"), 7)],
)
def test_ucla_adds_one_two_and_three(answers: tuple[str, ...], score: int) -> None:
    assert score_of(Scale.UCLA, answers) == score


@pytest.mark.parametrize("scale", list(Scale))
def test_an_open_item_or_a_strange_answer_makes_no_score(scale: Scale) -> None:
    good = (ANSWERS[scale][0],) * ITEMS[scale]
    assert RANGES[scale][0] <= score_of(scale, good) <= RANGES[scale][1]
    for bad in (good[:-1], (*good, good[0]), (*good[:-1], ""), (*good[:-1], "maybe")):
        with pytest.raises(InvalidInputError):
            score_of(scale, bad)
