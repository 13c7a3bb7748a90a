"""What is flagged for the coordinator to look at, and what only sounds like it."""

import pytest

from timebank.intake.boundaries import Boundary, check_boundaries
from timebank.intake.health import health_hint


def flagged(words, **more):
    return [(each.boundary, each.reason) for each in check_boundaries(words, **more)]


@pytest.mark.parametrize(
    ("words", "boundary"),
    [
        ("iemand om mijn vader twee keer per week te wassen", "bodily_care"),
        ("m'aider à prendre ma douche", "bodily_care"),
        ("cut my toenails", "bodily_care"),
        ("insuline spuiten", "nursing"),
        ("changer mon pansement", "nursing"),
        ("give mother her pills", "nursing"),
        ("geld afhalen met mijn bankkaart", "money"),
        ("dag en nacht iemand bij mijn man", "intensive"),
        ("mon mari doit être aidé au petit coin", "bodily_care"),
        ("mam can't manage the toilet on her own", "bodily_care"),
        ("ma maman confond ses comprimés", "nursing"),
        ("qui peut aller tirer de l'argent au mur avec ma carte", "money"),
        ("mijn man vergeet alles en ik kan hem geen vijf minuten alleen laten", "intensive"),
        ("someone to change my banndages", "nursing"),
    ],
)
def test_care_is_flagged_with_its_boundary_and_words(words, boundary):
    (flag,) = [each for each in check_boundaries(words) if each.boundary == boundary]
    assert flag.reason == "words"
    assert all(words[each.start : each.end] == each.words for each in flag.found)


@pytest.mark.parametrize(
    "words",
    [
        "de hond wassen",
        "de hond van mijn zus wassen",
        "laver la voiture",
        "medicijnen ophalen bij de apotheek",
        "de nagels van mijn kat zijn te lang",
        "geen verzorging nodig, gewoon een babbel",
        "l'infirmière vient déjà pour les soins, je cherche de la compagnie",
        "dress the christmas tree",
        "de zitbank verschuiven",
        "drive me to the nurse for a blood test",
        "mijn dochter wast mij, maar ik zou graag naar de mis gaan",
        "mon chat doit prendre des gouttes, qui peut m'aider",
        "expliquer un virement que je ne comprends pas",
        "borrow a commode for my aunt's visit",
        "mon mari est alité, quelqu'un pour lui lire le journal",
        "my husband is in bed with the flu, could somebody walk the dog",
    ],
)
def test_what_only_sounds_like_care_is_not_flagged(words):
    assert flagged(words) == []


def test_an_ask_and_care_in_one_breath_is_flagged():
    assert ("bodily_care", "words") in flagged("de hond uitlaten, en mijn man wassen")


def test_what_a_nurse_no_longer_does_is_flagged():
    assert flagged("de verpleegster komt al voor mijn kousen aan te doen") == []
    assert flagged("de verpleegster komt niet meer voor mijn kousen aan te doen") == [
        ("bodily_care", "words")
    ]


def test_more_often_than_the_antenna_says_is_flagged():
    assert flagged("een babbel", repeats_per_week=3) == []
    assert flagged("een babbel", repeats_per_week=4) == [("intensive", "often")]


def test_longer_in_a_week_than_the_antenna_says_is_flagged():
    assert flagged("een babbel", repeats_per_week=3, minutes=120) == [("intensive", "long")]
    assert flagged("een babbel", minutes=300) == []


def test_an_antenna_has_boundaries_and_words_of_its_own():
    own = [Boundary("night_driving", words=("'s nachts rijden", "conduire la nuit"))]
    assert flagged("kan iemand s nachts rijden naar Zaventem", boundaries=own) == [("night_driving", "words")]
    assert flagged("mijn vader wassen", boundaries=own) == []


@pytest.mark.parametrize(
    "note", ["heeft dementie", "souffre du diabète", "had a stroke", "steunkousen aandoen"]
)
def test_a_note_about_health_gets_a_hint(note):
    assert health_hint(note)


@pytest.mark.parametrize(
    "note", ["belt liefst na tien uur", "aime les chats", "naar het ziekenhuis brengen", "my blind is stuck"]
)
def test_a_note_about_tasks_gets_none(note):
    assert health_hint(note) == ()
