"""Every route as every role, of the own antenna and of another: exactly what the matrix says."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.factories import make_world
from tests.web.asking import ROLES, Asker
from tests.web.matrix import MATRIX
from timebank.clock import now


@pytest.mark.parametrize("who", ROLES)
def test_each_route_lets_in_whom_the_matrix_says(app: Flask, client, who: str):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    asker, place = Asker(client, make_world(now())), ROLES.index(who)
    wrong = []
    for (method, template), signs in MATRIX.items():
        found = asker.ask(who, method, template)
        if found != signs[place]:
            wrong.append(f"{method} {template}: {who} should get {signs[place]} and gets {found}")
    assert not wrong, "\n".join(wrong)


def routes(app: Flask) -> Iterator[tuple[str, str]]:
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield rule.endpoint, method


def test_no_route_is_left_out(app: Flask):
    urls = app.url_map.bind("localhost")
    filler = "00000000-0000-0000-0000-000000000001"
    names = ("ask", "ask_ended", "offering", "favour", "booked", "grant", "applicant", "import", "account")
    names += ("transfer", "member", "random", "entry", "gone", "signal", "ended", "proposal", "promised")
    names += ("referral", "own", "kind")
    listed = set()
    for method, template in MATRIX:
        path = template.format(**dict.fromkeys(names, filler), mandate=1).partition("?")[0]
        endpoint, _values = urls.match(path, method)
        listed.add((endpoint, method))
    assert set(routes(app)) == listed


def test_every_row_is_whole():
    for route, signs in MATRIX.items():
        assert len(signs) == len(ROLES), route
        assert set(signs) <= set("+s-0"), route
