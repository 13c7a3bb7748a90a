"""Whatever is typed: no crash, places that fit, and a time that grows no faster than the text."""

import time
from datetime import date

import pytest
from hypothesis import example, given, settings, strategies as st

from timebank.intake.asking import guess_ask
from timebank.intake.boundaries import check_boundaries
from timebank.intake.health import health_hint
from timebank.intake.wording import read_words

SAID = """elke|om|half|drie|3/12|31/12/9999|24u|99|le 3|décembre|tot eind februari|'s morgens|mijn vader wassen|de hond
|l'|-
|.|,|every monday|at 25 o'clock|over 999 weken|12:99|dans 400 jours|29 februari|twee keer per week|naar|00:00"""
PIECES = st.sampled_from(SAID.split("|"))
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["nl", "fr", "en"]))
@example("29 februari tot 29 februari", date(2026, 1, 1), "nl")
def test_any_text_is_read_and_every_guess_stands_in_it(text, today, language):
    guess = guess_ask(text, today=today, language=language, streets=["Kruipweg", ""])
    singles = (
        guess.part,
        guess.clock,
        guess.minutes,
        guess.repeat,
        guess.until,
        guess.place,
        guess.helpers,
        guess.urgency,
    )
    found = [each.found for each in (*singles, *guess.days, *guess.wishes) if each is not None]
    found += [each for kind in guess.categories for each in kind.because]
    found += [each for flag in check_boundaries(text) for each in flag.found]
    found += health_hint(text)
    assert all(text[each.start : each.end] == each.words for each in found)
    assert all(each.value >= today for each in guess.days)


@given(TEXTS)
def test_the_tokens_are_found_again_in_the_joined_text(text):
    wording = read_words(text)
    assert wording.plain.split(" ") == list(wording.tokens) or not wording.tokens


@pytest.mark.parametrize(
    "text",
    [
        "a" * 2000,
        "elke " * 400,
        "wassen van mijn vader " * 90,
        "12:3" * 500,
        "xyzzyqua " * 220,
        "le 3 " * 400,
        "x e " * 500,
    ],
)
def test_what_a_text_takes_grows_no_faster_than_its_length(text):
    def read(text):
        began = time.process_time()
        guess_ask(text, today=date(2026, 11, 24))
        check_boundaries(text)
        health_hint(text)
        return time.process_time() - began

    short, whole = (min(read(each) for _ in range(5)) for each in (text[:500], text))
    assert whole < 3 * len(text) / 500 * max(
        short, 0.001
    )  # four times the length may take twelve times as long
