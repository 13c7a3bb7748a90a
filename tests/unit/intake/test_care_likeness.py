"""The second opinion on care that is learned from labelled asks."""

from benchmarks import intake_learning
from timebank.intake.boundaries import Boundary, check_boundaries
from timebank.intake.care.likeness import LEARNED, care_likeness
from timebank.intake.wording import read_words

UNLISTED = "cut his bread small and give it to him bit by bit"


def test_it_was_learned_from_the_labelled_asks_of_today():
    learned = LEARNED.read_text(encoding="utf-8").splitlines()[0]
    assert learned == intake_learning.digest(), "run: python -m benchmarks.intake_learning"


def test_learning_finds_what_tells_asks_of_care_from_others():
    care = [(frozenset(["<wash>", "<him>"]), 0), (frozenset(["<wash>", "<her>"]), 0)]
    others = [(frozenset(["<wash>", "<car>"]), None), (frozenset(["<buy>", "<car>"]), None)]
    weights = intake_learning.learn([*care, *others] * 20)
    assert weights["<him>"][0] > weights["<wash>"][0] > 0 > weights["<car>"][0]


def test_care_that_no_list_knows_is_flagged_with_the_words_that_say_so():
    (flag,) = check_boundaries(UNLISTED)
    assert (flag.boundary, flag.reason) == ("bodily_care", "words")
    assert all(UNLISTED[each.start : each.end] == each.words for each in flag.found)


def test_an_antenna_without_that_boundary_gets_no_second_opinion_on_it():
    assert check_boundaries(UNLISTED, boundaries=[Boundary("money")]) == ()


def test_a_text_without_known_words_is_not_like_care():
    assert care_likeness(read_words("")).log_odds < 0
    assert check_boundaries("xyzzy qwrtp") == ()
