"""How the lists of care words are written and looked up."""

import pytest

from timebank.intake.care.patterns import Phrases
from timebank.intake.wording import read_words


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("wash my/his hair", "please wash his hair", "wash his hair"),
        ("wash .. hair", "wash all of her hair", "wash all of her hair"),
        ("wash .. hair", "wash all of her long hair", None),
        ("wash .. hair", "wash me, my hair is fine", None),
        ("inject+ ?my <one>", "injecting mother", "injecting mother"),
        ("inject+ ?my <one>", "injecting my mother", "injecting my mother"),
        ("?the bed_pan", "a bed pan", "bed pan"),
        ("wet/\n  soiled bed", "the soiled bed", "soiled bed"),
        ("wash", "washing", None),
    ],
)
def test_a_phrase_is_found_as_it_is_written(phrases, text, found):
    wording = read_words(text)
    spans = list(Phrases(phrases, {"one": "mother father"}).spans(wording))
    assert [wording.plain[first:last] for first, last in spans] == ([found] if found else [])
