"""Finding what people mean: accents, capitals, parts of words and a slip of the finger."""

from functools import cache

import pytest
from hypothesis import given, strategies as st

from timebank.domain.finding import find
from timebank.domain.help import SPOKEN_LANGUAGES
from timebank.domain.service_kinds import SERVICE_KINDS, kind_of, kinds_in_order

SERVICES = ["Thuisverpleging Zenne", "Repas à domicile Brugmann", "Luisterlijn 106", "Taxi voor rolstoelen"]


def found(question: str) -> list[str]:
    return find(SERVICES, question, lambda name: (name,))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("verpleging", "Thuisverpleging Zenne"),
        ("THUIS", "Thuisverpleging Zenne"),
        ("thuisverplegnig", "Thuisverpleging Zenne"),
        ("repas a domicile", "Repas à domicile Brugmann"),
        ("domicle", "Repas à domicile Brugmann"),
        ("lusterlijn", "Luisterlijn 106"),
        ("106", "Luisterlijn 106"),
        ("rolstoelen taxi", "Taxi voor rolstoelen"),
        ("rolst", "Taxi voor rolstoelen"),
    ],
)
def test_what_is_meant_is_found(question: str, name: str) -> None:
    assert found(question)[:1] == [name]


@pytest.mark.parametrize("question", ["tandarts", "taxi verpleging", "107", "xyz"])
def test_what_isn_t_there_isn_t_found(question: str) -> None:
    assert found(question) == []


def test_no_words_find_everything_in_its_order() -> None:
    assert found("  ,. ") == SERVICES


def test_the_same_word_comes_before_a_part_of_it_and_that_before_an_error() -> None:
    names = ["Zorgpunt", "Thuiszorg", "Zorg", "Zork"]
    assert find(names, "zorg", lambda name: (name,)) == ["Zorg", "Zorgpunt", "Thuiszorg", "Zork"]


def test_a_name_counts_for_more_than_what_is_said_further_on() -> None:
    services = [("Antenne", "maaltijden"), ("Maaltijden", "aan huis")]
    assert find(services, "maaltijden", lambda each: each) == services[::-1]


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(question: str) -> None:
    assert set(found(question)) <= set(SERVICES)


SOUGHT = st.text(alphabet="abcé ", min_size=1, max_size=12)


@given(st.lists(SOUGHT, max_size=8), SOUGHT)
def test_it_finds_what_a_look_at_each_word_in_turn_finds(names: list[str], question: str) -> None:
    scored = [(score_of(name, question), place, name) for place, name in enumerate(names)]
    slow = [name for score, _place, name in sorted(scored) if score < FAR]
    assert find(names, question, lambda name: (name,)) == slow


FAR = 100


def score_of(name: str, question: str) -> int:
    words = [min((distance(word, other) for other in split(name)), default=FAR) for word in split(question)]
    return FAR if FAR in words else sum(words)


def split(text: str) -> list[str]:
    return text.replace("é", "e").split()


def distance(word: str, other: str) -> int:
    """The rule of the product, said once more in the plainest way."""
    if word == other:
        return 0
    if other.startswith(word):
        return 1
    if len(word) >= 3 and word in other:
        return 2
    allowed = 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0
    errors = min(edits(word, other), edits(word, other[: len(word)]) + 1)
    return 2 + 2 * errors if errors <= allowed else FAR


@cache
def edits(first: str, second: str) -> int:
    """Optimal string alignment (Boytsov 2011, section 2), by the recursion of its definition."""
    if not first or not second:
        return len(first) + len(second)
    least = min(
        edits(first[:-1], second) + 1,
        edits(first, second[:-1]) + 1,
        edits(first[:-1], second[:-1]) + (first[-1] != second[-1]),
    )
    if first[-2:] == second[-2:][::-1] and len(first) > 1 < len(second):
        least = min(least, edits(first[:-2], second[:-2]) + 1)
    return least


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Thuisverpleging", "home_nursing"),
        ("soins infirmiers", "home_nursing"),
        ("REPAS A DOMICILE", "meals"),
        ("Aide juridique", "legal_aid"),
        ("home_care", "home_care"),
        ("tandarts", ""),
        ("", ""),
    ],
)
def test_a_kind_is_known_by_its_words_in_three_languages(words: str, kind: str) -> None:
    assert kind_of(words) == kind


def test_kinds_stand_in_the_order_of_the_card() -> None:
    assert kinds_in_order(["meals", "emergency", "no kind"]) == ("emergency", "meals")
    assert set(SERVICE_KINDS) >= {"home_nursing", "home_care", "social_worker", "legal_aid", "meals"}
    assert SPOKEN_LANGUAGES[:3] == ("nl", "fr", "en")
