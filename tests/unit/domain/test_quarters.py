"""Time as people say it: in figures, in words, in three languages; and as it is rounded and said back."""

import pytest
from hypothesis import given, settings, strategies as st

from timebank.domain.errors import InvalidInputError
from timebank.domain.quarters import FAVOUR_MAX, check_minutes, format_minutes, parse_minutes, round_minutes
from timebank.domain.rules import Rounding

LANGUAGES = ("nl", "fr", "en")
SAID = {
    "2 uur en 1 kwartier": 135, "1 uur en drie kwartier": 105, "1 heure et trois quarts": 105, "un quart": 15,
    "1u30": 90, "1h30": 90, "1:30": 90, "1,5": 90, "1.5": 90, "90 min": 90, "90min": 90, "1½": 90,
    "1 u 30": 90, "1 uur 30": 90, "1 uur en 30 minuten": 90, "1 h 30 min": 90, "1 heure et 30 minutes": 90,
    "1 hour and 30 minutes": 90, "01:30": 90, "1:30:00": 90, "1 1/2": 90, "1H30": 90, "  1u30  ": 90,
    "PT1H30M": 90, "PT45M": 45, "1u05": 65, "1u5": 65, "0:05": 5, "0,25": 15, "0,75": 45, "½ uur": 30,
    "¾": 45, "2": 120, "2u": 120, "2h": 120, "2 uur": 120, "2 heures": 120, "2 hours": 120, "24": 1440,
    "2h15'": 135, "45’": 45, "1:30u": 90, "tweeënhalf uur": 150, "twee en een half uur": 150,
    "24:00": 1440, "1440 min": 1440, "1 min": 1, "45 minuten": 45, "45 minutes": 45, "45m": 45,
    "anderhalf uur": 90, "Anderhalf uur.": 90, "half uur": 30, "een half uur": 30, "een kwartier": 15,
    "drie kwartier": 45, "twee uur": 120, "één uur": 60, "uurtje": 60, "twee uur en half": 150,
    "une heure et demie": 90, "une demi-heure": 30, "un quart d'heure": 15, "un quart d’heure": 15,
    "trois quarts d'heure": 45, "deux heures": 120, "une heure et quart": 75, "an hour and a half": 90,
    "half an hour": 30, "a quarter of an hour": 15, "three quarters of an hour": 45, "two hours": 120,
}  # fmt: skip
NOT_UNDERSTOOD = (
    "a while", "lang", "1:60", "1u75", "u30", "1;30", "1 2 3", "-1", "- 30 min", "1e3", "een tijdje", "½½x", "10 1/0",
)  # fmt: skip
OUT_OF_RANGE = ("0", "0:00", "0 min", "25", "24:01", "1441 min", "0,001", "PT0M", "999u")


@pytest.mark.parametrize(("said", "minutes"), SAID.items())
def test_time_is_understood_as_people_say_it(said: str, minutes: int) -> None:
    assert parse_minutes(said) == minutes


@pytest.mark.parametrize("said", NOT_UNDERSTOOD)
def test_what_isn_t_a_time_is_said_so(said: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_minutes(said)
    assert caught.value.error_code == "duration_not_understood"
    assert caught.value.params["said"] == said.strip()


@pytest.mark.parametrize("said", OUT_OF_RANGE)
def test_a_favour_lasts_from_a_minute_to_a_day(said: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_minutes(said)
    assert caught.value.error_code == "duration_out_of_range"


@pytest.mark.parametrize("said", ["", "   ", "\t\n", "."])
def test_nothing_said_is_no_time(said: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_minutes(said)
    assert caught.value.error_code == "duration_missing"


@settings(max_examples=150)
@given(st.text(max_size=30) | st.text("0123456789uhm:,.½¼¾ /-ptmin", max_size=12))
def test_whatever_is_typed_is_a_time_within_a_day_or_refused_with_its_field(said: str) -> None:
    refusal, minutes = None, 1
    try:
        minutes = parse_minutes(said)
    except InvalidInputError as error:
        refusal = error
    assert 1 <= minutes <= FAVOUR_MAX
    assert refusal is None or refusal.params["field"] == "time_said"


@settings(max_examples=100)
@given(
    minutes=st.integers(1, FAVOUR_MAX),
    language=st.sampled_from(LANGUAGES),
    style=st.sampled_from(["long", "short"]),
)
def test_what_is_shown_can_be_typed_again(minutes: int, language: str, style: str) -> None:
    assert parse_minutes(format_minutes(minutes, language, style)) == minutes


@settings(max_examples=60)
@given(minutes=st.integers(1, FAVOUR_MAX), language=st.sampled_from(LANGUAGES))
def test_quarters_can_be_typed_again(minutes: int, language: str) -> None:
    assert parse_minutes(format_minutes(minutes, language, "quarters")) == minutes


@settings(max_examples=60)
@given(minutes=st.integers(1, FAVOUR_MAX))
def test_hours_with_a_comma_and_with_a_colon_are_the_same(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert parse_minutes(f"{hours}:{rest:02d}") == minutes
    assert parse_minutes(f"{minutes / 60:.4f}".replace(".", ",")) == minutes


def test_no_sign_is_shown_for_what_someone_received() -> None:
    assert format_minutes(-75, "nl") == format_minutes(75, "nl") == "1 uur 15"
    assert format_minutes(75, "fr", "short") == "1h15"
    assert format_minutes(60, "en") == "1 hour"
    assert format_minutes(75, "nl", "quarters") == "5 kwartier"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rounding.NONE, [1, 7, 8, 15, 16, 22, 23, 30, 31]),
        (Rounding.QUARTER_UP, [15, 15, 15, 15, 30, 30, 30, 30, 45]),
        (Rounding.QUARTER_NEAREST, [15, 15, 15, 15, 15, 15, 30, 30, 30]),
        (Rounding.HALF_HOUR_UP, [30, 30, 30, 30, 30, 30, 30, 30, 60]),
    ],
)
def test_minutes_are_rounded_by_the_antenna_s_rule(rule: Rounding, expected: list[int]) -> None:
    assert [round_minutes(minutes, rule) for minutes in (1, 7, 8, 15, 16, 22, 23, 30, 31)] == expected


@settings(max_examples=100)
@given(minutes=st.integers(1, FAVOUR_MAX), more=st.integers(0, 60), rule=st.sampled_from(Rounding))
def test_rounding_is_never_nothing_never_far_and_never_turns_the_order(
    minutes: int, more: int, rule: Rounding
) -> None:
    step = {Rounding.NONE: 1, Rounding.HALF_HOUR_UP: 30}.get(rule, 15)
    rounded = round_minutes(minutes, rule)
    assert rounded >= step
    assert rounded % step == 0
    assert abs(rounded - minutes) < step
    assert round_minutes(rounded, rule) == rounded
    assert round_minutes(minutes + more, rule) >= rounded
    if rule is not Rounding.QUARTER_NEAREST:
        assert rounded >= minutes


@pytest.mark.parametrize("minutes", [0, 0.99, -15, FAVOUR_MAX + 1, float("nan"), float("inf")])
def test_no_figure_beyond_a_day_is_taken(minutes: float) -> None:
    with pytest.raises(InvalidInputError):
        check_minutes(minutes)


@pytest.mark.parametrize(
    "said", ["² uur", "① kwartier", "9" * 5000 + " 1/2", "pt" + "9" * 5000 + "h", "9" * 5000 + " kwartier"]
)
def test_strange_figures_are_refused_in_words(said):
    with pytest.raises(InvalidInputError):
        parse_minutes(said)
