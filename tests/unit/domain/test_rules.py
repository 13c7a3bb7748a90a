"""An antenna's rules: written as text in decisions, read back as they were, refused where they can't be."""

import enum
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from timebank.domain.errors import InvalidInputError
from timebank.domain.rules import (
    DEFAULTS,
    RULE_NAMES,
    Rounding,
    Rules,
    check_rules,
    format_rule,
    parse_rule,
    rules_from,
)

WHOLE = [name for name in RULE_NAMES if type(getattr(DEFAULTS, name)) is int]
YES_OR_NO = [name for name in RULE_NAMES if type(getattr(DEFAULTS, name)) is bool]
CHOICES = [name for name in RULE_NAMES if isinstance(getattr(DEFAULTS, name), enum.Enum)]


def allowed_range(name: str) -> tuple[int, int]:
    """What the refusal itself says is allowed."""
    with pytest.raises(InvalidInputError) as caught:
        parse_rule(name, "a lot")
    low, high = caught.value.params["allowed"].split(" … ")
    return int(low), int(high)


def values_of(name: str) -> st.SearchStrategy[Any]:
    """Every value that a rule can have."""
    default = getattr(DEFAULTS, name)
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, enum.Enum):
        return st.sampled_from(type(default))
    return st.integers(*allowed_range(name))


some_rules = st.builds(Rules, **{name: values_of(name) for name in RULE_NAMES})


def test_every_rule_is_of_a_kind_that_can_be_written_down() -> None:
    assert sorted([*WHOLE, *YES_OR_NO, *CHOICES]) == sorted(RULE_NAMES)
    assert [each.name for each in fields(Rules)] == list(RULE_NAMES)


@settings(max_examples=60)
@given(rules=some_rules)
def test_what_is_decided_is_read_back_as_it_was(rules: Rules) -> None:
    decisions = [(name, format_rule(getattr(rules, name))) for name in RULE_NAMES]
    assert rules_from(decisions) == rules


@settings(max_examples=40)
@given(first=some_rules, second=some_rules, name=st.sampled_from(RULE_NAMES))
def test_the_newest_decision_counts_and_leaves_the_others(first: Rules, second: Rules, name: str) -> None:
    decisions = [(each, format_rule(getattr(first, each))) for each in RULE_NAMES]
    decisions.append((name, format_rule(getattr(second, name))))
    assert rules_from(decisions) == replace(first, **{name: getattr(second, name)})


@pytest.mark.parametrize("name", RULE_NAMES)
def test_every_default_is_a_value_that_may_be_decided(name: str) -> None:
    assert parse_rule(name, format_rule(getattr(DEFAULTS, name))) == getattr(DEFAULTS, name)


def test_without_decisions_the_defaults_are_in_force() -> None:
    assert rules_from([]) == DEFAULTS == Rules()
    assert rules_from([("a rule of an older version", "yes")]) == DEFAULTS
    check_rules(DEFAULTS)


@pytest.mark.parametrize("name", WHOLE)
def test_a_figure_has_bounds_and_both_are_allowed(name: str) -> None:
    low, high = allowed_range(name)
    assert parse_rule(name, str(low)) == low
    assert parse_rule(name, f" {high} ") == high
    for beyond in (low - 1, high + 1, 10**30):
        with pytest.raises(InvalidInputError) as caught:
            parse_rule(name, str(beyond))
        assert caught.value.error_code == "rule_value"


@pytest.mark.parametrize("name", RULE_NAMES)
@pytest.mark.parametrize("text", ["", "maybe", "1.5", "yes no", "NaN", "🌻"])
def test_what_a_rule_can_t_be_is_refused_with_its_field(name: str, text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_rule(name, text)
    assert caught.value.error_code == "rule_value"
    assert caught.value.params["field"] == name


def test_there_is_no_rule_by_another_name() -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_rule("__class__", "yes")
    assert caught.value.error_code == "rule_unknown"


@pytest.mark.parametrize(("reminder", "final"), [(14, 14), (20, 14)])
def test_no_reminder_comes_after_the_final_day(reminder: int, final: int) -> None:
    with pytest.raises(InvalidInputError) as caught:
        check_rules(replace(DEFAULTS, reminder_days=reminder, final_days=final))
    assert caught.value.error_code == "rule_order"


def test_a_choice_is_stored_by_its_word() -> None:
    assert format_rule(Rounding.QUARTER_UP) == "quarter_up"
    assert format_rule(True) == "yes"
    assert format_rule(-600) == "-600"
