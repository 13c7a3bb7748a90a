"""What neighbours don't do, on both databases: switched, added to, heard in an ask, and logged."""

import pytest

from tests.factories import NOW, TODAY, World
from timebank.domain.errors import InvalidInputError, NotAllowedError, NotFoundError, StaleError
from timebank.models.matching import Boundary
from timebank.services.asking.ask_guesses import boundaries_of, flags_of
from timebank.services.asking.boundaries import (
    COMMON,
    add_boundary,
    boundary_changes,
    boundary_list,
    change_boundary,
    switch_boundary,
)
from timebank.services.asking.new_ask import AskDetails
from timebank.services.network.rules import decide_rule
from timebank.uow import reading, transact

NAMES = {"nl": "Op ladders klimmen", "fr": "Monter sur une échelle"}
WORDS = {"nl": ["ladder"], "fr": ["échelle"]}


def added(world: World, **changes: object) -> Boundary:
    told: dict[str, object] = {"names": NAMES, "words": WORDS} | changes
    actor = world.actor("cora")
    return transact(add_boundary, world.antenna, told["names"], told["words"], actor=actor, now=NOW)


def switched(world: World, code: str, *, active: bool) -> None:
    transact(switch_boundary, world.antenna, code, active=active, actor=world.actor("cora"), now=NOW)


def flags(world: World, words: str, **details: object) -> list[str]:
    with reading() as session:
        found = flags_of(session, world.antenna, words, AskDetails(**details))  # type: ignore[arg-type]
        return [flag.boundary for flag in found]


def test_one_of_the_common_list_is_switched_off_and_on(world: World) -> None:
    assert flags(world, "Wie kan mijn rug wassen?") == ["bodily_care"]
    for active, expected in ((False, []), (True, ["bodily_care"])):
        for _twice in range(2):
            switched(world, "bodily_care", active=active)
        assert flags(world, "Wie kan mijn rug wassen?") == expected
    with reading() as session:
        changes = boundary_changes(session, world.antenna, actor=world.actor("carl"))
    assert [(each.code, each.action, each.by) for each in changes] == [
        ("bodily_care", "boundary_on", "Cora Peeters"),
        ("bodily_care", "boundary_off", "Cora Peeters"),
    ]


def test_an_own_one_is_heard_by_its_words_and_can_be_switched_off(world: World) -> None:
    code = added(world).code
    assert flags(world, "Kan iemand met een ladder mijn goot kuisen?") == [code]
    switched(world, code, active=False)
    assert flags(world, "Kan iemand met een ladder mijn goot kuisen?") == []
    with reading() as session:
        assert boundaries_of(session, world.antennas["marolles"])[-1].code == COMMON[-1]
        shown = boundary_list(session, world.antenna)[-1]
        assert (shown.active, shown.name_in("fr"), shown.name_in("en")) == (
            False,
            "Monter sur une échelle",
            "Op ladders klimmen",
        )


def test_how_often_is_too_often_is_a_rule(world: World) -> None:
    assert flags(world, "Een wandeling", repeat_days=2) == ["intensive"]
    decided = {"decided_on": TODAY, "decided_by": "the board", "actor": world.actor("cora"), "now": NOW}
    transact(decide_rule, world.antenna, "boundary_per_week", "4", **decided)
    assert flags(world, "Een wandeling", repeat_days=2) == []
    assert "intensive" in flags(world, "Een wandeling", repeat_days=1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"names": {}}, "name_missing"),
        ({"names": {"nl": "Other"}, "words": {"nl": [" "]}}, "boundary_words_missing"),
        ({"names": {"nl": "op ladders KLIMMEN"}}, "boundary_there"),
    ],
)
def test_what_can_t_be_is_refused(world: World, changes: dict[str, object], code: str) -> None:
    added(world)
    with pytest.raises(InvalidInputError) as refused:
        added(world, **changes)
    assert refused.value.error_code == code


def test_a_late_save_is_refused_and_a_common_one_keeps_its_words(world: World) -> None:
    own, cora = added(world), world.actor("cora")
    told = (world.antenna, own.code, {"nl": "Ladders"}, {"nl": ["trapladder"]})
    transact(change_boundary, *told, version=own.version, actor=cora, now=NOW)
    assert flags(world, "Hebt u een trapladder?") == [own.code]
    with pytest.raises(StaleError):
        transact(change_boundary, *told, version=own.version, actor=cora, now=NOW)
    switched(world, "nursing", active=False)
    with pytest.raises(NotFoundError):
        transact(change_boundary, world.antenna, "nursing", NAMES, WORDS, version=1, actor=cora, now=NOW)
    with pytest.raises(NotFoundError):
        switched(world, "own_nothing", active=False)


@pytest.mark.parametrize("who", ["ana", "ann", "tess", "pia", "olga", "dov"])
def test_only_coordinators_change_the_list(world: World, who: str) -> None:
    actor = world.actor(who)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(switch_boundary, world.antenna, "nursing", active=False, actor=actor, now=NOW)
    with pytest.raises((NotAllowedError, NotFoundError)):
        transact(add_boundary, world.antenna, NAMES, WORDS, actor=actor, now=NOW)
