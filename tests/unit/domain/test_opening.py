"""Which steps of opening an antenna are done by what is there."""

import pytest

from timebank.domain.opening import ONLY_FOUND, REQUIRED, Present, Step, found_steps


def test_an_empty_antenna_has_every_step_to_do():
    assert found_steps(Present()) == frozenset()


@pytest.mark.parametrize(
    ("present", "found"),
    [
        (Present(partners=1), {Step.PARTNER}),
        (Present(areas=1), set()),
        (Present(areas=1, has_phone=True), {Step.AREA}),
        (Present(members=5), set()),
        (Present(members=6), {Step.PEOPLE}),
        (Present(hours_decided=True), {Step.HOURS}),
        (Present(own_kinds=1), {Step.KINDS}),
        (Present(coordinators=2, team=2), set()),
        (Present(coordinators=1, team=3), set()),
        (Present(coordinators=2, team=3), {Step.TEAM}),
        (Present(coordinators=3, team=3), {Step.TEAM}),
        (Present(asks=1), {Step.ASKS}),
    ],
)
def test_a_step_is_done_by_what_is_there(present: Present, found: set[Step]):
    assert found_steps(present) == found


def test_what_no_word_can_stand_for_is_needed_to_open():
    assert ONLY_FOUND < REQUIRED
