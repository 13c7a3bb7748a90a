"""The second opinion on care that is learned from labelled asks."""

import pytest

from benchmarks import intake_learning
from benchmarks.intake_words import LANGUAGES, read_care
from timebank.intake.boundaries import Boundary, check_boundaries
from timebank.intake.care.likeness import LEARNED, LIKELY, care_likeness
from timebank.intake.care.senses import senses_in
from timebank.intake.wording import read_words

NEVER_HEARD = (
    "mijn rug en mijn hielen krijg ik in de kuip niet meer gewassen",
    "je n'arrive plus à sortir de la baignoire et à me sécher le dos",
    "I can't climb out of the tub or dry my back any more",
)
UNLISTED = "cut his bread small and give it to him bit by bit"


def test_it_was_learned_from_the_labelled_asks_of_today():
    learned = LEARNED.read_text(encoding="utf-8").splitlines()[0]
    assert learned == intake_learning.digest(), "run: python -m benchmarks.intake_learning"


def test_learning_finds_what_tells_asks_of_care_from_others():
    care = [({"<wash>": 1.0, "<him>": 1.0}, 0), ({"<wash>": 1.0, "<her>": 1.0}, 0)]
    others = [({"<wash>": 1.0, "<car>": 1.0}, None), ({"<buy>": 1.0, "<car>": 1.0}, None)]
    weights = intake_learning.learn([*care, *others] * 20)
    assert weights["<him>"][0] > 0 > weights["<car>"][0]
    assert weights["<him>"][0] > weights["<him>"][1]


def test_care_that_no_list_knows_is_flagged_with_the_words_that_say_so():
    (flag,) = check_boundaries(UNLISTED)
    assert (flag.boundary, flag.reason) == ("bodily_care", "words")
    assert all(UNLISTED[each.start : each.end] == each.words for each in flag.found)


def test_an_antenna_without_that_boundary_gets_no_second_opinion_on_it():
    assert check_boundaries(UNLISTED, boundaries=[Boundary("money")]) == ()


def test_a_text_without_known_words_is_not_like_care():
    assert care_likeness(read_words(""), {}).log_odds < LIKELY
    assert check_boundaries("xyzzy qwrtp") == ()


def test_care_that_was_never_heard_is_known_by_what_its_words_mean():
    """None of these stands in the labelled asks; 'kuip', 'cuve' and 'tub' are all a place to bathe."""
    known = {each.words for language in LANGUAGES for each in read_care(language)}
    for words in NEVER_HEARD:
        assert words not in known
        assert [flag.boundary for flag in check_boundaries(words)] == ["bodily_care"], words


@pytest.mark.parametrize(
    "words", ["de kuip van mijn planten is te klein", "a tub of ice cream from the shop"]
)
def test_the_same_words_about_a_thing_are_not_care(words):
    assert check_boundaries(words) == ()


def test_senses_are_those_of_the_language_that_the_text_is_in():
    assert "bath" in senses_in(read_words("ik kan niet meer in bad"))
    assert "bath" not in senses_in(read_words("the weather is bad and I can not go out"))


def test_senses_that_stand_near_one_another_are_paired():
    found = senses_in(read_words("I can not wash my back, the dog is at the door"))
    assert "body/wash" in found
    assert "animal/wash" not in found
