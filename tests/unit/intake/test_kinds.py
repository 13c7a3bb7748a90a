"""Which kind of help: spelling, compounds, stories, what an antenna adds and has learned."""

import pytest

from timebank.domain.categories import CATEGORIES
from timebank.intake.asking import plain_reader
from timebank.intake.kinds import Example, OwnCategory, learn_categories
from timebank.intake.vocabulary import WORDS


def first(words, reader=None):
    found = (reader or plain_reader()).guess(words)
    return found[0].category if found else None


@pytest.mark.parametrize("language", WORDS)
def test_the_words_belong_to_known_categories(language):
    assert set(WORDS[language]) == set(CATEGORIES) - {"other"}


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("naar den oogmeester brengen", "lift"),
        ("bodschappen", "errands"),
        ("kanarievogel", "pets_and_plants"),
        ("boodschappenkarretje", "errands"),
        ("mijn gsm doet raar", "phone_and_computer"),
        ("tondre la pelouse", "garden"),
        ("la farmacie", "errands"),
        ("put up a shelf", "odd_job"),
        ("mijn smartphone s'allume plus", "phone_and_computer"),
    ],
)
def test_words_misspelt_compound_or_mixed_are_understood(words, category):
    assert first(words) == category


def test_what_somebody_else_does_already_counts_less_than_the_ask():
    assert first("De tuin dat doet mijn zoon. Maar ik zou graag eens een babbel hebben.") == "visit"


@pytest.mark.parametrize("words", ["", "...", "zzzzqq", "ik weet het niet", "123 456"])
def test_no_idea_is_said_honestly(words):
    assert plain_reader().guess(words) == ()


def test_there_are_at_most_three_likeliest_first_with_shares():
    found = plain_reader().guess("samen koken en eten, daarna wandelen met de hond en de brief lezen")
    shares = [each.share for each in found]
    assert len(found) == 3
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001


def test_words_by_which_people_ask_for_an_own_category_count_in_their_language():
    said = (("nl", "liedjes"), ("nl", "in koor, zingen"), ("fr", "chorale"), ("nl", "de"))
    reader = learn_categories(own=[OwnCategory("own_singing", "Samen zingen", said)])
    for words in ("een liedje met mij", "wie wil in koor zingen", "je cherche une chorale"):
        assert reader.guess(words)[0].category == "own_singing"
    assert "own_singing" not in [each.category for each in reader.guess("de ramen wassen")]


def test_what_is_kept_between_readers_is_the_same_as_learning_anew():
    example = Example("met de duiven helpen", "own_pigeons")
    own = (OwnCategory("own_pigeons", "Duiven"),)
    first = learn_categories([example], own).guess("de duiven, dinsdag")
    other = learn_categories((), (OwnCategory("own_other", "Schaken"),)).guess("de duiven, dinsdag")
    assert learn_categories([example], own).guess("de duiven, dinsdag") == first
    assert "own_pigeons" not in [each.category for each in other]


def test_an_antenna_adds_a_category_of_its_own():
    reader = learn_categories(own=[OwnCategory("repair_cafe", "Repair café, repaircafé, naaicafé")])
    assert first("wanneer is het repair café", reader) == "repair_cafe"


def test_a_confirmed_ask_is_learned():
    words = "de frigobox terugbrengen naar Odette"
    assert first(words) != "parcels_and_keys"
    reader = learn_categories([Example("frigobox van Odette afgeven", "parcels_and_keys")] * 3)
    assert first(words, reader) == "parcels_and_keys"


def test_a_category_that_the_antenna_does_without_is_never_guessed():
    assert all(
        each.category != "lift"
        for each in learn_categories(without=["lift"]).guess("een lift naar de dokter")
    )


def test_the_same_words_give_the_same_guesses():
    words = "kan iemand mij naar de markt brengen voor groenten en de hond uitlaten"
    assert plain_reader().guess(words) == learn_categories().guess(words)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("den afloop van den pompbak", "odd_job"),
        ("bezwaar indienen tegen een parkeerboete", "paperwork"),
        ("quelqu'un qui se souvient encore du temps d'avant", "visit"),
    ],
)
def test_words_that_no_list_has_are_likened_to_those_that_it_has(words, category):
    assert category in [each.category for each in plain_reader().guess(words)]


def test_what_an_antenna_adds_leaves_the_built_in_words_as_they_are():
    words = "kan iemand mij naar de markt brengen"
    before = plain_reader().guess(words)
    learn_categories(own=[OwnCategory("repair_cafe", "markt, brengen, herstellen")])
    assert learn_categories().guess(words) == before
