"""Finding what people mean: accents, capitals, parts of words and a slip of the finger."""

import pytest
from hypothesis import given, strategies as st

from timebank.domain.finding import edits, find
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


@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_edits_are_the_same_both_ways_and_none_only_for_the_same(first: str, second: str) -> None:
    assert edits(first, second, 6) == edits(second, first, 6)
    assert (edits(first, second, 6) == 0) is (first == second)


@pytest.mark.parametrize(
    ("first", "second", "count"), [("ab", "ba", 1), ("abc", "ac", 1), ("abc", "axc", 1), ("abcd", "badc", 2)]
)
def test_a_swap_is_one_slip(first: str, second: str, count: int) -> None:
    assert edits(first, second, 3) == count
    assert edits(first, second, count - 1) == count


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
