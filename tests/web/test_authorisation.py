"""Every route as every role, of the own antenna and of another: exactly what the matrix says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from tests.factories import World, make_member
from tests.web.asking import NAMED, ROLES, Asker
from tests.web.matrix import MATRIX
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.login import SignedInBy
from timebank.services.network.antennas import NewMandate, give_mandate
from timebank.uow import transact


@pytest.mark.parametrize("who", ROLES)
def test_each_route_lets_in_whom_the_matrix_says(app: Flask, client, world: World, who: str):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    asker, place = Asker(replace(world, now=now()), client=client), ROLES.index(who)
    wrong = []
    for (method, template), signs in MATRIX.items():
        found = asker.ask(who, method, template)
        if found != signs[place]:
            wrong.append(f"{method} {template}: {who} should get {signs[place]} and gets {found}")
    assert not wrong, "\n".join(wrong)


def only_for_staff() -> list[tuple[str, str]]:
    """The pages that let a coordinator in and no neighbour, whoever they are in it."""
    neighbours = [ROLES.index(name) for name in ("ana", "ben", "hugo")]
    return [
        route
        for route, signs in MATRIX.items()
        if signs[ROLES.index("cora")] == "+" and "+" not in {signs[place] for place in neighbours}
        if "/api/" not in route[1]
    ]


def test_a_mandate_that_has_ended_opens_nothing(app: Flask, client, world: World):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    moment = now()
    world = replace(world, now=moment)
    make_member(world, "eve", "heembeek", moment)
    day = local_day(moment, "Europe/Brussels")
    past = NewMandate(
        world.people["eve"], Role.COORDINATOR, day - timedelta(90), day - timedelta(2), world.antenna
    )
    transact(give_mandate, past, actor=SYSTEM, now=moment)
    asker = Asker(world, client=client)
    assert len(only_for_staff()) > 50
    assert [route for route in only_for_staff() if asker.ask("eve", *route) not in "-0"] == []


def test_a_coordinator_s_card_opens_no_coordinator_s_page(app: Flask, client, world: World):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    asker = Asker(replace(world, now=now()), client=client)
    open_to_the_card = [
        route for route in only_for_staff() if asker.ask("cora", *route, by=SignedInBy.CARD) not in "-0"
    ]
    assert open_to_the_card == []


def routes(app: Flask) -> Iterator[tuple[str, str]]:
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield rule.endpoint, method


def test_no_route_is_left_out(app: Flask):
    urls = app.url_map.bind("localhost")
    filler = "00000000-0000-0000-0000-000000000001"
    listed = set()
    for method, template in MATRIX:
        named = dict.fromkeys(NAMED.findall(template), filler) | {"mandate": 1, "duty": 1}
        path = template.format(**named).partition("?")[0]
        endpoint, _values = urls.match(path, method)
        listed.add((endpoint, method))
    assert set(routes(app)) == listed


def test_every_row_is_whole():
    for route, signs in MATRIX.items():
        assert len(signs) == len(ROLES), route
        assert set(signs) <= set("+s-0"), route
