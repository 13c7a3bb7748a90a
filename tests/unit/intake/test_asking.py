"""What is read from an ask: days, hours, repeats, places, wishes."""

from datetime import date, time

import pytest

from timebank.intake.asking import guess_ask
from timebank.intake.calendar_words import easter
from timebank.intake.guesses import DayRange, Place, Repeat

TUESDAY = date(2026, 11, 24)
STREETS = ("Kruipweg", "Rue de la Station", "Peter Benoitstraat")


def ask(words, language="nl"):
    return guess_ask(words, today=TUESDAY, language=language, streets=STREETS)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("woensdag", date(2026, 11, 25)),
        ("woesndag", date(2026, 11, 25)),
        ("overmorgen", date(2026, 11, 26)),
        ("dinsdag", date(2026, 12, 1)),
        ("volgende week woensdag", date(2026, 12, 2)),
        ("woensdag volgende week", date(2026, 12, 2)),
        ("vrijdagnamiddag", date(2026, 11, 27)),
        ("over drie weken", date(2026, 12, 15)),
        ("demain", date(2026, 11, 25)),
        ("après-demain", date(2026, 11, 26)),
        ("le 3 décembre", date(2026, 12, 3)),
        ("jeudi 3 décembre", date(2026, 12, 3)),
        ("mecredi", date(2026, 11, 25)),
        ("mercredi de la semaine prochaine", date(2026, 12, 2)),
        ("tomorow", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 26)),
        ("3rd of December", date(2026, 12, 3)),
        ("3/12", date(2026, 12, 3)),
        ("op 2 januari", date(2027, 1, 2)),
        ("29 februari", date(2028, 2, 29)),
        ("met kerstmis", date(2026, 12, 25)),
    ],
)
def test_a_day_is_found_however_it_is_said(words, day):
    assert [each.value for each in ask(words).days] == [day]


@pytest.mark.parametrize(
    "words", ["goeie morgen", "31/2", "99/99/9999", "een babbel", "31 février", "le 45 mai"]
)
def test_what_names_no_day_gives_none(words):
    assert ask(words).days == ()


@pytest.mark.parametrize(
    ("words", "language", "clock"),
    [
        ("om half drie", "nl", time(14, 30)),
        ("om kwart over acht", "nl", time(8, 15)),
        ("kwart voor twee", "nl", time(13, 45)),
        ("om 9u", "nl", time(9)),
        ("om tien uur", "nl", time(10)),
        ("à 14h", "fr", time(14)),
        ("à 8h15", "fr", time(8, 15)),
        ("à dix heures et demie", "fr", time(10, 30)),
        ("deux heures moins le quart", "fr", time(13, 45)),
        ("at half past two", "en", time(14, 30)),
        ("half three", "en", time(15, 30)),
        ("at 3pm", "en", time(15)),
        ("quarter to two", "en", time(13, 45)),
    ],
)
def test_a_clock_is_read_as_people_say_it(words, language, clock):
    assert ask(words, language).clock.value == clock


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("s morgens", "morning"),
        ("in de namiddag", "afternoon"),
        ("tegen den noen", "noon"),
        ("l'après-midi", "afternoon"),
        ("le soir", "evening"),
        ("in the evening", "evening"),
    ],
)
def test_a_part_of_the_day_is_read(words, part):
    assert ask(words).part.value == part


@pytest.mark.parametrize(
    ("words", "repeat"),
    [
        ("elke week", Repeat(1, 1, "week")),
        ("twee keer per week", Repeat(2, 1, "week")),
        ("deux fois par semaine", Repeat(2, 1, "week")),
        ("om de veertien dagen", Repeat(1, 2, "week")),
        ("tous les quinze jours", Repeat(1, 2, "week")),
        ("every other week", Repeat(1, 2, "week")),
        ("elke dinsdag en donderdag", Repeat(2, 1, "week", (1, 3))),
        ("every monday", Repeat(1, 1, "week", (0,))),
        ("maandelijks", Repeat(1, 1, "month")),
    ],
)
def test_a_repeat_is_read(words, repeat):
    assert ask(words).repeat.value == repeat


def test_a_repeat_knows_how_often_it_comes_in_a_week():
    assert ask("twee keer per dag").repeat.value.per_week == 14
    assert ask("om de veertien dagen").repeat.value.per_week == 0.5


def test_a_repeat_on_weekdays_until_easter_has_no_single_days():
    guess = ask("elke dinsdag tot Pasen een babbel")
    assert (guess.days, guess.until.value) == ((), date(2027, 3, 28))


def test_le_dimanche_is_offered_as_a_weekday_and_not_as_a_date():
    guess = ask("téléphoner le dimanche", "fr")
    assert (guess.days, guess.weekdays.value) == ((), (6,))


def test_next_week_is_a_stretch_of_days():
    assert ask("ergens volgende week").between.value == DayRange(date(2026, 11, 30), date(2026, 12, 6))


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25))])
def test_easter_falls_where_the_almanac_says(year, day):
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("een half uurtje", 30),
        ("anderhalf uur", 90),
        ("pendant une heure", 60),
        ("twee uur lang", 120),
        ("20 minutes", 20),
    ],
)
def test_a_duration_is_read(words, minutes):
    assert ask(words).minutes.value == minutes


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("naar de oogarts", Place("eye_doctor", "oogarts")),
        ("à l'hôpital Saint-Jean", Place("hospital", "hôpital Saint-Jean")),
        ("bij mij thuis", Place("home", "bij mij thuis")),
        ("chez moi", Place("home", "chez moi")),
        ("in de peter benoitstraat 12", Place("street", "Peter Benoitstraat")),
    ],
)
def test_a_place_is_read(words, place):
    assert ask(words).place.value == place


@pytest.mark.parametrize(
    ("words", "helpers"),
    [
        ("een flat met vier trappen", None),
        ("met vier man", 4),
        ("à quatre pour descendre", 4),
        ("four of us", 4),
    ],
)
def test_helpers_are_counted_only_where_people_are_meant(words, helpers):
    found = ask(words).helpers
    assert (found.value if found else None) == helpers


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("liefst een vrouw", "woman"),
        ("geen trappen", "no_stairs"),
        ("iemand die Frans spreekt", "speaks_french"),
        ("une auto pour ma chaise roulante", "wheelchair_car"),
    ],
)
def test_a_wish_is_read(words, wish):
    assert [each.value for each in ask(words).wishes] == [wish]


def test_my_wife_is_no_wish_for_a_woman():
    assert ask("mijn vrouw is alleen").wishes == ()


@pytest.mark.parametrize(
    ("words", "urgency"),
    [("dringend", "urgent"), ("niet dringend", "no_hurry"), ("le plus vite possible", "urgent")],
)
def test_urgency_is_read(words, urgency):
    assert ask(words).urgency.value == urgency


def test_each_guess_names_the_words_it_came_from():
    text = "Kunt ge mij Woensdag om half drie naar den oogarts brengen?"
    guess = ask(text)
    for found in (guess.days[0].found, guess.clock.found, guess.place.found, guess.categories[0].because[0]):
        assert text[found.start : found.end] == found.words
    assert guess.days[0].found.words == "Woensdag"
    assert guess.clock.found.words == "half drie"


@pytest.mark.parametrize(
    "words", ["een kettingzaag voor een namiddag", "a chainsaw for an afternoon", "pour une après-midi"]
)
def test_how_long_is_not_when(words):
    assert guess_ask(words, today=TUESDAY).part is None


def test_half_a_kilo_is_no_time_of_the_clock():
    assert guess_ask("half a kilo of mince", today=TUESDAY, language="en").clock is None
