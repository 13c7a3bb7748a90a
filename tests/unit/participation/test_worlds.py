"""The search for other neighbourhoods agrees with HiGHS, and where it arrives is possible."""

import numpy as np
from hypothesis import given, settings, strategies as st
from scipy.optimize import linprog

from timebank.participation.disclosure.worlds import Known, holds, reach, value_of

SIZE = 5
starts = st.lists(st.integers(0, 12), min_size=SIZE, max_size=SIZE)
forms = st.dictionaries(st.integers(0, SIZE - 1), st.sampled_from([1, 1, 1, -1]), min_size=1)


@st.composite
def situations(draw):
    """A true point, and sums that are known to within some slack around it."""
    start = draw(starts)
    known = []
    for form in draw(st.lists(forms, max_size=8)):
        value = value_of(form, start)
        below, above = draw(st.none() | st.integers(0, 5)), draw(st.none() | st.integers(0, 5))
        low = None if below is None else value - below
        high = None if above is None else value + above
        known.append(Known(form, low, high))
    return known, start


def most(known, form):
    """The largest value by HiGHS, or None without end."""
    rows, limits = [], []
    for each in known:
        row = np.zeros(SIZE)
        for unknown, times in each.form.items():
            row[unknown] = times
        if each.high is not None:
            rows.append(row)
            limits.append(each.high)
        if each.low is not None:
            rows.append(-row)
            limits.append(-each.low)
    line = np.zeros(SIZE)
    for unknown, times in form.items():
        line[unknown] = times
    # Without presolve it can tell 'without end' from 'impossible'.
    program = {"A_ub": rows or None, "b_ub": limits or None, "bounds": (0, None), "method": "highs"}
    found = linprog(-line, **program, options={"presolve": False})
    assert found.status in (0, 3)
    return None if found.status == 3 else -found.fun


@settings(max_examples=150)
@given(situations(), forms, st.integers(0, 30))
def test_it_goes_as_far_as_the_linear_program(situation, form, more):
    known, start = situation
    goal = value_of(form, start) + more
    found = reach(known, start, form, goal)
    assert holds(known, found.point)
    assert value_of(form, found.point) == found.value
    limit = most(known, form)
    assert found.reached == (limit is None or limit > goal - 1e-6)
    if not found.reached:
        assert abs(float(found.value) - limit) < 1e-6


@settings(max_examples=80)
@given(situations(), forms, st.integers(1, 30))
def test_what_blocks_is_enough_to_prove_that_it_goes_no_further(situation, form, more):
    known, start = situation
    found = reach(known, start, form, value_of(form, start) + more)
    if not found.reached:
        again = reach(found.blocking, start, form, value_of(form, start) + more)
        assert not again.reached
        assert again.value == found.value
