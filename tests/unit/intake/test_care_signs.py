"""The signs by which a text is likened to asks of care."""

from itertools import pairwise

import pytest

from timebank.intake.boundaries import care_signs, check_boundaries
from timebank.intake.care.likeness import BOUNDARY_CODES
from timebank.intake.care.senses import SENSES


def test_a_phrase_is_a_sign_and_so_is_what_makes_it_harmless():
    signs = care_signs("my daughter does it: insulin, I inject insulin, but who fetches the medicines")
    assert {"surely", "surely=nursing"} <= set(signs)
    assert any(sign.startswith("harmless=") for sign in signs)


def test_a_long_text_weighs_no_more_than_a_short_one():
    short, long = (
        care_signs("wash me"),
        care_signs("wash me " + "and tell me of your holidays in Greece " * 9),
    )
    assert 0 < long["<wash>"] < short["<wash>"]
    assert 0 < long["wash"] < short["wash"]


def test_a_text_without_words_has_no_signs():
    assert care_signs("...") == {}
    assert check_boundaries("...") == ()


def test_what_words_mean_is_listed_once_by_sense_and_language():
    rows = [line.split("\t") for line in SENSES.read_text(encoding="utf-8").splitlines()]
    keys = [(sense, ("nl", "fr", "en").index(language)) for sense, language, _words in rows]
    assert all(one < other for one, other in pairwise(keys))
    for _sense, _language, words in rows:
        assert len(set(words.split())) == len(words.split())
        assert words == words.casefold()


@pytest.mark.parametrize("boundary", BOUNDARY_CODES)
def test_each_boundary_is_known_in_each_language(boundary):
    said = {
        "bodily_care": ("mij wassen", "me laver", "wash me"),
        "nursing": ("mijn wonde verzorgen", "soigner ma plaie", "dress my wound"),
        "money": (
            "geld afhalen met mijn kaart",
            "retirer de l'argent avec ma carte",
            "draw money with my card",
        ),
        "intensive": ("dag en nacht bij vader", "jour et nuit chez papa", "day and night with dad"),
    }
    for words in said[boundary]:
        assert boundary in [flag.boundary for flag in check_boundaries(words)], words
