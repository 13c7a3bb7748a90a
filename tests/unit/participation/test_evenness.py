"""Who is suggested and asked: against the plainest way to work it out, and what a line may say."""

from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from timebank.participation.evenness import (
    LEAST,
    OTHERS,
    Advice,
    Count,
    Turns,
    advise,
    count_turns,
    lines_of_groups,
    merged_names,
)

people = st.lists(
    st.builds(
        lambda group, suggested, asked, yes: Turns({"street": group}, suggested, asked, min(yes, asked)),
        st.sampled_from(["", "Kruisberg", "Heembeekstraat", "Bruyn", "Beyseghem"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=60,
)


def plainly(rows: list[Turns]) -> dict[str, tuple[int, int, int, int, str]]:
    """The same by lists of people: put small groups together, then look at each against all others."""
    groups: dict[str, list[Turns]] = defaultdict(list)
    for each in rows:
        groups[each.groups["street"]].append(each)
    small = sorted((len(members), name) for name, members in groups.items() if len(members) < LEAST)
    large = sorted((len(members), name) for name, members in groups.items() if len(members) >= LEAST)
    together = [name for _size, name in small]
    while together and large and sum(len(groups[name]) for name in together) < LEAST:
        together.append(large.pop(0)[1])
    told = {name: groups[name] for _size, name in large}
    if together:
        told[OTHERS] = [each for name in together for each in groups[name]]
    if len(told) < 2:
        return {}
    found = {}
    for name, inside in told.items():
        outside = [each for other, members in told.items() if other != name for each in members]
        steps = [
            ("fewer_suggested", "suggested", inside, outside),
            ("fewer_asked", "asked", inside, outside),
            ("fewer_yes", "yes", [e for e in inside if e.asked], [e for e in outside if e.asked]),
        ]
        advice = "even"
        for code, turn, mine, theirs in reversed(steps):
            if len(mine) >= LEAST and len(theirs) >= LEAST:
                one_more = Fraction(len([e for e in mine if getattr(e, turn)]) + 1, len(mine))
                usual = Fraction(len([e for e in theirs if getattr(e, turn)]), len(theirs))
                advice = code if one_more < Fraction(4, 5) * usual else advice
        had = [len([e for e in inside if getattr(e, turn)]) for turn in ("suggested", "asked", "yes")]
        found[name] = (len(inside), *had, advice)
    return found


@given(people)
def test_it_agrees_with_the_plain_way(rows: list[Turns]):
    lines = lines_of_groups(rows, "street")
    told = {
        each.name: (
            each.count.people,
            each.count.suggested,
            each.count.asked,
            each.count.yes,
            each.advice.value,
        )
        for each in lines
    }
    assert told == plainly(rows)


@given(people, st.randoms())
def test_the_order_of_people_changes_nothing_and_lines_add_up(rows: list[Turns], random):
    lines = lines_of_groups(rows, "street")
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert lines_of_groups(shuffled, "street") == lines
    assert all(each.count.people >= LEAST for each in lines)
    if lines:
        together = count_turns(rows)
        for turn in ("people", "suggested", "asked", "yes"):
            assert sum(getattr(each.count, turn) for each in lines) == getattr(together, turn)


@pytest.mark.parametrize(
    ("sizes", "names"),
    [
        ({"nl": 20, "fr": 3}, {"nl": OTHERS, "fr": OTHERS}),
        ({"nl": 20, "fr": 9, "tr": 2}, {"nl": "nl", "fr": OTHERS, "tr": OTHERS}),
        ({"nl": 20, "tr": 2, "ar": 3}, {"nl": "nl", "tr": OTHERS, "ar": OTHERS}),
        ({"nl": 20, "fr": 5}, {"nl": "nl", "fr": "fr"}),
        ({}, {}),
    ],
)
def test_fewer_than_five_people_never_stand_alone(sizes: dict[str, int], names: dict[str, str]):
    assert merged_names(sizes) == names


@pytest.mark.parametrize(
    ("group", "advice"),
    [
        (Count(10, 8, 6, 4), Advice.EVEN),
        (Count(10, 5, 4, 3), Advice.FEWER_SUGGESTED),
        (Count(10, 8, 2, 2), Advice.FEWER_ASKED),
        (Count(20, 16, 12, 2), Advice.FEWER_YES),
        (Count(5, 3, 3, 0), Advice.EVEN),  # one person more would make it even
        (Count(10, 10, 10, 10), Advice.EVEN),  # more often than others is no fault
    ],
)
def test_a_line_says_where_a_group_first_stays_behind(group: Count, advice: Advice):
    assert advise(group, Count(50, 40, 30, 20)) is advice
